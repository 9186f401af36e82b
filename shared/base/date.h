// Calendar dates as the office writes them. No clock here: today is always an argument.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/language.h"
#include "base/result.h"

namespace base {

struct Date {
  int year = 0;
  int month = 0;  ///< 1 to 12.
  int day = 0;    ///< 1 to 31.

  bool is_set() const { return year != 0; }
  friend auto operator<=>(const Date&, const Date&) = default;
};

/// "2026-11-03", also with a time behind it ("2026-11-03T09:14:00Z": the time is left out).
/// Fails with `invalid` where the text is no date of the calendar.
Result<Date> date_from_text(std::string_view text);

/// "2026-11-03".
std::string iso_from_date(Date date);

/// Long: "3 November 2026". Short: "3 Nov 2026" (months of screens.md 2.2).
std::string text_from_date(Date date, Language language);
std::string short_text_from_date(Date date, Language language);

enum class Weekday : std::uint8_t {
  monday,
  tuesday,
  wednesday,
  thursday,
  friday,
  saturday,
  sunday
};
Weekday weekday_from_date(Date date);

/// With its weekday: "Kamis, 19 November 2026" / "Thursday, 19 November 2026".
std::string weekday_text_from_date(Date date, Language language);

/// Days since 1970-01-01, which is 0, in the Gregorian calendar; and back.
std::int64_t day_number_from_date(Date date);
Date date_from_day_number(std::int64_t day_number);

inline Date next_day(Date date) { return date_from_day_number(day_number_from_date(date) + 1); }

}  // namespace base
