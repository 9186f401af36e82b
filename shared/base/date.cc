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

bool is_leap_year(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

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

}  // namespace base
