// A report of the office as files: ready to sign (PDF), to count on (Excel), to read by machines
// (CSV), and as a page. All are made from the same desk::Report and say the same.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/result.h"
#include "desk/report.h"

namespace output {

/// Title, period, "as of", one block of rows for each table, and the digest. Separated by commas,
/// with a byte order mark, as Excel opens it.
std::string csv_from_report(const desk::Report& report, const base::Zone& zone);

/// One sheet for each table, counts as numbers; the last also has the places for signatures. The
/// same report gives the same bytes. Fails as XlsxBook::take_bytes.
base::Result<std::string> xlsx_from_report(const desk::Report& report, const base::Zone& zone);

struct ReportPaper {
  std::vector<std::string> letterhead;           ///< The office's name, a line each.
  std::string_view regular_font, semibold_font;  ///< TrueType bytes.
  base::Zone zone;
};

/// A4 across: headings repeated on each sheet, at its foot the time, the digest and the sheet's
/// number, at the end the places for signatures. The same report gives the same bytes. Fails as
/// PdfDocument::bytes.
base::Result<std::string> pdf_from_report(const desk::Report& report, const ReportPaper& paper);

/// "Keadaan per 30 November 2026, 16.00 WIB".
std::string report_as_of_text(const desk::Report& report, const base::Zone& zone);

}  // namespace output
