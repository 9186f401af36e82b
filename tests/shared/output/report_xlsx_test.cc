// The workbook of a report.
#include "output/report.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/desk/report_story.h"
#include "support/has.h"

namespace {

using support::has;

}  // namespace

TEST_CASE("the workbook of a report is the same for the same report") {
  const desk::Report report = desk::report_of(desk::two_tickets(), "16-2");
  const auto workbook = output::xlsx_from_report(report, {});
  REQUIRE(workbook);
  CHECK(workbook->starts_with("PK"));
  for (std::size_t sheet = 1; sheet <= report.tables.size(); ++sheet)
    CHECK(has(*workbook, "xl/worksheets/sheet" + std::to_string(sheet) + ".xml"));
  CHECK(*output::xlsx_from_report(report, {}) == *workbook);
}
