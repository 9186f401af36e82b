#include "service/request_desk.h"

#include <regex>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "base/digest.h"
#include "base/words.h"
#include "server/service/desk_fixture.h"
#include "service/ticket_record.h"
#include "store/attachments.h"
#include "store/outbox.h"
#include "support/has.h"

namespace {

using base::Instant;
using base::Language;
using service::PageText;
using service::RequestDesk;
using support::desk_monday;
using support::has;
using DeskFields = std::vector<desk::FormField>;

constexpr service::DeskKey form_key{7};
constexpr Instant sent_at{desk_monday.seconds + 60};

/// A form that was opened at eight on Monday, and is in order.
DeskFields good_form(const std::string& key = "0123456789abcdef") {
  return {{"text", "Jumlah penduduk Sungai Rotan 2023"},
          {"name", "Dian"},
          {"email", "dian@example.org"},
          {"consent", "yes"},
          {"language", "id"},
          {"table", "penduduk"},
          {"key", key},
          {"token", service::FormTokens(form_key).token(desk_monday)}};
}

DeskFields with(DeskFields fields, const std::string& name, const std::string& value) {
  for (auto& [field, text] : fields) {
    if (field == name) text = value;
  }
  return fields;
}

struct Desk : support::DeskFixture {
  RequestDesk desk{database, data, form_key};

  PageText sent(const DeskFields& fields, Instant now = sent_at) {
    return desk.send(Language::id, fields, "c", now);
  }
  PageText acted(DeskFields fields, Instant now = sent_at) {
    fields.emplace_back("key", service::link_key("0123456789abcdef"));
    return desk.act(Language::id, fields, now);
  }
  PageText page() {
    return desk.ticket(Language::id, service::link_key("0123456789abcdef"), sent_at);
  }
  void close_ticket(desk::Outcome outcome) {
    const auto done = database.write([&](store::Transaction& t) -> base::Result<void> {
      const auto record = service::record_by_number(t, "PD-2026-0001", {"sari", "ticket"}, sent_at);
      if (!record) return tl::unexpected(record.error());
      desk::Event event;
      event.at = sent_at;
      event.actor = desk::Actor::officer;
      event.account = "sari";
      event.body = desk::Closed{outcome};
      return service::append_to_record(t, data, *record, event);
    });
    REQUIRE(done);
  }
  store::OutboxCounts mails() {
    return database.read([](store::Transaction& t) { return store::count_mails(t); }).value();
  }
  std::int64_t tickets() {
    return database
        .read([](store::Transaction& t) {
          return store::list_tickets(t, {}, store::TicketOrder::newest_first, {});
        })
        .value()
        .tickets_count;
  }
};

TEST_CASE("a request becomes a ticket with a promise, and its receipt waits in the outbox") {
  Desk desk;
  const PageText receipt = desk.sent(good_form());
  CHECK(receipt.status == 200);
  CHECK(has(receipt.html, "PD-2026-0001"));
  CHECK(has(receipt.html, "Kamis, 26 November 2026"));
  CHECK(has(receipt.html, "/id/tiket/?key=" + service::link_key("0123456789abcdef")));
  CHECK(desk.tickets() == 1);
  CHECK(desk.mails().waiting == 1);
}

TEST_CASE("the same form sent again gives the same receipt, one ticket and one mail") {
  Desk desk;
  const PageText first = desk.sent(good_form());
  CHECK(desk.sent(good_form(), {sent_at.seconds + 600}).html == first.html);
  CHECK(desk.tickets() == 1);
  CHECK(desk.mails().waiting == 1);
  desk.sent(good_form("another-key-of-16"));
  CHECK(desk.tickets() == 2);
}

TEST_CASE("the receipt's mail says nothing that a stranger wrote") {
  Desk desk;
  desk.sent(with(with(good_form(), "text", "Beli obat murah di sini http://spam.example"), "name",
                 "Toko Spam"));
  const auto mails =
      desk.database
          .write([](store::Transaction& t) {
            return store::lease_mails(t, service::store_time(sent_at), std::chrono::minutes(1), 9);
          })
          .value();
  REQUIRE(mails.size() == 1);
  CHECK(mails[0].content.recipient == "dian@example.org");
  CHECK(has(mails[0].content.body, "PD-2026-0001"));
  CHECK(has(mails[0].content.body, "https://data.example.go.id/id/tiket/?key="));
  CHECK_FALSE(has(mails[0].content.body, "obat"));
  CHECK_FALSE(has(mails[0].content.body, "Spam"));
}

TEST_CASE("a client that asks too often is told when to come back, and keeps what it wrote") {
  Desk desk;
  for (const char* key : {"request-key-no-01", "request-key-no-02", "request-key-no-03"})
    CHECK(desk.sent(good_form(key)).status == 200);
  const PageText page = desk.sent(good_form("request-key-no-04"));
  CHECK(page.status == 429);
  CHECK(page.retry_after_seconds == 3600 - 60);
  CHECK(has(page.html, "Terlalu banyak permintaan"));
  CHECK(has(page.html, "Jumlah penduduk Sungai Rotan 2023</textarea>"));
  CHECK(desk.tickets() == 3);
  // One that was taken is no new one when it is sent again, and somebody else may ask.
  CHECK(desk.sent(good_form("request-key-no-03")).status == 200);
  CHECK(desk.desk.send(Language::id, good_form("request-key-no-05"), "other", sent_at).status ==
        200);
  // The number that was not used up is given to the next.
  CHECK(has(desk.desk.send(Language::id, good_form("request-key-no-06"), "other", sent_at).html,
            "PD-2026-0005"));
}

TEST_CASE("an address that has had its receipt gets no second one, and its ticket is opened") {
  Desk desk;
  CHECK(has(desk.sent(good_form()).html, "e-mail"));
  const PageText second = desk.sent(good_form("another-key-of-16"));
  CHECK(second.status == 200);
  CHECK_FALSE(has(second.html, base::text(base::Word::receipt_mail_sent, Language::id)));
  CHECK(desk.tickets() == 2);
  CHECK(desk.mails().waiting == 1);
  // The first still says that its own mail was sent.
  CHECK(has(desk.sent(good_form()).html, base::text(base::Word::receipt_mail_sent, Language::id)));
}

TEST_CASE("what is wrong comes back with everything that was written, and opens nothing") {
  Desk desk;
  const PageText page = desk.sent(with(good_form(), "email", "dian@"));
  CHECK(page.status == 422);
  CHECK(has(page.html, "finding-email"));
  CHECK(has(page.html, "Jumlah penduduk Sungai Rotan 2023</textarea>"));
  CHECK(has(page.html, "name=\"key\" value=\"0123456789abcdef\""));
  CHECK(desk.tickets() == 0);
}

TEST_CASE("programs are turned away, and a person who was too slow loses nothing") {
  Desk desk;
  DeskFields trapped = good_form();
  trapped.emplace_back("website", "http://spam.example");
  CHECK(desk.sent(trapped).status == 422);
  CHECK(desk.sent(good_form(), {desk_monday.seconds + 1}).status == 422);
  CHECK(desk.sent(with(good_form(), "token", "17.ff")).status == 422);
  const PageText old = desk.sent(good_form(), {desk_monday.seconds + 3 * 60 * 60});
  CHECK(old.status == 422);
  CHECK(has(old.html, "Jumlah penduduk Sungai Rotan 2023</textarea>"));
  CHECK(desk.tickets() == 0);
  // The form that came back is a new one: sent again, it is taken.
  std::smatch token;
  REQUIRE(std::regex_search(old.html, token, std::regex("name=\"token\" value=\"([^\"]+)\"")));
  CHECK(desk.sent(with(good_form(), "token", token[1]), {desk_monday.seconds + 3 * 60 * 60 + 60})
            .status == 200);
}

TEST_CASE("a link to the form fills in what is asked about, and nothing else") {
  Desk desk;
  const std::string html = desk.desk
                               .form(Language::en,
                                     {{"table", "penduduk"},
                                      {"category", "tahun=2023"},
                                      {"period", "2023"},
                                      {"email", "evil@example.org"},
                                      {"consent", "yes"}},
                                     desk_monday)
                               .html;
  CHECK(has(html, "<p>Population</p>"));
  CHECK(has(html, "name=\"category\" value=\"tahun=2023\""));
  CHECK(has(html, ">Population</textarea>"));
  CHECK(has(html, "value=\"2023\""));
  CHECK_FALSE(has(html, "evil@example.org"));
  CHECK_FALSE(has(html, "checked"));
}

TEST_CASE("what may already be there is offered beside what was written") {
  Desk desk;
  const auto form = [&](const std::string& text) {
    return desk.desk.form(Language::id, {{"text", text}}, desk_monday).html;
  };
  CHECK(has(form("mohon jumlah penduduk untuk skripsi"),
            "<a href=\"/id/tabel/penduduk/\">Jumlah penduduk</a>"));
  CHECK_FALSE(has(form("harga cabai"), "/id/tabel/penduduk/"));
  CHECK_FALSE(has(form(""), "/id/tabel/penduduk/"));
}

TEST_CASE("the private link opens the conversation, and no other key does") {
  Desk desk;
  desk.sent(good_form());
  CHECK(desk.page().status == 200);
  CHECK(has(desk.page().html, "Jumlah penduduk Sungai Rotan 2023"));
  for (const std::string& key : {std::string(), std::string("x"), base::sha256_hex("x"),
                                 base::sha256_hex(service::link_key("0123456789abcdef"))}) {
    CAPTURE(key);
    CHECK(desk.desk.ticket(Language::id, key, sent_at).status == 404);
  }
}

TEST_CASE("a message joins the conversation, and an empty one is told") {
  Desk desk;
  desk.sent(good_form());
  const PageText page = desk.acted({{"action", "message"}, {"text", "Tolong juga <2024>"}});
  CHECK(page.status == 200);
  CHECK(has(page.html, "Tolong juga &lt;2024&gt;"));
  // Nobody has begun: what the requester adds is no work of the office.
  CHECK(has(page.html, "<b>Pemohon menulis</b>"));
  CHECK(has(page.html, "<dd>Diterima</dd>"));
  CHECK(desk.acted({{"action", "message"}, {"text", "  "}}).status == 422);
  const PageText broken = desk.acted({{"action", "message"}, {"text", "a\x01z"}});
  CHECK(broken.status == 422);
  CHECK(has(broken.html, "tidak dapat dibaca"));
}

TEST_CASE("a request can be withdrawn, and then no more") {
  Desk desk;
  desk.sent(good_form());
  const PageText page = desk.acted({{"action", "withdraw"}});
  CHECK(page.status == 200);
  CHECK(has(page.html, "<dd>Selesai</dd>"));
  CHECK_FALSE(has(page.html, "value=\"withdraw\""));
  CHECK(desk.acted({{"action", "withdraw"}}).status == 422);
}

TEST_CASE("files of the conversation are on the page, and those of a note are nobody else's") {
  Desk desk;
  desk.sent(good_form());
  const auto attached = [&](desk::EventBody body, const std::string& bytes) {
    return desk.database
        .write([&](store::Transaction& t) -> base::Result<std::string> {
          const auto record =
              service::record_by_number(t, "PD-2026-0001", {"sari", "ticket"}, sent_at);
          if (!record) return tl::unexpected(record.error());
          const auto added =
              store::add_attachment(t, record->stored.id, {"<b>.xlsx", "text/html", false, bytes},
                                    {99, 99}, service::store_time(sent_at));
          if (!added) return tl::unexpected(added.error());
          desk::Event event;
          event.at = sent_at;
          event.actor = desk::Actor::officer;
          event.account = "sari";
          event.body = std::move(body);
          event.text = "x";
          event.attachments = {{"<b>.xlsx", "text/html", added->sha256, 2048}};
          const auto done = service::append_to_record(t, desk.data, *record, event);
          if (!done) return tl::unexpected(done.error());
          return added->sha256;
        })
        .value();
  };
  const std::string key = service::link_key("0123456789abcdef");
  const std::string sent = attached(desk::MessageWritten{}, "data");
  const std::string noted = attached(desk::NoteWritten{}, "secret");
  const std::string html = desk.page().html;
  CHECK(has(html, "/id/tiket/?key=" + key + "&amp;file=" + sent));
  CHECK(has(html, "&lt;b&gt;.xlsx</a> (2 kB)"));
  CHECK_FALSE(has(html, noted));
  CHECK(desk.desk.file(key, sent, sent_at)->bytes == "data");
  for (const auto& [link, file] : {std::pair(key, noted), std::pair(std::string("x"), sent),
                                   std::pair(key, std::string("x"))}) {
    CAPTURE(link, file);
    CHECK(desk.desk.file(link, file, sent_at).error().code == base::ErrorCode::not_found);
  }
}

TEST_CASE(
    "a number and four digits of the telephone show where a ticket stands, and no word more") {
  Desk desk;
  DeskFields form = good_form();
  form.emplace_back("phone", "0812 3456 7890");
  desk.sent(form);
  CHECK(has(desk.desk.status_form(Language::id).html, "name=\"phone\""));
  const auto asked = [&](const std::string& number, const std::string& digits,
                         const std::string& client = "c") {
    return desk.desk.status(Language::id, {{"number", number}, {"phone", digits}}, client, sent_at);
  };
  const PageText page = asked(" PD-2026-0001 ", "7890");
  CHECK(page.status == 200);
  CHECK(has(page.html, "<dd>Diterima</dd>"));
  CHECK(has(page.html, "Kamis, 26 November 2026"));
  CHECK_FALSE(has(page.html, "Sungai Rotan"));
  CHECK_FALSE(has(page.html, "Dian"));
  // What is wrong is not told.
  const PageText wrong = asked("PD-2026-0001", "7891");
  CHECK(wrong.status == 404);
  CHECK(asked("PD-2026-0001", "").status == 404);
  CHECK(asked("PD-2026-0001", "67890").status == 404);
  CHECK(asked("PD-2026-0009", "7890").status == 404);
  // Five attempts are used up; another client has its own.
  CHECK(asked("PD-2026-0001", "7890").status == 429);
  CHECK(asked("PD-2026-0001", "7890").retry_after_seconds == 15 * 60 - 60);
  CHECK(asked("PD-2026-0001", "7890", "d").status == 200);
}

TEST_CASE("many clients together cannot try all digits of one ticket") {
  Desk desk;
  desk.sent(good_form());
  int refused = 0;
  for (int client = 0; client < 12; ++client)
    refused += desk.desk
                   .status(Language::id, {{"number", "PD-2026-0001"}, {"phone", "1234"}},
                           std::to_string(client), sent_at)
                   .status == 429;
  CHECK(refused == 2);
}

TEST_CASE("an answer is rated once, in stars and words, and only where there was one") {
  Desk desk;
  desk.sent(good_form());
  const DeskFields rating = {{"action", "rate"}, {"stars", "4"}, {"text", "Cepat & jelas"}};
  CHECK_FALSE(has(desk.page().html, "name=\"stars\""));
  CHECK(desk.acted(rating).status == 422);
  desk.close_ticket(desk::Outcome::answered);
  CHECK(has(desk.page().html, "name=\"stars\""));
  for (const char* stars : {"", "0", "6", "-1", "4x"}) {
    CAPTURE(stars);
    CHECK(desk.acted(with(rating, "stars", stars)).status == 422);
  }
  const PageText page = desk.acted(rating);
  CHECK(page.status == 200);
  CHECK(has(page.html, "Pemohon menilai jawaban: 4 dari 5"));
  CHECK(has(page.html, "Cepat &amp; jelas"));
  CHECK_FALSE(has(page.html, "name=\"stars\""));
}

TEST_CASE("a request that was withdrawn has no answer to rate") {
  Desk desk;
  desk.sent(good_form());
  desk.acted({{"action", "withdraw"}});
  CHECK_FALSE(has(desk.page().html, "name=\"stars\""));
  CHECK(desk.acted({{"action", "rate"}, {"stars", "5"}}).status == 422);
}

TEST_CASE("erasing asks once more, then leaves the count and nothing of the person") {
  Desk desk;
  desk.sent(good_form());
  CHECK(has(desk.acted({{"action", "erase"}}).html, "name=\"confirmed\""));
  CHECK(desk.page().status == 200);
  CHECK(desk.acted({{"action", "erase"}, {"confirmed", "yes"}}).status == 200);
  CHECK(desk.page().status == 404);
  CHECK(desk.tickets() == 1);
  CHECK(desk.mails().waiting == 0);
  CHECK(desk.mails().erased == 1);
}

TEST_CASE("an action that is none is refused") {
  Desk desk;
  desk.sent(good_form());
  CHECK(desk.acted({{"action", "close"}}).status == 422);
  CHECK(desk.acted({}).status == 422);
}

}  // namespace

TEST_CASE("a form that is still being written is told what sending would say, and opens nothing") {
  Desk desk;
  DeskFields fields = with(good_form(), "email", "dian@");
  CHECK(has(desk.desk.check(Language::en, fields), "\"field\": \"email\""));
  CHECK(has(desk.desk.check(Language::id, good_form()), "\"findings\": []"));
  fields = with(good_form(), "text", "mohon jumlah penduduk untuk skripsi");
  CHECK(has(desk.desk.check(Language::id, fields),
            "{\"title\": \"Jumlah penduduk\", \"address\": \"/id/tabel/penduduk/\""));
  CHECK(desk.tickets() == 0);
}
