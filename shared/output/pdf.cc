#include "output/pdf.h"

#include "output/pdf_document.h"
#include "output/pdf_plan.h"
#include "output/pdf_sheet.h"

namespace output {
namespace {

constexpr std::size_t sheets_without_bookmarks_max = 5;

}  // namespace

base::Result<std::string> pdf_from_page(const Page& page, const PdfFacts& facts,
                                        const Progress& progress) {
  PdfDocument document(facts.regular_font, facts.semibold_font);
  if (!document.is_sound()) return document.bytes();
  const PdfMeasure measure = [&](std::string_view text, PdfWeight weight) {
    return document.width(text, weight);
  };
  const base::Result<PdfPlan> plan = pdf_plan_from_page(page, facts, measure);
  if (!plan) return tl::unexpected(plan.error());
  document.set_properties(pdf_properties(page.title, page, facts));
  const std::size_t count = plan->sheets.size();
  for (std::size_t index = 0; index < count; ++index) {
    const PdfDrawing drawing = pdf_drawing_of_sheet(*plan, index, page, facts, measure);
    const bool has_bookmark = count > sheets_without_bookmarks_max;
    document.add_sheet(plan->width, plan->height, drawing,
                       has_bookmark ? pdf_sheet_name(*plan, index, page) : "");
    const double share = static_cast<double>(index + 1) / static_cast<double>(count);
    if (progress && !progress(share)) {
      return base::fail(base::ErrorCode::cancelled, "The PDF file was stopped on request.");
    }
  }
  return document.bytes();
}

}  // namespace output
