// Writing down a request, and the clock that asks again.
#include <catch2/catch_test_macros.hpp>

#include "support/has.h"
#include "wasm/office/desk_session.h"

using support::DeskSession;
using support::has;

TEST_CASE("a request without a text is not sent; the field says why and takes the focus") {
  DeskSession session = DeskSession::at("/id/petugas/?enter");
  session.wish(office::SetEntry{"channel", "phone"});
  CHECK(has(session.wish(office::SendEntry{}), "FocusNode entry/form/text"));
  CHECK(session.office.entry_findings.contains("text"));
}

TEST_CASE("a request by telephone is sent as the form's fields, and its ticket opens") {
  DeskSession session = DeskSession::at("/id/petugas/?enter");
  session.answer(session.office.asked_count, 200, "0123456789abcdef0123456789abcdef");
  session.wish(office::SetEntry{"channel", "phone"});
  session.wish(office::SetEntry{"text", "Jumlah penduduk Gelumbang 2025"});
  const std::string asked = session.note(session.wish(office::SendEntry{}));
  CHECK(has(asked, "AskOffice post api/office/enter"));
  CHECK(has(asked, R"({"name": "channel", "value": "phone"})"));
  const std::string opened = session.answer(
      "api/office/enter", 200, wire::json_from_office_ticket(support::office_ticket()));
  CHECK(has(opened, "PushAddress /id/petugas/tiket/?number=PD-1"));
  CHECK(session.notice() == "PD-1 dicatat.");
  CHECK(session.office.entry.empty());
}

TEST_CASE("one tick is under way at a time") {
  DeskSession session;
  CHECK(has(session.send(app::AddressChanged{"/id/petugas/"}), "AskOffice pause 60000"));
  CHECK_FALSE(has(session.wish(office::ClearPicked{}), "pause"));
}

TEST_CASE("what changes something is answered in the language of the screen") {
  DeskSession session = DeskSession::at_ticket();
  session.send(app::SetLanguage{base::Language::en});
  CHECK(has(session.wish(office::ShowContact{}), "api/office/contact?number=PD-1&language=en"));
}
