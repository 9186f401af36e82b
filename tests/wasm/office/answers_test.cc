// What becomes of the server's answers: late, refused and broken ones too.
#include <catch2/catch_test_macros.hpp>

#include "support/has.h"
#include "wasm/office/desk_session.h"

using support::DeskSession;
using support::has;

namespace {

DeskSession with_notice_under_way() {
  DeskSession session = DeskSession::at_ticket();
  session.wish(office::SetDraft{"kind", "notice_sent"});
  session.wish(office::SetDraft{"reason", "regency_only"});
  session.note(session.wish(office::SendDraft{}));
  return session;
}

}  // namespace

TEST_CASE("what was sent is said, and its draft is forgotten") {
  DeskSession session = with_notice_under_way();
  const std::string asked = session.answer(
      "api/office/act", 200, wire::json_from_office_ticket(support::office_ticket(4)));
  CHECK(session.notice() == "E-mail untuk PD-1 masuk antrean kirim.");
  CHECK(has(asked, "AskOffice keep lumbung.office.draft.PD-1 \n"));
  CHECK(app::loaded(session.office.ticket.ticket)->row.events_count == 4);
}

TEST_CASE("where somebody was faster the ticket is asked for again, and the text stays") {
  DeskSession session = with_notice_under_way();
  CHECK(has(session.answer("api/office/act", 409, "{}"), "AskOffice get api/office/ticket"));
  CHECK(has(session.notice(), "lebih dahulu"));
  CHECK(session.office.ticket.draft.text == "Hanya tingkat kabupaten.");
  CHECK_FALSE(session.office.ticket.is_sending);
}

TEST_CASE("a cut network leaves the draft as it was, ready to be sent again") {
  DeskSession session = with_notice_under_way();
  session.answer("api/office/act", 0, "");
  CHECK(has(session.notice(), "Server tidak terjangkau"));
  CHECK(has(session.wish(office::SendDraft{}), "AskOffice post api/office/act"));
}

TEST_CASE("who is signed out goes to the sign-in page") {
  DeskSession session = with_notice_under_way();
  CHECK(session.answer("api/office/act", 401, "{}") ==
        "LeaveFor /id/petugas/masuk/?next=%2Fid%2Fpetugas%2Ftiket%2F%3Fnumber%3DPD-1\n");
}

TEST_CASE("a step that is noted while a reply is sent does not end the reply") {
  DeskSession session = DeskSession::at_ticket();
  session.note(session.wish(office::FinishStep{desk::SopStep::search}));
  const int step = session.office.asked_count;
  session.wish(office::SetDraft{"kind", "notice_sent"});
  session.wish(office::SetDraft{"reason", "regency_only"});
  session.wish(office::SendDraft{});
  session.answer(step, 200, wire::json_from_office_ticket(support::office_ticket(3)));
  CHECK(session.office.ticket.is_sending);
  CHECK(session.office.ticket.draft.text == "Hanya tingkat kabupaten.");
}

TEST_CASE("an answer to an older list changes nothing") {
  DeskSession session = DeskSession::at("/id/petugas/");
  const int older = session.office.asked_count;
  wire::QueueWish mine;
  mine.tab = wire::QueueTab::mine;
  session.wish(office::OpenQueue{mine});
  wire::OfficeQueue queue;
  queue.rows_count = 9;
  for (int number = 1; number <= older; ++number)
    session.answer(number, 200, wire::json_from_office_queue(queue));
  CHECK_FALSE(app::loaded(session.office.queue));
}

TEST_CASE("an answer that cannot be read is a failure in words") {
  DeskSession session = DeskSession::at("/id/petugas/");
  session.answer("api/office/queue", 200, "<html>");
  const auto* failed = std::get_if<app::Failed>(&session.office.queue);
  REQUIRE(failed);
  CHECK(has(failed->why.message, "tidak dapat dibaca"));
}
