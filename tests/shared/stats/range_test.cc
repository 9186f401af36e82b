#include "stats/range.h"

#include <catch2/catch_test_macros.hpp>

#include "support/table_builder.h"

namespace stats {
namespace {

using base::Language;
using support::none;
using support::table;
using Codes = std::vector<std::string>;

PivotGrid grid_of(
    const support::TableBuilder& builder, Codes stub, Codes heading,
    void (*change)(View&) = [](View&) {}) {
  View view;
  view.pivot.stub = std::move(stub);
  view.pivot.heading = std::move(heading);
  change(view);
  return grid_from_table(builder.share(), view);
}

CellRange all_of(const PivotGrid& grid) { return {0, grid.rows_count(), 0, grid.columns_count()}; }

support::TableBuilder births() {
  return table("t")
      .geo("wilayah", {{"a", "Utara"}, {"b", "Selatan"}})
      .time("tahun", {"2023", "2024"})
      .measure("lahir", "jiwa", 1, Additivity::flow)
      .cells({1.5, 2, 0, none})
      .status(2, CellStatus::nil);
}

TEST_CASE("a range is summed up from its figures, nil counting as 0") {
  const PivotGrid grid = grid_of(births(), {"wilayah"}, {"tahun"});
  const RangeSummary summary = summary_from_range(grid, all_of(grid));
  CHECK(summary.cells == 4);
  CHECK(summary.figures == 3);
  CHECK(summary.sum == 3.5);
  CHECK(summary.mean == 3.5 / 3);
  CHECK(summary.min == 0);
  CHECK(summary.max == 2);
  CHECK(summary.decimals == 1);
  CHECK(summary.sum_refusal == TotalRefusal::none);
}

TEST_CASE("a range without figures sums up to nothing") {
  const PivotGrid grid = grid_of(births(), {"wilayah"}, {"tahun"});
  const RangeSummary summary = summary_from_range(grid, {1, 2, 1, 2});
  CHECK(summary.cells == 1);
  CHECK(summary.figures == 0);
  CHECK(summary.min == 0);
  CHECK(summary.max == 0);
  CHECK(summary_from_range(grid, {1, 1, 0, 2}).cells == 0);
}

TEST_CASE("many decimal figures add up exactly") {
  const PivotGrid grid = grid_of(table("t")
                                     .dimension("d", {"a", "b", "c"})
                                     .measure("m", "x", 1, Additivity::flow)
                                     .cells({0.1, 0.2, 0.3}),
                                 {"d"}, {});
  CHECK(summary_from_range(grid, all_of(grid)).sum == 0.6);
}

TEST_CASE("a sum is refused where adding means nothing") {
  const auto refusal = [](const PivotGrid& grid, CellRange range) {
    return summary_from_range(grid, range).sum_refusal;
  };
  const auto measures = table("t")
                            .geo("wilayah", {"all", "a", "b"})
                            .parent("all", {"a", "b"})
                            .time("tahun", {"2023", "2024"})
                            .measure("stok", "jiwa", 0, Additivity::stock)
                            .measure("laju", "%", 2, Additivity::rate)
                            .cells({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
  // Rows a, b, all; columns 2023 stok, 2023 laju, 2024 stok, 2024 laju.
  const PivotGrid grid = grid_of(measures, {"wilayah"}, {"tahun", "ukuran"});
  CHECK(refusal(grid, {0, 2, 0, 1}) == TotalRefusal::none);
  CHECK(refusal(grid, {0, 2, 1, 2}) == TotalRefusal::rate);
  CHECK(refusal(grid, {0, 2, 0, 2}) == TotalRefusal::several_measures);
  CHECK(refusal(grid, {0, 3, 0, 1}) == TotalRefusal::parts_and_totals);
  CHECK(refusal(grid, {2, 3, 0, 1}) == TotalRefusal::none);
  const PivotGrid over_time = grid_of(measures, {"tahun"}, {"wilayah"});
  CHECK(refusal(over_time, {0, 2, 1, 2}) == TotalRefusal::stock_over_time);
  CHECK(refusal(over_time, {0, 1, 1, 2}) == TotalRefusal::none);
  CHECK(summary_from_range(grid, {0, 2, 0, 2}).decimals == 2);
}

TEST_CASE("computed figures are not added up") {
  const PivotGrid grid = grid_of(births(), {"wilayah"}, {"tahun"},
                                 [](View& view) { view.pivot.calculation = Calculation::rank; });
  const RangeSummary summary = summary_from_range(grid, all_of(grid));
  CHECK(summary.sum_refusal == TotalRefusal::calculation);
  CHECK(summary.max == 2);
  CHECK(summary.decimals == 0);
}

TEST_CASE("a computed total is not added to its parts, but to other totals") {
  const PivotGrid grid =
      grid_of(births(), {"wilayah"}, {"tahun"}, [](View& view) { view.pivot.row_total = true; });
  CHECK(summary_from_range(grid, {0, 3, 0, 1}).sum_refusal == TotalRefusal::parts_and_totals);
  const RangeSummary totals = summary_from_range(grid, {2, 3, 0, 2});
  CHECK(totals.sum_refusal == TotalRefusal::none);
  CHECK(totals.sum == 3.5);
}

TEST_CASE("a range is copied with its headings, for a spreadsheet") {
  const PivotGrid grid = grid_of(table("t")
                                     .geo("wilayah", {{"a", "Utara"}, {"b", "Selatan"}})
                                     .dimension("sex", {"L", "P"})
                                     .time("tahun", {"2023", "2024"})
                                     .measure("m", "x", 1, Additivity::flow)
                                     .cells({1234.5, -2, none, 4, 0, 6, 7, 8})
                                     .status(4, CellStatus::nil)
                                     .status(5, CellStatus::provisional),
                                 {"wilayah", "sex"}, {"tahun"});
  CHECK(tsv_from_range(grid, all_of(grid), Language::id) ==
        "wilayah\tsex\t2023\t2024\n"
        "Utara\tL\t1234,5\t-2,0\n"
        "Utara\tP\t…\t4,0\n"
        "Selatan\tL\t–\t6,0\n"
        "Selatan\tP\t7,0\t8,0\n");
  CHECK(tsv_from_range(grid, {0, 1, 0, 1}, Language::en) ==
        "wilayah\tsex\t2023\n"
        "Utara\tL\t1234.5\n");
}

TEST_CASE("headings are repeated over the columns they span, and the measure stands in for none") {
  const PivotGrid wide = grid_of(births(), {}, {"wilayah", "tahun"});
  CHECK(tsv_from_range(wide, all_of(wide), Language::id) ==
        "Utara\tUtara\tSelatan\tSelatan\n"
        "2023\t2024\t2023\t2024\n"
        "1,5\t2,0\t–\t…\n");
  const PivotGrid tall = grid_of(births(), {"wilayah"}, {});
  CHECK(tsv_from_range(tall, all_of(tall), Language::id) ==
        "wilayah\tlahir\nUtara\t1,5\nSelatan\t–\n");
}

TEST_CASE("labels cannot break the fields nor become formulas") {
  const PivotGrid grid = grid_of(table("t")
                                     .dimension("d", {{"a", "=1+1"}, {"b", "b\tc\nd"}})
                                     .measure("m", "x", 0, Additivity::flow)
                                     .cells({1, 2}),
                                 {"d"}, {});
  CHECK(tsv_from_range(grid, all_of(grid), Language::id) == "d\tm\n'=1+1\t1\nb c d\t2\n");
}

}  // namespace
}  // namespace stats
