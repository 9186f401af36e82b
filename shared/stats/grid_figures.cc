#include "stats/grid_figures.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace stats {
namespace {

constexpr std::size_t sum_block_lines = 32;
// Remembered results are let go beyond this, so that walking through a large grid (to write a file)
// does not fill the memory.
constexpr std::size_t remembered_max = 256;
constexpr std::size_t remembered_ranks_max = 32;
constexpr int percent_decimals = 2;

GridCell without_figure(CellStatus status, int decimals) {
  return {{0, false, status}, decimals, true};
}

/// A computed figure keeps how sure its published figure is. Nil becomes a plain figure, because
/// its mark stands in place of a figure.
GridCell with_figure(const GridCell& published, double value, int decimals) {
  const CellStatus status =
      published.cell.status == CellStatus::nil ? CellStatus::final : published.cell.status;
  return {{value, true, status}, decimals, true};
}

/// For each period the one before it. Years and their quarters may stand in one dimension: the
/// period before has the same depth.
std::vector<std::int64_t> periods_before(const Dimension& time) {
  std::vector<std::int64_t> before(time.categories.size(), -1);
  std::vector<std::int64_t> last_at_depth;
  for (std::uint32_t i = 0; i < time.categories.size(); ++i) {
    const auto depth = static_cast<std::size_t>(time.depth_of(i));
    if (depth >= last_at_depth.size()) last_at_depth.resize(depth + 1, -1);
    before[i] = std::exchange(last_at_depth[depth], i);
  }
  return before;
}

/// The offsets of one level that make up the whole of which a share is taken; nothing where what is
/// shown mixes parts and totals without the total of everything.
std::optional<std::vector<std::size_t>> share_base_offsets(const Table& table, const Axis& summed,
                                                           std::size_t level,
                                                           std::size_t own_line) {
  const AxisLevel& shown = summed.levels()[level];
  const Dimension& dimension = table.dimensions[shown.dimension];
  const std::vector<std::size_t>& offsets = summed.offsets(level);
  // A share is taken within its own measure.
  if (dimension.role == Role::measure) return {{offsets[summed.position(level, own_line)]}};
  const std::optional<std::size_t> total = summed.total_position(level);
  if (total) return {{offsets[*total]}};
  if (has_parts_and_totals(dimension, shown.categories)) return std::nullopt;
  return offsets;
}

}  // namespace

GridFigures::GridFigures(std::shared_ptr<const Table> table,
                         std::shared_ptr<const Arrangement> arrangement, Calculation calculation)
    : table_(std::move(table)), arrangement_(std::move(arrangement)), calculation_(calculation) {
  const bool compares_periods =
      calculation == Calculation::change || calculation == Calculation::change_percent;
  const std::optional<std::uint32_t> time = table_->time_dimension();
  if (!compares_periods || !time) return;
  time_dimension_ = *time;
  time_stride_ = table_->strides()[*time];
  periods_before_ = periods_before(table_->dimensions[*time]);
}

GridCell GridFigures::cell(std::size_t own_row, std::size_t own_column) {
  const std::size_t index = arrangement_->cell_index(own_row, own_column);
  const std::uint32_t measure = arrangement_->measure_of(own_row, own_column);
  const GridCell published{table_->cells.at(index), table_->measure().categories[measure].decimals,
                           false};
  switch (calculation_) {
    case Calculation::none:
      break;
    case Calculation::share_of_column:
      return share(published, arrangement_->rows, own_row, own_column);
    case Calculation::share_of_row:
      return share(published, arrangement_->columns, own_row, own_column);
    case Calculation::change:
    case Calculation::change_percent:
      return change(published, index);
    case Calculation::rank:
      return rank(published, own_row, own_column);
  }
  return published;
}

// --- Calculations ---

GridCell GridFigures::share(GridCell cell, const Axis& summed, std::size_t own_row,
                            std::size_t own_column) {
  const std::uint32_t measure = arrangement_->measure_of(own_row, own_column);
  if (arrangement_->refusal_of_measure(*table_, summed, measure) != TotalRefusal::none) {
    return without_figure(CellStatus::not_displayable, percent_decimals);
  }
  if (!cell.cell.has_value) return without_figure(cell.cell.status, percent_decimals);
  const bool is_of_column = &summed == &arrangement_->rows;
  const std::size_t own_line = is_of_column ? own_row : own_column;
  const std::size_t own_across = is_of_column ? own_column : own_row;
  const std::optional<double> base = share_base(summed, own_line, own_across);
  if (!base || *base == 0) return without_figure(CellStatus::not_displayable, percent_decimals);
  return with_figure(cell, 100 * cell.cell.value / *base, percent_decimals);
}

/// Results within one line differ only by measure, and only where the measures are along that line.
std::size_t GridFigures::measure_key(const Axis& axis, std::size_t own_line,
                                     std::size_t own_across) const {
  const std::optional<std::size_t> level = axis.level_of(table_->measure_dimension());
  const std::size_t measure = level ? axis.position(*level, own_line) : 0;
  return own_across * table_->measure().categories.size() + measure;
}

std::optional<double> GridFigures::share_base(const Axis& summed, std::size_t own_line,
                                              std::size_t own_across) {
  const std::size_t key = measure_key(summed, own_line, own_across);
  if (const auto found = share_bases_.find(key); found != share_bases_.end()) return found->second;
  if (share_bases_.size() >= remembered_max) share_bases_.clear();

  std::vector<std::size_t> indices = {arrangement_->fixed_offset +
                                      arrangement_->other_than(summed).offset(own_across)};
  std::optional<double> base;
  for (std::size_t level = 0; level < summed.levels().size(); ++level) {
    const auto offsets = share_base_offsets(*table_, summed, level, own_line);
    if (!offsets) return share_bases_[key] = std::nullopt;
    std::vector<std::size_t> next;
    next.reserve(indices.size() * offsets->size());
    for (const std::size_t index : indices) {
      for (const std::size_t offset : *offsets)
        next.push_back(index + offset);
    }
    indices = std::move(next);
  }
  with_reader(table_->cells, [&](const auto& reader) {
    double sum = 0;
    bool has_figure = false;
    for (const std::size_t index : indices) {
      if (!reader.has_value(index)) continue;
      sum += reader.raw(index);
      has_figure = true;
    }
    if (has_figure) base = reader.figure(sum);
  });
  return share_bases_[key] = base;
}

GridCell GridFigures::change(GridCell cell, std::size_t index) const {
  const bool is_percent = calculation_ == Calculation::change_percent;
  const int decimals = is_percent ? percent_decimals : cell.decimals;
  if (time_stride_ == 0) return without_figure(CellStatus::not_displayable, decimals);
  const std::size_t period = index / time_stride_ % periods_before_.size();
  if (periods_before_[period] < 0) return without_figure(CellStatus::not_available, decimals);
  if (!cell.cell.has_value) return without_figure(cell.cell.status, decimals);
  const auto back =
      static_cast<std::size_t>(static_cast<std::int64_t>(period) - periods_before_[period]);
  const std::size_t index_before = index - static_cast<std::size_t>(back * time_stride_);
  const Cell before = table_->cells.at(index_before);
  if (!before.has_value) return without_figure(before.status, decimals);
  const double difference = with_reader(table_->cells, [&](const auto& reader) {
    return reader.figure(reader.raw(index) - reader.raw(index_before));
  });
  if (!is_percent) return with_figure(cell, difference, decimals);
  if (before.value == 0) return without_figure(CellStatus::not_displayable, decimals);
  return with_figure(cell, 100 * difference / std::fabs(before.value), decimals);
}

GridCell GridFigures::rank(GridCell cell, std::size_t own_row, std::size_t own_column) {
  if (arrangement_->rows.is_total(own_row)) return without_figure(CellStatus::not_displayable, 0);
  if (!cell.cell.has_value) return without_figure(cell.cell.status, 0);
  const std::vector<double>& ranked =
      ranked_figures(own_column, arrangement_->measure_of(own_row, own_column));
  // As many figures are higher as stand behind the last equal one.
  const auto higher = std::upper_bound(ranked.begin(), ranked.end(), cell.cell.value);
  return with_figure(cell, static_cast<double>(ranked.end() - higher) + 1, 0);
}

/// The figures of one measure in a column, rising, without those of published totals.
const std::vector<double>& GridFigures::ranked_figures(std::size_t own_column,
                                                       std::uint32_t measure) {
  const std::size_t key = own_column * table_->measure().categories.size() + measure;
  if (const auto found = ranked_figures_.find(key); found != ranked_figures_.end()) {
    return found->second;
  }
  if (ranked_figures_.size() >= remembered_ranks_max) ranked_figures_.clear();
  const Axis& rows = arrangement_->rows;
  const std::size_t base = arrangement_->fixed_offset + arrangement_->columns.offset(own_column);
  std::vector<double> figures;
  with_reader(table_->cells, [&](const auto& reader) {
    rows.each_line([&](std::size_t own_row, std::size_t offset) {
      if (!reader.has_value(base + offset) || rows.is_total(own_row)) return;
      if (arrangement_->measure_of(own_row, own_column) != measure) return;
      figures.push_back(reader.figure(reader.raw(base + offset)));
    });
  });
  std::sort(figures.begin(), figures.end());
  return ranked_figures_[key] = std::move(figures);
}

// --- Totals ---

GridFigures::RawSum GridFigures::line_sum(const Axis& summed, SumBlocks& blocks,
                                          std::size_t own_across) const {
  const std::size_t block = own_across / sum_block_lines;
  const std::size_t place = own_across % sum_block_lines;
  if (const auto found = blocks.find(block); found != blocks.end()) return found->second[place];
  if (blocks.size() >= remembered_max) blocks.clear();

  const Axis& across = arrangement_->other_than(summed);
  const std::size_t begin = block * sum_block_lines;
  std::vector<RawSum> sums(std::min(sum_block_lines, across.own_count() - begin));
  std::vector<std::size_t> bases;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    bases.push_back(arrangement_->fixed_offset + across.offset(begin + i));
  }
  with_reader(table_->cells, [&](const auto& reader) {
    summed.each_line([&](std::size_t, std::size_t offset) {
      for (std::size_t i = 0; i < sums.size(); ++i) {
        const std::size_t index = bases[i] + offset;
        if (!reader.has_value(index)) continue;
        sums[i].raw += reader.raw(index);
        sums[i].has_figure = true;
      }
    });
  });
  return (blocks[block] = std::move(sums))[place];
}

GridCell GridFigures::cell_from_sum(RawSum sum, std::uint32_t measure) const {
  const int decimals = table_->measure().categories[measure].decimals;
  if (!sum.has_figure) return without_figure(CellStatus::not_available, decimals);
  const double figure =
      with_reader(table_->cells, [&](const auto& reader) { return reader.figure(sum.raw); });
  return {{figure, true, CellStatus::final}, decimals, true};
}

GridCell GridFigures::column_sum(std::size_t own_column) {
  const std::uint32_t measure = arrangement_->measure_of(0, own_column);
  const Axis& summed = arrangement_->rows;
  if (arrangement_->refusal_of_measure(*table_, summed, measure) != TotalRefusal::none) {
    return without_figure(CellStatus::not_displayable,
                          table_->measure().categories[measure].decimals);
  }
  return cell_from_sum(line_sum(summed, column_sums_, own_column), measure);
}

GridCell GridFigures::row_sum(std::size_t own_row) {
  const std::uint32_t measure = arrangement_->measure_of(own_row, 0);
  const Axis& summed = arrangement_->columns;
  if (arrangement_->refusal_of_measure(*table_, summed, measure) != TotalRefusal::none) {
    return without_figure(CellStatus::not_displayable,
                          table_->measure().categories[measure].decimals);
  }
  return cell_from_sum(line_sum(summed, row_sums_, own_row), measure);
}

GridCell GridFigures::sum_of_all() {
  const Arrangement& cells = *arrangement_;
  const std::uint32_t measure = cells.measure_of(0, 0);
  const bool is_refused =
      cells.refusal_of_measure(*table_, cells.rows, measure) != TotalRefusal::none ||
      cells.refusal_of_measure(*table_, cells.columns, measure) != TotalRefusal::none;
  if (is_refused) {
    return without_figure(CellStatus::not_displayable,
                          table_->measure().categories[measure].decimals);
  }
  if (!sum_of_all_) {
    RawSum sum;
    // The shorter axis goes outside, so that blocks of neighbours do not push each other out.
    const bool sums_columns = cells.columns.own_count() <= cells.rows.own_count();
    const std::size_t count = sums_columns ? cells.columns.own_count() : cells.rows.own_count();
    for (std::size_t i = 0; i < count; ++i) {
      const RawSum line = sums_columns ? line_sum(cells.rows, column_sums_, i)
                                       : line_sum(cells.columns, row_sums_, i);
      sum.raw += line.raw;
      sum.has_figure = sum.has_figure || line.has_figure;
    }
    sum_of_all_ = sum;
  }
  return cell_from_sum(*sum_of_all_, measure);
}

}  // namespace stats
