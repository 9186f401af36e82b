#include "desk/report.h"

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "shared/desk/report_story.h"

namespace desk {

TEST_CASE("what happens later changes neither figures nor digest of a report as of a time") {
  std::vector<ReportTicket> tickets = two_tickets();
  const Report before = report_of(tickets, "16-1", "2026-11-19T12:00:00");
  Event late;
  late.at = office_time("2026-11-20T09:00:00");
  late.actor = Actor::officer;
  late.account = "rina";
  late.body = Reopened{};
  tickets[0].events.push_back(late);
  tickets.push_back({"PD-3", {tickets[1].events[0]}});
  tickets[2].events[0].at = late.at;
  std::reverse(tickets.begin(), tickets.end());
  CHECK(report_of(tickets, "16-1", "2026-11-19T12:00:00").sha256 == before.sha256);
  CHECK(report_of(tickets, "16-1").sha256 != before.sha256);
  CHECK(report_of(tickets, "16-1").tables[0].rows.size() == 3);
}

TEST_CASE("a digest on paper is eight capital digits") {
  Report report;
  report.sha256 = "3f0a7d21ffff";
  CHECK(short_report_digest(report) == "3F0A-7D21");
}

}  // namespace desk
