#include "desk/access.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace desk {
namespace {

constexpr std::array<std::string_view, roles_count> role_texts = {
    "admin_web", "section_head", "division_head", "operator", "requester"};

struct AccessRow {
  Action action;
  std::string_view name;
  std::string_view roles;  ///< A letter for each role that may; see role_letters.
};

/// admin web, section head (S), division head (D), operator, requester.
constexpr std::string_view role_letters = "ASDOR";

/// The supervisors read and take over where the admin is away; they approve what he prepares. The
/// operator sees no requester, but keeps accounts, mail and settings.
constexpr std::array<AccessRow, actions_count> access_rows = {{
    {Action::send_request, "send_request", "R"},
    {Action::read_own_ticket, "read_own_ticket", "R"},
    {Action::answer_office, "answer_office", "R"},
    {Action::correct_request, "correct_request", "AR"},
    {Action::withdraw_request, "withdraw_request", "R"},
    {Action::rate_answer, "rate_answer", "R"},
    {Action::erase_own_data, "erase_own_data", "R"},
    {Action::read_queue, "read_queue", "ASD"},
    {Action::read_ticket, "read_ticket", "ASD"},
    {Action::read_contact, "read_contact", "AS"},
    {Action::enter_request, "enter_request", "AS"},
    {Action::assign_ticket, "assign_ticket", "AS"},
    {Action::write_note, "write_note", "ASD"},
    {Action::write_message, "write_message", "AS"},
    {Action::ask_requester, "ask_requester", "AS"},
    {Action::send_data, "send_data", "AS"},
    {Action::send_notice, "send_notice", "AS"},
    {Action::redirect_ticket, "redirect_ticket", "AS"},
    {Action::close_ticket, "close_ticket", "AS"},
    {Action::reopen_ticket, "reopen_ticket", "AS"},
    {Action::erase_requester, "erase_requester", "AS"},
    {Action::retry_mail, "retry_mail", "ASO"},
    {Action::edit_templates, "edit_templates", "AS"},
    {Action::edit_not_available, "edit_not_available", "AS"},
    {Action::edit_calendar, "edit_calendar", "AS"},
    {Action::publish_table, "publish_table", "AS"},
    {Action::read_reports, "read_reports", "ASD"},
    {Action::prepare_report, "prepare_report", "A"},
    {Action::check_report, "check_report", "S"},
    {Action::approve_report, "approve_report", "D"},
    {Action::manage_accounts, "manage_accounts", "O"},
    {Action::read_audit, "read_audit", "SDO"},
    {Action::export_personal_data, "export_personal_data", "S"},
    {Action::change_settings, "change_settings", "O"},
}};

/// Each row stands at the place of its action.
constexpr bool access_rows_are_in_order() {
  for (std::size_t at = 0; at < access_rows.size(); ++at)
    if (access_rows[at].action != static_cast<Action>(at)) return false;
  return true;
}
static_assert(access_rows_are_in_order());
static_assert(role_letters.size() == roles_count);

struct EventAction {
  EventKind kind;
  std::optional<Action> of_requester;
  std::optional<Action> of_officer;
};

constexpr std::optional<Action> never = std::nullopt;

constexpr std::array<EventAction, event_kinds_count> event_actions = {{
    {EventKind::opened, Action::send_request, Action::enter_request},
    {EventKind::address_confirmed, Action::read_own_ticket, never},
    {EventKind::assigned, never, Action::assign_ticket},
    {EventKind::step_done, never, Action::send_data},
    {EventKind::asked_requester, never, Action::ask_requester},
    {EventKind::requester_answered, Action::answer_office, never},
    {EventKind::note_written, never, Action::write_note},
    {EventKind::message_written, never, Action::write_message},
    {EventKind::notice_sent, never, Action::send_notice},
    {EventKind::data_sent, never, Action::send_data},
    {EventKind::redirected, never, Action::redirect_ticket},
    {EventKind::corrected, Action::correct_request, Action::correct_request},
    {EventKind::withdrawn, Action::withdraw_request, never},
    {EventKind::closed, never, Action::close_ticket},
    {EventKind::reopened, never, Action::reopen_ticket},
    {EventKind::rated, Action::rate_answer, never},
    {EventKind::erased, Action::erase_own_data, Action::erase_requester},
    {EventKind::due_recomputed, never, never},
}};

constexpr bool event_actions_are_in_order() {
  for (std::size_t at = 0; at < event_actions.size(); ++at)
    if (event_actions[at].kind != static_cast<EventKind>(at)) return false;
  return true;
}
static_assert(event_actions_are_in_order());

}  // namespace

std::string_view text_from_role(Role role) { return role_texts[static_cast<std::size_t>(role)]; }

std::optional<Role> role_from_text(std::string_view text) {
  const auto found = std::find(role_texts.begin(), role_texts.end(), text);
  if (found == role_texts.end()) return std::nullopt;
  return static_cast<Role>(found - role_texts.begin());
}

std::string_view text_from_action(Action action) {
  return access_rows[static_cast<std::size_t>(action)].name;
}

bool may(Role role, Action action) {
  const auto row = static_cast<std::size_t>(action);
  const auto letter = static_cast<std::size_t>(role);
  if (row >= access_rows.size() || letter >= role_letters.size()) return false;
  return access_rows[row].roles.find(role_letters[letter]) != std::string_view::npos;
}

bool needs_step_up(Action action) {
  return action == Action::erase_requester || action == Action::manage_accounts ||
         action == Action::export_personal_data || action == Action::change_settings;
}

std::optional<Action> action_of(EventKind kind, Actor actor) {
  const EventAction& row = event_actions[static_cast<std::size_t>(kind)];
  if (actor == Actor::requester) return row.of_requester;
  if (actor == Actor::officer) return row.of_officer;
  return std::nullopt;
}

}  // namespace desk
