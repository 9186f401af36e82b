// What the office's screens wish, and what is asked of the server for it.
#include <catch2/catch_test_macros.hpp>

#include "support/has.h"
#include "wasm/office/desk_session.h"

using support::DeskSession;
using support::has;

TEST_CASE("the first screen asks who has signed in, and for the list") {
  DeskSession session;
  const std::string asked = session.send(app::AddressChanged{"/id/petugas/?tab=mine"});
  CHECK(has(asked, "AskOffice get api/office/session"));
  CHECK(has(asked, "AskOffice get api/office/queue?tab=mine"));
}

TEST_CASE("opening a ticket is a step for the back button") {
  DeskSession session = DeskSession::at("/id/petugas/");
  const std::string asked = session.wish(office::OpenTicket{"PD-1"});
  CHECK(asked.starts_with("PushAddress /id/petugas/tiket/?number=PD-1 "));
  CHECK(has(asked, "AskOffice recall lumbung.office.draft.PD-1"));
  CHECK(has(asked, "AskOffice get api/office/ticket?number=PD-1&language=id"));
}

TEST_CASE("a notice takes an outcome and a reason; its text is suggested") {
  DeskSession session = DeskSession::at_ticket();
  session.wish(office::SetDraft{"kind", "notice_sent"});
  session.wish(office::SetDraft{"reason", "regency_only"});
  CHECK(session.office.ticket.draft.text == "Hanya tingkat kabupaten.");
  const std::string asked = session.wish(office::SendDraft{});
  CHECK(has(asked, "AskOffice post api/office/act"));
  CHECK(has(asked, R"("kind": "notice_sent")"));
  CHECK(session.wish(office::SendDraft{}).empty());  // Once is enough.
}

TEST_CASE("what the officer wrote stays when another reason is chosen") {
  DeskSession session = DeskSession::at_ticket();
  session.wish(office::SetDraft{"kind", "notice_sent"});
  session.wish(office::SetDraft{"text", "Mohon maaf."});
  session.wish(office::SetDraft{"reason", "regency_only"});
  CHECK(session.office.ticket.draft.text == "Mohon maaf.");
}

TEST_CASE("each change of a draft is kept on the device, and the rest of typing is waited for") {
  DeskSession session = DeskSession::at_ticket();
  const std::string asked = session.wish(office::SetDraft{"text", "Halo"});
  CHECK(has(asked, "AskOffice keep lumbung.office.draft.PD-1 "));
  CHECK(has(asked, R"("text": "Halo")"));
  CHECK(has(asked, "AskOffice pause 500"));
}

TEST_CASE("a table is attached by its code or by its address") {
  DeskSession session = DeskSession::at_ticket();
  session.wish(office::AttachView{" penduduk "});
  session.wish(office::AttachView{"https://example.org/id/tabel/padi/?baris=jk"});
  const auto& views = session.office.ticket.draft.views;
  REQUIRE(views.size() == 2);
  CHECK(views[0].table == "penduduk");
  CHECK(views[1].table == "padi");
  CHECK(views[1].query == "baris=jk");
}

TEST_CASE("what lacks something is not sent, and says what") {
  DeskSession session = DeskSession::at_ticket();
  CHECK(session.wish(office::SendDraft{}).empty());
  CHECK(session.notice() == "Lampirkan tampilan tabel atau berkas dahulu.");
}
