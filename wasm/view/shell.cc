#include "view/shell.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/text.h"
#include "view/widget/control.h"
#include "view/widget/layer.h"

namespace view {
namespace {

/// More than this many device pixels a CSS pixel is not seen and costs.
constexpr float scale_max = 3;

/// What a command changed, in one line over the notes.
void toast(Ui& ui) {
  const auto& notice = ui.state.notice;
  if (!notice) return;
  const double stay =
      notice->can_undo ? tokens::motion_ms::toast_stay_with_action : tokens::motion_ms::toast_stay;
  const bool has_undo = notice->can_undo;
  const float undo_width = has_undo ? ui.paint.width(ui.word(Word::undo), {Size::note}) + 28 : 0;
  const float most = ui.is_phone() ? ui.width() - 32 : 560;
  const float text_room = most - 32 - undo_width - 28;
  const float text_width = std::min(text_room, ui.paint.width(notice->text, {Size::note}) + 1);
  const float lines = ui.paint.paragraph_height(notice->text, {Size::note}, text_room, 3);
  const float width = ui.is_phone() ? most : text_width + 32 + undo_width + 28;
  const float height = lines + 22;
  const float bottom =
      ui.is_phone() ? tokens::extent::bottom_bar_phone + 12 : tokens::extent::status_bar + 16;
  const Rect rect{ui.width() - width - 16, ui.height() - bottom - height, width, height};
  const bool is_resting = rect.contains(ui.pointer_x(), ui.pointer_y());
  if (!is_resting && ui.state.now_ms - notice->since_ms > stay) {
    ui.commands.send(app::DismissNotice{});
    return;
  }
  const Layer layer(ui, LayerKind::toast, rect, false);
  ui.paint.fill(rect, Role::tooltip, tokens::radius::panel);
  const auto group = ui.group("toast", NodeRole::group, ui.word(Word::notes), rect);
  Rect inner = rect.inset(16, 0);
  const Rect close = inner.cut_right(20).centred_y(28);
  const Touch closing = ui.touch("toast/close", close);
  ui.paint.icon(Icon::close, close.middle_x(), close.middle_y(), 16, Role::on_tooltip);
  if (closing.was_clicked) ui.commands.send(app::DismissNotice{});
  Node node;
  node.role = NodeRole::button;
  node.name = ui.word(Word::close);
  node.rect = close;
  node.is_focusable = true;
  node.command = app::DismissNotice{};
  ui.record("close", std::move(node));
  if (has_undo) {
    const Rect place = inner.cut_right(undo_width - 12);
    LinkLook look;
    look.style = {Size::note, Role::on_tooltip, Face::semibold, Align::right};
    link(ui, "undo", place, ui.word(Word::undo), look, app::Undo{});
  }
  ui.paragraph("text", {inner.x, rect.y + 11, text_room, lines}, notice->text,
               {Size::note, Role::on_tooltip}, 3, NodeRole::status);
}

void tooltip(Ui& ui) {
  if (ui.tooltip_text.empty()) return;
  const std::vector<std::string_view> lines = base::split(ui.tooltip_text, '\n');
  // Of several lines the first is the name of what the others speak of.
  const auto style_of = [&](std::size_t line) {
    return TextStyle{Size::note, Role::on_tooltip,
                     line == 0 && lines.size() > 1 ? Face::semibold : Face::regular};
  };
  float width = 0, height = 0;
  for (std::size_t i = 0; i < lines.size(); ++i)
    width = std::max(width, ui.paint.width(lines[i], style_of(i)) + 1);
  width = std::min(width, 360.0f);
  for (std::size_t i = 0; i < lines.size(); ++i)
    height += ui.paint.paragraph_height(lines[i], style_of(i), width);
  const Rect anchor = ui.tooltip_anchor;
  const float wide = width + 24, high = height + 16;
  const float x =
      std::clamp(anchor.middle_x() - wide / 2, 8.0f, std::max(8.0f, ui.width() - wide - 8));
  const bool goes_up = anchor.bottom() + 8 + high > ui.height();
  const Rect rect{x, goes_up ? anchor.y - high - 8 : anchor.bottom() + 8, wide, high};
  const Layer layer(ui, LayerKind::tooltip, rect, false);
  ui.paint.fill(rect, Role::tooltip, tokens::radius::control);
  Rect rest{rect.x + 12, rect.y + 8, width, height};
  for (std::size_t i = 0; i < lines.size(); ++i)
    rest.cut_top(ui.paint.paragraph(rest, lines[i], style_of(i)));
}

/// A press outside a popup closes it. What opened it closes it by its own command.
void close_popup_outside(Ui& ui) {
  if (!ui.state.ui.popup && !ui.state.ui.is_suggesting) return;
  if (!ImGui::IsMouseClicked(ImGuiMouseButton_Left)) return;
  if (!ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem)) return;
  if (ui.state.ui.popup && !ui.memory.popup_anchor.contains(ui.pointer_x(), ui.pointer_y()))
    ui.commands.send(app::ClosePopup{});
  if (ui.state.ui.is_suggesting) ui.commands.send(app::CloseSuggestions{});
}

}  // namespace

struct Shell::Parts {
  Parts(FontBytes bytes, Screens drawn) : fonts(bytes), screens(std::move(drawn)) {}

  ImGuiContext* context = nullptr;
  Fonts fonts;
  Screens screens;
  Memory memory;
  double last_ms = 0;
  bool is_first = true;
  float scale = 1;
  // The wheel, until the frame that takes it.
  float wheel_x = 0, wheel_y = 0, wheel_dx = 0, wheel_dy = 0;
};

Shell::Shell(FontBytes fonts, Screens screens)
    : parts_(std::make_unique<Parts>(fonts, std::move(screens))) {
  parts_->context = ImGui::CreateContext();
  ImGui::SetCurrentContext(parts_->context);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.WindowMinSize = {1, 1};
  style.AntiAliasedLinesUseTex = false;  // Our lines have many widths; the texture holds few.
  style.CircleTessellationMaxError = 0.2f;
}

Shell::~Shell() { ImGui::DestroyContext(parts_->context); }

// --- A frame ---

void Shell::frame(const app::State& state, app::Commands& commands, semantics::Tree& nodes,
                  double now_ms) {
  ImGui::SetCurrentContext(parts_->context);
  ImGuiIO& io = ImGui::GetIO();
  Parts& parts = *parts_;
  parts.scale = std::min(scale_max, std::max(0.5f, state.window.device_pixel_ratio));
  io.DisplaySize = {std::round(state.window.width * parts.scale),
                    std::round(state.window.height * parts.scale)};
  io.DeltaTime = std::clamp(static_cast<float>(now_ms - parts.last_ms) / 1000, 0.001f, 0.1f);
  parts.last_ms = now_ms;
  parts.fonts.refresh(*io.Fonts, parts.scale, state.window.width < tokens::breakpoint::tablet_from);

  ImGui::NewFrame();
  nodes.begin_frame();
  Memory& memory = parts.memory;
  memory.wants_frame = false;
  memory.cursor = 0;
  memory.drags.clear();
  memory.new_targets.clear();
  Ui ui(state, commands, nodes, memory, Paint(parts.fonts, parts.scale, state.is_dark()));
  if (parts.is_first) settle_layers(ui);
  parts.is_first = false;
  {
    const Rect window{0, 0, ui.width(), ui.height()};
    const Layer layer(ui, LayerKind::screen, window, false);
    ui.paint.fill(window, Role::page);
    close_popup_outside(ui);
    parts.screens(ui);
  }
  for (std::size_t i = 0; i < ui.overlays.size(); ++i)
    ui.overlays[i]();
  toast(ui);
  tooltip(ui);
  if (ui.tooltip_text.empty() && !memory.wants_frame) memory.hovered.clear();
  std::swap(memory.scroll_targets, memory.new_targets);
  if (parts.wheel_dx != 0 || parts.wheel_dy != 0) {
    const float dx = std::exchange(parts.wheel_dx, 0.0f), dy = std::exchange(parts.wheel_dy, 0.0f);
    pan(parts.wheel_x, parts.wheel_y, -dx, -dy);
  }
  ImGui::Render();
}

bool Shell::wants_frame() const {
  return parts_->memory.wants_frame || parts_->fonts.wants_refresh();
}
int Shell::cursor() const { return parts_->memory.cursor; }
unsigned Shell::atlas_version() const { return parts_->fonts.version(); }

const unsigned char* Shell::atlas_alpha8(int* width, int* height) const {
  ImGui::SetCurrentContext(parts_->context);
  const ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  *width = atlas.TexWidth;
  *height = atlas.TexHeight;
  return atlas.TexPixelsAlpha8;
}

const ImDrawData* Shell::draw_data() const {
  ImGui::SetCurrentContext(parts_->context);
  return ImGui::GetDrawData();
}

// --- Events ---

void Shell::pointer_moved(float x, float y) {
  ImGui::SetCurrentContext(parts_->context);
  ImGui::GetIO().AddMousePosEvent(x * parts_->scale, y * parts_->scale);
}

void Shell::pointer_pressed(int button, bool shift) {
  ImGui::SetCurrentContext(parts_->context);
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, shift);
  ImGui::GetIO().AddMouseButtonEvent(button, true);
}

void Shell::pointer_released(int button) {
  ImGui::SetCurrentContext(parts_->context);
  ImGui::GetIO().AddMouseButtonEvent(button, false);
}

void Shell::pointer_left() {
  ImGui::SetCurrentContext(parts_->context);
  ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
}

void Shell::wheel(float x, float y, float dx, float dy, bool shift) {
  parts_->wheel_x = x;
  parts_->wheel_y = y;
  if (shift && dx == 0) std::swap(dx, dy);
  parts_->wheel_dx += dx;
  parts_->wheel_dy += dy;
  parts_->memory.wants_frame = true;
}

void Shell::pan(float x, float y, float dx, float dy) {
  Memory& memory = parts_->memory;
  // The innermost area was drawn last. An area that cannot move that way passes it on.
  for (auto target = memory.scroll_targets.rbegin(); target != memory.scroll_targets.rend();
       ++target) {
    if (!target->rect.contains(x, y)) continue;
    Scroll& scroll = memory.scrolls[target->id];
    const double unit = target->unit,
                 unit_x = target->unit == 1 ? 1 : 90;  // A column is about 90 wide.
    const double to_y = std::clamp(scroll.target_y - dy / unit, 0.0, target->max_y);
    const double to_x = std::clamp(scroll.target_x - dx / unit_x, 0.0, target->max_x);
    if (to_x == scroll.target_x && to_y == scroll.target_y) continue;
    scroll.target_x = to_x;
    scroll.target_y = to_y;
    memory.wants_frame = true;
    return;
  }
}

bool Shell::wants_drag(float x, float y) const {
  return std::any_of(parts_->memory.drags.begin(), parts_->memory.drags.end(),
                     [&](const Rect& rect) { return rect.contains(x, y); });
}

std::size_t Shell::rows_in_sight() const {
  return std::max<std::size_t>(1, parts_->memory.sight.rows);
}

}  // namespace view
