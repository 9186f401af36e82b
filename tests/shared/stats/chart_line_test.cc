// Lines over time, one chart or many small ones: gaps, unsure figures, labels.
#include "stats/chart_parts.h"

#include <cmath>

#include <rapidcheck.h>
#include <catch2/catch_test_macros.hpp>

#include "shared/stats/sample_chart.h"
#include "support/golden.h"

namespace stats {
namespace {

using base::Language;
using namespace support;  // The grids are named as what they hold.

TEST_CASE("lines keep gaps, hollow unsure figures, and label their ends") {
  golden::check("chart/line", text_from_scene(scene_of(over_time(), ChartKind::line)));
}

TEST_CASE("on a phone the names of lines stand above them") {
  golden::check("chart/line_phone",
                text_from_scene(scene_of(over_time(), ChartKind::line, Language::en, 340)));
}

TEST_CASE("small multiples have a line each, on one scale") {
  golden::check("chart/multiples", text_from_scene(scene_of(over_time(), ChartKind::multiples)));
}

TEST_CASE("small multiples of figures that are all the same have their place") {
  TableBuilder builder = table("t");
  builder.geo("w", {"A", "B"})
      .time("tahun", {"2024", "2025"})
      .measure("Peringkat", "jiwa", 0, Additivity::flow)
      .cells({1, 1, 1, 1});
  View view;
  view.pivot.stub = {"w"};
  view.pivot.heading = {"tahun"};
  const Scene scene = scene_of(grid_from_table(builder.share(), view), ChartKind::multiples);
  REQUIRE(scene.marks.size() == 4);
  for (const Mark& mark : scene.marks) {
    const base::Rect bounds = bounds_of(mark);
    CHECK((bounds.y >= 0 && bounds.bottom() <= scene.height));
  }
}

TEST_CASE("small multiples do not spread what rounding leaves over their height") {
  TableBuilder builder = table("t");
  builder.geo("w", {"A", "B"})
      .time("tahun", {"2024", "2025"})
      .measure("Bagian", "%", 1, Additivity::rate)
      .cells({100, std::nextafter(100.0, 101.0), 100, 100});
  View view;
  view.pivot.stub = {"w"};
  view.pivot.heading = {"tahun"};
  const Scene scene = scene_of(grid_from_table(builder.share(), view), ChartKind::multiples);
  REQUIRE(scene.marks.size() == 4);
  CHECK(std::abs(bounds_of(scene.marks[0]).y - bounds_of(scene.marks[1]).y) < 1);
}

TEST_CASE("texts of a line chart do not cover each other, however the lines end") {
  CHECK(rc::check([] {
    const std::size_t series = *rc::gen::inRange<std::size_t>(1, 9);
    std::vector<double> cells;
    for (std::size_t i = 0; i < 8 * 3; ++i)
      cells.push_back(*rc::gen::inRange(0, 200));
    TableBuilder builder = table("t");
    builder.geo("w", {"A", "B", "C", "D", "E", "F", "G", "H"})
        .time("tahun", {"2023", "2024", "2025"})
        .measure("Jumlah", "jiwa", 0, Additivity::flow);
    View view;
    view.pivot.stub = {"w"};
    view.pivot.heading = {"tahun"};
    Selection some;
    some.kind = Selection::Kind::list;
    for (std::size_t i = 0; i < series; ++i)
      some.codes.push_back(std::string(1, static_cast<char>('A' + i)));
    view.query.set("w", some);
    const Scene scene =
        scene_of(grid_from_table(builder.cells(cells).share(), view), ChartKind::line);
    const std::vector<base::Rect> boxes = text_boxes(scene);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      RC_ASSERT(boxes[i].x >= 0 && boxes[i].right() <= scene.width + 0.1f);
      for (std::size_t k = 0; k < i; ++k)
        RC_ASSERT(!boxes[i].overlaps(boxes[k]));
    }
    for (const Mark& mark : scene.marks) {
      const base::Rect bounds = bounds_of(mark);
      RC_ASSERT(bounds.x >= 0 && bounds.right() <= scene.width);
      RC_ASSERT(bounds.y >= 0 && bounds.bottom() <= scene.height);
    }
  }));
}

}  // namespace
}  // namespace stats
