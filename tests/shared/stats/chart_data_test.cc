#include "stats/chart_data.h"

#include <catch2/catch_test_macros.hpp>

#include "support/table_builder.h"

namespace stats {
namespace {

using support::none;
using support::table;

/// The regency and two districts over three years; the last figures are provisional.
PivotGrid people_grid() {
  return grid_from_table(table("penduduk")
                             .geo("kecamatan", {"Kabupaten", "Lubai", "Gelumbang"})
                             .parent("Kabupaten", {"Lubai", "Gelumbang"})
                             .time("tahun", {"2023", "2024", "2025"})
                             .measure("Penduduk", "jiwa", 0, Additivity::stock)
                             .cells({30, 32, 34, 10, none, 12, 20, 21, 22})
                             .status(5, CellStatus::provisional)
                             .share(),
                         {{}, {{"kecamatan"}, {"tahun"}, {}, false, true, true, {}}});
}

TEST_CASE("time along the axis makes the areas series, without their total and computed ones") {
  const PivotGrid grid = people_grid();
  const ChartData data = data_from_grid(grid, {1}, base::Language::id);
  CHECK(data.categories == std::vector<std::string>{"2023", "2024", "2025"});
  REQUIRE(data.series.size() == 2);
  CHECK(data.series[0].name == "Lubai");
  CHECK(data.series[1].name == "Gelumbang");
  CHECK(data.has_totals_left_out);
  CHECK(data.is_additive);
  CHECK(data.unit == "jiwa");
  CHECK(spread_dimensions(grid) == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("a figure that is missing stays missing, and one that is unsure says so") {
  const ChartData data = data_from_grid(people_grid(), {1}, base::Language::id);
  const ChartSeries& lubai = data.series[0];
  CHECK_FALSE(lubai.values[1].has_figure);
  CHECK(lubai.values[1].text == "…");
  CHECK(lubai.values[2].text == "12*");
  CHECK(is_unsure(lubai.values[2].status));
}

TEST_CASE("nil is a figure of zero and keeps its symbol") {
  const ChartData data =
      data_from_grid(grid_from_table(table("t")
                                         .dimension("jenis", {"A", "B"})
                                         .measure("Jumlah", "", 0, Additivity::flow)
                                         .cells({5, none})
                                         .status(1, CellStatus::nil)
                                         .share(),
                                     {{}, {{"jenis"}, {}, {}, false, false, false, {}}}),
                     {0}, base::Language::id);
  REQUIRE(data.series.size() == 1);
  CHECK(data.series[0].name == "Jumlah");
  CHECK(data.series[0].values[1].has_figure);
  CHECK(data.series[0].values[1].figure == 0);
  CHECK(data.series[0].values[1].text == "–");
}

TEST_CASE("the total of a rate is no sum, and stays beside its parts") {
  const PivotGrid grid = grid_from_table(table("miskin")
                                             .geo("wilayah", {"Provinsi", "Muara Enim"})
                                             .parent("Provinsi", {"Muara Enim"})
                                             .measure("Persen", "persen", 1, Additivity::rate)
                                             .cells({12.5, 11})
                                             .share(),
                                         {{}, {{"wilayah"}, {}, {}, false, false, false, {}}});
  CHECK(data_from_grid(grid, {0}, base::Language::id).categories.size() == 2);
}

TEST_CASE("ages are known by their name in either language, and villages are none") {
  Dimension dimension;
  dimension.code = "kelompok-umur";
  CHECK(is_age(dimension));
  dimension.code = "d";
  dimension.label = {"", "Age group"};
  CHECK(is_age(dimension));
  dimension.label = {"Desa", "Village"};
  CHECK_FALSE(is_age(dimension));
}

TEST_CASE("classes that begin with figures have an order of their own, names have none") {
  Dimension dimension;
  dimension.code = "luas";
  for (const char* label : {"< 1 ha", "1–2 ha", "Lainnya"})
    dimension.categories.push_back({label, {label, ""}, -1, {}, 0, Additivity::rate});
  CHECK(has_own_order(dimension));
  dimension.categories[0].label = {"Sawah", ""};
  CHECK_FALSE(has_own_order(dimension));
}

}  // namespace
}  // namespace stats
