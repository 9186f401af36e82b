// Charts of a grid: which kinds it allows, the sensible one, and the drawing of one.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "base/words.h"
#include "stats/pivot.h"
#include "stats/scene.h"

namespace stats {

enum class ChartKind {
  line,
  bar,  ///< Grouped where there are several series.
  stacked,
  stacked_share,  ///< Each bar is 100 %.
  pyramid,
  scatter,
  multiples,  ///< One small line chart a series.
};
inline constexpr std::array chart_kinds = {
    ChartKind::line,    ChartKind::bar,     ChartKind::stacked,  ChartKind::stacked_share,
    ChartKind::pyramid, ChartKind::scatter, ChartKind::multiples};

/// "line", "stacked-share"…: as the address has it.
std::string_view word_from_chart_kind(ChartKind kind);
std::optional<ChartKind> chart_kind_from_word(std::string_view word);
base::Word name_of(ChartKind kind);

struct ChartChoice {
  ChartKind kind = ChartKind::bar;
  float width = 720;
  float height = 420;  ///< At least; bars take what they need.
  base::Language language = base::Language::id;
  std::string address;  ///< Of the view, for the citation; may be empty.
};

/// Categories are told apart by colour and marker up to here.
inline constexpr std::size_t chart_series_max = 8;
inline constexpr std::size_t chart_panels_max = 24;
inline constexpr std::size_t chart_bars_max = 240;

/// Why the grid cannot be drawn so, and what to do; empty where it can, if need be with the first
/// of its measures alone.
std::string chart_refusal(const PivotGrid& grid, ChartKind kind, base::Language language);

/// Indices of the measures that the grid shows, where they are several: a chart may have one alone.
std::vector<std::uint32_t> measures_of_chart(const PivotGrid& grid);

/// The same view with one of its measures alone.
PivotGrid grid_of_measure(const PivotGrid& grid, std::uint32_t measure);

/// What fits the shape of the data: two measures are scattered, ages of two sexes are a pyramid,
/// time is a line (small multiples where there are many), all else bars. A kind that the grid
/// refuses is answered only where it refuses all.
ChartKind default_chart(const PivotGrid& grid);

/// The drawing, or a scene that says why there is none (`refusal`). Where the measures have units
/// that do not go on one axis, the first measure is drawn, and a note says so. Costs rows ×
/// columns.
Scene chart_from_grid(const PivotGrid& grid, const ChartChoice& choice, const TextMeasure& measure);

}  // namespace stats
