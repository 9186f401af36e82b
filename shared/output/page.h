// A grid made ready for paper or file: every text and figure in place, so that CSV, HTML, print,
// Excel and PDF say the same. Made from one PivotGrid.
#pragma once

#include <string>
#include <vector>

#include "base/language.h"
#include "stats/cell_text.h"
#include "stats/pivot.h"

namespace output {

/// A heading or stub cell and how far it reaches. A computed total has its text at the outermost
/// level and empty texts below it.
struct PageLabel {
  std::string text;
  std::string note_marks;    ///< "¹ ²", for the notes on this category.
  std::size_t span = 1;      ///< Columns (heading) or rows (stub).
  int depth = 0;             ///< In the hierarchy, from the outermost part that is shown: indents.
  bool is_total = false;     ///< Published or computed.
  bool is_computed = false;  ///< A computed total: one label for all levels.
  std::string other;         ///< In the other language, where that is another text; only headings
                             ///< have it.
};

struct PageCell {
  stats::CellText text;  ///< As people read it.
  std::string figure;    ///< As machines read it; empty where there is none.
  double value = 0;      ///< The same, where has_value.
  bool has_value = false;
  int decimals = 0;
  stats::CellStatus status = stats::CellStatus::final;
  std::string note_marks;
};

struct PageRow {
  std::vector<PageLabel> labels;  ///< One a stub level; span 0 where the label above still covers
                                  ///< it (its text stands here too).
  std::vector<PageCell> cells;
  bool is_total = false;
};

/// The labels of a row as one text, outermost first: "Lawang Kidul, Perempuan".
std::string row_name(const PageRow& row);

/// A text with the marks of its notes after it, where it has some: "Lawang Kidul ¹".
std::string marked(std::string_view text, std::string_view marks);

struct PageNote {
  int number = 0;  ///< Its mark is that number, raised; 0: without a mark.
  std::string text;
  bool is_mandatory = false;  ///< Stands wherever its place is shown.
};

struct Page {
  base::Language language = base::Language::id;
  std::string code, title,
      title_other;          ///< title_other: in the other language, empty where it is missing.
  std::string title_marks;  ///< "¹ ²", for the notes on the whole table.
  std::string unit, unit_other;
  std::vector<std::string>
      fixed;  ///< "Jenis kelamin: Laki-laki" for each dimension not on an axis.
  std::vector<std::string> stub_titles;        ///< Dimension labels over the stub,
  std::vector<std::string> stub_titles_other;  ///< and in the other language; as PageLabel::other.
  std::vector<std::string> heading_titles;  ///< Dimension labels of the heading, outermost first.
  bool rows_are_periods = false;            ///< Time alone runs down the stub.
  std::vector<std::vector<PageLabel>> heading;  ///< One list a level.
  std::vector<PageRow> rows;
  std::size_t rows_count = 0;  ///< Rows of the grid; more than rows.size() where the page was cut.
  bool has_one_unit = true;    ///< `unit` holds for every figure.
  std::vector<PageNote> notes;
  std::vector<std::pair<std::string, std::string>>
      legend;  ///< Mark and meaning, those in use only.
  std::string source, updated, licence;
  std::string period;  ///< Of the whole table: "2010–2025"; empty without a time dimension.
};

/// At most `rows_max` rows (0: all). Costs rows × columns.
Page page_from_grid(const stats::PivotGrid& grid, base::Language language,
                    std::size_t rows_max = 0);

/// All notes but the mandatory ones go, with their marks, and the meaning of the symbols.
void leave_out_notes(Page& page);

/// Source, date of the update and licence go.
void leave_out_source(Page& page);

}  // namespace output
