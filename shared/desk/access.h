// Who may do what: the one table of roles and actions. What does not stand in it is refused.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "desk/event.h"

namespace desk {

/// What each post is called is a setting (DeskSettings::posts). The requester is whoever holds a
/// ticket's private link; the operator keeps the system running and answers nobody.
enum class Role : std::uint8_t { admin_web, section_head, division_head, operator_, requester };
inline constexpr int roles_count = 5;
std::string_view text_from_role(Role role);
std::optional<Role> role_from_text(std::string_view text);

enum class Action : std::uint8_t {
  // A requester's, on the ticket of the link; asking is open to everyone.
  send_request,
  read_own_ticket,
  answer_office,
  correct_request,
  withdraw_request,
  rate_answer,
  erase_own_data,
  // The office's, on tickets.
  read_queue,
  read_ticket,
  read_contact,  ///< Name, institution, addresses: each look is logged.
  enter_request,
  assign_ticket,
  write_note,
  write_message,
  ask_requester,
  send_data,
  send_notice,
  redirect_ticket,
  close_ticket,
  reopen_ticket,
  erase_requester,
  retry_mail,
  // The office's, on everything else.
  edit_templates,
  edit_not_available,
  edit_calendar,
  publish_table,
  read_reports,
  prepare_report,
  check_report,
  approve_report,
  manage_accounts,
  read_audit,
  export_personal_data,  ///< The breach kit.
  change_settings
};
inline constexpr int actions_count = 34;
std::string_view text_from_action(Action action);

bool may(Role role, Action action);

/// Needs the password and a fresh code again, whatever the role.
bool needs_step_up(Action action);

/// The action behind an event that `actor` causes; nothing where that actor never causes it. What
/// the system does of itself needs no leave and has no action.
std::optional<Action> action_of(EventKind kind, Actor actor);

}  // namespace desk
