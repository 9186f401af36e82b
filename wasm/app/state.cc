#include "app/state.h"

#include <algorithm>

namespace app {

stats::CellRange CellSelection::range() const {
  return {std::min(anchor_row, row), std::max(anchor_row, row) + 1, std::min(anchor_column, column),
          std::max(anchor_column, column) + 1};
}

std::string words(const State& state, base::Word word, const std::vector<std::string>& arguments) {
  return base::text(word, state.language, arguments);
}

std::shared_ptr<const stats::Table> shown_table(const State& state) {
  const auto* screen = std::get_if<TableScreen>(&state.screen);
  if (!screen) return nullptr;
  const auto held = state.tables.find(screen->code);
  return held == state.tables.end() ? nullptr : loaded(held->second);
}

}  // namespace app
