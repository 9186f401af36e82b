#include "support/headless.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <cstdarg>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "view/screens.h"

namespace {

std::vector<support::HookedItem>& hooked_items() {
  static std::vector<support::HookedItem> items;
  return items;
}

const std::string& font(const char* name) {
  static std::string regular, semibold;
  std::string& bytes = std::string_view(name) == "Regular" ? regular : semibold;
  if (!bytes.empty()) return bytes;
  std::ifstream file(std::string(LUMBUNG_FONT_FOLDER) + "/LumbungSans-" + name + ".ttf",
                     std::ios::binary);
  bytes.assign(std::istreambuf_iterator<char>(file), {});
  if (bytes.empty()) throw std::runtime_error("The typeface is missing: run cmake/setup.sh first.");
  return bytes;
}

view::FontBytes fonts() {
  return {std::as_bytes(std::span(font("Regular"))), std::as_bytes(std::span(font("SemiBold")))};
}

}  // namespace

// --- Dear ImGui's test hooks: the oracle that nothing which answers to the pointer was left out
// ---

void ImGuiTestEngineHook_ItemAdd(ImGuiContext*, ImGuiID id, const ImRect& box,
                                 const ImGuiLastItemData*) {
  if (id == 0) return;
  hooked_items().push_back({"", {box.Min.x, box.Min.y, box.GetWidth(), box.GetHeight()}});
}
void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, const char* label, ImGuiItemStatusFlags) {
  if (!hooked_items().empty()) hooked_items().back().label = label;
}
void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}
const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }

namespace support {

Headless::Headless(Session started, float width, float height)
    : session(std::move(started)), shell(fonts(), view::public_screens()) {
  start(width, height);
}

Headless::Headless(app::State state, view::Screens screens, Decide decide, float width,
                   float height)
    : shell(fonts(), std::move(screens)), decide_(std::move(decide)) {
  session.state = std::move(state);
  start(width, height);
}

void Headless::start(float width, float height) {
  session.state.window.width = width;
  session.state.window.height = height;
  ImGui::GetCurrentContext()->TestEngineHookItems = true;
  settle();
}

const std::vector<HookedItem>& Headless::items() const { return hooked_items(); }

void Headless::frame() {
  now_ms += 16;
  session.now_ms = now_ms;
  session.state.now_ms = now_ms;
  hooked_items().clear();
  shell.frame(session.state, commands, nodes, now_ms);
  for (const app::Command& command : commands.take()) {
    sent += text_from_command(command) + "\n";
    if (!decides) continue;
    if (decide_)
      session.state = decide_(command, now_ms);
    else
      app::update(session.state, command, now_ms);
  }
}

void Headless::settle() {
  for (int i = 0; i < 300; ++i) {
    frame();
    if (i > 2 && !shell.wants_frame()) return;
  }
}

std::string Headless::press_node(const semantics::Node& node) {
  const base::Rect rect = node.rect;
  sent.clear();
  shell.pointer_moved(rect.middle_x(), rect.middle_y());
  frame();
  frame();
  shell.pointer_pressed(0, false);
  frame();
  shell.pointer_released(0);
  frame();
  std::string result = std::move(sent);
  sent.clear();
  frame();
  return result;
}

std::string Headless::press(std::string_view name) {
  const semantics::Node* node = nodes.find_named(name);
  if (!node) return "there is no node named " + std::string(name);
  return press_node(*node);
}

std::string Headless::press_id(std::string_view id) {
  const semantics::Node* node = nodes.find(id);
  if (!node) return "there is no node " + std::string(id);
  return press_node(*node);
}

std::string_view text_from_role(semantics::NodeRole role) {
  constexpr std::string_view words[] = {
      "banner",       "navigation",  "main",     "region",    "group",   "toolbar",
      "tablist",      "tree",        "list",     "listbox",   "menu",    "radiogroup",
      "dialog",       "alertdialog", "grid",     "row",       "heading", "text",
      "link",         "button",      "checkbox", "radio",     "tab",     "treeitem",
      "listitem",     "option",      "menuitem", "searchbox", "textbox", "slider",
      "columnheader", "rowheader",   "gridcell", "status",    "alert",   "progressbar",
      "image"};
  static_assert(std::size(words) == semantics::node_role_count);
  return words[static_cast<int>(role)];
}

std::string Headless::outline() const {
  std::string text;
  for (const semantics::Node& node : nodes.nodes()) {
    int depth = 0;
    for (const semantics::Node* at = &node; !at->parent.empty(); ++depth) {
      at = nodes.find(at->parent);
      if (!at) break;
    }
    text.append(static_cast<std::size_t>(2 * depth), ' ');
    text += std::string(text_from_role(node.role)) + " " + node.name;
    if (!node.value.empty()) text += " = " + node.value;
    if (node.checked == semantics::Tri::yes) text += " [checked]";
    if (node.checked == semantics::Tri::mixed) text += " [partly]";
    if (node.selected == semantics::Tri::yes) text += " [selected]";
    if (node.expanded == semantics::Tri::yes) text += " [open]";
    if (node.is_disabled) text += " [off]";
    if (node.sorted == semantics::Node::Sorted::descending) text += " [descending]";
    if (node.sorted == semantics::Node::Sorted::ascending) text += " [ascending]";
    text += "\n";
  }
  return text;
}

}  // namespace support
