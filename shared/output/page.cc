#include "output/page.h"

#include <algorithm>
#include <limits>

#include "base/date.h"
#include "base/text.h"
#include "base/words.h"

namespace output {
namespace {

using base::Language;

Language other_language(Language language) {
  return language == Language::id ? Language::en : Language::id;
}

/// Empty where it is the same, or missing.
std::string other_of(const base::Text& text, Language language) {
  const std::string& other = text.in(other_language(language));
  return other == text.in(language) ? "" : other;
}

PageLabel page_label(const stats::PivotGrid& grid, const stats::Label& label, std::size_t level,
                     Language language) {
  PageLabel shown;
  shown.span = label.count;
  shown.is_total = label.is_total;
  shown.is_computed = label.is_total;
  if (label.is_total) {
    if (level == 0) shown.text = base::text(base::Word::total_shown, language);
    return shown;
  }
  const stats::Dimension& dimension = grid.table().dimensions[label.dimension];
  shown.text = dimension.categories[label.category].label.in(language);
  shown.note_marks =
      stats::marks_from_numbers(grid.category_note_numbers(label.dimension, label.category));
  shown.depth = dimension.depth_of(label.category);
  shown.is_total = dimension.total() == label.category;
  return shown;
}

PageCell page_cell(const stats::PivotGrid& grid, std::size_t row, std::size_t column,
                   Language language) {
  const stats::GridCell cell = grid.at(row, column);
  PageCell shown;
  shown.text = stats::text_from_cell(cell, language);
  shown.figure = stats::figure_from_cell(cell);
  shown.value = cell.cell.value;
  shown.has_value = cell.cell.has_value;
  shown.decimals = cell.decimals;
  shown.status = cell.cell.status;
  std::vector<int> numbers;
  for (const std::uint32_t note : grid.cell_notes(row, column)) {
    numbers.push_back(grid.note_number(note));
  }
  shown.note_marks = stats::marks_from_numbers(numbers);
  return shown;
}

std::string heading_other(const stats::PivotGrid& grid, const stats::Label& label,
                          std::size_t level, Language language) {
  if (label.is_total) {
    return std::string(level > 0 ? ""
                                 : base::text(base::Word::total_shown, other_language(language)));
  }
  const stats::Dimension& dimension = grid.table().dimensions[label.dimension];
  return other_of(dimension.categories[label.category].label, language);
}

std::vector<PageLabel> heading_level(const stats::PivotGrid& grid, std::size_t level,
                                     Language language) {
  std::vector<PageLabel> labels;
  for (std::size_t column = 0; column < grid.columns_count();) {
    const stats::Label label = grid.column_label(level, column);
    labels.push_back(page_label(grid, label, level, language));
    labels.back().other = heading_other(grid, label, level, language);
    column += std::max<std::size_t>(label.count, 1);
  }
  return labels;
}

PageRow page_row(const stats::PivotGrid& grid, std::size_t row, std::size_t rows_shown,
                 Language language) {
  PageRow shown;
  shown.is_total = grid.row_kind(row) != stats::LineKind::plain;
  for (std::size_t level = 0; level < grid.stub().size(); ++level) {
    const stats::Label label = grid.row_label(level, row);
    PageLabel named = page_label(grid, label, level, language);
    named.span = label.begin == row ? std::min(label.count, rows_shown - row) : 0;
    shown.labels.push_back(std::move(named));
  }
  for (std::size_t column = 0; column < grid.columns_count(); ++column) {
    shown.cells.push_back(page_cell(grid, row, column, language));
  }
  return shown;
}

/// A total stands below its parts: what they are indented under is not above them, so the outermost
/// parts begin at the edge.
void shift_depths(std::vector<PageRow>& rows, std::size_t level) {
  int least = std::numeric_limits<int>::max();
  for (const PageRow& row : rows) {
    if (!row.labels[level].is_total) least = std::min(least, row.labels[level].depth);
  }
  for (PageRow& row : rows) {
    PageLabel& label = row.labels[level];
    label.depth = std::max(label.depth - least, 0);
  }
}

/// The measures that are shown have one unit in common.
bool has_one_unit(const stats::PivotGrid& grid) {
  const stats::Table& table = grid.table();
  const std::uint32_t measure = table.measure_dimension();
  for (const auto* axis : {&grid.stub(), &grid.heading()}) {
    for (const stats::AxisLevel& level : *axis) {
      if (level.dimension != measure || level.categories.empty()) continue;
      const auto& measures = table.measure().categories;
      const base::Text& first = measures[level.categories.front()].unit;
      return std::all_of(level.categories.begin(), level.categories.end(),
                         [&](std::uint32_t index) { return measures[index].unit == first; });
    }
  }
  return true;
}

void name_dimensions(Page& page, const stats::PivotGrid& grid, Language language) {
  const stats::Table& table = grid.table();
  for (const stats::Coordinate& place : grid.fixed()) {
    const stats::Dimension& dimension = table.dimensions[place.dimension];
    page.fixed.push_back(dimension.label.in(language) + ": " +
                         dimension.categories[place.category].label.in(language));
  }
  for (const stats::AxisLevel& level : grid.stub()) {
    const base::Text& label = table.dimensions[level.dimension].label;
    page.stub_titles.push_back(label.in(language));
    page.stub_titles_other.push_back(other_of(label, language));
  }
  for (const stats::AxisLevel& level : grid.heading()) {
    page.heading_titles.push_back(table.dimensions[level.dimension].label.in(language));
  }
  page.rows_are_periods =
      grid.stub().size() == 1 && table.time_dimension() == grid.stub().front().dimension;
}

/// Of "¹ ² ³" those that are among `kept`.
std::string kept_marks(std::string_view marks, const std::vector<std::string>& kept) {
  std::string left;
  for (const std::string_view mark : base::split(marks, ' ')) {
    if (std::find(kept.begin(), kept.end(), mark) == kept.end()) continue;
    (left += left.empty() ? "" : " ") += mark;
  }
  return left;
}

}  // namespace

std::string row_name(const PageRow& row) {
  std::string name;
  for (const PageLabel& label : row.labels) {
    if (!label.text.empty()) name += (name.empty() ? "" : ", ") + label.text;
  }
  return name;
}

std::string marked(std::string_view text, std::string_view marks) {
  std::string made(text);
  if (!marks.empty()) made += " " + std::string(marks);
  return made;
}

Page page_from_grid(const stats::PivotGrid& grid, Language language, std::size_t rows_max) {
  const stats::Table& table = grid.table();
  const Language other = other_language(language);
  Page page;
  page.language = language;
  page.code = table.code;
  page.title = stats::title_from_grid(grid, language);
  const std::string& title_other = other == Language::en ? table.title.en : table.title.id;
  if (!title_other.empty()) page.title_other = stats::title_from_grid(grid, other);
  page.unit = stats::unit_from_grid(grid, language);
  page.unit_other = stats::unit_from_grid(grid, other);
  page.has_one_unit = has_one_unit(grid);
  name_dimensions(page, grid, language);

  for (std::size_t level = 0; level < grid.heading().size(); ++level) {
    page.heading.push_back(heading_level(grid, level, language));
  }
  page.rows_count = grid.rows_count();
  const std::size_t rows_shown =
      rows_max == 0 ? page.rows_count : std::min(rows_max, page.rows_count);
  page.rows.reserve(rows_shown);
  for (std::size_t row = 0; row < rows_shown; ++row) {
    page.rows.push_back(page_row(grid, row, rows_shown, language));
  }

  for (std::size_t level = 0; level < grid.stub().size(); ++level)
    shift_depths(page.rows, level);

  page.title_marks = stats::title_marks(grid);
  for (const std::uint32_t note : grid.notes_in_use()) {
    page.notes.push_back({grid.note_number(note), table.notes[note].text.in(language),
                          table.notes[note].is_mandatory});
  }
  for (const stats::CellStatus status : grid.statuses_in_use()) {
    if (status == stats::CellStatus::final) continue;
    page.legend.emplace_back(stats::mark_from_status(status),
                             stats::meaning_from_status(status, language));
  }
  page.source = table.source.in(language);
  if (table.updated.is_set()) page.updated = base::text_from_date(table.updated, language);
  page.licence = table.licence;
  page.period = table.period(language);
  return page;
}

void leave_out_notes(Page& page) {
  page.notes.erase(std::remove_if(page.notes.begin(), page.notes.end(),
                                  [](const PageNote& note) { return !note.is_mandatory; }),
                   page.notes.end());
  page.legend.clear();
  std::vector<std::string> kept;
  for (const PageNote& note : page.notes)
    kept.push_back(stats::superscript_from_number(note.number));
  const auto keep = [&](std::string& marks) {
    if (!marks.empty()) marks = kept_marks(marks, kept);
  };
  keep(page.title_marks);
  for (std::vector<PageLabel>& level : page.heading) {
    for (PageLabel& label : level)
      keep(label.note_marks);
  }
  for (PageRow& row : page.rows) {
    for (PageLabel& label : row.labels)
      keep(label.note_marks);
    for (PageCell& cell : row.cells)
      keep(cell.note_marks);
  }
}

void leave_out_source(Page& page) {
  page.source.clear();
  page.updated.clear();
  page.licence.clear();
}

}  // namespace output
