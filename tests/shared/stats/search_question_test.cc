#include "stats/search_question.h"

#include <catch2/catch_test_macros.hpp>

namespace stats {
namespace {

Question question(std::string_view text) {
  const Stemmer stemmer;
  return question_from_text(text, stemmer);
}

/// "penduduk | warga; padi": wishes apart by ";", what may stand for each other by "|".
std::string wordings(std::string_view text) {
  std::string shown;
  for (const Wish& wish : question(text).wishes) {
    if (!shown.empty()) shown += "; ";
    bool is_first = true;
    for (const Wording& wording : wish.wordings) {
      if (!is_first) shown += " | ";
      is_first = false;
      for (std::size_t place = 0; place < wording.words.size(); ++place) {
        shown += (place == 0 ? "" : " ") + wording.words[place].text;
      }
    }
    if (wish.may_miss) shown += "?";
  }
  return shown;
}

TEST_CASE("each word is a wish of its own") {
  CHECK(wordings("Padi, Lubai") == "padi; lubai");
  CHECK(wordings("") == "");
  CHECK(question(" – ").empty());
}

TEST_CASE("a phrase that the office calls otherwise is one wish") {
  CHECK(wordings("kepala keluarga lubai") == "kepala keluarga | rumah tangga; lubai");
  CHECK(wordings("kk") == "kk | keluarga | rumah tangga");
}

TEST_CASE("the longest phrase is taken") {
  CHECK(wordings("angka harapan hidup") == "angka harapan hidup | umur harapan hidup");
}

TEST_CASE("a phrase that is not finished is taken word by word") {
  CHECK(wordings("angka harapan") == "angka?; harapan");
}

TEST_CASE("words that hold a sentence together may miss, unless there are no others") {
  CHECK(wordings("padi di lubai") == "padi; di?; lubai");
  CHECK(wordings("data dan") == "data; dan");
}

TEST_CASE("the words joined are compared with codes") {
  CHECK(question("POP-01 a").joined == "pop01a");
}

TEST_CASE("only the word being typed may be a beginning from one letter on") {
  const Question typing = question("padi lub");
  CHECK(typing.wishes[0].wordings[0].words[0].beginning_min == 3);
  CHECK(typing.wishes[1].wordings[0].words[0].beginning_min == 1);
  CHECK(question("lub ").wishes[0].wordings[0].words[0].beginning_min == 3);
}

TEST_CASE("a word meets itself, and words that it begins") {
  const Question asked = question("lub ");
  const QuestionWord& word = asked.wishes[0].wordings[0].words[0];
  CHECK(word.match_plain("lub") == WordMatch::exact);
  CHECK(word.match_plain("lubai") == WordMatch::beginning);
  CHECK(word.match_plain("padi") == WordMatch::none);
}

TEST_CASE("slips are counted, and what we ourselves mean has none") {
  const Question asked = question("kemiskinan ");
  const QuestionWord& word = asked.wishes[0].wordings[0].words[0];
  const auto match = [&](std::string_view other) {
    return word.match_with_slips(other, letters_of(other));
  };
  CHECK(match("kemiskinn") == WordMatch::slip);
  CHECK(match("kemiksiann") == WordMatch::two_slips);
  CHECK(match("kemerdekaan") == WordMatch::none);
  CHECK(question("padi ").wishes[0].wordings[0].words[0].match_with_slips(
            "pada", letters_of("pada")) == WordMatch::none);
  CHECK(question("warga").wishes[0].wordings[1].words[0].slips == 0);
}

}  // namespace
}  // namespace stats
