// Reports on paper.
#include "output/report.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/desk/report_story.h"
#include "shared/output/sample_pdf.h"

TEST_CASE("a report on paper takes as many sheets as it needs, and is the same each time") {
  const output::ReportPaper paper = {{"BADAN PUSAT STATISTIK"},
                                     output::sample_font("Regular"),
                                     output::sample_font("SemiBold"),
                                     {}};
  std::vector<desk::ReportTicket> tickets(100, desk::two_tickets()[1]);
  const desk::Report report = desk::report_of(tickets, "16-1");
  const auto pdf = output::pdf_from_report(report, paper);
  REQUIRE(pdf);
  CHECK(pdf->find("/MediaBox") != pdf->rfind("/MediaBox"));
  CHECK(*output::pdf_from_report(report, paper) == *pdf);
}

TEST_CASE("a font that is none is told") {
  const desk::Report report = desk::report_of({}, "16-1");
  CHECK_FALSE(output::pdf_from_report(report, {{}, "none", "none", {}}));
}
