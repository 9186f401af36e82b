// The stretch of days that a report is about.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/language.h"
#include "base/result.h"

namespace desk {

/// Both days included.
struct ReportPeriod {
  base::Date first;
  base::Date last;

  friend bool operator==(const ReportPeriod&, const ReportPeriod&) = default;
};

/// "2026-11" (month), "2026-Q4" (quarter), "2026-S2" (semester), "2026" (year),
/// "2026-01-05..2026-02-10" (range). Fails with `invalid` where the text is none of these, and
/// where a range ends before it begins.
base::Result<ReportPeriod> report_period_from_text(std::string_view text);

/// "1 November 2026 – 30 November 2026".
std::string text_from_report_period(const ReportPeriod& period, base::Language language);

/// The first day of each month that the period touches, rising.
std::vector<base::Date> months_of(const ReportPeriod& period);

}  // namespace desk
