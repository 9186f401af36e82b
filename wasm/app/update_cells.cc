// Cells: selecting, copying, saving, and what lies over the screen for it.
#include <algorithm>
#include <utility>

#include "app/save.h"
#include "app/update.h"
#include "app/update_parts.h"
#include "stats/cell_text.h"

namespace app {
namespace {

bool has_cells(const State& state) {
  return state.grid && state.grid->rows_count() > 0 && state.grid->columns_count() > 0;
}

std::size_t last_row(const State& state) { return state.grid->rows_count() - 1; }
std::size_t last_column(const State& state) { return state.grid->columns_count() - 1; }

/// Puts the active cell there, or at the edge beyond which it lies.
void activate(State& state, std::size_t row, std::size_t column, bool extend) {
  std::optional<CellSelection>& selection = state.ui.selection;
  row = std::min(row, last_row(state));
  column = std::min(column, last_column(state));
  state.ui.is_cell_panel_open = false;
  if (extend && selection) {
    selection->row = row;
    selection->column = column;
  } else {
    selection = CellSelection{row, column, row, column};
  }
}

std::size_t moved(std::size_t from, int by, std::size_t last) {
  if (by < 0) return from - std::min(from, static_cast<std::size_t>(-static_cast<long>(by)));
  return std::min(last, from + static_cast<std::size_t>(by));
}

bool is_one_cell_without_figure(const State& state) {
  const CellSelection& selection = *state.ui.selection;
  if (selection.range().cells_count() != 1) return false;
  const stats::Cell cell = state.grid->at(selection.row, selection.column).cell;
  return !cell.has_value && replaces_figure(cell.status);
}

}  // namespace

Effects handle(State& state, const SelectCell& wish) {
  if (!has_cells(state)) return {};
  activate(state, wish.row, wish.column, wish.extend);
  state.ui.is_selecting = true;
  return {};
}

Effects handle(State& state, const DragSelection& wish) {
  if (state.ui.is_selecting && has_cells(state)) activate(state, wish.row, wish.column, true);
  return {};
}

Effects handle(State& state, const EndSelection&) {
  if (!std::exchange(state.ui.is_selecting, false)) return {};
  if (state.ui.selection && has_cells(state) && is_one_cell_without_figure(state)) {
    state.ui.is_cell_panel_open = true;
  }
  return {};
}

Effects handle(State& state, const MoveActiveCell& wish) {
  if (!has_cells(state)) return {};
  if (!state.ui.selection) {
    activate(state, 0, 0, false);
    return {};
  }
  const CellSelection from = *state.ui.selection;
  activate(state, moved(from.row, wish.rows, last_row(state)),
           moved(from.column, wish.columns, last_column(state)), wish.extend);
  return {};
}

Effects handle(State& state, const JumpActiveCell& wish) {
  if (!has_cells(state)) return {};
  const CellSelection from = state.ui.selection.value_or(CellSelection{});
  std::size_t row = from.row, column = from.column;
  switch (wish.to) {
    case JumpActiveCell::To::row_begin:
      column = 0;
      break;
    case JumpActiveCell::To::row_end:
      column = last_column(state);
      break;
    case JumpActiveCell::To::column_begin:
      row = 0;
      break;
    case JumpActiveCell::To::column_end:
      row = last_row(state);
      break;
    case JumpActiveCell::To::page_up:
      row -= std::min(row, wish.page);
      break;
    case JumpActiveCell::To::page_down:
      row += wish.page;
      break;
    case JumpActiveCell::To::first:
      row = column = 0;
      break;
    case JumpActiveCell::To::last:
      row = last_row(state);
      column = last_column(state);
      break;
  }
  activate(state, row, column, wish.extend);
  return {};
}

Effects handle(State& state, const SelectAllCells&) {
  if (!has_cells(state)) return {};
  // The active end is the first cell, so that the grid does not scroll away to the last.
  state.ui.selection = CellSelection{last_row(state), last_column(state), 0, 0};
  state.ui.is_cell_panel_open = false;
  return {};
}

Effects handle(State& state, const ClearSelection&) {
  state.ui.selection.reset();
  state.ui.is_selecting = false;
  state.ui.is_cell_panel_open = false;
  return {};
}

Effects handle(State& state, const CopyCells&) {
  if (!state.ui.selection || !has_cells(state)) return {};
  const stats::CellRange range = state.ui.selection->range();
  return {CopyText{stats::tsv_from_range(*state.grid, range, state.language), range.cells_count(),
                   false}};
}

Effects handle(State& state, const OpenCellPanel&) {
  state.ui.is_cell_panel_open = state.ui.selection.has_value();
  return {};
}

Effects handle(State& state, const CloseCellPanel&) {
  state.ui.is_cell_panel_open = false;
  return {};
}

// --- What lies over the screen ---

Effects handle(State& state, const OpenPopup& wish) {
  state.ui.popup = Popup{wish.id};
  return {};
}

Effects handle(State& state, const ClosePopup&) {
  state.ui.popup.reset();
  return {};
}

Effects handle(State& state, const OpenDialog& wish) {
  state.ui.popup.reset();
  state.ui.dialog = wish.dialog;
  if (wish.dialog == Dialog::save) state.ui.save = state.preferences.save;
  return {};
}

Effects handle(State& state, const CloseDialog&) {
  state.ui.dialog = Dialog::none;
  return {};
}

Effects handle(State& state, const DismissNotice&) {
  state.notice.reset();
  return {};
}

// --- Links ---

Effects handle(State& state, const CopyLink&) {
  state.ui.popup.reset();
  return {CopyText{address_of(state, false).path_and_query, 0, true}};
}

}  // namespace app
