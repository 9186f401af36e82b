#include "base/instant.h"

#include <cstddef>
#include <optional>

#include "base/text.h"

namespace base {
namespace {

constexpr std::int64_t seconds_per_day = 86400;

std::string two_digits(int number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

/// "09:14": hours and minutes as minutes, at most `hours_max`:59.
std::optional<int> minutes_from_text(std::string_view text, int hours_max) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  for (const std::size_t place : {0, 1, 3, 4})
    if (!is_digit(text[place])) return std::nullopt;
  const int hours = (text[0] - '0') * 10 + (text[1] - '0');
  const int minutes = (text[3] - '0') * 10 + (text[4] - '0');
  if (hours > hours_max || minutes > 59) return std::nullopt;
  return hours * 60 + minutes;
}

std::optional<int> seconds_from_text(std::string_view text) {
  const auto minutes = minutes_from_text(text.substr(0, 5), 23);
  const bool has_shape = minutes && text.size() == 8 && text[5] == ':' && is_digit(text[6]) &&
                         is_digit(text[7]) && text[6] < '6';
  if (!has_shape) return std::nullopt;
  return *minutes * 60 + (text[6] - '0') * 10 + (text[7] - '0');
}

/// "Z", "+07:00", "-03:30" as minutes east of UTC.
std::optional<int> offset_from_text(std::string_view text) {
  if (text == "Z") return 0;
  if (text.empty() || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const auto minutes = minutes_from_text(text.substr(1), 14);
  if (!minutes) return std::nullopt;
  return text[0] == '-' ? -*minutes : *minutes;
}

}  // namespace

LocalTime local_from_instant(Instant instant, const Zone& zone) {
  const std::int64_t seconds = instant.seconds + std::int64_t{zone.offset_minutes} * 60;
  std::int64_t day = seconds / seconds_per_day;
  std::int64_t second_of_day = seconds % seconds_per_day;
  if (second_of_day < 0) {
    second_of_day += seconds_per_day;
    --day;
  }
  return {date_from_day_number(day), static_cast<int>(second_of_day)};
}

Instant instant_from_local(Date date, int second_of_day, const Zone& zone) {
  return {day_number_from_date(date) * seconds_per_day + second_of_day -
          std::int64_t{zone.offset_minutes} * 60};
}

Result<Instant> instant_from_text(std::string_view text) {
  constexpr std::size_t date_bytes = 10, time_end = 19;
  if (text.size() > time_end && text[date_bytes] == 'T') {
    const auto date = date_from_text(text.substr(0, date_bytes));
    const auto second = seconds_from_text(text.substr(date_bytes + 1, 8));
    const auto offset = offset_from_text(text.substr(time_end));
    if (date && second && offset) return instant_from_local(*date, *second, Zone{*offset, {}});
  }
  return fail(ErrorCode::invalid, "A time such as 2026-11-19T02:14:00Z was expected, but " +
                                      quoted(text) + " came. Write date, time and zone.");
}

std::string iso_from_instant(Instant instant) {
  const LocalTime utc = local_from_instant(instant, Zone{0, {}});
  return iso_from_date(utc.date) + 'T' + two_digits(utc.second_of_day / 3600) + ':' +
         two_digits(utc.second_of_day / 60 % 60) + ':' + two_digits(utc.second_of_day % 60) + 'Z';
}

std::string text_from_instant(Instant instant, const Zone& zone, Language language) {
  const LocalTime local = local_from_instant(instant, zone);
  return text_from_date(local.date, language) + ", " + two_digits(local.second_of_day / 3600) +
         (language == Language::en ? ':' : '.') + two_digits(local.second_of_day / 60 % 60) + ' ' +
         zone.name;
}

}  // namespace base
