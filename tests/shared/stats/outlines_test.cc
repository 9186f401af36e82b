#include "stats/outlines.h"

#include <catch2/catch_test_macros.hpp>

#include "support/table_builder.h"

namespace {

using stats::Additivity;
using support::none;

stats::Outlines north_and_south() {
  stats::Outlines outlines;
  outlines.area_level = "district";
  outlines.areas = {{"N", {{{0, 0}, {1, 0}, {1, 1}}}}, {"S", {{{0, -1}, {1, -1}, {1, 0}}}}};
  return outlines;
}

stats::Table of_areas(std::initializer_list<support::CategoryName> areas) {
  stats::Table table = support::table("t")
                           .geo("kecamatan", areas)
                           .measure("jumlah", "jiwa", 0, Additivity::stock)
                           .cells(std::vector<double>(areas.size(), none))
                           .make();
  table.area_level = "district";
  return table;
}

}  // namespace

TEST_CASE("an outline is found by its area's code") {
  const stats::Outlines outlines = north_and_south();
  REQUIRE(outlines.find("S"));
  CHECK(outlines.find("S")->rings.front().front() == stats::GeoPoint{0, -1});
  CHECK_FALSE(outlines.find("E"));
}

TEST_CASE("outlines fit a table whose areas all have one") {
  CHECK(fits(north_and_south(), of_areas({"S", "N"})));
  CHECK_FALSE(fits(north_and_south(), of_areas({"N", "S", "E"})));
}

TEST_CASE("a whole that is made of other areas needs no outline") {
  stats::Table table = of_areas({"all", "N", "S"});
  table.dimensions[0].categories[1].parent = 0;
  table.dimensions[0].categories[2].parent = 0;
  CHECK(fits(north_and_south(), table));
}

TEST_CASE("outlines do not fit one area alone, another level, or a table without areas") {
  CHECK_FALSE(fits(north_and_south(), of_areas({"N"})));
  stats::Table regencies = of_areas({"N", "S"});
  regencies.area_level = "regency";
  CHECK_FALSE(fits(north_and_south(), regencies));
  stats::Table without = of_areas({"N", "S"});
  without.dimensions[0].role = stats::Role::other;
  CHECK_FALSE(fits(north_and_south(), without));
}
