// What officers make happen, and the mails that tell of it.
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "base/digest.h"
#include "base/json.h"
#include "server/service/office_fixture.h"

namespace service {
namespace {

using desk::EventKind;
using support::desk_later;
using support::desk_monday;
using support::sari;

TEST_CASE("an act on a ticket that has changed meanwhile is refused") {
  support::OfficeFixture office;
  office.ask(desk_monday, "a", "dian@example.org");
  auto act = office.an_act(EventKind::assigned, 1);
  act.officer = "sari";
  const auto ticket = office.desk.act(act, sari, desk_later);
  REQUIRE(ticket);
  CHECK(ticket->row.officer == "sari");
  CHECK(ticket->row.events_count == 2);
  const auto again = office.desk.act(act, sari, desk_later);
  REQUIRE_FALSE(again);
  CHECK(again.error().code == "conflict");
}

TEST_CASE("a question pauses both clocks and goes out as a mail of the conversation") {
  support::OfficeFixture office;
  office.ask(desk_monday, "a", "dian@example.org");
  auto act = office.an_act(EventKind::asked_requester, 1);
  const auto empty = office.desk.act(act, sari, desk_later);
  REQUIRE_FALSE(empty);
  CHECK(empty.error().code == "conflict");
  CHECK(office.mails().size() == 1);

  act.text = "Tahun berapa?";
  const auto ticket = office.desk.act(act, sari, desk_later);
  REQUIRE(ticket);
  CHECK(ticket->row.status == desk::TicketStatus::waiting_for_requester);
  CHECK(ticket->row.step->is_paused);
  CHECK_FALSE(ticket->row.step->runs_until);
  const auto mails = office.mails();
  REQUIRE(mails.size() == 2);
  CHECK(mails[1].content.message_id == "question-2.PD-2026-0001@bps.example");
  CHECK(mails[1].content.recipient == "dian@example.org");
  const auto body = base::json_from_bytes(mails[1].content.body);
  REQUIRE(body);
  CHECK(body->root()["in_reply_to"].text() == mails[0].content.message_id);
  CHECK(body->root()["text"].text().find("Tahun berapa?") != std::string_view::npos);
}

TEST_CASE("each mail carries a link of its own to the ticket, and earlier ones stay good") {
  support::OfficeFixture office;
  office.ask(desk_monday, "a", "dian@example.org");
  std::vector<std::string> keys;
  for (const std::uint64_t seen : {1U, 2U}) {
    auto act = office.an_act(EventKind::message_written, seen);
    act.text = "Sebentar.";
    REQUIRE(office.desk.act(act, sari, desk_later));
    const std::string text(
        base::json_from_bytes(office.mails().back().content.body)->root()["text"].text());
    const std::size_t at = text.find("https://data.example.go.id/id/tiket/?key=");
    REQUIRE(at != std::string::npos);
    keys.push_back(text.substr(text.find('=', at) + 1, 64));
  }
  CHECK(keys[0] != keys[1]);
  for (const std::string& key : keys) {
    const auto record = office.database.write([&](store::Transaction& t) {
      return record_by_link(t, base::sha256_hex(key), {"requester", "ticket"}, desk_later);
    });
    REQUIRE(record);
    CHECK(record->stored.number == "PD-2026-0001");
  }
  // What an officer previews opens nothing.
  auto act = office.an_act(EventKind::message_written, 3);
  act.text = "Sebentar.";
  CHECK(office.desk.preview(act, sari, desk_later)->body.find("?key=…") != std::string::npos);
}

TEST_CASE("the notice has a letter with a number, and closes the ticket") {
  support::OfficeFixture office;
  office.ask(desk_monday, "a", "dian@example.org");
  auto act = office.an_act(EventKind::notice_sent, 1);
  act.text = "Data desa tidak dikumpulkan.";
  CHECK(office.desk.act(act, sari, desk_later).error().field == "reason");
  act.reason = office.data.classifications.unavailable_reason.choices[0].code;
  act.substitute = "penduduk";
  const auto preview = office.desk.preview(act, sari, desk_later);
  REQUIRE(preview);
  CHECK(preview->recipient == "dian@example.org");
  CHECK(preview->letter.find("Pengganti terdekat: Jumlah penduduk") != std::string::npos);
  CHECK(office.mails().size() == 1);

  const auto ticket = office.desk.act(act, sari, desk_later);
  REQUIRE(ticket);
  CHECK(ticket->row.status == desk::TicketStatus::closed);
  CHECK(ticket->row.outcome == desk::Outcome::not_held);
  CHECK(ticket->row.events_count == 3);
  CHECK(ticket->steps[2].step == desk::SopStep::notice);
  const desk::TimelineEntry& sent = ticket->timeline[1];
  REQUIRE(sent.attachments.size() == 1);
  CHECK(sent.attachments[0].name == "B-1-16030-VS.300-11-2026.pdf");
  const auto read_again = office.desk.ticket("PD-2026-0001", sari, desk_later);
  REQUIRE(read_again);
  REQUIRE(read_again->timeline[1].attachments.size() == 1);
  CHECK(read_again->timeline[1].attachments[0].sha256 == sent.attachments[0].sha256);
  const auto file = office.desk.file("PD-2026-0001", sent.attachments[0].sha256, sari);
  REQUIRE(file);
  CHECK(file->bytes.starts_with("%PDF-"));
  CHECK(file->info.is_personal);
  CHECK(office.mails()[1].content.body.find(sent.attachments[0].sha256) != std::string::npos);
  CHECK(office.desk.queue({}, sari, desk_later)->counts ==
        wire::QueueCounts{0, 0, 0, 0, 1, 0, 0, 1, 1});
}

TEST_CASE("a notice that cannot be drawn writes nothing and uses up no number") {
  support::OfficeFixture office;
  office.ask(desk_monday, "a", "dian@example.org");
  auto act = office.an_act(EventKind::notice_sent, 1);
  act.text = "Tidak ada.";
  act.reason = office.data.classifications.unavailable_reason.choices[0].code;
  const std::string font = std::exchange(office.data.letterhead.regular_font, "");
  CHECK_FALSE(office.desk.act(act, sari, desk_later));
  CHECK(office.mails().size() == 1);
  CHECK(office.desk.ticket("PD-2026-0001", sari, desk_later)->row.events_count == 1);
  office.data.letterhead.regular_font = font;
  const auto ticket = office.desk.act(act, sari, desk_later);
  REQUIRE(ticket);
  CHECK(ticket->timeline[1].attachments[0].name == "B-1-16030-VS.300-11-2026.pdf");
}

TEST_CASE("an uploaded file goes with the data, and the ticket may stay open") {
  support::OfficeFixture office;
  office.ask(desk_monday, "a", "dian@example.org");
  const auto file = office.desk.upload("PD-2026-0001", {"data.csv", "text/csv", false, "a,b\n"},
                                       sari, desk_later);
  REQUIRE(file);
  auto act = office.an_act(EventKind::data_sent, 1);
  act.text = "Terlampir.";
  act.closes = false;
  act.uploads = {std::string(64, '0')};
  CHECK(office.desk.act(act, sari, desk_later).error().field == "uploads");
  act.uploads = {file->attachment.sha256};
  const auto ticket = office.desk.act(act, sari, desk_later);
  REQUIRE(ticket);
  CHECK(ticket->row.status != desk::TicketStatus::closed);
  CHECK(ticket->row.promise->is_answered);
  CHECK(ticket->timeline[1].attachments[0].name == "data.csv");
}

TEST_CASE("a requester without an address is answered without a mail") {
  support::OfficeFixture office;
  office.ask(desk_monday, "a", "");
  auto act = office.an_act(EventKind::redirected, 1);
  act.text = "Ada di Dinas Kesehatan.";
  CHECK(office.desk.act(act, sari, desk_later).error().field == "owner");
  act.owner = "Dinas Kesehatan";
  const auto ticket = office.desk.act(act, sari, desk_later);
  REQUIRE(ticket);
  CHECK(ticket->row.outcome == desk::Outcome::redirected);
  CHECK(office.mails().empty());
}

TEST_CASE("erasing the requester leaves the ticket without words, and the letter is gone") {
  support::OfficeFixture office;
  office.ask(desk_monday, "a", "dian@example.org");
  auto act = office.an_act(EventKind::notice_sent, 1);
  act.text = "Tidak ada.";
  act.reason = office.data.classifications.unavailable_reason.choices[0].code;
  const auto noticed = office.desk.act(act, sari, desk_later);
  REQUIRE(noticed);
  const std::string letter = noticed->timeline[1].attachments[0].sha256;
  const auto erased = office.an_act(EventKind::erased, 3);
  CHECK(office.desk.act(erased, sari, desk_later).error().code == "step_up");
  service::OfficeCaller sure = sari;
  sure.is_stepped_up = true;
  const auto ticket = office.desk.act(erased, sure, desk_later);
  REQUIRE(ticket);
  CHECK(ticket->is_erased);
  CHECK(ticket->text.empty());
  CHECK(ticket->possible.empty());
  CHECK(ticket->timeline[1].attachments.empty());
  CHECK_FALSE(office.desk.file("PD-2026-0001", letter, sari));
}

}  // namespace
}  // namespace service
