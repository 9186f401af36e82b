// The sentences of charts say what their figures say.
#include "stats/chart_parts.h"

#include <catch2/catch_test_macros.hpp>
#include <utility>

#include "shared/stats/sample_chart.h"

namespace stats {
namespace {

using base::Language;
using namespace support;  // The grids are named as what they hold.

TEST_CASE("a title says which line stayed above, and which passed another") {
  const auto title = [](std::vector<double> cells) {
    return scene_of(grid_of(table("t")
                                .geo("w", {"Lawang Kidul", "Muara Enim"})
                                .time("tahun", {"2023", "2024", "2025"})
                                .measure("Penduduk", "jiwa", 0, Additivity::stock)
                                .cells(std::move(cells)),
                            {"w"}, {"tahun"}),
                    ChartKind::line)
        .title;
  };
  CHECK(title({5, 6, 7, 2, 3, 4}) == "Lawang Kidul melampaui Muara Enim sepanjang 2023–2025");
  CHECK(title({5, 6, 7, 6, 6, 6}) == "Lawang Kidul menyusul Muara Enim pada 2025");
  CHECK(title({5, none, 7, 2, 3, 4}) == "Lawang Kidul naik dari 5 (2023) menjadi 7 (2025)");
  CHECK(title({9, 8, 7, 9, none, 4}) == "Lawang Kidul turun dari 9 (2023) menjadi 7 (2025)");
}

TEST_CASE("a line that ends where it began is told to be the same") {
  const Scene scene = scene_of(grid_of(table("t")
                                           .time("tahun", {"2023", "2024", "2025"})
                                           .measure("Penduduk", "jiwa", 0, Additivity::stock)
                                           .cells({5, 9, 5}),
                                       {}, {"tahun"}),
                               ChartKind::line, Language::en);
  CHECK(scene.title == "Penduduk was the same in 2023 and 2025, namely 5");
  CHECK(scene.sentence == scene.title + ".");
}

TEST_CASE("a comparison names the highest and the lowest with their figures") {
  const Scene scene = scene_of(areas(), ChartKind::bar, Language::en);
  CHECK(scene.title == "Luas, highest: Gelumbang");
  CHECK(scene.sentence == "Highest: Gelumbang (40.0); lowest: Lubai (20.0).");
}

TEST_CASE("a correlation is told with the number of its points, and not where nothing varies") {
  CHECK(scene_of(two_measures(), ChartKind::scatter).title ==
        "Korelasi TPT dan TPAK: 1,00, dari 3 titik");
  const PivotGrid same = grid_of(table("t")
                                     .geo("w", {"A", "B", "C"})
                                     .measure("X", "", 0, Additivity::rate)
                                     .measure("Y", "", 0, Additivity::rate)
                                     .cells({1, 5, 2, 5, 3, 5}),
                                 {"w"}, {"ukuran"});
  CHECK(scene_of(same, ChartKind::scatter).title == title_from_grid(same, Language::id));
}

}  // namespace
}  // namespace stats
