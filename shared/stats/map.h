// A map of the areas in a grid: each coloured by the class of its figure, with a legend that says
// how many areas are in each class.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/language.h"
#include "stats/map_classes.h"
#include "stats/outlines.h"
#include "stats/pivot.h"
#include "stats/scene.h"

namespace stats {

/// What a map shows and how.
struct MapChoice {
  ClassChoice classes;
  std::optional<std::size_t> series;  ///< Place in series_of_map; not set: the one it names first.
  Ink ramp = Ink::sequential_enim;    ///< Its first colour.
  base::Language language = base::Language::id;
  float width = 1000, height = 560;  ///< Of the drawing; below map_wide_min the legend is under
                                     ///< the map, and the drawing as high as that needs.
};
inline constexpr float map_wide_min = 640;

/// What can be coloured: what the grid has figures of for each area.
struct MapSeries {
  std::vector<std::string> labels;  ///< "Penduduk, 2024, Perempuan", in the grid's order.
  std::size_t first = 0;            ///< Shown first: the newest period, totals, the first measure.
};
MapSeries series_of_map(const PivotGrid& grid, base::Language language);

/// The map, marks in the order of the grid. Areas of the outlines without a figure are hatched,
/// those that the reader has not picked stay empty. `refusal` says why there is none: the areas are
/// neither in rows nor columns, no figure, own limits that do not rise.
Scene map_from_grid(const PivotGrid& grid, const Outlines& outlines, const MapChoice& choice,
                    const TextMeasure& measure);

}  // namespace stats
