#include "output/pdf_sheet.h"

#include <algorithm>
#include <array>

#include "base/words.h"
#include "output/pdf_columns.h"

namespace output {
namespace {

using base::Word;

constexpr double thin = 0.75, thick = 1.5;
constexpr double ascent = 0.76;  // Of the type's size: from the top of a line to its baseline.
constexpr double mark_gap = 1.5;

/// Draws one sheet from top to bottom.
class Pencil {
 public:
  Pencil(const PdfPlan& plan, const Page& page, const PdfFacts& facts, const PdfMeasure& measure)
      : plan_(plan), page_(page), facts_(facts), measure_(measure) {}

  PdfDrawing draw(std::size_t index) {
    const PdfSheet& sheet = plan_.sheets[index];
    const bool is_first = index == 0;
    top_ = pdf_margin_top;
    if (is_first && !facts_.office.empty()) letterhead();
    lines(is_first ? plan_.titles : plan_.titles_next, pdf_title_size, pdf_title_line);
    top_ += pdf_after_title;
    top_ += plan_.drawing_height;
    if (sheet.has_table) table(sheet);
    if (sheet.line_begin < sheet.line_end) {
      top_ += pdf_before_end;
      const auto begin = plan_.end.begin();
      lines({begin + static_cast<std::ptrdiff_t>(sheet.line_begin),
             begin + static_cast<std::ptrdiff_t>(sheet.line_end)},
            pdf_note_size, pdf_note_line);
    }
    foot(index);
    return std::move(drawing_);
  }

 private:
  double left() const { return pdf_margin; }
  double right() const { return plan_.width - pdf_margin; }

  PdfType type(double size, PdfWeight weight) const { return {measure_, size, weight}; }

  void text(double x, double baseline, double size, PdfWeight weight, PdfShade shade,
            std::string words) {
    if (words.empty()) return;
    drawing_.texts.push_back({x, baseline, size, weight, shade, std::move(words)});
  }

  void level_rule(double x1, double x2, double y, double thickness, PdfShade shade) {
    drawing_.rules.push_back({x1, y, x2, y, thickness, shade});
  }

  /// The sign of the site: a granary.
  void sign(double x, double y) {
    constexpr double scale = 24.0 / 32;
    struct Stroke {
      double x1, y1, x2, y2;
    };
    constexpr std::array strokes = {Stroke{3, 14, 16, 4},     Stroke{16, 4, 29, 14},
                                    Stroke{6.5, 14, 9, 25},   Stroke{9, 25, 23, 25},
                                    Stroke{23, 25, 25.5, 14}, Stroke{11, 25, 11, 29},
                                    Stroke{21, 25, 21, 29}};
    for (const Stroke& stroke : strokes) {
      drawing_.rules.push_back({x + stroke.x1 * scale, y + stroke.y1 * scale, x + stroke.x2 * scale,
                                y + stroke.y2 * scale, 2.2 * scale, PdfShade::accent});
    }
  }

  void letterhead() {
    constexpr double words_x = 33;
    sign(left(), top_);
    text(left() + words_x, top_ + 9, 9.5, PdfWeight::semibold, PdfShade::black, facts_.office);
    text(left() + words_x, top_ + 21, pdf_note_size, PdfWeight::regular, PdfShade::black,
         facts_.office_place);
    level_rule(left(), right(), top_ + 32, thick, PdfShade::black);
    top_ += pdf_letterhead;
  }

  void lines(const std::vector<PdfLine>& placed, double size, double height) {
    for (const PdfLine& line : placed) {
      if (line.is_beside) top_ -= height;
      text(left() + line.x, top_ + ascent * size + (height - size) / 2, size, line.weight,
           line.is_muted ? PdfShade::muted : PdfShade::black, line.text);
      top_ += height;
    }
  }

  // --- Table ---

  void table(const PdfSheet& sheet) {
    const PdfBlock& block = plan_.blocks[sheet.block];
    table_right_ = left() + plan_.stub_width() + pdf_columns_width(plan_, block.begin, block.end);
    headings(block);
    number_row(block);
    for (std::size_t row = sheet.row_begin; row < sheet.row_end; ++row)
      table_row(sheet, block, row);
    level_rule(left(), table_right_, top_, thin, PdfShade::black);
  }

  double column_x(const PdfBlock& block, std::size_t column) const {
    return left() + plan_.stub_width() + pdf_columns_width(plan_, block.begin, column);
  }

  void heading_lines(const std::vector<PdfLine>& words, double x, double width, double top,
                     double height, int side) {
    // Side: -1 left, 0 middle, 1 right. A heading of one column stands at the foot of its cell.
    const double free = height - pdf_text_line * static_cast<double>(words.size());
    double y = top + (side == 1 ? free - pdf_heading_padding / 2 : free / 2);
    for (const PdfLine& line : words) {
      const double spare = width - type(pdf_text_size, line.weight).width(line.text);
      const double shift = side < 0 ? 0 : side == 0 ? spare / 2 : spare;
      text(x + shift, baseline(y), pdf_text_size, line.weight,
           line.is_muted ? PdfShade::muted : PdfShade::black, line.text);
      y += pdf_text_line;
    }
  }

  double baseline(double line_top) const {
    return line_top + ascent * pdf_text_size + (pdf_text_line - pdf_text_size) / 2;
  }

  void headings(const PdfBlock& block) {
    level_rule(left(), table_right_, top_, thin, PdfShade::black);
    double x = left();
    for (std::size_t level = 0; level < plan_.stub_widths.size(); ++level) {
      const double width = plan_.stub_widths[level] - 2 * pdf_cell_padding;
      heading_lines(pdf_heading_lines(page_.stub_titles[level], pdf_stub_title_other(page_, level),
                                      width, measure_),
                    x + pdf_cell_padding, width, top_, plan_.heading_height(), -1);
      x += plan_.stub_widths[level];
    }
    for (const PdfHeading& heading : plan_.headings) {
      if (heading.begin < block.end && heading.end > block.begin) heading_cell(heading, block);
    }
    top_ += plan_.heading_height();
  }

  void heading_cell(const PdfHeading& heading, const PdfBlock& block) {
    const auto height_of = [&](std::size_t begin, std::size_t end) {
      double height = 0;
      for (std::size_t level = begin; level < end; ++level)
        height += plan_.heading_heights[level];
      return height;
    };
    const double top = top_ + height_of(0, heading.level);
    const std::size_t end_level = heading.level + heading.levels;
    const double height = height_of(heading.level, end_level);
    const double x = column_x(block, std::max(heading.begin, block.begin));
    const double width = pdf_heading_text_width(plan_, heading, block);
    const bool is_right = pdf_stands_right(plan_, heading);
    heading_lines(pdf_heading_lines(heading.text, heading.other, width, measure_),
                  x + pdf_cell_padding, width, top, height, is_right ? 1 : 0);
    if (end_level < plan_.heading_heights.size()) {
      level_rule(x + 2, x + width + 2 * pdf_cell_padding - 2, top + height, thin / 2,
                 PdfShade::pale);
    }
  }

  /// (1) (2) (3): counted over all columns, so that a block goes on where the last one ended.
  void number_row(const PdfBlock& block) {
    level_rule(left(), table_right_, top_, thin, PdfShade::black);
    const PdfType note = type(pdf_note_size, PdfWeight::regular);
    const double y = top_ + (pdf_number_row - pdf_note_size) / 2 + ascent * pdf_note_size;
    const auto number = [](std::size_t index) { return "(" + std::to_string(index + 1) + ")"; };
    double x = left();
    for (std::size_t level = 0; level < plan_.stub_widths.size(); ++level) {
      const std::string words = number(level);
      text(x + (plan_.stub_widths[level] - note.width(words)) / 2, y, pdf_note_size,
           PdfWeight::regular, PdfShade::black, words);
      x += plan_.stub_widths[level];
    }
    for (std::size_t column = block.begin; column < block.end; ++column) {
      const std::string words = number(plan_.stub_widths.size() + column);
      x += plan_.columns[column].width;
      text(x - plan_.columns[column].gutter - note.width(words), y, pdf_note_size,
           PdfWeight::regular, PdfShade::black, words);
    }
    top_ += pdf_number_row;
    level_rule(left(), table_right_, top_, thin, PdfShade::black);
  }

  void table_row(const PdfSheet& sheet, const PdfBlock& block, std::size_t index) {
    const PageRow& row = page_.rows[index];
    const bool is_first = index == sheet.row_begin;
    const auto weight = row.is_total ? PdfWeight::semibold : PdfWeight::regular;
    if (row.is_total && !is_first && !page_.rows[index - 1].is_total) {
      const bool is_last = index + 1 == page_.rows.size();
      level_rule(left(), table_right_, top_, thin, is_last ? PdfShade::black : PdfShade::pale);
    }
    row_labels(row, weight, is_first);
    for (std::size_t column = block.begin; column < block.end && column < row.cells.size();
         ++column) {
      cell(row.cells[column], plan_.columns[column],
           column_x(block, column) + plan_.columns[column].width, weight);
    }
    top_ += is_first ? plan_.row_heights_first[index] : plan_.row_heights[index];
  }

  void row_labels(const PageRow& row, PdfWeight weight, bool is_first) {
    double x = left();
    for (std::size_t level = 0; level < row.labels.size(); ++level) {
      const PageLabel& label = row.labels[level];
      double y = top_ + pdf_row_padding / 2;
      if (label.span > 0 || is_first) {
        const auto words = pdf_label_lines(plan_, row, level, type(pdf_text_size, weight));
        for (const std::string& line : words) {
          text(x + pdf_cell_padding + pdf_label_indent(label), baseline(y), pdf_text_size, weight,
               PdfShade::black, line);
          y += pdf_text_line;
        }
      }
      x += plan_.stub_widths[level];
    }
  }

  /// A figure with its decimal sign under the one above, and its marks in the gutter.
  void cell(const PageCell& cell, const PdfColumn& column, double right_edge, PdfWeight weight) {
    const PdfType own = type(pdf_text_size, weight);
    const double edge = right_edge - column.gutter;
    const bool is_figure = cell.has_value && !stats::replaces_figure(cell.status);
    const double shift = is_figure ? column.fraction - pdf_fraction_width(cell, own) : 0;
    const double y = baseline(top_ + pdf_row_padding / 2);
    text(edge - shift - own.width(cell.text.figure), y, pdf_text_size, weight, PdfShade::black,
         cell.text.figure);
    text(edge + mark_gap, y, pdf_note_size, PdfWeight::regular, PdfShade::muted, pdf_marks(cell));
  }

  void foot(std::size_t index) {
    top_ = plan_.content_bottom();
    level_rule(left(), right(), top_, thin, PdfShade::pale);
    top_ += pdf_before_foot;
    const std::string number =
        base::text(Word::page_of, page_.language,
                   {std::to_string(index + 1), std::to_string(plan_.sheets.size())});
    const double top = top_;
    lines(plan_.foot, pdf_note_size, pdf_note_line);
    const PdfType note = type(pdf_note_size, PdfWeight::regular);
    text(right() - note.width(number),
         top + ascent * pdf_note_size + (pdf_note_line - pdf_note_size) / 2, pdf_note_size,
         PdfWeight::regular, PdfShade::muted, number);
  }

  const PdfPlan& plan_;
  const Page& page_;
  const PdfFacts& facts_;
  const PdfMeasure& measure_;
  PdfDrawing drawing_;
  double top_ = 0;
  double table_right_ = 0;
};

/// The innermost headings over a column, outermost first.
std::string heading_names(const PdfPlan& plan, std::size_t column) {
  std::string name;
  for (const PdfHeading& heading : plan.headings) {
    if (heading.begin <= column && column < heading.end)
      name += (name.empty() ? "" : ", ") + heading.text;
  }
  return name;
}

std::string from_to(const std::string& first, const std::string& last) {
  return first == last ? first : first + " – " + last;
}

}  // namespace

PdfDrawing pdf_drawing_of_sheet(const PdfPlan& plan, std::size_t index, const Page& page,
                                const PdfFacts& facts, const PdfMeasure& measure) {
  return Pencil(plan, page, facts, measure).draw(index);
}

std::string pdf_sheet_name(const PdfPlan& plan, std::size_t index, const Page& page) {
  const PdfSheet& sheet = plan.sheets[index];
  if (!sheet.has_table) return std::string(base::text(Word::notes, page.language));
  std::string name;
  if (sheet.row_begin < sheet.row_end) {
    name = from_to(row_name(page.rows[sheet.row_begin]), row_name(page.rows[sheet.row_end - 1]));
  }
  if (plan.blocks.size() > 1) {
    const PdfBlock& block = plan.blocks[sheet.block];
    name += (name.empty() ? "" : " · ") +
            from_to(heading_names(plan, block.begin), heading_names(plan, block.end - 1));
  }
  return name.empty() ? page.title : name;
}

}  // namespace output
