#include "desk/access.h"

#include <set>
#include <string>

#include <catch2/catch_test_macros.hpp>

namespace desk {

TEST_CASE("each role may do just these things") {
  const char* const expected[roles_count] = {
      "correct_request read_queue read_ticket read_contact enter_request assign_ticket write_note "
      "write_message ask_requester send_data send_notice redirect_ticket close_ticket "
      "reopen_ticket erase_requester retry_mail edit_templates edit_not_available edit_calendar "
      "publish_table read_reports prepare_report ",
      "read_queue read_ticket read_contact enter_request assign_ticket write_note write_message "
      "ask_requester send_data send_notice redirect_ticket close_ticket reopen_ticket "
      "erase_requester retry_mail edit_templates edit_not_available edit_calendar publish_table "
      "read_reports check_report read_audit export_personal_data ",
      "read_queue read_ticket write_note read_reports approve_report read_audit ",
      "retry_mail manage_accounts read_audit change_settings ",
      "send_request read_own_ticket answer_office correct_request withdraw_request rate_answer "
      "erase_own_data "};
  for (int role = 0; role < roles_count; ++role) {
    std::string allowed;
    for (int action = 0; action < actions_count; ++action)
      if (may(static_cast<Role>(role), static_cast<Action>(action)))
        allowed += std::string(text_from_action(static_cast<Action>(action))) + ' ';
    INFO(text_from_role(static_cast<Role>(role)));
    CHECK(allowed == expected[role]);
  }
}

TEST_CASE("what is in no table is refused") {
  CHECK_FALSE(may(Role::admin_web, static_cast<Action>(actions_count)));
  CHECK_FALSE(may(static_cast<Role>(roles_count), Action::read_queue));
}

TEST_CASE("every action has a name of its own and somebody who may do it") {
  std::set<std::string_view> names;
  for (int action = 0; action < actions_count; ++action) {
    names.insert(text_from_action(static_cast<Action>(action)));
    bool is_anyones = false;
    for (int role = 0; role < roles_count; ++role)
      is_anyones = is_anyones || may(static_cast<Role>(role), static_cast<Action>(action));
    CHECK(is_anyones);
  }
  CHECK(names.size() == actions_count);
}

TEST_CASE("roles read back by their names") {
  for (int role = 0; role < roles_count; ++role)
    CHECK(role_from_text(text_from_role(static_cast<Role>(role))) == static_cast<Role>(role));
  CHECK_FALSE(role_from_text("root"));
}

TEST_CASE("an event is caused by those who may, and by nobody else") {
  for (int place = 0; place < event_kinds_count; ++place) {
    const auto kind = static_cast<EventKind>(place);
    INFO(text_from_event_kind(kind));
    const auto of_requester = action_of(kind, Actor::requester);
    const auto of_officer = action_of(kind, Actor::officer);
    if (of_requester) CHECK(may(Role::requester, *of_requester));
    if (of_officer) CHECK(may(Role::admin_web, *of_officer));
    if (of_officer && of_officer != of_requester) CHECK_FALSE(may(Role::requester, *of_officer));
    CHECK_FALSE(action_of(kind, Actor::system));
  }
  CHECK_FALSE(action_of(EventKind::data_sent, Actor::requester));
  CHECK_FALSE(action_of(EventKind::withdrawn, Actor::officer));
  CHECK(action_of(EventKind::erased, Actor::officer) == Action::erase_requester);
}

TEST_CASE("what reaches many people's data asks for the password again") {
  std::string actions;
  for (int action = 0; action < actions_count; ++action)
    if (needs_step_up(static_cast<Action>(action)))
      actions += std::string(text_from_action(static_cast<Action>(action))) + ' ';
  CHECK(actions == "erase_requester manage_accounts export_personal_data change_settings ");
}

}  // namespace desk
