// The office's reports: the register (Laporan 16-1) and the recapitulation (16-2), computed from
// what happened to tickets, and from nothing else. The same events, as of the same time, give the
// same report byte for byte, however often a ticket was changed later.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "base/language.h"
#include "base/result.h"
#include "desk/classification.h"
#include "desk/event.h"
#include "desk/report_definition.h"
#include "desk/report_period.h"
#include "desk/settings.h"
#include "desk/working_time.h"
#include "stats/catalogue.h"

namespace desk {

/// A ticket with its events in order. The words of people are not needed.
struct ReportTicket {
  std::string number;
  std::vector<Event> events;
};

/// What turns codes into words and instants into working time. Must outlive the call.
struct ReportSources {
  const Calendar& calendar;
  const DeskSettings& settings;
  const Classifications& classifications;
  const stats::Catalogue& catalogue;
};

struct ReportWish {
  ReportPeriod period;
  base::Instant as_of;  ///< What happened later does not count.
  base::Language language = base::Language::id;
};

struct ReportCell {
  std::string text;
  std::optional<std::int64_t> number;  ///< The same, where it is a count.
};

struct ReportTable {
  std::string title;  ///< Empty for the register, which has a single one.
  std::vector<std::string> heads;
  std::vector<std::vector<ReportCell>> rows;
};

struct ReportSigner {
  std::string label, post, name;
};

struct Report {
  std::string number, title;
  std::string period;  ///< In words.
  base::Instant as_of;
  base::Language language = base::Language::id;
  std::vector<ReportTable> tables;
  std::optional<std::size_t> ticket_column;  ///< Of the register: where the ticket's number is.
  std::vector<ReportSigner> signers;
  std::string sha256;  ///< Of all that is said above, 64 hexadecimal digits.
};

/// Of the requests that were received in the period; what is no request (Outcome::not_a_request) is
/// left out. Rows are in the order of receipt, then of numbers. Fails with `conflict` where a
/// ticket's events cannot follow each other.
base::Result<Report> report_from_tickets(const std::vector<ReportTicket>& tickets,
                                         const ReportDefinition& definition,
                                         const ReportSources& sources, const ReportWish& wish);

/// The beginning of the digest as it stands on paper: "3F0A-7D21".
std::string short_report_digest(const Report& report);

}  // namespace desk
