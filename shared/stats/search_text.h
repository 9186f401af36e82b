// Words as the search compares them: folded, stemmed, and forgiven a slip of typing.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace stats {

/// A word of a text: lower case, without accents, and where it stands (bytes of the text).
struct FoldedWord {
  std::string text;
  std::uint32_t begin = 0, end = 0;
};

/// Letters and digits make words; everything else parts them ("laki-laki" → "laki", "laki"), but an
/// apostrophe inside a word is passed over ("Jum'at" → "jumat"). Raised digits are digits: "km²" →
/// "km2". Takes any bytes; those that are no UTF-8 part words.
std::vector<FoldedWord> words_from_text(std::string_view text);

/// Where the first `folded_size` folded bytes of the word that begins at `begin` end in `text`.
std::uint32_t end_of_folded_prefix(std::string_view text, std::uint32_t begin,
                                   std::size_t folded_size);

/// Indonesian words without their affixes: "kependudukan" and "penduduk" have one stem.
class Stemmer {
 public:
  Stemmer();
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  /// The stem of a folded word; words with digits, and short ones, are their own.
  std::string stem(std::string_view word) const;

 private:
  struct Environment;
  std::unique_ptr<Environment> environment_;
};

/// How many slips are forgiven in a folded word: none below four letters and in words with digits
/// (2023 is not 2024), one from four, two from eight.
int slips_max(std::string_view word);

/// Slips between two folded words: a letter too many, missing, wrong, or swapped with its neighbour
/// (optimal string alignment). `slips_max + 1` where there are more.
int slips_between(std::string_view a, std::string_view b, int slips_max);

/// The same between `beginning` and the beginning of `word` that it comes nearest to.
int slips_in_beginning(std::string_view beginning, std::string_view word, int slips_max);

/// One bit a letter, one for all digits and one for everything else: to see quickly that two words
/// are too far apart.
std::uint32_t letters_of(std::string_view word);

}  // namespace stats
