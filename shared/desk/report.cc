#include "desk/report.h"

#include <algorithm>
#include <tuple>

#include "base/digest.h"
#include "base/json_writer.h"
#include "base/words.h"
#include "desk/report_lines.h"

namespace desk {
namespace {

using base::Word;

/// The events of a ticket until `as_of`.
std::vector<Event> events_until(const std::vector<Event>& events, base::Instant as_of) {
  std::vector<Event> kept;
  for (const Event& event : events)
    if (event.at <= as_of) kept.push_back(event);
  return kept;
}

base::Result<ReportLine> line_of(const ReportTicket& source, const std::vector<Event>& events,
                                 const ReportSources& sources, base::Instant as_of) {
  auto ticket = ticket_from_events(events);
  if (!ticket)
    return base::fail(ticket.error().code, ticket.error().message,
                      source.number + " " + ticket.error().detail);
  ReportLine line;
  line.number = source.number;
  line.received = base::local_from_instant(ticket->opened_at, sources.calendar.zone).date;
  line.steps = step_times_from_ticket(*ticket, sources.calendar, sources.settings);
  const Clocks clocks = clocks_from_ticket(*ticket, sources.calendar, sources.settings, as_of);
  line.is_answered = ticket->answered_at.has_value();
  line.is_late = clocks.promise && clocks.promise->is_late;
  // A ticket that ended without an answer (withdrawn) keeps nobody waiting.
  if (ticket->status == TicketStatus::closed && !line.is_answered) line.is_late = false;
  for (const Event& event : events)
    if (const auto* notice = std::get_if<NoticeSent>(&event.body))
      line.letters.push_back(notice->letter_number);
  line.ticket = *std::move(ticket);
  return line;
}

std::string canonical_bytes(const Report& report) {
  base::JsonWriter json;
  json.open_object();
  json.text_member("number", report.number);
  json.text_member("title", report.title);
  json.text_member("period", report.period);
  json.text_member("as_of", base::iso_from_instant(report.as_of));
  json.key("tables");
  json.open_array();
  for (const ReportTable& table : report.tables) {
    json.open_array();
    json.text(table.title);
    for (const std::string& head : table.heads)
      json.text(head);
    for (const auto& row : table.rows) {
      json.open_array();
      for (const ReportCell& cell : row)
        json.text(cell.text);
      json.close_array();
    }
    json.close_array();
  }
  json.close_array();
  json.key("signers");
  json.open_array();
  for (const ReportSigner& signer : report.signers) {
    json.text(signer.label);
    json.text(signer.post);
    json.text(signer.name);
  }
  json.close_array();
  json.close_object();
  return std::move(json).take();
}

}  // namespace

std::int64_t ReportLine::used_seconds() const {
  std::int64_t seconds = 0;
  for (const StepTime& step : steps)
    seconds += step.used_seconds;
  return seconds;
}

std::int64_t ReportLine::standard_seconds() const {
  std::int64_t seconds = 0;
  for (const StepTime& step : steps)
    seconds += step.standard_seconds;
  return seconds;
}

base::Result<std::vector<ReportLine>> report_lines(const std::vector<ReportTicket>& tickets,
                                                   const ReportSources& sources,
                                                   const ReportWish& wish) {
  std::vector<ReportLine> lines;
  for (const ReportTicket& ticket : tickets) {
    const std::vector<Event> events = events_until(ticket.events, wish.as_of);
    if (events.empty()) continue;
    const base::Date received =
        base::local_from_instant(events.front().at, sources.calendar.zone).date;
    if (received < wish.period.first || received > wish.period.last) continue;
    auto line = line_of(ticket, events, sources, wish.as_of);
    if (!line) return tl::unexpected(line.error());
    if (line->ticket.outcome != Outcome::not_a_request) lines.push_back(*std::move(line));
  }
  std::sort(lines.begin(), lines.end(), [](const ReportLine& a, const ReportLine& b) {
    return std::tie(a.ticket.opened_at, a.number) < std::tie(b.ticket.opened_at, b.number);
  });
  return lines;
}

std::string report_label(const Classification& list, std::string_view code,
                         base::Language language) {
  if (code.empty()) return "–";
  const Choice* choice = list.find(code);
  return choice ? choice->label.in(language) : std::string(code);
}

std::string wanted_label(const RequestFacts& facts, const ReportSources& sources,
                         base::Language language) {
  if (facts.table.empty()) return std::string(base::text(Word::report_in_own_words, language));
  const stats::TableCard* card = sources.catalogue.find_table(facts.table);
  return card ? card->title.in(language) : facts.table;
}

base::Result<Report> report_from_tickets(const std::vector<ReportTicket>& tickets,
                                         const ReportDefinition& definition,
                                         const ReportSources& sources, const ReportWish& wish) {
  const auto lines = report_lines(tickets, sources, wish);
  if (!lines) return tl::unexpected(lines.error());
  Report report;
  report.number = definition.number;
  report.title = definition.title.in(wish.language);
  report.period = text_from_report_period(wish.period, wish.language);
  report.as_of = wish.as_of;
  report.language = wish.language;
  if (definition.is_register)
    report.tables.push_back(register_table(*lines, definition, sources, wish));
  else
    report.tables = recap_tables(*lines, definition, sources, wish);
  for (std::size_t column = 0; column < definition.columns.size(); ++column)
    if (definition.columns[column].field == RegisterField::ticket) report.ticket_column = column;
  for (const ReportSignature& signature : definition.signatures) {
    const base::Text& post = sources.settings.posts[static_cast<std::size_t>(signature.role)];
    report.signers.push_back(
        {signature.label.in(wish.language), post.in(wish.language), signature.name});
  }
  report.sha256 = base::sha256_hex(canonical_bytes(report));
  return report;
}

std::string short_report_digest(const Report& report) {
  std::string digits = report.sha256.substr(0, 8);
  std::transform(digits.begin(), digits.end(), digits.begin(),
                 [](char c) { return c >= 'a' && c <= 'f' ? static_cast<char>(c - 32) : c; });
  return digits.substr(0, 4) + "-" + digits.substr(4);
}

}  // namespace desk
