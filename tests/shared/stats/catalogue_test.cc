#include "stats/catalogue.h"

#include <catch2/catch_test_macros.hpp>

#include "support/table_builder.h"

namespace stats {
namespace {

Catalogue subjects() {
  Catalogue catalogue;
  catalogue.subjects = {{"sosial", {"Sosial", "Social"}, ""},
                        {"penduduk", {"Penduduk", "Population"}, "sosial"},
                        {"kelahiran", {"Kelahiran", "Births"}, "penduduk"},
                        {"ekonomi", {"Ekonomi", "Economy"}, ""}};
  TableCard card;
  card.code = "pop-01";
  catalogue.tables.push_back(card);
  return catalogue;
}

TEST_CASE("subjects and tables are found by code") {
  const Catalogue catalogue = subjects();
  REQUIRE(catalogue.find_subject("ekonomi"));
  CHECK(catalogue.find_subject("ekonomi")->label.en == "Economy");
  CHECK(catalogue.find_subject("x") == nullptr);
  CHECK(catalogue.find_table("pop-01") == &catalogue.tables[0]);
  CHECK(catalogue.find_table("pop-02") == nullptr);
}

TEST_CASE("the path of a subject starts at its root") {
  const Catalogue catalogue = subjects();
  std::vector<std::string> codes;
  for (const Subject* step : catalogue.path_of("kelahiran"))
    codes.push_back(step->code);
  CHECK(codes == std::vector<std::string>{"sosial", "penduduk", "kelahiran"});
  CHECK(catalogue.path_of("x").empty());
}

TEST_CASE("a path that goes in a circle comes to an end") {
  Catalogue catalogue = subjects();
  catalogue.subjects[0].parent = "kelahiran";
  CHECK(catalogue.path_of("kelahiran").size() == 4);
}

TEST_CASE("a subject is under itself and its ancestors") {
  const Catalogue catalogue = subjects();
  CHECK(catalogue.is_under("kelahiran", "sosial"));
  CHECK(catalogue.is_under("sosial", "sosial"));
  CHECK_FALSE(catalogue.is_under("sosial", "kelahiran"));
  CHECK_FALSE(catalogue.is_under("ekonomi", "sosial"));
}

support::TableBuilder population_card() {
  return support::table("pop-01")
      .geo("wilayah", {"a", "b"})
      .time("tahun", {"2023", "2024"})
      .measure("jumlah", "jiwa", 0, Additivity::stock)
      .cells({1, 2, 3, 4});
}

TEST_CASE("a card says what a table is about") {
  const TableCard card = card_from_table(population_card().make());
  CHECK(card.code == "pop-01");
  CHECK(card.unit.id == "jiwa");
  CHECK(card.period_first == "2023");
  CHECK(card.period_last == "2024");
  CHECK(card.cells_count == 4);
  CHECK(card.address.empty());
  // A lone measure is told by title and unit.
  REQUIRE(card.dimensions.size() == 2);
  CHECK(card.dimensions[0].code == "wilayah");
  CHECK(card.dimensions[0].categories_count == 2);
}

TEST_CASE("a card says that the newest period is provisional") {
  CHECK_FALSE(card_from_table(population_card().make()).has_provisional);
  CHECK_FALSE(
      card_from_table(population_card().status(0, CellStatus::provisional).make()).has_provisional);
  CHECK(card_from_table(population_card().status(3, CellStatus::very_provisional).make())
            .has_provisional);
  CHECK_FALSE(
      card_from_table(population_card().status(3, CellStatus::revised).make()).has_provisional);
}

TEST_CASE("a table without time has no period, and any provisional figure counts") {
  const TableCard card = card_from_table(support::table("t")
                                             .dimension("d", {"a", "b"})
                                             .measure("m", "x", 0, Additivity::flow)
                                             .measure("n", "y", 0, Additivity::flow)
                                             .cells({1, 2, 3, 4})
                                             .status(0, CellStatus::provisional)
                                             .make());
  CHECK(card.period_first == "");
  CHECK(card.has_provisional);
  CHECK(card.dimensions.size() == 2);
}

}  // namespace
}  // namespace stats
