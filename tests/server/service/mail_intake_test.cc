#include "service/mail_intake.h"

#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "base/words.h"
#include "server/service/desk_fixture.h"
#include "service/ticket_record.h"
#include "store/attachments.h"
#include "store/inbox.h"
#include "store/outbox.h"
#include "support/has.h"

namespace {

using base::Instant;
using service::MailFate;
using store::Transaction;
using support::desk_monday;
using support::has;

constexpr service::DeskKey intake_key{9};

/// A letter to the office: header lines, an empty line, and what was written.
std::string letter(const std::string& id, const std::string& subject, const std::string& text,
                   const std::string& from = "Rina <rina@example.org>",
                   const std::string& more = "") {
  return "From: " + from + "\r\nTo: office@bps.example\r\nMessage-ID: <" + id +
         ">\r\nSubject: " + subject + "\r\n" + more + "\r\n" + text + "\r\n";
}

struct Intake : support::DeskFixture {
  service::MailIntake intake{database, data, intake_key, {}};

  MailFate taken(const std::string& bytes, Instant now = desk_monday) {
    return intake.take(bytes, now).value();
  }
  std::vector<store::HeldMail> held() {
    return database.read([](Transaction& t) { return store::list_held_mails(t, 99); }).value();
  }
  service::Record ticket(const std::string& number = "PD-2026-0001") {
    return database
        .write([&](Transaction& t) {
          return service::record_by_number(t, number, {"sari", "ticket"}, desk_monday);
        })
        .value();
  }
  std::vector<store::Mail> mails(const std::string& number = "PD-2026-0001") {
    return database
        .read([&](Transaction& t) -> base::Result<std::vector<store::Mail>> {
          const auto stored = store::find_ticket(t, number);
          if (!stored) return tl::unexpected(stored.error());
          return store::mails_of_ticket(t, stored->id);
        })
        .value();
  }
  std::int64_t tickets() {
    return database
        .read([](Transaction& t) {
          return store::list_tickets(t, {}, store::TicketOrder::newest_first, {});
        })
        .value()
        .tickets_count;
  }
};

TEST_CASE("a letter becomes a ticket with a promise, and its receipt answers it") {
  Intake desk;
  CHECK(desk.taken(letter("a@example.org", "Data", "Jumlah penduduk Gelumbang 2024")) ==
        MailFate::opened);
  const service::Record record = desk.ticket();
  CHECK(record.ticket.facts.channel == "email");
  CHECK(record.requester.name == "Rina");
  CHECK(record.requester.email == "rina@example.org");
  CHECK(record.events.front().text == "Data\n\nJumlah penduduk Gelumbang 2024");
  CHECK(record.ticket.promised == base::Date{2026, 11, 26});
  REQUIRE(desk.mails().size() == 1);
  const std::string receipt = desk.mails()[0].content.body;
  CHECK(has(receipt, "\"in_reply_to\": \"a@example.org\""));
  CHECK(has(receipt, "https://data.example.go.id/id/tiket/?key="));
  CHECK_FALSE(has(receipt, "Gelumbang"));
}

TEST_CASE("a mail is taken once, also where it came by two ways") {
  Intake desk;
  const std::string mail = letter("a@example.org", "Data", "Jumlah penduduk");
  CHECK(desk.taken(mail) == MailFate::opened);
  CHECK(desk.taken(mail) == MailFate::taken_before);
  CHECK(desk.taken("Received: from elsewhere\r\n" + mail) == MailFate::taken_before);
  CHECK(desk.tickets() == 1);
  // Another letter under the same Message-ID is another letter.
  CHECK(desk.taken(letter("a@example.org", "Data", "Jumlah rumah tangga")) == MailFate::opened);
}

TEST_CASE("a reply joins its ticket by the mail that it answers, or by the number it names") {
  Intake desk;
  desk.taken(letter("a@example.org", "Data", "Jumlah penduduk"));
  const std::string ours = desk.mails()[0].content.message_id;
  CHECK(desk.taken(letter("b@example.org", "Re: Diterima", "Tahun 2024.\r\n\r\n> Kapan?",
                          "RINA+x@example.org", "In-Reply-To: <" + ours + ">\r\n")) ==
        MailFate::joined);
  CHECK(desk.taken(letter("c@example.org", "Re: lagi", "Juga 2025.", "rina@example.org",
                          "References: <b@example.org>\r\n")) == MailFate::joined);
  CHECK(desk.taken(letter("d@example.org", "Re: [PD-2026-0001] data", "Dan 2026.")) ==
        MailFate::joined);
  const service::Record record = desk.ticket();
  REQUIRE(record.events.size() == 4);
  CHECK(record.events[1].kind() == desk::EventKind::requester_answered);
  CHECK(record.events[1].text == "Tahun 2024.");
  CHECK(record.events[2].text == "Juga 2025.");
  CHECK(record.events[3].text == "Dan 2026.");
  CHECK(desk.tickets() == 1);
  CHECK(desk.mails().size() == 1);
}

TEST_CASE("a stranger who names a ticket is held beside it, and writes nothing into it") {
  Intake desk;
  desk.taken(letter("a@example.org", "Data", "Jumlah penduduk"));
  CHECK(desk.taken(letter("b@example.org", "Re: PD-2026-0001", "Batalkan", "evil@example.org")) ==
        MailFate::held);
  REQUIRE(desk.held().size() == 1);
  CHECK(desk.held()[0].reason == "other_sender");
  CHECK(desk.held()[0].ticket_id == desk.ticket().stored.id);
  CHECK(desk.ticket().events.size() == 1);
}

TEST_CASE("machines are held and never answered") {
  Intake desk;
  CHECK(desk.taken(letter("a@example.org", "Cuti", "Saya cuti.", "rina@example.org",
                          "Auto-Submitted: auto-replied\r\n")) == MailFate::held);
  CHECK(desk.taken(letter("b@example.org", "Data", "Halo", "office@bps.example")) ==
        MailFate::held);
  CHECK(desk.taken(letter("c@example.org", "Data", "Halo", "undisclosed")) == MailFate::held);
  CHECK(desk.tickets() == 0);
  CHECK(desk.held()[0].reason == "automatic");
  CHECK(desk.held()[1].reason == "own_address");
  CHECK(desk.held()[2].reason == "no_sender");
}

TEST_CASE("a bounce marks the mail that did not arrive, and one of nothing of ours is held") {
  Intake desk;
  desk.taken(letter("a@example.org", "Data", "Jumlah penduduk"));
  const store::Mail ours = desk.mails()[0];
  REQUIRE(desk.database.write([&](Transaction& t) -> base::Result<void> {
    const auto leased =
        store::lease_mails(t, service::store_time(desk_monday), std::chrono::minutes(1), 9);
    if (!leased) return tl::unexpected(leased.error());
    return store::mail_handed_over(t, ours.id, service::store_time(desk_monday));
  }));
  const auto bounce = [](const std::string& id, const std::string& of) {
    return letter(id, "Undelivered", "", "MAILER-DAEMON@mx.example",
                  "In-Reply-To: <" + of + ">\r\n");
  };
  CHECK(desk.taken(bounce("x@mx.example", ours.content.message_id)) == MailFate::bounced);
  CHECK(desk.mails()[0].state == store::MailState::dead);
  CHECK(desk.taken(bounce("y@mx.example", "other@bps.example")) == MailFate::held);
  CHECK(desk.tickets() == 1);
}

TEST_CASE("a sender who asks too often is held, and is not lost") {
  Intake desk;
  for (const char* id : {"a", "b", "c"})
    CHECK(desk.taken(letter(id, "Data", std::string("Jumlah ") + id)) == MailFate::opened);
  CHECK(desk.taken(letter("d", "Data", "Jumlah d")) == MailFate::held);
  CHECK(desk.held()[0].reason == "too_many");
  CHECK(desk.taken(letter("e", "Data", "Jumlah e", "other@example.org")) == MailFate::opened);
}

TEST_CASE("files stand with the ticket as personal data, and a long text comes whole as a file") {
  Intake desk;
  const std::string text = "Daftar desa " + std::string(5000, 'x');
  CHECK(desk.taken(letter("a@example.org", "Data",
                          "--B\r\nContent-Type: text/plain\r\n\r\n" + text +
                              "\r\n--B\r\nContent-Type: application/pdf\r\nContent-Disposition: "
                              "attachment; filename=surat.pdf\r\n\r\n%PDF\r\n--B--\r\n",
                          "rina@example.org", "Content-Type: multipart/mixed; boundary=B\r\n")) ==
        MailFate::opened);
  const service::Record record = desk.ticket();
  REQUIRE(record.events.size() == 2);
  CHECK(record.events[0].text.size() == desk::request_text_max);
  REQUIRE(record.events[1].attachments.size() == 2);
  CHECK(record.events[1].attachments[0].name == "e-mail.txt");
  CHECK(record.events[1].attachments[1].name == "surat.pdf");
  const auto file = desk.database
                        .read([&](Transaction& t) {
                          return store::read_attachment(t, record.stored.id,
                                                        record.events[1].attachments[0].sha256);
                        })
                        .value();
  CHECK(file.bytes == "Data\n\n" + text);
  CHECK(file.info.is_personal);
}

TEST_CASE("a file that is too large is named in the conversation") {
  Intake desk;
  const std::string part = "--B\r\nContent-Disposition: attachment; filename=besar.bin\r\n\r\n";
  CHECK(desk.taken(letter("a@example.org", "Data",
                          part + std::string(10'000'001, 'x') + "\r\n--B--\r\n", "rina@example.org",
                          "Content-Type: multipart/mixed; boundary=B\r\n")) == MailFate::opened);
  CHECK(desk.ticket().events.back().text ==
        base::text(base::Word::mail_left_out, base::Language::id, {"besar.bin"}));
}

TEST_CASE("what is no mail, says nothing or is too long waits as it came") {
  Intake desk;
  CHECK(desk.taken("") == MailFate::held);
  CHECK(desk.taken(letter("a", "", "")) == MailFate::held);
  CHECK(desk.intake.hold_unread("7", desk_monday).value() == MailFate::held);
  CHECK(desk.intake.hold_unread("7", desk_monday).value() == MailFate::taken_before);
  REQUIRE(desk.held().size() == 3);
  CHECK(desk.held()[0].reason == "unreadable");
  CHECK(desk.held()[1].reason == "empty");
  CHECK(desk.held()[2].reason == "too_large");
}

TEST_CASE("who erased their data is not joined to it again") {
  Intake desk;
  desk.taken(letter("a@example.org", "Data", "Jumlah penduduk"));
  const std::int64_t id = desk.ticket().stored.id;
  REQUIRE(desk.database.write([&](Transaction& t) {
    return store::erase_person(t, id, service::store_time(desk_monday));
  }));
  CHECK(desk.taken(letter("b@example.org", "Re: PD-2026-0001", "Halo")) == MailFate::held);
  CHECK(desk.held()[0].reason == "erased");
}

}  // namespace
