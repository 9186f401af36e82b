#include "stats/chart_parts.h"

#include <rapidcheck.h>
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "support/scene_text.h"

namespace stats {
namespace {

TEST_CASE("labels that have room stay where they are, the others move apart evenly") {
  CHECK(spread_apart({10, 50}, 17, 0, 100) == std::vector<float>{10, 50});
  CHECK(spread_apart({50, 50}, 20, 0, 100) == std::vector<float>{40, 60});
  CHECK(spread_apart({0, 0}, 20, 0, 100) == std::vector<float>{0, 20});
  CHECK(spread_apart({100, 100}, 20, 0, 100) == std::vector<float>{80, 100});
  CHECK(spread_apart({}, 20, 0, 100).empty());
}

TEST_CASE("labels keep their order, their distance and their bounds, whatever there is") {
  CHECK(rc::check([] {
    auto middles = *rc::gen::container<std::vector<float>>(
        rc::gen::map(rc::gen::inRange(0, 300), [](int y) { return static_cast<float>(y); }));
    RC_PRE(middles.size() <= 8u);
    std::sort(middles.begin(), middles.end());
    const std::vector<float> spread = spread_apart(middles, 17, 0, 300);
    RC_ASSERT(spread.size() == middles.size());
    for (std::size_t i = 0; i < spread.size(); ++i) {
      RC_ASSERT(spread[i] >= -0.01f);
      RC_ASSERT(spread[i] <= 300.01f);
      if (i > 0) RC_ASSERT(spread[i] - spread[i - 1] >= 16.99f);
    }
  }));
}

TEST_CASE("a text that has no room ends in an ellipsis, between characters") {
  const ChartData data;
  const ChartChoice choice;
  const TextMeasure measure = support::six_tenths;
  const ChartDrawing drawing(data, choice, measure);
  CHECK(drawing.fitted("Lubai", 100) == "Lubai");
  CHECK(drawing.fitted("Penukal Utara", 8 * 7.8f + 0.1f) == "Penukal…");
  CHECK(drawing.fitted("–––––", 3 * 7.8f + 0.1f) == "––…");
}

}  // namespace
}  // namespace stats
