#include "stats/pivot.h"

#include <algorithm>
#include <utility>

#include "base/must.h"
#include "base/words.h"
#include "stats/line_order.h"

namespace stats {
namespace {

// Up to this size the legend of computed figures is exact; beyond it lists what can occur.
constexpr std::size_t exact_legend_cells_max = 20'000;

/// The own line of these category codes, outermost first.
std::optional<std::size_t> own_line_from_codes(const Table& table, const Axis& axis,
                                               const std::vector<std::string>& codes) {
  if (axis.levels().empty()) {
    const bool is_measure = codes.size() == 1 && table.measure().find(codes.front());
    return is_measure ? std::optional<std::size_t>(0) : std::nullopt;
  }
  if (codes.size() != axis.levels().size()) return std::nullopt;
  std::size_t own = 0;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const auto category = table.dimensions[axis.levels()[i].dimension].find(codes[i]);
    const auto position = category ? axis.position_of(i, *category) : std::nullopt;
    if (!position) return std::nullopt;
    own += *position * axis.repeats(i);
  }
  return own;
}

std::vector<std::string> codes_from_own_line(const Table& table, const Arrangement& arrangement,
                                             const Axis& axis, std::size_t own) {
  if (axis.levels().empty()) {
    return {table.measure().categories[arrangement.measures().front()].code};
  }
  std::vector<std::string> codes;
  for (std::size_t i = 0; i < axis.levels().size(); ++i) {
    const Dimension& dimension = table.dimensions[axis.levels()[i].dimension];
    codes.push_back(dimension.categories[axis.category(i, own)].code);
  }
  return codes;
}

/// Hides and sorts the lines of one axis, as far as the view asks for it.
void order_axis(const Table& table, const PivotSpec& pivot, const Arrangement& arrangement,
                GridFigures& figures, Sort::Axis which, Axis& lines) {
  if (lines.shown_count() == 0) return;
  std::vector<char> is_shown;
  if (pivot.hide_empty) is_shown = lines_with_figures(table, arrangement, lines);
  const auto sort = std::find_if(pivot.sorts.begin(), pivot.sorts.end(),
                                 [&](const Sort& wished) { return wished.axis == which; });
  if (sort == pivot.sorts.end()) {
    if (pivot.hide_empty) lines.show(own_lines(is_shown));
    return;
  }
  std::optional<std::size_t> across;
  if (!sort->line.empty()) {
    across = own_line_from_codes(table, arrangement.other_than(lines), sort->line);
    MUST(across.has_value());
  }
  lines.show(sorted_lines(table, arrangement, figures, pivot.calculation, lines, sort->direction,
                          across, is_shown));
}

Label label_of_line(const Axis& axis, std::size_t level, std::size_t line) {
  if (line == axis.shown_count()) return {0, 0, line, 1, true};
  const Axis::Span span = axis.span(level, line);
  return {axis.levels()[level].dimension, axis.category(level, axis.own_from_shown(line)),
          span.begin, span.count, false};
}

}  // namespace

PivotGrid grid_from_table(std::shared_ptr<const Table> table, const View& view) {
  FittedView fitted = fitted_view(*table, view);
  auto arrangement = std::make_shared<Arrangement>(*table, fitted);
  PivotGrid grid;
  grid.table_ = std::move(table);
  grid.view_ = std::move(fitted.view);
  const Table& source = *grid.table_;
  const PivotSpec& pivot = grid.view_.pivot;
  grid.figures_ = GridFigures(grid.table_, arrangement, pivot.calculation);
  // Order and hiding ask for figures by own line, which neither of them changes.
  order_axis(source, pivot, *arrangement, grid.figures_, Sort::Axis::rows, arrangement->rows);
  order_axis(source, pivot, *arrangement, grid.figures_, Sort::Axis::columns, arrangement->columns);
  grid.arrangement_ = arrangement;
  grid.notes_ = NoteIndex(source, arrangement->rows, arrangement->columns, arrangement->fixed);

  const bool is_computed = pivot.calculation != Calculation::none;
  const bool has_cells =
      arrangement->rows.shown_count() > 0 && arrangement->columns.shown_count() > 0;
  const auto refusal_over = [&](const Axis& summed) {
    if (!has_cells) return TotalRefusal::none;
    if (is_computed) return TotalRefusal::calculation;
    const TotalRefusal refusal = arrangement->refusal_over(source, summed);
    const bool is_single = refusal == TotalRefusal::none && summed.levels().empty();
    return is_single ? TotalRefusal::single_line : refusal;
  };
  grid.row_total_refusal_ = refusal_over(arrangement->rows);
  grid.column_total_refusal_ = refusal_over(arrangement->columns);
  const auto has_total = [&](bool is_wished, TotalRefusal refusal) {
    return is_wished && has_cells && refusal == TotalRefusal::none;
  };
  grid.has_row_total_ = has_total(pivot.row_total, grid.row_total_refusal_);
  grid.has_column_total_ = has_total(pivot.column_total, grid.column_total_refusal_);
  return grid;
}

// --- Lines ---

std::size_t PivotGrid::rows_count() const {
  return arrangement_->rows.shown_count() + (has_row_total_ ? 1 : 0);
}

std::size_t PivotGrid::columns_count() const {
  return arrangement_->columns.shown_count() + (has_column_total_ ? 1 : 0);
}

bool PivotGrid::is_computed_row(std::size_t row) const {
  MUST(row < rows_count());
  return row == arrangement_->rows.shown_count();
}

bool PivotGrid::is_computed_column(std::size_t column) const {
  MUST(column < columns_count());
  return column == arrangement_->columns.shown_count();
}

Label PivotGrid::row_label(std::size_t level, std::size_t row) const {
  MUST(row < rows_count());
  return label_of_line(arrangement_->rows, level, row);
}

Label PivotGrid::column_label(std::size_t level, std::size_t column) const {
  MUST(column < columns_count());
  return label_of_line(arrangement_->columns, level, column);
}

LineKind PivotGrid::row_kind(std::size_t row) const {
  if (is_computed_row(row)) return LineKind::computed_total;
  const Axis& rows = arrangement_->rows;
  return rows.is_total(rows.own_from_shown(row)) ? LineKind::published_total : LineKind::plain;
}

LineKind PivotGrid::column_kind(std::size_t column) const {
  if (is_computed_column(column)) return LineKind::computed_total;
  const Axis& columns = arrangement_->columns;
  return columns.is_total(columns.own_from_shown(column)) ? LineKind::published_total
                                                          : LineKind::plain;
}

std::optional<std::size_t> PivotGrid::find_row(const std::vector<std::string>& codes) const {
  const auto own = own_line_from_codes(*table_, arrangement_->rows, codes);
  return own ? arrangement_->rows.shown_from_own(*own) : std::nullopt;
}

std::optional<std::size_t> PivotGrid::find_column(const std::vector<std::string>& codes) const {
  const auto own = own_line_from_codes(*table_, arrangement_->columns, codes);
  return own ? arrangement_->columns.shown_from_own(*own) : std::nullopt;
}

std::vector<std::string> PivotGrid::row_codes(std::size_t row) const {
  if (is_computed_row(row)) return {};
  const Axis& rows = arrangement_->rows;
  return codes_from_own_line(*table_, *arrangement_, rows, rows.own_from_shown(row));
}

std::vector<std::string> PivotGrid::column_codes(std::size_t column) const {
  if (is_computed_column(column)) return {};
  const Axis& columns = arrangement_->columns;
  return codes_from_own_line(*table_, *arrangement_, columns, columns.own_from_shown(column));
}

// --- Cells ---

GridCell PivotGrid::at(std::size_t row, std::size_t column) const {
  const bool is_row_total = is_computed_row(row);
  const bool is_column_total = is_computed_column(column);
  if (is_row_total && is_column_total) return figures_.sum_of_all();
  if (is_row_total) return figures_.column_sum(arrangement_->columns.own_from_shown(column));
  if (is_column_total) return figures_.row_sum(arrangement_->rows.own_from_shown(row));
  return figures_.cell(arrangement_->rows.own_from_shown(row),
                       arrangement_->columns.own_from_shown(column));
}

std::size_t PivotGrid::row_offset(std::size_t row) const {
  MUST(!is_computed_row(row));
  const Axis& rows = arrangement_->rows;
  return arrangement_->fixed_offset + rows.offset(rows.own_from_shown(row));
}

std::size_t PivotGrid::column_offset(std::size_t column) const {
  MUST(!is_computed_column(column));
  const Axis& columns = arrangement_->columns;
  return columns.offset(columns.own_from_shown(column));
}

std::vector<std::uint32_t> PivotGrid::coordinates(std::size_t row, std::size_t column) const {
  if (is_computed_row(row) || is_computed_column(column)) return {};
  std::vector<std::uint32_t> categories(table_->dimensions.size(), 0);
  for (const Coordinate& at : arrangement_->fixed)
    categories[at.dimension] = at.category;
  const auto place = [&](const Axis& axis, std::size_t line) {
    for (std::size_t i = 0; i < axis.levels().size(); ++i) {
      categories[axis.levels()[i].dimension] = axis.category(i, axis.own_from_shown(line));
    }
  };
  place(arrangement_->rows, row);
  place(arrangement_->columns, column);
  return categories;
}

std::uint32_t PivotGrid::measure_at(std::size_t row, std::size_t column) const {
  // A line of totals has the measure of what it adds up, which is one.
  const std::size_t own_row = is_computed_row(row) ? 0 : arrangement_->rows.own_from_shown(row);
  const std::size_t own_column =
      is_computed_column(column) ? 0 : arrangement_->columns.own_from_shown(column);
  return arrangement_->measure_of(own_row, own_column);
}

// --- Notes and statuses ---

std::vector<std::uint32_t> PivotGrid::cell_notes(std::size_t row, std::size_t column) const {
  if (is_computed_row(row) || is_computed_column(column)) return {};
  return notes_.cell_notes(*table_, row_offset(row) + column_offset(column));
}

int PivotGrid::note_number(std::uint32_t note) const { return notes_.number(note); }

std::vector<int> PivotGrid::category_note_numbers(std::uint32_t dimension,
                                                  std::uint32_t category) const {
  return notes_.category_numbers(dimension, category);
}

namespace {

constexpr unsigned bit_of(CellStatus status) { return 1u << static_cast<unsigned>(status); }

/// Tells which statuses occur in the picked part, in the cheapest of the ways that are exact.
class StatusSurvey {
 public:
  StatusSurvey(const Table& table, const Arrangement& arrangement)
      : table_(table), arrangement_(arrangement) {}

  unsigned published_mask() const {
    const Cells& cells = table_.cells;
    const unsigned everywhere = cells.statuses_mask();
    const std::size_t picked = arrangement_.rows.own_count() * arrangement_.columns.own_count();
    if (picked == cells.count() || picked == 0) return picked == 0 ? 0 : everywhere;
    unsigned mask = picked < cells.statuses().size() / 8 ? mask_of_picked() : mask_of_statuses();
    if (cells.has_unmarked_absent() && (mask & bit_of(CellStatus::not_available)) == 0 &&
        has_picked_unmarked_absent()) {
      mask |= bit_of(CellStatus::not_available);
    }
    return mask;
  }

 private:
  /// Calls work(cell index) for the picked cells until it returns false.
  template <class Work>
  void each_picked(Work work) const {
    bool goes_on = true;
    arrangement_.rows.each_line([&](std::size_t, std::size_t row_offset) {
      if (!goes_on) return;
      arrangement_.columns.each_line([&](std::size_t, std::size_t column_offset) {
        if (goes_on) goes_on = work(arrangement_.fixed_offset + row_offset + column_offset);
      });
    });
  }

  unsigned mask_of_picked() const {
    unsigned mask = 0;
    const unsigned plain = bit_of(CellStatus::final);
    each_picked([&](std::size_t index) {
      mask |= bit_of(table_.cells.status_at(index));
      return (mask | plain) != (table_.cells.statuses_mask() | plain);
    });
    return mask & ~plain;
  }

  unsigned mask_of_statuses() const {
    const std::vector<std::vector<char>> is_picked = picked_categories();
    const std::vector<std::uint64_t> strides = table_.strides();
    unsigned mask = 0;
    for (const StatusAt& status : table_.cells.statuses()) {
      if (mask & bit_of(status.status)) continue;
      bool is_inside = true;
      for (std::size_t i = 0; is_inside && i < is_picked.size(); ++i) {
        if (is_picked[i].empty()) continue;
        is_inside = is_picked[i][status.index / strides[i] % is_picked[i].size()];
      }
      if (is_inside) mask |= bit_of(status.status);
      if (mask == table_.cells.statuses_mask()) break;
    }
    return mask;
  }

  /// By dimension, by category; empty where all categories are picked.
  std::vector<std::vector<char>> picked_categories() const {
    std::vector<std::vector<char>> is_picked(table_.dimensions.size());
    const auto pick = [&](std::uint32_t dimension, const std::vector<std::uint32_t>& categories) {
      const std::size_t count = table_.dimensions[dimension].categories.size();
      if (categories.size() == count) return;
      is_picked[dimension].assign(count, 0);
      for (const std::uint32_t category : categories)
        is_picked[dimension][category] = 1;
    };
    for (const Coordinate& at : arrangement_.fixed)
      pick(at.dimension, {at.category});
    for (const Axis* axis : {&arrangement_.rows, &arrangement_.columns}) {
      for (const AxisLevel& level : axis->levels())
        pick(level.dimension, level.categories);
    }
    return is_picked;
  }

  bool has_picked_unmarked_absent() const {
    bool found = false;
    with_reader(table_.cells, [&](const auto& reader) {
      each_picked([&](std::size_t index) {
        found =
            !reader.has_value(index) && table_.cells.status_at(index) == CellStatus::not_available;
        return !found;
      });
    });
    return found;
  }

  const Table& table_;
  const Arrangement& arrangement_;
};

}  // namespace

std::vector<CellStatus> PivotGrid::find_statuses() const {
  unsigned mask = 0;
  const bool is_computed =
      view_.pivot.calculation != Calculation::none || has_row_total_ || has_column_total_;
  if (is_computed && rows_count() * columns_count() <= exact_legend_cells_max) {
    for (std::size_t row = 0; row < rows_count(); ++row) {
      for (std::size_t column = 0; column < columns_count(); ++column) {
        mask |= bit_of(at(row, column).cell.status);
      }
    }
  } else {
    mask = StatusSurvey(*table_, *arrangement_).published_mask();
    // What cannot be computed is marked so.
    if (is_computed)
      mask |= bit_of(CellStatus::not_available) | bit_of(CellStatus::not_displayable);
  }
  std::vector<CellStatus> statuses;
  for (int i = 1; i < cell_status_count; ++i) {
    if (mask & (1u << i)) statuses.push_back(static_cast<CellStatus>(i));
  }
  return statuses;
}

std::vector<CellStatus> PivotGrid::statuses_in_use() const {
  if (!statuses_) statuses_ = find_statuses();
  return *statuses_;
}

// --- Title and unit ---

namespace {

/// The picked categories of a dimension, rising.
std::vector<std::uint32_t> shown_categories(const PivotGrid& grid, std::uint32_t dimension) {
  std::vector<std::uint32_t> categories;
  for (const Coordinate& at : grid.fixed()) {
    if (at.dimension == dimension) categories = {at.category};
  }
  for (const std::vector<AxisLevel>* levels : {&grid.stub(), &grid.heading()}) {
    for (const AxisLevel& level : *levels) {
      if (level.dimension == dimension) categories = level.categories;
    }
  }
  std::sort(categories.begin(), categories.end());
  return categories;
}

/// "2010–2015, 2020": neighbouring periods as ranges. More than three pieces become "2010, …,
/// 2025", which does not claim that all between are shown.
std::string text_from_periods(const Dimension& time, const std::vector<std::uint32_t>& periods,
                              base::Language language) {
  const auto label_of = [&](std::uint32_t period) {
    return time.categories[period].label.in(language);
  };
  std::vector<std::string> pieces;
  for (std::size_t begin = 0; begin < periods.size();) {
    std::size_t last = begin;
    while (last + 1 < periods.size() && periods[last + 1] == periods[last] + 1)
      ++last;
    std::string piece = label_of(periods[begin]);
    if (last > begin) piece += "–" + label_of(periods[last]);
    pieces.push_back(std::move(piece));
    begin = last + 1;
  }
  if (pieces.size() > 3) return label_of(periods.front()) + ", …, " + label_of(periods.back());
  std::string text;
  for (const std::string& piece : pieces)
    text += (text.empty() ? "" : ", ") + piece;
  return text;
}

}  // namespace

std::string title_from_grid(const PivotGrid& grid, base::Language language) {
  const Table& table = grid.table();
  std::string title = table.title.in(language);
  for (const Coordinate& at : grid.fixed()) {
    const Dimension& dimension = table.dimensions[at.dimension];
    if (dimension.role == Role::time || dimension.categories.size() < 2) continue;
    if (dimension.total() == at.category) continue;
    title += ", " + dimension.categories[at.category].label.in(language);
  }
  if (const std::optional<std::uint32_t> time = table.time_dimension()) {
    const std::string periods =
        text_from_periods(table.dimensions[*time], shown_categories(grid, *time), language);
    if (!periods.empty()) title += ", " + periods;
  }
  return title;
}

std::string unit_from_grid(const PivotGrid& grid, base::Language language) {
  switch (grid.view().pivot.calculation) {
    case Calculation::share_of_column:
    case Calculation::share_of_row:
    case Calculation::change_percent:
      return std::string(text(base::Word::unit_per_cent, language));
    case Calculation::rank:
      return std::string(text(base::Word::unit_rank, language));
    case Calculation::none:
    case Calculation::change:
      break;
  }
  const Table& table = grid.table();
  std::vector<const Category*> measures;
  for (const std::uint32_t measure : shown_categories(grid, table.measure_dimension())) {
    measures.push_back(&table.measure().categories[measure]);
  }
  if (measures.empty()) return "";
  const bool is_one_unit =
      std::all_of(measures.begin(), measures.end(),
                  [&](const Category* measure) { return measure->unit == measures.front()->unit; });
  if (is_one_unit) return measures.front()->unit.in(language);
  std::string text;
  for (const Category* measure : measures) {
    if (measure->unit.empty()) continue;
    if (!text.empty()) text += "; ";
    text += measure->label.in(language) + " (" + measure->unit.in(language) + ")";
  }
  return text;
}

}  // namespace stats
