#include "app/refusal.h"

#include <set>

#include <catch2/catch_test_macros.hpp>

TEST_CASE("each refusal has a sentence of its own, and none has none") {
  using stats::TotalRefusal;
  std::set<std::string> sentences;
  for (const TotalRefusal refusal :
       {TotalRefusal::rate, TotalRefusal::several_measures, TotalRefusal::parts_and_totals,
        TotalRefusal::stock_over_time, TotalRefusal::calculation, TotalRefusal::single_line}) {
    const std::string sentence = app::refusal_text(refusal, base::Language::en);
    CHECK(sentence.starts_with("Not added up: "));
    sentences.insert(sentence);
  }
  CHECK(sentences.size() == 6);
  CHECK(app::refusal_text(TotalRefusal::none, base::Language::id).empty());
}
