// The CSV of a report.
#include "output/report.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/desk/report_story.h"
#include "support/has.h"

namespace {

using support::has;

}  // namespace

TEST_CASE("the CSV of a report says what it is, as of when, and its digest, before the rows") {
  const desk::Report report = desk::report_of(desk::two_tickets(), "16-1");
  const std::string csv = output::csv_from_report(report, {});
  CHECK(
      csv.starts_with("\xEF\xBB\xBF"
                      "Laporan 16-1\r\nRegister permintaan data\r\n"));
  CHECK(has(csv, "Keadaan per 30 November 2026, 16.00 WIB"));
  CHECK(has(csv, "Sidik " + report.sha256));
  CHECK(has(csv, "\r\n1,PD-1,"));
}
