#include "store/people.h"

#include "server/store/test_store.h"
#include "store/attachments.h"
#include "store/outbox.h"

using namespace store_test;

namespace {

const store::Viewer by_sari = {"sari", "ticket"};

std::vector<store::PersonPart> view(TestStore& store, std::int64_t ticket_id) {
  return store.written([&](Transaction& t) { return view_person(t, ticket_id, by_sari, at(9)); });
}

void put(TestStore& store, std::int64_t ticket_id, store::PersonPart part, std::int64_t expires) {
  value(store.write([&](Transaction& t) { return put_person(t, ticket_id, part, at(expires)); }));
}

void erase(TestStore& store, std::int64_t ticket_id, std::int64_t ms) {
  value(store.write([&](Transaction& t) { return erase_person(t, ticket_id, at(ms)); }));
}

std::optional<store::Time> erased_at(TestStore& store, std::int64_t ticket_id) {
  return store.seen([&](Transaction& t) { return find_ticket_by_id(t, ticket_id); })
      .person_erased_at;
}

using Parts = std::vector<store::PersonPart>;

}  // namespace

STORE_TEST("what is known about a person is written part by part, and each part anew") {
  const std::int64_t id = open_one(store).id;
  CHECK(view(store, id).empty());
  put(store, id, {"requester", R"({"name":"Sari"})"}, 100);
  put(store, id, {"message-1", "{}"}, 100);
  put(store, id, {"requester", R"({"name":"Sari A."})"}, 100);
  CHECK(view(store, id) == Parts{{"message-1", "{}"}, {"requester", R"({"name":"Sari A."})"}});
}

STORE_TEST("each look at a person is logged, also one that finds nothing") {
  const std::int64_t id = open_one(store).id;
  view(store, id);
  store.written([&](Transaction& t) { return view_person(t, id, {"budi", "export"}, at(12)); });
  const auto views = store.seen([&](Transaction& t) { return views_of_person(t, id); });
  REQUIRE(views.size() == 2);
  CHECK(views[0].viewer.actor == "sari");
  CHECK(views[0].at == at(9));
  CHECK(views[1].viewer.actor == "budi");
  CHECK(views[1].viewer.purpose == "export");
  CHECK(views[1].ticket_id == id);
}

STORE_TEST("there is no person without a ticket") {
  for (const auto& outcome :
       {store.write([](Transaction& t) {
          return put_person(t, 77, {"requester", "{}"}, at(1));
        }),
        store.write([](Transaction& t) { return erase_person(t, 77, at(1)); })}) {
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().code == base::ErrorCode::not_found);
  }
}

STORE_TEST("erasing takes the person, their mails and their files, and leaves ticket and counts") {
  const std::int64_t id = open_one(store, "key-1").id;
  const std::int64_t other = open_one(store, "key-2").id;
  put(store, id, {"requester", "{}"}, 100);
  put(store, other, {"requester", "{}"}, 100);
  const auto mail = [&](const std::string& message_id, std::int64_t ticket_id) {
    return store.written([&](Transaction& t) {
      return enqueue_mail(t, {message_id, ticket_id, "receipt", "sari@example.id", "{}"}, at(1));
    });
  };
  const std::int64_t sent = mail("sent", id);
  const std::int64_t unsent = mail("unsent", id);
  const std::int64_t foreign = mail("foreign", other);
  value(store.write([&](Transaction& t) { return mail_handed_over(t, sent, at(2)); }));
  const auto add = [&](const std::string& bytes, bool is_personal) {
    store.written([&](Transaction& t) {
      return add_attachment(t, id, {"surat.pdf", "application/pdf", is_personal, bytes},
                            {.bytes_max = 10, .ticket_bytes_max = 20}, at(1));
    });
  };
  add("theirs", true);
  add("ours", false);

  erase(store, id, 5);
  erase(store, id, 6);
  CHECK(erased_at(store, id) == at(5));
  CHECK(erased_at(store, other) == std::nullopt);
  CHECK(view(store, id).empty());
  CHECK(view(store, other).size() == 1);
  const auto find = [&](std::int64_t mail_id) {
    return store.seen([&](Transaction& t) { return find_mail(t, mail_id); });
  };
  CHECK(find(sent).state == store::MailState::handed_over);
  CHECK(find(sent).content.recipient.empty());
  CHECK(find(unsent).state == store::MailState::erased);
  CHECK(find(unsent).content.body.empty());
  CHECK(find(foreign).content.recipient == "sari@example.id");
  const auto files = store.seen([&](Transaction& t) { return attachments_of_ticket(t, id); });
  REQUIRE(files.size() == 1);
  CHECK_FALSE(files[0].is_personal);
  const auto counts = store.seen([](Transaction& t) { return count_tickets_by_state(t, {}); });
  CHECK(counts == std::vector<store::StateCount>{{"received", 2}});
}

STORE_TEST("a person is erased when the last part has expired") {
  const std::int64_t early = open_one(store, "key-1").id;
  const std::int64_t late = open_one(store, "key-2").id;
  const std::int64_t partly = open_one(store, "key-3").id;
  put(store, early, {"requester", "{}"}, 10);
  put(store, late, {"requester", "{}"}, 10);
  put(store, partly, {"requester", "{}"}, 10);
  put(store, partly, {"message-1", "{}"}, 30);
  value(store.write([&](Transaction& t) { return set_person_expiry(t, late, at(11)); }));
  const auto expired = [&](std::int64_t ms) {
    return store.written([&](Transaction& t) { return erase_expired_people(t, at(ms), 100); });
  };
  using Ids = std::vector<std::int64_t>;
  CHECK(expired(9) == Ids{});
  CHECK(expired(10) == Ids{early});
  CHECK(erased_at(store, early) == at(10));
  CHECK(expired(30) == Ids{late, partly});
  CHECK(expired(99) == Ids{});
}

TEST_CASE("no byte of an erased person is left in any file of SQLite") {
  TestStore store(Engine::sqlite);
  const std::string secret = "Sari-Rahasia-77";
  const std::int64_t id = open_one(store).id;
  put(store, id, {"requester", secret}, 100);
  put(store, id, {"requester", secret + std::string(9000, '-') + secret}, 100);
  store.written([&](Transaction& t) {
    return enqueue_mail(t, {"m", id, "receipt", secret + "@example.id", secret}, at(1));
  });
  store.written([&](Transaction& t) {
    return add_attachment(t, id, {secret, "text/plain", true, secret},
                          {.bytes_max = 100, .ticket_bytes_max = 100}, at(1));
  });
  const auto files_with_secret = [&] {
    int count = 0;
    const auto folder = std::filesystem::path(store.place().address()).parent_path();
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      const std::string bytes = store.place().read("state/" + entry.path().filename().string());
      count += bytes.find(secret) != std::string::npos;
    }
    return count;
  };
  CHECK(files_with_secret() > 0);
  erase(store, id, 5);
  CHECK(files_with_secret() == 0);
}
