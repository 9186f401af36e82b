// What the status bar and the cell panel say of the selected cells.
#include <utility>

#include "app/address.h"
#include "app/refusal.h"
#include "app/view_model.h"
#include "base/number.h"
#include "base/words.h"
#include "stats/cell_text.h"

namespace app {
namespace {

using base::Word;

bool is_inside(const stats::CellRange& range, const stats::PivotGrid& grid) {
  return range.row_end <= grid.rows_count() && range.column_end <= grid.columns_count();
}

std::string cells_text(const State& state, const stats::RangeSummary& summary) {
  const auto count = [&](std::size_t number) {
    return base::text_from_count(number, state.language);
  };
  if (summary.figures < summary.cells) {
    return words(state, Word::cells_without_data,
                 {count(summary.cells), count(summary.cells - summary.figures)});
  }
  return words(state, Word::cells_selected, {count(summary.cells)});
}

/// The computed total has no label of its own in the table.
std::string line_label(const State& state, const stats::Label& label) {
  if (label.is_total) return words(state, Word::total_shown);
  return state.grid->table().dimensions[label.dimension].categories[label.category].label.in(
      state.language);
}

std::string dimension_label(const State& state, std::uint32_t dimension) {
  return state.grid->table().dimensions[dimension].label.in(state.language);
}

void add_coordinates(CellVm& vm, const State& state, std::size_t row, std::size_t column) {
  const stats::PivotGrid& grid = *state.grid;
  for (std::size_t level = 0; level < grid.stub().size(); ++level) {
    vm.coordinates.emplace_back(dimension_label(state, grid.stub()[level].dimension),
                                line_label(state, grid.row_label(level, row)));
  }
  for (std::size_t level = 0; level < grid.heading().size(); ++level) {
    vm.coordinates.emplace_back(dimension_label(state, grid.heading()[level].dimension),
                                line_label(state, grid.column_label(level, column)));
  }
  for (const stats::Coordinate& fixed : grid.fixed()) {
    vm.coordinates.emplace_back(
        dimension_label(state, fixed.dimension),
        grid.table().dimensions[fixed.dimension].categories[fixed.category].label.in(
            state.language));
  }
}

/// A calculation has a unit of its own, which all its cells share.
std::string unit_text(const stats::PivotGrid& grid, std::size_t row, std::size_t column,
                      base::Language language) {
  if (grid.view().pivot.calculation != stats::Calculation::none) {
    return stats::unit_from_grid(grid, language);
  }
  const stats::Dimension& measure = grid.table().measure();
  return measure.categories[grid.measure_at(row, column)].unit.in(language);
}

/// Of the cell itself, and of the categories in which it stands.
bool is_note_of(const stats::Note& note, const std::vector<std::uint32_t>& coordinates) {
  for (const stats::Coordinate& place : note.where) {
    if (coordinates.empty() || coordinates[place.dimension] != place.category) return false;
  }
  return !note.where.empty();
}

}  // namespace

SelectionVm selection_vm(const State& state) {
  SelectionVm vm;
  if (!state.grid || !state.ui.selection) return vm;
  const stats::CellRange range = state.ui.selection->range();
  if (!is_inside(range, *state.grid)) return vm;
  const stats::RangeSummary summary = stats::summary_from_range(*state.grid, range);
  vm.cells = cells_text(state, summary);
  vm.sum_refusal = refusal_text(summary.sum_refusal, state.language);
  if (summary.figures == 0) return vm;
  const auto figure = [&](double value, int decimals) {
    return base::text_from_number(value, decimals, state.language);
  };
  vm.figures = {
      {words(state, Word::sum), vm.sum_refusal.empty() ? figure(summary.sum, summary.decimals)
                                                       : words(state, Word::not_summed)},
      // A mean falls between the figures: one decimal more than they have.
      {words(state, Word::mean), figure(summary.mean, summary.decimals + 1)},
      {words(state, Word::minimum), figure(summary.min, summary.decimals)},
      {words(state, Word::maximum), figure(summary.max, summary.decimals)},
  };
  return vm;
}

namespace {

/// The request form, filled in with the table and the categories of a cell: their codes for the
/// register, and their names for who reads the form.
std::string request_address_of(const State& state, const stats::Table& table,
                               const std::vector<std::uint32_t>& coordinates, const CellVm& vm) {
  std::string text = table.title.in(state.language);
  for (const auto& [dimension, category] : vm.coordinates)
    text += (&dimension == &vm.coordinates.front().first ? ": " : ", ") + category;
  std::vector<std::pair<std::string, std::string>> fields = {
      {"text", text}, {"table", table.code}, {"area_level", table.area_level}};
  for (std::size_t i = 0; i < coordinates.size(); ++i) {
    const stats::Dimension& dimension = table.dimensions[i];
    const stats::Category& category = dimension.categories[coordinates[i]];
    fields.emplace_back("category", dimension.code + "=" + category.code);
    if (dimension.role == stats::Role::time)
      fields.emplace_back("period", category.label.in(state.language));
  }
  return request_address(state, fields);
}

}  // namespace

std::optional<CellVm> cell_vm(const State& state) {
  if (!state.grid || !state.ui.selection) return std::nullopt;
  const stats::PivotGrid& grid = *state.grid;
  const std::size_t row = state.ui.selection->row, column = state.ui.selection->column;
  if (row >= grid.rows_count() || column >= grid.columns_count()) return std::nullopt;

  const stats::GridCell cell = grid.at(row, column);
  const stats::CellText text = stats::text_from_cell(cell, state.language);
  CellVm vm;
  vm.figure = text.figure + text.mark;
  vm.meaning = stats::meaning_from_status(cell.cell.status, state.language);
  add_coordinates(vm, state, row, column);
  vm.unit = unit_text(grid, row, column, state.language);
  const std::vector<std::uint32_t> coordinates = grid.coordinates(row, column);
  for (const stats::Note& note : grid.table().notes) {
    if (is_note_of(note, coordinates)) vm.notes.push_back(note.text.in(state.language));
  }
  if (state.site.has_desk && !cell.cell.has_value &&
      cell.cell.status == stats::CellStatus::not_available && !coordinates.empty())
    vm.request_address = request_address_of(state, grid.table(), coordinates, vm);
  return vm;
}

}  // namespace app
