#include "desk/suggestion.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace desk {
namespace {

using Place = stats::SearchDocument::Field::Place;

/// Below this much of the text, a document is only about something near.
constexpr float closeness_min = 0.5F;

/// Different words of three letters and more, and years, in the order in which they come.
std::vector<std::string_view> words_in(std::string_view text) {
  constexpr std::string_view between = " \t\r\n.,;:!?()[]{}\"'/\\|<>*_+=&%#@~`-";
  constexpr std::size_t word_bytes_min = 3;
  std::vector<std::string_view> words;
  while (words.size() < suggestion_words_max) {
    const std::size_t begin = text.find_first_not_of(between);
    if (begin == std::string_view::npos) break;
    text.remove_prefix(begin);
    const std::string_view word = text.substr(0, text.find_first_of(between));
    text.remove_prefix(word.size());
    if (word.size() >= word_bytes_min && std::find(words.begin(), words.end(), word) == words.end())
      words.push_back(word);
  }
  return words;
}

/// A title says what a table is about; its notes may mention anything.
float weight_of_place(Place place) {
  switch (place) {
    case Place::title:
    case Place::keyword:
    case Place::code:
      return 1.0F;
    case Place::subject:
    case Place::dimension:
    case Place::category:
      return 0.7F;
    case Place::note:
    case Place::unit:
      return 0.2F;
  }
  return 0;
}

bool is_suggested(const stats::SearchDocument& document) {
  return document.kind == stats::SearchDocument::Kind::table ||
         document.kind == stats::SearchDocument::Kind::not_available;
}

}  // namespace

std::vector<Suggestion> suggestions_for_text(const stats::SearchIndex& index, std::string_view text,
                                             base::Language language, std::size_t suggestions_max) {
  const std::vector<stats::SearchDocument>& documents = index.documents();
  std::vector<float> met(documents.size(), 0.0F);
  float all = 0;
  for (const std::string_view word : words_in(text)) {
    const auto hits = index.find(word, language, documents.size());
    if (hits.empty()) continue;
    // 0 for a word that every document has.
    const float telling =
        std::log(static_cast<float>(documents.size() + 1) / static_cast<float>(hits.size() + 1));
    all += telling;
    for (const stats::SearchHit& hit : hits)
      met[hit.document] += telling * weight_of_place(hit.place);
  }
  std::vector<Suggestion> suggestions;
  for (std::size_t document = 0; document < documents.size(); ++document) {
    if (!(met[document] > 0) || met[document] < closeness_min * all) continue;
    if (is_suggested(documents[document]))
      suggestions.push_back({static_cast<std::uint32_t>(document), met[document] / all});
  }
  std::stable_sort(
      suggestions.begin(), suggestions.end(),
      [](const Suggestion& a, const Suggestion& b) { return a.closeness > b.closeness; });
  if (suggestions.size() > suggestions_max) suggestions.resize(suggestions_max);
  return suggestions;
}

}  // namespace desk
