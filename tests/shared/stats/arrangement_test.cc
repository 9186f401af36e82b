#include "stats/arrangement.h"

#include <catch2/catch_test_macros.hpp>

#include "support/table_builder.h"

namespace stats {
namespace {

using support::table;
using Codes = std::vector<std::string>;

Arrangement arranged(const Table& source, Codes stub, Codes heading) {
  View view;
  view.pivot.stub = std::move(stub);
  view.pivot.heading = std::move(heading);
  return Arrangement(source, fitted_view(source, view));
}

Table mixed() {
  return table("t")
      .geo("wilayah", {"all", "a", "b"})
      .parent("all", {"a", "b"})
      .time("tahun", {"2023", "2024"})
      .measure("jumlah", "jiwa", 0, Additivity::stock)
      .measure("kelahiran", "jiwa", 0, Additivity::flow)
      .measure("kepadatan", "jiwa/km²", 1, Additivity::rate)
      .make();
}

TEST_CASE("a cell lies where its lines and the fixed categories put it") {
  const Table source = mixed();
  const Arrangement cells = arranged(source, {"tahun"}, {"ukuran"});
  CHECK(cells.fixed == std::vector<Coordinate>{{0, 0}});
  CHECK(cells.cell_index(1, 2) == 5);
  CHECK(cells.measure_of(1, 2) == 2);
  CHECK(arranged(source, {"ukuran"}, {"tahun"}).measure_of(1, 0) == 1);
  CHECK(arranged(source, {"tahun"}, {}).measure_of(1, 0) == 0);
  CHECK(cells.measures() == std::vector<std::uint32_t>{0, 1, 2});
}

TEST_CASE("the other axis is the one across") {
  const Arrangement cells = arranged(mixed(), {"tahun"}, {"ukuran"});
  CHECK(&cells.other_than(cells.rows) == &cells.columns);
  CHECK(&cells.other_than(cells.columns) == &cells.rows);
}

TEST_CASE("an axis can be added up where one measure at least can") {
  const Table source = mixed();
  const Arrangement over_time = arranged(source, {"tahun"}, {"ukuran"});
  CHECK(over_time.refusal_over(source, over_time.rows) == TotalRefusal::none);
  CHECK(over_time.refusal_of_measure(source, over_time.rows, 0) == TotalRefusal::stock_over_time);
  CHECK(over_time.refusal_of_measure(source, over_time.rows, 1) == TotalRefusal::none);
  CHECK(over_time.refusal_of_measure(source, over_time.rows, 2) == TotalRefusal::rate);
  CHECK(over_time.refusal_over(source, over_time.columns) == TotalRefusal::several_measures);
  const Arrangement over_areas = arranged(source, {"wilayah"}, {"ukuran"});
  CHECK(over_areas.refusal_over(source, over_areas.rows) == TotalRefusal::parts_and_totals);
}

TEST_CASE("ancestors and descendants together are parts and totals, siblings are not") {
  const Dimension area = table("t")
                             .geo("wilayah", {"kab", "kec1", "kec2", "desa1"})
                             .parent("kab", {"kec1", "kec2"})
                             .parent("kec1", {"desa1"})
                             .make()
                             .dimensions[0];
  CHECK(has_parts_and_totals(area, {0, 3}));
  CHECK(has_parts_and_totals(area, {3, 1}));
  CHECK_FALSE(has_parts_and_totals(area, {1, 2}));
  CHECK_FALSE(has_parts_and_totals(area, {2, 3}));
  CHECK_FALSE(has_parts_and_totals(area, {0}));
}

}  // namespace
}  // namespace stats
