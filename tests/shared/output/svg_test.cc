#include "output/svg.h"

#include <catch2/catch_test_macros.hpp>

#include "support/golden.h"
#include "support/scene_text.h"

namespace output {
namespace {

stats::Scene small_scene() {
  stats::Scene scene;
  scene.width = 400;
  scene.height = 100;
  scene.title = "Lubai < Gelumbang & \"lainnya\"";
  scene.subtitle = "Penduduk, jiwa";
  scene.sentence = "Tertinggi Gelumbang.";
  scene.notes = {"* angka sementara"};
  scene.source = "BPS";
  scene.shapes = {
      stats::Polyline{{{0, 10}, {50.25f, 20}}, stats::Ink::gridline, 1},
      stats::Rectangle{{10, 20, 30, 40}, stats::ink_of(stats::Ink::category, 1)},
      stats::Polygon{{{0, 0}, {1, 0}, {1, 1}}, stats::Ink::no_data, stats::Ink::area_outline, 1},
      stats::Marker{{5, 5}, stats::MarkerShape::square, stats::Ink::category, 10, false},
      stats::TextLine{
          {40, 50}, "<b>", stats::Anchor::end, stats::Weight::semibold, 13, stats::Ink::text}};
  return scene;
}

TEST_CASE("a scene is a picture of its own, with title, notes and source") {
  SvgFacts facts;
  facts.foot = {"https://x.id/?a=1&b=2"};
  golden::check("svg/small", svg_from_scene(small_scene(), facts, support::six_tenths));
}

TEST_CASE("long texts part at spaces where the picture ends") {
  stats::Scene scene = small_scene();
  scene.notes = {"satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas dua belas"};
  const std::string svg = svg_from_scene(scene, {}, support::six_tenths);
  CHECK(svg.find(">satu dua tiga empat lima enam tujuh delapan</text>") != std::string::npos);
  CHECK(svg.find(">sembilan sepuluh sebelas dua belas</text>") != std::string::npos);
}

TEST_CASE("a scene that cannot be drawn is a picture that says why") {
  stats::Scene scene;
  scene.title = "Penduduk";
  scene.refusal = "Pilih satu ukuran.";
  const std::string svg = svg_from_scene(scene, {}, support::six_tenths);
  CHECK(svg.find("<desc id=\"desc\">Pilih satu ukuran.</desc>") != std::string::npos);
  CHECK(svg.find(">Pilih satu ukuran.</text>") != std::string::npos);
}

TEST_CASE("colours are those of the light theme") {
  CHECK(svg_colour(stats::Ink::surface) == "#ffffff");
  CHECK(svg_colour(stats::Ink::text) == "#14211f");
  CHECK(svg_colour(stats::ink_of(stats::Ink::category, 1)) == "#ba8830");
  CHECK(svg_colour(stats::ink_of(stats::Ink::diverging, 6)) == "#004c50");
}

}  // namespace
}  // namespace output
