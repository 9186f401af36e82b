#include "wire/picture.h"

#include <catch2/catch_test_macros.hpp>

#include "support/scene_text.h"

namespace wire {
namespace {

Picture sample() {
  Picture picture;
  picture.choices = {
      {"grafik", "Jenis", "bar", {{"bar", "Batang"}, {"line", "Garis", "Perlu waktu."}}, ""},
      {"peta.batas", "Batas", "", {}, "Angka yang naik"}};
  stats::Scene& scene = picture.scene;
  scene.width = 320.5f;
  scene.height = 40;
  scene.title = "Lubai";
  scene.notes = {"* angka sementara"};
  scene.shapes = {
      stats::Polyline{{{1, 2}, {3, 4}}, stats::Ink::gridline, 2},
      stats::Polygon{
          {{0, 0}, {1, 0}, {0, 1}}, std::nullopt, stats::Ink::area_outline, 1, {0, 1, 2}},
      stats::Rectangle{{1, 2, 3, 4}, stats::ink_of(stats::Ink::category, 7)},
      stats::Marker{{5, 6}, stats::MarkerShape::cross, stats::Ink::category, 9, true},
      stats::TextLine{{7, 8},
                      "Gelumbang–",
                      stats::Anchor::end,
                      stats::Weight::semibold,
                      13,
                      stats::ink_of(stats::Ink::diverging, 6)}};
  scene.marks = {
      {{stats::ring_from_box({0, 0, 5, 5})}, "Lubai, 2025", {"12*"}, "sementara", {9, 8, 7, 6}}};
  return picture;
}

TEST_CASE("a picture that was written reads back the same") {
  const auto read = picture_from_bytes(bytes_from_picture(sample()));
  REQUIRE(read);
  CHECK(support::text_from_scene(read->scene) == support::text_from_scene(sample().scene));
  CHECK(read->scene.width == 320.5f);
  CHECK(read->scene.marks[0].row == base::Rect{9, 8, 7, 6});
  REQUIRE(read->choices.size() == 2);
  CHECK(read->choices[0].chosen == "bar");
  REQUIRE(read->choices[0].options.size() == 2);
  CHECK(read->choices[0].options[1].refusal == "Perlu waktu.");
  CHECK(read->choices[1].hint == "Angka yang naik");
  const auto& polygon = std::get<stats::Polygon>(read->scene.shapes[1]);
  CHECK_FALSE(polygon.fill);
  CHECK(polygon.line == stats::Ink::area_outline);
  CHECK(polygon.triangles == std::vector<std::uint32_t>{0, 1, 2});
}

TEST_CASE("a triangle has its corners in its ring") {
  Picture wrong = sample();
  std::get<stats::Polygon>(wrong.scene.shapes[1]).triangles[2] = 3;
  CHECK_FALSE(picture_from_bytes(bytes_from_picture(wrong)));
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
