// The office's calendar and the time in which it works: how much of it lies between two instants,
// when some of it is over, and why then. The calendar is data, data/office/calendar.json.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/instant.h"
#include "base/language.h"
#include "base/result.h"

namespace desk {

/// Open from one minute of the day until another: 450 to 720 is 07:30 to 12:00.
struct OpenHours {
  int from = 0;
  int until = 0;  ///< Not included; at most 1440.
};

/// What is open on each weekday, Monday first; in order, apart from each other.
using Week = std::array<std::vector<OpenHours>, 7>;

/// A season with hours of its own: Ramadan.
struct Season {
  base::Date first;
  base::Date last;  ///< Included.
  base::Text name;
  Week week;
};

struct ClosedDay {
  enum class Kind : std::uint8_t { holiday, joint_leave, office };
  base::Date date;
  Kind kind = Kind::holiday;
  base::Text name;
};

/// Has open hours in its week: what has been read from a file is checked.
struct Calendar {
  base::Zone zone;
  Week week;
  std::vector<Season> seasons;         ///< Rising, apart from each other.
  std::vector<ClosedDay> closed_days;  ///< Rising, each date once.
  std::vector<int> years;              ///< Those whose holidays stand in `closed_days`, rising.

  const std::vector<OpenHours>& hours_on(base::Date date) const;  ///< None on a closed day.
  const ClosedDay* closed_day(base::Date date) const;             ///< Null where it is none.
  bool knows_year(int year) const;
};

/// Fails with `invalid`, naming the member, where hours overlap or end before they begin, a day is
/// closed twice, or nothing is ever open.
base::Result<Calendar> calendar_from_json(std::string_view bytes);

/// A stretch of time in which a clock stands still; `until` is not included.
struct Pause {
  base::Instant from;
  base::Instant until;
};

/// Seconds of open hours in [from, until), without those in a pause; 0 where `until` is earlier.
/// Pauses may overlap and come in any order.
std::int64_t working_seconds_between(const Calendar& calendar, base::Instant from,
                                     base::Instant until, const std::vector<Pause>& pauses);

/// One day on the way to a deadline, and what it added.
struct DayStep {
  enum class Kind : std::uint8_t {
    received,  ///< The day on which counting in days began; not counted itself.
    counted,   ///< Open, and counted.
    weekly,    ///< Closed on this day of every week.
    closed,    ///< Closed on this date: see `closed_day`.
    paused     ///< Open, and the clock stood still.
  };
  base::Date date;
  Kind kind = Kind::counted;
  int working_day = 0;               ///< Of a counted day: the first is 1. 0 in working time.
  std::int64_t counted_seconds = 0;  ///< Of a counted day, in working time.
  std::optional<ClosedDay> closed_day;
};

/// When something is due, and the days that lead there.
struct Deadline {
  base::Instant at;
  std::vector<DayStep> steps;
  std::vector<int> years_unknown;  ///< Years on the way whose holidays the calendar lacks.
};

/// How far ahead deadlines are looked for; what is not over by then has none.
inline constexpr int deadline_days_max = 3660;

/// The first instant at which `working_seconds` of open hours have passed since `from`; `from`
/// itself for 0. Nothing where that is more than deadline_days_max days ahead.
std::optional<Deadline> deadline_of_working_time(const Calendar& calendar, base::Instant from,
                                                 std::int64_t working_seconds,
                                                 const std::vector<Pause>& pauses);

/// The closing time of the `working_days`th working day after the day of `from`, whatever the hour
/// of `from`. A day at whose closing time the clock was paused does not count.
///
///   Thursday 09:14, 3 working days     Friday 1, (Saturday, Sunday), Monday 2, Tuesday 3: 16:00
///
/// Nothing where that is more than deadline_days_max days ahead.
std::optional<Deadline> deadline_of_working_days(const Calendar& calendar, base::Instant from,
                                                 int working_days,
                                                 const std::vector<Pause>& pauses);

/// "Kamis, 24 Desember 2026: cuti bersama, Natal", a sentence for each step, and one for each year
/// whose holidays are not known.
std::vector<std::string> texts_from_deadline(const Deadline& deadline, base::Language language);

/// "2 jam 5 menit", "3 menit 6 detik", "0 detik": the two largest units.
std::string text_from_working_time(std::int64_t seconds, base::Language language);

}  // namespace desk
