// "Perhaps this is what you need": tables, and data known not to be available, that a request's
// text is about. Shown while it is typed and beside the ticket.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "stats/search.h"

namespace desk {

struct Suggestion {
  std::uint32_t document = 0;  ///< Index into the search's documents.
  float closeness = 0;         ///< How much of what the text says is met: above 0, at most 1.
};

/// Closest first, ties in the documents' order. Unlike a search, which wants all words met, this
/// takes a letter ("mohon jumlah penduduk Gelumbang untuk skripsi") and asks which documents meet
/// most of its telling words; a word that few documents have tells more than one that many have.
/// Tables and data not available only. Reads the first suggestion_words_max words.
std::vector<Suggestion> suggestions_for_text(const stats::SearchIndex& index, std::string_view text,
                                             base::Language language, std::size_t suggestions_max);

inline constexpr std::size_t suggestion_words_max = 40;

}  // namespace desk
