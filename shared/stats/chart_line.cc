// Lines over time: one chart of up to eight series, or a small one for each.
#include <algorithm>
#include <cmath>
#include <optional>

#include "base/number.h"
#include "base/words.h"
#include "stats/chart_parts.h"

namespace stats {
namespace {

constexpr float label_distance = 17;
constexpr float labels_share_max = 0.32f;  ///< Of the width.
constexpr std::size_t markers_at_every_point_max = 12;
constexpr float panel_width_min = 200;
constexpr float panel_height = 132;
constexpr float panel_gap = 24;

/// Where periods stand, from 0 to 1: years by their number, so that a year left out leaves its
/// room; other periods evenly.
std::vector<float> places_of(const std::vector<std::string>& periods) {
  std::vector<double> years;
  for (const std::string& period : periods) {
    const auto year = base::number_from_figure(period);
    if (!year || period.size() != 4 || (!years.empty() && *year <= years.back())) break;
    years.push_back(*year);
  }
  const bool are_years = years.size() == periods.size();
  std::vector<float> places;
  for (std::size_t i = 0; i < periods.size(); ++i) {
    const double at = are_years ? years[i] - years.front() : static_cast<double>(i);
    const double last =
        are_years ? years.back() - years.front() : static_cast<double>(periods.size() - 1);
    places.push_back(static_cast<float>(last > 0 ? at / last : 0.5));
  }
  return places;
}

/// The period with the mark that all its figures have: "2025*".
std::string period_label(const ChartData& data, std::size_t period) {
  std::optional<CellStatus> shared;
  for (const ChartSeries& series : data.series) {
    const ChartValue& value = series.values[period];
    if (!value.has_figure) continue;
    if (!is_unsure(value.status) || (shared && *shared != value.status))
      return data.categories[period];
    shared = value.status;
  }
  return data.categories[period] + (shared ? std::string(mark_from_status(*shared)) : "");
}

/// Every how many periods have a label, so that labels keep their distance.
std::size_t label_step(const ChartDrawing& drawing, const std::vector<float>& places, float width) {
  const float room = drawing.texts_width(drawing.data().categories) + 20;
  float narrowest = width;
  for (std::size_t i = 1; i < places.size(); ++i)
    narrowest = std::min(narrowest, (places[i] - places[i - 1]) * width);
  for (const std::size_t step : {1u, 2u, 5u, 10u, 20u, 50u})
    if (narrowest * static_cast<float>(step) >= room) return step;
  return std::max<std::size_t>(places.size(), 1);
}

/// A plot with its periods to the right and its figures upwards.
struct TimePlot {
  base::Rect box;
  ChartScale scale;
  std::vector<float> places;

  Point point(std::size_t period, double figure) const {
    return {box.x + places[period] * box.w,
            box.bottom() - static_cast<float>(scale.share(figure)) * box.h};
  }
};

/// The line of one series: a new piece after each gap. A figure between two gaps has its marker
/// alone.
void draw_line(ChartDrawing& drawing, const TimePlot& plot, const ChartSeries& series, Ink ink) {
  std::vector<Point> piece;
  const auto end_piece = [&] {
    if (piece.size() > 1) drawing.line(piece, ink, chart_line_width);
    piece.clear();
  };
  for (std::size_t i = 0; i < series.values.size(); ++i) {
    if (series.values[i].has_figure) {
      piece.push_back(plot.point(i, series.values[i].figure));
    } else {
      end_piece();
    }
  }
  end_piece();
}

bool is_between_gaps(const ChartSeries& series, std::size_t at) {
  const auto has = [&](std::size_t i) {
    return i < series.values.size() && series.values[i].has_figure;
  };
  return !(at > 0 && has(at - 1)) && !has(at + 1);
}

void mark_point(ChartDrawing& drawing, Point at, const std::string& name, std::size_t period,
                const ChartValue& value) {
  const ChartData& data = drawing.data();
  const std::string unit = data.unit.empty() ? "" : " " + data.unit;
  drawing.mark({at.x - 6, at.y - 6, 12, 12}, name + ", " + data.categories[period],
               {value.text + unit}, value.status);
}

void draw_markers(ChartDrawing& drawing, const TimePlot& plot, std::size_t at, std::size_t step) {
  const ChartSeries& series = drawing.data().series[at];
  const std::size_t count = series.values.size();
  for (std::size_t i = 0; i < count; ++i) {
    const ChartValue& value = series.values[i];
    if (!value.has_figure) continue;
    const Point point = plot.point(i, value.figure);
    const bool is_unsure_figure = is_unsure(value.status);
    if (count <= markers_at_every_point_max || (count - 1 - i) % step == 0 || is_unsure_figure ||
        is_between_gaps(series, i))
      drawing.marker(point, at, is_unsure_figure);
    mark_point(drawing, point, series.name, i, value);
  }
}

/// Names at the ends of the lines, each with its marker, moved apart where lines end together.
void label_ends(ChartDrawing& drawing, const TimePlot& plot, float room) {
  struct End {
    std::size_t series;
    float y;
  };
  std::vector<End> ends;
  const std::vector<ChartSeries>& series = drawing.data().series;
  for (std::size_t i = 0; i < series.size(); ++i) {
    for (std::size_t last = series[i].values.size(); last-- > 0;) {
      if (!series[i].values[last].has_figure) continue;
      ends.push_back({i, plot.point(last, series[i].values[last].figure).y});
      break;
    }
  }
  std::stable_sort(ends.begin(), ends.end(), [](const End& a, const End& b) { return a.y < b.y; });
  std::vector<float> middles;
  for (const End& end : ends)
    middles.push_back(end.y);
  middles = spread_apart(std::move(middles), label_distance, plot.box.y, plot.box.bottom());
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const float x = plot.box.right() + 18;
    drawing.marker({x, middles[i]}, ends[i].series, false);
    drawing.text({x + 11, middles[i]}, drawing.fitted(series[ends[i].series].name, room - 29),
                 Anchor::start);
  }
}

void note_axis(ChartDrawing& drawing, const ChartScale& scale) {
  if (scale.low <= 0 && scale.high >= 0) return;
  drawing.scene().notes.push_back(base::text(base::Word::chart_axis_from, drawing.data().language,
                                             {scale.text(scale.low, drawing.data().language)}));
}

}  // namespace

void draw_lines(ChartDrawing& drawing) {
  const ChartData& data = drawing.data();
  std::vector<std::string> names;
  for (const ChartSeries& series : data.series)
    names.push_back(series.name);
  const FigureBounds bounds = bounds_of(data);
  TimePlot plot;
  plot.scale = scale_for_lines(bounds.low, bounds.high, 6, data.decimals);
  plot.places = places_of(data.categories);

  base::Rect area{0, 0, drawing.scene().width, drawing.scene().height};
  const float half_label = drawing.texts_width(data.categories) / 2 + 6;
  float right = half_label;
  if (drawing.is_narrow()) {
    if (names.size() > 1) drawing.legend(area, names);
  } else {
    right = std::max(
        right, 30 + std::min(drawing.texts_width(names), drawing.scene_width() * labels_share_max));
  }
  drawing.text({0, area.y + chart_text_line / 2}, data.unit, Anchor::start, Ink::text_muted);
  area.cut_top(chart_text_line + 12);
  area.cut_bottom(chart_text_line + 10);
  area.cut_left(std::max(drawing.axis_width(plot.scale), half_label));
  area.cut_right(right);
  plot.box = area;

  drawing.upright_axis(plot.box, plot.scale);
  const std::size_t step = label_step(drawing, plot.places, plot.box.w);
  for (std::size_t i = 0; i < data.categories.size(); ++i) {
    if ((data.categories.size() - 1 - i) % step != 0) continue;
    drawing.text({plot.box.x + plot.places[i] * plot.box.w, plot.box.bottom() + chart_text_line},
                 period_label(data, i), Anchor::middle, Ink::text_muted);
  }
  for (std::size_t i = 0; i < data.series.size(); ++i)
    draw_line(drawing, plot, data.series[i], series_ink(i));
  for (std::size_t i = 0; i < data.series.size(); ++i)
    draw_markers(drawing, plot, i, step);
  if (!drawing.is_narrow()) label_ends(drawing, plot, right);
  note_axis(drawing, plot.scale);
}

namespace {

/// One small chart: name on top, first and last figure at the ends of its line.
void draw_panel(ChartDrawing& drawing, TimePlot& plot, base::Rect area, std::size_t at) {
  const ChartData& data = drawing.data();
  const ChartSeries& series = data.series[at];
  drawing.text({area.x, area.y + chart_text_line / 2},
               drawing.fitted(series.name, area.w, Weight::semibold), Anchor::start, Ink::text,
               Weight::semibold);
  area.cut_top(chart_text_line + 22);
  base::Rect labels = area.cut_bottom(chart_text_line + 4);
  plot.box = area.inset(6, 0);
  const float zero = plot.box.bottom();
  drawing.line({{area.x, zero}, {area.right(), zero}}, Ink::axis, 1);
  draw_line(drawing, plot, series, series_ink(0));

  std::vector<std::size_t> with_figure;
  for (std::size_t i = 0; i < series.values.size(); ++i)
    if (series.values[i].has_figure) with_figure.push_back(i);
  for (const std::size_t i : with_figure) {
    const ChartValue& value = series.values[i];
    const Point point = plot.point(i, value.figure);
    const bool is_end = i == with_figure.front() || i == with_figure.back();
    if (is_end || is_unsure(value.status) || is_between_gaps(series, i))
      drawing.marker(point, 0, is_unsure(value.status), 7);
    mark_point(drawing, point, series.name, i, value);
    if (!is_end || (i == with_figure.front() && with_figure.size() > 1 &&
                    drawing.text_width(value.text) * 2 + 12 > area.w))
      continue;
    const bool is_last = i == with_figure.back();
    drawing.text({is_last ? area.right() : area.x, point.y - 13}, value.text,
                 is_last ? Anchor::end : Anchor::start);
  }
  drawing.text({labels.x, labels.middle_y() + 2}, period_label(data, 0), Anchor::start,
               Ink::text_muted);
  drawing.text({labels.right(), labels.middle_y() + 2},
               period_label(data, data.categories.size() - 1), Anchor::end, Ink::text_muted);
}

}  // namespace

void draw_multiples(ChartDrawing& drawing) {
  const ChartData& data = drawing.data();
  const FigureBounds bounds = bounds_of(data);
  TimePlot plot;
  plot.scale = scale_for_lines(bounds.low, bounds.high, 2, data.decimals);
  // Panels have no steps to read off, so none is left empty above the highest figure; but figures
  // that differ by what calculating leaves of them are not spread over the panel.
  const bool has_height = bounds.high - plot.scale.low > plot.scale.step / 1000;
  if (bounds.high > 0 && has_height) plot.scale.high = bounds.high;
  plot.places = places_of(data.categories);

  const float width = drawing.scene().width;
  const auto across =
      std::max(1.0f, std::floor((width + panel_gap) / (panel_width_min + panel_gap)));
  const float panel_width = (width - (across - 1) * panel_gap) / across;
  drawing.text({0, chart_text_line / 2}, data.unit, Anchor::start, Ink::text_muted);
  const float top = data.unit.empty() ? 0 : chart_text_line + 6;
  float bottom = top;
  for (std::size_t i = 0; i < data.series.size(); ++i) {
    const auto place = static_cast<float>(i);
    const float row = std::floor(place / across), column = place - row * across;
    const base::Rect area{column * (panel_width + panel_gap),
                          top + row * (panel_height + panel_gap), panel_width, panel_height};
    draw_panel(drawing, plot, area, i);
    bottom = area.bottom();
  }
  drawing.scene().height = bottom + 4;
  note_axis(drawing, plot.scale);
}

}  // namespace stats
