// The viewer's face: owns Dear ImGui's context, takes the browser's events, and draws one frame of
// the screens that it was given.
#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "app/command.h"
#include "app/state.h"
#include "semantics/tree.h"
#include "view/widget/fonts.h"

struct ImDrawData;

namespace view {

class Ui;
/// Draws whatever screen the state names, over the whole window.
using Screens = std::function<void(Ui&)>;

class Shell {
 public:
  Shell(FontBytes fonts, Screens screens);
  ~Shell();
  Shell(const Shell&) = delete;
  Shell& operator=(const Shell&) = delete;

  /// Lays out and draws one frame; the nodes and the wishes of the reader come back in `nodes` and
  /// `commands`.
  void frame(const app::State& state, app::Commands& commands, semantics::Tree& nodes,
             double now_ms);
  /// Something moves, or new characters are wanted: ask for another frame.
  bool wants_frame() const;
  int cursor() const;  ///< 0 arrow, 1 hand, 2 text, 3 grab, 4 column resize.

  /// The atlas of both faces, one byte of cover a pixel. It changes with `atlas_version`.
  unsigned atlas_version() const;
  const unsigned char* atlas_alpha8(int* width, int* height) const;
  const ImDrawData* draw_data() const;

  // --- Events, in CSS pixels ---
  void pointer_moved(float x, float y);
  void pointer_pressed(int button, bool shift);
  void pointer_released(int button);
  void pointer_left();
  void wheel(float x, float y, float dx, float dy, bool shift);
  /// A finger drags what lies under (x, y) by this much.
  void pan(float x, float y, float dx, float dy);
  /// True where a finger moves a control rather than the page.
  bool wants_drag(float x, float y) const;
  /// How many rows of the grid are in sight: a page for PgUp and PgDn.
  std::size_t rows_in_sight() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace view
