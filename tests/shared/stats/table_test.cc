#include "stats/table.h"

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "support/table_builder.h"

namespace stats {
namespace {

using support::none;
using support::table;

std::vector<std::string> codes_of(const std::vector<Finding>& findings) {
  std::vector<std::string> codes;
  for (const Finding& finding : findings)
    codes.push_back(finding.code);
  return codes;
}

using Codes = std::vector<std::string>;

support::TableBuilder population_table() {
  return table("pop-01")
      .geo("wilayah", {"1603", "160301", "160302"})
      .parent("1603", {"160301", "160302"})
      .time("tahun", {"2023", "2024"})
      .measure("jumlah", "jiwa", 0, Additivity::stock)
      .cells({30, 33, 10, 11, 20, 22});
}

TEST_CASE("additivity has the words of the file format") {
  CHECK(text_from_additivity(Additivity::average) == "average");
  CHECK(additivity_from_text("flow") == Additivity::flow);
  CHECK(additivity_from_text("Flow") == std::nullopt);
  CHECK(is_additive(Additivity::stock));
  CHECK(is_additive(Additivity::flow));
  CHECK_FALSE(is_additive(Additivity::rate));
  CHECK_FALSE(is_additive(Additivity::average));
  CHECK_FALSE(is_additive(Additivity::index));
}

TEST_CASE("a dimension knows its hierarchy and its total") {
  const Table pop = population_table().make();
  const Dimension& area = pop.dimensions[0];
  CHECK(area.has_hierarchy());
  CHECK(area.total() == 0u);
  CHECK(area.depth_of(0) == 0);
  CHECK(area.depth_of(2) == 1);
  CHECK(area.find("160302") == 2u);
  CHECK(area.find("x") == std::nullopt);
  CHECK_FALSE(pop.dimensions[1].has_hierarchy());
  CHECK(pop.dimensions[1].total() == std::nullopt);
}

TEST_CASE("two roots make no total, nor does a lone category") {
  const Table two = table("t").dimension("d", {"a", "b", "c"}).parent("a", {"c"}).make();
  CHECK(two.dimensions[0].total() == std::nullopt);
  const Table lone = table("t").dimension("d", {"a"}).make();
  CHECK(lone.dimensions[0].total() == std::nullopt);
}

TEST_CASE("a table finds its dimensions by role") {
  const Table pop = population_table().make();
  CHECK(pop.find("tahun") == 1u);
  CHECK(pop.measure_dimension() == 2);
  CHECK(pop.measure().categories[0].unit.id == "jiwa");
  CHECK(pop.time_dimension() == 1u);
  CHECK(pop.geo_dimension() == 0u);
  CHECK(pop.strides() == std::vector<std::uint64_t>{2, 1, 1});
}

TEST_CASE("the period is the first and last, the only one, or nothing") {
  CHECK(population_table().make().period(base::Language::id) == "2023–2024");
  CHECK(table("t").time("tahun", {"2024"}).make().period(base::Language::id) == "2024");
  CHECK(table("t").dimension("d", {"a"}).make().period(base::Language::id) == "");
}

TEST_CASE("a sound table has no findings") {
  CHECK(findings_from_table(population_table().make()).empty());
}

TEST_CASE("what a table must say and does not is found") {
  Table pop = population_table().make();
  pop.code = "Pop 01";
  pop.title = {};
  pop.source = {};
  pop.area_level = "kecamatan";
  CHECK(codes_of(findings_from_table(pop)) ==
        Codes{"table_code", "title_missing", "source_missing", "area_level"});
}

TEST_CASE("a missing unit is a doubt and no error") {
  Table pop = population_table().make();
  pop.dimensions[2].categories[0].unit = {};
  const std::vector<Finding> findings = findings_from_table(pop);
  REQUIRE(codes_of(findings) == Codes{"unit_missing"});
  CHECK(findings[0].severity == Finding::Severity::warning);
}

TEST_CASE("cells must be as many as the dimensions make") {
  const std::vector<Finding> findings =
      findings_from_table(population_table().cells({1, 2, 3, 4, 5}).make());
  REQUIRE(codes_of(findings) == Codes{"cells_count"});
  CHECK(findings[0].severity == Finding::Severity::error);
  CHECK(findings[0].message ==
        "The table has 5 cells where its dimensions make 6. The file may be incomplete; compare it "
        "with its source.");
}

TEST_CASE("more cells than can be counted are refused, and do not overflow") {
  Table huge = population_table().make();
  const std::vector<Category> many(70'000, Category{"x", {"x", ""}, -1, {}, 0, Additivity::rate});
  for (const char* code : {"a", "b", "c", "d"}) {
    huge.dimensions.push_back({code, {code, ""}, Role::other, many, true});
  }
  const Codes codes = codes_of(findings_from_table(huge));
  CHECK(std::find(codes.begin(), codes.end(), "cells_too_many") != codes.end());
}

TEST_CASE("codes must be there and differ") {
  Table pop = population_table().make();
  pop.dimensions[0].categories[2].code = "160301";
  pop.dimensions[1].categories[0].code = "";
  pop.dimensions[1].code = "wilayah";
  CHECK(codes_of(findings_from_table(pop)) ==
        Codes{"category_twice", "dimension_twice", "category_code"});
}

TEST_CASE("there must be exactly one dimension of measures") {
  Table pop = population_table().make();
  pop.dimensions[2].role = Role::other;
  CHECK(codes_of(findings_from_table(pop)) == Codes{"measure_dimension"});
  pop.dimensions[2].role = Role::measure;
  pop.dimensions[1].role = Role::measure;
  CHECK(codes_of(findings_from_table(pop)) ==
        Codes{"unit_missing", "unit_missing", "measure_dimension"});
}

TEST_CASE("a dimension without categories is found") {
  const Table empty = table("t").dimension("d", {}).measure("m", "x", 0, Additivity::flow).make();
  CHECK(codes_of(findings_from_table(empty)) == Codes{"dimension_empty"});
}

TEST_CASE("parents must exist and not go in a circle") {
  Table pop = population_table().make();
  pop.dimensions[0].categories[0].parent = 9;
  CHECK(codes_of(findings_from_table(pop)) == Codes{"parent_place"});
  pop.dimensions[0].categories[0].parent = 1;
  CHECK(codes_of(findings_from_table(pop)) == Codes{"parent_circle"});
  pop.dimensions[0].categories[0].parent = 0;
  CHECK(codes_of(findings_from_table(pop)) == Codes{"parent_circle"});
}

TEST_CASE("decimals must be few enough to be shown") {
  Table pop = population_table().make();
  pop.dimensions[2].categories[0].decimals = 10;
  CHECK(codes_of(findings_from_table(pop)) == Codes{"decimals"});
}

TEST_CASE("notes must have text and stand at places that exist") {
  Table pop =
      population_table().note("", {}).note("Sementara", {{1, 5}}).note("x", {{7, 0}}).make();
  CHECK(codes_of(findings_from_table(pop)) == Codes{"note_empty", "note_place", "note_place"});
}

TEST_CASE("a note names each dimension once") {
  const Table pop = population_table().note("x", {{1, 0}, {1, 1}}).make();
  CHECK(codes_of(findings_from_table(pop)) == Codes{"note_place"});
}

TEST_CASE("periods must rise") {
  Table pop = population_table().make();
  std::swap(pop.dimensions[1].categories[0], pop.dimensions[1].categories[1]);
  CHECK(codes_of(findings_from_table(pop)) == Codes{"time_order"});
}

TEST_CASE("periods rise by number, each depth for itself") {
  const auto periods = [](const support::TableBuilder& builder) {
    return codes_of(findings_from_table(builder.make()));
  };
  CHECK(periods(table("t")
                    .time("bulan", {"2024M2", "2024M10"})
                    .measure("m", "x", 0, Additivity::flow)
                    .cells({1, 2}))
            .empty());
  CHECK(periods(table("t")
                    .time("triwulan", {"2023", "2023Q1", "2023Q2", "2024", "2024Q1"})
                    .parent("2023", {"2023Q1", "2023Q2"})
                    .parent("2024", {"2024Q1"})
                    .measure("m", "x", 0, Additivity::flow)
                    .cells({3, 1, 2, 4, 4}))
            .empty());
}

TEST_CASE("a status must agree with its figure") {
  CHECK(codes_of(findings_from_table(population_table().status(1, CellStatus::nil).make())) ==
        Codes{"nil_figure"});
  CHECK(codes_of(findings_from_table(
            population_table().status(2, CellStatus::not_displayable).make())) ==
        Codes{"hidden_figure"});
  CHECK(codes_of(findings_from_table(population_table()
                                         .cells({30, 33, none, 11, 0, 22})
                                         .status(2, CellStatus::not_displayable)
                                         .status(4, CellStatus::nil)
                                         .make()))
            .empty());
}

TEST_CASE("statuses must rise and lie among the cells") {
  CHECK(codes_of(findings_from_table(population_table().status(6, CellStatus::revised).make())) ==
        Codes{"status_place"});
  CHECK(codes_of(findings_from_table(population_table()
                                         .status(2, CellStatus::revised)
                                         .status(2, CellStatus::estimate)
                                         .make())) == Codes{"status_place"});
}

TEST_CASE("a layout of unknown dimensions is doubted") {
  const std::vector<Finding> findings =
      findings_from_table(population_table().layout({"wilayah"}, {"bulan"}).make());
  REQUIRE(codes_of(findings) == Codes{"layout_dimension"});
  CHECK(findings[0].severity == Finding::Severity::warning);
}

TEST_CASE("a published total that differs from the sum of its parts is named with both figures") {
  const std::vector<Finding> findings =
      findings_from_totals(population_table().cells({30, 35, 10, 11, 20, 22}).make());
  REQUIRE(codes_of(findings) == Codes{"total_differs"});
  CHECK(findings[0].severity == Finding::Severity::warning);
  CHECK(
      findings[0].message ==
      "At wilayah=1603, tahun=2024, ukuran=jumlah the published total is 35, but its parts add up "
      "to 33. Compare with the source, or say why in a note.");
}

TEST_CASE("differences within rounding are none") {
  // Two parts of half a unit each make one unit.
  CHECK(findings_from_totals(population_table().cells({31, 33, 10, 11, 20, 22}).make()).empty());
  CHECK_FALSE(
      findings_from_totals(population_table().cells({32, 33, 10, 11, 20, 22}).make()).empty());
}

TEST_CASE("totals are only compared where every part has a figure") {
  CHECK(findings_from_totals(population_table().cells({99, 33, none, 11, 20, 22}).make()).empty());
  CHECK(findings_from_totals(population_table().cells({none, 33, 10, 11, 20, 22}).make()).empty());
}

TEST_CASE("rates are not compared with their parts") {
  CHECK(findings_from_totals(table("t")
                                 .dimension("d", {"all", "a", "b"})
                                 .parent("all", {"a", "b"})
                                 .measure("kepadatan", "jiwa/km²", 1, Additivity::rate)
                                 .cells({5, 3, 9})
                                 .make())
            .empty());
}

TEST_CASE("a stock is not compared over time, a flow is") {
  const auto quarters = [](Additivity additivity) {
    return table("t")
        .time("triwulan", {"2024", "2024Q1", "2024Q2"})
        .parent("2024", {"2024Q1", "2024Q2"})
        .measure("m", "x", 0, additivity)
        .cells({10, 10, 10})
        .make();
  };
  CHECK(findings_from_totals(quarters(Additivity::stock)).empty());
  CHECK(codes_of(findings_from_totals(quarters(Additivity::flow))) == Codes{"total_differs"});
}

TEST_CASE("a flood of differing totals is cut, and the rest counted") {
  Table many = table("t")
                   .dimension("d", {"all", "a"})
                   .parent("all", {"a"})
                   .measure("m", "x", 0, Additivity::flow)
                   .make();
  Dimension places{"p", {"p", ""}, Role::other, {}, true};
  for (int i = 0; i < 105; ++i) {
    Category category;
    category.code = std::to_string(i);
    places.categories.push_back(category);
  }
  many.dimensions.push_back(places);
  std::vector<double> figures(210, 1);
  std::fill(figures.begin(), figures.begin() + 105, 5);
  many.cells = Cells::from_doubles(figures, {});
  const std::vector<Finding> findings = findings_from_totals(many);
  REQUIRE(findings.size() == 101);
  CHECK(findings.back().message ==
        "5 more published totals differ from the sums of their parts. Correct those above first.");
}

}  // namespace
}  // namespace stats
