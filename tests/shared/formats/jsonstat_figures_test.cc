// Figures and statuses of a dataset, apart from its dimensions.
#include "formats/jsonstat_figures.h"

#include <catch2/catch_test_macros.hpp>

TEST_CASE("decimals are counted as the figure is written, six at most") {
  CHECK(formats::decimals_from_value(0) == 0);
  CHECK(formats::decimals_from_value(1820952744) == 0);
  CHECK(formats::decimals_from_value(-0.1) == 1);
  CHECK(formats::decimals_from_value(2.675) == 3);
  CHECK(formats::decimals_from_value(39908.12) == 2);
  CHECK(formats::decimals_from_value(5.943826289) == 6);
  CHECK(formats::decimals_from_value(1e300) == 0);
}

TEST_CASE("nil cells between sparse figures become zeros in their place") {
  const auto document = base::json_from_bytes(R"({"70": 7, "20": 2})").value();
  base::JsonExpect expect;
  formats::Figures figures = formats::Figures::from_json(document.root(), 100, expect);
  REQUIRE(expect.is_well());
  const auto status = base::json_from_bytes(R"({"90": "–", "30": "–"})").value();
  formats::Statuses statuses = formats::statuses_from_json(status.root(), true, figures, expect);
  const stats::Cells cells = std::move(figures).cells(std::move(statuses.marks));
  CHECK(cells.form() == stats::Cells::Form::sparse);
  CHECK(cells.value_or_nan(20) == 2);
  CHECK(cells.at(30) == stats::Cell{0, true, stats::CellStatus::nil});
  CHECK(cells.value_or_nan(70) == 7);
  CHECK(cells.at(90) == stats::Cell{0, true, stats::CellStatus::nil});
  CHECK_FALSE(cells.has_value(31));
}

TEST_CASE("figures are visited in the order of their cells") {
  const auto document = base::json_from_bytes("[5, null, 6]").value();
  base::JsonExpect expect;
  const formats::Figures figures = formats::Figures::from_json(document.root(), 3, expect);
  std::vector<std::pair<std::size_t, double>> visited;
  figures.for_each([&](std::size_t index, double value) { visited.emplace_back(index, value); });
  CHECK(visited == std::vector<std::pair<std::size_t, double>>{{0, 5}, {2, 6}});
}
