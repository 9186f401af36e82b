#include "base/words.h"

#include <set>

#include <catch2/catch_test_macros.hpp>

#include "base/text.h"

namespace {

using base::Language;
using base::Word;

/// The places to fill in a sentence: "{0}", "{1}"…
std::set<char> places_in(std::string_view sentence) {
  std::set<char> places;
  for (std::size_t at = sentence.find('{'); at != std::string_view::npos;
       at = sentence.find('{', at + 1)) {
    REQUIRE(at + 2 < sentence.size());
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
