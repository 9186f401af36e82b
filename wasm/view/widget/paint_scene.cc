// Drawings of charts and maps: their shapes in the colours of the theme.
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <variant>
#include <vector>

#include "base/variant.h"
#include "stats/ink_colours.gen.h"
#include "view/widget/paint.h"

namespace view {
namespace {

using stats::Anchor;
using stats::Ink;

unsigned colour_of(Ink ink, bool is_dark) {
  const std::uint32_t rgba = stats::ink_colours[is_dark ? 1 : 0][static_cast<int>(ink)];
  return IM_COL32(rgba >> 24, (rgba >> 16) & 0xFF, (rgba >> 8) & 0xFF, rgba & 0xFF);
}

/// A closed line whose sharp corners are cut off by half a pixel: their mitres would be thorns.
std::vector<ImVec2> blunted(const std::vector<ImVec2>& points) {
  constexpr float sharp_cosine = 0.7f, cut = 0.5f;
  std::vector<ImVec2> line;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const ImVec2 at = points[i];
    const auto towards = [&](const ImVec2& other) {
      const float x = other.x - at.x, y = other.y - at.y;
      const float length = std::max(std::hypot(x, y), cut);
      return ImVec2(x / length, y / length);
    };
    const ImVec2 back = towards(points[i == 0 ? points.size() - 1 : i - 1]);
    const ImVec2 on = towards(points[i + 1 == points.size() ? 0 : i + 1]);
    if (back.x * on.x + back.y * on.y < sharp_cosine) {
      line.push_back(at);
      continue;
    }
    for (const ImVec2& way : {back, on})
      line.push_back({at.x + cut * way.x, at.y + cut * way.y});
  }
  return line;
}

/// Their edges are not softened: the line around a concave shape lies over them.
void fill_triangles(ImDrawList& list, const std::vector<ImVec2>& points,
                    const std::vector<std::uint32_t>& corners, unsigned colour) {
  list.PrimReserve(static_cast<int>(corners.size()), static_cast<int>(points.size()));
  const unsigned first = list._VtxCurrentIdx;
  for (const std::uint32_t corner : corners)
    list.PrimWriteIdx(static_cast<ImDrawIdx>(first + corner));
  for (const ImVec2& point : points)
    list.PrimWriteVtx(point, ImGui::GetFontTexUvWhitePixel(), colour);
}

}  // namespace

void Paint::shape(const stats::Shape& shape, float x, float y) const {
  const auto placed = [&](const std::vector<stats::Point>& points) {
    std::vector<ImVec2> pixels;
    for (const stats::Point& point : points)
      pixels.push_back({(x + point.x) * scale_, (y + point.y) * scale_});
    return pixels;
  };
  const auto polygon = [&](const stats::Polygon& drawn) {
    const std::vector<ImVec2> points = placed(drawn.ring);
    const int count = static_cast<int>(points.size());
    if (drawn.fill && !drawn.triangles.empty())
      fill_triangles(*list_, points, drawn.triangles, colour_of(*drawn.fill, is_dark_));
    else if (drawn.fill)
      list_->AddConvexPolyFilled(points.data(), count, colour_of(*drawn.fill, is_dark_));
    if (!drawn.line) return;
    const std::vector<ImVec2> line = blunted(points);
    list_->AddPolyline(line.data(), static_cast<int>(line.size()), colour_of(*drawn.line, is_dark_),
                       ImDrawFlags_Closed, drawn.line_width * scale_);
  };
  std::visit(
      base::on{[&](const stats::Polyline& line) {
                 const std::vector<ImVec2> points = placed(line.points);
                 list_->AddPolyline(points.data(), static_cast<int>(points.size()),
                                    colour_of(line.ink, is_dark_), 0, line.width * scale_);
               },
               polygon,
               [&](const stats::Rectangle& bar) {
                 const base::Rect& box = bar.box;
                 list_->AddRectFilled({snap(x + box.x), snap(y + box.y)},
                                      {snap(x + box.right()), snap(y + box.bottom())},
                                      colour_of(bar.fill, is_dark_));
               },
               [&](const stats::Marker& marker) {
                 for (const stats::Polygon& part : stats::polygons_from_marker(marker))
                   polygon(part);
               },
               [&](const stats::TextLine& text) {
                 const bool is_large = text.size > 13;
                 const TextStyle style{
                     is_large ? Size::body : Size::note,
                     text.ink == Ink::text_muted ? Role::text_muted : Role::text,
                     text.weight == stats::Weight::semibold ? Face::semibold : Face::regular};
                 const float share = text.anchor == Anchor::start    ? 0
                                     : text.anchor == Anchor::middle ? 0.5f
                                                                     : 1;
                 // A line of notes is 18 high, and its baseline lies 4.5 below its middle; one of
                 // the body is 22 high, and it is 5 there.
                 line(x + text.at.x - share * width(text.text, style),
                      y + text.at.y - (is_large ? 16 : 13.5f), text.text, style);
               }},
      shape);
}

}  // namespace view
