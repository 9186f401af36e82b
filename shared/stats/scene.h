// One drawing for the canvas, SVG and PDF alike: shapes in colour roles, and marks that a reader
// can point at or walk through. Made by a chart or a map; whoever draws it decides nothing but the
// theme. Pixels, x to the right and y downwards.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/rect.h"

namespace stats {

/// Colours by role: the names of `web/design/tokens.json`, whose values hang on the theme. Those of
/// a ramp stand in its order: `ink_of(Ramp::category, 2)` is the third series.
enum class Ink : std::uint8_t {
  // Of the group "colour".
  surface,
  text,
  text_muted,
  border_strong,
  // Of the group "data_colour".
  no_data,
  no_data_hatch,
  axis,
  gridline,
  area_outline,
  area_outline_hover,
  // Its ramps: eight categories, then three ramps of seven.
  category,
  sequential_enim = category + 8,
  sequential_padi = sequential_enim + 7,
  diverging = sequential_padi + 7,
};
inline constexpr int ink_count = static_cast<int>(Ink::diverging) + 7;

inline constexpr int category_inks_count = 8;
inline constexpr int ramp_inks_count = 7;

/// The colour at `place` (from 0) of the ramp that begins with `first`.
constexpr Ink ink_of(Ink first, int place) {
  return static_cast<Ink>(static_cast<int>(first) + place);
}

struct Point {
  float x = 0, y = 0;

  friend bool operator==(const Point&, const Point&) = default;
};

/// A closed line: the last point is joined to the first.
using Ring = std::vector<Point>;

struct Polyline {
  std::vector<Point> points;
  Ink ink = Ink::axis;
  float width = 1;
};

/// One ring without holes. An area of several parts is several polygons.
struct Polygon {
  Ring ring;
  std::optional<Ink> fill;
  std::optional<Ink> line;
  float line_width = 1;
  /// Corners of the ring, three by three: triangles that fill it. None where it is convex.
  std::vector<std::uint32_t> triangles = {};
};

struct Rectangle {
  base::Rect box;
  Ink fill = Ink::category;
};

/// The shapes of `data_colour.marker`, in its order: a series has the marker of its colour.
enum class MarkerShape : std::uint8_t {
  circle,
  square,
  triangle_up,
  diamond,
  triangle_down,
  ring,
  square_ring,
  cross,
};

struct Marker {
  Point centre;
  MarkerShape shape = MarkerShape::circle;
  Ink ink = Ink::category;
  float size = 8;          ///< Across.
  bool is_hollow = false;  ///< An empty circle, whatever the shape: a figure that is not final.
};

enum class Anchor : std::uint8_t { start, middle, end };
enum class Weight : std::uint8_t { regular, semibold };

/// One line of text; `at` is on its baseline, at the end that `anchor` names.
struct TextLine {
  Point at;
  std::string text;
  Anchor anchor = Anchor::start;
  Weight weight = Weight::regular;
  float size = 13;  ///< Of the em, as in a browser.
  Ink ink = Ink::text;
};

using Shape = std::variant<Polyline, Polygon, Rectangle, Marker, TextLine>;

/// Something that stands for figures: a bar, a point, an area. Shown in a tooltip, outlined when
/// pointed at, and read out.
struct Mark {
  std::vector<Ring> rings;          ///< What is outlined and pointed at.
  std::string name;                 ///< "Lawang Kidul, 2025".
  std::vector<std::string> values;  ///< "Laki-laki 28.546 *": a line each.
  std::string status;               ///< What a symbol means: "angka sementara"; empty: final.
  base::Rect row = {};  ///< In a list beside the drawing; pointed at too. Empty: there is none.
};

struct Scene {
  float width = 0, height = 0;
  std::vector<Shape> shapes;  ///< In the order in which they are drawn.
  std::vector<Mark> marks;    ///< In the order of reading, which arrow keys follow.

  // Texts around the drawing, which its `width` and `height` leave out.
  std::string title;     ///< A sentence made from the figures; the table's title where none can be.
  std::string subtitle;  ///< Measure, unit, and which part is shown.
  std::string unit;
  std::string sentence;            ///< What the drawing shows, in whole sentences.
  std::vector<std::string> notes;  ///< Meaning of symbols, footnotes, remarks.
  std::string source;
  std::string citation;  ///< Source, table, period and address, for copying beside the sentence.

  /// Why nothing is drawn, and what to do; empty where something is.
  std::string refusal;
};

/// How wide a text is, in pixels, at an em size.
using TextMeasure = std::function<float(std::string_view text, Weight weight, float size)>;

/// The smallest box around the rings of a mark.
base::Rect bounds_of(const Mark& mark);

/// The mark at a place: the topmost one that holds it there or in its row of the list, else the
/// nearest whose bounds come within `reach` pixels. Nothing where there is none.
std::optional<std::size_t> mark_at(const Scene& scene, Point at, float reach);

/// Slanted lines `spacing` apart inside a ring: the hatch of areas without data.
std::vector<Polyline> hatch_lines(const Ring& ring, float spacing, Ink ink);

/// The corners of a box, for a mark that is one.
Ring ring_from_box(const base::Rect& box);

/// The marker as polygons, in the order in which they are drawn, so that nobody who draws a scene
/// needs shapes of his own.
std::vector<Polygon> polygons_from_marker(const Marker& marker);

}  // namespace stats
