// The text of a cell: one function for every place where a person reads it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "stats/pivot.h"

namespace stats {

/// A figure and its mark apart, because the mark stands in a gutter of its own: {"40.228", "r"}.
/// A cell without figure has its symbol as figure: {"…", ""}; a nil cell {"–", ""}.
struct CellText {
  std::string figure;
  std::string mark;

  friend bool operator==(const CellText&, const CellText&) = default;
};
CellText text_from_cell(const GridCell& cell, base::Language language);

/// The cell's figure for machines: "40228", "-1.25"; empty where there is none; "0" for nil.
std::string figure_from_cell(const GridCell& cell);

/// "data tidak tersedia" / "data not available": the legend's words for a status; empty for final.
std::string_view meaning_from_status(CellStatus status, base::Language language);

/// "¹", "²", "¹⁰": a footnote's number raised.
std::string superscript_from_number(int number);

/// Several of them with a space between: {1, 2} → "¹ ²". Numbers of notes not in use (0) are left
/// out.
std::string marks_from_numbers(const std::vector<int>& numbers);

/// Marks of the notes that are tied to no place: they stand at the title.
std::string title_marks(const PivotGrid& grid);

}  // namespace stats
