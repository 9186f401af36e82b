#include "output/pdf_scene.h"

#include <algorithm>
#include <variant>

#include "output/pdf_document.h"
#include "output/pdf_plan.h"
#include "stats/ink_colours.gen.h"

namespace output {
namespace {

constexpr double usual_scale = 0.75;  // Points a pixel, as browsers print.

/// The colour of the light theme.
PdfShade shade_of(stats::Ink ink) {
  return static_cast<PdfShade>(stats::ink_colours[0][static_cast<std::size_t>(ink)] >> 8);
}

std::optional<PdfShade> shade_of(const std::optional<stats::Ink>& ink) {
  return ink ? std::optional(shade_of(*ink)) : std::nullopt;
}

/// Draws the shapes of a scene in their order.
class ScenePencil {
 public:
  ScenePencil(PdfPoint origin, double scale, const PdfMeasure& measure)
      : origin_(origin), scale_(scale), measure_(measure) {}

  void operator()(const stats::Polyline& line) {
    drawing_.areas.push_back(
        {points(line.points), false, std::nullopt, shade_of(line.ink), line.width * scale_});
  }

  void operator()(const stats::Polygon& polygon) {
    drawing_.areas.push_back({points(polygon.ring), true, shade_of(polygon.fill),
                              shade_of(polygon.line), polygon.line_width * scale_});
  }

  void operator()(const stats::Rectangle& rectangle) {
    (*this)(stats::Polygon{stats::ring_from_box(rectangle.box), rectangle.fill, std::nullopt, 0});
  }

  void operator()(const stats::Marker& marker) {
    for (const stats::Polygon& polygon : stats::polygons_from_marker(marker))
      (*this)(polygon);
  }

  void operator()(const stats::TextLine& line) {
    const PdfWeight weight =
        line.weight == stats::Weight::semibold ? PdfWeight::semibold : PdfWeight::regular;
    const double size = line.size * scale_;
    const double left_share = line.anchor == stats::Anchor::start    ? 0
                              : line.anchor == stats::Anchor::middle ? 0.5
                                                                     : 1;
    const PdfPoint at = point(line.at);
    drawing_.texts.push_back({at.x - left_share * size * measure_(line.text, weight), at.y, size,
                              weight, shade_of(line.ink), line.text});
  }

  PdfDrawing take() { return std::move(drawing_); }

 private:
  PdfPoint point(const stats::Point& point) const {
    return {origin_.x + point.x * scale_, origin_.y + point.y * scale_};
  }

  std::vector<PdfPoint> points(const std::vector<stats::Point>& points) const {
    std::vector<PdfPoint> placed;
    for (const stats::Point& each : points)
      placed.push_back(point(each));
    return placed;
  }

  PdfPoint origin_;
  double scale_;
  const PdfMeasure& measure_;
  PdfDrawing drawing_;
};

/// One sheet: titles, room for the drawing, then sentence, notes and source.
PdfPlan plan_of(const stats::Scene& scene, const Page& page, const PdfFacts& facts, double height,
                const PdfMeasure& measure) {
  const PdfType bold{measure, pdf_title_size, PdfWeight::semibold};
  const PdfType plain{measure, pdf_title_size, PdfWeight::regular};
  const PdfType note{measure, pdf_note_size, PdfWeight::regular};
  PdfPlan plan;
  plan.width = pdf_paper_short;
  const double width = plan.content_width();
  pdf_add_lines(plan.titles, scene.title, 0, width, bold);
  pdf_add_lines(plan.titles, scene.subtitle, 0, width, plain, true);
  pdf_add_lines(plan.titles, scene.refusal, 0, width, plain);
  plan.drawing_height = height;
  if (scene.sentence != scene.title) pdf_add_lines(plan.end, scene.sentence, 0, width, note);
  for (const std::string& text : scene.notes)
    pdf_add_lines(plan.end, text, 0, width, note);
  pdf_add_lines(plan.end, pdf_source_line(page), 0, width, note);
  plan.foot = pdf_foot_of(page, facts, width, measure);
  plan.sheets.push_back({});
  plan.sheets.front().line_end = plan.end.size();
  const double taken = plan.table_top(true, !facts.office.empty()) + height + pdf_before_end +
                       pdf_lines_height(plan.end, pdf_note_line);
  const double below = pdf_before_end - plan.content_bottom();  // The sheet has no height yet.
  plan.height = std::max(pdf_paper_long, taken + below);
  return plan;
}

}  // namespace

PdfDrawing pdf_drawing_from_scene(const stats::Scene& scene, PdfPoint origin, double scale,
                                  const PdfMeasure& measure) {
  ScenePencil pencil(origin, scale, measure);
  for (const stats::Shape& shape : scene.shapes)
    std::visit(pencil, shape);
  return pencil.take();
}

base::Result<std::string> pdf_from_scene(const stats::Scene& scene, const Page& page,
                                         const PdfFacts& facts) {
  PdfDocument document(facts.regular_font, facts.semibold_font);
  if (!document.is_sound()) return document.bytes();
  const PdfMeasure measure = [&](std::string_view text, PdfWeight weight) {
    return document.width(text, weight);
  };
  document.set_properties(pdf_properties(scene.title, page, facts));
  const double width = pdf_paper_short - 2 * pdf_margin;
  const double scale = scene.width > 0 ? std::min(usual_scale, width / scene.width) : usual_scale;
  const bool is_drawn = scene.refusal.empty();
  const PdfPlan plan = plan_of(scene, page, facts, is_drawn ? scene.height * scale : 0, measure);
  PdfDrawing sheet = pdf_drawing_of_sheet(plan, 0, page, facts, measure);
  if (is_drawn) {
    const double top = plan.table_top(true, !facts.office.empty());
    PdfDrawing drawing = pdf_drawing_from_scene(scene, {pdf_margin, top}, scale, measure);
    sheet.areas = std::move(drawing.areas);
    sheet.texts.insert(sheet.texts.end(), drawing.texts.begin(), drawing.texts.end());
  }
  document.add_sheet(plan.width, plan.height, sheet, "");
  return document.bytes();
}

}  // namespace output
