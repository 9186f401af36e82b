// Sums over a rectangle of a grid: what the status bar says of a selection.
#pragma once

#include <cstddef>

#include "stats/pivot.h"

namespace stats {

/// Rows [row_begin, row_end) and columns [column_begin, column_end) of a grid.
struct CellRange {
  std::size_t row_begin = 0, row_end = 0;
  std::size_t column_begin = 0, column_end = 0;

  std::size_t cells_count() const { return (row_end - row_begin) * (column_end - column_begin); }
  friend bool operator==(const CellRange&, const CellRange&) = default;
};

struct RangeSummary {
  std::size_t cells = 0;                          ///< All cells of the range.
  std::size_t figures = 0;                        ///< Those with a figure (nil counts as 0).
  double sum = 0, mean = 0, min = 0, max = 0;     ///< Of the figures; 0 where there are none.
  int decimals = 0;                               ///< The most of any measure in the range.
  TotalRefusal sum_refusal = TotalRefusal::none;  ///< Why `sum` must not be shown.
};
RangeSummary summary_from_range(const PivotGrid& grid, const CellRange& range);

/// Tab-separated text of the range with its headings and stub, figures as shown but ungrouped with
/// the decimal sign of the language, symbols as they stand: pastes into a spreadsheet.
std::string tsv_from_range(const PivotGrid& grid, const CellRange& range, base::Language language);

}  // namespace stats
