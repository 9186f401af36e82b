// Ink: rectangles, lines, icons and text in CSS pixels and colours by role, snapped to the device's
// pixels. Decides nothing and records nothing: controls do that (control.h).
#pragma once

#include <string_view>
#include <vector>

#include "base/rect.h"
#include "stats/scene.h"
#include "stats/search.h"
#include "view/icons.gen.h"
#include "view/tokens.gen.h"
#include "view/widget/fonts.h"

struct ImDrawList;
struct ImFont;

namespace view {

using base::Rect;
using tokens::Role;

enum class Align { left, centre, right };

struct TextStyle {
  Size size = Size::body;
  Role colour = Role::text;
  Face face = Face::regular;
  Align align = Align::left;
};

/// One line of a wrapped text: a stretch of its bytes.
struct TextLine {
  std::size_t begin = 0, end = 0;
  float width = 0;
};

class Paint {
 public:
  Paint(Fonts& fonts, float scale, bool is_dark)
      : fonts_(fonts), scale_(scale), is_dark_(is_dark) {}

  /// Where the ink goes: the layer that is being drawn.
  void draw_on(ImDrawList* list) { list_ = list; }

  void fill(const Rect& rect, Role role, float radius = 0) const;
  void outline(const Rect& rect, Role role, float radius = 0, float width = 1) const;
  void horizontal(float x, float right, float y, Role role, float width = 1) const;
  void vertical(float x, float y, float bottom, Role role, float width = 1) const;
  void disc(float x, float y, float radius, Role role) const;
  void icon(Icon icon, float middle_x, float middle_y, float size, Role role) const;
  void mark(const Rect& rect) const;
  /// A shape of a chart or a map whose drawing begins at (x, y).
  void shape(const stats::Shape& shape, float x, float y) const;
  /// Three translucent rectangles under a popup or dialog (tokens.json, shadow).
  void shadow(const Rect& rect, float radius) const;

  /// One line in the middle of the box's height; too long: shortened with "…". Returns its width.
  float text(const Rect& box, std::string_view text, const TextStyle& style = {}) const;
  /// One line as it is, its left edge and the top of its line box at (x, y). Never shortened.
  void line(float x, float y, std::string_view text, const TextStyle& style = {}) const;
  /// Wrapped at words; at most `lines_max` (0: all), the last one shortened. Returns the height.
  float paragraph(const Rect& box, std::string_view text, const TextStyle& style,
                  int lines_max = 0) const;
  /// A line with stretches behind which `Role::primary_soft` lies and which are semibold: search
  /// hits.
  void marked_text(const Rect& box, std::string_view text, const TextStyle& style,
                   const std::vector<stats::TextRange>& marks) const;

  float width(std::string_view text, const TextStyle& style = {}) const;
  std::vector<TextLine> wrapped(std::string_view text, const TextStyle& style, float width) const;
  float paragraph_height(std::string_view text, const TextStyle& style, float width,
                         int lines_max = 0) const;
  float line_height(Size size) const { return fonts_.line_px(size); }

  void push_clip(const Rect& rect) const;
  void pop_clip() const;

  float scale() const { return scale_; }
  unsigned colour(Role role) const;

 private:
  float snap(float css) const;
  float text_end_within(std::string_view text, const TextStyle& style, float width,
                        std::size_t& end) const;

  Fonts& fonts_;
  float scale_;
  bool is_dark_;
  ImDrawList* list_ = nullptr;
};

/// Clipping for the time of a scope.
class Clip {
 public:
  Clip(const Paint& paint, const Rect& rect) : paint_(paint) { paint_.push_clip(rect); }
  ~Clip() { paint_.pop_clip(); }
  Clip(const Clip&) = delete;
  Clip& operator=(const Clip&) = delete;

 private:
  const Paint& paint_;
};

}  // namespace view
