// Points in time, and what a clock on the wall shows then. No clock here: now is always an
// argument.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/language.h"
#include "base/result.h"

namespace base {

/// Seconds since 1970-01-01T00:00:00Z, leap seconds left out.
struct Instant {
  std::int64_t seconds = 0;

  friend auto operator<=>(Instant, Instant) = default;
};

/// A time zone without summer time, as all of Indonesia's are.
struct Zone {
  int offset_minutes = 7 * 60;  ///< East of UTC.
  std::string name = "WIB";
};

struct LocalTime {
  Date date;
  int second_of_day = 0;  ///< 0 to 86399.
};
LocalTime local_from_instant(Instant instant, const Zone& zone);
Instant instant_from_local(Date date, int second_of_day, const Zone& zone);

/// "2026-11-19T02:14:00Z" or "2026-11-19T09:14:00+07:00". Fails with `invalid` where the text is
/// anything else.
Result<Instant> instant_from_text(std::string_view text);

/// "2026-11-19T02:14:00Z".
std::string iso_from_instant(Instant instant);

/// "19 November 2026, 09.14 WIB" / "19 November 2026, 09:14 WIB".
std::string text_from_instant(Instant instant, const Zone& zone, Language language);

}  // namespace base
