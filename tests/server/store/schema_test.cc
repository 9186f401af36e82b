// The tables themselves: what they refuse, whoever asks.
#include "server/store/test_store.h"
#include "store/audit.h"
#include "store/failure.h"
#include "store/people.h"
#include "store/statement.h"

using namespace store_test;

namespace {

/// What comes of a statement that no function of the store would run.
base::Result<void> tried(TestStore& store, const std::string& sql) {
  return store.write([&](Transaction& t) {
    return at_door(t, [&]() -> base::Result<void> {
      store::Statement(t, sql).run();
      return {};
    });
  });
}

}  // namespace

STORE_TEST("events, views of people and the audit are never changed or deleted") {
  const store::Ticket ticket = open_one(store);
  store.written([&](Transaction& t) {
    return view_person(t, ticket.id, {"sari", "ticket"}, at(1));
  });
  store.written([](Transaction& t) { return append_audit(t, {at(1), "sari", "a", "o", ""}); });
  for (const std::string table : {"ticket_event", "person_view", "audit"}) {
    CAPTURE(table);
    for (const std::string& sql :
         {"UPDATE " + table + " SET actor = 'x'", "DELETE FROM " + table}) {
      const auto refused = tried(store, sql);
      REQUIRE_FALSE(refused);
      CHECK(refused.error().detail.find(table + " is append-only") != std::string::npos);
    }
  }
}

STORE_TEST("a table cannot be emptied around its triggers") {
  const store::Ticket ticket = open_one(store);
  const bool is_sqlite = store.place().engine() == Engine::sqlite;
  CHECK_FALSE(tried(store, is_sqlite ? "REPLACE INTO ticket_event SELECT * FROM ticket_event"
                                     : "TRUNCATE ticket_event"));
  CHECK(store.seen([&](Transaction& t) { return events_of_ticket(t, ticket.id); }).size() == 1);
}

STORE_TEST("what belongs to a ticket needs the ticket") {
  CHECK_FALSE(tried(store,
                    "INSERT INTO person (ticket_id, part, body, expires_at) "
                    "VALUES (77, 'requester', '{}', 0)"));
}

STORE_TEST("a column keeps to its type") {
  CHECK_FALSE(tried(store, "INSERT INTO counter (scope, last) VALUES ('PD', 'many')"));
}

TEST_CASE("no statement changes the schema of a SQLite file behind its back") {
  TestStore store(Engine::sqlite);
  tried(store, "PRAGMA writable_schema = ON");
  CHECK_FALSE(tried(store, "UPDATE sqlite_schema SET sql = ''"));
}
