#include "service/ticket_record.h"

#include <string>

#include <catch2/catch_test_macros.hpp>

#include "server/service/desk_fixture.h"

namespace {

using support::desk_monday;

struct Opened : support::DeskFixture {
  Opened() {
    service::NewRecord record;
    record.request.text = "Data “desa” ½";
    record.request.requester = {"Dian \"D\"", "Dinas", "dian@example.org", "+6281"};
    record.opened.at = desk_monday;
    record.opened.actor = desk::Actor::requester;
    record.opened.body = desk::Opened{{}, {2026, 11, 26}};
    record.opened.text = record.request.text;
    record.request_key_sha256 = std::string(64, 'a');
    record.link_sha256 = std::string(64, 'b');
    database
        .write([&](store::Transaction& t) {
          return service::open_record(t, data, record, "https://x/");
        })
        .value();
  }
  base::Result<service::Record> record() {
    return database.write([](store::Transaction& t) {
      return service::record_by_number(t, "PD-2026-0001", {"yogi", "ticket"}, desk_monday);
    });
  }
  base::Result<void> append(const service::Record& record, desk::EventBody body,
                            const std::string& text = "") {
    desk::Event event;
    event.at = {desk_monday.seconds + 300};
    event.actor = desk::Actor::officer;
    event.account = "yogi";
    event.body = std::move(body);
    event.text = text;
    return database.write(
        [&](store::Transaction& t) { return service::append_to_record(t, data, record, event); });
  }
};

TEST_CASE("a ticket comes back as it was opened, with who asked and what they wrote") {
  Opened opened;
  const service::Record record = opened.record().value();
  CHECK(record.stored.number == "PD-2026-0001");
  CHECK(record.requester == desk::Requester{"Dian \"D\"", "Dinas", "dian@example.org", "+6281"});
  REQUIRE(record.events.size() == 1);
  CHECK(record.events[0].text == "Data “desa” ½");
  CHECK(record.events[0].at == desk_monday);
  CHECK(record.ticket.promised == base::Date{2026, 11, 26});
}

TEST_CASE("an officer's words and account come back with the event") {
  Opened opened;
  REQUIRE(opened.append(opened.record().value(), desk::AskedRequester{}, "Desa yang mana?"));
  const service::Record record = opened.record().value();
  REQUIRE(record.events.size() == 2);
  CHECK(record.events[1].account == "yogi");
  CHECK(record.events[1].text == "Desa yang mana?");
  CHECK(record.ticket.status == desk::TicketStatus::waiting_for_requester);
  CHECK(record.stored.summary.state ==
        desk::text_from_ticket_status(desk::TicketStatus::waiting_for_requester));
}

TEST_CASE("of two who append at once the second is told") {
  Opened opened;
  const service::Record seen = opened.record().value();
  REQUIRE(opened.append(seen, desk::Assigned{"yogi"}));
  CHECK(opened.append(seen, desk::Assigned{"sari"}).error().code == base::ErrorCode::conflict);
}

TEST_CASE("a ticket that nobody opened is not found") {
  Opened opened;
  const auto missing = opened.database.write([](store::Transaction& t) {
    return service::record_by_number(t, "PD-2026-0002", {"yogi", "ticket"}, desk_monday);
  });
  CHECK(missing.error().code == base::ErrorCode::not_found);
}

TEST_CASE("time goes through the store by the second") {
  CHECK(service::instant_from_store(service::store_time(desk_monday)) == desk_monday);
}

}  // namespace
