// Bars, stacks and pyramids: lengths, order, and what is left out.
#include "stats/chart_parts.h"

#include <rapidcheck.h>
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "shared/stats/sample_chart.h"
#include "support/golden.h"

namespace stats {
namespace {

using namespace support;  // The grids are named as what they hold.

TEST_CASE("bars begin at zero, the largest first, the total left out") {
  golden::check("chart/bar", text_from_scene(scene_of(areas(), ChartKind::bar)));
}

TEST_CASE("grouped bars stand under each other with the marker of their series") {
  golden::check("chart/bar_grouped", text_from_scene(scene_of(divorces(), ChartKind::bar)));
}

TEST_CASE("stacks add up their parts without the total, and skip a sum that lacks one") {
  golden::check("chart/stacked", text_from_scene(scene_of(divorces(), ChartKind::stacked)));
  golden::check("chart/stacked_share",
                text_from_scene(scene_of(divorces(), ChartKind::stacked_share)));
}

TEST_CASE("a pyramid has men left and women right, the youngest at the foot") {
  golden::check("chart/pyramid", text_from_scene(scene_of(ages(), ChartKind::pyramid)));
}

TEST_CASE("negative bars grow to the other side of zero") {
  const Scene scene = scene_of(grid_of(table("t")
                                           .dimension("d", {"Naik", "Turun"})
                                           .measure("Net", "", 1, Additivity::flow)
                                           .cells({5, -2.5}),
                                       {"d"}, {}),
                               ChartKind::bar);
  std::vector<base::Rect> bars;
  for (const Shape& shape : scene.shapes)
    if (const auto* bar = std::get_if<Rectangle>(&shape)) bars.push_back(bar->box);
  REQUIRE(bars.size() == 2);
  CHECK(std::abs(bars[0].w - 2 * bars[1].w) < 0.1f);
  CHECK(std::abs(bars[1].right() - bars[0].x) < 0.1f);
}

TEST_CASE("bars are as long as their figures, from zero, and nothing leaves the drawing") {
  CHECK(rc::check([] {
    const auto figures =
        *rc::gen::container<std::vector<int>>(*rc::gen::inRange(2, 6), rc::gen::inRange(0, 100000));
    TableBuilder builder = table("t");
    builder.dimension("d", {"A", "B", "C", "D", "E", "F"})
        .measure("Jumlah", "", 0, Additivity::flow);
    std::vector<double> cells(6, none);
    for (std::size_t i = 0; i < figures.size(); ++i)
      cells[i] = figures[i];
    const Scene scene = scene_of(grid_of(builder.cells(cells), {"d"}, {}), ChartKind::bar);
    const int highest = *std::max_element(figures.begin(), figures.end());
    float longest = 0;
    std::vector<float> widths;
    for (const Shape& shape : scene.shapes) {
      const auto* bar = std::get_if<Rectangle>(&shape);
      if (!bar) continue;
      widths.push_back(bar->box.w);
      longest = std::max(longest, bar->box.w);
      RC_ASSERT(bar->box.right() <= scene.width);
      RC_ASSERT(bar->box.bottom() <= scene.height);
    }
    RC_ASSERT(widths.size() == figures.size());
    // Largest first.
    std::vector<int> sorted = figures;
    std::sort(sorted.rbegin(), sorted.rend());
    for (std::size_t i = 0; i < sorted.size() && highest > 0; ++i) {
      const float wished = longest * static_cast<float>(sorted[i]) / static_cast<float>(highest);
      RC_ASSERT(std::abs(widths[i] - wished) < 0.1f);
    }
  }));
}

}  // namespace
}  // namespace stats
