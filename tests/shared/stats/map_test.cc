#include "stats/map.h"

#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <catch2/catch_test_macros.hpp>

#include "formats/geojson.h"
#include "formats/jsonstat.h"
#include "support/golden.h"
#include "support/table_builder.h"

namespace {

using base::Language;
using stats::Additivity;
using stats::Ink;
using stats::MapChoice;
using stats::PivotGrid;
using stats::Polygon;
using stats::Scene;
using stats::TextLine;
using support::none;

/// Every letter half as wide as the em.
float measured(std::string_view text, stats::Weight, float size) {
  return static_cast<float>(text.size()) * size / 2;
}

std::string data_file(const std::string& name) {
  std::ifstream file(LUMBUNG_SOURCE_FOLDER "/data/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

PivotGrid published(const std::string& code) {
  auto document = formats::table_from_jsonstat(data_file("tables/" + code + ".json"));
  REQUIRE(document);
  const auto table = std::make_shared<const stats::Table>(std::move(document->table));
  return stats::grid_from_table(table, stats::default_view(*table));
}

stats::Outlines published_outlines(const std::string& code) {
  auto outlines = formats::outlines_from_geojson(data_file("maps/" + code + ".geojson"));
  REQUIRE(outlines);
  return *std::move(outlines);
}

/// Four unit squares in a row: A, B, C, D.
stats::Outlines squares() {
  stats::Outlines outlines;
  outlines.area_level = "district";
  outlines.note = {"Disederhanakan.", "Simplified."};
  outlines.source = {"Sumber batas: kami.", "Source of the boundaries: us."};
  for (int i = 0; i < 4; ++i) {
    const double x = i;
    outlines.areas.push_back(
        {std::string(1, static_cast<char>('A' + i)), {{{x, 0}, {x + 1, 0}, {x + 1, 1}, {x, 1}}}});
  }
  return outlines;
}

support::TableBuilder of_squares() {
  return support::table("t").geo("kecamatan",
                                 {{"A", "Aman"}, {"B", "Baru"}, {"C", "Cipta"}, {"D", "Damai"}});
}

stats::PivotSpec spec(std::vector<std::string> stub, std::vector<std::string> heading) {
  stats::PivotSpec spec;
  spec.stub = std::move(stub);
  spec.heading = std::move(heading);
  return spec;
}

Scene scene_of(const std::shared_ptr<const stats::Table>& table, MapChoice choice = {},
               stats::Query query = {}) {
  const PivotGrid grid =
      stats::grid_from_table(table, {std::move(query), spec({"kecamatan"}, {"ukuran"})});
  return stats::map_from_grid(grid, squares(), choice, measured);
}

template <class ShapeType>
std::vector<ShapeType> shapes_of(const Scene& scene) {
  std::vector<ShapeType> shapes;
  for (const stats::Shape& shape : scene.shapes) {
    if (const auto* found = std::get_if<ShapeType>(&shape)) shapes.push_back(*found);
  }
  return shapes;
}

/// The drawing and its legend: what comes before the line over the list.
Scene without_list(Scene scene) {
  for (std::size_t i = 0; i < scene.shapes.size(); ++i) {
    const auto* line = std::get_if<stats::Polyline>(&scene.shapes[i]);
    if (!line || line->ink != Ink::gridline) continue;
    scene.shapes.resize(i);
    return scene;
  }
  FAIL("There is no list.");
  return scene;
}

std::vector<std::string> texts_of(const Scene& scene) {
  std::vector<std::string> texts;
  for (const TextLine& line : shapes_of<TextLine>(scene))
    texts.push_back(line.text);
  return texts;
}
using Texts = std::vector<std::string>;

/// What a reader gets of a scene, but for the corners of the areas.
std::string text_from_scene(const Scene& scene) {
  std::string text = fmt::format("{} x {}\n{}\n{}\n{}\n", scene.width, scene.height, scene.title,
                                 scene.subtitle, scene.sentence);
  for (const std::string& note : scene.notes)
    text += "note: " + note + "\n";
  text += "source: " + scene.source + "\ncitation: " + scene.citation + "\n\n";
  for (const stats::Mark& mark : scene.marks) {
    const base::Rect box = bounds_of(mark);
    text += fmt::format("{} | {} | {} | {:.0f},{:.0f} {:.0f}x{:.0f}\n", mark.name,
                        fmt::join(mark.values, " | "), mark.status, box.x, box.y, box.w, box.h);
  }
  text += "\n";
  for (const TextLine& line : shapes_of<TextLine>(scene))
    text += fmt::format("{:.0f},{:.0f} {}\n", line.at.x, line.at.y, line.text);
  text += "\n";
  for (const stats::Shape& shape : scene.shapes) {
    const auto* polygon = std::get_if<Polygon>(&shape);
    if (!polygon) continue;
    text += fmt::format("{} corners from {:.0f},{:.0f} fill {} line {} {}\n", polygon->ring.size(),
                        polygon->ring[0].x, polygon->ring[0].y,
                        polygon->fill ? static_cast<int>(*polygon->fill) : -1,
                        static_cast<int>(*polygon->line), polygon->line_width);
  }
  return text;
}

}  // namespace

TEST_CASE("the density of the 22 districts as a map") {
  const Scene scene = stats::map_from_grid(published("kepadatan-penduduk-kecamatan"),
                                           published_outlines("kecamatan"), {}, measured);
  golden::check("stats/map_districts", text_from_scene(scene));
}

TEST_CASE("a narrow map has its legend below") {
  MapChoice choice;
  choice.language = Language::en;
  choice.width = 358;
  choice.height = 358;
  const Scene scene = stats::map_from_grid(published("penduduk-jenis-kelamin"),
                                           published_outlines("kabkota"), choice, measured);
  golden::check("stats/map_regencies_phone", text_from_scene(scene));
}

TEST_CASE("each published area is one mark, one colour, and one of the legend's counts") {
  for (const char* code : {"desa-kelurahan", "kepadatan-penduduk-kecamatan", "luas-wilayah",
                           "murid", "pdrb-kabupaten-kota", "penduduk-miskin"}) {
    const PivotGrid grid = published(code);
    const stats::Outlines outlines =
        published_outlines(grid.table().area_level == "district" ? "kecamatan" : "kabkota");
    CAPTURE(code);
    CHECK(stats::fits(outlines, grid.table()));
    const Scene scene = without_list(stats::map_from_grid(grid, outlines, {}, measured));
    CHECK(scene.refusal.empty());
    CHECK(scene.marks.size() == outlines.areas.size());
    std::map<Ink, int> swatches, areas;
    for (const Polygon& polygon : shapes_of<Polygon>(scene)) {
      if (!polygon.fill) continue;
      (polygon.line == Ink::area_outline ? areas : swatches)[*polygon.fill]++;
    }
    for (const auto& [ink, count] : areas)
      CHECK(swatches[ink] == 1);
    int sum = 0;
    for (const TextLine& line : shapes_of<TextLine>(scene)) {
      if (line.anchor == stats::Anchor::end) sum += std::stoi(line.text);
    }
    CHECK(sum == static_cast<int>(outlines.areas.size()));
  }
}

TEST_CASE("a mark says name, figure with mark and unit, and rank; equals share a rank") {
  const Scene scene = scene_of(of_squares()
                                   .measure("jiwa", "jiwa", 0, Additivity::stock)
                                   .cells({66572, 8000, 8000, 1000})
                                   .status(0, stats::CellStatus::provisional)
                                   .share());
  REQUIRE(scene.marks.size() == 4);
  CHECK(scene.marks[0].name == "Aman");
  CHECK(scene.marks[0].values == Texts{"66.572 * jiwa", "Urutan 1 dari 4 kecamatan"});
  CHECK(scene.marks[0].status == "angka sementara");
  CHECK(scene.marks[1].values.back() == "Urutan 2 dari 4 kecamatan");
  CHECK(scene.marks[2].values.back() == "Urutan 2 dari 4 kecamatan");
  CHECK(scene.marks[3].values.back() == "Urutan 4 dari 4 kecamatan");
  CHECK(scene.title == "Tertinggi Aman (66.572 * jiwa), terendah Damai (1.000 jiwa)");
}

TEST_CASE("an area without a figure is hatched, has no rank, and is counted apart") {
  const Scene scene = without_list(scene_of(
      of_squares().measure("jiwa", "jiwa", 0, Additivity::stock).cells({5, none, 7, 9}).share()));
  CHECK(scene.marks[1].values == Texts{"…"});
  CHECK(scene.marks[1].status == "data tidak tersedia");
  CHECK(scene.marks[0].values.back() == "Urutan 3 dari 3 kecamatan");
  std::size_t inside = 0;
  for (const stats::Polyline& line : shapes_of<stats::Polyline>(scene)) {
    CHECK(line.ink == Ink::no_data_hatch);
    inside += mark_at(scene, line.points.front(), 1) == 1u;
  }
  CHECK(inside > 10);
  const Texts texts = texts_of(scene);
  CHECK(texts[texts.size() - 2] == "data tidak tersedia");
  CHECK(texts.back() == "1 kecamatan");
}

TEST_CASE("areas that are not picked stay empty and say so in the legend") {
  stats::Query query;
  query.set("kecamatan", {stats::Selection::Kind::list, {"D", "A"}, 0});
  const Scene scene = without_list(scene_of(
      of_squares().measure("jiwa", "jiwa", 0, Additivity::stock).cells({5, 6, 7, 9}).share(), {},
      query));
  REQUIRE(scene.marks.size() == 2);
  CHECK(scene.marks[0].name == "Damai");
  const Texts texts = texts_of(scene);
  CHECK(texts[texts.size() - 2] == "tidak dipilih");
  CHECK(texts.back() == "2 kecamatan");
}

TEST_CASE("areas that the table does not have are hatched and spoken of") {
  const auto table = support::table("t")
                         .geo("kecamatan", {"A", "B", "C"})
                         .measure("jiwa", "jiwa", 0, Additivity::stock)
                         .cells({5, 6, 7})
                         .share();
  const Scene scene = without_list(scene_of(table));
  CHECK(scene.marks.size() == 3);
  CHECK(texts_of(scene).back() == "1 kecamatan");
  CHECK(scene.notes[1] ==
        "1 kecamatan pada peta tidak ada dalam tabel ini; batas wilayah pada waktu datanya mungkin "
        "berbeda.");
}

TEST_CASE("counts carry the hint that they depend on the area, rates do not") {
  const std::string hint = "Jumlah mutlak bergantung pada luas dan letak permukiman.";
  const auto first_note = [](Additivity additivity, const char* unit) {
    return scene_of(of_squares().measure("m", unit, 0, additivity).cells({1, 2, 3, 4}).share())
        .notes.front();
  };
  CHECK(first_note(Additivity::stock, "jiwa") == hint);
  CHECK(first_note(Additivity::flow, "kejadian") == hint);
  CHECK(first_note(Additivity::rate, "persen") != hint);
  CHECK(first_note(Additivity::stock, "jiwa/km²") != hint);
}

TEST_CASE("the outlines' note and source are always there") {
  const Scene scene = scene_of(
      of_squares().measure("m", "persen", 0, Additivity::rate).cells({1, 2, 3, 4}).share());
  CHECK(scene.notes == Texts{"Disederhanakan. Sumber batas: kami."});
}

TEST_CASE("equal figures make one class and a sentence that says so") {
  const Scene scene = without_list(scene_of(
      of_squares().measure("m", "persen", 1, Additivity::rate).cells({7, 7, 7, 7}).share()));
  CHECK(scene.sentence == "Angka 4 kecamatan semuanya 7,0 persen.");
  CHECK(texts_of(scene) ==
        Texts{"m, persen", "7,0", "4 kecamatan", "data tidak tersedia", "0 kecamatan"});
}

TEST_CASE("what cannot be drawn says why, and draws nothing") {
  const auto full = of_squares().measure("m", "persen", 1, Additivity::rate).cells({1, 2, 3, 4});
  MapChoice falling;
  falling.classes = {stats::Classing::own, 0, {3, 2}};
  CHECK(scene_of(full.share(), falling).refusal == "Batas kelas harus 1 sampai 6 angka yang naik.");
  const auto empty = of_squares()
                         .measure("m", "persen", 1, Additivity::rate)
                         .cells({none, none, none, none})
                         .share();
  const Scene scene = scene_of(empty);
  CHECK(scene.refusal == "Tidak ada angka untuk digambar. Pilih kategori yang memiliki angka.");
  CHECK(scene.shapes.empty());
  const PivotGrid grid = stats::grid_from_table(full.share(), {{}, spec({"ukuran"}, {})});
  CHECK(stats::map_from_grid(grid, squares(), {}, measured).refusal ==
        "Peta memerlukan wilayah pada baris atau kolom. Pindahkan wilayah ke sana.");
}

TEST_CASE("a table of other areas says that there is no map of them") {
  const auto table = support::table("t")
                         .geo("kecamatan", {"X", "Y"})
                         .measure("m", "persen", 1, Additivity::rate)
                         .cells({1, 2})
                         .share();
  CHECK(scene_of(table).refusal == "Tidak ada peta untuk wilayah dalam tabel ini.");
}

TEST_CASE("the map is fitted into its box, and a degree to the east is shorter in the north") {
  stats::Outlines outlines = squares();
  for (stats::AreaOutline& area : outlines.areas) {
    for (stats::GeoPoint& point : area.rings.front())
      point.latitude += 59.5;
  }
  const auto table =
      of_squares().measure("m", "persen", 1, Additivity::rate).cells({1, 2, 3, 4}).share();
  const PivotGrid grid = stats::grid_from_table(table, {{}, spec({"kecamatan"}, {})});
  MapChoice choice;
  choice.width = 416;
  choice.height = 300;
  const Scene scene = stats::map_from_grid(grid, outlines, choice, measured);
  // Four squares side by side at 60 degrees: each half as wide as high, and 400 pixels together.
  const base::Rect first = bounds_of(scene.marks.front());
  CHECK(std::abs(first.x - 8) < 0.5f);
  CHECK(std::abs(first.w - 100) < 0.5f);
  CHECK(std::abs(first.h - 200) < 0.5f);
  CHECK(std::abs(first.middle_y() - 150) < 0.5f);
}

TEST_CASE("of a grid with several figures for each area one is coloured, which can be picked") {
  const PivotGrid grid = published("penduduk-jenis-kelamin");
  const std::vector<stats::MapPicker> pickers = stats::pickers_of_map(grid, {}, Language::id);
  REQUIRE(pickers.size() == 1);
  REQUIRE(pickers[0].options.size() == 3);
  MapChoice choice;
  choice.picks[pickers[0].dimension] = pickers[0].options[1].code;
  const Scene chosen = stats::map_from_grid(grid, published_outlines("kabkota"), choice, measured);
  const Scene first = stats::map_from_grid(grid, published_outlines("kabkota"), {}, measured);
  CHECK(chosen.subtitle != first.subtitle);
  CHECK(chosen.marks.front().values != first.marks.front().values);
  CHECK(stats::pickers_of_map(grid, choice.picks, Language::id)[0].chosen ==
        pickers[0].options[1].code);
}

TEST_CASE("beside the map all figures are listed, and each row points at its area") {
  const auto table =
      of_squares().measure("m", "persen", 1, Additivity::rate).cells({1.5, none, 3, 4}).share();
  const Scene scene = scene_of(table);
  REQUIRE(scene.marks.size() == 4);
  std::vector<std::string> listed;
  for (const stats::Shape& shape : scene.shapes) {
    const auto* line = std::get_if<TextLine>(&shape);
    if (line && scene.marks[0].row.y <= line->at.y) listed.push_back(line->text);
  }
  CHECK(listed ==
        std::vector<std::string>{"1,5", "Aman", "…", "Baru", "3,0", "Cipta", "4,0", "Damai"});
  for (std::size_t i = 0; i < scene.marks.size(); ++i) {
    const base::Rect& row = scene.marks[i].row;
    CHECK(stats::mark_at(scene, {row.middle_x(), row.middle_y()}, 0) == i);
    CHECK(row.bottom() <= scene.height);
  }
}

TEST_CASE("the citation ends with the address where there is one") {
  MapChoice choice;
  choice.address = "https://a.example/id/";
  const Scene scene = stats::map_from_grid(published("kepadatan-penduduk-kecamatan"),
                                           published_outlines("kecamatan"), choice, measured);
  CHECK(scene.citation.ends_with(", https://a.example/id/"));
}
