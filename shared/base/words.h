// Words on the screen by name, in both languages. The vocabulary itself is words.def.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"

namespace base {

enum class Word {
#define X(name, id, en) name,
#define P(name, id, en) name,
#define D(name, id, en) name,
#include "base/words.def"
#undef X
#undef P
#undef D
};

/// The word in `language`.
std::string_view text(Word word, Language language);

/// The word with "{0}", "{1}"… filled.
std::string text(Word word, Language language, const std::vector<std::string>& arguments);

/// How many words there are: for tests that walk them all.
int words_count();

}  // namespace base
