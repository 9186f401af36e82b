// What the pages of the office have in common.
#include "output/html_office_parts.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/output/sample_office.h"
#include "shared/output/sample_site.h"

namespace {

std::string clock_html(std::int64_t used_seconds, bool is_paused) {
  wire::StepClockNow clock;
  clock.standard_seconds = 300;
  clock.used_seconds = used_seconds;
  clock.is_paused = is_paused;
  output::Markup html;
  output::write_step_clock(html, clock, base::Language::id);
  return html.take();
}

}  // namespace

TEST_CASE(
    "a step's clock turns amber at seven tenths of its time, red past it, and rests in a pause") {
  const auto bar = [](const std::string& text, const std::string& used) {
    return text + "<progress value=\"" + used +
           "\" max=\"300\" aria-hidden=\"true\"></progress></span>";
  };
  CHECK(clock_html(180, false) == bar("<span class=\"clock\">sisa 2 menit", "180"));
  CHECK(clock_html(240, false) == bar("<span class=\"clock late\">sisa 1 menit", "240"));
  CHECK(clock_html(360, false) == bar("<span class=\"clock over\">lewat 1 menit", "300"));
  CHECK(clock_html(240, true) == bar("<span class=\"clock\">jeda", "0"));
}

TEST_CASE("the way that is open is marked among the office's ways") {
  const output::OfficeFrame frame = output::office_frame();
  const output::Site site = output::sample_site();
  const auto ways = [&](std::string_view path) {
    output::Markup html;
    output::write_office_ways(html, frame, site, path);
    return html.take();
  };
  const std::string link = "<a href=\"/lumbung/id/petugas/\"";
  CHECK(ways("/lumbung/id/petugas/").find(link + " aria-current=\"true\">") != std::string::npos);
  CHECK(ways("/lumbung/id/petugas/laporan/").find(link + ">") != std::string::npos);
}

TEST_CASE("a ticket's status has a word, and a colour by its code") {
  output::Markup html;
  output::write_status(html, desk::TicketStatus::closed, base::Language::id);
  CHECK(html.take() == "<span class=\"tag closed\">Selesai</span>");
}
