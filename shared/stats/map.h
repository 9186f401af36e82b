// A map of the areas in a grid: each coloured by the class of its figure, with a legend that says
// how many areas are in each class.
#pragma once

#include <string>
#include <vector>

#include "base/language.h"
#include "stats/map_classes.h"
#include "stats/map_figures.h"
#include "stats/outlines.h"
#include "stats/pivot.h"
#include "stats/scene.h"

namespace stats {

/// What a map shows and how.
struct MapChoice {
  ClassChoice classes;
  MapPicks picks;                   ///< As pickers_of_map takes them.
  Ink ramp = Ink::sequential_enim;  ///< Its first colour.
  base::Language language = base::Language::id;
  float width = 1000, height = 560;  ///< Of the drawing; below map_wide_min the legend is under
                                     ///< the map, and the drawing as high as that needs.
  std::string address = {};          ///< Of the view, for the citation; may be empty.
};
inline constexpr float map_wide_min = 640;

/// What can be coloured besides what is, where the grid has several figures for each area. Empty
/// where it has one, or where the areas are neither in rows nor columns.
std::vector<MapPicker> pickers_of_map(const PivotGrid& grid, const MapPicks& picks,
                                      base::Language language);

/// The map, its legend, and a list of the figures; marks and list in the order of the grid. Areas
/// of the outlines without a figure are hatched, those that the reader has not picked stay empty.
/// `refusal` says why there is none: the areas are
/// neither in rows nor columns, no figure, own limits that do not rise.
Scene map_from_grid(const PivotGrid& grid, const Outlines& outlines, const MapChoice& choice,
                    const TextMeasure& measure);

}  // namespace stats
