// Everything the viewer knows, in one value. Views read it; only `update` writes it. Each part says
// how long it lives.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "base/language.h"
#include "base/result.h"
#include "base/words.h"
#include "formats/csv.h"
#include "stats/catalogue.h"
#include "stats/pivot.h"
#include "stats/query.h"
#include "stats/range.h"
#include "stats/search.h"
#include "wire/picture.h"

namespace base {
enum class Word;  // Not the vocabulary itself: whoever reads the state need not be built with it.
}

namespace app {

// --- Something that is fetched ---

struct NotAsked {};
struct Loading {
  std::uint64_t bytes_received = 0;
  std::uint64_t bytes_total = 0;  ///< 0: not known.
  double since_ms = 0;            ///< When it was asked: the skeleton shows after 200 ms.
};
struct Failed {
  base::Error why;                     ///< `message` is in the reader's language:
  base::Word sentence{};               ///< this one,
  std::vector<std::string> arguments;  ///< filled with these.
};
template <class T>
using Loadable = std::variant<NotAsked, Loading, Failed, std::shared_ptr<const T>>;

/// The value, or null while there is none.
template <class T>
std::shared_ptr<const T> loaded(const Loadable<T>& held) {
  const auto* value = std::get_if<std::shared_ptr<const T>>(&held);
  return value ? *value : nullptr;
}

// --- Where we are (in the address bar) ---

enum class CatalogueOrder { newest, title, relevance };

struct CatalogueScreen {
  std::string subject;   ///< Code; empty: all.
  std::string question;  ///< Searched for; empty: browsing.
  CatalogueOrder order = CatalogueOrder::newest;
  int year_from = 0, year_to = 0;     ///< 0: no limit.
  std::set<std::string> area_levels;  ///< Empty: all.

  friend bool operator==(const CatalogueScreen&, const CatalogueScreen&) = default;
};

enum class TableTab { table, chart, map, metadata };

struct TableScreen {
  std::string code;
  TableTab tab = TableTab::table;
  /// As wished in the address; not set: the table's default view. Fitted when the table arrives.
  std::optional<stats::View> view;
  /// What is chosen about chart and map, by the parameter of the address: "peta.kelas" → "own". The
  /// exporter, which draws, knows what there is to choose; what is not chosen fits the data.
  std::map<std::string, std::string> picture = {};

  friend bool operator==(const TableScreen&, const TableScreen&) = default;
};

using Screen = std::variant<CatalogueScreen, TableScreen>;

// --- What the reader is doing (per session, per screen) ---

/// Steps back and forward through views of one table.
struct History {
  std::vector<stats::View> past;    ///< Oldest first; at most 200.
  std::vector<stats::View> future;  ///< Next step last.
};

/// The active cell and the range that spreads from it, in rows and columns of the grid as shown.
struct CellSelection {
  std::size_t anchor_row = 0, anchor_column = 0;
  std::size_t row = 0, column = 0;  ///< The active end.

  stats::CellRange range() const;
  friend bool operator==(const CellSelection&, const CellSelection&) = default;
};

/// What a file from outside turned out to be. `different`: its seal is whole and its table the
/// newest, and yet the exporter now makes other bytes. `unchecked`: it could not be looked into.
enum class FileVerdict { genuine, outdated, changed, different, unknown, unsealed, unchecked };

/// How the file is to be saved. `print`: on paper, by the browser. `chart_pdf`: the drawing of the
/// view on paper. `picture`: no file, but what the viewer draws.
enum class FileFormat { xlsx, pdf, print, csv, jsonstat, svg, png, chart_pdf, picture };
/// How the categories of a whole table stand in a CSV.
using CsvLabels = formats::CsvStyle::Labels;
struct SaveChoice {
  FileFormat format = FileFormat::xlsx;
  bool is_whole_table = false;
  char separator = ';';
  char decimal = ',';
  bool with_bom = true;
  CsvLabels labels = CsvLabels::both;
  bool with_notes = true;   ///< False: mandatory notes alone, and no meaning of the symbols.
  bool with_source = true;  ///< False: nor date of update and licence.

  friend bool operator==(const SaveChoice&, const SaveChoice&) = default;
};

/// A file that is being made. One at a time.
struct Export {
  int number = 0;  ///< Answers carry it; those of an earlier one are passed over.
  FileFormat format = FileFormat::xlsx;
  std::string name;     ///< Of the file.
  double share = 0;     ///< Done, of 1.
  double since_ms = 0;  ///< When it began: its dialog shows after 400 ms.
  bool is_in_background = false;

  friend bool operator==(const Export&, const Export&) = default;
};

/// The drawing of the view, made by the exporter. What was drawn last stays until the next comes.
struct ShownPicture {
  int number = 0;    ///< Of the last one that was asked for; answers to others are passed over.
  std::string job;   ///< What was asked for.
  std::string code;  ///< Of the table that `drawn` shows,
  TableTab tab{};    ///< and the tab that it is drawn for.
  std::shared_ptr<const wire::Picture> drawn;
  bool is_drawing = false;
  double since_ms = 0;  ///< When it was asked for.
  std::optional<base::ErrorCode> failed;
  std::optional<std::size_t> mark;  ///< The one that the reader has walked to.
};

/// Which small panel lies over the screen. One at a time.
struct Popup {
  std::string id;  ///< "theme", "sort", "handle/kecamatan", "calculation", "symbols"…
  friend bool operator==(const Popup&, const Popup&) = default;
};

enum class Dialog { none, save, variables, subjects, filters, notes, menu };

/// What the reader has typed, opened and selected. Nothing of it is in the address. Per session.
struct Ui {
  std::optional<Popup> popup;
  Dialog dialog = Dialog::none;
  std::string search_text;  ///< In the search field; searched after 150 ms.
  bool is_suggesting = false;
  int suggestion = 0;                              ///< The preselected row.
  std::map<std::string, std::string> list_search;  ///< By dimension code: typed into its list.
  std::set<std::string> folded_dimensions;         ///< Sections folded in the variable panel.
  std::set<std::string> open_parents;              ///< "dimension/category": opened in a list.
  std::set<std::string> open_subjects;             ///< Opened in the tree.
  std::string variables_tab;                       ///< Dimension shown in the phone's sheet.
  std::optional<CellSelection> selection;
  bool is_selecting = false;        ///< A drag is under way.
  bool is_cell_panel_open = false;  ///< Of the active cell.
  std::size_t entries_shown = 20;   ///< In the catalogue's list.
  SaveChoice save;
};

/// One line that says what happened: shown as a toast and read aloud once.
struct Notice {
  enum class Kind { said, warning, failed };
  Kind kind = Kind::said;
  std::string text;
  bool can_undo = false;
  double since_ms = 0;
  int number = 0;  ///< Rises with each notice, so that the same text is read again.
};

// --- Kept on the device ---

enum class Theme { system, light, dark };
enum class Density { comfortable, compact };

inline constexpr std::size_t recent_tables_max = 8;

struct Preferences {
  Theme theme = Theme::system;
  Density density = Density::comfortable;
  bool is_panel_folded = false;
  std::vector<std::string> favourites;  ///< Table codes, newest first.
  std::vector<std::string> recent;      ///< Table codes, newest first; at most recent_tables_max.
  SaveChoice save;

  friend bool operator==(const Preferences&, const Preferences&) = default;
};

// --- What the browser tells ---

struct Window {
  float width = 1440, height = 900;  ///< CSS pixels.
  float device_pixel_ratio = 1;
  bool is_touch = false;  ///< The last pointer was a finger.
  bool is_dark_system = false;
  bool is_motion_reduced = false;
  bool is_online = true;
};

/// Where the site's files are; from the page's data attributes. Relative to `base_path`.
struct SiteAddresses {
  std::string base_path = "/";
  bool has_desk = false;                      ///< The office takes requests for data.
  std::string catalogue;                      ///< Of catalogue.json.
  std::string search;                         ///< Of search.json.
  std::string archive;                        ///< Of all tables in one file; may be empty.
  std::uint64_t archive_bytes = 0;
  std::map<std::string, std::string> tables;  ///< By code: the file of the page we came in by.
};

/// A finished search: what was asked and the hits.
struct Search {
  std::string question;
  std::vector<stats::SearchHit> hits;
};

struct State {
  // In the address.
  base::Language language = base::Language::id;
  Screen screen;

  // Per session.
  SiteAddresses site;
  Loadable<stats::Catalogue> catalogue;
  Loadable<stats::SearchIndex> search_index;
  std::map<std::string, Loadable<stats::Table>> tables;  ///< By code; the last four are kept.
  std::vector<std::string> tables_order;                 ///< Most recently shown first.
  /// Asked for before the catalogue came, which alone knows where their files are.
  std::set<std::string> tables_without_address;
  /// Read but for their cells, whose file is under way. By code.
  std::map<std::string, std::shared_ptr<stats::Table>> tables_without_cells;
  std::shared_ptr<const stats::PivotGrid> grid;  ///< Of the table shown; null without one.
  int grids_count = 0;                           ///< Rises with each grid, for memos.
  std::map<std::string, History> histories;      ///< By table code.
  Ui ui;
  Search suggestions;  ///< For ui.search_text.
  std::optional<Export> running_export;
  ShownPicture picture;
  int exports_count = 0;
  std::optional<Notice> notice;
  int notices_count = 0;
  Window window;
  double now_ms = 0;  ///< Of this frame.

  // On the device.
  Preferences preferences;

  bool is_dark() const {
    return preferences.theme == Theme::dark ||
           (preferences.theme == Theme::system && window.is_dark_system);
  }
};

/// The sentence in the language of the state, its places filled (base::filled).
std::string words(const State& state, base::Word word,
                  const std::vector<std::string>& arguments = {});

/// The table shown, or null.
std::shared_ptr<const stats::Table> shown_table(const State& state);

}  // namespace app
