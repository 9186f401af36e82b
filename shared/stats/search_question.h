// A reader's question taken apart: what to look for, and what may stand for it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "stats/search_text.h"

namespace stats {

/// How well a word of the question meets a word of a text. Higher is better.
enum class WordMatch { none, two_slips, slip, beginning, stem, exact };

struct QuestionWord {
  std::string text;
  std::string stem;
  std::uint32_t letters = 0;
  int slips = 0;                  ///< How many are forgiven.
  std::size_t beginning_min = 3;  ///< Letters from which it may be the beginning of a longer word.

  bool may_be_beginning() const { return text.size() >= beginning_min; }
  /// Without slips: exact, or the beginning of `word`.
  WordMatch match_plain(std::string_view word) const;
  /// With slips only; a filler is never taken for a word of the reader's. `letters` are those of
  /// `word`.
  WordMatch match_with_slips(std::string_view word, std::uint32_t letters) const;
};

/// Words of which all must be met.
struct Wording {
  std::vector<QuestionWord> words;
  bool is_synonym = false;
};

/// One thing that is asked for: as the reader said it, and as the office says it.
struct Wish {
  std::vector<Wording> wordings;  ///< The reader's own first.
  bool may_miss = false;          ///< A filler.
};

struct Question {
  std::vector<Wish> wishes;
  std::string joined;  ///< All words without gaps, to compare with codes.

  bool empty() const { return wishes.empty(); }
};

/// "di", "menurut", "of", "data": says nothing about which table is meant.
bool is_filler(std::string_view word);

/// The word being typed (nothing stands behind it) may be the beginning of another from one letter
/// on. Where every word may miss, none may.
Question question_from_text(std::string_view text, const Stemmer& stemmer);

}  // namespace stats
