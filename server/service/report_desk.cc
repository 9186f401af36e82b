#include "service/report_desk.h"

#include <algorithm>
#include <utility>

#include "output/report.h"
#include "service/ticket_record.h"
#include "store/tickets.h"

namespace service {
namespace {

using base::ErrorCode;

base::Result<std::vector<desk::ReportTicket>> tickets_received(store::Database& database,
                                                               const base::Zone& zone,
                                                               const desk::ReportPeriod& period) {
  const store::Time from = store_time(base::instant_from_local(period.first, 0, zone));
  const store::Time before =
      store_time(base::instant_from_local(base::next_day(period.last), 0, zone));
  const auto stored = database.read([&](store::Transaction& transaction) {
    return store::events_of_tickets_opened(transaction, from, before);
  });
  if (!stored) return tl::unexpected(stored.error());
  std::vector<desk::ReportTicket> tickets;
  for (const store::TicketEvents& each : *stored) {
    desk::ReportTicket& ticket = tickets.emplace_back();
    ticket.number = each.number;
    for (const store::Event& kept : each.events) {
      auto event = event_from_store(kept);
      if (!event) return tl::unexpected(event.error());
      ticket.events.push_back(*std::move(event));
    }
  }
  return tickets;
}

}  // namespace

base::Result<desk::Report> report_from_register(store::Database& database, const DeskData& data,
                                                const std::string& number,
                                                const desk::ReportWish& wish) {
  const auto definition = std::find_if(data.reports.begin(), data.reports.end(),
                                       [&](const auto& each) { return each.number == number; });
  if (definition == data.reports.end())
    return base::fail(ErrorCode::not_found, "The office has no report of this number.", number);
  const auto tickets = tickets_received(database, data.calendar.zone, wish.period);
  if (!tickets) return tl::unexpected(tickets.error());
  return desk::report_from_tickets(
      *tickets, *definition, {data.calendar, data.settings, data.classifications, data.catalogue},
      wish);
}

base::Result<ReportFile> report_file(const desk::Report& report, const desk::ReportPeriod& period,
                                     std::string_view kind, const DeskData& data) {
  const base::Zone& zone = data.calendar.zone;
  ReportFile file;
  file.name = report.number + "_" + base::iso_from_date(period.first) + "_" +
              base::iso_from_date(period.last) + "." + std::string(kind);
  base::Result<std::string> bytes;
  if (kind == "csv") {
    file.media_type = "text/csv; charset=utf-8";
    bytes = output::csv_from_report(report, zone);
  } else if (kind == "xlsx") {
    file.media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    bytes = output::xlsx_from_report(report, zone);
  } else if (kind == "pdf") {
    file.media_type = "application/pdf";
    bytes = output::pdf_from_report(report, {data.letterhead.lines, data.letterhead.regular_font,
                                             data.letterhead.semibold_font, zone});
  } else {
    return base::fail(ErrorCode::invalid, "A report is made as csv, xlsx or pdf.",
                      std::string(kind));
  }
  if (!bytes) return tl::unexpected(bytes.error());
  file.bytes = *std::move(bytes);
  return file;
}

}  // namespace service
