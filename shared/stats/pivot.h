// The arranged grid: one truth for the screen, the page, print and every file. It is windowed:
// making it costs what the axes cost (their dimensions, not their product), and a cell costs an
// index.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "stats/arrangement.h"
#include "stats/grid_figures.h"
#include "stats/note_index.h"
#include "stats/query.h"
#include "stats/table.h"

namespace stats {

/// A label of the stub or the heading, and the lines that it spans.
struct Label {
  std::uint32_t dimension = 0;
  std::uint32_t category = 0;
  std::size_t begin = 0;  ///< First line (row or column) of the span.
  std::size_t count = 1;  ///< Lines in the span.
  bool is_total = false;  ///< The computed total line: `dimension` and `category` say nothing.
};

/// What kind of line a row or column is.
enum class LineKind { plain, published_total, computed_total };

class PivotGrid;

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
  const View& view() const { return view_; }  ///< As fitted.

  std::size_t rows_count() const;     ///< With the computed total.
  std::size_t columns_count() const;  ///< With the computed total.
  const std::vector<AxisLevel>& stub() const { return arrangement_->rows.levels(); }
  const std::vector<AxisLevel>& heading() const { return arrangement_->columns.levels(); }
  const std::vector<Coordinate>& fixed() const { return arrangement_->fixed; }

  /// The label of `level` that covers the line. Spans join neighbours of the same outer labels; a
  /// sorted or thinned axis has spans of the lines as they now stand.
  Label row_label(std::size_t level, std::size_t row) const;
  Label column_label(std::size_t level, std::size_t column) const;

  LineKind row_kind(std::size_t row) const;
  LineKind column_kind(std::size_t column) const;

  GridCell at(std::size_t row, std::size_t column) const;
  /// Where the cell comes from: one category for each dimension of the table. Empty for computed
  /// totals.
  std::vector<std::uint32_t> coordinates(std::size_t row, std::size_t column) const;
  /// What a row and a column add to the index of their cells among `table().cells`: for loops over
  /// many published figures. Not for computed totals.
  std::size_t row_offset(std::size_t row) const;
  std::size_t column_offset(std::size_t column) const;
  /// The measure of a cell (index in the measure dimension).
  std::uint32_t measure_at(std::size_t row, std::size_t column) const;

  /// Notes on this cell: indices into table().notes. Notes on categories and the table are not
  /// among them.
  std::vector<std::uint32_t> cell_notes(std::size_t row, std::size_t column) const;
  /// Notes whose place is (at least in part) in the grid, in the order in which they are numbered ¹
  /// ² ³: mandatory notes of the table first, then those met first from the top left.
  const std::vector<std::uint32_t>& notes_in_use() const { return notes_.in_use(); }
  /// The number of a note (1…), 0 where it is not in use.
  int note_number(std::uint32_t note) const;
  /// Numbers of the notes tied to exactly this category.
  std::vector<int> category_note_numbers(std::uint32_t dimension, std::uint32_t category) const;

  /// Statuses that occur in the picked part, for the legend. Computed in one pass over the sparse
  /// statuses (and, where cells are absent without one, `not_available`).
  std::vector<CellStatus> statuses_in_use() const;

  TotalRefusal row_total_refusal() const { return row_total_refusal_; }
  TotalRefusal column_total_refusal() const { return column_total_refusal_; }

  /// Finds a row (column) by category codes, outermost first. An axis without dimensions has one
  /// line, which goes by the code of its measure. Computed totals have no codes.
  std::optional<std::size_t> find_row(const std::vector<std::string>& codes) const;
  std::optional<std::size_t> find_column(const std::vector<std::string>& codes) const;
  std::vector<std::string> row_codes(std::size_t row) const;
  std::vector<std::string> column_codes(std::size_t column) const;

 private:
  friend PivotGrid grid_from_table(std::shared_ptr<const Table>, const View&);
  PivotGrid() = default;

  bool is_computed_row(std::size_t row) const;
  bool is_computed_column(std::size_t column) const;
  std::vector<CellStatus> find_statuses() const;

  std::shared_ptr<const Table> table_;
  View view_;
  std::shared_ptr<const Arrangement> arrangement_;
  NoteIndex notes_;
  TotalRefusal row_total_refusal_ = TotalRefusal::none;
  TotalRefusal column_total_refusal_ = TotalRefusal::none;
  bool has_row_total_ = false;
  bool has_column_total_ = false;
  mutable GridFigures figures_;
  mutable std::optional<std::vector<CellStatus>> statuses_;  ///< Found when first asked for.
};

/// The title as shown: table title, fixed categories that matter (not totals, not a lone measure),
/// and the years: "Jumlah penduduk menurut kecamatan dan jenis kelamin, Laki-laki, 2023–2025".
std::string title_from_grid(const PivotGrid& grid, base::Language language);

/// The unit as shown: one unit, or several joined by "; " with the measure's name before each.
std::string unit_from_grid(const PivotGrid& grid, base::Language language);

}  // namespace stats
