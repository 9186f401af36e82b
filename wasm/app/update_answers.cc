// What the world answers, and what a screen asks of it.
#include <algorithm>
#include <utility>

#include "app/address.h"
#include "app/preferences.h"
#include "app/update_parts.h"
#include "base/number.h"
#include "base/variant.h"
#include "formats/jsonstat.h"
#include "formats/sidecar.h"
#include "wire/catalogue.h"

namespace app {
namespace {

constexpr std::size_t tables_kept_max = 4;

using base::Word;

// --- Failures ---

/// What to tell of a file that did not come or cannot be used. `code` is the table's; empty: it is
/// the catalogue or the search.
Failed failed(const State& state, base::Error error, const std::string& code) {
  Failed failure;
  switch (error.code) {
    case base::ErrorCode::unavailable:
      failure.sentence = Word::failed_network;
      break;
    case base::ErrorCode::invalid:
      failure.sentence = code.empty() ? Word::failed_damaged_catalogue : Word::failed_damaged;
      break;
    case base::ErrorCode::too_large:
      failure.sentence = Word::failed_too_large;
      break;
    case base::ErrorCode::not_found:
      failure.sentence = code.empty() ? Word::failed_server : Word::failed_not_found;
      failure.arguments = {code.empty() ? "404" : code};
      break;
    default:
      failure.sentence = Word::failed_server;
      failure.arguments = {error.detail};
  }
  error.message = words(state, failure.sentence, failure.arguments);
  failure.why = std::move(error);
  return failure;
}

template <class T>
void reword_failure(const State& state, Loadable<T>& held) {
  if (auto* failure = std::get_if<Failed>(&held)) {
    failure->why.message = words(state, failure->sentence, failure->arguments);
  }
}

/// A file that came whole and yet cannot be used. The log gets what the reader of bytes said.
base::Error damaged(const base::Error& error) {
  const bool is_too_large = error.code == base::ErrorCode::too_large;
  const std::string separator = error.detail.empty() ? "" : " ";
  return {is_too_large ? error.code : base::ErrorCode::invalid, "",
          error.message + separator + error.detail};
}

WriteLog logged(std::string_view what, const base::Error& error) {
  return {std::string(what) + ": " + std::string(base::text_from_error_code(error.code)) + ": " +
          error.detail};
}

template <class T>
bool is_asked(const Loadable<T>& held) {
  return std::holds_alternative<Loading>(held) || loaded(held);
}

template <class T>
void forget_failure(Loadable<T>& held) {
  if (std::holds_alternative<Failed>(held)) held = NotAsked{};
}

// --- Asking ---

Effects ask_for_catalogue(State& state) {
  if (is_asked(state.catalogue)) return {};
  state.catalogue = Loading{0, 0, state.now_ms};
  return {FetchCatalogue{state.site.catalogue}};
}

/// Also continues what waited for the catalogue.
Effects ask_for_table(State& state, const std::string& code) {
  Loadable<stats::Table>& held = state.tables[code];
  const bool is_waiting = state.tables_without_address.contains(code);
  if (is_asked(held) && !is_waiting) return {};
  const std::string address = table_address(state, code);
  if (address.empty() && !loaded(state.catalogue)) {
    if (!is_waiting) held = Loading{0, 0, state.now_ms};
    state.tables_without_address.insert(code);
    return ask_for_catalogue(state);
  }
  state.tables_without_address.erase(code);
  if (address.empty()) {
    held = failed(state, {base::ErrorCode::not_found, "", "no such code in the catalogue"}, code);
    return {};
  }
  if (!is_waiting) held = Loading{0, 0, state.now_ms};
  return {FetchTable{code, address}};
}

// --- Keeping tables ---

/// Tables are large: those not shown for long are let go, and what is still under way for them
/// finds no place when it comes.
void keep_newest_tables(State& state, const std::string& code) {
  put_first(state.tables_order, code, tables_kept_max);
  std::erase_if(state.tables, [&](const auto& held) {
    const auto& order = state.tables_order;
    const bool is_kept = std::find(order.begin(), order.end(), held.first) != order.end();
    if (!is_kept) {
      state.tables_without_cells.erase(held.first);
      state.tables_without_address.erase(held.first);
    }
    return !is_kept;
  });
}

void close_what_lies_over(State& state) {
  Ui& ui = state.ui;
  ui.popup.reset();
  ui.dialog = Dialog::none;
  ui.selection.reset();
  ui.is_selecting = false;
  ui.is_cell_panel_open = false;
  ui.is_suggesting = false;
  ui.suggestion = 0;
}

Effects show_catalogue(State& state, const CatalogueScreen& screen) {
  state.grid = nullptr;
  state.ui.search_text = screen.question;
  state.ui.entries_shown = Ui{}.entries_shown;
  const auto catalogue = loaded(state.catalogue);
  if (catalogue) {
    for (const stats::Subject* subject : catalogue->path_of(screen.subject)) {
      state.ui.open_subjects.insert(subject->code);
    }
  }
  Effects effects = ask_for_catalogue(state);
  append(effects, ask_for_search_index(state));
  return effects;
}

Effects show_table_screen(State& state, const TableScreen& screen, bool is_other_table) {
  const std::string code = screen.code;
  if (is_other_table) {
    state.grid = nullptr;
    state.ui.search_text.clear();
    state.ui.list_search.clear();
    state.ui.folded_dimensions.clear();
    state.ui.variables_tab.clear();
  }
  keep_newest_tables(state, code);
  forget_failure(state.tables[code]);
  Effects effects = ask_for_table(state, code);
  append(effects, ask_for_catalogue(state));  // For the path to the table, and the other screens.
  if (shown_table(state)) append(effects, show_table(state));
  return effects;
}

}  // namespace

std::string table_address(const State& state, const std::string& code) {
  const auto known = state.site.tables.find(code);
  if (known != state.site.tables.end()) return known->second;
  const auto catalogue = loaded(state.catalogue);
  const stats::TableCard* card = catalogue ? catalogue->find_table(code) : nullptr;
  return card ? card->address : std::string();
}

Effects ask_for_search_index(State& state) {
  if (is_asked(state.search_index)) return {};
  state.search_index = Loading{0, 0, state.now_ms};
  return {FetchSearchIndex{state.site.search}};
}

void reword_failures(State& state) {
  reword_failure(state, state.catalogue);
  reword_failure(state, state.search_index);
  for (auto& [code, held] : state.tables)
    reword_failure(state, held);
}

Effects show_screen(State& state, Screen screen) {
  const auto* before = std::get_if<TableScreen>(&state.screen);
  const auto* wished = std::get_if<TableScreen>(&screen);
  const bool is_other_table = !before || !wished || before->code != wished->code;
  close_what_lies_over(state);
  state.screen = std::move(screen);
  // Each gets a copy: what it does may change the screen again.
  return std::visit(
      base::on{[&](CatalogueScreen shown) { return show_catalogue(state, shown); },
               [&](TableScreen shown) { return show_table_screen(state, shown, is_other_table); }},
      Screen(state.screen));
}

Effects go_to(State& state, Screen screen) {
  Effects effects = show_screen(state, std::move(screen));
  // Arriving at a table puts its settled address in place; the step for the back button is ours.
  std::erase_if(effects,
                [](const Effect& effect) { return std::holds_alternative<SetAddress>(effect); });
  effects.insert(effects.begin(), address_of(state, true));
  return effects;
}

// --- Answers ---

Effects handle(State& state, const CatalogueProgressed& answer) {
  if (auto* loading = std::get_if<Loading>(&state.catalogue)) {
    loading->bytes_received = answer.received;
    loading->bytes_total = answer.total;
  }
  return {};
}

namespace {

Effects catalogue_failed(State& state, const base::Error& error) {
  state.catalogue = failed(state, error, "");
  for (const std::string& code : std::exchange(state.tables_without_address, {})) {
    // The table may well be there: what failed is the catalogue, and so it is told.
    state.tables[code] = std::get<Failed>(state.catalogue);
  }
  return {logged("catalogue", error)};
}

Effects table_failed(State& state, const std::string& code, const base::Error& error) {
  state.tables[code] = failed(state, error, code);
  state.tables_without_cells.erase(code);
  return {logged("table " + code, error)};
}

/// Answers nobody waits for any more (let go, or answered before) change nothing.
bool is_waited_for(const State& state, const std::string& code) {
  const auto held = state.tables.find(code);
  return held != state.tables.end() && std::holds_alternative<Loading>(held->second);
}

Effects table_is_there(State& state, const std::string& code,
                       std::shared_ptr<const stats::Table> table) {
  state.tables[code] = std::move(table);
  const auto* screen = std::get_if<TableScreen>(&state.screen);
  return screen && screen->code == code ? show_table(state) : Effects{};
}

std::string folder_of(const std::string& address) {
  const std::size_t slash = address.rfind('/');
  return slash == std::string::npos ? "" : address.substr(0, slash + 1);
}

}  // namespace

Effects handle(State& state, const CatalogueArrived& answer) {
  if (loaded(state.catalogue)) return {};
  if (!answer.bytes) return catalogue_failed(state, answer.bytes.error());
  base::Result<stats::Catalogue> read = wire::catalogue_from_json(answer.bytes->text());
  if (!read) return catalogue_failed(state, damaged(read.error()));
  state.catalogue = std::make_shared<const stats::Catalogue>(std::move(*read));

  Effects effects;
  const std::set<std::string> waiting = state.tables_without_address;
  for (const std::string& code : waiting)
    append(effects, ask_for_table(state, code));
  if (const auto* screen = std::get_if<CatalogueScreen>(&state.screen)) {
    for (const stats::Subject* subject : loaded(state.catalogue)->path_of(screen->subject)) {
      state.ui.open_subjects.insert(subject->code);
    }
  }
  effects.push_back(address_of(state, false));  // The title may be known now.
  return effects;
}

Effects handle(State& state, const SearchIndexArrived& answer) {
  if (loaded(state.search_index)) return {};
  if (!answer.bytes) {
    state.search_index = failed(state, answer.bytes.error(), "");
    return {logged("search", answer.bytes.error())};
  }
  base::Result<std::vector<stats::SearchDocument>> read =
      wire::search_documents_from_json(answer.bytes->text());
  if (!read) {
    const base::Error error = damaged(read.error());
    state.search_index = failed(state, error, "");
    return {logged("search", error)};
  }
  state.search_index = std::make_shared<const stats::SearchIndex>(
      stats::SearchIndex::from_documents(std::move(*read)));
  find_suggestions(state);
  return {};
}

Effects handle(State& state, const TableProgressed& answer) {
  const auto held = state.tables.find(answer.code);
  if (held == state.tables.end()) return {};
  if (auto* loading = std::get_if<Loading>(&held->second)) {
    loading->bytes_received = answer.received;
    loading->bytes_total = answer.total;
  }
  return {};
}

Effects handle(State& state, const TableArrived& answer) {
  const std::string& code = answer.code;
  if (!is_waited_for(state, code) || state.tables_without_cells.contains(code)) return {};
  if (!answer.bytes) return table_failed(state, code, answer.bytes.error());
  base::Result<formats::JsonstatDocument> read = formats::table_from_jsonstat(answer.bytes->text());
  if (!read) return table_failed(state, code, damaged(read.error()));
  auto table = std::make_shared<stats::Table>(std::move(read->table));
  if (read->sidecar.address.empty()) return table_is_there(state, code, std::move(table));
  state.tables_without_cells[code] = std::move(table);
  return {FetchSidecar{code, folder_of(table_address(state, code)) + read->sidecar.address,
                       read->sidecar.bytes}};
}

Effects handle(State& state, const SidecarArrived& answer) {
  const std::string& code = answer.code;
  const auto waiting = state.tables_without_cells.find(code);
  if (waiting == state.tables_without_cells.end()) return {};
  if (!answer.bytes) return table_failed(state, code, answer.bytes.error());
  const std::shared_ptr<stats::Table> table = waiting->second;
  base::Result<stats::Cells> cells =
      formats::cells_from_sidecar(answer.bytes->owner, answer.bytes->data, table->cells_expected());
  if (!cells) return table_failed(state, code, damaged(cells.error()));
  table->cells = std::move(*cells);
  state.tables_without_cells.erase(code);
  return table_is_there(state, code, table);
}

Effects handle(State& state, const AddressChanged& answer) {
  Place place = place_from_address(answer.path_and_query, state.site.base_path);
  Effects effects;
  if (place.language != state.language) {
    state.language = place.language;
    reword_failures(state);
    effects.push_back(SetPageLanguage{std::string(base::code_from_language(state.language))});
  }
  append(effects, show_screen(state, std::move(place.screen)));
  return effects;
}

Effects handle(State& state, const PreferencesArrived& answer) {
  state.preferences = preferences_from_json(answer.json);
  state.ui.save = state.preferences.save;
  return {SetPageTheme{std::string(text_from_theme(state.preferences.theme))}};
}

Effects handle(State& state, const CopyFinished& answer) {
  if (!answer.ok) {
    say(state, Notice::Kind::failed, words(state, Word::copy_failed));
  } else if (answer.is_link) {
    say(state, Notice::Kind::said, words(state, Word::link_copied));
  } else if (answer.cells == 0) {
    say(state, Notice::Kind::said, words(state, Word::sentence_copied));
  } else {
    say(state, Notice::Kind::said,
        words(state, Word::copied, {base::text_from_count(answer.cells, state.language)}));
  }
  return {};
}

Effects handle(State& state, const WindowChanged& answer) {
  state.window = answer.window;
  return {};
}

Effects handle(State& state, const SiteFound& answer) {
  state.site = answer.site;
  return {};
}

Effects handle(State&, const ForOffice&) { return {}; }
Effects handle(State&, const OfficeAnswered&) { return {}; }

// --- Asking again ---

Effects handle(State& state, const TryAgain&) {
  if (state.picture.failed) state.picture.job.clear();
  forget_failure(state.catalogue);
  forget_failure(state.search_index);
  return show_screen(state, state.screen);
}

}  // namespace app
