// Keeps view models until what they depend on changes.
#include <cstdint>
#include <string>

#include "app/address.h"
#include "app/view_model.h"

namespace app {

/// A text of all that a view model is made from: another text, another model. Parts end with a
/// character that stands in none of them.
struct ViewModels::Key {
  std::string text;

  Key& add(std::string_view part) {
    text += part;
    text += '\x1f';
    return *this;
  }
  Key& add_number(std::uint64_t number) { return add(std::to_string(number)); }
  /// What it points to is never given to another while the state holds it: files come once.
  Key& add_pointer(const void* pointer) {
    return add_number(reinterpret_cast<std::uintptr_t>(pointer));
  }
  template <class Codes>
  Key& add_codes(const Codes& codes) {
    for (const std::string& code : codes)
      add(code);
    return add("\x1e");
  }
  template <class T>
  Key& add_loadable(const Loadable<T>& held) {
    add_number(held.index()).add_pointer(loaded(held).get());
    const auto* failure = std::get_if<Failed>(&held);
    return add(failure ? failure->why.message : "");
  }
  Key& add_place(const State& state) {
    return add(address_from_place({state.language, state.screen}, "/", nullptr));
  }
};

const CatalogueVm& ViewModels::catalogue(const State& state) {
  Key key;
  key.add_place(state).add_loadable(state.catalogue).add_loadable(state.search_index);
  key.add_codes(state.preferences.favourites).add_codes(state.preferences.recent);
  key.add_codes(state.ui.open_subjects).add_number(state.ui.entries_shown);
  key.add_number(state.ui.is_suggesting).add(state.suggestions.question);
  if (key.text != catalogue_key_) {
    catalogue_ = catalogue_vm(state);
    catalogue_key_ = std::move(key.text);
  }
  return catalogue_;
}

const TableVm& ViewModels::table(const State& state) {
  const auto* screen = std::get_if<TableScreen>(&state.screen);
  const auto history = state.histories.find(screen ? screen->code : "");
  const bool has_history = history != state.histories.end();
  Key key;
  key.add_place(state).add_loadable(state.catalogue);
  key.add_number(static_cast<std::uint64_t>(state.grids_count)).add_pointer(state.grid.get());
  key.add_codes(state.preferences.favourites);
  key.add_number(has_history && !history->second.past.empty());
  key.add_number(has_history && !history->second.future.empty());
  for (const auto& [dimension, text] : state.ui.list_search)
    key.add(dimension).add(text);
  key.add("\x1e").add_codes(state.ui.folded_dimensions).add_codes(state.ui.open_parents);
  if (key.text != table_key_) {
    table_ = table_vm(state);
    table_key_ = std::move(key.text);
  }
  return table_;
}

const SelectionVm& ViewModels::selection(const State& state) {
  Key key;
  key.add_number(static_cast<std::uint64_t>(state.language));
  key.add_number(static_cast<std::uint64_t>(state.grids_count)).add_pointer(state.grid.get());
  if (state.ui.selection) {
    const stats::CellRange range = state.ui.selection->range();
    for (const std::size_t edge :
         {range.row_begin, range.row_end, range.column_begin, range.column_end}) {
      key.add_number(edge);
    }
  }
  if (key.text != selection_key_) {
    selection_ = selection_vm(state);
    selection_key_ = std::move(key.text);
  }
  return selection_;
}

}  // namespace app
