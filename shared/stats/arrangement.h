// How a grid lays the picked cells out: two axes, and the dimensions that stand at one category.
// Knows where a cell lies, which measure it has, and along which axis its measure may be added.
// Does not read figures.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "stats/axis.h"
#include "stats/query.h"
#include "stats/table.h"

namespace stats {

/// Why a grid shows no computed totals or no sums.
enum class TotalRefusal {
  none,
  rate,              ///< Per cent, rates, averages, indices cannot be added.
  several_measures,  ///< Measures of different units stand side by side.
  parts_and_totals,  ///< What is shown holds totals and their own parts.
  stock_over_time,   ///< A stock may not be added over time.
  calculation,       ///< Shares, changes and ranks cannot be added.
  single_line,       ///< The axis has no dimensions: its total would be its one line again.
};

struct Arrangement {
  Arrangement(const Table& table, const FittedView& fitted);

  Axis rows;
  Axis columns;
  std::vector<Coordinate> fixed;
  std::size_t fixed_offset = 0;                  ///< What `fixed` adds to the index of every cell.
  std::uint32_t fixed_measure = 0;               ///< Where no axis has the measures.
  std::optional<std::size_t> row_measure_level;  ///< The level of the rows that has the measures.
  std::optional<std::size_t> column_measure_level;

  const Axis& other_than(const Axis& axis) const { return &axis == &rows ? columns : rows; }
  std::size_t cell_index(std::size_t own_row, std::size_t own_column) const {
    return fixed_offset + rows.offset(own_row) + columns.offset(own_column);
  }
  /// Index in the measure dimension.
  std::uint32_t measure_of(std::size_t own_row, std::size_t own_column) const;
  /// The measures that occur, each once.
  std::vector<std::uint32_t> measures() const;

  /// Why the lines of `summed` may not be added up at all; `none` where at least one measure may.
  TotalRefusal refusal_over(const Table& table, const Axis& summed) const;
  /// Why figures of this measure may not be added up along `summed`.
  TotalRefusal refusal_of_measure(const Table& table, const Axis& summed,
                                  std::uint32_t measure) const;
};

/// True where some category stands in the list together with one of its ancestors.
bool has_parts_and_totals(const Dimension& dimension, const std::vector<std::uint32_t>& categories);

}  // namespace stats
