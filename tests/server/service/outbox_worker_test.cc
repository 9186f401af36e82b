#include "service/outbox_worker.h"

#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "server/service/desk_fixture.h"
#include "service/ticket_record.h"
#include "support/has.h"
#include "support/scripted_server.h"

namespace {

using service::hand_over_due;
using support::desk_monday;
using support::has;
using support::ScriptedServer;

const ScriptedServer::Script taking = {"220 mx", "250 mx",    "250 ok",
                                       "250 ok", "354 go on", "250 taken"};

struct Outbox : support::DeskFixture {
  Outbox() { queue("first@bps.example"); }

  std::int64_t mails_max = 200;

  void queue(const std::string& message_id) {
    database
        .write([&](store::Transaction& t) {
          return store::enqueue_mail(
              t,
              {message_id,
               {},
               "receipt",
               "rina@example.org",
               R"({"subject": "Halo – ½", "text": "Isi\n", "automatic": true})"},
              service::store_time(desk_monday));
        })
        .value();
  }
  service::OutboxRound round(int port, std::int64_t seconds) {
    service::OutboxSettings settings;
    settings.sender = {"BPS", "office@bps.example"};
    settings.mails.times = mails_max;
    settings.smtp.host = "127.0.0.1";
    settings.smtp.port = port;
    settings.smtp.answer_ms = settings.smtp.connect_ms = 1000;
    settings.smtp.whole_ms = 5000;
    return hand_over_due(database, settings, {desk_monday.seconds + seconds}).value();
  }
  store::OutboxCounts counts() {
    return database.read([](store::Transaction& t) { return store::count_mails(t); }).value();
  }
};

TEST_CASE("a mail that is due is handed over once, with its own Message-ID") {
  Outbox outbox;
  ScriptedServer server({taking});
  CHECK(outbox.round(server.port(), 1).handed_over == 1);
  CHECK(outbox.round(server.port(), 9999).handed_over == 0);
  CHECK(outbox.counts().handed_over == 1);
  CHECK(has(server.heard()[0], "RCPT TO:<rina@example.org>"));
  CHECK(has(server.heard()[0], "Message-Id: <first@bps.example>"));
  CHECK(has(server.heard()[0], "Auto-Submitted: auto-generated"));
}

TEST_CASE("a mail that nobody takes waits longer each time, and is the same one when it goes") {
  Outbox outbox;
  CHECK(outbox.round(1, 1).failed == 1);
  // Not due yet: one minute, a fifth more or less.
  CHECK(outbox.round(1, 30).failed == 0);
  CHECK(outbox.round(1, 80).failed == 1);
  CHECK(outbox.round(1, 120).failed == 0);
  CHECK(outbox.counts().waiting == 1);
  ScriptedServer server({taking});
  CHECK(outbox.round(server.port(), 400).handed_over == 1);
  CHECK(has(server.heard()[0], "Message-Id: <first@bps.example>"));
}

TEST_CASE(
    "a mail that is refused for good, or that nobody took for three days, waits for a person") {
  Outbox outbox;
  ScriptedServer server({{"220 mx", "250 mx", "250 ok", "550 no such reader"}});
  CHECK(outbox.round(server.port(), 1).failed == 1);
  CHECK(outbox.counts().dead == 1);
  outbox.queue("second@bps.example");
  CHECK(outbox.round(1, service::mail_given_up_seconds + 1).failed == 1);
  CHECK(outbox.counts().dead == 2);
}

TEST_CASE("mails beyond the limit of the hour wait for the next, and say why") {
  Outbox outbox;
  outbox.queue("second@bps.example");
  outbox.mails_max = 1;
  ScriptedServer server({taking, taking});
  const service::OutboxRound round = outbox.round(server.port(), 1);
  CHECK(round.handed_over == 1);
  CHECK(round.postponed == 1);
  CHECK(outbox.counts().waiting == 1);
  const auto failed =
      outbox.database.read([](store::Transaction& t) { return store::failed_mails(t, 9); }).value();
  REQUIRE(failed.size() == 1);
  CHECK(failed[0].last_error == "The limit of 1 mails is reached.");
  CHECK(outbox.round(server.port(), 3599).handed_over == 0);
  CHECK(outbox.round(server.port(), 3600).handed_over == 1);
  CHECK(has(server.heard()[1], "Message-Id: <second@bps.example>"));
}

TEST_CASE("waiting doubles up to an hour, with a fifth of chance") {
  CHECK(service::retry_wait_seconds(1, 0.5) == 60);
  CHECK(service::retry_wait_seconds(2, 0.5) == 120);
  CHECK(service::retry_wait_seconds(6, 0.5) == 32 * 60);
  CHECK(service::retry_wait_seconds(7, 0.5) == 60 * 60);
  CHECK(service::retry_wait_seconds(1'000'000, 0.5) == 60 * 60);
  CHECK(service::retry_wait_seconds(1, 0.0) == 48);
  CHECK(service::retry_wait_seconds(1, 1.0) == 72);
}

}  // namespace
