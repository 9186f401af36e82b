#include "output/pdf_scene.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/output/sample_pdf.h"

namespace output {
namespace {

stats::Scene small_scene() {
  stats::Scene scene;
  scene.width = 100;
  scene.height = 40;
  scene.title = "Lawang Kidul tertinggi";
  scene.sentence = "Lawang Kidul tertinggi.";
  scene.source = "BPS";
  scene.shapes = {stats::Rectangle{{10, 20, 30, 10}, stats::Ink::category},
                  stats::Polyline{{{0, 0}, {8, 4}}, stats::Ink::axis, 2},
                  stats::TextLine{{50, 20}, "2025", stats::Anchor::middle}};
  return scene;
}

/// How high the only sheet is, in whole points.
int height_of(const std::string& file) {
  const std::size_t box = file.find("/MediaBox");
  const std::size_t end = file.find(']', box);
  return std::stoi(file.substr(file.rfind(' ', end - 2)));
}

TEST_CASE("shapes of a scene come to their places on paper, in points") {
  const PdfDrawing drawn = pdf_drawing_from_scene(small_scene(), {36, 100}, 0.5, sample_measure);
  REQUIRE(drawn.areas.size() == 2);
  CHECK(drawn.areas[0].points == std::vector<PdfPoint>{{41, 110}, {56, 110}, {56, 115}, {41, 115}});
  CHECK(drawn.areas[0].is_closed);
  CHECK(drawn.areas[0].fill);
  CHECK_FALSE(drawn.areas[0].line);
  CHECK(drawn.areas[1].points == std::vector<PdfPoint>{{36, 100}, {40, 102}});
  CHECK_FALSE(drawn.areas[1].is_closed);
  CHECK_FALSE(drawn.areas[1].fill);
  CHECK(drawn.areas[1].thickness == 1);
  REQUIRE(drawn.texts.size() == 1);
  CHECK(drawn.texts[0].size == 6.5);
  CHECK(drawn.texts[0].x == 61 - 6.5);  // Four characters half as wide as high, in the middle.
  CHECK(drawn.texts[0].y == 110);
}

TEST_CASE("a text at the right end of its place ends there") {
  stats::Scene scene;
  scene.shapes = {stats::TextLine{{50, 0}, "12", stats::Anchor::end, stats::Weight::semibold, 10}};
  const PdfDrawing drawn = pdf_drawing_from_scene(scene, {0, 0}, 1, sample_measure);
  CHECK(drawn.texts.at(0).x == 40);
  CHECK(drawn.texts.at(0).weight == PdfWeight::semibold);
}

TEST_CASE("a chart is one sheet, which is longer where the drawing is") {
  stats::Scene scene = small_scene();
  const auto file = pdf_from_scene(scene, sample_page(), sample_pdf_facts());
  REQUIRE(file);
  CHECK(file->find("/Count 1") != std::string::npos);
  CHECK(height_of(*file) == 841);
  CHECK(*file == *pdf_from_scene(scene, sample_page(), sample_pdf_facts()));
  scene.height = 2000;
  CHECK(height_of(*pdf_from_scene(scene, sample_page(), sample_pdf_facts())) > 1500);
}

TEST_CASE("a drawing that is refused has no height") {
  stats::Scene scene;
  scene.title = "Penduduk";
  scene.refusal = "Pilih satu ukuran.";
  scene.width = 100;
  scene.height = 2000;
  const auto file = pdf_from_scene(scene, sample_page(), sample_pdf_facts());
  REQUIRE(file);
  CHECK(height_of(*file) == 841);
}

TEST_CASE("a chart without the typeface is none") {
  PdfFacts facts = sample_pdf_facts();
  facts.regular_font = "no font";
  CHECK(pdf_from_scene(small_scene(), sample_page(), facts).error().code ==
        base::ErrorCode::invalid);
}

}  // namespace
}  // namespace output
