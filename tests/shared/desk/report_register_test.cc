// The register.
#include "desk/report_lines.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/desk/report_story.h"

namespace desk {

TEST_CASE("the register has a row for each request, in the order of receipt and number") {
  const Report report = report_of(two_tickets(), "16-1");
  REQUIRE(report.tables.size() == 1);
  REQUIRE(report.tables[0].rows.size() == 2);
  std::vector<std::string> first;
  for (const ReportCell& cell : report.tables[0].rows[0])
    first.push_back(cell.text);
  CHECK(first == std::vector<std::string>{"1", "PD-1", "19 November 2026, 09.00 WIB",
                                          "Formulir web", "(disamarkan)", "–", "–", "–", "–",
                                          "Luas panen kopi", "–", "–", "Data dikirim", "–", "10",
                                          "10", "Ya", "rina"});
  CHECK(report.tables[0].rows[1][13].text == "B-7");
}

}  // namespace desk
