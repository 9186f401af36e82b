// The bounds of figures, by measure.
#include "stats/bounds.h"

#include <catch2/catch_test_macros.hpp>

#include <limits>

namespace {

/// Two areas × two measures.
stats::Table two_measures(stats::Cells cells) {
  stats::Table table;
  table.dimensions.resize(2);
  table.dimensions[0].code = "area";
  table.dimensions[0].categories.resize(2);
  table.dimensions[1].code = "measure";
  table.dimensions[1].role = stats::Role::measure;
  table.dimensions[1].categories.resize(2);
  table.cells = std::move(cells);
  return table;
}

}  // namespace

TEST_CASE("each measure has bounds of its own, and absent cells are none of them") {
  const auto bounds = stats::bounds_from_table(
      two_measures(stats::Cells::scaled({-25, stats::Cells::absent_scaled, 70, 4}, 1, {})));
  CHECK(bounds[0].min == -2.5);
  CHECK(bounds[0].max == 7);
  CHECK(bounds[1].min == 0.4);
  CHECK(bounds[1].max == 0.4);
}

TEST_CASE("bounds of doubles are found as well, and a measure without figures says so") {
  const double none = std::numeric_limits<double>::quiet_NaN();
  const auto bounds =
      stats::bounds_from_table(two_measures(stats::Cells::doubles({0.1, none, 0.3, none}, {})));
  CHECK(bounds[0].min == 0.1);
  CHECK(bounds[0].max == 0.3);
  CHECK_FALSE(bounds[1].has_figures);
}
