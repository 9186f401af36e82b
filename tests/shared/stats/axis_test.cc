#include "stats/axis.h"

#include <catch2/catch_test_macros.hpp>

#include "support/table_builder.h"

namespace stats {
namespace {

using support::table;

Table axis_table() {
  return table("t")
      .dimension("d", {"a", "b", "c"})
      .dimension("e", {"T", "x", "y"})
      .parent("T", {"x", "y"})
      .measure("m", "x", 0, Additivity::flow)
      .make();
}

/// Level d with c and a, level e with all; 6 own lines.
Axis two_levels() { return Axis(axis_table(), {{0, {2, 0}}, {1, {0, 1, 2}}}); }

TEST_CASE("an axis without levels has one line") {
  const Axis axis(axis_table(), {});
  CHECK(axis.own_count() == 1);
  CHECK(axis.offset(0) == 0);
  std::size_t lines = 0;
  axis.each_line([&](std::size_t, std::size_t) { ++lines; });
  CHECK(lines == 1);
}

TEST_CASE("a level without categories leaves no line") {
  const Axis axis(axis_table(), {{0, {}}, {1, {0}}});
  CHECK(axis.own_count() == 0);
  axis.each_line([](std::size_t, std::size_t) { FAIL("there is no line"); });
}

TEST_CASE("lines know their categories and offsets") {
  const Axis axis = two_levels();
  CHECK(axis.own_count() == 6);
  CHECK(axis.category(0, 4) == 0);
  CHECK(axis.category(1, 4) == 1);
  CHECK(axis.offset(1) == 7);
  std::vector<std::size_t> offsets;
  axis.each_line([&](std::size_t own, std::size_t offset) {
    CHECK(own == offsets.size());
    offsets.push_back(offset);
  });
  CHECK(offsets == std::vector<std::size_t>{6, 7, 8, 0, 1, 2});
}

TEST_CASE("lines at the total of a level are totals") {
  const Axis axis = two_levels();
  CHECK(axis.is_total(3));
  CHECK_FALSE(axis.is_total(4));
  CHECK(axis.total_position(0) == std::nullopt);
  CHECK(axis.total_position(1) == 0u);
}

TEST_CASE("spans of an axis in its own order follow from its levels") {
  const Axis axis = two_levels();
  CHECK(axis.span(0, 4).begin == 3);
  CHECK(axis.span(0, 4).count == 3);
  CHECK(axis.span(1, 4).begin == 4);
  CHECK(axis.span(1, 4).count == 1);
}

TEST_CASE("an ordered axis shows the lines given, and joins neighbours of the same labels") {
  Axis axis = two_levels();
  axis.show({5, 3, 0, 4});
  CHECK(axis.shown_count() == 4);
  CHECK(axis.own_from_shown(1) == 3);
  CHECK(axis.shown_from_own(0) == 2u);
  CHECK(axis.shown_from_own(1) == std::nullopt);
  CHECK(axis.span(0, 0).count == 2);
  CHECK(axis.span(0, 1).begin == 0);
  CHECK(axis.span(0, 2).count == 1);
  CHECK(axis.span(0, 3).begin == 3);
  CHECK(axis.span(1, 1).count == 1);
  CHECK(axis.shown_lines() ==
        std::vector<std::uint32_t>{2, Axis::not_shown, Axis::not_shown, 1, 3, 0});
}

TEST_CASE("an axis showing no line is empty, not in its own order") {
  Axis axis = two_levels();
  axis.show({});
  CHECK(axis.shown_count() == 0);
  CHECK(axis.shown_from_own(0) == std::nullopt);
}

}  // namespace
}  // namespace stats
