#include "store/outbox.h"

#include <set>
#include <thread>

#include "server/store/test_store.h"
#include "store/people.h"

using namespace store_test;
using store::MailState;
using store::Milliseconds;

namespace {

std::int64_t enqueue(TestStore& store, const std::string& message_id, std::int64_t ms = 0) {
  return store.written([&](Transaction& t) {
    return enqueue_mail(t, {message_id, std::nullopt, "receipt", "sari@example.id", "{}"}, at(ms));
  });
}

std::vector<store::Mail> lease(TestStore& store, std::int64_t ms, std::int64_t count = 10) {
  return store.written(
      [&](Transaction& t) { return lease_mails(t, at(ms), Milliseconds(100), count); });
}

store::Mail find(TestStore& store, std::int64_t id) {
  return store.seen([&](Transaction& t) { return find_mail(t, id); });
}

base::Result<void> retry(TestStore& store, const store::Mail& mail, std::int64_t ms) {
  return store.write([&](Transaction& t) {
    return retry_mail_at(t, mail.id, mail.attempts_count, at(ms), "421 try later");
  });
}

base::Result<void> give_up(TestStore& store, const store::Mail& mail) {
  return store.write([&](Transaction& t) {
    return give_up_mail(t, mail.id, mail.attempts_count, at(9), "550 no such user");
  });
}

}  // namespace

STORE_TEST("a mail is queued once, however often it is asked for") {
  const std::int64_t first = enqueue(store, "receipt.1@example.id");
  CHECK(enqueue(store, "receipt.1@example.id", 50) == first);
  CHECK(enqueue(store, "receipt.2@example.id") != first);
  const store::Mail mail = find(store, first);
  CHECK(mail.content.message_id == "receipt.1@example.id");
  CHECK(mail.content.recipient == "sari@example.id");
  CHECK(mail.state == MailState::waiting);
  CHECK(mail.queued_at == at(0));
  CHECK(mail.attempts_count == 0);
}

STORE_TEST("a mail is queued together with what it is about, or not at all") {
  const auto failed = store.write([](Transaction& t) -> base::Result<void> {
    const auto opened = value(open_ticket(t, ticket_with_key("key-1")));
    value(enqueue_mail(t, {"m", opened.ticket.id, "receipt", "a@example.id", "{}"}, at(0)));
    return base::fail(base::ErrorCode::cancelled, "Stop.");
  });
  REQUIRE_FALSE(failed);
  CHECK(lease(store, 0).empty());
}

STORE_TEST("mails that are due are lent, oldest first, and to nobody else while the lease runs") {
  const std::int64_t late = enqueue(store, "b", 5);
  const std::int64_t early = enqueue(store, "a", 1);
  enqueue(store, "future", 60);
  const auto mails = lease(store, 10);
  REQUIRE(mails.size() == 2);
  CHECK(mails[0].id == early);
  CHECK(mails[1].id == late);
  CHECK(mails[0].state == MailState::leased);
  CHECK(mails[0].attempts_count == 1);
  CHECK(lease(store, 20).empty());
}

STORE_TEST("no more mails are lent than were asked for") {
  for (int i = 0; i < 3; ++i)
    enqueue(store, std::to_string(i));
  CHECK(lease(store, 1, 2).size() == 2);
  CHECK(lease(store, 1, 2).size() == 1);
}

STORE_TEST("a lease that has run out passes on, and its holder can no longer decide") {
  const std::int64_t id = enqueue(store, "a");
  const auto first = lease(store, 0);
  REQUIRE(first.size() == 1);
  CHECK(lease(store, 99).empty());
  const auto second = lease(store, 100);
  REQUIRE(second.size() == 1);
  CHECK(second[0].attempts_count == 2);

  const auto late = retry(store, first[0], 500);
  REQUIRE_FALSE(late);
  CHECK(late.error().code == base::ErrorCode::conflict);
  CHECK_FALSE(give_up(store, first[0]));
  // That the other side took it is true, whoever says so.
  value(store.write([&](Transaction& t) { return mail_handed_over(t, id, at(101)); }));
  CHECK(find(store, id).state == MailState::handed_over);
  CHECK_FALSE(retry(store, second[0], 500));
  CHECK(lease(store, 1000).empty());
}

STORE_TEST("a mail that failed is due again at its time") {
  const std::int64_t id = enqueue(store, "a");
  value(retry(store, lease(store, 0).at(0), 50));
  CHECK(find(store, id).state == MailState::waiting);
  CHECK(find(store, id).last_error == "421 try later");
  CHECK(lease(store, 49).empty());
  const auto again = lease(store, 50);
  REQUIRE(again.size() == 1);
  CHECK(again[0].attempts_count == 2);
}

STORE_TEST("what failed is listed, and can be sent again by hand") {
  const std::int64_t dead = enqueue(store, "dead");
  value(give_up(store, lease(store, 0).at(0)));
  const std::int64_t waiting = enqueue(store, "waiting");
  value(retry(store, lease(store, 0).at(0), 5'000));
  enqueue(store, "fresh");
  const auto failed = store.seen([](Transaction& t) { return failed_mails(t, 10); });
  REQUIRE(failed.size() == 2);
  CHECK(failed[0].id == dead);
  CHECK(failed[0].last_error == "550 no such user");
  CHECK(failed[1].id == waiting);

  value(store.write([&](Transaction& t) { return send_mail_again(t, dead, at(20)); }));
  CHECK(find(store, dead).state == MailState::waiting);
  CHECK(find(store, dead).queued_at == at(20));
  CHECK(find(store, dead).attempts_count == 0);
  value(store.write([&](Transaction& t) { return send_mail_again(t, waiting, at(20)); }));
  CHECK(lease(store, 20).size() == 3);
  const auto leased = store.write([&](Transaction& t) { return send_mail_again(t, dead, at(21)); });
  REQUIRE_FALSE(leased);
  CHECK(leased.error().code == base::ErrorCode::conflict);
  const auto missing = store.write([&](Transaction& t) { return send_mail_again(t, 77, at(21)); });
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == base::ErrorCode::not_found);
}

STORE_TEST("mails are counted by what has become of them") {
  const auto counts = [&] { return store.seen([](Transaction& t) { return count_mails(t); }); };
  CHECK(counts().oldest_waiting == std::nullopt);
  enqueue(store, "dead", 1);
  value(give_up(store, lease(store, 1).at(0)));
  const std::int64_t sent = enqueue(store, "sent", 2);
  value(store.write([&](Transaction& t) { return mail_handed_over(t, sent, at(3)); }));
  enqueue(store, "leased", 4);
  lease(store, 4);
  enqueue(store, "waiting", 5);
  CHECK(counts().dead == 1);
  CHECK(counts().handed_over == 1);
  CHECK(counts().waiting == 2);
  CHECK(counts().erased == 0);
  CHECK(counts().oldest_waiting == at(4));
}

STORE_TEST("a ticket's mails are listed in the order of queueing") {
  const std::int64_t ticket = open_one(store).id;
  for (const std::string message_id : {"z", "a"}) {
    store.written([&](Transaction& t) {
      return enqueue_mail(t, {message_id, ticket, "receipt", "a@example.id", "{}"}, at(0));
    });
  }
  const auto mails = store.seen([&](Transaction& t) { return mails_of_ticket(t, ticket); });
  REQUIRE(mails.size() == 2);
  CHECK(mails[0].content.message_id == "z");
  CHECK(mails[1].content.message_id == "a");
  CHECK(mails[1].content.ticket_id == ticket);
}

STORE_TEST("two servers that ask at once never get the same mail, and together get all") {
  constexpr int mails_count = 40;
  for (int i = 0; i < mails_count; ++i)
    enqueue(store, std::to_string(i));
  std::optional<store::Database> second;
  if (store.place().engine() == Engine::postgresql) second.emplace(opened(store.place().address()));
  const auto take_all = [](store::Database& database, std::vector<std::int64_t>& taken) {
    // A server may find nothing while the other holds the last rows for a moment.
    for (int empty = 0; empty < 3;) {
      const auto mails = database.write(
          [](Transaction& t) { return lease_mails(t, at(1), Milliseconds(1'000'000), 3); });
      if (!mails || mails->empty()) {
        ++empty;
        continue;
      }
      for (const store::Mail& mail : *mails)
        taken.push_back(mail.id);
    }
  };
  std::vector<std::int64_t> own;
  std::vector<std::int64_t> others;
  std::thread other([&] { take_all(second ? *second : store.database(), others); });
  take_all(store.database(), own);
  other.join();
  std::set<std::int64_t> all(own.begin(), own.end());
  all.insert(others.begin(), others.end());
  CHECK(all.size() == mails_count);
  CHECK(own.size() + others.size() == mails_count);
}

STORE_TEST("a mail that comes back undelivered waits for a person, and can be sent again") {
  const std::int64_t id = enqueue(store, "receipt.1@example.id");
  const auto bounce = [&] {
    return store.written([](Transaction& t) {
      return mail_bounced(t, "receipt.1@example.id", at(9), "no such user");
    });
  };
  CHECK_FALSE(bounce());  // It has not gone yet.
  lease(store, 1);
  value(store.write([&](Transaction& t) { return mail_handed_over(t, id, at(2)); }));
  CHECK(bounce());
  CHECK(find(store, id).state == MailState::dead);
  CHECK(find(store, id).last_error == "no such user");
  CHECK_FALSE(bounce());
  value(store.write([&](Transaction& t) { return send_mail_again(t, id, at(10)); }));
  CHECK(lease(store, 11).size() == 1);
}

STORE_TEST("a mail whose person is erased does not come back to life by a bounce") {
  const store::Ticket ticket = open_one(store);
  const std::int64_t id = store.written([&](Transaction& t) {
    return enqueue_mail(t, {"m", ticket.id, "receipt", "a@example.id", "{}"}, at(0));
  });
  lease(store, 1);
  value(store.write([&](Transaction& t) { return mail_handed_over(t, id, at(2)); }));
  value(store.write([&](Transaction& t) { return erase_person(t, ticket.id, at(3)); }));
  CHECK_FALSE(store.written([](Transaction& t) { return mail_bounced(t, "m", at(9), "no"); }));
  CHECK(find(store, id).state == MailState::handed_over);
}

STORE_TEST("a mail is found by its Message-ID") {
  const std::int64_t id = enqueue(store, "receipt.1@example.id");
  const auto found = [&](const std::string& message_id) {
    return store.seen([&](Transaction& t) { return find_mail_by_message_id(t, message_id); });
  };
  REQUIRE(found("receipt.1@example.id"));
  CHECK(found("receipt.1@example.id")->id == id);
  CHECK_FALSE(found("receipt.2@example.id"));
}
