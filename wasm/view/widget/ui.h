// What every view draws with: ink, the nodes of this frame, the commands, and the pointer. Made
// anew for each frame by the shell; what must outlive a frame is in Memory.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/command.h"
#include "app/state.h"
#include "base/words.h"
#include "semantics/tree.h"
#include "stats/bounds.h"
#include "view/widget/paint.h"

namespace view {

using base::Word;
using semantics::Node;
using semantics::NodeRole;
using semantics::Tri;

/// How far an area is scrolled, in CSS pixels (the grid: in rows and columns). Per session.
struct Scroll {
  double x = 0, y = 0;                ///< Where it stands in this frame.
  double target_x = 0, target_y = 0;  ///< Where it glides to.
};

/// Something under the pointer that can be scrolled: the innermost one takes the wheel.
struct ScrollTarget {
  Rect rect;
  std::string id;
  double unit = 1;  ///< CSS pixels a step: a row's height for the grid.
  double max_x = 0, max_y = 0;
};

/// The part of the grid in sight, as last drawn.
struct GridSight {
  std::size_t row_begin = 0, rows = 0, rows_all = 0;
  std::size_t column_begin = 0, columns = 0, columns_all = 0;
};

/// Widths of the grid's lines, measured once for a grid.
struct GridMeasures {
  std::shared_ptr<const stats::PivotGrid> grid;
  std::string key;                                 ///< Language, size and scale that they hold for.
  std::vector<float> stub_widths;                  ///< One a level.
  std::unordered_map<std::size_t, float> columns;  ///< By column, as they are met.
  std::shared_ptr<const stats::Table> bounds_table;
  std::vector<stats::Bounds> bounds;  ///< By measure, of `bounds_table`.
};

/// What a view keeps from frame to frame: places and measures, and nothing that decides.
struct Memory {
  std::unordered_map<std::string, Scroll> scrolls;
  std::vector<ScrollTarget> scroll_targets;  ///< Of the last drawn frame.
  std::vector<ScrollTarget> new_targets;     ///< Of this frame.
  std::vector<Rect> drags;                   ///< Places where a finger drags instead of scrolling.
  bool wants_frame = false;                  ///< Something glides or is about to show.
  int cursor = 0;                            ///< 0 arrow, 1 hand, 2 text, 3 grab, 4 column resize.
  std::string dragged_handle;                ///< The dimension that is being dragged.
  float drag_x = 0, drag_y = 0;
  Rect popup_anchor;  ///< What opened the popup: a press on it closes it itself.
  GridSight sight;
  GridMeasures measures;
  std::optional<app::CellSelection> seen_selection;  ///< The one that was last brought into sight.
  std::string hovered;  ///< Node under the pointer, and since when: for tooltips.
  double hovered_since_ms = 0;
};

/// What the pointer does to a rectangle in this frame.
struct Touch {
  bool is_hovered = false;
  bool is_held = false;           ///< The press began here and has not ended.
  bool was_pressed = false;       ///< The press began in this frame.
  bool was_clicked = false;       ///< Pressed and released on it.
  bool was_menu_clicked = false;  ///< The other button, or a long press.
};

class Ui {
 public:
  Ui(const app::State& state, app::Commands& commands, semantics::Tree& nodes, Memory& memory,
     Paint paint)
      : state(state), commands(commands), nodes(nodes), memory(memory), paint(paint) {}

  const app::State& state;
  app::Commands& commands;
  semantics::Tree& nodes;
  Memory& memory;
  Paint paint;

  // --- The window ---
  float width() const { return state.window.width; }
  float height() const { return state.window.height; }
  bool is_phone() const { return width() < tokens::breakpoint::tablet_from; }
  bool is_tablet() const { return !is_phone() && width() < tokens::breakpoint::desktop_from; }
  bool is_wide() const { return width() >= tokens::breakpoint::wide_from; }
  bool is_touch() const { return state.window.is_touch || is_phone(); }
  base::Language language() const { return state.language; }
  std::string_view word(Word word) const { return base::text(word, state.language); }
  std::string word(Word word, const std::vector<std::string>& arguments) const {
    return base::text(word, state.language, arguments);
  }
  float margin() const { return is_phone() ? tokens::space::l : tokens::space::xxl; }
  float control_height() const {
    return is_touch() ? tokens::control_height::touch : tokens::control_height::comfortable;
  }
  float small_control_height() const {
    return is_touch() ? tokens::control_height::hit_target_min_touch
                      : tokens::control_height::compact;
  }
  float line(Size size) const { return paint.line_height(size); }

  // --- The pointer ---
  /// Makes the rectangle answer to the pointer. `id` is the node's.
  Touch touch(std::string_view id, const Rect& rect);
  bool is_shift_down() const;
  bool is_pointer_down() const;
  float pointer_x() const;
  float pointer_y() const;
  void set_cursor(int cursor) { memory.cursor = cursor; }
  /// A sentence beside a control after the pointer has rested on it.
  void tooltip(std::string_view id, const Rect& rect, std::string_view text);

  // --- Nodes ---
  /// A group of nodes for the time of a scope.
  [[nodiscard]] semantics::Group group(std::string_view id, NodeRole role, std::string_view name,
                                       const Rect& rect);
  /// Records what is drawn at `rect`; the part outside the clip is left out, and a node wholly
  /// outside is not recorded. Returns null then.
  Node* record(std::string_view id, Node node);
  void push_clip(const Rect& rect);
  void pop_clip();
  const Rect& clip() const { return clips_.back(); }

  // --- Text with a node ---
  /// One line.
  float text(std::string_view id, const Rect& box, std::string_view text,
             const TextStyle& style = {}, NodeRole role = NodeRole::text);
  /// Wrapped. Returns the height.
  float paragraph(std::string_view id, const Rect& box, std::string_view text,
                  const TextStyle& style, int lines_max = 0, NodeRole role = NodeRole::text);
  void heading(std::string_view id, const Rect& box, std::string_view text, int level,
               const TextStyle& style, int lines_max = 1);

  /// Drawn above everything else once the screen is done: what lies over others asks for it here.
  std::vector<std::function<void()>> overlays;
  /// The tooltip of this frame; a line of its own after each line break.
  std::string tooltip_text;
  Rect tooltip_anchor;

 private:
  std::vector<Rect> clips_{{0, 0, 1e6f, 1e6f}};
};

/// Clips ink, pointer and nodes for the time of a scope.
class Clipped {
 public:
  Clipped(Ui& ui, const Rect& rect) : ui_(ui) { ui_.push_clip(rect); }
  ~Clipped() { ui_.pop_clip(); }
  Clipped(const Clipped&) = delete;
  Clipped& operator=(const Clipped&) = delete;

 private:
  Ui& ui_;
};

}  // namespace view
