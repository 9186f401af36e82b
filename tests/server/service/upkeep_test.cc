#include "service/upkeep.h"

#include <catch2/catch_test_macros.hpp>

#include "server/service/office_fixture.h"

namespace {

using support::desk_monday;

struct Upkeep : support::OfficeFixture {
  service::Record upkeep_ticket(base::Instant at) {
    return database
        .write([&](store::Transaction& t) {
          return service::record_by_number(t, "PD-2026-0001", {"sari", "ticket"}, at);
        })
        .value();
  }
};

TEST_CASE("when the time is over people go, and their tickets and events stay") {
  Upkeep office;
  office.ask(desk_monday, "a", "dian@example.org");
  constexpr std::int64_t day = 24 * 60 * 60;
  const std::int64_t kept = office.data.settings.retention_months * 31 * day;
  CHECK(service::erase_expired(office.database, office.data, {desk_monday.seconds + kept - 1}) ==
        0);
  const base::Instant over{desk_monday.seconds + kept};
  CHECK(service::erase_expired(office.database, office.data, over) == 1);
  const service::Record record = office.upkeep_ticket(over);
  CHECK(record.ticket.is_erased);
  CHECK(record.ticket.outcome == desk::Outcome::withdrawn);
  CHECK(record.events.size() == 3);
  CHECK(record.events[2].actor == desk::Actor::system);
  CHECK(record.events[0].text.empty());
  CHECK(record.requester.email.empty());
  CHECK(record.ticket.facts.table == "penduduk");
  CHECK(service::erase_expired(office.database, office.data, over) == 0);
}

TEST_CASE("a new holiday moves the promise of an open ticket once, and says so in it") {
  Upkeep office;
  office.ask(desk_monday, "a", "dian@example.org");
  CHECK(service::follow_calendar(office.database, office.data, desk_monday) == 0);
  office.data.calendar.closed_days = {
      {{2026, 11, 25}, desk::ClosedDay::Kind::office, {"Libur", "Holiday"}}};
  CHECK(service::follow_calendar(office.database, office.data, desk_monday) == 1);
  const service::Record record = office.upkeep_ticket(desk_monday);
  REQUIRE(record.events.size() == 2);
  CHECK(record.events[1].kind() == desk::EventKind::due_recomputed);
  CHECK(record.ticket.promised == base::Date{2026, 11, 27});
  CHECK(service::follow_calendar(office.database, office.data, desk_monday) == 0);
}

}  // namespace
