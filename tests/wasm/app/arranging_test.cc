#include "app/arranging.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <catch2/catch_test_macros.hpp>

#include "formats/jsonstat.h"
#include "support/table_builder.h"
#include "wasm/app/session.h"

using app::Zone;
using stats::Selection;

namespace {

using Codes = std::vector<std::string>;

/// Sixteen years, so that a heading cannot hold them all.
stats::Table long_table() {
  return support::table("lama")
      .geo("kecamatan", {"A", "B"})
      .time("tahun", {"2010", "2011", "2012", "2013", "2014", "2015", "2016", "2017", "2018",
                      "2019", "2020", "2021", "2022", "2023", "2024", "2025"})
      .measure("jumlah", "jiwa", 0, stats::Additivity::flow)
      .cells(std::vector<double>(32, 1))
      .layout({"kecamatan"}, {})
      .make();
}

/// Every table that is published.
std::vector<stats::Table> published_tables() {
  std::vector<stats::Table> tables;
  for (const auto& entry :
       std::filesystem::directory_iterator(LUMBUNG_SOURCE_FOLDER "/data/tables")) {
    if (entry.path().extension() != ".json") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    tables.push_back(formats::table_from_jsonstat(bytes).value().table);
  }
  return tables;
}

const stats::Dimension& dimension(const stats::Table& table, std::string_view code) {
  return table.dimensions[table.find(code).value()];
}

}  // namespace

TEST_CASE("a settled view is settled already") {
  for (const stats::Table& table :
       {support::people_table(), support::poverty_table(), long_table()}) {
    CAPTURE(table.code);
    const stats::View view = app::settled_default(table);
    CHECK(app::settled_view(table, view) == view);
    CHECK(stats::fitted_view(table, view).view == view);
  }
}

TEST_CASE(
    "any dimension of any published table can be moved anywhere, and the view stays settled") {
  const std::vector<stats::Table> tables = published_tables();
  REQUIRE(!tables.empty());
  for (const stats::Table& table : tables) {
    for (const stats::Dimension& moved : table.dimensions) {
      for (const Zone zone : {Zone::stub, Zone::heading, Zone::fixed}) {
        CAPTURE(table.code, moved.code, static_cast<int>(zone));
        const stats::View view = app::settled_view(
            table, app::with_moved(table, app::settled_default(table), moved.code, zone, 0));
        CHECK(app::settled_view(table, view) == view);
        CHECK(stats::fitted_view(table, view).view == view);
        CHECK(stats::fitted_view(table, view).dropped.empty());
      }
    }
  }
}

TEST_CASE("views that show the same are settled to the same") {
  const stats::Table table = support::people_table();
  stats::View plain, wordy;
  plain.pivot.stub = wordy.pivot.stub = {"kecamatan"};
  plain.pivot.heading = wordy.pivot.heading = {"tahun"};
  plain.query.set("jk", {Selection::Kind::list, {"L"}, 0});
  wordy.query.set("tahun", {Selection::Kind::list, {"2023", "2024", "2025"}, 0});
  wordy.query.set("jk", {Selection::Kind::list, {"L", "P"}, 0});
  CHECK(app::settled_view(table, plain) == app::settled_view(table, wordy));
}

TEST_CASE("a dimension that becomes fixed shows its total where that was picked") {
  const stats::Table table = support::people_table();
  stats::View view = app::settled_default(table);
  const stats::View fixed = app::with_moved(table, view, "kecamatan", Zone::fixed, 0);
  CHECK(app::zone_of(fixed.pivot, "kecamatan") == Zone::fixed);
  CHECK(app::shown_categories(dimension(table, "kecamatan"), fixed) ==
        std::vector<std::uint32_t>{0});

  view.query.set("kecamatan", {Selection::Kind::list, {"1603030", "1603010"}, 0});
  const stats::View first = app::with_moved(table, view, "kecamatan", Zone::fixed, 0);
  CHECK(app::shown_categories(dimension(table, "kecamatan"), first) ==
        std::vector<std::uint32_t>{3});
}

TEST_CASE("a fixed dimension that is moved to an axis shows all") {
  const stats::Table table = support::people_table();
  stats::View view = app::settled_default(table);
  view = app::with_moved(table, view, "jk", Zone::fixed, 0);
  view = app::with_moved(table, view, "jk", Zone::stub, 0);
  CHECK(view.pivot.stub == Codes{"jk", "kecamatan"});
  CHECK(app::shown_categories(dimension(table, "jk"), view).size() == 2);
}

TEST_CASE("time that comes to the heading brings its newest twelve, to the stub all") {
  const stats::Table table = long_table();
  stats::View view = app::settled_default(table);
  view = app::with_moved(table, view, "tahun", Zone::fixed, 0);
  const auto count = [&](Zone zone) {
    return app::shown_categories(dimension(table, "tahun"),
                                 app::with_moved(table, view, "tahun", zone, 0))
        .size();
  };
  CHECK(count(Zone::heading) == 12);
  CHECK(count(Zone::stub) == 16);
}

TEST_CASE("a move to a place beyond the end is a move to the end") {
  const stats::Table table = support::people_table();
  const stats::View view =
      app::with_moved(table, app::settled_default(table), "kecamatan", Zone::heading, 99);
  CHECK(view.pivot.heading == Codes{"tahun", "jk", "kecamatan"});
  CHECK(view.pivot.stub.empty());
}

TEST_CASE("a move drops the sorts whose line it changes, and only those") {
  const stats::Table table = support::people_table();
  stats::View view = app::settled_default(table);
  const stats::Sort by_column{stats::Sort::Axis::rows, {"2025", "L"}, {}};
  const stats::Sort by_label{stats::Sort::Axis::rows, {}, {}};
  view.pivot.sorts = {by_column};
  CHECK(app::with_moved(table, view, "jk", Zone::heading, 0).pivot.sorts.empty());
  CHECK(app::with_moved(table, view, "jk", Zone::heading, 1).pivot.sorts.size() == 1);
  view.pivot.sorts = {by_label};
  CHECK(app::with_moved(table, view, "jk", Zone::fixed, 0).pivot.sorts ==
        std::vector<stats::Sort>{by_label});
}

TEST_CASE("changing the axes over takes sorts, totals and shares along, and twice is as before") {
  stats::View view;
  view.pivot.stub = {"kecamatan"};
  view.pivot.heading = {"tahun"};
  view.pivot.sorts = {{stats::Sort::Axis::rows, {"2025"}, stats::Direction::ascending}};
  view.pivot.row_total = true;
  view.pivot.calculation = stats::Calculation::share_of_column;

  const stats::View swapped = app::with_axes_swapped(view);
  CHECK(swapped.pivot.stub == Codes{"tahun"});
  CHECK(swapped.pivot.sorts[0].axis == stats::Sort::Axis::columns);
  CHECK(swapped.pivot.column_total);
  CHECK(!swapped.pivot.row_total);
  CHECK(swapped.pivot.calculation == stats::Calculation::share_of_row);
  CHECK(app::with_axes_swapped(swapped) == view);
}
