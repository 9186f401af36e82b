#include "base/words.h"

#include <iterator>

#include "base/must.h"
#include "base/text.h"

namespace base {
namespace {

struct Entry {
  std::string_view id;
  std::string_view en;
};

constexpr Entry entries[] = {
#define X(name, id, en) {id, en},
#ifdef LUMBUNG_VIEWER_WORDS
#define P(name, id, en) {"", ""},
#else
#define P(name, id, en) {id, en},
#endif
#if defined(LUMBUNG_VIEWER_WORDS) || defined(LUMBUNG_EXPORTER_WORDS)
#define D(name, id, en) {"", ""},
#else
#define D(name, id, en) {id, en},
#endif
#include "base/words.def"
#undef X
#undef P
#undef D
};

}  // namespace

std::string_view text(Word word, Language language) {
  const auto place = static_cast<std::size_t>(word);
  MUST(place < std::size(entries));
  return language == Language::en ? entries[place].en : entries[place].id;
}

std::string text(Word word, Language language, const std::vector<std::string>& arguments) {
  return filled(text(word, language), arguments);
}

int words_count() { return static_cast<int>(std::size(entries)); }

}  // namespace base
