// Writing the catalogue and the search file: what publishing writes, the viewer reads.
#include <catch2/catch_test_macros.hpp>

#include "support/golden.h"
#include "wire/catalogue.h"

namespace {

stats::Catalogue small_catalogue() {
  stats::Catalogue catalogue;
  catalogue.subjects = {{"geografi", {"Geografi", "Geography"}, ""},
                        {"luas", {"Luas", ""}, "geografi"}};
  stats::TableCard card;
  card.code = "luas-kecamatan";
  card.title = {"Luas \"kecamatan\"", "Area"};
  card.subject = "luas";
  card.unit = {"km²", "sq km"};
  card.period_first = "2013";
  card.period_last = "2024";
  card.updated = {2026, 11, 22};
  card.has_provisional = true;
  card.area_level = "district";
  card.dimensions = {{"kecamatan", {"Kecamatan", "District"}, 22}, {"tahun", {"Tahun", ""}, 2}};
  card.address = "data/0a1b.json";
  card.map = "data/2c3d.geojson";
  card.cells_count = 44;
  card.bytes = 4'000'000'000;
  catalogue.tables = {card};
  catalogue.not_available = {{"n",
                              {"N", "N"},
                              "luas",
                              {"Sebab", "Reason"},
                              "luas-kecamatan",
                              "sectoral",
                              {"Dinas Pertanian", "Agricultural service"},
                              {2027, 2, 1},
                              "dinas@muaraenimkab.go.id"},
                             {"m", {"M", {}}, "luas", {"Sebab", {}}, {}, {}, {}, {}, {}}};
  catalogue.frequent_searches = {{"luas", "area"}};
  return catalogue;
}

}  // namespace

TEST_CASE("a catalogue is written as approved") {
  golden::check("formats/catalogue", wire::json_from_catalogue(small_catalogue()));
}

TEST_CASE("a catalogue reads back as it was written") {
  const std::string json = wire::json_from_catalogue(small_catalogue());
  const auto read = wire::catalogue_from_json(json);
  REQUIRE(read);
  REQUIRE(read->tables.size() == 1);
  const stats::TableCard& card = read->tables[0];
  CHECK(card.title == base::Text{"Luas \"kecamatan\"", "Area"});
  CHECK(card.updated == base::Date{2026, 11, 22});
  CHECK(card.has_provisional);
  CHECK(card.map == "data/2c3d.geojson");
  CHECK(card.dimensions[0].categories_count == 22);
  CHECK(card.bytes == 4'000'000'000);
  CHECK(wire::json_from_catalogue(*read) == json);
}

TEST_CASE("search documents read back as they were written") {
  using Document = stats::SearchDocument;
  using Place = Document::Field::Place;
  std::vector<Document> documents;
  for (const Document::Kind kind : {Document::Kind::table, Document::Kind::not_available,
                                    Document::Kind::subject, Document::Kind::area})
    documents.push_back({kind, "c", {"Judul", ""}, {}});
  for (const Place place : {Place::title, Place::subject, Place::dimension, Place::category,
                            Place::note, Place::unit, Place::code, Place::keyword})
    documents[0].fields.push_back({place, {"teks", place == Place::note ? "text" : ""}});
  const std::string json = wire::json_from_search_documents(documents);
  CHECK(json.find(R"(["note", "teks", "text"], ["unit", "teks"])") != std::string::npos);

  const auto read = wire::search_documents_from_json(json);
  REQUIRE(read);
  REQUIRE(read->size() == 4);
  for (std::size_t at = 0; at < 4; ++at)
    CHECK((*read)[at].kind == documents[at].kind);
  REQUIRE((*read)[0].fields.size() == 8);
  for (std::size_t at = 0; at < 8; ++at) {
    CHECK((*read)[0].fields[at].place == documents[0].fields[at].place);
    CHECK((*read)[0].fields[at].text == documents[0].fields[at].text);
  }
  CHECK(wire::json_from_search_documents(*read) == json);
}
