// One sheet of a plan as what is drawn: texts and rules at their places. Lengths are points from
// the upper left corner of the paper.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "output/pdf_plan.h"

namespace output {

/// A colour as 0xRRGGBB; those of tables have names.
enum class PdfShade : std::uint32_t {
  black = 0x14211F,
  muted = 0x4A5956,
  pale = 0xD5DCDA,
  accent = 0x005E65,
};

struct PdfText {
  double x = 0, y = 0;  ///< Where the baseline begins.
  double size = 0;
  PdfWeight weight = PdfWeight::regular;
  PdfShade shade = PdfShade::black;
  std::string text;
};

/// A straight line.
struct PdfRule {
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
  double thickness = 0;
  PdfShade shade = PdfShade::black;
};

struct PdfPoint {
  double x = 0, y = 0;

  friend bool operator==(const PdfPoint&, const PdfPoint&) = default;
};

/// A filled area, its outline, or a line through its points.
struct PdfArea {
  std::vector<PdfPoint> points;
  bool is_closed = true;
  std::optional<PdfShade> fill, line;
  double thickness = 0;
};

/// In reading order; rules lie below areas, areas below texts.
struct PdfDrawing {
  std::vector<PdfText> texts;
  std::vector<PdfRule> rules;
  std::vector<PdfArea> areas;
};

/// What stands on sheet `index` of `plan`.
PdfDrawing pdf_drawing_of_sheet(const PdfPlan& plan, std::size_t index, const Page& page,
                                const PdfFacts& facts, const PdfMeasure& measure);

/// "Gelumbang – Lubai": the first and the last row of a sheet, and of columns where not all stand
/// on it: its name among the bookmarks.
std::string pdf_sheet_name(const PdfPlan& plan, std::size_t index, const Page& page);

}  // namespace output
