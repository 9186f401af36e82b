#include "stats/chart.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/stats/sample_chart.h"

namespace stats {
namespace {

using base::Language;
using namespace support;  // The grids are named as what they hold.

TEST_CASE("the shape of the data says which chart is sensible") {
  CHECK(default_chart(over_time()) == ChartKind::line);
  CHECK(default_chart(areas()) == ChartKind::bar);
  CHECK(default_chart(divorces()) == ChartKind::bar);
  CHECK(default_chart(ages()) == ChartKind::pyramid);
  CHECK(default_chart(two_measures()) == ChartKind::scatter);
}

TEST_CASE("a kind that does not fit says why, in the reader's language") {
  CHECK(chart_refusal(areas(), ChartKind::line, Language::en) ==
        "This chart needs two periods at least.");
  CHECK(chart_refusal(two_measures(), ChartKind::line, Language::en) ==
        "This chart needs two periods at least.");
  CHECK(chart_refusal(over_time(), ChartKind::stacked, Language::id)
            .starts_with("Tumpukan memerlukan sedikitnya dua bagian"));
  CHECK(chart_refusal(divorces(), ChartKind::pyramid, Language::id)
            .starts_with("Piramida memerlukan"));
  CHECK(chart_refusal(divorces(), ChartKind::scatter, Language::id)
            .starts_with("Sebaran memerlukan"));
  CHECK(chart_refusal(divorces(), ChartKind::bar, Language::id).empty());
}

TEST_CASE("of measures with several units the first is drawn, and a note asks to choose one") {
  CHECK(chart_refusal(two_measures(), ChartKind::bar, Language::en).empty());
  const Scene scene = scene_of(two_measures(), ChartKind::bar, Language::en);
  CHECK(scene.refusal.empty());
  REQUIRE_FALSE(scene.notes.empty());
  CHECK(scene.notes.front() ==
        "ukuran: TPT. Different units are not drawn on one axis. Choose one measure.");
  CHECK(scene.subtitle == "Population, persen");
  for (const Mark& mark : scene.marks)
    CHECK(mark.values.size() == 1);
  // Both of them together where they are set against each other.
  const Scene pairs = scene_of(two_measures(), ChartKind::scatter, Language::en);
  CHECK_FALSE(pairs.notes.front().starts_with("ukuran"));
}

TEST_CASE("of several measures each can be had alone, without the note") {
  CHECK(measures_of_chart(areas()).empty());
  const PivotGrid both = two_measures();
  REQUIRE(measures_of_chart(both) == std::vector<std::uint32_t>{0, 1});
  const PivotGrid second = grid_of_measure(both, 1);
  CHECK(measures_of_chart(second).empty());
  const Scene scene = scene_of(second, ChartKind::bar, Language::en);
  CHECK(scene.refusal.empty());
  CHECK(scene.unit == both.table().measure().categories[1].unit.in(Language::en));
  for (const std::string& note : scene.notes)
    CHECK_FALSE(note.starts_with("ukuran"));
}

TEST_CASE("more than eight series ask to choose, and small multiples take them") {
  const PivotGrid nine = grid_of(table("t")
                                     .geo("w", {"A", "B", "C", "D", "E", "F", "G", "H", "I"})
                                     .time("tahun", {"2024", "2025"})
                                     .measure("Jumlah", "", 0, Additivity::flow)
                                     .cells(std::vector<double>(18, 5)),
                                 {"w"}, {"tahun"});
  const Scene scene = scene_of(nine, ChartKind::line, Language::en);
  CHECK(scene.refusal ==
        "There are 9 series, and this chart holds 8 at most. Choose fewer categories.");
  CHECK(scene.shapes.empty());
  CHECK(default_chart(nine) == ChartKind::multiples);
}

TEST_CASE("a grid without figures says so in every kind that reads them") {
  const PivotGrid empty = grid_of(table("t")
                                      .dimension("d", {"A", "B"})
                                      .measure("Jumlah", "", 0, Additivity::flow)
                                      .cells({none, none}),
                                  {"d"}, {});
  CHECK(scene_of(empty, ChartKind::bar, Language::en).refusal ==
        "There are no figures to draw. Choose categories that have figures.");
}

TEST_CASE("the words of a kind lead back to it, and foreign words lead nowhere") {
  for (const ChartKind kind : chart_kinds)
    CHECK(chart_kind_from_word(word_from_chart_kind(kind)) == kind);
  CHECK(chart_kind_from_word("pie") == std::nullopt);
}

}  // namespace
}  // namespace stats
