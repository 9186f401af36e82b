#include "view/widget/layer.h"

#include <imgui.h>

namespace view {
namespace {

constexpr const char* names[] = {"screen",       "drawer", "popup",  "dialog",
                                 "dialog popup", "toast",  "tooltip"};
static_assert(std::size(names) == layer_count);

constexpr ImGuiWindowFlags flags =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
    ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoNav |
    ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoFocusOnAppearing;

void begin(LayerKind kind, const Rect& rect, float scale) {
  ImGui::SetNextWindowPos({rect.x * scale, rect.y * scale});
  ImGui::SetNextWindowSize({std::max(1.0f, rect.w * scale), std::max(1.0f, rect.h * scale)});
  const ImGuiWindowFlags inputs = kind == LayerKind::tooltip ? ImGuiWindowFlags_NoInputs : 0;
  ImGui::Begin(names[static_cast<int>(kind)], nullptr, flags | inputs);
}

}  // namespace

Layer::Layer(Ui& ui, LayerKind kind, const Rect& rect, bool has_ground) : ui_(ui) {
  begin(kind, rect, ui.paint.scale());
  ui_.paint.draw_on(ImGui::GetWindowDrawList());
  if (!has_ground) return;
  const float radius = kind == LayerKind::dialog ? tokens::radius::dialog : tokens::radius::panel;
  // The shadow falls outside of the window.
  ImGui::PushClipRect({0, 0}, ImGui::GetIO().DisplaySize, false);
  ui_.paint.shadow(rect, radius);
  ImGui::PopClipRect();
  ui_.paint.fill(rect, Role::surface_raised, radius);
  ui_.paint.outline(rect, Role::border, radius);
}

Layer::~Layer() { ImGui::End(); }

void settle_layers(Ui& ui) {
  // Dear ImGui puts a new window of this kind behind all others.
  for (int kind = layer_count - 1; kind >= 0; --kind) {
    begin(static_cast<LayerKind>(kind), {-10, -10, 1, 1}, ui.paint.scale());
    ImGui::End();
  }
}

}  // namespace view
