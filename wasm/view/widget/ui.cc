#include "view/widget/ui.h"

#include <imgui.h>

namespace view {

// --- The pointer ---

Touch Ui::touch(std::string_view id, const Rect& rect) {
  Touch touch;
  const Rect seen = rect.clipped_to(clip());
  if (seen.is_empty()) return touch;
  const float scale = paint.scale();
  ImGui::SetCursorScreenPos({rect.x * scale, rect.y * scale});
  ImGui::PushID(id.data(), id.data() + id.size());
  ImGui::InvisibleButton("", {std::max(1.0f, rect.w * scale), std::max(1.0f, rect.h * scale)},
                         ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonRight);
  ImGui::PopID();
  touch.is_hovered = ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) &&
                     !(ImGui::IsMouseDown(ImGuiMouseButton_Left) && !ImGui::IsItemActive());
  touch.is_held = ImGui::IsItemActive() && ImGui::IsMouseDown(ImGuiMouseButton_Left);
  touch.was_pressed = ImGui::IsItemActivated() && ImGui::IsMouseDown(ImGuiMouseButton_Left);
  const bool released = ImGui::IsItemDeactivated() && ImGui::IsItemHovered();
  touch.was_clicked = released && ImGui::IsMouseReleased(ImGuiMouseButton_Left);
  touch.was_menu_clicked = released && ImGui::IsMouseReleased(ImGuiMouseButton_Right);
  return touch;
}

bool Ui::is_shift_down() const { return ImGui::GetIO().KeyShift; }
bool Ui::is_pointer_down() const { return ImGui::IsMouseDown(ImGuiMouseButton_Left); }
float Ui::pointer_x() const { return ImGui::GetIO().MousePos.x / paint.scale(); }
float Ui::pointer_y() const { return ImGui::GetIO().MousePos.y / paint.scale(); }

void Ui::tooltip(std::string_view id, const Rect& rect, std::string_view text) {
  if (is_touch() || text.empty()) return;
  if (memory.hovered != id) {
    memory.hovered = id;
    memory.hovered_since_ms = state.now_ms;
  }
  if (state.now_ms - memory.hovered_since_ms < tokens::motion_ms::tooltip_delay) {
    memory.wants_frame = true;
    return;
  }
  tooltip_text = text;
  tooltip_anchor = rect;
}

// --- Nodes ---

semantics::Group Ui::group(std::string_view id, NodeRole role, std::string_view name,
                           const Rect& rect) {
  Node node;
  node.role = role;
  node.name = name;
  node.rect = rect.clipped_to(clip());
  return {nodes, id, std::move(node)};
}

Node* Ui::record(std::string_view id, Node node) {
  node.rect = node.rect.clipped_to(clip());
  if (node.rect.is_empty()) return nullptr;
  return &nodes.add(id, std::move(node));
}

void Ui::push_clip(const Rect& rect) {
  clips_.push_back(rect.clipped_to(clips_.back()));
  paint.push_clip(rect);
}

void Ui::pop_clip() {
  clips_.pop_back();
  paint.pop_clip();
}

// --- Text with a node ---

float Ui::text(std::string_view id, const Rect& box, std::string_view text, const TextStyle& style,
               NodeRole role) {
  if (text.empty()) return 0;
  const float wide = paint.text(box, text, style);
  Node node;
  node.role = role;
  node.name = text;
  node.rect = {style.align == Align::right ? box.right() - wide : box.x, box.y, wide, box.h};
  record(id, std::move(node));
  return wide;
}

float Ui::paragraph(std::string_view id, const Rect& box, std::string_view text,
                    const TextStyle& style, int lines_max, NodeRole role) {
  if (text.empty()) return 0;
  const float height = paint.paragraph(box, text, style, lines_max);
  Node node;
  node.role = role;
  node.name = text;
  node.rect = {box.x, box.y, box.w, height};
  record(id, std::move(node));
  return height;
}

void Ui::heading(std::string_view id, const Rect& box, std::string_view text, int level,
                 const TextStyle& style, int lines_max) {
  const float height = paint.paragraph(box, text, style, lines_max);
  Node node;
  node.role = NodeRole::heading;
  node.name = text;
  node.level = level;
  node.rect = {box.x, box.y, box.w, height};
  record(id, std::move(node));
}

}  // namespace view
