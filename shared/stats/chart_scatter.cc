// Two measures against each other: a point a category.
#include <algorithm>

#include "stats/cell_text.h"
#include "stats/chart_parts.h"

namespace stats {
namespace {

constexpr float point_size = 9;
constexpr float point_label_gap = 4;

/// Places for the name of a point, best first; nothing where all of them are taken.
struct Label {
  base::Rect box;
  Anchor anchor;
};
std::vector<Label> places_around(Point at, float width) {
  const float reach = point_size / 2 + point_label_gap, height = chart_text_line - 2;
  return {{{at.x + reach, at.y - height / 2, width, height}, Anchor::start},
          {{at.x - reach - width, at.y - height / 2, width, height}, Anchor::end},
          {{at.x - width / 2, at.y - reach - height, width, height}, Anchor::middle},
          {{at.x - width / 2, at.y + reach, width, height}, Anchor::middle}};
}

/// Names beside their points, where no other point or name stands. The others are told by their
/// marks.
void label_points(ChartDrawing& drawing, const base::Rect& area, const std::vector<Point>& points,
                  const std::vector<std::string>& names) {
  std::vector<base::Rect> taken;
  for (const Point at : points)
    taken.push_back({at.x - point_size / 2, at.y - point_size / 2, point_size, point_size});
  for (std::size_t i = 0; i < points.size(); ++i) {
    for (const Label& place : places_around(points[i], drawing.text_width(names[i]))) {
      const base::Rect& box = place.box;
      const bool is_inside = box.x >= area.x && box.right() <= drawing.scene_width() &&
                             box.y >= area.y && box.bottom() <= area.bottom();
      const bool is_free = std::none_of(
          taken.begin(), taken.end(), [&](const base::Rect& other) { return other.overlaps(box); });
      if (!is_inside || !is_free) continue;
      const float x = place.anchor == Anchor::start ? box.x
                      : place.anchor == Anchor::end ? box.right()
                                                    : box.middle_x();
      drawing.text({x, box.middle_y()}, names[i], place.anchor);
      taken.push_back(box);
      break;
    }
  }
}

FigureBounds bounds_of(const ChartSeries& series) {
  ChartData alone;
  alone.series = {series};
  return stats::bounds_of(alone);
}

std::string title_of(const ChartSeries& series, const std::string& unit) {
  return unit.empty() ? series.name : series.name + " (" + unit + ")";
}

}  // namespace

void draw_scatter(ChartDrawing& drawing, const std::vector<std::string>& units) {
  const ChartData& data = drawing.data();
  const ChartSeries& right = data.series[0];
  const ChartSeries& up = data.series[1];
  const FigureBounds right_bounds = bounds_of(right), up_bounds = bounds_of(up);
  const ChartScale right_scale =
      scale_for_lines(right_bounds.low, right_bounds.high, 5, data.decimals);
  const ChartScale up_scale = scale_for_lines(up_bounds.low, up_bounds.high, 5, data.decimals);

  base::Rect area{0, 0, drawing.scene_width(), drawing.scene().height};
  const base::Rect head = area.cut_top(chart_text_line + 12);
  const base::Rect foot = area.cut_bottom(2 * chart_text_line + 12);
  drawing.text({0, head.y + chart_text_line / 2},
               drawing.fitted("↑ " + title_of(up, units[1]), area.w), Anchor::start,
               Ink::text_muted);
  drawing.text({area.right(), foot.bottom() - chart_text_line / 2},
               drawing.fitted(title_of(right, units[0]) + " →", area.w), Anchor::end,
               Ink::text_muted);
  area.cut_left(drawing.axis_width(up_scale));
  area.cut_right(24);
  drawing.upright_axis(area, up_scale);
  drawing.level_axis(area, right_scale);

  std::vector<Point> points;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < data.categories.size(); ++i) {
    const ChartValue& x = right.values[i];
    const ChartValue& y = up.values[i];
    if (!x.has_figure || !y.has_figure) continue;
    const Point at{area.x + static_cast<float>(right_scale.share(x.figure)) * area.w,
                   area.bottom() - static_cast<float>(up_scale.share(y.figure)) * area.h};
    const bool is_hollow = is_unsure(x.status) || is_unsure(y.status);
    drawing.marker(at, 0, is_hollow, point_size);
    drawing.mark({at.x - 6, at.y - 6, 12, 12}, data.categories[i],
                 {right.name + " " + x.text, up.name + " " + y.text},
                 x.status == CellStatus::final ? y.status : x.status);
    points.push_back(at);
    names.push_back(data.categories[i]);
  }
  label_points(drawing, area, points, names);
}

}  // namespace stats
