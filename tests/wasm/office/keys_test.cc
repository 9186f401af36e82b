// The office's keys.
#include "office/keys.h"

#include <catch2/catch_test_macros.hpp>

#include "wasm/office/desk_session.h"

namespace {

std::optional<app::Command> press(const support::DeskSession& session, std::string_view key,
                                  const semantics::Node* focused, bool has_control = false) {
  return office::command_from_key(session.client, session.office, focused,
                                  {key, false, has_control, false});
}

}  // namespace

TEST_CASE("on a row of the queue arrows move and A takes the ticket") {
  const auto session = support::DeskSession::at("/id/petugas/");
  semantics::Node row;
  row.id = "queue/rows/PD-1/open";
  REQUIRE(press(session, "ArrowDown", &row));
  CHECK(office::wish_as<office::MoveRow>(*press(session, "ArrowDown", &row))->by == 1);
  CHECK(office::wish_as<office::TakeTicket>(*press(session, "a", &row))->number == "PD-1");
  CHECK_FALSE(press(session, "a", &row, true));
  CHECK_FALSE(press(session, "a", nullptr));
}

TEST_CASE("Ctrl+Enter sends the reply, and a bare Enter is a line's end") {
  const auto session = support::DeskSession::at_ticket();
  REQUIRE(press(session, "Enter", nullptr, true));
  CHECK(office::wish_as<office::SendDraft>(*press(session, "Enter", nullptr, true)));
  CHECK_FALSE(press(session, "Enter", nullptr));
}
