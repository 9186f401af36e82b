#include "stats/chart_parts.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "stats/cell_text.h"

namespace stats {
namespace {

constexpr float legend_gap = 18;
constexpr float text_gap = 8;  ///< Between figures of an axis.
constexpr float marker_room =
    20;  ///< From the middle of a marker to past it, where its name begins.

/// Without its last character, of however many bytes.
void drop_character(std::string& text) {
  while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80)
    text.pop_back();
  if (!text.empty()) text.pop_back();
}

}  // namespace

ChartDrawing::ChartDrawing(const ChartData& data, const ChartChoice& choice,
                           const TextMeasure& measure)
    : data_(data), choice_(choice), measure_(measure) {
  scene_.width = choice.width;
  scene_.height = choice.height;
}

float ChartDrawing::text_width(std::string_view text, Weight weight) const {
  return measure_(text, weight, chart_text_size);
}

float ChartDrawing::texts_width(const std::vector<std::string>& texts) const {
  float widest = 0;
  for (const std::string& text : texts)
    widest = std::max(widest, text_width(text));
  return widest;
}

std::string ChartDrawing::fitted(const std::string& text, float width, Weight weight) const {
  if (text_width(text, weight) <= width) return text;
  std::string cut = text;
  while (!cut.empty() && text_width(cut + "…", weight) > width)
    drop_character(cut);
  while (!cut.empty() && cut.back() == ' ')
    cut.pop_back();
  return cut + "…";
}

void ChartDrawing::line(std::vector<Point> points, Ink ink, float width) {
  scene_.shapes.push_back(Polyline{std::move(points), ink, width});
}

void ChartDrawing::bar(const base::Rect& box, Ink ink) {
  scene_.shapes.push_back(Rectangle{box, ink});
}

void ChartDrawing::text(Point middle, std::string text, Anchor anchor, Ink ink, Weight weight) {
  scene_.shapes.push_back(TextLine{{middle.x, middle.y + chart_baseline_drop},
                                   std::move(text),
                                   anchor,
                                   weight,
                                   chart_text_size,
                                   ink});
}

void ChartDrawing::marker(Point centre, std::size_t series, bool is_hollow, float size) {
  scene_.shapes.push_back(Marker{centre, static_cast<MarkerShape>(series % chart_series_max),
                                 series_ink(series), size, is_hollow});
}

void ChartDrawing::mark(const base::Rect& box, std::string name, std::vector<std::string> values,
                        CellStatus status) {
  scene_.marks.push_back({{ring_from_box(box)},
                          std::move(name),
                          std::move(values),
                          std::string(meaning_from_status(status, data_.language))});
}

void ChartDrawing::legend(base::Rect& area, const std::vector<std::string>& names) {
  float x = area.x, y = area.y + chart_text_line / 2;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string name = fitted(names[i], area.w - marker_room);
    const float width = marker_room + text_width(name);
    if (x > area.x && x + width > area.right()) {
      x = area.x;
      y += chart_text_line;
    }
    marker({x + chart_marker_size / 2 + 1, y}, i, false);
    text({x + marker_room, y}, name, Anchor::start);
    x += width + legend_gap;
  }
  area.cut_top(y + chart_text_line - area.y);
}

void ChartDrawing::upright_axis(const base::Rect& plot, const ChartScale& scale) {
  const bool has_zero = scale.low <= 0 && scale.high >= 0;
  const double base = has_zero ? 0 : scale.low;
  for (const double tick : scale.ticks()) {
    const float y = plot.bottom() - static_cast<float>(scale.share(tick)) * plot.h;
    const bool is_base = std::abs(tick - base) < scale.step / 1000;
    line({{plot.x, y}, {plot.right(), y}}, is_base ? Ink::axis : Ink::gridline, 1);
    text({plot.x - 8, y}, scale.text(tick, data_.language), Anchor::end, Ink::text_muted);
  }
}

void ChartDrawing::level_axis(const base::Rect& plot, const ChartScale& scale) {
  level_axis(plot, scale, false);
}

void ChartDrawing::mirrored_level_axis(const base::Rect& plot, const ChartScale& scale) {
  level_axis(plot, scale, true);
}

void ChartDrawing::level_axis(const base::Rect& plot, const ChartScale& scale, bool is_mirrored) {
  float taken_to = -choice_.width;  // Measured along the scale.
  for (const double tick : scale.ticks()) {
    const float along = static_cast<float>(scale.share(tick)) * plot.w;
    const float x = is_mirrored ? plot.right() - along : plot.x + along;
    line({{x, plot.y}, {x, plot.bottom()}}, Ink::gridline, 1);
    const std::string figure = scale.text(tick, data_.language);
    const float half = text_width(figure) / 2;
    if (along - half < taken_to || x - half < 0 || x + half > choice_.width) continue;
    text({x, plot.bottom() + chart_text_line * 0.8f}, figure, Anchor::middle, Ink::text_muted);
    taken_to = along + half + text_gap;
  }
}

float ChartDrawing::axis_width(const ChartScale& scale) const {
  float widest = 0;
  for (const double tick : scale.ticks())
    widest = std::max(widest, text_width(scale.text(tick, data_.language)));
  return widest + 8;
}

std::vector<float> spread_apart(std::vector<float> middles, float distance, float low, float high) {
  const auto count = static_cast<float>(middles.size());
  if (middles.size() > 1) distance = std::min(distance, (high - low) / (count - 1));
  // With the distances taken off, order is all that is left to keep: neighbours out of order share
  // their mean.
  struct Pool {
    float sum;
    float count;
    float mean() const { return sum / count; }
  };
  std::vector<Pool> pools;
  for (std::size_t i = 0; i < middles.size(); ++i) {
    pools.push_back({middles[i] - static_cast<float>(i) * distance, 1});
    while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
      const Pool last = pools.back();
      pools.pop_back();
      pools.back().sum += last.sum;
      pools.back().count += last.count;
    }
  }
  std::size_t at = 0;
  for (const Pool& pool : pools) {
    const float mean = std::clamp(pool.mean(), low, std::max(low, high - (count - 1) * distance));
    for (float i = 0; i < pool.count; ++i, ++at)
      middles[at] = mean + static_cast<float>(at) * distance;
  }
  return middles;
}

FigureBounds bounds_of(const ChartData& data) {
  FigureBounds bounds;
  bool has_any = false;
  for (const ChartSeries& series : data.series) {
    for (const ChartValue& value : series.values) {
      if (!value.has_figure) continue;
      bounds.low = has_any ? std::min(bounds.low, value.figure) : value.figure;
      bounds.high = has_any ? std::max(bounds.high, value.figure) : value.figure;
      has_any = true;
    }
  }
  return bounds;
}

}  // namespace stats
