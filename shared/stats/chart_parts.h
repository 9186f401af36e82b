// What the kinds of charts share while they draw: sizes, texts that fit, legends, axes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/rect.h"
#include "stats/chart.h"
#include "stats/chart_data.h"
#include "stats/chart_scale.h"
#include "stats/scene.h"

namespace stats {

inline constexpr float chart_text_size = 13;
inline constexpr float chart_line_width = 2;
inline constexpr float chart_marker_size = 9;
inline constexpr float chart_text_line = 18;  ///< From one baseline to the next.
/// From the middle of a line of text down to its baseline.
inline constexpr float chart_baseline_drop = 4.5f;

/// A chart being drawn.
class ChartDrawing {
 public:
  ChartDrawing(const ChartData& data, const ChartChoice& choice, const TextMeasure& measure);

  const ChartData& data() const { return data_; }
  const ChartChoice& choice() const { return choice_; }
  Scene& scene() { return scene_; }
  float scene_width() const { return scene_.width; }
  /// No room for names beside the drawing: the phone.
  bool is_narrow() const { return choice_.width < 520; }

  float text_width(std::string_view text, Weight weight = Weight::regular) const;
  /// Of the widest.
  float texts_width(const std::vector<std::string>& texts) const;
  /// The text, or as much of it as has room, with "…".
  std::string fitted(const std::string& text, float width, Weight weight = Weight::regular) const;

  void line(std::vector<Point> points, Ink ink, float width);
  void bar(const base::Rect& box, Ink ink);
  /// `middle` is the middle of the line's height.
  void text(Point middle, std::string text, Anchor anchor, Ink ink = Ink::text,
            Weight weight = Weight::regular);
  /// The marker of the series at this place, in its colour.
  void marker(Point centre, std::size_t series, bool is_hollow, float size = chart_marker_size);
  void mark(const base::Rect& box, std::string name, std::vector<std::string> values,
            CellStatus status);

  /// Markers with names in lines from the top left of `area`, which loses them.
  void legend(base::Rect& area, const std::vector<std::string>& names);
  /// Lines across and their figures left of `plot`, for a scale that runs upwards.
  void upright_axis(const base::Rect& plot, const ChartScale& scale);
  /// Lines down and their figures below `plot`, for a scale that runs to the right. Figures that
  /// have no room beside their neighbours are left out.
  void level_axis(const base::Rect& plot, const ChartScale& scale);
  /// The same for a scale that runs to the left.
  void mirrored_level_axis(const base::Rect& plot, const ChartScale& scale);
  /// How much the figures of an upright axis take on the left.
  float axis_width(const ChartScale& scale) const;

 private:
  void level_axis(const base::Rect& plot, const ChartScale& scale, bool is_mirrored);

  const ChartData& data_;
  const ChartChoice& choice_;
  const TextMeasure& measure_;
  Scene scene_;
};

/// Moves `middles` apart until neighbours are `distance` or more, all between `low` and `high`, and
/// none further than needed. The order stays. Where there is no room for all, they stand evenly.
std::vector<float> spread_apart(std::vector<float> middles, float distance, float low, float high);

/// The lowest and the highest figure, 0 and 0 where there is none.
struct FigureBounds {
  double low = 0, high = 0;
};
FigureBounds bounds_of(const ChartData& data);

/// The colour of a series.
constexpr Ink series_ink(std::size_t series) {
  return ink_of(Ink::category, static_cast<int>(series % chart_series_max));
}

// The kinds. Each draws into a scene of the choice's width and sets its height.
void draw_lines(ChartDrawing& drawing);
void draw_multiples(ChartDrawing& drawing);
/// `has_order`: the categories keep their order; else the largest comes first.
void draw_bars(ChartDrawing& drawing, bool has_order);
void draw_stacks(ChartDrawing& drawing, bool has_order, bool is_share);
/// Series: men, then women.
void draw_pyramid(ChartDrawing& drawing, const std::string& ages);
/// Series: to the right, upwards.
void draw_scatter(ChartDrawing& drawing, const std::vector<std::string>& units);

// The words.
/// Title and sentence of a chart over time.
void say_changes(Scene& scene, const ChartData& data);
/// Title and sentence of a chart that compares categories.
void say_extremes(Scene& scene, const ChartData& data, const std::string& measure);
/// Title and sentence of a scatter.
void say_correlation(Scene& scene, const ChartData& data);

}  // namespace stats
