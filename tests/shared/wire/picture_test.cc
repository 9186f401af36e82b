#include "wire/picture.h"

#include <catch2/catch_test_macros.hpp>

#include "support/scene_text.h"

namespace wire {
namespace {

Picture sample() {
  Picture picture;
  picture.kind = "bar";
  picture.kinds = {{"bar", "Batang", ""}, {"line", "Garis", "Perlu waktu."}};
  stats::Scene& scene = picture.scene;
  scene.width = 320.5f;
  scene.height = 40;
  scene.title = "Lubai";
  scene.notes = {"* angka sementara"};
  scene.shapes = {
      stats::Polyline{{{1, 2}, {3, 4}}, stats::Ink::gridline, 2},
      stats::Polygon{{{0, 0}, {1, 0}, {0, 1}}, std::nullopt, stats::Ink::area_outline, 1},
      stats::Rectangle{{1, 2, 3, 4}, stats::ink_of(stats::Ink::category, 7)},
      stats::Marker{{5, 6}, stats::MarkerShape::cross, stats::Ink::category, 9, true},
      stats::TextLine{{7, 8},
                      "Gelumbang–",
                      stats::Anchor::end,
                      stats::Weight::semibold,
                      13,
                      stats::ink_of(stats::Ink::diverging, 6)}};
  scene.marks = {{{stats::ring_from_box({0, 0, 5, 5})}, "Lubai, 2025", {"12*"}, "sementara"}};
  return picture;
}

TEST_CASE("a picture that was written reads back the same") {
  const auto read = picture_from_bytes(bytes_from_picture(sample()));
  REQUIRE(read);
  CHECK(support::text_from_scene(read->scene) == support::text_from_scene(sample().scene));
  CHECK(read->scene.width == 320.5f);
  CHECK(read->kind == "bar");
  REQUIRE(read->kinds.size() == 2);
  CHECK(read->kinds[1].refusal == "Perlu waktu.");
  const auto& polygon = std::get<stats::Polygon>(read->scene.shapes[1]);
  CHECK_FALSE(polygon.fill);
  CHECK(polygon.line == stats::Ink::area_outline);
}

TEST_CASE("bytes that end too soon, or go on, are no picture") {
  const std::string whole = bytes_from_picture(sample());
  for (std::size_t size = 0; size < whole.size(); ++size)
    CHECK_FALSE(picture_from_bytes(std::string_view(whole).substr(0, size)));
  CHECK_FALSE(picture_from_bytes(whole + "x"));
}

TEST_CASE("whatever byte is another, reading ends without harm") {
  const std::string whole = bytes_from_picture(sample());
  std::size_t refused = 0;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string bytes = whole;
    bytes[at] = static_cast<char>(0xFE);
    if (!picture_from_bytes(bytes)) ++refused;
  }
  CHECK(refused > 0);
}

}  // namespace
}  // namespace wire
