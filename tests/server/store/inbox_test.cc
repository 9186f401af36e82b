#include "store/inbox.h"

#include "server/store/test_store.h"

using namespace store_test;

namespace {

bool take_one_mail(TestStore& store, const std::string& fingerprint, const std::string& id = "") {
  return store.written([&](Transaction& t) { return take_mail(t, {fingerprint, id}, at(1)); });
}

std::int64_t hold_one(TestStore& store, std::optional<std::int64_t> ticket = {}) {
  return store.written([&](Transaction& t) {
    return hold_mail(t,
                     {"other_sender", "rina@example.org", "Halo – ½", ticket,
                      std::string("From: a\r\n\r\n\0\xff", 14), at(1000)},
                     at(2));
  });
}

std::vector<store::HeldMail> waiting(TestStore& store) {
  return store.seen([](Transaction& t) { return list_held_mails(t, 9); });
}

base::Result<void> resolve(TestStore& store, std::int64_t id) {
  return store.write(
      [&](Transaction& t) { return resolve_held_mail(t, id, "dismissed", "sari", at(5)); });
}

}  // namespace

STORE_TEST("a mail is taken once, each for itself") {
  CHECK(take_one_mail(store, "a"));
  CHECK_FALSE(take_one_mail(store, "a"));
  CHECK(take_one_mail(store, "b"));
}

STORE_TEST("a transaction that fails has not taken the mail") {
  const auto failed = store.write([](Transaction& t) -> base::Result<void> {
    value(take_mail(t, {"a", ""}, at(1)));
    return base::fail(base::ErrorCode::cancelled, "Stop.");
  });
  REQUIRE_FALSE(failed);
  CHECK(take_one_mail(store, "a"));
}

STORE_TEST("a Message-ID leads to the ticket that its mail went to") {
  const store::Ticket ticket = open_one(store);
  const auto found = [&](const std::string& id) {
    return store.seen([&](Transaction& t) { return ticket_of_taken_mail(t, id); });
  };
  take_one_mail(store, "a", "id-a");
  CHECK(found("id-a") == std::nullopt);
  value(store.write([&](Transaction& t) { return mail_became(t, "a", "joined", ticket.id); }));
  CHECK(found("id-a") == ticket.id);
  CHECK(found("id-b") == std::nullopt);
}

STORE_TEST("what is held waits, byte for byte, until somebody decides") {
  const store::Ticket ticket = open_one(store);
  const std::int64_t id = hold_one(store, ticket.id);
  const auto held = waiting(store);
  REQUIRE(held.size() == 1);
  CHECK(held[0].id == id);
  CHECK(held[0].reason == "other_sender");
  CHECK(held[0].sender == "rina@example.org");
  CHECK(held[0].subject == "Halo – ½");
  CHECK(held[0].ticket_id == ticket.id);
  CHECK(held[0].bytes_count == 14);
  CHECK(held[0].held_at == at(2));
  CHECK(store.seen([&](Transaction& t) { return read_held_mail(t, id); }) ==
        std::string("From: a\r\n\r\n\0\xff", 14));

  CHECK(resolve(store, id));
  CHECK(waiting(store).empty());
  CHECK(resolve(store, id).error().code == base::ErrorCode::conflict);
  CHECK(resolve(store, id + 1).error().code == base::ErrorCode::not_found);
  CHECK(store.read([&](Transaction& t) { return read_held_mail(t, id); }).error().code ==
        base::ErrorCode::not_found);
}

STORE_TEST("what nobody decides about is erased when its time is over") {
  hold_one(store);
  const auto expired = [&](std::int64_t ms) {
    return store.written([&](Transaction& t) { return expire_held_mails(t, at(ms)); });
  };
  CHECK(expired(999) == 0);
  CHECK(waiting(store).size() == 1);
  CHECK(expired(1000) == 1);
  CHECK(waiting(store).empty());
  CHECK(expired(1001) == 0);
}

TEST_CASE("what was resolved leaves no byte of the mail in the files") {
  TestStore store(Engine::sqlite);
  const std::int64_t id = hold_one(store);
  value(resolve(store, id));
  for (const char* name : {"state/lumbung.db", "state/lumbung.db-wal"}) {
    CAPTURE(name);
    CHECK(store.place().read(name).find("rina@example.org") == std::string::npos);
  }
}
