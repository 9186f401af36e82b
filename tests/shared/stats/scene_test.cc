#include "stats/scene.h"

#include <catch2/catch_test_macros.hpp>

#include <cmath>

namespace stats {
namespace {

Mark box_mark(const base::Rect& box) { return {{ring_from_box(box)}, "", {}, ""}; }

TEST_CASE("a ramp's colours follow each other, and the last ramp ends the list") {
  CHECK(ink_of(Ink::category, 0) == Ink::category);
  CHECK(static_cast<int>(ink_of(Ink::category, category_inks_count)) ==
        static_cast<int>(Ink::sequential_enim));
  CHECK(static_cast<int>(ink_of(Ink::diverging, ramp_inks_count - 1)) == ink_count - 1);
}

TEST_CASE("the bounds of a mark hold all its rings") {
  Mark mark = box_mark({10, 20, 30, 40});
  mark.rings.push_back(ring_from_box({100, 0, 5, 5}));
  CHECK(bounds_of(mark) == base::Rect{10, 0, 95, 60});
  CHECK(bounds_of(Mark{}) == base::Rect{});
}

TEST_CASE("the mark at a place is the topmost that holds it, else the nearest in reach") {
  Scene scene;
  scene.marks = {box_mark({0, 0, 20, 20}), box_mark({10, 10, 20, 20}), box_mark({60, 0, 10, 10})};
  CHECK(mark_at(scene, {15, 15}, 0) == 1);
  CHECK(mark_at(scene, {5, 5}, 0) == 0);
  CHECK(mark_at(scene, {56, 5}, 8) == 2);
  CHECK(mark_at(scene, {50, 50}, 8) == std::nullopt);
}

TEST_CASE("a place in the bay of an area is not in the area") {
  Scene scene;
  scene.marks = {{{{{0, 0}, {30, 0}, {30, 30}, {20, 30}, {20, 10}, {0, 10}}}, "", {}, ""}};
  CHECK(mark_at(scene, {25, 25}, 0) == 0);
  CHECK(mark_at(scene, {10, 20}, 0) == std::nullopt);
}

TEST_CASE("hatch lines slant, keep their distance, and stay inside") {
  const auto lines = hatch_lines(ring_from_box({0, 0, 20, 20}), 5, Ink::no_data_hatch);
  REQUIRE(lines.size() >= 4);
  for (const Polyline& line : lines) {
    REQUIRE(line.points.size() == 2);
    const Point a = line.points[0], b = line.points[1];
    CHECK(std::abs((a.x + a.y) - (b.x + b.y)) < 0.01f);
    for (const Point& end : line.points) {
      CHECK(end.x >= -0.01f);
      CHECK(end.x <= 20.01f);
      CHECK(end.y >= -0.01f);
      CHECK(end.y <= 20.01f);
    }
  }
  CHECK(hatch_lines({{0, 0}, {1, 1}}, 5, Ink::no_data_hatch).empty());
}

TEST_CASE("an empty marker is a circle on the surface, whatever its shape") {
  const auto hollow =
      polygons_from_marker({{50, 50}, MarkerShape::square, ink_of(Ink::category, 1), 10, true});
  REQUIRE(hollow.size() == 1);
  CHECK(hollow[0].fill == Ink::surface);
  CHECK(hollow[0].line == ink_of(Ink::category, 1));
  for (const Point& corner : hollow[0].ring)
    CHECK(std::abs(std::hypot(corner.x - 50, corner.y - 50) - 5) < 0.01f);
}

TEST_CASE("a ring that is final has a dot, which an empty marker lacks") {
  CHECK(polygons_from_marker({{0, 0}, MarkerShape::ring, Ink::category, 10, false}).size() == 2);
  CHECK(polygons_from_marker({{0, 0}, MarkerShape::ring, Ink::category, 10, true}).size() == 1);
}

TEST_CASE("a marker is about as large as it says") {
  for (int shape = 0; shape <= static_cast<int>(MarkerShape::cross); ++shape) {
    Mark mark;
    for (const Polygon& polygon : polygons_from_marker(
             {{50, 50}, static_cast<MarkerShape>(shape), Ink::category, 10, false}))
      mark.rings.push_back(polygon.ring);
    const base::Rect bounds = bounds_of(mark);
    INFO(shape);
    CHECK(bounds.w >= 7);
    CHECK(bounds.w <= 12.1f);
    CHECK(bounds.h >= 7);
    CHECK(bounds.h <= 12.1f);
  }
}

}  // namespace
}  // namespace stats
