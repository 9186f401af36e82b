// State → what a screen shows: plain values, made by pure functions, kept until what they depend on
// changes. Views draw these and decide nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/state.h"

namespace app {

// --- Catalogue ---

struct SubjectRow {
  std::string code, label;
  int depth = 0;
  /// Entries below it, also those not available, that pass the filters and the question.
  std::size_t count = 0;
  bool has_children = false, is_open = false, is_current = false;
};

struct EntryVm {
  std::string code, title;
  std::vector<stats::TextRange> title_marks;   ///< Matched words.
  std::string period, unit, updated;
  std::string hint;              ///< "Ada angka sementara", or empty.
  std::string dimensions;        ///< "Kecamatan (22) × Jenis kelamin (3) × Tahun (16)".
  std::string found_in;          ///< "Cocok di Kecamatan: Gelumbang", not in the title.
  bool is_available = true;
  bool is_favourite = false;
  std::string reason;            ///< Not available: why.
  std::string substitute_code, substitute_title;
  std::string request_address;   ///< Where to ask for what is not available; or empty.
};

struct SideItem { std::string code, title, note; bool is_new = false; };

struct SuggestionVm {
  enum class Kind { table, subject, not_available, search_all, request } kind = Kind::table;
  std::string code;              ///< Of what it opens; of `request` the address.
  std::string label, note;
  std::vector<stats::TextRange> marks;
};

struct CatalogueVm {
  std::string heading;           ///< Subject, or "3 hasil untuk “padi”".
  std::string count;             ///< "19 tabel", "19 tabel, 2 belum tersedia".
  std::vector<SubjectRow> subjects;   ///< First the one of all subjects, whose code is empty.
  std::vector<EntryVm> entries;  ///< At most ui.entries_shown.
  std::size_t entries_count = 0; ///< All that pass.
  std::size_t tables_count = 0;  ///< In the whole catalogue.
  std::vector<SideItem> newest, recent, favourites, requested;
  std::vector<std::string> frequent;
  std::vector<SuggestionVm> suggestions;
  bool is_searching = false;     ///< The question waits for the search file.
  std::string request_address;   ///< To ask for what is searched for; empty: no requests taken.
  std::string search_failure;    ///< Why the question cannot be answered; TryAgain asks again.
  int year_first = 0, year_last = 0;   ///< Of all tables.
  std::vector<std::string> area_levels;   ///< That occur, widest first.
};
CatalogueVm catalogue_vm(const State& state);

// --- Table ---

struct HandleVm { std::string code, label; std::size_t count = 0; };

struct CategoryRow {
  std::string code, label;
  std::vector<stats::TextRange> marks;
  int depth = 0;
  bool has_children = false, is_open = false;
  enum class Ticked { no, yes, partly } ticked = Ticked::no;
  bool is_total = false;
};

/// One dimension of the variable panel. Rows are windowed: `row(i)` costs what it returns.
struct DimensionVm {
  std::string code, label, count;     ///< "22 dari 22".
  bool is_time = false, is_fixed = false, is_folded = false, is_hierarchy = false;
  std::string search;
  std::vector<CategoryRow> rows;      ///< After search and folding; at most 2,000, then `has_more`.
  bool has_more = false;
  std::string no_match;               ///< The sentence where the search leaves nothing.
  // Time only: places in the dimension.
  std::size_t time_from = 0, time_to = 0;
  std::vector<std::string> time_labels, time_codes;
};

struct NoteVm { std::string mark, text; bool is_mandatory = false; };

struct MetadataRow { std::string label, value; };

struct TableVm {
  std::string title, unit_line, updated_line, code_line, next_update_line;
  std::vector<std::pair<std::string, std::string>> path;   ///< Subject code and label, root first.
  std::vector<HandleVm> stub, heading, fixed;
  std::vector<DimensionVm> dimensions;
  std::vector<std::pair<std::string, std::string>> legend;   ///< Mark and meaning, in use.
  std::vector<std::pair<std::string, std::string>> all_symbols;   ///< Every mark there is.
  std::vector<NoteVm> notes;
  std::string source_line;
  std::vector<std::string> fixed_lines;                     ///< "Jenis kelamin: Laki-laki".
  std::vector<MetadataRow> metadata;
  std::string size;                                         ///< "23 baris × 9 kolom".
  std::string whole_size;                                   ///< "Kecamatan (22) × Tahun (16)".
  std::string row_total_refusal, column_total_refusal;      ///< Sentences; empty: may be shown.
  bool can_undo = false, can_redo = false, is_favourite = false, is_default_view = false;
  bool has_time = false;
};
/// The grid of `state.grid` must be the table's.
TableVm table_vm(const State& state);

/// What the status bar says of the selected cells.
struct SelectionVm {
  std::string cells;                        ///< "8 sel dipilih" or "8 sel, 2 tanpa data".
  std::vector<std::pair<std::string, std::string>> figures;   ///< {"Jumlah", "222.126"}…
  std::string sum_refusal;                  ///< Why, for the tooltip; empty: it is shown.
};
SelectionVm selection_vm(const State& state);

/// The panel of the active cell: what it is, in words.
struct CellVm {
  std::string figure, meaning;              ///< "…", "data tidak tersedia".
  std::vector<std::pair<std::string, std::string>> coordinates;   ///< Dimension and category.
  std::string unit;
  std::vector<std::string> notes;
  std::string request_address;              ///< To ask for a figure that is not there; or empty.
};
std::optional<CellVm> cell_vm(const State& state);

/// Keeps view models until what they depend on changes.
class ViewModels {
 public:
  const CatalogueVm& catalogue(const State& state);
  const TableVm& table(const State& state);
  const SelectionVm& selection(const State& state);

 private:
  struct Key;
  std::string catalogue_key_, table_key_, selection_key_;
  CatalogueVm catalogue_;
  TableVm table_;
  SelectionVm selection_;
};

}  // namespace app
