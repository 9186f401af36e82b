#include "output/pdf_columns.h"

#include <algorithm>

#include "base/words.h"

namespace output {
namespace {

constexpr double heading_width_wished = 62;  // A longer heading wraps.
constexpr double heading_word_max = 90;      // A longer word is parted.
constexpr double column_width_wished = 92;   // Wider, the eye loses the row.
constexpr double gutter_least = 9;
constexpr double stub_share_max = 0.42;  // Of the paper's width.
constexpr double stub_room_wished = 90;  // What a stub may get beyond its labels.

PdfType text_type(const PdfMeasure& measure, bool is_bold = false) {
  return {measure, pdf_text_size, is_bold ? PdfWeight::semibold : PdfWeight::regular};
}

// --- Stub ---

std::vector<double> stub_widths(const Page& page, const PdfMeasure& measure, double width_max) {
  const PdfType bold = text_type(measure, true), plain = text_type(measure);
  std::vector<double> widths;
  for (std::size_t level = 0; level < page.stub_titles.size(); ++level) {
    const double title = std::max(bold.width(page.stub_titles[level]),
                                  plain.width(pdf_stub_title_other(page, level)));
    widths.push_back(std::min(title, heading_word_max));
  }
  for (const PageRow& row : page.rows) {
    const PdfType type = text_type(measure, row.is_total);
    for (std::size_t level = 0; level < row.labels.size(); ++level) {
      const PageLabel& label = row.labels[level];
      if (label.is_computed && row.labels.size() > 1) continue;
      const double needed =
          type.width(pdf_marked(label.text, label.note_marks)) + pdf_label_indent(label);
      widths[level] = std::max(widths[level], needed);
    }
  }
  double total = 0;
  for (double& width : widths)
    total += width += 2 * pdf_cell_padding;
  // Where labels are long, the widest levels give way and wrap.
  const double fair = width_max / static_cast<double>(std::max<std::size_t>(widths.size(), 1));
  double narrow = 0, wide = 0;
  for (const double width : widths)
    (width <= fair ? narrow : wide) += width;
  if (total <= width_max || wide == 0) return widths;
  for (double& width : widths) {
    if (width > fair) width *= (width_max - narrow) / wide;
  }
  return widths;
}

// --- Headings ---

std::vector<PdfHeading> headings_of(const Page& page) {
  if (page.heading.empty()) {
    return {{0, 1, 0, 1, std::string(base::text(base::Word::figures, page.language)), ""}};
  }
  std::vector<PdfHeading> headings;
  const std::size_t levels_count = page.heading.size();
  for (std::size_t level = 0; level < levels_count; ++level) {
    std::size_t column = 0;
    for (const PageLabel& label : page.heading[level]) {
      const std::size_t end = column + std::max<std::size_t>(label.span, 1);
      if (!label.is_computed || level == 0) {
        const std::size_t levels = label.is_computed ? levels_count : 1;
        headings.push_back(
            {level, levels, column, end, pdf_marked(label.text, label.note_marks), label.other});
      }
      column = end;
    }
  }
  return headings;
}

bool is_leaf(const PdfHeading& heading, const PdfPlan& plan) {
  return heading.level + heading.levels == plan.heading_heights.size();
}

// --- Columns ---

/// What the figures of each column need: {width without gutter, gutter, fraction}.
std::vector<PdfColumn> columns_of(const Page& page, std::size_t count, const PdfMeasure& measure) {
  std::vector<PdfColumn> columns(count, {0, gutter_least, 0});
  std::vector<double> wholes(count, 0);
  for (const PageRow& row : page.rows) {
    const PdfType type = text_type(measure, row.is_total);
    for (std::size_t index = 0; index < row.cells.size(); ++index) {
      const PageCell& cell = row.cells[index];
      const double fraction = pdf_fraction_width(cell, type);
      PdfColumn& column = columns[index];
      column.fraction = std::max(column.fraction, fraction);
      column.gutter = std::max(column.gutter, pdf_marks_width(cell, measure) + 3);
      wholes[index] = std::max(wholes[index], type.width(cell.text.figure) - fraction);
    }
  }
  for (std::size_t index = 0; index < count; ++index)
    columns[index].width = wholes[index] + columns[index].fraction;
  return columns;
}

void widen_for_headings(PdfPlan& plan, const PdfMeasure& measure) {
  const PdfType bold = text_type(measure, true), plain = text_type(measure);
  const auto word_of = [&](const PdfHeading& heading) {
    const double widest =
        std::max(pdf_word_width(heading.text, bold), pdf_word_width(heading.other, plain));
    return std::min(widest, heading_word_max);
  };
  for (const PdfHeading& heading : plan.headings) {
    const double word = word_of(heading);
    if (is_leaf(heading, plan) && heading.end - heading.begin == 1) {
      const double wished = std::min(std::max(bold.width(heading.text), plain.width(heading.other)),
                                     heading_width_wished);
      double& width = plan.columns[heading.begin].width;
      width = std::max(width, std::max(word, wished));
    }
  }
  for (PdfColumn& column : plan.columns)
    column.width += pdf_cell_padding + column.gutter;
  for (const PdfHeading& heading : plan.headings) {
    const double lacking = word_of(heading) + 2 * pdf_cell_padding -
                           pdf_columns_width(plan, heading.begin, heading.end);
    if (lacking <= 0) continue;
    for (std::size_t column = heading.begin; column < heading.end; ++column)
      plan.columns[column].width += lacking / static_cast<double>(heading.end - heading.begin);
  }
}

// --- Blocks ---

/// Where an outermost group begins.
std::vector<bool> group_begins(const PdfPlan& plan) {
  std::vector<bool> begins(plan.columns.size() + 1, false);
  begins.back() = true;
  for (const PdfHeading& heading : plan.headings) {
    if (heading.level == 0) begins[heading.begin] = true;
  }
  return begins;
}

/// As many columns as have room; a group is parted only where it has no room by itself.
std::vector<PdfBlock> blocks_of(const PdfPlan& plan, double width) {
  const std::vector<bool> begins = group_begins(plan);
  std::vector<PdfBlock> blocks;
  for (std::size_t begin = 0; begin < plan.columns.size();) {
    std::size_t end = begin;
    double taken = 0;
    while (end < plan.columns.size() &&
           (end == begin || taken + plan.columns[end].width <= width)) {
      taken += plan.columns[end++].width;
    }
    std::size_t whole = end;
    while (whole > begin && !begins[whole])
      --whole;
    if (whole > begin) end = whole;
    blocks.push_back({begin, end});
    begin = end;
  }
  return blocks;
}

/// The columns of a block take the room that is left, up to what the eye follows.
void fill_blocks(PdfPlan& plan, double width) {
  for (const PdfBlock& block : plan.blocks) {
    const double taken = pdf_columns_width(plan, block.begin, block.end);
    const double more = (width - taken) / static_cast<double>(block.end - block.begin);
    for (std::size_t column = block.begin; column < block.end; ++column) {
      double& own = plan.columns[column].width;
      own = std::max(own, std::min(own + std::max(more, 0.0), column_width_wished));
    }
  }
}

// --- Heights ---

/// The part of a heading that a block shows.
double shown_width(const PdfPlan& plan, const PdfHeading& heading, const PdfBlock& block) {
  return pdf_columns_width(plan, std::max(heading.begin, block.begin),
                           std::min(heading.end, block.end));
}

void set_heading_heights(PdfPlan& plan, const Page& page, const PdfMeasure& measure) {
  const auto height_of = [&](std::string_view text, std::string_view other, double width) {
    const std::size_t lines =
        std::max<std::size_t>(pdf_heading_lines(text, other, width, measure).size(), 1);
    return static_cast<double>(lines) * pdf_text_line + pdf_heading_padding;
  };
  const auto make_room = [&](std::size_t level, std::size_t levels, double height) {
    for (std::size_t above = level; above + 1 < level + levels; ++above)
      height -= plan.heading_heights[above];
    double& last = plan.heading_heights[level + levels - 1];
    last = std::max(last, height);
  };
  for (const PdfBlock& block : plan.blocks) {
    for (const PdfHeading& heading : plan.headings) {
      if (heading.begin >= block.end || heading.end <= block.begin) continue;
      const double width = pdf_heading_text_width(plan, heading, block);
      make_room(heading.level, heading.levels, height_of(heading.text, heading.other, width));
    }
  }
  for (std::size_t level = 0; level < page.stub_titles.size(); ++level) {
    const double width = plan.stub_widths[level] - 2 * pdf_cell_padding;
    make_room(0, plan.heading_heights.size(),
              height_of(page.stub_titles[level], pdf_stub_title_other(page, level), width));
  }
}

}  // namespace

double pdf_columns_width(const PdfPlan& plan, std::size_t begin, std::size_t end) {
  double width = 0;
  for (std::size_t column = begin; column < end; ++column)
    width += plan.columns[column].width;
  return width;
}

bool pdf_stands_right(const PdfPlan& plan, const PdfHeading& heading) {
  return is_leaf(heading, plan) && heading.end - heading.begin == 1;
}

double pdf_heading_text_width(const PdfPlan& plan, const PdfHeading& heading,
                              const PdfBlock& block) {
  const double width = shown_width(plan, heading, block);
  if (!pdf_stands_right(plan, heading)) return width - 2 * pdf_cell_padding;
  return width - pdf_cell_padding - plan.columns[heading.begin].gutter;
}

std::string_view pdf_stub_title_other(const Page& page, std::size_t level) {
  if (level >= page.stub_titles_other.size()) return {};
  return page.stub_titles_other[level];
}

std::vector<PdfLine> pdf_heading_lines(std::string_view text, std::string_view other, double width,
                                       const PdfMeasure& measure) {
  std::vector<PdfLine> lines;
  pdf_add_lines(lines, text, 0, width, text_type(measure, true));
  pdf_add_lines(lines, other, 0, width, text_type(measure), true);
  return lines;
}

void pdf_plan_columns(PdfPlan& plan, const Page& page, const PdfMeasure& measure) {
  plan.headings = headings_of(page);
  plan.heading_heights.assign(std::max<std::size_t>(page.heading.size(), 1), 0);
  std::size_t count = 0;
  for (const PdfHeading& heading : plan.headings)
    count = std::max(count, heading.end);
  const double content = plan.content_width();
  plan.stub_widths = stub_widths(page, measure, stub_share_max * content);
  plan.columns = columns_of(page, count, measure);
  widen_for_headings(plan, measure);
  plan.blocks = blocks_of(plan, content - plan.stub_width());
  fill_blocks(plan, content - plan.stub_width());
  double widest = 0;
  for (const PdfBlock& block : plan.blocks)
    widest = std::max(widest, pdf_columns_width(plan, block.begin, block.end));
  if (!plan.stub_widths.empty()) {
    const double left = content - plan.stub_width() - widest;
    plan.stub_widths.back() += std::clamp(left, 0.0, stub_room_wished);
  }
  set_heading_heights(plan, page, measure);
}

}  // namespace output
