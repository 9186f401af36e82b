#include "stats/cell_text.h"

#include <array>

#include "base/number.h"
#include "base/words.h"

namespace stats {

CellText text_from_cell(const GridCell& cell, base::Language language) {
  const CellStatus status = cell.cell.status;
  const std::string mark(mark_from_status(status));
  if (status == CellStatus::nil) return {mark, ""};
  if (!cell.cell.has_value) {
    // A provisional cell may lack its figure: the mark stays, and the figure is not available.
    if (!replaces_figure(status)) {
      return {std::string(mark_from_status(CellStatus::not_available)), mark};
    }
    return {mark, ""};
  }
  return {base::text_from_number(cell.cell.value, cell.decimals, language), mark};
}

std::string figure_from_cell(const GridCell& cell) {
  if (cell.cell.status == CellStatus::nil) return "0";
  if (!cell.cell.has_value) return "";
  // Published figures are passed on whole; computed ones end where the screen ends them.
  if (cell.is_computed) return base::figure_from_number(cell.cell.value, cell.decimals);
  return base::figure_from_number(cell.cell.value);
}

std::string_view meaning_from_status(CellStatus status, base::Language language) {
  switch (status) {
    case CellStatus::final:
      return "";
    case CellStatus::not_available:
      return text(base::Word::meaning_not_available, language);
    case CellStatus::nil:
      return text(base::Word::meaning_nil, language);
    case CellStatus::not_displayable:
      return text(base::Word::meaning_not_displayable, language);
    case CellStatus::provisional:
      return text(base::Word::meaning_provisional, language);
    case CellStatus::very_provisional:
      return text(base::Word::meaning_very_provisional, language);
    case CellStatus::revised:
      return text(base::Word::meaning_revised, language);
    case CellStatus::estimate:
      return text(base::Word::meaning_estimate, language);
  }
  return "";
}

std::string superscript_from_number(int number) {
  constexpr std::array<std::string_view, 10> digits = {"⁰", "¹", "²", "³", "⁴",
                                                       "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string text;
  for (; number > 0; number /= 10) {
    text.insert(0, digits[static_cast<std::size_t>(number % 10)]);
  }
  return text;
}

std::string marks_from_numbers(const std::vector<int>& numbers) {
  std::string marks;
  for (const int number : numbers) {
    if (number == 0) continue;
    if (!marks.empty()) marks += ' ';
    marks += superscript_from_number(number);
  }
  return marks;
}

std::string title_marks(const PivotGrid& grid) {
  std::vector<int> numbers;
  for (const std::uint32_t note : grid.notes_in_use()) {
    if (grid.table().notes[note].where.empty()) numbers.push_back(grid.note_number(note));
  }
  return marks_from_numbers(numbers);
}

}  // namespace stats
