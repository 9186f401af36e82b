// What reports know of each request: one line a ticket. Private to the reports.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "desk/clocks.h"
#include "desk/report.h"

namespace desk {

struct ReportLine {
  std::string number;
  Ticket ticket;  ///< As of the report's time.
  base::Date received;
  std::vector<StepTime> steps;
  std::vector<std::string> letters;
  bool is_answered = false;
  bool is_late = false;  ///< Beside the date promised to the public.

  std::int64_t used_seconds() const;
  std::int64_t standard_seconds() const;
};

/// In the order of the report.
base::Result<std::vector<ReportLine>> report_lines(const std::vector<ReportTicket>& tickets,
                                                   const ReportSources& sources,
                                                   const ReportWish& wish);

/// The tables of each kind of report.
ReportTable register_table(const std::vector<ReportLine>& lines, const ReportDefinition& definition,
                           const ReportSources& sources, const ReportWish& wish);
std::vector<ReportTable> recap_tables(const std::vector<ReportLine>& lines,
                                      const ReportDefinition& definition,
                                      const ReportSources& sources, const ReportWish& wish);

/// The label of a code; the code itself where the list no longer has it, and a dash for none.
std::string report_label(const Classification& list, std::string_view code,
                         base::Language language);
/// What the ticket is about, in the catalogue's words.
std::string wanted_label(const RequestFacts& facts, const ReportSources& sources,
                         base::Language language);

}  // namespace desk
