#include "output/html_office_parts.h"

#include <algorithm>

#include "base/text.h"
#include "base/words.h"
#include "desk/clocks.h"
#include "output/html_report.h"
#include "output/html_sign_in.h"

namespace output {

using base::Word;

void write_office_ways(Markup& html, const OfficeFrame& frame, const Site& site,
                       std::string_view path) {
  const std::string queue = office_path(site, frame.language);
  html.open("aside", {{"class", "ways"}});
  html.element("p", frame.officer, {{"class", "officer"}});
  html.open("nav", {{"aria-label", base::text(Word::office_title, frame.language)}});
  html.element("a", base::text(Word::queue_title, frame.language),
               {{"href", queue}, {path == queue ? "aria-current" : "", "true"}});
  if (frame.may_read_reports) {
    const std::string reports = reports_path(site, frame.language);
    html.element("a", base::text(Word::reports_title, frame.language),
                 {{"href", reports}, {path == reports ? "aria-current" : "", "true"}});
  }
  html.close("nav");
  html.close("aside");
  html.line();
}

void write_step_clock(Markup& html, const wire::StepClockNow& clock, base::Language language) {
  desk::StepClock shown;
  shown.step = clock.step;
  shown.standard_seconds = clock.standard_seconds;
  shown.used_seconds = clock.used_seconds;
  shown.is_paused = clock.is_paused;
  // Late is red, and seven tenths of the time amber.
  const bool is_late = clock.used_seconds * 10 >= clock.standard_seconds * 7;
  html.open("span", {{"class", clock.is_paused   ? "clock"
                               : shown.is_over() ? "clock over"
                               : is_late         ? "clock late"
                                                 : "clock"}});
  html.text(desk::text_from_step_clock(shown, language));
  const std::string used =
      std::to_string(std::clamp<std::int64_t>(clock.used_seconds, 0, clock.standard_seconds));
  const std::string standard = std::to_string(clock.standard_seconds);
  html.open("progress", {{"value", clock.is_paused ? "0" : std::string_view(used)},
                         {"max", standard},
                         {"aria-hidden", "true"}});
  html.close("progress");
  html.close("span");
}

void write_status(Markup& html, desk::TicketStatus status, base::Language language) {
  html.element(
      "span", base::text(desk::word_from_ticket_status(status), language),
      {{"class", std::string("tag ") + std::string(desk::text_from_ticket_status(status))}});
}

void write_open_viewer(Markup& html, const Site& site, base::Language language) {
  if (site.boot_address.empty()) return;
  html.element("button", base::text(Word::open_viewer, language),
               {{"type", "button"}, {"class", "button"}, {"id", "open-viewer"}, {"hidden", ""}});
}

std::vector<std::pair<std::string, std::string>> fields_of(const wire::QueueWish& wish) {
  std::vector<std::pair<std::string, std::string>> fields;
  const std::string query = wire::query_from_queue_wish(wish);
  for (const std::string_view part : base::split(query, '&')) {
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos) continue;
    fields.emplace_back(part.substr(0, equals), base::url_decoded(part.substr(equals + 1), false));
  }
  return fields;
}

}  // namespace output
