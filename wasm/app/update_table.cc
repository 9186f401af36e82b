// The table shown: its view, and every step that changes it.
#include <algorithm>
#include <utility>

#include "app/arranging.h"
#include "app/choosing.h"
#include "app/refusal.h"
#include "app/update_parts.h"
#include "base/number.h"

namespace app {
namespace {

using base::Word;

constexpr std::size_t history_steps_max = 200;

TableScreen& table_screen(State& state) { return std::get<TableScreen>(state.screen); }

History& history_of(State& state) { return state.histories[table_screen(state).code]; }

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += separator;
    text += part;
  }
  return text;
}

std::string count_text(const State& state, std::size_t count) {
  return base::text_from_count(count, state.language);
}

/// The dimension of the table shown; null where there is none of this code.
const stats::Dimension* find_dimension(const State& state, const std::string& code) {
  if (!state.grid) return nullptr;
  const auto index = state.grid->table().find(code);
  return index ? &state.grid->table().dimensions[*index] : nullptr;
}

std::string label_of(const State& state, const std::string& dimension) {
  const stats::Dimension* found = find_dimension(state, dimension);
  return found ? found->label.in(state.language) : dimension;
}

// --- Grids ---

/// Codes of the corners of a selection: it stays only where these are still the same.
std::vector<std::vector<std::string>> corners_of(const stats::PivotGrid& grid,
                                                 const CellSelection& selection) {
  const stats::CellRange range = selection.range();
  if (range.row_end > grid.rows_count() || range.column_end > grid.columns_count()) return {};
  return {grid.row_codes(range.row_begin), grid.row_codes(range.row_end - 1),
          grid.column_codes(range.column_begin), grid.column_codes(range.column_end - 1)};
}

void keep_selection_where_same(State& state, const stats::PivotGrid* before) {
  Ui& ui = state.ui;
  ui.is_selecting = false;
  ui.is_cell_panel_open = false;
  if (!ui.selection) return;
  const bool is_same = before && !corners_of(*before, *ui.selection).empty() &&
                       corners_of(*before, *ui.selection) == corners_of(*state.grid, *ui.selection);
  if (!is_same) ui.selection.reset();
}

/// Makes the grid of a settled view and keeps the view in the screen, unless it is the default.
void show_view(State& state, const std::shared_ptr<const stats::Table>& table,
               const stats::View& view) {
  const std::shared_ptr<const stats::PivotGrid> before = state.grid;
  state.grid = std::make_shared<const stats::PivotGrid>(stats::grid_from_table(table, view));
  ++state.grids_count;
  keep_selection_where_same(state, before.get());
  std::optional<stats::View>& held = table_screen(state).view;
  if (view == settled_default(*table)) {
    held.reset();
  } else {
    held = view;
  }
}

/// Codes of the wish that the table does not have, or no longer shows where they are sorted by.
std::vector<std::string> dropped_codes(const stats::Table& table, const stats::View& wished) {
  const stats::FittedView fitted = stats::fitted_view(table, wished);
  std::vector<std::string> dropped = fitted.dropped;
  const std::vector<stats::Sort>& kept = fitted.view.pivot.sorts;
  for (const stats::Sort& sort : wished.pivot.sorts) {
    if (std::find(kept.begin(), kept.end(), sort) != kept.end()) continue;
    for (const std::string& code : sort.line) {
      const bool is_told = std::find(dropped.begin(), dropped.end(), code) != dropped.end();
      if (!is_told) dropped.push_back(code);
    }
  }
  return dropped;
}

void push_step(std::vector<stats::View>& steps, const stats::View& view) {
  steps.push_back(view);
  if (steps.size() > history_steps_max) steps.erase(steps.begin());
}

/// The browser's own buttons go through the same views as ours: a step that leads to the view
/// before is an undo, however it was made.
void note_step(History& history, const stats::View& before, const stats::View& after) {
  if (before == after) return;
  if (!history.past.empty() && history.past.back() == after) {
    history.past.pop_back();
    push_step(history.future, before);
  } else if (!history.future.empty() && history.future.back() == after) {
    history.future.pop_back();
    push_step(history.past, before);
  } else {
    push_step(history.past, before);
    history.future.clear();
  }
}

/// The total's parts are what a reader looks for first, so it begins opened.
void open_totals(State& state, const stats::Table& table) {
  for (const stats::Dimension& dimension : table.dimensions) {
    const auto total = dimension.total();
    if (!total) continue;
    state.ui.open_parents.insert(dimension.code + "/" + dimension.categories[*total].code);
  }
}

}  // namespace

stats::View shown_view(const State& state) { return state.grid->view(); }

Effects show_table(State& state) {
  const std::shared_ptr<const stats::Table> table = shown_table(state);
  const std::optional<stats::View> wished = table_screen(state).view;
  const bool is_shown_already = state.grid && state.grid->table_pointer() == table;
  const std::optional<stats::View> before =
      is_shown_already ? std::optional(shown_view(state)) : std::nullopt;
  if (!is_shown_already) open_totals(state, *table);

  const std::vector<std::string> dropped =
      wished ? dropped_codes(*table, *wished) : std::vector<std::string>();
  show_view(state, table, wished ? settled_view(*table, *wished) : settled_default(*table));
  if (before) note_step(history_of(state), *before, shown_view(state));
  if (!dropped.empty()) {
    say(state, Notice::Kind::warning, words(state, Word::did_drop, {joined(dropped, ", ")}));
  }
  Effects effects{address_of(state, false)};
  const std::vector<std::string> recent = state.preferences.recent;
  put_first(state.preferences.recent, table_screen(state).code, recent_tables_max);
  if (state.preferences.recent != recent) effects.push_back(stored_preferences(state));
  return effects;
}

Effects change_view(State& state, const stats::View& view,
                    const std::function<std::string()>& said) {
  if (!state.grid) return {};
  const stats::View before = shown_view(state);
  const stats::View after = settled_view(state.grid->table(), view);
  if (after == before) return {};
  show_view(state, state.grid->table_pointer(), after);
  History& history = history_of(state);
  push_step(history.past, before);
  history.future.clear();
  say(state, Notice::Kind::said, said(), true);
  return {address_of(state, true)};
}

// --- Choosing ---

namespace {

Effects refuse_emptying(State& state) {
  say(state, Notice::Kind::warning, words(state, Word::one_must_stay));
  return {};
}

/// Shows just these categories, and says how many they are.
Effects pick(State& state, const stats::Dimension& dimension,
             const std::vector<std::uint32_t>& categories) {
  if (categories.empty()) return refuse_emptying(state);
  const stats::View view = with_picked(dimension, shown_view(state), categories);
  return change_view(state, view, [&] {
    return words(state, Word::did_filter,
                 {dimension.label.in(state.language),
                  count_text(state, shown_categories(dimension, shown_view(state)).size()),
                  count_text(state, dimension.categories.size())});
  });
}

bool is_fixed(const State& state, const stats::Dimension& dimension) {
  return zone_of(shown_view(state).pivot, dimension.code) == Zone::fixed;
}

/// Of a fixed dimension one category is shown: another one takes its place.
Effects pick_only(State& state, const stats::Dimension& dimension, std::uint32_t category) {
  const stats::View view = with_picked(dimension, shown_view(state), {category});
  return change_view(state, view, [&] {
    return dimension.label.in(state.language) + ": " +
           dimension.categories[category].label.in(state.language) + ".";
  });
}

}  // namespace

Effects handle(State& state, const ToggleCategory& wish) {
  const stats::Dimension* dimension = find_dimension(state, wish.dimension);
  const auto category = dimension ? dimension->find(wish.category) : std::nullopt;
  if (!category) return {};
  if (is_fixed(state, *dimension)) return pick_only(state, *dimension, *category);
  const std::vector<std::uint32_t> picked = shown_categories(*dimension, shown_view(state));
  const std::vector<std::uint32_t> family = family_of(*dimension, *category);
  const bool are_all_picked = picked_with(picked, family).size() == picked.size();
  return pick(state, *dimension,
              are_all_picked ? picked_without(picked, family) : picked_with(picked, family));
}

Effects handle(State& state, const SelectOnly& wish) {
  const stats::Dimension* dimension = find_dimension(state, wish.dimension);
  const auto category = dimension ? dimension->find(wish.category) : std::nullopt;
  return category ? pick_only(state, *dimension, *category) : Effects{};
}

Effects handle(State& state, const SelectMany& wish) {
  const stats::Dimension* dimension = find_dimension(state, wish.dimension);
  if (!dimension || is_fixed(state, *dimension)) return {};
  const auto search = state.ui.list_search.find(wish.dimension);
  std::vector<std::uint32_t> listed;
  for (const FoundCategory& found :
       categories_found(*dimension, search == state.ui.list_search.end() ? "" : search->second,
                        state.language)) {
    listed.push_back(found.category);
  }
  if (listed.empty()) return {};
  const std::vector<std::uint32_t> picked = shown_categories(*dimension, shown_view(state));
  const std::vector<std::uint32_t> others = picked_without(picked, listed);
  switch (wish.what) {
    case SelectMany::What::all:
      return pick(state, *dimension, picked_with(picked, listed));
    case SelectMany::What::none:
      return pick(state, *dimension,
                  others.empty() ? std::vector<std::uint32_t>{listed.front()} : others);
    case SelectMany::What::invert:
      return pick(state, *dimension, picked_with(others, picked_without(listed, picked)));
  }
  return {};
}

Effects handle(State& state, const SelectRange& wish) {
  const stats::Dimension* dimension = find_dimension(state, wish.dimension);
  const auto from = dimension ? dimension->find(wish.from) : std::nullopt;
  const auto to = dimension ? dimension->find(wish.to) : std::nullopt;
  if (!from || !to) return {};
  if (is_fixed(state, *dimension)) return pick_only(state, *dimension, *to);
  std::vector<std::uint32_t> categories;
  for (std::uint32_t i = std::min(*from, *to); i <= std::max(*from, *to); ++i) {
    categories.push_back(i);
  }
  return pick(state, *dimension, categories);
}

Effects handle(State& state, const SelectNewest& wish) {
  const stats::Dimension* dimension = find_dimension(state, wish.dimension);
  if (!dimension || wish.count < 1) return {};
  const auto count = static_cast<std::uint32_t>(dimension->categories.size());
  if (is_fixed(state, *dimension)) return pick_only(state, *dimension, count - 1);
  std::vector<std::uint32_t> categories;
  for (std::uint32_t i = count - std::min(count, static_cast<std::uint32_t>(wish.count)); i < count;
       ++i) {
    categories.push_back(i);
  }
  return pick(state, *dimension, categories);
}

Effects handle(State& state, const TypeListSearch& wish) {
  state.ui.list_search[wish.dimension] = wish.text;
  return {};
}

// --- Arranging ---

namespace {

std::string move_text(const State& state, const MoveDimension& wish, Zone zone_before) {
  const std::string label = label_of(state, wish.dimension);
  if (wish.zone == zone_before) {
    const stats::PivotSpec& pivot = state.grid->view().pivot;
    const auto& codes = wish.zone == Zone::stub ? pivot.stub : pivot.heading;
    const auto place = std::find(codes.begin(), codes.end(), wish.dimension) - codes.begin();
    return words(state, Word::did_move_order, {label, std::to_string(place + 1)});
  }
  switch (wish.zone) {
    case Zone::stub:
      return words(state, Word::did_move_rows, {label});
    case Zone::heading:
      return words(state, Word::did_move_columns, {label});
    case Zone::fixed:
      return words(state, Word::did_move_fixed, {label});
  }
  return label;
}

/// "2025, Jumlah" for a column or row; the dimension's label where labels are sorted.
std::string sort_name(const State& state, const stats::Sort& sort) {
  const stats::Table& table = state.grid->table();
  const bool sorts_rows = sort.axis == stats::Sort::Axis::rows;
  const stats::PivotSpec& pivot = state.grid->view().pivot;
  const std::vector<std::string>& own = sorts_rows ? pivot.stub : pivot.heading;
  const std::vector<std::string>& across = sorts_rows ? pivot.heading : pivot.stub;
  if (sort.line.empty()) return own.empty() ? "" : label_of(state, own.back());
  std::vector<std::string> labels;
  for (std::size_t i = 0; i < sort.line.size() && i < across.size(); ++i) {
    const auto dimension = table.find(across[i]);
    if (!dimension) continue;
    const auto category = table.dimensions[*dimension].find(sort.line[i]);
    if (!category) continue;
    labels.push_back(table.dimensions[*dimension].categories[*category].label.in(state.language));
  }
  return joined(labels, ", ");
}

Effects sort_by(State& state, const stats::Sort& sort) {
  return change_view(state, with_sort(shown_view(state), sort), [&] {
    const bool is_descending = sort.direction == stats::Direction::descending;
    return words(state, is_descending ? Word::did_sort_descending : Word::did_sort_ascending,
                 {sort_name(state, sort)});
  });
}

Effects own_order(State& state, const stats::View& view) {
  return change_view(state, view, [&] { return words(state, Word::did_sort_none); });
}

}  // namespace

Effects handle(State& state, const MoveDimension& wish) {
  if (!find_dimension(state, wish.dimension)) return {};
  const stats::View before = shown_view(state);
  const Zone zone_before = zone_of(before.pivot, wish.dimension);
  return change_view(state,
                     with_moved(state.grid->table(), before, wish.dimension, wish.zone, wish.place),
                     [&] { return move_text(state, wish, zone_before); });
}

Effects handle(State& state, const SwapStubAndHeading&) {
  if (!state.grid) return {};
  return change_view(state, with_axes_swapped(shown_view(state)),
                     [&] { return words(state, Word::did_swap); });
}

Effects handle(State& state, const CycleSort& wish) {
  if (!state.grid || wish.column_codes.empty()) return {};
  const stats::View view = shown_view(state);
  stats::Sort sort{stats::Sort::Axis::rows, wish.column_codes, stats::Direction::descending};
  for (const stats::Sort& held : view.pivot.sorts) {
    if (held.axis != sort.axis || held.line != sort.line) continue;
    if (held.direction == stats::Direction::ascending) {
      return own_order(state, without_sort(view, sort.axis));
    }
    sort.direction = stats::Direction::ascending;
  }
  return sort_by(state, sort);
}

Effects handle(State& state, const SortBy& wish) {
  return state.grid ? sort_by(state, wish.sort) : Effects{};
}

Effects handle(State& state, const SortByLabel& wish) {
  if (!state.grid) return {};
  return sort_by(state, {stats::Sort::Axis::rows, {}, wish.direction});
}

Effects handle(State& state, const ClearSort&) {
  if (!state.grid) return {};
  stats::View view = shown_view(state);
  view.pivot.sorts.clear();
  return own_order(state, view);
}

// --- Calculating ---

namespace {

Word calculation_word(stats::Calculation calculation) {
  switch (calculation) {
    case stats::Calculation::none:
      return Word::calc_none;
    case stats::Calculation::share_of_column:
      return Word::calc_share_column;
    case stats::Calculation::share_of_row:
      return Word::calc_share_row;
    case stats::Calculation::change:
      return Word::calc_change;
    case stats::Calculation::change_percent:
      return Word::calc_change_percent;
    case stats::Calculation::rank:
      return Word::calc_rank;
  }
  return Word::calc_none;
}

bool is_share(stats::Calculation calculation) {
  return calculation == stats::Calculation::share_of_column ||
         calculation == stats::Calculation::share_of_row;
}

bool are_measures_additive(const State& state) {
  const stats::Dimension& measure = state.grid->table().measure();
  const std::vector<std::uint32_t> shown = shown_categories(measure, shown_view(state));
  return std::all_of(shown.begin(), shown.end(), [&](std::uint32_t category) {
    return stats::is_additive(measure.categories[category].additivity);
  });
}

Effects refuse(State& state, stats::TotalRefusal refusal) {
  say(state, Notice::Kind::warning, refusal_text(refusal, state.language));
  return {};
}

Effects toggle_total(State& state, bool stats::PivotSpec::*total, stats::TotalRefusal refusal) {
  stats::View view = shown_view(state);
  const bool is_on = !(view.pivot.*total);
  if (is_on && refusal != stats::TotalRefusal::none) return refuse(state, refusal);
  view.pivot.*total = is_on;
  return change_view(
      state, view, [&] { return words(state, is_on ? Word::did_total_on : Word::did_total_off); });
}

}  // namespace

Effects handle(State& state, const SetCalculation& wish) {
  if (!state.grid) return {};
  if (is_share(wish.calculation) && !are_measures_additive(state)) {
    return refuse(state, stats::TotalRefusal::rate);
  }
  stats::View view = shown_view(state);
  view.pivot.calculation = wish.calculation;
  return change_view(state, view, [&] {
    return words(state, Word::did_calculate, {words(state, calculation_word(wish.calculation))});
  });
}

Effects handle(State& state, const ToggleRowTotal&) {
  if (!state.grid) return {};
  return toggle_total(state, &stats::PivotSpec::row_total, state.grid->row_total_refusal());
}

Effects handle(State& state, const ToggleColumnTotal&) {
  if (!state.grid) return {};
  return toggle_total(state, &stats::PivotSpec::column_total, state.grid->column_total_refusal());
}

Effects handle(State& state, const ToggleHideEmpty&) {
  if (!state.grid) return {};
  stats::View view = shown_view(state);
  view.pivot.hide_empty = !view.pivot.hide_empty;
  return change_view(state, view, [&] {
    if (!view.pivot.hide_empty) return words(state, Word::did_show_empty);
    return words(state, Word::did_hide_empty,
                 {count_text(state, state.grid->rows_count()),
                  count_text(state, state.grid->columns_count())});
  });
}

// --- Back and forth ---

Effects handle(State& state, const ResetView&) {
  if (!state.grid) return {};
  return change_view(state, settled_default(state.grid->table()),
                     [&] { return words(state, Word::did_reset); });
}

namespace {

/// Takes the last view of `from`, and leaves the one shown in `to`.
Effects step(State& state, std::vector<stats::View>& from, std::vector<stats::View>& to,
             Word said) {
  if (from.empty()) return {};
  const stats::View view = std::move(from.back());
  from.pop_back();
  push_step(to, shown_view(state));
  show_view(state, state.grid->table_pointer(), view);
  say(state, Notice::Kind::said, words(state, said));
  return {address_of(state, true)};
}

}  // namespace

Effects handle(State& state, const Undo&) {
  if (!state.grid) return {};
  History& history = history_of(state);
  return step(state, history.past, history.future, Word::did_undo);
}

Effects handle(State& state, const Redo&) {
  if (!state.grid) return {};
  History& history = history_of(state);
  return step(state, history.future, history.past, Word::did_redo);
}

// --- The panel, and where in the table ---

Effects handle(State& state, const OpenTab& wish) {
  auto* screen = std::get_if<TableScreen>(&state.screen);
  if (!screen || screen->tab == wish.tab) return {};
  screen->tab = wish.tab;
  state.ui.popup.reset();
  return {address_of(state, true)};
}

Effects handle(State& state, const ToggleDimensionFolded& wish) {
  toggle(state.ui.folded_dimensions, wish.dimension);
  return {};
}

Effects handle(State& state, const ToggleParentOpen& wish) {
  toggle(state.ui.open_parents, wish.dimension + "/" + wish.category);
  return {};
}

Effects handle(State& state, const ShowVariablesTab& wish) {
  state.ui.variables_tab = wish.dimension;
  return {};
}

Effects handle(State& state, const TogglePanelFolded&) {
  state.preferences.is_panel_folded = !state.preferences.is_panel_folded;
  return {stored_preferences(state)};
}

}  // namespace app
