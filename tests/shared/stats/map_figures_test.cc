#include "stats/map_figures.h"

#include <string>
#include <utility>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "support/table_builder.h"

namespace {

using base::Language;
using stats::Additivity;
using stats::AreaFigure;
using stats::MapFigures;
using stats::PivotGrid;
using support::none;

stats::Outlines outlines() {
  stats::Outlines outlines;
  for (const char* code : {"A", "B", "C"})
    outlines.areas.push_back({code, {{{0, 0}, {1, 0}, {1, 1}}}});
  return outlines;
}

/// Areas with a total, two years, two sexes with a total.
std::shared_ptr<const stats::Table> table() {
  std::vector<double> figures;
  for (int i = 0; i < 4 * 2 * 3; ++i)
    figures.push_back(i);
  return support::table("t")
      .geo("area", {"all", "A", "B", "C"})
      .parent("all", {"A", "B", "C"})
      .time("tahun", {"2023", "2024"})
      .dimension("sex", {"both", "M", "F"})
      .parent("both", {"M", "F"})
      .measure("orang", "jiwa", 0, Additivity::stock)
      .cells(figures)
      .share();
}

stats::PivotSpec figures_spec(std::vector<std::string> stub, std::vector<std::string> heading) {
  stats::PivotSpec spec;
  spec.stub = std::move(stub);
  spec.heading = std::move(heading);
  return spec;
}

PivotGrid grid_of(stats::PivotSpec pivot, stats::Query query = {}) {
  return stats::grid_from_table(table(), {std::move(query), std::move(pivot)});
}

/// "A 6 #3": a text for each area.
std::vector<std::string> area_texts(const PivotGrid& grid, const std::vector<AreaFigure>& areas) {
  std::vector<std::string> texts;
  for (const AreaFigure& area : areas) {
    const auto& categories = grid.table().dimensions[*grid.table().geo_dimension()].categories;
    const std::string figure =
        area.cell.cell.has_value ? std::to_string(static_cast<int>(area.cell.cell.value)) : "…";
    texts.push_back(categories[area.category].code + " " + figure + " #" +
                    std::to_string(area.rank));
  }
  return texts;
}
using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("each pair of the other dimensions is a series, wherever the areas stand") {
  const PivotGrid in_rows = grid_of(figures_spec({"area", "sex"}, {"tahun"}));
  const PivotGrid in_columns = grid_of(figures_spec({"tahun"}, {"sex", "area"}));
  for (const PivotGrid* grid : {&in_rows, &in_columns}) {
    const MapFigures figures(*grid);
    REQUIRE(figures.has_areas());
    REQUIRE(figures.series_count() == 6);
    const std::size_t first = figures.series_of({});
    CHECK(area_texts(*grid, figures.areas(first, outlines())) ==
          Texts{"A 9 #3", "B 15 #2", "C 21 #1"});
  }
  CHECK(MapFigures(in_rows).series_label(5, Language::id) == "F, 2024");
}

TEST_CASE("the newest period and the totals are shown first") {
  const PivotGrid grid = grid_of(figures_spec({"area"}, {"sex", "tahun"}));
  const MapFigures figures(grid);
  CHECK(figures.series_label(figures.series_of({}), Language::id) == "both, 2024");
  CHECK(figures.measure_of(0).unit.id == "jiwa");
}

TEST_CASE("wished categories are shown, and a wish that cannot be met is passed over") {
  const PivotGrid grid = grid_of(figures_spec({"area"}, {"sex", "tahun"}));
  const MapFigures figures(grid);
  const std::size_t wished = figures.series_of({{"sex", "F"}, {"tahun", "1999"}});
  CHECK(figures.series_label(wished, Language::id) == "F, 2024");
}

TEST_CASE("each dimension with several categories is a picker") {
  const PivotGrid grid = grid_of(figures_spec({"area", "sex"}, {"tahun"}));
  const MapFigures figures(grid);
  const auto pickers = figures.pickers(figures.series_of({{"tahun", "2023"}}), Language::id);
  REQUIRE(pickers.size() == 2);
  CHECK(pickers[0].dimension == "sex");
  CHECK(pickers[0].options.size() == 3);
  CHECK(pickers[0].chosen == "both");
  CHECK(pickers[1].dimension == "tahun");
  CHECK(pickers[1].options[1].label == "2024");
  CHECK(pickers[1].chosen == "2023");
  stats::Query query;
  query.set("tahun", {stats::Selection::Kind::list, {"2024"}, 0});
  const PivotGrid one = grid_of(figures_spec({"area", "sex"}, {"tahun"}), query);
  CHECK(MapFigures(one).pickers(0, Language::id).size() == 1);
}

TEST_CASE("areas that the reader has not picked are not there") {
  stats::Query query;
  query.set("area", {stats::Selection::Kind::list, {"C", "A"}, 0});
  const PivotGrid grid = grid_of(figures_spec({"area"}, {"tahun"}), query);
  const MapFigures figures(grid);
  CHECK(area_texts(grid, figures.areas(figures.series_of({}), outlines())) ==
        Texts{"C 21 #1", "A 9 #2"});
}

TEST_CASE("an area whose empty line is left out is there without a figure") {
  const auto table = support::table("t")
                         .geo("area", {"A", "B", "C"})
                         .measure("orang", "jiwa", 0, Additivity::stock)
                         .cells({1, none, 1})
                         .share();
  stats::PivotSpec pivot = figures_spec({"area"}, {});
  pivot.hide_empty = true;
  const PivotGrid grid = stats::grid_from_table(table, {{}, pivot});
  CHECK(area_texts(grid, MapFigures(grid).areas(0, outlines())) ==
        Texts{"A 1 #1", "C 1 #1", "B … #0"});
}

TEST_CASE("computed totals are no areas") {
  stats::PivotSpec pivot = figures_spec({"area"}, {"sex"});
  pivot.row_total = true;
  const PivotGrid grid = grid_of(pivot);
  CHECK(MapFigures(grid).areas(0, outlines()).size() == 3);
}

TEST_CASE("areas on neither axis make no series") {
  const PivotGrid grid = grid_of(figures_spec({"sex"}, {"tahun"}));
  CHECK_FALSE(MapFigures(grid).has_areas());
  CHECK(MapFigures(grid).series_count() == 0);
}
