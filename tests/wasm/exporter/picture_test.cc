#include "exporter/picture.h"

#include <catch2/catch_test_macros.hpp>

#include "app/save.h"
#include "exporter/paper.h"
#include "shared/output/sample_pdf.h"
#include "wasm/exporter/sample_job.h"

namespace {

/// The districts of support::people_table: three squares side by side.
constexpr auto outlines_of_people = R"({"type": "FeatureCollection",
 "lumbung": {"format": 1, "code": "kecamatan", "area_level": "district",
             "source": {"id": "Sumber batas: kami.", "en": "Source: us."},
             "note": {"id": "Disederhanakan.", "en": "Simplified."}},
 "features": [
 {"type": "Feature", "properties": {"code": "1603010"}, "geometry": {"type": "Polygon",
  "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]}},
 {"type": "Feature", "properties": {"code": "1603020"}, "geometry": {"type": "Polygon",
  "coordinates": [[[1, 0], [2, 0], [2, 1], [1, 1], [1, 0]]]}},
 {"type": "Feature", "properties": {"code": "1603030"}, "geometry": {"type": "Polygon",
  "coordinates": [[[2, 0], [3, 0], [3, 1], [2, 1], [2, 0]]]}}]})";

float half_as_wide(std::string_view text, stats::Weight, float size) {
  return static_cast<float>(text.size()) * size / 2;
}

base::Result<wire::Picture> map_of_people(const std::string& choices,
                                          std::string_view outlines = outlines_of_people) {
  exporter::Job job;
  job.address = "/id/tabel/penduduk/?baris=kecamatan&kolom=tahun,jk&tab=peta" + choices;
  job.base_path = "/";
  const auto table = std::make_shared<const stats::Table>(support::people_table());
  const exporter::Wanted wanted = *exporter::wanted_from_job(job, *table);
  return exporter::picture_from_grid(stats::grid_from_table(table, wanted.view), wanted,
                                     {700, "https://a.example/", outlines}, half_as_wide);
}

/// "peta.d.jk L|P: P": what may be chosen, and what is.
std::vector<std::string> texts_of_choices(const wire::Picture& picture) {
  std::vector<std::string> texts;
  for (const wire::PictureChoice& choice : picture.choices) {
    std::string text = choice.name;
    char sign = ' ';
    for (const wire::PictureOption& option : choice.options) {
      text += sign + option.word;
      sign = '|';
    }
    texts.push_back(text + ": " + choice.chosen);
  }
  return texts;
}
using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("of several measures a chart draws the chosen one") {
  const auto chart_of = [](const std::string& choices) {
    const auto two = std::make_shared<const stats::Table>(
        support::table("dua")
            .geo("wilayah", {{"a", "Benakat"}, {"b", "Gelumbang"}})
            .measure("orang", "jiwa", 0, stats::Additivity::stock)
            .measure("luas", "km2", 0, stats::Additivity::stock)
            .cells({1, 20, 3, 40})
            .make());
    exporter::Job job;
    job.address = "/id/tabel/dua/?baris=wilayah&kolom=ukuran&tab=grafik&grafik=bar" + choices;
    job.base_path = "/";
    const exporter::Wanted wanted = *exporter::wanted_from_job(job, *two);
    return *exporter::picture_from_grid(stats::grid_from_table(two, wanted.view), wanted,
                                        {700, "https://a.example/", {}}, half_as_wide);
  };
  const wire::Picture area = chart_of("&grafik.ukuran=luas");
  REQUIRE(texts_of_choices(area).size() == 2);
  CHECK(texts_of_choices(area)[1] == "grafik.ukuran |orang|luas: luas");
  CHECK(area.scene.unit == "km2");
  CHECK(chart_of("").scene.unit == "jiwa");
  CHECK(texts_of_choices(chart_of("&grafik.ukuran=panjang"))[1].ends_with(": "));
}

TEST_CASE("a map says what may be chosen about it, and what fits where nothing is") {
  const auto picture = map_of_people("");
  REQUIRE(picture);
  CHECK(picture->scene.refusal.empty());
  CHECK(picture->scene.marks.size() == 3);
  CHECK(texts_of_choices(*picture) == Texts{"peta.d.tahun 2023|2024|2025: 2025", "peta.d.jk L|P: L",
                                            "peta.kelas round|quantile|equal-steps|own: round",
                                            "peta.banyak 0|2|3|4|5|6|7: 0",
                                            "peta.warna enim|padi: enim"});
}

TEST_CASE("what is chosen is what is drawn") {
  const auto picture = map_of_people(
      "&peta.d.tahun=2023&peta.d.jk=P&peta.kelas=quantile&peta.banyak=2"
      "&peta.warna=padi");
  REQUIRE(picture);
  CHECK(texts_of_choices(*picture) == Texts{"peta.d.tahun 2023|2024|2025: 2023", "peta.d.jk L|P: P",
                                            "peta.kelas round|quantile|equal-steps|own: quantile",
                                            "peta.banyak 0|2|3|4|5|6|7: 2",
                                            "peta.warna enim|padi: padi"});
  CHECK(picture->scene.subtitle.find("2023, Perempuan") != std::string::npos);
  int areas = 0;
  for (const stats::Shape& shape : picture->scene.shapes) {
    const auto* polygon = std::get_if<stats::Polygon>(&shape);
    if (!polygon || !polygon->fill || polygon->triangles.empty()) continue;
    ++areas;
    CHECK(*polygon->fill >= stats::Ink::sequential_padi);
    CHECK(*polygon->fill < stats::Ink::diverging);
  }
  CHECK(areas == 3);
}

TEST_CASE("own limits are figures that are typed, and a sentence says what they must be") {
  const auto drawn = map_of_people("&peta.kelas=own&peta.batas=15,25");
  REQUIRE(drawn);
  CHECK(drawn->scene.refusal.empty());
  const Texts choices = texts_of_choices(*drawn);
  CHECK(choices[3] == "peta.batas: ");
  for (const char* limits : {"", "&peta.batas=25,15", "&peta.batas=15,dua"}) {
    const auto refused = map_of_people(std::string("&peta.kelas=own") + limits);
    REQUIRE(refused);
    CHECK(refused->scene.refusal == "Batas kelas harus 1 sampai 6 angka yang naik.");
    CHECK(refused->choices.size() == 5);
  }
}

TEST_CASE("choices that there are not leave what fits") {
  const auto picture = map_of_people("&peta.d.tahun=1999&peta.kelas=jenks&peta.banyak=99");
  REQUIRE(picture);
  CHECK(texts_of_choices(*picture) == texts_of_choices(*map_of_people("")));
}

TEST_CASE("outlines that cannot be read are an error") {
  CHECK(!map_of_people("", ""));
  CHECK(map_of_people("", "{}").error().code == base::ErrorCode::invalid);
}

TEST_CASE("a map is saved as an SVG with every figure in it") {
  const std::string& regular = output::sample_font("Regular");
  const std::string& semibold = output::sample_font("SemiBold");
  exporter::Surroundings surroundings;
  surroundings.regular_font = regular;
  surroundings.semibold_font = semibold;
  surroundings.outlines = outlines_of_people;
  const auto svg = support::made_by(
      exporter::paper_from_job, support::choice_of(app::FileFormat::svg),
      "/id/tabel/penduduk/?baris=kecamatan&kolom=tahun&d.jk=P&d.tahun=2025&tab=peta", surroundings);
  REQUIRE(svg);
  for (const char* text : {">13<", ">23<", ">33<", "Gelumbang", "Sumber batas: kami."})
    CHECK(svg->find(text) != std::string::npos);
}
