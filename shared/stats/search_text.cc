#include "stats/search_text.h"

#include <algorithm>
#include <array>
#include <bit>

#include <api.h>
#include <stem_UTF_8_indonesian.h>

namespace stats {
namespace {

// U+00C0 to U+017F without accents, two places a letter. utf8proc would do this for every script,
// but its tables are 300 kB, as much as the whole viewer may weigh; the tables of this site are
// written in Latin letters. Other letters are compared as they stand.
constexpr std::string_view latin_letters =
    "a a a a a a aec e e e e i i i i d n o o o o o   o u u u u y thss"
    "a a a a a a aec e e e e i i i i d n o o o o o   o u u u u y thy "
    "a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g "
    "g g g g h h h h i i i i i i i i i i ijijj j k k k l l l l l l l "
    "l l l n n n n n n n n n o o o o o o oeoer r r r r r s s s s s s "
    "s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s ";
constexpr char32_t latin_first = 0xC0;
constexpr char32_t latin_end = 0x180;
static_assert(latin_letters.size() == 2 * (latin_end - latin_first));

enum class LetterKind { part_of_word, passed_over, separator };

/// One letter of a text as it is compared.
struct FoldedLetter {
  LetterKind kind = LetterKind::separator;
  std::array<char, 4> bytes{};
  std::uint8_t size = 0;         ///< Bytes in `bytes`.
  std::uint8_t source_size = 1;  ///< Bytes in the text.

  void fold_to(std::string_view folded) {
    kind = LetterKind::part_of_word;
    size = static_cast<std::uint8_t>(folded.size());
    std::copy(folded.begin(), folded.end(), bytes.begin());
  }
};

/// The code point at the beginning of `text` and its bytes; nothing readable is U+FFFD of one byte.
char32_t code_point_at(std::string_view text, std::uint8_t& size) {
  const auto lead = static_cast<unsigned char>(text.front());
  size = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0x80) return lead;
  if (lead < 0xC2 || lead > 0xF4 || size > text.size()) {
    size = 1;
    return 0xFFFD;
  }
  char32_t point = lead & (0x7Fu >> size);
  for (std::uint8_t place = 1; place < size; ++place) {
    const auto byte = static_cast<unsigned char>(text[place]);
    if ((byte & 0xC0) != 0x80) {
      size = 1;
      return 0xFFFD;
    }
    point = point << 6 | (byte & 0x3Fu);
  }
  return point;
}

bool is_combining(char32_t point) { return point >= 0x300 && point < 0x370; }

/// Punctuation, symbols, arrows, ideographic space and punctuation, private use, U+FFFD.
bool is_separator(char32_t point) {
  return point < 0xC0 || (point >= 0x2000 && point < 0x2C00) ||
         (point >= 0x3000 && point < 0x3040) || (point >= 0xE000 && point < 0xF900) ||
         point == 0xFEFF || point >= 0xFFF0;
}

FoldedLetter folded_letter(std::string_view text) {
  FoldedLetter letter;
  const char32_t point = code_point_at(text, letter.source_size);
  const char sign = text.front();
  if ((sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9')) {
    letter.fold_to({&sign, 1});
  } else if (sign >= 'A' && sign <= 'Z') {
    const char lower = static_cast<char>(sign - 'A' + 'a');
    letter.fold_to({&lower, 1});
  } else if (point == '\'' || point == 0x2019 || point == 0x2BC || is_combining(point)) {
    letter.kind = LetterKind::passed_over;
  } else if (point == 0xB2 || point == 0xB3 || point == 0xB9) {
    letter.fold_to(point == 0xB2 ? "2" : point == 0xB3 ? "3" : "1");
  } else if (point >= latin_first && point < latin_end) {
    const std::string_view folded = latin_letters.substr(2 * (point - latin_first), 2);
    const std::size_t size = folded.find(' ');
    if (size != 0) letter.fold_to(folded.substr(0, size));
  } else if (!is_separator(point)) {
    letter.fold_to(text.substr(0, letter.source_size));
  }
  return letter;
}

bool is_plain_letters(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char sign) { return sign >= 'a' && sign <= 'z'; });
}

}  // namespace

std::vector<FoldedWord> words_from_text(std::string_view text) {
  std::vector<FoldedWord> words;
  FoldedWord word;
  const auto end_word = [&] {
    if (!word.text.empty()) words.push_back(std::move(word));
    word = {};
  };
  for (std::size_t place = 0; place < text.size();) {
    const FoldedLetter letter = folded_letter(text.substr(place));
    if (letter.kind == LetterKind::part_of_word) {
      if (word.text.empty()) word.begin = static_cast<std::uint32_t>(place);
      word.text.append(letter.bytes.data(), letter.size);
      word.end = static_cast<std::uint32_t>(place + letter.source_size);
    } else if (letter.kind == LetterKind::separator) {
      end_word();
    }
    place += letter.source_size;
  }
  end_word();
  return words;
}

std::uint32_t end_of_folded_prefix(std::string_view text, std::uint32_t begin,
                                   std::size_t folded_size) {
  std::size_t place = begin;
  std::size_t folded = 0;
  while (place < text.size() && folded < folded_size) {
    const FoldedLetter letter = folded_letter(text.substr(place));
    folded += letter.size;
    place += letter.source_size;
  }
  // An accent written as a letter of its own belongs to the letter before it.
  while (place < text.size()) {
    std::uint8_t size = 0;
    if (!is_combining(code_point_at(text.substr(place), size))) break;
    place += size;
  }
  return static_cast<std::uint32_t>(place);
}

struct Stemmer::Environment {
  SN_env* state = indonesian_UTF_8_create_env();
  Environment() = default;
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;
  ~Environment() { indonesian_UTF_8_close_env(state); }
};

Stemmer::Stemmer() : environment_(std::make_unique<Environment>()) {}
Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::string Stemmer::stem(std::string_view word) const {
  SN_env* state = environment_->state;
  if (word.size() < 4 || !is_plain_letters(word) || state == nullptr) return std::string(word);
  // Snowball takes "ke" away and then misreads what is left of "ke-penduduk-an".
  if (word.size() > 8 && word.starts_with("ke") && word.ends_with("an")) {
    word = word.substr(2, word.size() - 4);
  }
  const auto* letters = reinterpret_cast<const symbol*>(word.data());
  const bool is_stemmed = SN_set_current(state, static_cast<int>(word.size()), letters) == 0 &&
                          indonesian_UTF_8_stem(state) >= 0;
  if (!is_stemmed) return std::string(word);
  return {reinterpret_cast<const char*>(state->p), static_cast<std::size_t>(state->l)};
}

int slips_max(std::string_view word) {
  if (word.size() < 4 || !is_plain_letters(word)) return 0;
  return word.size() < 8 ? 1 : 2;
}

namespace {

constexpr std::size_t compared_letters_max = 40;

/// Rows of the alignment table of `a` (down) and `b` (across). With `any_end`, the best of the last
/// row: `a` against the beginnings of `b`.
int aligned_slips(std::string_view a, std::string_view b, int slips_max, bool any_end) {
  const int none = slips_max + 1;
  if (a.size() > compared_letters_max) return none;
  b = b.substr(0, std::min(b.size(), a.size() + static_cast<std::size_t>(none)));
  using Row = std::array<int, compared_letters_max + 8>;
  std::array<Row, 3> rows{};
  Row* before = &rows[0];
  Row* above = &rows[1];
  Row* here = &rows[2];
  const std::size_t width = b.size() + 1;
  for (std::size_t column = 0; column < width; ++column)
    (*above)[column] = static_cast<int>(column);
  for (std::size_t row = 1; row <= a.size(); ++row) {
    (*here)[0] = static_cast<int>(row);
    int least = (*here)[0];
    for (std::size_t column = 1; column < width; ++column) {
      const bool is_same = a[row - 1] == b[column - 1];
      int slips = std::min({(*above)[column] + 1, (*here)[column - 1] + 1,
                            (*above)[column - 1] + (is_same ? 0 : 1)});
      const bool is_swap =
          row > 1 && column > 1 && a[row - 1] == b[column - 2] && a[row - 2] == b[column - 1];
      if (is_swap) slips = std::min(slips, (*before)[column - 2] + 1);
      (*here)[column] = slips;
      least = std::min(least, slips);
    }
    if (least > slips_max) return none;
    Row* oldest = before;
    before = above;
    above = here;
    here = oldest;
  }
  const int slips =
      any_end ? *std::min_element(above->begin(), above->begin() + width) : (*above)[width - 1];
  return std::min(slips, none);
}

}  // namespace

int slips_between(std::string_view a, std::string_view b, int slips_max) {
  const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (difference > static_cast<std::size_t>(slips_max)) return slips_max + 1;
  return aligned_slips(a, b, slips_max, false);
}

int slips_in_beginning(std::string_view beginning, std::string_view word, int slips_max) {
  return aligned_slips(beginning, word, slips_max, true);
}

std::uint32_t letters_of(std::string_view word) {
  std::uint32_t letters = 0;
  for (const char sign : word) {
    if (sign >= 'a' && sign <= 'z') {
      letters |= 1u << (sign - 'a');
    } else {
      letters |= sign >= '0' && sign <= '9' ? 1u << 26 : 1u << 27;
    }
  }
  return letters;
}

}  // namespace stats
