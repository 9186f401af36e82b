// The office's reports as a page: choose report, period and time, read it, take its files.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "desk/report.h"
#include "output/html_office.h"

namespace output {

struct ReportPage {
  std::vector<std::pair<std::string, std::string>> choices;  ///< Number and title of each report.
  std::string number, period, as_of;                         ///< As asked for, or the usual ones.
  std::optional<desk::Report> report;
  std::string failure;  ///< Why there is none.
};
base::Result<std::string> report_document(std::string_view html_template, const OfficeFrame& frame,
                                          const ReportPage& page, const Site& site);

/// "/lumbung/id/petugas/laporan/", "/lumbung/en/office/reports/".
std::string reports_path(const Site& site, base::Language language);

/// The page draws so many rows of a table; the files have them all.
inline constexpr std::size_t report_rows_drawn_max = 500;

}  // namespace output
