// The figures of a grid as a chart takes them: categories along one axis, and series over them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/language.h"
#include "stats/pivot.h"

namespace stats {

struct ChartValue {
  double figure = 0;
  bool has_figure = false;  ///< Nil has one, which is 0.
  CellStatus status = CellStatus::not_available;
  std::string text;  ///< As in the table, with its mark: "80.119*", "…".
};

struct ChartSeries {
  std::string name;
  std::uint32_t measure = 0;
  std::vector<ChartValue> values;  ///< One a category.
};

struct ChartData {
  base::Language language = base::Language::id;
  std::vector<std::string> categories;
  std::vector<ChartSeries> series;
  int decimals = 0;  ///< Of the figure that has most.
  std::string unit;
  bool has_one_unit = true;
  bool is_additive = false;          ///< Figures of one category may be added up.
  bool has_totals_left_out = false;  ///< Ancestors stand in the grid beside their parts.
};

/// `along`: the dimensions that make the categories; all others on the axes make the series. Names
/// leave out dimensions of which one category is shown. Totals are left out where their parts are
/// shown and the measure is additive, computed totals always.
ChartData data_from_grid(const PivotGrid& grid, const std::vector<std::uint32_t>& along,
                         base::Language language);

/// The dimensions on the axes of which more than one category is shown, stub first.
std::vector<std::uint32_t> spread_dimensions(const PivotGrid& grid);

/// The categories of a dimension that a chart of the grid shows, in the order of the grid: without
/// totals, as in data_from_grid.
std::vector<std::uint32_t> charted_categories(const PivotGrid& grid, std::uint32_t dimension);

/// Age groups: by the dimension's name, in either language.
bool is_age(const Dimension& dimension);

/// Categories have an order of their own, which sorting by size would break: time, ages, classes.
bool has_own_order(const Dimension& dimension);

/// True where a figure may still change: provisional, very provisional, estimated.
bool is_unsure(CellStatus status);

}  // namespace stats
