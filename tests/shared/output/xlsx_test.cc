#include "output/xlsx.h"

#include <memory>

#include <catch2/catch_test_macros.hpp>

#include "shared/output/sample_page.h"

namespace output {
namespace {

stats::Category coded_category(std::string code) {
  stats::Category made;
  made.code = code;
  made.label.id = std::move(code);
  return made;
}

/// `rows_count` desa in one year.
stats::PivotGrid long_grid(std::size_t rows_count) {
  auto table = std::make_shared<stats::Table>();
  table->code = "desa";
  table->title.id = "Penduduk menurut desa";
  stats::Dimension area{"desa", {"Desa", {}}, stats::Role::geo, {}};
  for (std::size_t row = 0; row < rows_count; ++row)
    area.categories.push_back(coded_category("d" + std::to_string(row)));
  stats::Dimension measure{"ukuran", {"Ukuran", {}}, stats::Role::measure, {}};
  measure.categories = {coded_category("n")};
  table->dimensions = {area, measure};
  table->cells = stats::Cells::from_doubles(std::vector<double>(rows_count, -5.2), {});
  const stats::View view = stats::default_view(*table);
  return stats::grid_from_table(table, view);
}

base::Result<std::string> workbook(const stats::PivotGrid& grid, const Progress& progress = {}) {
  return xlsx_from_page(page_from_grid(grid, base::Language::id), grid, {}, progress);
}

TEST_CASE("the same page gives the same bytes, another time of making gives others") {
  const stats::PivotGrid grid = long_grid(3);
  const Page page = page_from_grid(grid, base::Language::id);
  const auto first = xlsx_from_page(page, grid, {"https://x.go.id/?a", 1'790'000'000, {}});
  REQUIRE(first);
  CHECK(first->starts_with("PK"));
  CHECK(xlsx_from_page(page, grid, {"https://x.go.id/?a", 1'790'000'000, {}}) == first);
  CHECK(xlsx_from_page(page, grid, {"https://x.go.id/?a", 1'790'000'001, {}}) != first);
}

TEST_CASE("progress rises to the whole") {
  std::vector<double> shares;
  const auto made = workbook(long_grid(30'000), [&](double share) {
    shares.push_back(share);
    return true;
  });
  REQUIRE(made);
  REQUIRE(shares.size() > 3);
  for (std::size_t index = 1; index < shares.size(); ++index)
    CHECK(shares[index - 1] <= shares[index]);
  CHECK(shares.back() == 1);
}

TEST_CASE("work that is told to stop stops, wherever it is") {
  const stats::PivotGrid grid = long_grid(30'000);
  for (const double last : {0.0, 0.3, 0.7, 0.99}) {
    bool was_stopped = false;
    const auto made = workbook(grid, [&](double share) {
      CHECK_FALSE(was_stopped);
      was_stopped = share > last;
      return !was_stopped;
    });
    REQUIRE_FALSE(made);
    CHECK(made.error().code == base::ErrorCode::cancelled);
  }
}

TEST_CASE("a page with more columns than a sheet is refused before any work") {
  const stats::PivotGrid grid = long_grid(1);
  Page page = page_from_grid(grid, base::Language::id);
  page.heading = {{sample_label("2025", 20'000)}};
  const auto made = xlsx_from_page(page, grid, {}, [](double) {
    FAIL("work began");
    return true;
  });
  REQUIRE_FALSE(made);
  CHECK(made.error().code == base::ErrorCode::too_large);
  CHECK(made.error().message.find("16384 columns") != std::string::npos);
}

TEST_CASE("a label that no cell can hold is named in the refusal") {
  const stats::PivotGrid grid = long_grid(1);
  Page page = page_from_grid(grid, base::Language::id);
  page.title = "Penduduk " + std::string(40'000, 'x');
  const auto made = xlsx_from_page(page, grid, {});
  REQUIRE_FALSE(made);
  CHECK(made.error().code == base::ErrorCode::too_large);
  CHECK(made.error().message.find("“Penduduk ") != std::string::npos);
}

TEST_CASE("a page without rows is a workbook still") {
  const stats::PivotGrid grid = long_grid(1);
  Page page = sample_page();
  page.rows.clear();
  CHECK(xlsx_from_page(page, grid, {}));
}

}  // namespace
}  // namespace output
