#include "base/date.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include <fmt/compile.h>

#include "base/must.h"

namespace base {
namespace {

using MonthNames = std::array<std::string_view, 12>;

constexpr MonthNames months_id = {"Januari",   "Februari", "Maret",    "April",
                                  "Mei",       "Juni",     "Juli",     "Agustus",
                                  "September", "Oktober",  "November", "Desember"};
constexpr MonthNames months_en = {"January",   "February", "March",    "April",
                                  "May",       "June",     "July",     "August",
                                  "September", "October",  "November", "December"};
constexpr MonthNames short_months_id = {"Jan", "Feb", "Mar", "Apr", "Mei", "Jun",
                                        "Jul", "Agu", "Sep", "Okt", "Nov", "Des"};
constexpr MonthNames short_months_en = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

using WeekdayNames = std::array<std::string_view, 7>;

constexpr WeekdayNames weekdays_id = {"Senin", "Selasa", "Rabu",  "Kamis",
                                      "Jumat", "Sabtu",  "Minggu"};
constexpr WeekdayNames weekdays_en = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                      "Friday", "Saturday", "Sunday"};

bool is_leap_year(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

constexpr std::int64_t days_in_era = 146097;
constexpr std::int64_t march_of_year_0_to_1970 = 719468;  ///< Days from 0000-03-01.

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap_year(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

/// The number that `digits` write; -1 where a character is no digit.
int number_from_digits(std::string_view digits) {
  int number = 0;
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') return -1;
    number = number * 10 + (digit - '0');
  }
  return number;
}

/// A long text goes to the log alone: whatever it is, the reader did not type it.
tl::unexpected<Error> no_date(std::string_view text) {
  constexpr std::size_t repeated_bytes_max = 40;
  const std::string came =
      text.size() <= repeated_bytes_max ? ", but “" + std::string(text) + "” came" : "";
  return fail(ErrorCode::invalid,
              "A date such as 2026-11-03 was expected" + came + ". Write year, month and day.",
              std::string(text));
}

std::string text_from_parts(Date date, const MonthNames& months) {
  MUST(date.month >= 1 && date.month <= 12);
  return fmt::format(FMT_COMPILE("{} {} {}"), date.day,
                     months[static_cast<std::size_t>(date.month - 1)], date.year);
}

}  // namespace

Result<Date> date_from_text(std::string_view text) {
  const bool has_shape = text.size() >= 10 && text[4] == '-' && text[7] == '-' &&
                         (text.size() == 10 || text[10] == 'T' || text[10] == ' ');
  if (!has_shape) return no_date(text);
  const Date date{number_from_digits(text.substr(0, 4)), number_from_digits(text.substr(5, 2)),
                  number_from_digits(text.substr(8, 2))};
  const bool is_in_calendar = date.year >= 1 && date.month >= 1 && date.month <= 12 &&
                              date.day >= 1 && date.day <= days_in_month(date.year, date.month);
  if (!is_in_calendar) return no_date(text);
  return date;
}

std::string iso_from_date(Date date) {
  const auto padded = [](int number, std::size_t digits) {
    const std::string text = std::to_string(number);
    return std::string(digits - std::min(digits, text.size()), '0') + text;
  };
  return padded(date.year, 4) + '-' + padded(date.month, 2) + '-' + padded(date.day, 2);
}

std::string text_from_date(Date date, Language language) {
  return text_from_parts(date, language == Language::en ? months_en : months_id);
}

std::string short_text_from_date(Date date, Language language) {
  return text_from_parts(date, language == Language::en ? short_months_en : short_months_id);
}

Weekday weekday_from_date(Date date) {
  constexpr std::int64_t weekday_of_day_0 = 3;  // 1970-01-01 was a Thursday.
  const std::int64_t place = (day_number_from_date(date) + weekday_of_day_0) % 7;
  return static_cast<Weekday>(place < 0 ? place + 7 : place);
}

std::string weekday_text_from_date(Date date, Language language) {
  const WeekdayNames& names = language == Language::en ? weekdays_en : weekdays_id;
  const auto place = static_cast<std::size_t>(weekday_from_date(date));
  return std::string(names[place]) + ", " + text_from_date(date, language);
}

// Years begin in March here, so that the leap day is the last day of one, and are counted in eras
// of 400 years, after which the calendar repeats (146,097 days).
std::int64_t day_number_from_date(Date date) {
  const std::int64_t year = date.month <= 2 ? date.year - 1 : date.year;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t month_from_march = (date.month + 9) % 12;
  const std::int64_t day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;
  const std::int64_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * days_in_era + day_of_era - march_of_year_0_to_1970;
}

Date date_from_day_number(std::int64_t day_number) {
  const std::int64_t day = day_number + march_of_year_0_to_1970;
  const std::int64_t era = (day >= 0 ? day : day - (days_in_era - 1)) / days_in_era;
  const std::int64_t day_of_era = day - era * days_in_era;
  const std::int64_t leap_days = day_of_era / 1460 - day_of_era / 36524 + day_of_era / 146096;
  const std::int64_t year_of_era = (day_of_era - leap_days) / 365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
  const auto month = static_cast<int>(month_from_march < 10 ? month_from_march + 3  //
                                                            : month_from_march - 9);
  const std::int64_t year = era * 400 + year_of_era + (month <= 2 ? 1 : 0);
  return {static_cast<int>(year), month,
          static_cast<int>(day_of_year - (153 * month_from_march + 2) / 5 + 1)};
}

}  // namespace base
