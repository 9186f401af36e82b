#include "output/html_report.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/desk/report_story.h"
#include "support/has.h"

namespace {

using support::has;

}  // namespace

TEST_CASE("the page of reports has the choice, the tickets behind the rows, and the files") {
  const output::OfficeFrame frame = {
      base::Language::id,      "Rina · Admin Web", desk::office_classifications(),
      desk::office_settings(), base::Zone(),       true};
  output::ReportPage page;
  page.choices = {{"16-1", "Register"}, {"16-2", "Rekapitulasi"}};
  page.number = "16-1";
  page.period = "2026-Q4";
  page.report = desk::report_of(desk::two_tickets(), "16-1");
  output::Site site;
  site.base_path = "/";
  const auto html = output::report_document(
      "{{lang}}{{title}}{{head}}{{boot}}{{body}}{{header}}{{main}}{{footer}}", frame, page, site);
  REQUIRE(html);
  CHECK(has(*html, R"(<option value="16-1" selected)"));
  CHECK(has(*html, R"(href="/id/petugas/tiket/?number=PD-1")"));
  CHECK(has(*html, "period=2026-Q4&amp;as_of=2026-11-30T09%3A00%3A00Z&amp;file=xlsx"));
  CHECK(has(*html, R"(href="/id/petugas/laporan/" aria-current="true")"));
  CHECK(has(*html, R"(<th scope="col" class="number">)"));
}
