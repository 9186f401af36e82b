#include "desk/report_period.h"

namespace desk {
namespace {

constexpr int months_a_year = 12;

/// The number that so many digits make; -1 where they are none.
int whole_of_digits(std::string_view digits) {
  int number = 0;
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') return -1;
    number = number * 10 + (digit - '0');
  }
  return digits.empty() ? -1 : number;
}

base::Date month_after(base::Date month) {
  return month.month == months_a_year ? base::Date{month.year + 1, 1, 1}
                                      : base::Date{month.year, month.month + 1, 1};
}

/// `months` of them from the first of `month` on.
ReportPeriod whole_months(int year, int month, int months) {
  base::Date last = {year, month + months - 1, 1};
  last = base::date_from_day_number(base::day_number_from_date(month_after(last)) - 1);
  return {{year, month, 1}, last};
}

base::Result<ReportPeriod> no_period(std::string_view text) {
  return base::fail(base::ErrorCode::invalid,
                    "A period is a month (2026-11), a quarter (2026-Q4), a semester (2026-S2), a "
                    "year (2026) or a range (2026-01-05..2026-02-10).",
                    std::string(text));
}

base::Result<ReportPeriod> period_of_range(std::string_view text, std::size_t dots) {
  constexpr std::size_t date_length = 10;
  if (dots != date_length || text.size() != 2 * date_length + 2) return no_period(text);
  const auto first = base::date_from_text(text.substr(0, dots));
  const auto last = base::date_from_text(text.substr(dots + 2));
  if (!first || !last || *last < *first) return no_period(text);
  return ReportPeriod{*first, *last};
}

}  // namespace

base::Result<ReportPeriod> report_period_from_text(std::string_view text) {
  constexpr std::size_t year_length = 4;
  if (const auto dots = text.find(".."); dots != std::string_view::npos)
    return period_of_range(text, dots);
  const int year = whole_of_digits(text.substr(0, year_length));
  if (year < 1000) return no_period(text);
  const std::string_view part = text.substr(year_length);
  if (part.empty()) return whole_months(year, 1, months_a_year);
  if (part.size() != 3 || part[0] != '-') return no_period(text);
  const int number = whole_of_digits(part.substr(2));
  if (part[1] == 'Q' && number >= 1 && number <= 4) return whole_months(year, 3 * number - 2, 3);
  if (part[1] == 'S' && number >= 1 && number <= 2) return whole_months(year, 6 * number - 5, 6);
  const int month = whole_of_digits(part.substr(1));
  if (month >= 1 && month <= months_a_year) return whole_months(year, month, 1);
  return no_period(text);
}

std::string text_from_report_period(const ReportPeriod& period, base::Language language) {
  return base::text_from_date(period.first, language) + " – " +
         base::text_from_date(period.last, language);
}

std::vector<base::Date> months_of(const ReportPeriod& period) {
  std::vector<base::Date> months;
  for (base::Date month = {period.first.year, period.first.month, 1}; month <= period.last;
       month = month_after(month))
    months.push_back(month);
  return months;
}

}  // namespace desk
