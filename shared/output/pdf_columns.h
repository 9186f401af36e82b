// The widths of a plan: stub, figure columns, headings, and the blocks that they fall into.
#pragma once

#include "output/pdf_plan.h"

namespace output {

/// Sets stub_widths, columns, headings, heading_heights and blocks for the paper that `plan` has.
void pdf_plan_columns(PdfPlan& plan, const Page& page, const PdfMeasure& measure);

/// How wide columns `begin` to `end` are together.
double pdf_columns_width(const PdfPlan& plan, std::size_t begin, std::size_t end);

/// A heading of a single column stands over the figures, at their right; others stand in the
/// middle.
bool pdf_stands_right(const PdfPlan& plan, const PdfHeading& heading);

/// The room for the text of a heading, of which `block` may show a part.
double pdf_heading_text_width(const PdfPlan& plan, const PdfHeading& heading,
                              const PdfBlock& block);

/// Of a level of the stub; empty where it has none.
std::string_view pdf_stub_title_other(const Page& page, std::size_t level);

/// A heading in lines `width` wide: its text, then that in the other language.
std::vector<PdfLine> pdf_heading_lines(std::string_view text, std::string_view other, double width,
                                       const PdfMeasure& measure);

}  // namespace output
