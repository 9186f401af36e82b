#include "stats/chart_scale.h"

#include <rapidcheck.h>
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

namespace stats {
namespace {

std::string ticks_text(const ChartScale& scale) {
  std::string text;
  for (const double tick : scale.ticks())
    text += (text.empty() ? "" : " ") + scale.text(tick, base::Language::id);
  return text;
}

TEST_CASE("figures that differ by what calculating leaves of them have a scale with room") {
  const ChartScale scale = scale_between(100, std::nextafter(100.0, 101.0), 5, 1);
  CHECK(scale.high > scale.low);
  CHECK(std::isfinite(scale.share(100)));
}

TEST_CASE("an axis has round steps that hold every figure") {
  CHECK(ticks_text(scale_from_zero(28000, 80119, 6, 0)) == "0 20.000 40.000 60.000 80.000 100.000");
  CHECK(ticks_text(scale_from_zero(0, 100, 5, 0)) == "0 20 40 60 80 100");
  CHECK(ticks_text(scale_from_zero(-3.2, 7.5, 5, 1)) == "−5,0 −2,5 0,0 2,5 5,0 7,5");
}

TEST_CASE("steps of an axis have no more decimals than the figures") {
  CHECK(ticks_text(scale_from_zero(0, 3, 6, 0)) == "0 1 2 3");
  CHECK(ticks_text(scale_between(4.61, 4.68, 6, 2)) == "4,60 4,62 4,64 4,66 4,68");
}

TEST_CASE("figures that are all the same still have an axis") {
  const ChartScale scale = scale_between(7, 7, 5, 0);
  CHECK(scale.low <= 7);
  CHECK(scale.high > 7);
  CHECK(ticks_text(scale_from_zero(0, 0, 5, 0)) == "0 1");
}

TEST_CASE("lines begin at zero unless all figures are far from it") {
  CHECK(scale_for_lines(28000, 80119, 6, 0).low == 0);
  CHECK(scale_for_lines(68.1, 70.4, 6, 2).low == 68);
  CHECK(scale_for_lines(-70.4, -68.1, 6, 2).high == -68);
}

TEST_CASE("every figure lies between the ends of its axis, zero among them for bars") {
  CHECK(rc::check([] {
    const double low = *rc::gen::inRange(-1000000, 1000000) / 100.0;
    const double high = low + *rc::gen::inRange(0, 1000000) / 100.0;
    const int decimals = *rc::gen::inRange(0, 3);
    const ChartScale scale = scale_from_zero(low, high, 5, decimals);
    const double slack = scale.step * 1e-6;
    RC_ASSERT(scale.low <= std::min(low, 0.0) + slack);
    RC_ASSERT(scale.high >= std::max(high, 0.0) - slack);
    RC_ASSERT(scale.decimals <= decimals);
    RC_ASSERT(scale.ticks().size() <= 9u);
  }));
}

}  // namespace
}  // namespace stats
