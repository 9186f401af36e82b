#include "stats/search_text.h"

#include <catch2/catch_test_macros.hpp>

namespace stats {
namespace {

std::vector<std::string> word_texts(std::string_view text) {
  std::vector<std::string> found;
  for (const FoldedWord& word : words_from_text(text))
    found.push_back(word.text);
  return found;
}

using Words = std::vector<std::string>;

TEST_CASE("words are lower case letters and digits") {
  CHECK(word_texts("Jumlah Penduduk, 2010–2025") == Words{"jumlah", "penduduk", "2010", "2025"});
  CHECK(word_texts("laki-laki/perempuan") == Words{"laki", "laki", "perempuan"});
  CHECK(word_texts("  ").empty());
  CHECK(word_texts("").empty());
}

TEST_CASE("accents are passed over, written in one piece or in two") {
  CHECK(word_texts("Café Ñandú Łódź Straße Œuvre") ==
        Words{"cafe", "nandu", "lodz", "strasse", "oeuvre"});
  CHECK(word_texts("Cafe\u0301") == Words{"cafe"});
}

TEST_CASE("an apostrophe inside a word does not part it") {
  CHECK(word_texts("Jum'at Jum’at") == Words{"jumat", "jumat"});
}

TEST_CASE("raised digits are digits, other signs part words") {
  CHECK(word_texts("jiwa/km²") == Words{"jiwa", "km2"});
  CHECK(word_texts("5×6÷2") == Words{"5", "6", "2"});
  CHECK(word_texts("“padi”…") == Words{"padi"});
}

TEST_CASE("letters of other scripts are compared as they stand") {
  CHECK(word_texts("Дом 家") == Words{"Дом", "家"});
}

TEST_CASE("bytes that are no UTF-8 part words") {
  CHECK(word_texts("ab\xFFzz\xC3") == Words{"ab", "zz"});
  CHECK(word_texts("a\xE2\x80") == Words{"a"});
  CHECK(word_texts(std::string_view("\xF0\x9F\x98", 3)).empty());
}

TEST_CASE("a word knows the bytes where it stands") {
  const auto words = words_from_text("Ñu, café!");
  REQUIRE(words.size() == 2);
  CHECK(words[0].begin == 0);
  CHECK(words[0].end == 3);
  CHECK(words[1].begin == 5);
  CHECK(words[1].end == 10);
}

TEST_CASE("the end of a beginning is a place between letters of the text") {
  CHECK(end_of_folded_prefix("Évora", 0, 1) == 2);
  CHECK(end_of_folded_prefix("Évora", 0, 3) == 4);
  CHECK(end_of_folded_prefix("Straße", 0, 5) == 6);
  CHECK(end_of_folded_prefix("E\u0301vora", 0, 1) == 3);
  CHECK(end_of_folded_prefix("ab", 0, 9) == 2);
}

TEST_CASE("Indonesian words lose their affixes") {
  const Stemmer stemmer;
  CHECK(stemmer.stem("kependudukan") == stemmer.stem("penduduk"));
  CHECK(stemmer.stem("kemiskinan") == "miskin");
  CHECK(stemmer.stem("pertanian") == "tani");
  CHECK(stemmer.stem("pdrb") == "pdrb");
  CHECK(stemmer.stem("km2") == "km2");
}

TEST_CASE("short words and numbers forgive nothing, longer words more") {
  CHECK(slips_max("ipm") == 0);
  CHECK(slips_max("2023") == 0);
  CHECK(slips_max("padi") == 1);
  CHECK(slips_max("lubai") == 1);
  CHECK(slips_max("penduduk") == 2);
}

TEST_CASE("a slip is a letter too many, missing, wrong or swapped") {
  CHECK(slips_between("padi", "padi", 1) == 0);
  CHECK(slips_between("paddi", "padi", 1) == 1);
  CHECK(slips_between("pad", "padi", 1) == 1);
  CHECK(slips_between("pafi", "padi", 1) == 1);
  CHECK(slips_between("apdi", "padi", 1) == 1);
  CHECK(slips_between("pdia", "padi", 2) == 2);
  CHECK(slips_between("pdia", "padi", 1) == 2);
  CHECK(slips_between("", "abc", 2) == 3);
}

TEST_CASE("the beginning of a word may hold a slip") {
  CHECK(slips_in_beginning("gelunb", "gelumbang", 1) == 1);
  CHECK(slips_in_beginning("gelum", "gelumbang", 1) == 0);
  CHECK(slips_in_beginning("tanjung", "gelumbang", 1) == 2);
}

TEST_CASE("a word of any length can be compared") {
  const std::string endless(500, 'a');
  CHECK(slips_between(endless, endless, 2) == 3);
  CHECK(slips_between("aaaaaaaaaa", endless, 2) == 3);
  CHECK(slips_in_beginning("aaaaaaaaaa", endless, 2) == 0);
}

}  // namespace
}  // namespace stats
