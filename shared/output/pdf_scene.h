// A scene as a PDF file of one sheet: the chart or map that SVG and the canvas show, with the
// letterhead, the notes and the proof of origin that tables have on paper.
#pragma once

#include <string>

#include "base/result.h"
#include "output/pdf.h"
#include "output/pdf_sheet.h"
#include "stats/scene.h"

namespace output {

/// As wide as a scene for paper should be made, in its pixels: drawn without enlarging, three
/// quarters of a point each, which makes its usual text as large as that of tables.
inline constexpr float pdf_scene_width = 698;

/// The bytes of a .pdf file; the same arguments give the same bytes. The sheet is an upright A4,
/// and longer where the drawing is: its texts never become small. A scene that is a refusal becomes
/// a sheet that says so. `page` is of the same view: source, dates, language.
///
/// Fails with `invalid` where a font is none.
base::Result<std::string> pdf_from_scene(const stats::Scene& scene, const Page& page,
                                         const PdfFacts& facts);

/// The scene with its upper left corner at `origin`, `scale` points a pixel.
PdfDrawing pdf_drawing_from_scene(const stats::Scene& scene, PdfPoint origin, double scale,
                                  const PdfMeasure& measure);

}  // namespace output
