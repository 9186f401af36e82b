// Layers over the screen: popups, dialogs, toasts, tooltips. The upper one takes the pointer.
#pragma once

#include "view/widget/ui.h"

namespace view {

enum class LayerKind { screen, drawer, popup, dialog, dialog_popup, toast, tooltip };
inline constexpr int layer_count = 7;

/// Draws on a layer for the time of a scope. Only `rect` of it takes the pointer. Popups and panels
/// get their shadow, ground and line here.
class Layer {
 public:
  Layer(Ui& ui, LayerKind kind, const Rect& rect, bool has_ground = true);
  ~Layer();
  Layer(const Layer&) = delete;
  Layer& operator=(const Layer&) = delete;

 private:
  Ui& ui_;
};

/// Opens every layer once, so that their order is settled.
void settle_layers(Ui& ui);

}  // namespace view
