#include "stats/sub_table.h"

#include <catch2/catch_test_macros.hpp>

#include "support/table_builder.h"

using stats::Selection;
using support::none;

namespace {

/// Region (a total and two parts) by sex by year.
std::shared_ptr<const stats::Table> people() {
  return support::table("p")
      .geo("wilayah", {"T", "A", "B"})
      .parent("T", {"A", "B"})
      .dimension("jk", {"L", "P"})
      .time("tahun", {"2024", "2025"})
      .measure("jumlah", "jiwa", 0, stats::Additivity::stock)
      .cells({1, 2, 3, 4,     // T: men 2024, 2025; women
              5, 6, none, 8,  // A
              9, 10, 11, 0})  // B
      .status(5, stats::CellStatus::provisional)
      .status(11, stats::CellStatus::nil)
      .note("on women of A", {{0, 1}, {1, 1}})
      .note("on B", {{0, 2}})
      .note("on all", {})
      .share();
}

stats::Table part_of(const stats::View& view) {
  return stats::sub_table_from_grid(stats::grid_from_table(people(), view));
}

/// Years down the side, regions A and T across, women only.
stats::View women() {
  stats::View view;
  view.pivot.stub = {"tahun"};
  view.pivot.heading = {"wilayah"};
  view.query.set("wilayah", {Selection::Kind::list, {"A", "T"}, 0});
  view.query.set("jk", {Selection::Kind::list, {"P"}, 0});
  return view;
}

std::vector<std::string> codes_of(const stats::Dimension& dimension) {
  std::vector<std::string> codes;
  for (const stats::Category& category : dimension.categories)
    codes.push_back(category.code);
  return codes;
}

}  // namespace

TEST_CASE("a part's dimensions stand as they are shown, with just the picked categories in order") {
  const stats::Table part = part_of(women());
  REQUIRE(part.dimensions.size() == 4);
  CHECK(part.dimensions[0].code == "tahun");
  CHECK(codes_of(part.dimensions[0]) == std::vector<std::string>{"2024", "2025"});
  CHECK(part.dimensions[1].code == "wilayah");
  CHECK(codes_of(part.dimensions[1]) == std::vector<std::string>{"A", "T"});
  CHECK(part.layout.stub == std::vector<std::string>{"tahun"});
}

TEST_CASE("a part's cells are the table's, with their statuses") {
  const stats::Table part = part_of(women());
  REQUIRE(part.cells_count() == 4);
  CHECK(!part.cells.at(0).has_value);  // A, 2024
  CHECK(part.cells.at(1).value == 3);  // T, 2024
  CHECK(part.cells.at(2).value == 8);  // A, 2025
  CHECK(part.cells.at(3).value == 4);  // T, 2025

  stats::View men;
  men.pivot.stub = {"wilayah"};
  men.pivot.heading = {"tahun", "jk"};
  const stats::Table whole = part_of(men);  // A, B and then their total, as the grid shows them.
  CHECK(whole.cells.at(2).status == stats::CellStatus::provisional);  // A, 2025, men
  CHECK(whole.cells.at(7).status == stats::CellStatus::nil);          // B, 2025, women
  CHECK(whole.cells.at(7).value == 0);
}

TEST_CASE("a part's categories keep their parents where these are picked too") {
  const stats::Table part = part_of(women());
  CHECK(part.dimensions[1].categories[0].parent == 1);
  CHECK(part.dimensions[1].categories[1].parent == -1);
}

TEST_CASE("notes go along where all of their place does") {
  const stats::Table part = part_of(women());
  REQUIRE(part.notes.size() == 2);
  CHECK(part.notes[0].text.id == "on women of A");
  CHECK(part.notes[0].where == std::vector<stats::Coordinate>{{1, 0}, {2, 0}});
  CHECK(part.notes[1].text.id == "on all");
}

TEST_CASE("nothing that is computed is in a part, and it is a table without findings") {
  stats::View view = women();
  view.query.set("wilayah", {Selection::Kind::list, {"A", "B"}, 0});
  view.pivot.row_total = view.pivot.column_total = true;
  view.pivot.calculation = stats::Calculation::rank;
  view.pivot.hide_empty = true;
  const stats::Table part = part_of(view);
  CHECK(part.cells_count() == 4);
  CHECK(part.cells.at(1).value == 11);
}
