#include "platform/client.h"

#include <algorithm>
#include <utility>

#include "platform/bridge.h"
#include "view/tokens.gen.h"

namespace platform {

namespace {

// One frame takes an event in, the next one shows what came of it; a window of Dear ImGui, too, is
// first measured and then shown.
constexpr int frames_per_event = 2;

}  // namespace

Client::FrameOutcome Client::frame(double now_ms) {
  state_.now_ms = now_ms;
  decide(now_ms);
  frames_due_ = std::max(0, frames_due_ - 1);
  shell_.frame(state_, commands_, nodes_, now_ms);
  draw_data_.take(*shell_.draw_data());
  decide(now_ms);
  return {frames_due_ > 0 || shell_.wants_frame(), front_->is_waiting(state_), shell_.cursor()};
}

void Client::decide(double now_ms) {
  while (!commands_.empty()) {
    for (const app::Command& command : commands_.take()) {
      for (app::Effect& effect : front_->update(state_, command, now_ms))
        browser_.perform(std::move(effect));
    }
    wake(frames_per_event);
  }
  tell_notice();
}

void Client::send(app::Command command, double now_ms) {
  commands_.send(std::move(command));
  decide(now_ms);
}

void Client::tell_notice() {
  if (!state_.notice || state_.notice->number == notice_told_) return;
  const app::Notice& notice = *state_.notice;
  notice_told_ = notice.number;
  bridge::announce(notice.text, notice.kind == app::Notice::Kind::failed);
  // The shell takes the notice away in the first frame after its time.
  namespace times = view::tokens::motion_ms;
  bridge::wake_after(
      1 + static_cast<int>(notice.can_undo ? times::toast_stay_with_action : times::toast_stay));
}

void Client::wake(int frames) { frames_due_ = std::max(frames_due_, frames); }

void Client::pointer_moved(float x, float y) {
  shell_.pointer_moved(x, y);
  wake(frames_per_event);
}

// Dear ImGui takes at most one of these in a frame, so that none is overlooked; a tap sends them
// all at once.
void Client::pointer_pressed(int button, bool has_shift) {
  shell_.pointer_pressed(button, has_shift);
  wake(std::max(frames_per_event, frames_due_ + 1));
}

void Client::pointer_released(int button) {
  shell_.pointer_released(button);
  wake(std::max(frames_per_event, frames_due_ + 1));
}

void Client::pointer_left() {
  shell_.pointer_left();
  wake(std::max(frames_per_event, frames_due_ + 1));
}

void Client::wheel(float x, float y, float dx, float dy, bool has_shift) {
  shell_.wheel(x, y, dx, dy, has_shift);
  wake(frames_per_event);
}

void Client::pan(float x, float y, float dx, float dy) {
  shell_.pan(x, y, dx, dy);
  wake(1);
}

void Client::press(std::string_view id, double now_ms) {
  const semantics::Node* node = nodes_.find(id);
  // The page's elements may be a few frames old: what is gone cannot be pressed any more.
  if (!node || !node->command || node->is_disabled) return;
  const bool is_choice =
      node->role == semantics::NodeRole::menuitem || node->role == semantics::NodeRole::option;
  commands_.send(*node->command);
  // As under the pointer: what was chosen from a menu closes it.
  if (is_choice && state_.ui.popup) commands_.send(app::ClosePopup{});
  decide(now_ms);
}

void Client::input(std::string_view id, std::string value, double now_ms) {
  const semantics::Node* node = nodes_.find(id);
  if (!node || !node->command_from_value || node->is_disabled) return;
  send(node->command_from_value(std::move(value)), now_ms);
}

void Client::focus_moved(std::string_view id, double now_ms) {
  const semantics::Node* node = nodes_.find(id);
  if (!node || node->role != semantics::NodeRole::gridcell || !node->command) return;
  const auto* cell = node->command->as<app::SelectCell>();
  if (!cell) return;
  const auto& active = state_.ui.selection;
  if (active && active->row == cell->row && active->column == cell->column) return;
  send(*node->command, now_ms);
}

bool Client::key(const semantics::KeyPress& press, std::string_view focused_id, double now_ms) {
  std::optional<app::Command> command =
      front_->command_from_key(state_, nodes_.find(focused_id), press, shell_.rows_in_sight());
  if (!command) return false;
  send(std::move(*command), now_ms);
  return true;
}

std::string_view Client::node_at(float x, float y) const {
  const std::vector<semantics::Node>& nodes = nodes_.nodes();
  // What was drawn later lies above.
  const auto found = std::find_if(nodes.rbegin(), nodes.rend(), [&](const semantics::Node& node) {
    const bool can_have_focus = node.is_focusable || node.command || node.command_from_value;
    return can_have_focus && node.rect.contains(x, y);
  });
  return found == nodes.rend() ? std::string_view() : std::string_view(found->id);
}

const std::string& Client::patch() {
  patch_ = patcher_.patch(nodes_.nodes());
  return patch_;
}

}  // namespace platform
