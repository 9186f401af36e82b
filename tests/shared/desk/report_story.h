// Requests of November 2026 and the reports about them.
#pragma once

#include <string>
#include <vector>

#include "shared/desk/ticket_story.h"

#include "desk/report.h"

namespace desk {

inline stats::Catalogue coffee_catalogue() {
  stats::Catalogue catalogue;
  catalogue.subjects.push_back({"farm", {"Pertanian", "Farming"}, ""});
  stats::TableCard card;
  card.code = "kopi";
  card.title = {"Luas panen kopi", "Coffee"};
  card.subject = "farm";
  catalogue.tables.push_back(card);
  return catalogue;
}

inline ReportDefinition office_report(const std::string& number) {
  return read_or_fail(report_definition_from_json(office_file("reports/" + number + ".json")));
}

/// Two requests of November and what became of them, out of order.
inline std::vector<ReportTicket> two_tickets() {
  TicketStory answered;
  answered.office("2026-11-19T09:01:00", Assigned{"rina"})
      .office("2026-11-19T09:03:00", StepDone{SopStep::search})
      .office("2026-11-19T09:10:00", DataSent{"kopi"})
      .office("2026-11-19T09:10:00", Closed{Outcome::answered});
  std::get<Opened>(answered.events[0].body).facts.table = "kopi";
  TicketStory refused;
  refused.office("2026-11-19T09:02:00", Assigned{"rina"})
      .office("2026-11-19T09:04:00", NoticeSent{"B-7", "level", ""})
      .office("2026-11-19T09:04:00", Closed{Outcome::not_held});
  return {{"PD-2", refused.events}, {"PD-1", answered.events}};
}

inline Report report_of(const std::vector<ReportTicket>& tickets, const std::string& number,
                        const std::string& as_of = "2026-11-30T16:00:00") {
  static const stats::Catalogue catalogue = coffee_catalogue();
  ReportWish wish;
  wish.period = read_or_fail(report_period_from_text("2026-Q4"));
  wish.as_of = office_time(as_of);
  return read_or_fail(report_from_tickets(
      tickets, office_report(number),
      {office_calendar(), office_settings(), office_classifications(), catalogue}, wish));
}

/// The cells of a row, by its first, of the table that has this title.
inline std::vector<std::string> row_of(const Report& report, const std::string& title,
                                       const std::string& label) {
  for (const ReportTable& table : report.tables) {
    for (const auto& row : table.rows) {
      if (table.title != title || row.front().text != label) continue;
      std::vector<std::string> texts;
      for (auto cell = row.begin() + 1; cell != row.end(); ++cell)
        texts.push_back(cell->text);
      return texts;
    }
  }
  return {"no such row"};
}

}  // namespace desk
