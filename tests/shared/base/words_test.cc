#include "base/words.h"

#include <set>

#include <catch2/catch_test_macros.hpp>

#include "base/text.h"

namespace {

using base::Language;
using base::Word;

/// The places to fill in a sentence: "{0}", "{1}"…; a form after a count, "{0|row|rows}", fills
/// none.
std::set<char> places_in(std::string_view sentence) {
  std::set<char> places;
  for (std::size_t at = sentence.find('{'); at != std::string_view::npos;
       at = sentence.find('{', at + 1)) {
    REQUIRE(at + 2 < sentence.size());
    if (sentence[at + 2] == '|') continue;
    CHECK(sentence[at + 2] == '}');
    places.insert(sentence[at + 1]);
  }
  return places;
}

}  // namespace

TEST_CASE("a word is given in the language that is asked for") {
  CHECK(base::text(Word::cancel, Language::id) == "Batal");
  CHECK(base::text(Word::cancel, Language::en) == "Cancel");
}

TEST_CASE("a sentence is filled in") {
  CHECK(base::text(Word::catalogue_lead, Language::en, {"17"}) ==
        "17 official tables, free to download and print, no account needed.");
}

TEST_CASE("a count of one is said in the singular") {
  CHECK(base::text(Word::tables_count, Language::en, {"1"}) == "1 table");
  CHECK(base::text(Word::results_count, Language::en, {"1", "rice"}) == "1 result for “rice”");
  CHECK(base::text(Word::grid_size, Language::en, {"1", "2"}) == "1 row × 2 columns");
  CHECK(base::text(Word::grid_size, Language::id, {"1", "2"}) == "1 baris × 2 kolom");
  CHECK(base::text(Word::catalogue_lead, Language::en, {"1"}) ==
        "1 official table, free to download and print, no account needed.");
}

TEST_CASE("an English noun after a count has both forms") {
  for (int place = 0; place < base::words_count(); ++place) {
    const std::string one = base::text(static_cast<Word>(place), Language::en, {"1", "1", "1"});
    for (const char* plural :
         {"tables", "results", "rows", "columns", "cells", "notes", "decimals"})
      CHECK(one.find("1 " + std::string(plural)) == std::string::npos);
  }
}

TEST_CASE("every word exists in both languages, and both have the same places to fill") {
  REQUIRE(base::words_count() > 0);
  for (int place = 0; place < base::words_count(); ++place) {
    const auto id = base::text(static_cast<Word>(place), Language::id);
    const auto en = base::text(static_cast<Word>(place), Language::en);
    INFO("\"" << id << "\" beside \"" << en << "\"");
    CHECK_FALSE(id.empty());
    CHECK_FALSE(en.empty());
    CHECK(places_in(id) == places_in(en));
  }
}

TEST_CASE("no word has a space at its edges or two in a row") {
  for (int place = 0; place < base::words_count(); ++place) {
    for (const Language language : {Language::id, Language::en}) {
      const std::string_view word = base::text(static_cast<Word>(place), language);
      INFO("\"" << word << '"');
      CHECK(word.find("  ") == std::string_view::npos);
      CHECK_FALSE(word.starts_with(' '));
      CHECK_FALSE(word.ends_with(' '));
    }
  }
}
