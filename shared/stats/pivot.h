// The arranged grid: one truth for the screen, the page, print and every file. It is windowed: making
// it costs what the axes cost (their dimensions, not their product), and a cell costs an index.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "stats/query.h"
#include "stats/table.h"

namespace stats {

/// One level of an axis: a dimension and its picked categories in the order shown.
struct AxisLevel {
  std::uint32_t dimension = 0;
  std::vector<std::uint32_t> categories;
};

/// A label of the stub or the heading, and the lines that it spans.
struct Label {
  std::uint32_t dimension = 0;
  std::uint32_t category = 0;
  std::size_t begin = 0;    ///< First line (row or column) of the span.
  std::size_t count = 1;    ///< Lines in the span.
  bool is_total = false;    ///< The computed total line: `dimension` and `category` say nothing.
};

/// What kind of line a row or column is.
enum class LineKind { plain, published_total, computed_total };

/// Why a grid shows no computed totals or no sums.
enum class TotalRefusal {
  none,
  rate,               ///< Per cent, rates, averages, indices cannot be added.
  several_measures,   ///< Measures of different units stand side by side.
  parts_and_totals,   ///< What is shown holds totals and their own parts.
  stock_over_time,    ///< A stock may not be added over time.
  calculation,        ///< Shares, changes and ranks cannot be added.
};

class PivotGrid;

/// A cell as shown: figure, status, how many decimals, which notes.
struct GridCell {
  Cell cell;
  int decimals = 0;
  bool is_computed = false;  ///< Total, share, change or rank: not a published figure.
};

/// Arranges the picked cells as a grid. The last dimension of the stub varies fastest.
///
///   stub {region, sex}, heading {year}           2023   2024
///                                North  Male       10     11
///                                       Female     12     12
///
/// `table` must outlive the grid and stay unchanged. The view is fitted first (fitted_view).
PivotGrid grid_from_table(std::shared_ptr<const Table> table, const View& view);

class PivotGrid {
 public:
  const Table& table() const { return *table_; }
  const std::shared_ptr<const Table>& table_pointer() const { return table_; }
  const View& view() const { return view_; }   ///< As fitted.

  std::size_t rows_count() const;      ///< With the computed total.
  std::size_t columns_count() const;   ///< With the computed total.
  const std::vector<AxisLevel>& stub() const { return stub_; }
  const std::vector<AxisLevel>& heading() const { return heading_; }
  const std::vector<Coordinate>& fixed() const { return fixed_; }

  /// The label of `level` that covers the line. Spans join neighbours of the same outer labels; a
  /// sorted or thinned axis has spans of the lines as they now stand.
  Label row_label(std::size_t level, std::size_t row) const;
  Label column_label(std::size_t level, std::size_t column) const;

  LineKind row_kind(std::size_t row) const;
  LineKind column_kind(std::size_t column) const;

  GridCell at(std::size_t row, std::size_t column) const;
  /// Where the cell comes from: one category for each dimension of the table. Empty for computed totals.
  std::vector<std::uint32_t> coordinates(std::size_t row, std::size_t column) const;
  /// The measure of a cell (index in the measure dimension).
  std::uint32_t measure_at(std::size_t row, std::size_t column) const;

  /// Notes on this cell: indices into table().notes. Notes on categories and the table are not among them.
  std::vector<std::uint32_t> cell_notes(std::size_t row, std::size_t column) const;
  /// Notes whose place is (at least in part) in the grid, in the order in which they are numbered ¹ ² ³:
  /// mandatory notes of the table first, then those met first from the top left.
  const std::vector<std::uint32_t>& notes_in_use() const { return notes_in_use_; }
  /// The number of a note (1…), 0 where it is not in use.
  int note_number(std::uint32_t note) const;
  /// Numbers of the notes tied to exactly this category.
  std::vector<int> category_note_numbers(std::uint32_t dimension, std::uint32_t category) const;

  /// Statuses that occur in the picked part, for the legend. Computed in one pass over the sparse
  /// statuses (and, where cells are absent without one, `not_available`).
  std::vector<CellStatus> statuses_in_use() const;

  TotalRefusal row_total_refusal() const { return row_total_refusal_; }
  TotalRefusal column_total_refusal() const { return column_total_refusal_; }

  /// Finds a row (column) by category codes, outermost first.
  std::optional<std::size_t> find_row(const std::vector<std::string>& codes) const;
  std::optional<std::size_t> find_column(const std::vector<std::string>& codes) const;
  std::vector<std::string> row_codes(std::size_t row) const;
  std::vector<std::string> column_codes(std::size_t column) const;

 private:
  friend PivotGrid grid_from_table(std::shared_ptr<const Table>, const View&);
  PivotGrid() = default;

  // To be completed by pivot.cc's needs: strides, orders, caches.
  std::shared_ptr<const Table> table_;
  View view_;
  std::vector<AxisLevel> stub_;
  std::vector<AxisLevel> heading_;
  std::vector<Coordinate> fixed_;
  std::vector<std::uint32_t> notes_in_use_;
  TotalRefusal row_total_refusal_ = TotalRefusal::none;
  TotalRefusal column_total_refusal_ = TotalRefusal::none;
};

/// The title as shown: table title, fixed categories that matter (not totals, not a lone measure), and
/// the years: "Jumlah penduduk menurut kecamatan dan jenis kelamin, Laki-laki, 2023–2025".
std::string title_from_grid(const PivotGrid& grid, base::Language language);

/// The unit as shown: one unit, or several joined by "; " with the measure's name before each.
std::string unit_from_grid(const PivotGrid& grid, base::Language language);

}  // namespace stats
