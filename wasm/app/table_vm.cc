// What the table screen shows: titles, handles, lists, notes, metadata.
#include <algorithm>
#include <utility>

#include "app/arranging.h"
#include "app/choosing.h"
#include "app/refusal.h"
#include "app/view_model.h"
#include "base/number.h"
#include "base/words.h"
#include "stats/cell_text.h"

namespace app {
namespace {

using base::Word;

constexpr std::size_t list_rows_max = 2000;

/// What all parts of the view model are made from.
struct Source {
  const State& state;
  const stats::PivotGrid& grid;
  const stats::Table& table;
  base::Language language;

  std::string word(Word word, const std::vector<std::string>& arguments = {}) const {
    return base::text(word, language, arguments);
  }
  std::string count(std::size_t number) const { return base::text_from_count(number, language); }
  std::string labelled(Word label, const std::string& value) const {
    return word(label) + ": " + value;
  }
};

// --- Title block ---

void add_title(TableVm& vm, const Source& from) {
  vm.title = stats::title_from_grid(from.grid, from.language);
  const std::string unit = stats::unit_from_grid(from.grid, from.language);
  if (!unit.empty()) vm.unit_line = from.labelled(Word::unit, unit);
  vm.code_line = from.word(Word::rows_of_table, {from.table.code});
  if (from.table.updated.is_set()) {
    vm.updated_line =
        from.word(Word::updated) + " " + base::text_from_date(from.table.updated, from.language);
  }
  if (from.table.next_update.is_set()) {
    vm.next_update_line = from.word(Word::next_update) + " " +
                          base::text_from_date(from.table.next_update, from.language);
  }
  vm.source_line = from.labelled(Word::source, from.table.source.in(from.language));
  const auto catalogue = loaded(from.state.catalogue);
  if (!catalogue) return;
  for (const stats::Subject* subject : catalogue->path_of(from.table.subject)) {
    vm.path.emplace_back(subject->code, subject->label.in(from.language));
  }
}

HandleVm handle_vm(const Source& from, std::uint32_t index, std::size_t count) {
  const stats::Dimension& dimension = from.table.dimensions[index];
  return {dimension.code, dimension.label.in(from.language), count};
}

void add_handles(TableVm& vm, const Source& from) {
  for (const stats::AxisLevel& level : from.grid.stub()) {
    vm.stub.push_back(handle_vm(from, level.dimension, level.categories.size()));
  }
  for (const stats::AxisLevel& level : from.grid.heading()) {
    vm.heading.push_back(handle_vm(from, level.dimension, level.categories.size()));
  }
  for (const stats::Coordinate& place : from.grid.fixed()) {
    const stats::Dimension& dimension = from.table.dimensions[place.dimension];
    if (dimension.categories.size() < 2) continue;  // The title and the unit say it already.
    vm.fixed.push_back(handle_vm(from, place.dimension, 1));
    vm.fixed_lines.push_back(dimension.label.in(from.language) + ": " +
                             dimension.categories[place.category].label.in(from.language));
  }
}

// --- Lists of the variable panel ---

using Ticked = CategoryRow::Ticked;

/// By category, how much of itself and what hangs below it is picked. The total speaks for itself.
std::vector<Ticked> ticks_of(const stats::Dimension& dimension,
                             const std::vector<bool>& is_picked) {
  const std::size_t count = dimension.categories.size();
  const auto total = dimension.total();
  std::vector<std::uint32_t> picked(count), all(count);
  for (std::size_t i = 0; i < count; ++i) {
    auto at = static_cast<int>(i);
    while (at >= 0) {
      const auto place = static_cast<std::size_t>(at);
      if (place == i || !total || place != *total) {
        ++all[place];
        picked[place] += is_picked[i];
      }
      at = dimension.categories[place].parent;
    }
  }
  std::vector<Ticked> ticks(count);
  for (std::size_t i = 0; i < count; ++i) {
    if (picked[i] == 0) continue;
    ticks[i] = picked[i] == all[i] ? Ticked::yes : Ticked::partly;
  }
  return ticks;
}

/// Categories as a tree is read: each parent before its parts. Only what is opened.
std::vector<std::uint32_t> opened_categories(const stats::Dimension& dimension,
                                             const std::set<std::string>& open_parents,
                                             std::size_t count_max) {
  std::vector<std::vector<std::uint32_t>> parts(dimension.categories.size());
  std::vector<std::uint32_t> ahead;  // To be read, the next one last.
  for (std::uint32_t i = 0; i < dimension.categories.size(); ++i) {
    const int parent = dimension.categories[i].parent;
    (parent < 0 ? ahead : parts[static_cast<std::size_t>(parent)]).push_back(i);
  }
  std::reverse(ahead.begin(), ahead.end());
  std::vector<std::uint32_t> opened;
  while (!ahead.empty() && opened.size() < count_max) {
    const std::uint32_t category = ahead.back();
    ahead.pop_back();
    opened.push_back(category);
    if (open_parents.contains(dimension.code + "/" + dimension.categories[category].code)) {
      ahead.insert(ahead.end(), parts[category].rbegin(), parts[category].rend());
    }
  }
  return opened;
}

std::vector<FoundCategory> listed_categories(const Source& from, const stats::Dimension& dimension,
                                             const std::string& search) {
  if (!search.empty() || !dimension.has_hierarchy()) {
    return categories_found(dimension, search, from.language);
  }
  std::vector<FoundCategory> listed;
  for (const std::uint32_t category :
       opened_categories(dimension, from.state.ui.open_parents, list_rows_max + 1)) {
    listed.push_back({category, {}});
  }
  return listed;
}

void add_rows(DimensionVm& vm, const Source& from, const stats::Dimension& dimension,
              const std::vector<std::uint32_t>& shown) {
  std::vector<FoundCategory> listed = listed_categories(from, dimension, vm.search);
  if (listed.empty()) vm.no_match = from.word(Word::no_label_match, {vm.search});
  vm.has_more = listed.size() > list_rows_max;
  if (vm.has_more) listed.resize(list_rows_max);

  const std::vector<Ticked> ticks = ticks_of(dimension, marks_of(dimension, shown));
  const std::vector<bool> is_parent = parents_of(dimension);
  const auto total = dimension.total();
  const bool is_tree = vm.search.empty() && vm.is_hierarchy;
  for (FoundCategory& found : listed) {
    const stats::Category& category = dimension.categories[found.category];
    CategoryRow row;
    row.code = category.code;
    row.label = category.label.in(from.language);
    row.marks = std::move(found.marks);
    row.depth = is_tree ? dimension.depth_of(found.category) : 0;
    row.has_children = is_tree && is_parent[found.category];
    row.is_open = row.has_children &&
                  from.state.ui.open_parents.contains(dimension.code + "/" + category.code);
    row.ticked = ticks[found.category];
    row.is_total = total == found.category;
    vm.rows.push_back(std::move(row));
  }
}

void add_periods(DimensionVm& vm, const Source& from, const stats::Dimension& dimension,
                 const std::vector<std::uint32_t>& shown) {
  const auto [first, last] = std::minmax_element(shown.begin(), shown.end());
  vm.time_from = *first;
  vm.time_to = *last;
  for (const stats::Category& category : dimension.categories) {
    vm.time_labels.push_back(category.label.in(from.language));
    vm.time_codes.push_back(category.code);
  }
}

DimensionVm dimension_vm(const Source& from, const stats::Dimension& dimension) {
  const Ui& ui = from.state.ui;
  const std::vector<std::uint32_t> shown = shown_categories(dimension, from.grid.view());
  DimensionVm vm;
  vm.code = dimension.code;
  vm.label = dimension.label.in(from.language);
  vm.count = from.word(Word::count_of,
                       {from.count(shown.size()), from.count(dimension.categories.size())});
  vm.is_time = dimension.role == stats::Role::time;
  vm.is_fixed = zone_of(from.grid.view().pivot, dimension.code) == Zone::fixed;
  vm.is_folded = ui.folded_dimensions.contains(dimension.code);
  vm.is_hierarchy = dimension.has_hierarchy();
  const auto search = ui.list_search.find(dimension.code);
  if (search != ui.list_search.end()) vm.search = search->second;
  add_rows(vm, from, dimension, shown);
  if (vm.is_time) add_periods(vm, from, dimension, shown);
  return vm;
}

// --- Below the grid ---

void add_legend(TableVm& vm, const Source& from) {
  const auto meaning = [&](stats::CellStatus status) {
    return std::pair(std::string(stats::mark_from_status(status)),
                     std::string(stats::meaning_from_status(status, from.language)));
  };
  for (const stats::CellStatus status : from.grid.statuses_in_use()) {
    if (status != stats::CellStatus::final) vm.legend.push_back(meaning(status));
  }
  for (int i = 1; i < stats::cell_status_count; ++i) {  // Without `final`, which has no mark.
    vm.all_symbols.push_back(meaning(static_cast<stats::CellStatus>(i)));
  }
}

void add_notes(TableVm& vm, const Source& from) {
  for (const std::uint32_t index : from.grid.notes_in_use()) {
    const stats::Note& note = from.table.notes[index];
    const int number = from.grid.note_number(index);
    vm.notes.push_back({number > 0 ? stats::superscript_from_number(number) : "",
                        note.text.in(from.language), note.is_mandatory});
  }
}

// --- Metadata ---

Word additivity_word(stats::Additivity additivity) {
  switch (additivity) {
    case stats::Additivity::stock:
      return Word::additivity_stock;
    case stats::Additivity::flow:
      return Word::additivity_flow;
    case stats::Additivity::rate:
      return Word::additivity_rate;
    case stats::Additivity::average:
      return Word::additivity_average;
    case stats::Additivity::index:
      return Word::additivity_index;
  }
  return Word::additivity_rate;
}

std::string level_text(const Source& from) {
  const std::string& level = from.table.area_level;
  if (level == "province") return from.word(Word::level_province);
  if (level == "regency") return from.word(Word::level_regency);
  if (level == "district") return from.word(Word::level_district);
  return level == "village" ? from.word(Word::level_village) : level;
}

std::string contact_text(const Source& from) {
  const stats::Contact& contact = from.table.contact;
  std::string text;
  for (const std::string* part : {&contact.name.in(from.language), &contact.mail, &contact.phone}) {
    if (part->empty()) continue;
    if (!text.empty()) text += ", ";
    text += *part;
  }
  return text;
}

std::string measure_text(const Source& from, const stats::Category& measure) {
  const std::string& unit = measure.unit.in(from.language);
  return (unit.empty() ? "" : unit + ", ") +
         from.word(Word::decimals_count, {std::to_string(measure.decimals)});
}

void add_metadata(TableVm& vm, const Source& from) {
  const stats::Table& table = from.table;
  const auto add = [&](std::string label, std::string value) {
    if (!value.empty()) vm.metadata.push_back({std::move(label), std::move(value)});
  };
  const auto date = [&](base::Date date) {
    return date.is_set() ? base::text_from_date(date, from.language) : std::string();
  };
  add(from.word(Word::table_code), table.code);
  add(from.word(Word::source), table.source.in(from.language));
  add(from.word(Word::publisher), table.publisher.in(from.language));
  add(from.word(Word::updated), date(table.updated));
  add(from.word(Word::next_update), date(table.next_update));
  add(from.word(Word::period), table.period(from.language));
  add(from.word(Word::area_level_word), level_text(from));
  add(from.word(Word::licence), table.licence);
  add(from.word(Word::contact), contact_text(from));
  for (const stats::Dimension& dimension : table.dimensions) {
    if (!vm.whole_size.empty()) vm.whole_size += " × ";
    vm.whole_size +=
        dimension.label.in(from.language) + " (" + from.count(dimension.categories.size()) + ")";
  }
  add(from.word(Word::dimensions), vm.whole_size);
  add(from.word(Word::cells), from.count(table.cells_count()));
  for (const stats::Category& measure : table.measure().categories) {
    const std::string& label = measure.label.in(from.language);
    add(label, measure_text(from, measure));
    add(label + ": " + from.word(Word::additivity), from.word(additivity_word(measure.additivity)));
  }
}

void add_history(TableVm& vm, const State& state) {
  const auto& screen = std::get<TableScreen>(state.screen);
  const auto history = state.histories.find(screen.code);
  if (history != state.histories.end()) {
    vm.can_undo = !history->second.past.empty();
    vm.can_redo = !history->second.future.empty();
  }
  const auto& favourites = state.preferences.favourites;
  vm.is_favourite =
      std::find(favourites.begin(), favourites.end(), screen.code) != favourites.end();
  vm.is_default_view = !screen.view.has_value();
}

}  // namespace

TableVm table_vm(const State& state) {
  const Source from{state, *state.grid, state.grid->table(), state.language};
  TableVm vm;
  add_title(vm, from);
  add_handles(vm, from);
  for (const stats::Dimension& dimension : from.table.dimensions) {
    if (dimension.categories.size() > 1) vm.dimensions.push_back(dimension_vm(from, dimension));
  }
  add_legend(vm, from);
  add_notes(vm, from);
  add_metadata(vm, from);
  add_history(vm, state);
  vm.size = from.word(Word::grid_size,
                      {from.count(from.grid.rows_count()), from.count(from.grid.columns_count())});
  vm.row_total_refusal = refusal_text(from.grid.row_total_refusal(), state.language);
  vm.column_total_refusal = refusal_text(from.grid.column_total_refusal(), state.language);
  vm.has_time = from.table.time_dimension().has_value();
  return vm;
}

}  // namespace app
