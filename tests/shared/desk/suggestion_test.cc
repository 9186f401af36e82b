#include "desk/suggestion.h"

#include <string>

#include <catch2/catch_test_macros.hpp>

namespace desk {
namespace {

using stats::SearchDocument;
using Place = stats::SearchDocument::Field::Place;

stats::SearchIndex small_index() {
  const auto document = [](SearchDocument::Kind kind, const char* code, const char* title,
                           const char* category) {
    SearchDocument made{kind, code, {title, {}}, {}};
    made.fields.push_back({Place::title, {title, {}}});
    made.fields.push_back({Place::category, {category, {}}});
    made.fields.push_back({Place::note, {"Angka kopi tidak termasuk", {}}});
    return made;
  };
  return stats::SearchIndex::from_documents(
      {document(SearchDocument::Kind::table, "penduduk", "Jumlah penduduk menurut kecamatan",
                "Gelumbang"),
       document(SearchDocument::Kind::table, "luas", "Luas wilayah menurut kecamatan", "Gelumbang"),
       document(SearchDocument::Kind::not_available, "miskin", "Jumlah penduduk miskin", "Tahun"),
       document(SearchDocument::Kind::subject, "kependudukan", "Penduduk Gelumbang", "Penduduk"),
       document(SearchDocument::Kind::table, "murid", "Jumlah murid", "Sekolah dasar")});
}

std::string suggested(const std::string& text, std::size_t most = 10) {
  const stats::SearchIndex index = small_index();
  std::string codes;
  for (const Suggestion& suggestion : suggestions_for_text(index, text, base::Language::id, most))
    codes += index.documents()[suggestion.document].code + ' ';
  return codes;
}

}  // namespace

TEST_CASE("a letter finds first the table that most of its telling words are about") {
  CHECK(suggested("Mohon jumlah penduduk Kecamatan Gelumbang untuk skripsi saya") ==
        "penduduk luas ");
  CHECK(suggested("luas wilayah Gelumbang") == "luas ");
}

TEST_CASE("data known not to be available is suggested as well") {
  CHECK(suggested("Berapa penduduk miskin?").starts_with("miskin "));
}

TEST_CASE("subjects and areas are no suggestions, and what meets nothing suggests nothing") {
  CHECK(suggested("Gelumbang").find("kependudukan") == std::string::npos);
  CHECK(suggested("").empty());
  CHECK(suggested("harga emas").empty());
}

TEST_CASE("a word that every document mentions, or only a note does, suggests nothing") {
  CHECK(suggested("kopi").empty());
}

TEST_CASE("no more suggestions come than were asked for, the closest first") {
  CHECK(suggested("kecamatan", 1) == "penduduk ");
  CHECK(suggested("kecamatan") == "penduduk luas ");
}

TEST_CASE("a long text is read as far as its first words") {
  std::string text;
  for (std::size_t word = 0; word < suggestion_words_max; ++word)
    text += "zzz" + std::to_string(word) + ' ';
  CHECK(suggested(text + "murid").empty());
  CHECK(suggested("murid " + text) == "murid ");
}

}  // namespace desk
