#include "stats/search.h"

#include <catch2/catch_test_macros.hpp>

namespace stats {
namespace {

using base::Language;
using Kind = SearchDocument::Kind;
using Place = SearchDocument::Field::Place;

SearchDocument document(std::string code, base::Text title,
                        std::vector<SearchDocument::Field> fields, Kind kind = Kind::table) {
  SearchDocument made{kind, std::move(code), title, {{Place::title, title}}};
  made.fields.push_back({Place::code, {made.code, {}}});
  for (SearchDocument::Field& field : fields)
    made.fields.push_back(std::move(field));
  return made;
}

SearchIndex catalogue() {
  std::vector<SearchDocument> documents;
  documents.push_back(
      document("pop-01", {"Jumlah penduduk menurut kecamatan", "Population by district"},
               {{Place::subject, {"Kependudukan", "Population"}},
                {Place::dimension, {"Kecamatan", "District"}},
                {Place::category, {"Gelumbang", {}}},
                {Place::category, {"Lubai Ulu", {}}},
                {Place::dimension, {"Tahun", "Year"}},
                {Place::category, {"2023", {}}},
                {Place::category, {"2024", {}}},
                {Place::unit, {"jiwa", "persons"}},
                {Place::note,
                 {"Panang Enim dimekarkan dari Tanjung Agung.", "Panang Enim was split off."}}}));
  documents.push_back(document("pop-02", {"Penduduk", "Population"},
                               {{Place::subject, {"Kependudukan", "Population"}}}));
  documents.push_back(document(
      "mis-01", {"Garis kemiskinan dan jumlah penduduk miskin", "Poverty line and poor people"},
      {{Place::subject, {"Sosial", "Social"}},
       {Place::unit, {"rupiah/kapita", "rupiah per head"}}}));
  documents.push_back(document(
      "pdrb-01", {"Produk domestik regional bruto menurut lapangan usaha", "GRDP by industry"},
      {{Place::dimension, {"Lapangan usaha", "Industry"}},
       {Place::category, {"Pertambangan dan penggalian", "Mining and quarrying"}}}));
  documents.push_back(document("ahh-kec", {"Angka harapan hidup menurut kecamatan", {}},
                               {{Place::note, {"Hanya dihitung sampai kabupaten.", {}}}},
                               Kind::not_available));
  documents.push_back(document("kependudukan", {"Kependudukan", "Population"}, {}, Kind::subject));
  return SearchIndex::from_documents(std::move(documents));
}

std::vector<std::string> codes(std::string_view question, Language language = Language::id) {
  static const SearchIndex index = catalogue();
  std::vector<std::string> found;
  for (const SearchHit& hit : index.find(question, language, 10)) {
    found.push_back(index.documents()[hit.document].code);
  }
  return found;
}

SearchHit first(std::string_view question, Language language = Language::id) {
  static const SearchIndex index = catalogue();
  const std::vector<SearchHit> hits = index.find(question, language, 1);
  REQUIRE(hits.size() == 1);
  return hits.front();
}

/// The marked stretches of a text.
std::vector<std::string> marked(std::string_view text, const std::vector<TextRange>& marks) {
  std::vector<std::string> found;
  for (const TextRange& mark : marks) {
    found.emplace_back(text.substr(mark.begin, mark.end - mark.begin));
  }
  return found;
}

using Codes = std::vector<std::string>;
using Texts = std::vector<std::string>;

TEST_CASE("a word in the title comes before one in the subject, the shortest title first") {
  CHECK(codes("penduduk") == Codes{"pop-02", "pop-01", "mis-01", "kependudukan"});
}

TEST_CASE("all words of the question must be met") {
  CHECK(codes("penduduk gelumbang") == Codes{"pop-01"});
  CHECK(codes("penduduk lapangan").empty());
}

TEST_CASE("words that only hold a sentence together need not be met") {
  CHECK(codes("data penduduk di gelumbang") == Codes{"pop-01"});
  CHECK(codes("population of gelumbang") == Codes{"pop-01"});
}

TEST_CASE("a question of such words alone is taken at its word") {
  CHECK(codes("jumlah") == Codes{"pop-01", "mis-01"});
}

TEST_CASE("a question without letters or digits finds nothing") {
  CHECK(codes("").empty());
  CHECK(codes("  – !").empty());
}

TEST_CASE("what nobody wrote is not found") { CHECK(codes("zebra").empty()); }

TEST_CASE("case does not matter") { CHECK(codes("GELUMBANG") == Codes{"pop-01"}); }

TEST_CASE("accents do not matter") { CHECK(codes("gélumbäng") == Codes{"pop-01"}); }

TEST_CASE("the word being typed is a beginning from its first letter on") {
  CHECK(codes("g") == Codes{"mis-01", "pdrb-01", "pop-01"});
  CHECK(codes("gel") == Codes{"pop-01"});
}

TEST_CASE("a finished word is a beginning from three letters on") {
  CHECK(codes("kec penduduk") == Codes{"pop-01"});
  CHECK(codes("ge ").empty());
}

TEST_CASE("affixes do not matter") {
  CHECK(codes("pertambangan") == Codes{"pdrb-01"});
  CHECK(codes("tambang") == Codes{"pdrb-01"});
  CHECK(codes("miskin").front() == "mis-01");
}

TEST_CASE("a slip of typing is forgiven from four letters on, two from eight") {
  CHECK(codes("gelunbang") == Codes{"pop-01"});
  CHECK(codes("luabi") == Codes{"pop-01"});
  CHECK(codes("pertamabngn") == Codes{"pdrb-01"});
  CHECK(codes("lxxxi").empty());
}

TEST_CASE("a slip in the word being typed is forgiven") {
  CHECK(codes("gelunb") == Codes{"pop-01"});
}

TEST_CASE("a year is never taken for another") {
  CHECK(codes("penduduk 2024") == Codes{"pop-01"});
  CHECK(codes("penduduk 2025").empty());
}

TEST_CASE("slips count only where nothing else is met") {
  const SearchIndex index = SearchIndex::from_documents(
      {document("a", {"Padi", {}}, {}), document("b", {"Padu", {}}, {})});
  const auto hits = index.find("padu", Language::id, 10);
  REQUIRE(hits.size() == 1);
  CHECK(hits.front().document == 1);
}

TEST_CASE("a slip is not looked for in notes, nor among the words that hold a sentence together") {
  const SearchIndex index = SearchIndex::from_documents({document(
      "a", {"Angka pada tabel", {}}, {{Place::note, {"Angka ini jadi sementara.", {}}}})});
  CHECK(index.find("padi", Language::id, 10).empty());
  CHECK(index.find("sementra", Language::id, 10).empty());
  CHECK(index.find("jadi", Language::id, 10).size() == 1);
}

TEST_CASE("everyday words find what the office calls otherwise") {
  CHECK(codes("warga gelumbang") == Codes{"pop-01"});
  CHECK(codes("pdrb").front() == "pdrb-01");
  CHECK(codes("PDRB tambang") == Codes{"pdrb-01"});
  CHECK(codes("umur harapan hidup") == Codes{"ahh-kec"});
}

TEST_CASE("a question in English finds English texts, in either language of the screen") {
  CHECK(codes("mining", Language::en) == Codes{"pdrb-01"});
  CHECK(codes("mining", Language::id) == Codes{"pdrb-01"});
  CHECK(codes("poverty", Language::id) == Codes{"mis-01"});
}

TEST_CASE("an exact code wins") {
  CHECK(codes("pop-01").front() == "pop-01");
  CHECK(codes("POP 01").front() == "pop-01");
}

TEST_CASE("notes and units are found, after everything else") {
  CHECK(codes("dimekarkan") == Codes{"pop-01"});
  CHECK(codes("rupiah") == Codes{"mis-01"});
}

TEST_CASE("equal hits stand in the documents' order") {
  const SearchIndex index = SearchIndex::from_documents(
      {document("a", {"Padi", {}}, {}), document("b", {"Padi", {}}, {})});
  const auto hits = index.find("padi", Language::id, 10);
  REQUIRE(hits.size() == 2);
  CHECK(hits[0].document == 0);
  CHECK(hits[1].document == 1);
}

TEST_CASE("no more hits than asked for") {
  const SearchIndex index = catalogue();
  CHECK(index.find("penduduk", Language::id, 2).size() == 2);
  CHECK(index.find("penduduk", Language::id, 0).empty());
}

TEST_CASE("an empty catalogue finds nothing") {
  CHECK(SearchIndex().find("penduduk", Language::id, 10).empty());
  CHECK(SearchIndex::from_documents({}).find("penduduk", Language::id, 10).empty());
}

TEST_CASE("a hit shows the title where the title meets the question") {
  const SearchHit hit = first("penduduk kec");
  CHECK(hit.place == Place::title);
  CHECK(hit.shown == "Jumlah penduduk menurut kecamatan");
  CHECK(marked(hit.shown, hit.marks) == Texts{"penduduk", "kec"});
}

TEST_CASE("a hit shows what was met outside the title") {
  const SearchHit hit = first("penduduk gelumbang");
  CHECK(hit.place == Place::category);
  CHECK(hit.shown == "Kecamatan: Gelumbang");
  CHECK(marked(hit.shown, hit.marks) == Texts{"Gelumbang"});
}

TEST_CASE("a hit shows its text in the language of the screen") {
  CHECK(first("gelumbang", Language::en).shown == "District: Gelumbang");
  CHECK(first("mining", Language::id).shown == "Lapangan usaha: Pertambangan dan penggalian");
}

TEST_CASE("a label matches by word beginnings, in any order") {
  CHECK(match_label("Semende Darat Laut", "laut sem").matches);
  CHECK_FALSE(match_label("Semende Darat Laut", "ulu").matches);
  CHECK_FALSE(match_label("Semende Darat Laut", "semende ulu").matches);
}

TEST_CASE("a question without words matches every label and marks nothing") {
  CHECK(match_label("Lubai", "").matches);
  CHECK(match_label("Lubai", " - ").matches);
  CHECK(match_label("Lubai", "").marks.empty());
}

TEST_CASE("a label that lacks a word still shows the others") {
  const LabelMatch match = match_label("Semende Darat Laut", "semende ulu");
  CHECK(match.marks == std::vector<TextRange>{{0, 7}});
}

TEST_CASE("marks count bytes and never cut a letter") {
  CHECK(match_label("Kec. Évora Baru", "evo").marks == std::vector<TextRange>{{5, 9}});
  CHECK(match_label("Évora", "é").marks == std::vector<TextRange>{{0, 2}});
  CHECK(match_label("km² per desa", "km2").marks == std::vector<TextRange>{{0, 4}});
}

TEST_CASE("marks are in order and apart, the longer one stays") {
  CHECK(match_label("Lubai Ulu", "ulu lubai").marks == std::vector<TextRange>{{0, 5}, {6, 9}});
  CHECK(match_label("Lubai", "lub lubai").marks == std::vector<TextRange>{{0, 5}});
}

TEST_CASE("a matcher asked again answers the same") {
  const LabelMatcher matcher("lubai");
  CHECK(matcher.match("Lubai Ulu").matches);
  CHECK_FALSE(matcher.match("Gelumbang").matches);
  CHECK(matcher.match("Lubai Ulu").matches);
}

TEST_CASE("a table is found by each of its texts") {
  Catalogue subjects;
  subjects.subjects = {{"sosial", {"Sosial", "Social"}, ""},
                       {"penduduk", {"Kependudukan", "Population"}, "sosial"}};
  Table table;
  table.code = "pop-01";
  table.title = {"Jumlah penduduk", "Population"};
  table.subject = "penduduk";
  table.dimensions = {
      {"kec", {"Kecamatan", "District"}, Role::geo, {{"a", {"Lubai", {}}, -1, {}}}},
      {"tahun", {"Tahun", "Year"}, Role::time, {{"2024", {"Tahun 2024", {}}, -1, {}}}},
      {"ukuran",
       {"Ukuran", "Measure"},
       Role::measure,
       {{"n", {"Jumlah", {}}, -1, {"jiwa", "persons"}}}}};
  table.notes = {{{"Angka sementara", {}}, false, {}}};
  table.source = {"BPS", {}};
  const SearchDocument made = search_document_from_table(table, subjects);
  CHECK(made.code == "pop-01");
  CHECK(made.kind == Kind::table);
  std::vector<std::string> texts;
  for (const auto& field : made.fields)
    texts.push_back(field.text.id);
  CHECK(texts == Texts{"Jumlah penduduk", "pop-01", "Sosial", "Kependudukan", "Kecamatan", "Lubai",
                       "Tahun", "2024", "Ukuran", "Jumlah", "jiwa", "Angka sementara", "BPS"});
}

TEST_CASE("subjects and data not available are documents of their own") {
  Catalogue subjects;
  subjects.subjects = {{"penduduk", {"Kependudukan", "Population"}, ""}};
  subjects.not_available = {
      {"suku", {"Penduduk menurut suku", {}}, "penduduk", {"Tidak dikumpulkan.", {}}, ""}};
  const auto made = search_documents_from_catalogue(subjects);
  REQUIRE(made.size() == 2);
  CHECK(made[0].kind == Kind::not_available);
  CHECK(made[0].title.id == "Penduduk menurut suku");
  CHECK(made[1].kind == Kind::subject);
  CHECK(made[1].code == "penduduk");
}

}  // namespace
}  // namespace stats
