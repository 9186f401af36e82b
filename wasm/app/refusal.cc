#include "app/refusal.h"

#include "base/words.h"

namespace app {

std::string refusal_text(stats::TotalRefusal refusal, base::Language language) {
  using base::Word;
  const auto sentence = [&](Word word) { return std::string(base::text(word, language)); };
  switch (refusal) {
    case stats::TotalRefusal::none:
      return "";
    case stats::TotalRefusal::rate:
      return sentence(Word::refuse_rate);
    case stats::TotalRefusal::several_measures:
      return sentence(Word::refuse_several);
    case stats::TotalRefusal::parts_and_totals:
      return sentence(Word::refuse_parts);
    case stats::TotalRefusal::stock_over_time:
      return sentence(Word::refuse_time);
    case stats::TotalRefusal::calculation:
      return sentence(Word::refuse_calculation);
    case stats::TotalRefusal::single_line:
      return sentence(Word::refuse_single_line);
  }
  return "";
}

}  // namespace app
