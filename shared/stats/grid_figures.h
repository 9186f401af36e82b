// The figures of a grid: published ones, and what is computed from them (totals, shares, changes,
// ranks). Lines are own lines, so that order and hiding do not matter here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "stats/arrangement.h"
#include "stats/query.h"
#include "stats/table.h"

namespace stats {

/// A cell as shown: figure, status, how many decimals, which notes.
struct GridCell {
  Cell cell;
  int decimals = 0;
  bool is_computed = false;  ///< Total, share, change or rank: not a published figure.
};

/// Remembers what was computed for lines already looked at. Not to be shared between threads.
class GridFigures {
 public:
  GridFigures() = default;
  GridFigures(std::shared_ptr<const Table> table, std::shared_ptr<const Arrangement> arrangement,
              Calculation calculation);

  /// The published figure, or what the calculation makes of it.
  GridCell cell(std::size_t own_row, std::size_t own_column);

  /// The sum of a column over all rows, of a row over all columns, and of everything. Absent with
  /// `not_displayable` where the measure may not be added; absent where there is no figure.
  GridCell column_sum(std::size_t own_column);
  GridCell row_sum(std::size_t own_row);
  GridCell sum_of_all();

 private:
  /// Figures added up before they are divided by their scale, so that sums stay exact.
  struct RawSum {
    double raw = 0;
    bool has_figure = false;
  };
  /// Sums of lines, made in blocks of neighbours, because the cells of neighbours lie together.
  using SumBlocks = std::unordered_map<std::size_t, std::vector<RawSum>>;

  GridCell share(GridCell cell, const Axis& summed, std::size_t own_row, std::size_t own_column);
  GridCell change(GridCell cell, std::size_t index) const;
  GridCell rank(GridCell cell, std::size_t own_row, std::size_t own_column);
  std::optional<double> share_base(const Axis& summed, std::size_t own_line,
                                   std::size_t own_across);
  const std::vector<double>& ranked_figures(std::size_t own_column, std::uint32_t measure);
  RawSum line_sum(const Axis& summed, SumBlocks& blocks, std::size_t own_across) const;
  GridCell cell_from_sum(RawSum sum, std::uint32_t measure) const;
  std::size_t measure_key(const Axis& axis, std::size_t own_line, std::size_t own_across) const;

  std::shared_ptr<const Table> table_;
  std::shared_ptr<const Arrangement> arrangement_;
  Calculation calculation_ = Calculation::none;
  std::uint32_t time_dimension_ = 0;
  std::uint64_t time_stride_ = 0;             ///< 0: the table has no time.
  std::vector<std::int64_t> periods_before_;  ///< By period: the one before it, -1 for none.
  SumBlocks column_sums_;
  SumBlocks row_sums_;
  std::optional<RawSum> sum_of_all_;
  std::unordered_map<std::size_t, std::optional<double>> share_bases_;
  std::unordered_map<std::size_t, std::vector<double>> ranked_figures_;
};

}  // namespace stats
