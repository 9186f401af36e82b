#include "output/pdf_plan.h"

#include <algorithm>
#include <numeric>

#include "base/number.h"
#include "base/words.h"
#include "output/origin.h"
#include "output/pdf_columns.h"

namespace output {
namespace {

using base::Word;

constexpr std::size_t columns_upright_max = 7;  // The stub among them (screens.md 3.5).
constexpr double title_beside_max = 0.3;        // Of the width, for "Tabel …" beside the title.
constexpr double rows_height_least = 100;

// --- Lines above, below, and at the foot ---

/// What holds for the whole table: several units, which the title has no room for, and the
/// categories that are on no axis.
std::string fixed_line(const Page& page) {
  std::string line;
  if (!page.has_one_unit && !page.unit.empty())
    line = std::string(base::text(Word::unit, page.language)) + ": " + page.unit;
  for (const std::string& fixed : page.fixed)
    line += (line.empty() ? "" : " · ") + fixed;
  return line;
}

/// "Jumlah penduduk, 2025 (jiwa)".
std::string title_with_unit(const Page& page, const std::string& title, const std::string& unit) {
  return title.empty() || unit.empty() || !page.has_one_unit ? title : title + " (" + unit + ")";
}

std::vector<PdfLine> titles_of(const Page& page, Word number, double width,
                               const PdfMeasure& measure) {
  const PdfType bold{measure, pdf_title_size, PdfWeight::semibold};
  const PdfType plain{measure, pdf_title_size, PdfWeight::regular};
  const std::string name = base::text(number, page.language, {page.code});
  std::vector<PdfLine> lines;
  double x = bold.width(name) + 9;
  if (x > title_beside_max * width) {
    pdf_add_lines(lines, name, 0, width, bold);
    x = 0;
  } else {
    lines.push_back({0, name, PdfWeight::semibold, false});
  }
  const std::size_t beside = lines.size();
  pdf_add_lines(lines, pdf_marked(title_with_unit(page, page.title, page.unit), page.title_marks),
                x, width - x, bold);
  pdf_add_lines(lines, title_with_unit(page, page.title_other, page.unit_other), x, width - x,
                plain, true);
  pdf_add_lines(lines, fixed_line(page), x, width - x, plain, true);
  // The number and the beginning of the title share a line.
  if (x > 0 && lines.size() > beside) lines[beside].is_beside = true;
  return lines;
}

void add_notes(std::vector<PdfLine>& lines, const Page& page, double width, const PdfType& type) {
  const double hanging = type.width("¹⁰ ");
  for (const PageNote& note : page.notes) {
    const std::size_t first = lines.size();
    pdf_add_lines(lines, note.text, hanging, width - hanging, type);
    if (note.number == 0 || first == lines.size()) continue;
    const std::string mark = stats::superscript_from_number(note.number);
    const PdfLine begin{0, mark, type.weight, false};
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(first), begin);
    lines[first + 1].is_beside = true;
  }
}

std::vector<PdfLine> end_of(const Page& page, double width, const PdfMeasure& measure) {
  const PdfType type{measure, pdf_note_size, PdfWeight::regular};
  std::vector<PdfLine> lines;
  if (page.rows.size() < page.rows_count) {
    pdf_add_lines(lines,
                  base::text(Word::first_rows_shown, page.language,
                             {base::text_from_count(page.rows.size(), page.language),
                              base::text_from_count(page.rows_count, page.language)}),
                  0, width, type);
  }
  std::string legend;
  for (const auto& [mark, meaning] : page.legend)
    legend += (legend.empty() ? "" : " · ") + mark + " " + meaning;
  pdf_add_lines(lines, legend, 0, width, type);
  add_notes(lines, page, width, type);
  pdf_add_lines(lines, pdf_source_line(page), 0, width, type);
  return lines;
}

// --- Rows ---

double row_height(const PdfPlan& plan, const PageRow& row, const PdfMeasure& measure,
                  bool is_first) {
  const PdfType type{measure, pdf_text_size,
                     row.is_total ? PdfWeight::semibold : PdfWeight::regular};
  std::size_t lines = 1;
  for (std::size_t level = 0; level < row.labels.size(); ++level) {
    if (row.labels[level].span == 0 && !is_first) continue;
    lines = std::max(lines, pdf_label_lines(plan, row, level, type).size());
  }
  return static_cast<double>(lines) * pdf_text_line + pdf_row_padding;
}

/// Up to which row a sheet has room that begins with `begin` and has `height`; `begin` itself
/// where not even that one has.
std::size_t rows_end(const PdfPlan& plan, std::size_t begin, double height) {
  double taken = plan.row_heights_first[begin];
  if (taken > height) return begin;
  std::size_t end = begin + 1;
  while (end < plan.row_heights.size() && taken + plan.row_heights[end] <= height)
    taken += plan.row_heights[end++];
  return end;
}

double rows_height(const PdfPlan& plan, std::size_t begin, std::size_t end) {
  if (begin == end) return 0;
  return std::accumulate(plan.row_heights.begin() + static_cast<std::ptrdiff_t>(begin) + 1,
                         plan.row_heights.begin() + static_cast<std::ptrdiff_t>(end),
                         plan.row_heights_first[begin]);
}

// --- Sheets ---

std::size_t columns_count(const PdfPlan& plan) {
  return plan.stub_widths.size() + plan.columns.size();
}

/// The notes go on below the last row, and on further sheets where they are many.
void place_end(PdfPlan& plan, double top_next, bool has_letterhead) {
  const PdfSheet& last = plan.sheets.back();
  double top = plan.table_top(plan.sheets.size() == 1, has_letterhead) + plan.heading_height() +
               pdf_number_row + rows_height(plan, last.row_begin, last.row_end);
  std::size_t next = 0;
  for (bool is_new = false; next < plan.end.size(); is_new = true) {
    if (is_new) {
      plan.sheets.push_back({});
      top = top_next;
    }
    const double room = plan.content_bottom() - top - pdf_before_end;
    double taken = 0;
    PdfSheet& sheet = plan.sheets.back();
    sheet.line_begin = next;
    while (next < plan.end.size()) {
      const double height = plan.end[next].is_beside ? 0 : pdf_note_line;
      if (taken + height > room) break;
      taken += height;
      ++next;
    }
    sheet.line_end = next;
  }
}

base::Result<void> place_rows(PdfPlan& plan, const Page& page, bool has_letterhead) {
  const double heading = plan.heading_height() + pdf_number_row;
  const double top_next = plan.table_top(false, has_letterhead);
  std::size_t begin = 0;
  do {
    const double top = std::max(top_next, begin == 0 ? plan.table_top(true, has_letterhead) : 0);
    const double room = plan.content_bottom() - top - heading;
    const std::size_t end = page.rows.empty() ? 0 : rows_end(plan, begin, room);
    if (room < rows_height_least || (end == begin && !page.rows.empty())) {
      return base::fail(base::ErrorCode::too_large,
                        base::text(Word::pdf_no_room, page.language, {std::to_string(begin + 1)}));
    }
    for (std::size_t block = 0; block < plan.blocks.size(); ++block)
      plan.sheets.push_back({true, block, begin, end, 0, 0});
    begin = end;
    if (plan.sheets.size() > pdf_sheets_max) break;
  } while (begin < page.rows.size());
  // A table without columns still has its title and its notes.
  if (plan.sheets.empty()) plan.sheets.push_back({});
  place_end(plan, top_next, has_letterhead);
  if (plan.sheets.size() > pdf_sheets_max) {
    return base::fail(base::ErrorCode::too_large,
                      base::text(Word::pdf_too_many_sheets, page.language,
                                 {base::text_from_count(pdf_sheets_max, page.language)}));
  }
  return {};
}

void lay_paper(PdfPlan& plan, const Page& page, PdfDirection direction, const PdfMeasure& measure) {
  const auto lay = [&](bool is_across) {
    plan.width = is_across ? pdf_paper_long : pdf_paper_short;
    plan.height = is_across ? pdf_paper_short : pdf_paper_long;
    pdf_plan_columns(plan, page, measure);
  };
  lay(direction == PdfDirection::across);
  if (direction != PdfDirection::fitting) return;
  if (columns_count(plan) > columns_upright_max || plan.blocks.size() > 1) lay(true);
}

}  // namespace

double PdfPlan::heading_height() const {
  return std::accumulate(heading_heights.begin(), heading_heights.end(), 0.0);
}

double PdfPlan::stub_width() const {
  return std::accumulate(stub_widths.begin(), stub_widths.end(), 0.0);
}

double PdfPlan::content_bottom() const {
  return height - pdf_margin_bottom - pdf_lines_height(foot, pdf_note_line) - pdf_before_foot;
}

double PdfPlan::table_top(bool is_first, bool has_letterhead) const {
  const double above = is_first && has_letterhead ? pdf_letterhead : 0;
  const double titles_height = pdf_lines_height(is_first ? titles : titles_next, pdf_title_line);
  return pdf_margin_top + above + titles_height + pdf_after_title;
}

void pdf_add_lines(std::vector<PdfLine>& lines, std::string_view text, double x, double width,
                   const PdfType& type, bool is_muted) {
  for (std::string& line : pdf_lines(text, width, type))
    lines.push_back({x, std::move(line), type.weight, is_muted});
}

std::string pdf_source_line(const Page& page) {
  const auto word = [&](Word name) { return std::string(base::text(name, page.language)); };
  std::string line;
  const auto add = [&](const std::string& sentence) {
    line += (line.empty() ? "" : " ") + sentence + ".";
  };
  if (!page.source.empty()) add(word(Word::source) + ": " + page.source);
  if (!page.updated.empty()) add(word(Word::updated) + " " + page.updated);
  if (!page.licence.empty()) add(word(Word::licence) + ": " + page.licence);
  return line;
}

std::vector<PdfLine> pdf_foot_of(const Page& page, const PdfFacts& facts, double width,
                                 const PdfMeasure& measure) {
  const PdfType type{measure, pdf_note_size, PdfWeight::regular};
  std::vector<PdfLine> lines;
  // The number of the sheet stands at the end of the first line.
  const double number_width = type.width(
      base::text(Word::page_of, page.language, {std::string("00000"), std::string("00000")}));
  const std::string made = origin_line(facts.created, facts.origin_code, page.language);
  pdf_add_lines(lines, made, 0, width - number_width, type, true);
  if (lines.empty()) lines.push_back({0, "", PdfWeight::regular, true});
  pdf_add_lines(lines, facts.address, 0, width, type, true);
  return lines;
}

double pdf_lines_height(const std::vector<PdfLine>& lines, double line) {
  double height = 0;
  for (const PdfLine& placed : lines)
    height += placed.is_beside ? 0 : line;
  return height;
}

base::Result<PdfPlan> pdf_plan_from_page(const Page& page, const PdfFacts& facts,
                                         const PdfMeasure& measure) {
  PdfPlan plan;
  lay_paper(plan, page, facts.direction, measure);
  const double width = plan.content_width();
  plan.titles = titles_of(page, Word::table_number, width, measure);
  plan.titles_next = titles_of(page, Word::table_continued, width, measure);
  plan.end = end_of(page, width, measure);
  plan.foot = pdf_foot_of(page, facts, width, measure);
  plan.row_heights.reserve(page.rows.size());
  plan.row_heights_first.reserve(page.rows.size());
  for (const PageRow& row : page.rows) {
    plan.row_heights.push_back(row_height(plan, row, measure, false));
    plan.row_heights_first.push_back(row_height(plan, row, measure, true));
  }
  const base::Result<void> placed = place_rows(plan, page, !facts.office.empty());
  if (!placed) return tl::unexpected(placed.error());
  return plan;
}

std::string pdf_marked(std::string_view text, std::string_view marks) {
  std::string marked(text);
  // A narrow no-break space: a line does not end before the marks.
  if (!marks.empty()) marked.append("\u202F").append(marks);
  return marked;
}

std::vector<std::string> pdf_label_lines(const PdfPlan& plan, const PageRow& row, std::size_t level,
                                         const PdfType& type) {
  const PageLabel& label = row.labels[level];
  const bool reaches_across = label.is_computed && level == 0;
  const double width = reaches_across ? plan.stub_width() : plan.stub_widths[level];
  return pdf_lines(pdf_marked(label.text, label.note_marks),
                   width - 2 * pdf_cell_padding - pdf_label_indent(label), type);
}

double pdf_label_indent(const PageLabel& label) {
  constexpr int depth_max = 6;
  return pdf_indent * std::clamp(label.depth, 0, depth_max);
}

double pdf_fraction_width(const PageCell& cell, const PdfType& type) {
  if (!cell.has_value || stats::replaces_figure(cell.status) || cell.decimals <= 0) return 0;
  const auto bytes = static_cast<std::size_t>(cell.decimals) + 1;
  const std::string& figure = cell.text.figure;
  return bytes < figure.size() ? type.width(figure.substr(figure.size() - bytes)) : 0;
}

std::string pdf_marks(const PageCell& cell) {
  std::string marks = cell.text.mark;
  if (!marks.empty() && !cell.note_marks.empty()) marks += "\u202F";
  return marks + cell.note_marks;
}

double pdf_marks_width(const PageCell& cell, const PdfMeasure& measure) {
  const std::string marks = pdf_marks(cell);
  return marks.empty() ? 0 : PdfType{measure, pdf_note_size, PdfWeight::regular}.width(marks);
}

}  // namespace output
