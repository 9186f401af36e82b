#include "stats/grid_figures.h"

#include <catch2/catch_test_macros.hpp>

#include "stats/pivot.h"
#include "support/grid_text.h"
#include "support/table_builder.h"

namespace stats {
namespace {

using support::none;
using support::table;
using support::text_from_grid;
using Codes = std::vector<std::string>;

std::string shown(const support::TableBuilder& builder, Codes stub, Codes heading,
                  Calculation calculation) {
  View view;
  view.pivot.stub = std::move(stub);
  view.pivot.heading = std::move(heading);
  view.pivot.calculation = calculation;
  return text_from_grid(grid_from_table(builder.share(), view));
}

support::TableBuilder sexes(Additivity additivity) {
  return table("t")
      .geo("wilayah", {"a", "b"})
      .dimension("sex", {"L", "P"})
      .measure("m", "jiwa", 0, additivity)
      .cells({1, 3, 2, 5});
}

TEST_CASE("shares are taken of what is shown where no total is published") {
  CHECK(shown(sexes(Additivity::stock), {"wilayah"}, {"sex"}, Calculation::share_of_column) ==
        "| L P\n"
        "a | 33,33 37,50\n"
        "b | 66,67 62,50\n");
  CHECK(shown(sexes(Additivity::stock), {"wilayah"}, {"sex"}, Calculation::share_of_row) ==
        "| L P\n"
        "a | 25,00 75,00\n"
        "b | 28,57 71,43\n");
}

TEST_CASE("shares are taken of the published total where it is shown") {
  const auto areas = table("t")
                         .geo("wilayah", {"all", "a", "b"})
                         .parent("all", {"a", "b"})
                         .measure("m", "jiwa", 0, Additivity::stock)
                         .cells({10, 2, 3});
  CHECK(shown(areas, {"wilayah"}, {}, Calculation::share_of_column) ==
        "a | 20,00\n"
        "b | 30,00\n"
        "all | 100,00\n");
}

TEST_CASE("rates have no shares") {
  CHECK(shown(sexes(Additivity::rate), {"wilayah"}, {"sex"}, Calculation::share_of_column) ==
        "| L P\n"
        "a | NA NA\n"
        "b | NA NA\n");
}

TEST_CASE("parts and subtotals without the total of all have no shares") {
  const auto villages = table("t")
                            .geo("wilayah", {"k1", "d1", "k2", "d2"})
                            .parent("k1", {"d1"})
                            .parent("k2", {"d2"})
                            .measure("m", "jiwa", 0, Additivity::stock)
                            .cells({1, 1, 2, 2});
  CHECK(shown(villages, {"wilayah"}, {}, Calculation::share_of_column) ==
        "k1 | NA\nd1 | NA\nk2 | NA\nd2 | NA\n");
}

TEST_CASE("a share of zero is no figure, nor is that of a missing one") {
  const auto cells = table("t")
                         .dimension("d", {"a", "b"})
                         .dimension("e", {"x", "y"})
                         .measure("m", "jiwa", 0, Additivity::flow)
                         .cells({0, none, 0, 4})
                         .status(0, CellStatus::nil);
  CHECK(shown(cells, {"d"}, {"e"}, Calculation::share_of_column) ==
        "| x y\n"
        "a | NA …\n"
        "b | NA 100,00\n");
}

TEST_CASE("shares are taken within each measure") {
  const auto measures = table("t")
                            .dimension("d", {"a", "b"})
                            .measure("m", "jiwa", 0, Additivity::flow)
                            .measure("n", "rumah", 0, Additivity::flow)
                            .cells({1, 10, 3, 10});
  CHECK(shown(measures, {"d", "ukuran"}, {}, Calculation::share_of_column) ==
        "a m | 25,00\n"
        "a n | 50,00\n"
        "b m | 75,00\n"
        "b n | 50,00\n");
}

support::TableBuilder yearly() {
  return table("t")
      .geo("wilayah", {"a", "b"})
      .time("tahun", {"2022", "2023", "2024"})
      .measure("m", "jiwa", 1, Additivity::rate)
      .cells({10.1, 10.3, none, -4, 0, 5})
      .status(1, CellStatus::revised);
}

TEST_CASE("a change is from the period before, and the first period has none") {
  CHECK(shown(yearly(), {"wilayah"}, {"tahun"}, Calculation::change) ==
        "| 2022 2023 2024\n"
        "a | … 0,2r …\n"
        "b | … 4,0 5,0\n");
}

TEST_CASE("a change in per cent is of the figure before, and of zero there is none") {
  CHECK(shown(yearly(), {"wilayah"}, {"tahun"}, Calculation::change_percent) ==
        "| 2022 2023 2024\n"
        "a | … 1,98r …\n"
        "b | … 100,00 NA\n");
}

TEST_CASE("a change looks to the table's period before, not to the one shown before") {
  View view;
  view.pivot.stub = {"wilayah"};
  view.pivot.heading = {"tahun"};
  view.pivot.calculation = Calculation::change;
  view.query.set("tahun", {Selection::Kind::list, {"2024", "2023"}, 0});
  view.query.set("wilayah", {Selection::Kind::list, {"b"}, 0});
  CHECK(text_from_grid(grid_from_table(yearly().share(), view)) ==
        "| 2024 2023\n"
        "b | 5,0 4,0\n");
}

TEST_CASE("changes of scaled figures are exact") {
  View view;
  view.pivot.stub = {"wilayah"};
  view.pivot.heading = {"tahun"};
  view.pivot.calculation = Calculation::change;
  CHECK(grid_from_table(yearly().share(), view).at(0, 1).cell.value == 0.2);
}

TEST_CASE("a year is compared with the year before, not with its own quarter") {
  const auto quarters = table("t")
                            .time("periode", {"2023", "2023Q1", "2023Q2", "2024", "2024Q1"})
                            .parent("2023", {"2023Q1", "2023Q2"})
                            .parent("2024", {"2024Q1"})
                            .measure("m", "x", 0, Additivity::flow)
                            .cells({30, 10, 20, 50, 25});
  CHECK(shown(quarters, {"periode"}, {}, Calculation::change) ==
        "2023 | …\n2023Q1 | …\n2023Q2 | 10\n2024 | 20\n2024Q1 | 5\n");
}

TEST_CASE("without time there is no change") {
  CHECK(shown(sexes(Additivity::stock), {"wilayah"}, {"sex"}, Calculation::change) ==
        "| L P\n"
        "a | NA NA\n"
        "b | NA NA\n");
}

TEST_CASE("the highest figure of a column has rank 1, equals share one, totals have none") {
  const auto areas = table("t")
                         .geo("wilayah", {"all", "a", "b", "c", "d", "e"})
                         .parent("all", {"a", "b", "c", "d", "e"})
                         .measure("m", "jiwa", 0, Additivity::stock)
                         .cells({100, 7, 9, 7, none, -1});
  CHECK(shown(areas, {"wilayah"}, {}, Calculation::rank) ==
        "a | 2\nb | 1\nc | 2\nd | …\ne | 4\nall | NA\n");
}

TEST_CASE("ranks are given within each measure") {
  const auto measures = table("t")
                            .dimension("d", {"a", "b"})
                            .measure("m", "jiwa", 0, Additivity::flow)
                            .measure("n", "%", 0, Additivity::rate)
                            .cells({1, 90, 3, 80});
  CHECK(shown(measures, {"d", "ukuran"}, {}, Calculation::rank) ==
        "a m | 2\na n | 1\nb m | 1\nb n | 2\n");
}

TEST_CASE("sums are exact, however many lines are remembered and let go") {
  // More columns than are remembered at once, walked through twice.
  Table wide = table("t").dimension("d", {"a", "b", "c"}).make();
  Dimension columns{"k", {"k", ""}, Role::other, {}, true};
  constexpr std::size_t columns_count = 32 * 300;
  for (std::size_t i = 0; i < columns_count; ++i) {
    Category category;
    category.code = std::to_string(i);
    columns.categories.push_back(category);
  }
  wide.dimensions.push_back(columns);
  const Table measure = table("m").measure("m", "x", 1, Additivity::flow).make();
  wide.dimensions.push_back(measure.dimensions[0]);
  std::vector<std::int32_t> figures;
  for (std::size_t i = 0; i < 3 * columns_count; ++i) {
    figures.push_back(static_cast<std::int32_t>(i % columns_count));
  }
  wide.cells = Cells::scaled(figures, 1, {});
  View view;
  view.pivot.stub = {"d"};
  view.pivot.heading = {"k"};
  view.pivot.row_total = view.pivot.column_total = true;
  const PivotGrid grid = grid_from_table(std::make_shared<const Table>(wide), view);
  bool is_exact = true;
  for (int walk = 0; walk < 2; ++walk) {
    for (std::size_t column = 0; column < columns_count; ++column) {
      is_exact = is_exact && grid.at(3, column).cell.value == static_cast<double>(3 * column) / 10;
    }
  }
  CHECK(is_exact);
  CHECK(grid.at(0, columns_count).cell.value == 4607520.0);
  CHECK(grid.at(3, columns_count).cell.value == 13822560.0);
}

}  // namespace
}  // namespace stats
