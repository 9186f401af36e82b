#include "app/update.h"

#include <iterator>
#include <utility>

#include "app/address.h"
#include "app/arranging.h"
#include "app/preferences.h"
#include "app/update_parts.h"
#include "base/variant.h"

namespace app {
namespace {

std::string catalogue_title(const State& state, const CatalogueScreen& screen) {
  if (!screen.question.empty()) return screen.question;
  const auto catalogue = loaded(state.catalogue);
  const stats::Subject* subject = catalogue ? catalogue->find_subject(screen.subject) : nullptr;
  return subject ? subject->label.in(state.language) : words(state, base::Word::catalogue);
}

/// The figures' own title once they are there, before that the catalogue's, before that the code.
std::string table_title(const State& state, const TableScreen& screen) {
  if (state.grid) return stats::title_from_grid(*state.grid, state.language);
  const auto catalogue = loaded(state.catalogue);
  const stats::TableCard* card = catalogue ? catalogue->find_table(screen.code) : nullptr;
  return card ? card->title.in(state.language) : screen.code;
}

}  // namespace

Effects update(State& state, const Command& command, double now_ms) {
  state.now_ms = now_ms;
  Effects effects =
      std::visit([&](const auto& each) { return handle(state, each); }, command.wish());
  append(effects, picture_wanted(state));
  return effects;
}

void say(State& state, Notice::Kind kind, std::string text, bool can_undo) {
  state.notice = Notice{kind, std::move(text), can_undo, state.now_ms, ++state.notices_count};
}

SetAddress address_of(const State& state, bool push) {
  const std::string title = std::visit(
      base::on{[&](const CatalogueScreen& screen) { return catalogue_title(state, screen); },
               [&](const TableScreen& screen) { return table_title(state, screen); }},
      state.screen);
  // A default view is not held in the screen at all, so that none has to be told apart here.
  return {address_from_place({state.language, state.screen}, state.site.base_path, nullptr),
          title + " · " + words(state, base::Word::site_name), push};
}

StorePreferences stored_preferences(const State& state) {
  return {json_from_preferences(state.preferences)};
}

void toggle(std::set<std::string>& codes, const std::string& code) {
  if (codes.erase(code) == 0) codes.insert(code);
}

void append(Effects& effects, Effects more) {
  effects.insert(effects.end(), std::make_move_iterator(more.begin()),
                 std::make_move_iterator(more.end()));
}

void put_first(std::vector<std::string>& codes, const std::string& code, std::size_t count_max) {
  std::erase(codes, code);
  codes.insert(codes.begin(), code);
  if (codes.size() > count_max) codes.resize(count_max);
}

}  // namespace app
