#include "store/tickets.h"

#include <thread>

#include "server/store/test_store.h"

using namespace store_test;

namespace {

store::NewEvent event_of(std::string kind, std::int64_t ms) {
  return {.kind = std::move(kind), .actor = "sari", .at = at(ms), .body = R"({"text":"halo"})"};
}

std::vector<std::string> numbers_of(const store::TicketPage& page) {
  std::vector<std::string> numbers;
  for (const store::Ticket& ticket : page.tickets)
    numbers.push_back(ticket.number);
  return numbers;
}

std::vector<std::string> listed(TestStore& store, const store::TicketFilter& filter,
                                store::TicketOrder order = store::TicketOrder::oldest_first,
                                store::PageWish page = {}) {
  return numbers_of(
      store.seen([&](Transaction& t) { return list_tickets(t, filter, order, page); }));
}

using TicketNumbers = std::vector<std::string>;

}  // namespace

STORE_TEST("a ticket is opened with its number and its first event") {
  store::NewTicket wanted = ticket_with_key("key-1");
  wanted.link_sha256 = "abc";
  const auto opened = store.written([&](Transaction& t) { return open_ticket(t, wanted); });
  CHECK(opened.is_new);
  CHECK(opened.ticket.number == "PD-2026-0001");
  CHECK(opened.ticket.kind == "data");
  CHECK(opened.ticket.opened_at == at(0));
  CHECK(opened.ticket.updated_at == at(0));
  CHECK(opened.ticket.events_count == 1);
  CHECK(opened.ticket.person_erased_at == std::nullopt);
  CHECK(opened.ticket.summary == wanted.summary);

  const auto events =
      store.seen([&](Transaction& t) { return events_of_ticket(t, opened.ticket.id); });
  CHECK(events == std::vector<store::Event>{{1, "opened", "requester", at(0), "{}"}});
  const auto by_link = store.seen([](Transaction& t) { return find_ticket_by_link(t, "abc"); });
  CHECK(by_link.id == opened.ticket.id);
  const auto by_number = store.seen([](Transaction& t) { return find_ticket(t, "PD-2026-0001"); });
  CHECK(by_number.id == opened.ticket.id);
}

STORE_TEST("the same request key gives the same ticket, and no number is lost") {
  const store::Ticket first = open_one(store, "key-1");
  const auto again =
      store.written([](Transaction& t) { return open_ticket(t, ticket_with_key("key-1")); });
  CHECK_FALSE(again.is_new);
  CHECK(again.ticket.id == first.id);
  CHECK(open_one(store, "key-2").number == "PD-2026-0002");
}

STORE_TEST("a request without a key is refused") {
  const auto refused =
      store.write([](Transaction& t) { return open_ticket(t, ticket_with_key("")); });
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == base::ErrorCode::invalid);
}

STORE_TEST("a transaction that fails leaves neither ticket nor key nor number") {
  const auto failed = store.write([](Transaction& t) -> base::Result<void> {
    if (auto opened = open_ticket(t, ticket_with_key("key-1")); !opened) {
      return tl::unexpected<base::Error>(opened.error());
    }
    return base::fail(base::ErrorCode::cancelled, "Stop.");
  });
  REQUIRE_FALSE(failed);
  CHECK(failed.error().code == base::ErrorCode::cancelled);
  CHECK(listed(store, {}).empty());
  const auto opened =
      store.written([](Transaction& t) { return open_ticket(t, ticket_with_key("key-1")); });
  CHECK(opened.is_new);
  CHECK(opened.ticket.number == "PD-2026-0001");
}

STORE_TEST("an event is appended and the summary is written again") {
  const store::Ticket ticket = open_one(store);
  store::TicketSummary summary = ticket.summary;
  summary.state = "in_progress";
  summary.officer = "sari";
  summary.due_at = std::nullopt;
  const store::Ticket changed = store.written([&](Transaction& t) {
    return append_event(t, ticket.id, 2, event_of("assigned", 5), summary);
  });
  CHECK(changed.summary == summary);
  CHECK(changed.events_count == 2);
  CHECK(changed.updated_at == at(5));
  CHECK(changed.opened_at == at(0));
  const auto events = store.seen([&](Transaction& t) { return events_of_ticket(t, ticket.id); });
  REQUIRE(events.size() == 2);
  CHECK(events[1] == store::Event{2, "assigned", "sari", at(5), R"({"text":"halo"})"});
}

STORE_TEST("whoever comes second with the same event number is told so, and nothing is written") {
  const store::Ticket ticket = open_one(store);
  store.written([&](Transaction& t) {
    return append_event(t, ticket.id, 2, event_of("assigned", 5), ticket.summary);
  });
  store::TicketSummary late = ticket.summary;
  late.officer = "budi";
  const auto second = store.write(
      [&](Transaction& t) { return append_event(t, ticket.id, 2, event_of("assigned", 6), late); });
  REQUIRE_FALSE(second);
  CHECK(second.error().code == base::ErrorCode::conflict);
  const auto now = store.seen([&](Transaction& t) { return find_ticket_by_id(t, ticket.id); });
  CHECK(now.summary.officer.empty());
  CHECK(now.events_count == 2);
}

STORE_TEST("an event of a ticket that is not there is not found") {
  const auto missing = store.write([](Transaction& t) {
    return append_event(t, 77, 2, event_of("assigned", 5), ticket_with_key("k").summary);
  });
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == base::ErrorCode::not_found);
}

STORE_TEST("lists hold what the filter names, in the order wished") {
  const auto open_with = [&](const std::string& key, auto change) {
    store::NewTicket wanted = ticket_with_key(key);
    change(wanted);
    store.written([&](Transaction& t) { return open_ticket(t, wanted); });
  };
  open_with("1", [](store::NewTicket& t) { t.summary.due_at = at(30); });
  open_with("2", [](store::NewTicket& t) {
    t.summary.due_at = at(10);
    t.summary.channel = "mail";
    t.first_event.at = at(2);
  });
  open_with("3", [](store::NewTicket& t) {
    t.summary.due_at = std::nullopt;
    t.summary.state = "closed";
    t.summary.officer = "sari";
    t.summary.subject = "pertanian";
    t.first_event.at = at(3);
    t.number = series("SR_2026-");
    t.kind = "letter";
  });
  using Order = store::TicketOrder;
  CHECK(listed(store, {}, Order::due_first) ==
        TicketNumbers{"PD-2026-0002", "PD-2026-0001", "SR_2026-0001"});
  CHECK(listed(store, {}, Order::newest_first) ==
        TicketNumbers{"SR_2026-0001", "PD-2026-0002", "PD-2026-0001"});
  CHECK(listed(store, {.states = {"received", "waiting"}}) ==
        TicketNumbers{"PD-2026-0001", "PD-2026-0002"});
  CHECK(listed(store, {.kind = "letter"}) == TicketNumbers{"SR_2026-0001"});
  CHECK(listed(store, {.channel = "mail"}) == TicketNumbers{"PD-2026-0002"});
  CHECK(listed(store, {.subject = "pertanian"}) == TicketNumbers{"SR_2026-0001"});
  CHECK(listed(store, {.officer = "sari"}) == TicketNumbers{"SR_2026-0001"});
  CHECK(listed(store, {.officer = ""}) == TicketNumbers{"PD-2026-0001", "PD-2026-0002"});
  CHECK(listed(store, {.due_before = at(30)}) == TicketNumbers{"PD-2026-0002"});
  CHECK(listed(store, {.opened_from = at(2), .opened_before = at(3)}) ==
        TicketNumbers{"PD-2026-0002"});
  CHECK(listed(store, {.number_part = "2026-0001"}) ==
        TicketNumbers{"PD-2026-0001", "SR_2026-0001"});
  CHECK(listed(store, {.number_part = "sr_"}) == TicketNumbers{"SR_2026-0001"});
  CHECK(listed(store, {.number_part = "%"}).empty());
  CHECK(listed(store, {.states = {"received"}, .channel = "mail"}) ==
        TicketNumbers{"PD-2026-0002"});

  const auto counts = store.seen([](Transaction& t) { return count_tickets_by_state(t, {}); });
  CHECK(counts == std::vector<store::StateCount>{{"closed", 1}, {"received", 2}});
}

STORE_TEST("a list comes in pages and says how many there are") {
  for (int i = 1; i <= 5; ++i)
    open_one(store, "key-" + std::to_string(i));
  const auto page = store.seen([](Transaction& t) {
    return list_tickets(t, {}, store::TicketOrder::oldest_first, {.offset = 2, .limit = 2});
  });
  CHECK(numbers_of(page) == TicketNumbers{"PD-2026-0003", "PD-2026-0004"});
  CHECK(page.tickets_count == 5);
}

STORE_TEST("two programs that open at once share no number, leave no gap, and double no key") {
  constexpr int each = 20;
  // SQLite has one program; its threads stand in for the second.
  std::optional<store::Database> second;
  if (store.place().engine() == Engine::postgresql) second.emplace(opened(store.place().address()));
  std::vector<std::string> failures[2];
  const auto open_many = [&](store::Database& database, std::vector<std::string>& failed) {
    for (int i = 0; i < each; ++i) {
      const auto opened = database.write([&](Transaction& t) {
        // Every key is brought by both.
        return open_ticket(t, ticket_with_key("key-" + std::to_string(i)));
      });
      if (!opened) failed.push_back(opened.error().detail);
    }
  };
  std::thread other([&] { open_many(second ? *second : store.database(), failures[1]); });
  open_many(store.database(), failures[0]);
  other.join();
  CHECK(failures[0].empty());
  CHECK(failures[1].empty());

  const auto page = store.seen(
      [](Transaction& t) { return list_tickets(t, {}, store::TicketOrder::oldest_first, {}); });
  REQUIRE(page.tickets_count == each);
  TicketNumbers numbers = numbers_of(page);
  std::sort(numbers.begin(), numbers.end());
  CHECK(numbers.front() == "PD-2026-0001");
  CHECK(numbers.back() == "PD-2026-0020");
}

STORE_TEST("texts come back byte for byte, whatever they look like") {
  const std::vector<std::string> texts = {"'; DROP TABLE ticket; --",
                                          R"(" OR ""=")",
                                          ":number ::text $1 ?1 @x #{y}",
                                          "\\'\\\\",
                                          "%_!*",
                                          "Kecamatan \xC3\xA9\xE2\x80\xA6 \xF0\x9F\x8C\xBE",
                                          "a\r\nb\tc",
                                          "null",
                                          std::string(70'000, 'x')};
  for (const std::string& text : texts) {
    store::NewTicket wanted = ticket_with_key("key " + text);
    wanted.number = series(text.substr(0, 60) + "-");
    wanted.kind = text;
    wanted.link_sha256 = text.substr(0, 2000);
    wanted.summary.state = text.substr(0, 2000);
    wanted.summary.outcome = text;
    wanted.summary.subject = text;
    wanted.summary.channel = text;
    wanted.summary.officer = text;
    wanted.summary.title = text;
    wanted.first_event.kind = text;
    wanted.first_event.actor = text;
    wanted.first_event.body = text;
    const bool fits_a_key = text.size() < 2000;
    if (!fits_a_key) wanted.request_key = "a long text";
    const auto opened = store.written([&](Transaction& t) { return open_ticket(t, wanted); });
    CHECK(opened.ticket.summary == wanted.summary);
    CHECK(opened.ticket.kind == text);
    const auto events =
        store.seen([&](Transaction& t) { return events_of_ticket(t, opened.ticket.id); });
    REQUIRE(events.size() == 1);
    CHECK(events[0].body == text);
    CHECK(events[0].actor == text);
    CHECK(listed(store, {.kind = text, .subject = text}) == TicketNumbers{opened.ticket.number});
    CHECK(listed(store, {.number_part = wanted.number.scope}) ==
          TicketNumbers{opened.ticket.number});
  }
}

STORE_TEST("text that is not UTF-8, or holds a NUL, is refused by both engines") {
  for (const std::string& text :
       {std::string("a\0b", 3), std::string("\xFF"), std::string("\xC0\x80")}) {
    store::NewTicket wanted = ticket_with_key("key-1");
    wanted.first_event.body = text;
    const auto refused = store.write([&](Transaction& t) { return open_ticket(t, wanted); });
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == base::ErrorCode::invalid);
  }
  CHECK(listed(store, {}).empty());
}
