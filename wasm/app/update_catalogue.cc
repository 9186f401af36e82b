// Finding a table: the catalogue's screen, search, and what the shell offers everywhere.
#include <algorithm>
#include <utility>

#include "app/preferences.h"
#include "app/suggestions.h"
#include "app/update_parts.h"
#include "base/text.h"

namespace app {
namespace {

using base::Word;

constexpr int typing_rest_ms = 150;
constexpr std::size_t entries_step = 20;
constexpr std::size_t favourites_max = 200;

/// The catalogue as it stands, or a clean one where another screen is shown.
CatalogueScreen catalogue_screen(const State& state) {
  const auto* screen = std::get_if<CatalogueScreen>(&state.screen);
  return screen ? *screen : CatalogueScreen{};
}

void close_suggestions(State& state) {
  state.ui.is_suggesting = false;
  state.ui.suggestion = 0;
}

}  // namespace

// --- Moving about ---

Effects handle(State& state, const OpenCatalogue&) { return go_to(state, CatalogueScreen{}); }

Effects handle(State& state, const OpenSubject& wish) {
  CatalogueScreen screen = catalogue_screen(state);
  screen.subject = wish.code;
  return go_to(state, std::move(screen));
}

Effects handle(State& state, const OpenTable& wish) {
  return go_to(state, TableScreen{wish.code, TableTab::table, std::nullopt});
}

Effects handle(State&, const OpenTextView&) { return {CloseViewer{}}; }
Effects handle(State&, const OpenPage& wish) { return {LeaveFor{wish.address}}; }

Effects handle(State& state, const SetLanguage& wish) {
  if (state.language == wish.language) return {};
  state.language = wish.language;
  state.ui.popup.reset();
  reword_failures(state);
  find_suggestions(state);
  return {SetPageLanguage{std::string(base::code_from_language(wish.language))},
          address_of(state, true)};
}

Effects handle(State& state, const SetTheme& wish) {
  state.preferences.theme = wish.theme;
  return {SetPageTheme{std::string(text_from_theme(wish.theme))}, stored_preferences(state)};
}

Effects handle(State& state, const SetDensity& wish) {
  state.preferences.density = wish.density;
  return {stored_preferences(state)};
}

// --- Search ---

void find_suggestions(State& state) {
  const auto index = loaded(state.search_index);
  if (!index || !state.ui.is_suggesting) return;
  state.suggestions.question = state.ui.search_text;
  state.suggestions.hits = index->find(state.ui.search_text, state.language, suggestion_hits_max);
  state.ui.suggestion = 0;
}

Effects handle(State& state, const TypeSearch& wish) {
  state.ui.search_text = wish.text;
  state.ui.is_suggesting = is_long_enough_to_suggest(wish.text);
  state.ui.suggestion = 0;
  // Once it has failed, not with each key again.
  const bool is_first_need = std::holds_alternative<NotAsked>(state.search_index);
  Effects effects = is_first_need ? ask_for_search_index(state) : Effects{};
  if (state.ui.is_suggesting) effects.push_back(AskAgainAfter{typing_rest_ms});
  return effects;
}

Effects handle(State& state, const Suggest&) {
  find_suggestions(state);
  return {};
}

Effects handle(State& state, const MoveSuggestion& wish) {
  const int count = static_cast<int>(suggestions_from_state(state).size());
  if (count == 0) return {};
  state.ui.suggestion = ((state.ui.suggestion + wish.by) % count + count) % count;
  return {};
}

Effects handle(State& state, const ChooseSuggestion&) {
  const std::vector<SuggestionVm> rows = suggestions_from_state(state);
  const auto chosen = static_cast<std::size_t>(state.ui.suggestion);
  if (chosen >= rows.size()) return handle(state, SearchFor{state.ui.search_text});
  const SuggestionVm& row = rows[chosen];
  switch (row.kind) {
    case SuggestionVm::Kind::table:
      return handle(state, OpenTable{row.code});
    case SuggestionVm::Kind::subject: {
      CatalogueScreen screen;
      screen.subject = row.code;
      return go_to(state, std::move(screen));
    }
    // Its entry says the reason, and what comes nearest.
    case SuggestionVm::Kind::not_available:
      return handle(state, SearchFor{row.label});
    case SuggestionVm::Kind::search_all:
      return handle(state, SearchFor{state.ui.search_text});
    case SuggestionVm::Kind::request:
      return handle(state, OpenPage{row.code});
  }
  return {};
}

Effects handle(State& state, const CloseSuggestions&) {
  close_suggestions(state);
  return {};
}

Effects handle(State& state, const SearchFor& wish) {
  CatalogueScreen screen = catalogue_screen(state);
  screen.question = std::string(base::trimmed(wish.question));
  if (screen.question.empty()) {
    if (screen.order == CatalogueOrder::relevance) screen.order = CatalogueOrder::newest;
  } else {
    screen.subject.clear();  // Whoever asks in words looks everywhere.
    screen.order = CatalogueOrder::relevance;
  }
  return go_to(state, std::move(screen));
}

// --- Filters and order ---

Effects handle(State& state, const SetCatalogueOrder& wish) {
  CatalogueScreen screen = catalogue_screen(state);
  screen.order = wish.order;
  return go_to(state, std::move(screen));
}

Effects handle(State& state, const SetYears& wish) {
  CatalogueScreen screen = catalogue_screen(state);
  const bool is_turned = wish.from > 0 && wish.to > 0 && wish.from > wish.to;
  screen.year_from = is_turned ? wish.to : wish.from;
  screen.year_to = is_turned ? wish.from : wish.to;
  return go_to(state, std::move(screen));
}

Effects handle(State& state, const ToggleAreaLevel& wish) {
  CatalogueScreen screen = catalogue_screen(state);
  toggle(screen.area_levels, wish.level);
  return go_to(state, std::move(screen));
}

Effects handle(State& state, const ClearFilters&) {
  CatalogueScreen screen = catalogue_screen(state);
  screen.year_from = screen.year_to = 0;
  screen.area_levels.clear();
  return go_to(state, std::move(screen));
}

Effects handle(State& state, const ToggleSubjectOpen& wish) {
  toggle(state.ui.open_subjects, wish.code);
  return {};
}

Effects handle(State& state, const ShowMoreEntries&) {
  state.ui.entries_shown += entries_step;
  return {};
}

Effects handle(State& state, const ToggleFavourite& wish) {
  std::vector<std::string>& favourites = state.preferences.favourites;
  const bool is_removed = std::erase(favourites, wish.table_code) > 0;
  if (!is_removed) put_first(favourites, wish.table_code, favourites_max);
  say(state, Notice::Kind::said,
      words(state, is_removed ? Word::did_favourite_remove : Word::did_favourite_add));
  return {stored_preferences(state)};
}

}  // namespace app
