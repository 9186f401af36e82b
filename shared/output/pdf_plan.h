// How a page comes onto paper: widths, heights, and which rows and columns stand on which sheet.
// Plain values, so that they can be tested without a PDF. Lengths are points.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "output/page.h"
#include "output/pdf.h"
#include "output/pdf_text.h"

namespace output {

// --- The style ---

inline constexpr double pdf_paper_short = 595.28, pdf_paper_long = 841.89;  // A4.
inline constexpr double pdf_margin = 36, pdf_margin_top = 30, pdf_margin_bottom = 24;
inline constexpr double pdf_text_size = 8.5, pdf_text_line = 11;
inline constexpr double pdf_note_size = 7.5, pdf_note_line = 10.5;
inline constexpr double pdf_title_size = 9, pdf_title_line = 12.5;
inline constexpr double pdf_row_padding = 5;      // Above and below a row's text, together.
inline constexpr double pdf_heading_padding = 6;  // The same of a heading.
inline constexpr double pdf_cell_padding = 6;     // Left of a figure, both sides of a label.
inline constexpr double pdf_indent = 8;           // A step of the hierarchy.
inline constexpr double pdf_number_row = 13;      // (1) (2) (3)
inline constexpr double pdf_letterhead = 44;      // With its rule and what is free below it.
inline constexpr double pdf_after_title = 4, pdf_before_end = 6, pdf_before_foot = 5;

// --- The plan ---

/// A column of figures.
struct PdfColumn {
  double width = 0;
  double gutter = 0;    ///< Right of the figures: marks stand there.
  double fraction = 0;  ///< Of the widest decimals with their sign, so that signs are in line.
};

/// A heading over figure columns `begin` to `end`, `levels` high.
struct PdfHeading {
  std::size_t level = 0, levels = 1;
  std::size_t begin = 0, end = 0;
  std::string text, other;  ///< `other`: in the other language, below; may be empty.
};

/// Figure columns that stand beside each other.
struct PdfBlock {
  std::size_t begin = 0, end = 0;
};

/// A line of what stands above or below the table.
struct PdfLine {
  double x = 0;
  std::string text;
  PdfWeight weight = PdfWeight::regular;
  bool is_muted = false;
  bool is_beside = false;  ///< On the line of the one before it.
};

struct PdfSheet {
  bool has_table = false;
  std::size_t block = 0;
  std::size_t row_begin = 0, row_end = 0;
  std::size_t line_begin = 0, line_end = 0;  ///< Of what stands below the table.
};

struct PdfPlan {
  double width = 0, height = 0;  ///< Of the paper.
  std::vector<double> stub_widths;
  std::vector<PdfColumn> columns;
  std::vector<PdfHeading> headings;
  std::vector<double> heading_heights;  ///< One a level.
  std::vector<PdfBlock> blocks;
  std::vector<double> row_heights;           ///< Where the labels above still cover the row.
  std::vector<double> row_heights_first;     ///< At the top of a sheet, where they are repeated.
  std::vector<PdfLine> titles, titles_next;  ///< Over the first sheet, and the others.
  double drawing_height = 0;                 ///< Left free below the titles, for a scene.
  std::vector<PdfLine> end;                  ///< Below the table.
  std::vector<PdfLine> foot;                 ///< At the bottom of each sheet.
  std::vector<PdfSheet> sheets;

  double heading_height() const;
  double stub_width() const;
  double content_width() const { return width - 2 * pdf_margin; }
  /// Where the foot begins.
  double content_bottom() const;
  /// Where the table begins, on the first sheet or another one.
  double table_top(bool is_first, bool has_letterhead) const;
};

/// How the rows, columns, notes of `page` come onto sheets. Fails as pdf_from_page does.
base::Result<PdfPlan> pdf_plan_from_page(const Page& page, const PdfFacts& facts,
                                         const PdfMeasure& measure);

/// Adds the lines of a text that begins at `x` and has `width`.
void pdf_add_lines(std::vector<PdfLine>& lines, std::string_view text, double x, double width,
                   const PdfType& type, bool is_muted = false);

/// "Sumber: BPS. Diperbarui 3 November 2026. Lisensi: CC BY 4.0."
std::string pdf_source_line(const Page& page);

/// What stands at the bottom of each sheet: when the file was made, its proof, its address.
std::vector<PdfLine> pdf_foot_of(const Page& page, const PdfFacts& facts, double width,
                                 const PdfMeasure& measure);

/// How high lines are together, each `line` high.
double pdf_lines_height(const std::vector<PdfLine>& lines, double line);

/// A label or heading with the marks of its notes, which no line begins with.
std::string pdf_marked(std::string_view text, std::string_view marks);

/// The lines of a label in its column of the stub; a computed total has the whole stub.
std::vector<std::string> pdf_label_lines(const PdfPlan& plan, const PageRow& row, std::size_t level,
                                         const PdfType& type);

/// How far a label stands in.
double pdf_label_indent(const PageLabel& label);

/// Of the decimals with their sign: of ",00" in "1,00". 0 without decimals.
double pdf_fraction_width(const PageCell& cell, const PdfType& type);

/// The marks of a cell: its status, then its notes; and how wide they are.
std::string pdf_marks(const PageCell& cell);
double pdf_marks_width(const PageCell& cell, const PdfMeasure& measure);

}  // namespace output
