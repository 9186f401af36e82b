// Bars from zero: single or grouped, stacked, and the pyramid of two sexes.
#include <algorithm>
#include <numeric>

#include "base/number.h"
#include "base/words.h"
#include "stats/cell_text.h"
#include "stats/chart_parts.h"

namespace stats {
namespace {

constexpr float single_bar_row = 24;
constexpr float grouped_bar = 17;
constexpr float group_gap = 12;
constexpr float bar_share = 0.72f;  ///< Of a row; the rest parts it from its neighbours.
constexpr float names_share_max = 0.36f;
constexpr float label_gap = 8;
constexpr float part_gap = 1;
constexpr float marker_in_part_min = 16;  ///< Narrower parts have no room for their marker.
constexpr float pyramid_row_max = 26;

/// Figures of one category, added up; absent ones count nothing.
double sum_of(const ChartData& data, std::size_t category) {
  double sum = 0;
  for (const ChartSeries& series : data.series)
    sum += series.values[category].figure;
  return sum;
}

bool has_all_figures(const ChartData& data, std::size_t category) {
  return std::all_of(data.series.begin(), data.series.end(),
                     [&](const ChartSeries& series) { return series.values[category].has_figure; });
}

/// The categories as they stand, or the largest first: by the only series, by the last of several.
/// Those without a figure come last.
std::vector<std::size_t> ordered_categories(const ChartData& data, bool has_order, bool by_sum) {
  std::vector<std::size_t> order(data.categories.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (has_order || data.series.empty()) return order;
  const auto has_figure = [&](std::size_t category) {
    return by_sum ? has_all_figures(data, category)
                  : data.series.back().values[category].has_figure;
  };
  const auto size = [&](std::size_t category) {
    return by_sum ? sum_of(data, category) : data.series.back().values[category].figure;
  };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (has_figure(a) != has_figure(b)) return has_figure(a);
    return has_figure(a) && size(a) > size(b);
  });
  return order;
}

std::vector<std::string> names_of(const ChartData& data) {
  std::vector<std::string> names;
  for (const ChartSeries& series : data.series)
    names.push_back(series.name);
  return names;
}

std::string with_unit(const std::string& text, const ChartData& data) {
  return data.unit.empty() ? text : text + " " + data.unit;
}

/// A plot with categories downwards and figures to the right.
struct BarPlot {
  base::Rect box;
  ChartScale scale;

  float x(double figure) const { return box.x + static_cast<float>(scale.share(figure)) * box.w; }
  base::Rect bar(double from, double to, float y, float height) const {
    const float left = std::min(x(from), x(to));
    return {left, y, std::max(x(from), x(to)) - left, height};
  }
};

/// Names of categories right of the left edge, at most a share of the width: what they take.
float names_width(const ChartDrawing& drawing) {
  return std::min(drawing.texts_width(drawing.data().categories),
                  drawing.scene_width() * names_share_max);
}

void draw_name(ChartDrawing& drawing, const BarPlot& plot, std::size_t category, float middle) {
  const float room = plot.box.x - label_gap;
  drawing.text({plot.box.x - label_gap, middle},
               drawing.fitted(drawing.data().categories[category], room), Anchor::end);
}

/// One bar with its figure at the end; where there is none, its symbol at zero.
void draw_bar(ChartDrawing& drawing, const BarPlot& plot, std::size_t series_at,
              std::size_t category, base::Rect row) {
  const ChartData& data = drawing.data();
  const ChartSeries& series = data.series[series_at];
  const ChartValue& value = series.values[category];
  const bool is_single = data.series.size() == 1;
  base::Rect bar = plot.bar(0, value.has_figure ? value.figure : 0, row.y, row.h);
  if (value.has_figure) drawing.bar(bar, series_ink(series_at));
  const bool is_left = value.figure < 0;
  float end = is_left ? bar.x - label_gap : bar.right() + label_gap;
  if (!is_single) {
    // Beside the figure stands the marker of its series: bars are told apart without their colours.
    const float step = chart_marker_size / 2;
    drawing.marker({is_left ? end - step : end + step, row.middle_y()}, series_at, false);
    end += is_left ? -chart_marker_size - 5 : chart_marker_size + 5;
  }
  drawing.text({end, row.middle_y()}, value.text, is_left ? Anchor::end : Anchor::start,
               value.has_figure ? Ink::text : Ink::text_muted);
  std::string name = data.categories[category];
  if (name.empty()) name = series.name;
  if (!is_single && !data.categories[category].empty()) name += ", " + series.name;
  if (bar.w < 4) bar = {bar.x - 2, bar.y, 4, bar.h};
  drawing.mark(bar, name, {with_unit(value.text, data)}, value.status);
}

/// Room for the figures beside the bars, on the side to which they grow.
void leave_room_for_figures(const ChartDrawing& drawing, const FigureBounds& bounds,
                            base::Rect& area) {
  float widest = 0;
  for (const ChartSeries& series : drawing.data().series)
    for (const ChartValue& value : series.values)
      widest = std::max(widest, drawing.text_width(value.text));
  widest += label_gap;
  if (drawing.data().series.size() > 1) widest += chart_marker_size + 5;
  area.cut_right(widest);
  if (bounds.low < 0) area.cut_left(widest);
}

/// Bars end at the highest figure where each has its own beside it; steps would leave room unused.
ChartScale scale_of_bars(const FigureBounds& bounds, int decimals) {
  ChartScale scale = scale_from_zero(bounds.low, bounds.high, 5, decimals);
  if (bounds.high > 0) scale.high = bounds.high;
  if (bounds.low < 0) scale.low = bounds.low;
  if (bounds.high <= 0 && bounds.low < 0) scale.high = 0;
  return scale;
}

}  // namespace

void draw_bars(ChartDrawing& drawing, bool has_order) {
  const ChartData& data = drawing.data();
  const FigureBounds bounds = bounds_of(data);
  const auto groups = static_cast<float>(data.categories.size());
  const auto bars = static_cast<float>(data.series.size());
  base::Rect area{0, 0, drawing.scene_width(), drawing.choice().height};
  if (data.series.size() > 1) drawing.legend(area, names_of(data));
  const float group = data.series.size() == 1 ? single_bar_row : bars * grouped_bar + group_gap;
  area.h = groups * group;
  drawing.scene().height = area.bottom() + 4;
  area.cut_left(names_width(drawing) + label_gap);
  leave_room_for_figures(drawing, bounds, area);
  const BarPlot plot{area, scale_of_bars(bounds, data.decimals)};

  float y = area.y;
  for (const std::size_t category : ordered_categories(data, has_order, false)) {
    draw_name(drawing, plot, category, y + group / 2);
    const float row = data.series.size() == 1 ? group : grouped_bar;
    float row_y = y + (group - bars * row) / 2;
    for (std::size_t i = 0; i < data.series.size(); ++i, row_y += row) {
      const base::Rect room{area.x, row_y, area.w, row};
      draw_bar(drawing, plot, i, category, room.centred_y(row * bar_share));
    }
    y += group;
  }
  const float zero = plot.x(0);
  drawing.line({{zero, area.y}, {zero, area.bottom()}}, Ink::axis, 1);
}

namespace {

/// The parts of one category side by side, each with its marker where that has room.
void draw_parts(ChartDrawing& drawing, const BarPlot& plot, std::size_t category, base::Rect row,
                bool is_share) {
  const ChartData& data = drawing.data();
  const double sum = sum_of(data, category);
  double from = 0;
  for (std::size_t i = 0; i < data.series.size(); ++i) {
    const ChartSeries& series = data.series[i];
    const ChartValue& value = series.values[category];
    const double size = is_share ? value.figure / sum * 100 : value.figure;
    base::Rect part = plot.bar(from, from + size, row.y, row.h);
    from += size;
    const base::Rect whole = part;
    if (part.w > 3 * part_gap) part.w -= part_gap;
    drawing.bar(part, series_ink(i));
    if (part.w >= marker_in_part_min) {
      drawing.scene().shapes.push_back(Marker{{part.middle_x(), part.middle_y()},
                                              static_cast<MarkerShape>(i),
                                              Ink::surface,
                                              chart_marker_size,
                                              false});
    }
    std::string name = data.categories[category];
    name += (name.empty() ? "" : ", ") + series.name;
    std::vector<std::string> values = {with_unit(value.text, data)};
    if (is_share) values.push_back(base::text_from_number(size, 1, data.language) + "%");
    drawing.mark(whole, name, std::move(values), value.status);
  }
  if (is_share) return;
  drawing.text({plot.x(sum) + label_gap, row.middle_y()},
               base::text_from_number(sum, data.decimals, data.language), Anchor::start);
}

}  // namespace

void draw_stacks(ChartDrawing& drawing, bool has_order, bool is_share) {
  const ChartData& data = drawing.data();
  double highest = is_share ? 100 : 0;
  float sums_width = 0;
  for (std::size_t i = 0; i < data.categories.size() && !is_share; ++i) {
    const double sum = sum_of(data, i);
    highest = std::max(highest, sum);
    sums_width = std::max(
        sums_width, drawing.text_width(base::text_from_number(sum, data.decimals, data.language)));
  }
  base::Rect area{0, 0, drawing.scene_width(), drawing.choice().height};
  drawing.legend(area, names_of(data));
  area.h = static_cast<float>(data.categories.size()) * single_bar_row;
  drawing.scene().height = area.bottom() + chart_text_line * 1.5f;
  area.cut_left(names_width(drawing) + label_gap);
  area.cut_right(is_share ? 22 : sums_width + label_gap + 4);
  BarPlot plot{area, scale_from_zero(0, highest, 5, is_share ? 0 : data.decimals)};
  // Steps below the axis, bars up to its edge: the last step is drawn where it has room.
  drawing.level_axis(area, plot.scale);

  float y = area.y;
  for (const std::size_t category : ordered_categories(data, has_order, true)) {
    const base::Rect room{area.x, y, area.w, single_bar_row};
    draw_name(drawing, plot, category, room.middle_y());
    // A stack without one of its parts would look like the whole.
    const bool can_be_drawn = has_all_figures(data, category) && sum_of(data, category) > 0;
    if (can_be_drawn) {
      draw_parts(drawing, plot, category, room.centred_y(room.h * bar_share), is_share);
    } else {
      drawing.text({area.x + label_gap, room.middle_y()},
                   std::string(mark_from_status(CellStatus::not_available)), Anchor::start,
                   Ink::text_muted);
    }
    y += single_bar_row;
  }
  drawing.line({{plot.x(0), area.y}, {plot.x(0), area.bottom()}}, Ink::axis, 1);
}

void draw_pyramid(ChartDrawing& drawing, const std::string& ages) {
  const ChartData& data = drawing.data();
  const ChartSeries& men = data.series[0];
  const ChartSeries& women = data.series[1];
  const FigureBounds bounds = bounds_of(data);
  const ChartScale scale =
      scale_from_zero(0, bounds.high, drawing.is_narrow() ? 2 : 4, data.decimals);

  base::Rect area{0, 0, drawing.scene_width(), drawing.choice().height};
  base::Rect heads = area.cut_top(chart_text_line + 8);
  const auto count = static_cast<float>(data.categories.size());
  const float row = std::min((area.h - chart_text_line - 10) / count, pyramid_row_max);
  const float height = count * std::max(row, chart_text_line);
  area.h = height;
  drawing.scene().height = area.bottom() + chart_text_line + 10;
  const float half_figure = drawing.text_width(scale.text(scale.high, data.language)) / 2 + 2;
  area = {area.x + half_figure, area.y, area.w - 2 * half_figure, area.h};

  const float gap = std::max(drawing.texts_width(data.categories), drawing.text_width(ages)) + 16;
  const float side = (area.w - gap) / 2;
  const base::Rect left{area.x, area.y, side, height};
  const base::Rect right{area.right() - side, area.y, side, height};
  const float head = heads.middle_y() - 2;
  drawing.text({left.right(), head}, men.name, Anchor::end, Ink::text, Weight::semibold);
  drawing.text({area.middle_x(), head}, ages, Anchor::middle, Ink::text_muted);
  drawing.text({right.x, head}, women.name, Anchor::start, Ink::text, Weight::semibold);
  drawing.level_axis(right, scale);
  drawing.mirrored_level_axis(left, scale);

  const float row_height = height / count;
  for (std::size_t i = 0; i < data.categories.size(); ++i) {
    // The youngest at the foot.
    const float y = area.bottom() - static_cast<float>(i + 1) * row_height;
    const base::Rect room = base::Rect{area.x, y, area.w, row_height}.inset(0, row_height * 0.07f);
    const ChartValue& man = men.values[i];
    const ChartValue& woman = women.values[i];
    const float man_width = static_cast<float>(scale.share(man.figure)) * side;
    const float woman_width = static_cast<float>(scale.share(woman.figure)) * side;
    if (man.has_figure)
      drawing.bar({left.right() - man_width, room.y, man_width, room.h}, series_ink(0));
    else
      drawing.text({left.right() - label_gap, room.middle_y()}, man.text, Anchor::end,
                   Ink::text_muted);
    if (woman.has_figure)
      drawing.bar({right.x, room.y, woman_width, room.h}, series_ink(1));
    else
      drawing.text({right.x + label_gap, room.middle_y()}, woman.text, Anchor::start,
                   Ink::text_muted);
    drawing.text({area.middle_x(), room.middle_y()}, data.categories[i], Anchor::middle);

    std::vector<std::string> values = {men.name + " " + man.text, women.name + " " + woman.text};
    if (man.has_figure && woman.has_figure && woman.figure > 0) {
      values.push_back(
          base::text(base::Word::chart_sex_ratio, data.language,
                     {base::text_from_number(man.figure / woman.figure * 100, 1, data.language)}));
    }
    drawing.mark({left.right() - man_width, room.y, man_width + gap + woman_width, room.h},
                 data.categories[i], std::move(values),
                 man.status == CellStatus::final ? woman.status : man.status);
  }
  for (const float x : {left.right(), right.x})
    drawing.line({{x, area.y}, {x, area.bottom()}}, Ink::axis, 1);
}

}  // namespace stats
