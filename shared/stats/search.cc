#include "stats/search.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "stats/search_question.h"
#include "stats/search_text.h"

namespace stats {
namespace {

using Place = SearchDocument::Field::Place;
using base::Language;

constexpr std::uint32_t none = 0xffffffffu;

// --- Rank ---

float weight_of_place(Place place) {
  switch (place) {
    case Place::title:
      return 100;
    case Place::code:
      return 90;
    case Place::subject:
      return 60;
    case Place::keyword:
      return 60;
    case Place::dimension:
      return 45;
    case Place::category:
      return 35;
    case Place::unit:
      return 25;
    case Place::note:
      return 15;
  }
  return 0;
}

/// `share` is how much of the word was typed.
float weight_of_match(WordMatch match, float share) {
  switch (match) {
    case WordMatch::exact:
      return 1;
    case WordMatch::stem:
      return 0.85f;
    case WordMatch::beginning:
      return 0.6f + 0.2f * share;
    case WordMatch::slip:
      return 0.45f;
    case WordMatch::two_slips:
      return 0.35f;
    case WordMatch::none:
      return 0;
  }
  return 0;
}

constexpr bool is_slip(WordMatch match) {
  return match == WordMatch::slip || match == WordMatch::two_slips;
}

constexpr float weight_of_synonym = 0.8f;
constexpr float weight_of_other_language = 0.95f;
constexpr float exact_code_bonus = 1000;
/// Given in full where the question names every word of the title, so that short titles come first.
constexpr float title_coverage_bonus = 20;

float weight_of_kind(SearchDocument::Kind kind) {
  switch (kind) {
    case SearchDocument::Kind::table:
      return 1;
    case SearchDocument::Kind::subject:
      return 0.95f;
    case SearchDocument::Kind::area:
      return 0.95f;
    case SearchDocument::Kind::not_available:
      return 0.9f;
  }
  return 1;
}

// --- Index ---

/// That a word stands in a document, and the best place of it there.
struct Posting {
  std::uint32_t document = 0;
  std::uint32_t field : 28 = 0;
  std::uint32_t place : 3 = 0;
  std::uint32_t is_english : 1 = 0;
};

struct IndexWord {
  std::uint32_t text_begin = 0;
  std::uint32_t text_size = 0;
  std::uint32_t letters = 0;
  std::uint32_t postings_begin = 0;
  std::uint32_t postings_end = 0;
};

struct StemEntry {
  std::uint32_t stem_begin = 0;
  std::uint32_t stem_size = 0;
  std::uint32_t word = 0;
};

/// What one wish found in one document: its best place, and its best place outside the title.
struct Found {
  float score = 0;
  float other_score = 0;
  std::uint32_t other_field = none;
  bool is_in_title = false;

  void take(float found, const Posting& posting) {
    const bool is_title = static_cast<Place>(posting.place) == Place::title;
    if (found > score) {
      score = found;
      is_in_title = is_title;
    }
    if (!is_title && found > other_score) {
      other_score = found;
      other_field = posting.field;
    }
  }
  void add(const Found& word) {
    score += word.score;
    is_in_title = is_in_title && word.is_in_title;
    if (word.other_score > other_score) {
      other_score = word.other_score;
      other_field = word.other_field;
    }
  }
};

using FoundByDocument = std::vector<Found>;

}  // namespace

struct SearchIndex::Parts {
  std::vector<SearchDocument> documents;
  std::vector<std::string> codes;          ///< Folded, without gaps.
  std::vector<std::uint32_t> title_words;  ///< How many, in the longer of the two languages.
  std::string letters;                     ///< Texts of all words and stems.
  std::vector<IndexWord> words;            ///< Sorted by text.
  std::vector<StemEntry> stems;            ///< Sorted by stem; only where it differs from the word.
  std::vector<Posting> postings;           ///< By word, then by document.
  Stemmer stemmer;

  std::string_view text_of(const IndexWord& word) const {
    return std::string_view(letters).substr(word.text_begin, word.text_size);
  }
  std::string_view text_of(const StemEntry& entry) const {
    return std::string_view(letters).substr(entry.stem_begin, entry.stem_size);
  }

  std::size_t first_word_from(std::string_view text) const;
  bool take_word(const IndexWord& word, WordMatch match, float share, Language language,
                 FoundByDocument& found) const;
  bool take_plain(const QuestionWord& word, Language language, FoundByDocument& found) const;
  bool take_stems(const QuestionWord& word, Language language, FoundByDocument& found) const;
  bool take_slips(const QuestionWord& word, Language language, FoundByDocument& found) const;
  FoundByDocument find_wording(const Wording& wording, bool with_slips, Language language) const;
  FoundByDocument find_wish(const Wish& wish, Language language) const;
  std::string shown_text(std::uint32_t document, std::uint32_t field, Language language) const;
};

std::size_t SearchIndex::Parts::first_word_from(std::string_view text) const {
  const auto at = std::lower_bound(
      words.begin(), words.end(), text,
      [&](const IndexWord& word, std::string_view wanted) { return text_of(word) < wanted; });
  return static_cast<std::size_t>(at - words.begin());
}

/// `share` is how much of the word was typed.
bool SearchIndex::Parts::take_word(const IndexWord& word, WordMatch match, float share,
                                   Language language, FoundByDocument& found) const {
  const float weight = weight_of_match(match, share);
  bool is_found = false;
  for (std::uint32_t at = word.postings_begin; at < word.postings_end; ++at) {
    const Posting& posting = postings[at];
    const auto place = static_cast<Place>(posting.place);
    // Notes are long sentences: some word of theirs is always one slip away from the reader's.
    if (place == Place::note && is_slip(match)) continue;
    const bool is_other = (posting.is_english != 0) != (language == Language::en);
    const float score = weight * weight_of_place(place) * (is_other ? weight_of_other_language : 1);
    found[posting.document].take(score, posting);
    is_found = true;
  }
  return is_found;
}

bool SearchIndex::Parts::take_plain(const QuestionWord& word, Language language,
                                    FoundByDocument& found) const {
  bool is_found = false;
  for (std::size_t at = first_word_from(word.text); at < words.size(); ++at) {
    const std::string_view text = text_of(words[at]);
    if (!text.starts_with(word.text)) break;
    const WordMatch match = word.match_plain(text);
    if (match == WordMatch::none) break;
    const float share = static_cast<float>(word.text.size()) / static_cast<float>(text.size());
    is_found |= take_word(words[at], match, share, language, found);
  }
  return is_found;
}

bool SearchIndex::Parts::take_stems(const QuestionWord& word, Language language,
                                    FoundByDocument& found) const {
  bool is_found = false;
  // A word that is its own stem has no entry: it is found as itself.
  const std::size_t itself = first_word_from(word.stem);
  if (word.stem != word.text && itself < words.size() && text_of(words[itself]) == word.stem) {
    is_found |= take_word(words[itself], WordMatch::stem, 1, language, found);
  }
  auto at = std::lower_bound(
      stems.begin(), stems.end(), std::string_view(word.stem),
      [&](const StemEntry& entry, std::string_view wanted) { return text_of(entry) < wanted; });
  for (; at != stems.end() && text_of(*at) == word.stem; ++at) {
    is_found |= take_word(words[at->word], WordMatch::stem, 1, language, found);
  }
  return is_found;
}

bool SearchIndex::Parts::take_slips(const QuestionWord& word, Language language,
                                    FoundByDocument& found) const {
  if (word.slips == 0) return false;
  bool is_found = false;
  for (const IndexWord& candidate : words) {
    const WordMatch match = word.match_with_slips(text_of(candidate), candidate.letters);
    if (match == WordMatch::none) continue;
    is_found |= take_word(candidate, match, 1, language, found);
  }
  return is_found;
}

/// All words of the wording must be met; the score is their mean, so that long names win nothing.
FoundByDocument SearchIndex::Parts::find_wording(const Wording& wording, bool with_slips,
                                                 Language language) const {
  FoundByDocument all;
  for (const QuestionWord& word : wording.words) {
    FoundByDocument found(documents.size());
    const bool is_plain = take_plain(word, language, found);
    const bool is_stem = take_stems(word, language, found);
    if (!is_plain && !is_stem && with_slips) take_slips(word, language, found);
    if (all.empty()) {
      all = std::move(found);
      continue;
    }
    for (std::size_t document = 0; document < all.size(); ++document) {
      const bool is_met = all[document].score > 0 && found[document].score > 0;
      if (is_met) {
        all[document].add(found[document]);
      } else {
        all[document] = {};
      }
    }
  }
  const float factor = (wording.is_synonym ? weight_of_synonym : 1) /
                       static_cast<float>(std::max<std::size_t>(wording.words.size(), 1));
  for (Found& found : all) {
    found.score *= factor;
    found.other_score *= factor;
  }
  return all;
}

FoundByDocument SearchIndex::Parts::find_wish(const Wish& wish, Language language) const {
  FoundByDocument best(documents.size());
  const auto merge = [&](const FoundByDocument& found) {
    bool is_found = false;
    for (std::size_t document = 0; document < best.size(); ++document) {
      if (found[document].score == 0) continue;
      is_found = true;
      if (found[document].score > best[document].score) best[document] = found[document];
    }
    return is_found;
  };
  bool is_found = false;
  for (const Wording& wording : wish.wordings) {
    is_found |= merge(find_wording(wording, false, language));
  }
  if (!is_found) merge(find_wording(wish.wordings.front(), true, language));
  return best;
}

std::string SearchIndex::Parts::shown_text(std::uint32_t document, std::uint32_t field,
                                           Language language) const {
  const std::vector<SearchDocument::Field>& fields = documents[document].fields;
  const std::string& text = fields[field].text.in(language);
  if (fields[field].place != Place::category) return text;
  for (std::uint32_t at = field; at-- > 0;) {
    if (fields[at].place == Place::dimension) return fields[at].text.in(language) + ": " + text;
  }
  return text;
}

namespace {

/// Collects postings word by word, then sorts the words once.
class IndexBuilder {
 public:
  void add(std::uint32_t document, std::uint32_t field, Place place, std::string_view text,
           bool is_english) {
    for (FoldedWord& word : words_from_text(text)) {
      const auto [entry, is_new] =
          ids_.try_emplace(std::move(word.text), static_cast<std::uint32_t>(postings_.size()));
      if (is_new) postings_.emplace_back();
      add_posting(postings_[entry->second], document, field, place, is_english);
    }
  }

  struct SortedWord {
    std::string_view text;
    const std::vector<Posting>* postings;
  };
  std::vector<SortedWord> sorted() const {
    std::vector<SortedWord> words;
    words.reserve(ids_.size());
    for (const auto& [text, id] : ids_)
      words.push_back({text, &postings_[id]});
    std::sort(words.begin(), words.end(),
              [](const SortedWord& a, const SortedWord& b) { return a.text < b.text; });
    return words;
  }

 private:
  /// A word has one posting a document for the title and one for the best of the other places.
  static void add_posting(std::vector<Posting>& postings, std::uint32_t document,
                          std::uint32_t field, Place place, bool is_english) {
    const Posting posting{document, field, static_cast<std::uint32_t>(place), is_english ? 1u : 0u};
    const bool is_title = place == Place::title;
    for (auto at = postings.rbegin(); at != postings.rend() && at->document == document; ++at) {
      const auto known = static_cast<Place>(at->place);
      if ((known == Place::title) != is_title) continue;
      if (weight_of_place(place) > weight_of_place(known)) *at = posting;
      return;
    }
    postings.push_back(posting);
  }

  std::unordered_map<std::string, std::uint32_t> ids_;
  std::vector<std::vector<Posting>> postings_;
};

std::string joined_words(std::string_view text) {
  std::string joined;
  for (const FoldedWord& word : words_from_text(text))
    joined += word.text;
  return joined;
}

}  // namespace

SearchIndex::SearchIndex() : parts_(std::make_unique<Parts>()) {}
SearchIndex::~SearchIndex() = default;
SearchIndex::SearchIndex(SearchIndex&&) noexcept = default;
SearchIndex& SearchIndex::operator=(SearchIndex&&) noexcept = default;

const std::vector<SearchDocument>& SearchIndex::documents() const { return parts_->documents; }

SearchIndex SearchIndex::from_documents(std::vector<SearchDocument> documents) {
  SearchIndex index;
  Parts& parts = *index.parts_;
  parts.documents = std::move(documents);

  IndexBuilder builder;
  for (std::uint32_t number = 0; number < parts.documents.size(); ++number) {
    const SearchDocument& document = parts.documents[number];
    parts.codes.push_back(joined_words(document.code));
    const auto& title = document.title;
    parts.title_words.push_back(static_cast<std::uint32_t>(
        std::max(words_from_text(title.id).size(), words_from_text(title.en).size())));
    for (std::uint32_t field = 0; field < document.fields.size(); ++field) {
      const auto& [place, text] = document.fields[field];
      builder.add(number, field, place, text.id, false);
      if (text.en != text.id) builder.add(number, field, place, text.en, true);
    }
  }

  for (const IndexBuilder::SortedWord& word : builder.sorted()) {
    const auto place = static_cast<std::uint32_t>(parts.words.size());
    const auto postings_begin = static_cast<std::uint32_t>(parts.postings.size());
    parts.postings.insert(parts.postings.end(), word.postings->begin(), word.postings->end());
    parts.words.push_back({static_cast<std::uint32_t>(parts.letters.size()),
                           static_cast<std::uint32_t>(word.text.size()), letters_of(word.text),
                           postings_begin, static_cast<std::uint32_t>(parts.postings.size())});
    parts.letters += word.text;
    const std::string stem = parts.stemmer.stem(word.text);
    if (stem == word.text) continue;
    parts.stems.push_back({static_cast<std::uint32_t>(parts.letters.size()),
                           static_cast<std::uint32_t>(stem.size()), place});
    parts.letters += stem;
  }
  std::stable_sort(
      parts.stems.begin(), parts.stems.end(),
      [&](const StemEntry& a, const StemEntry& b) { return parts.text_of(a) < parts.text_of(b); });
  return index;
}

namespace {

/// A document's account over all wishes.
struct Rank {
  std::uint32_t document = 0;
  float score = 0;
  std::uint32_t met_in_title = 0;  ///< How many wishes.
  float other_score = 0;
  std::uint32_t other_field = none;  ///< Best place of what the title does not meet.
  bool is_lost = false;              ///< Some wish is not met at all.

  void take(const Found& found, bool may_miss) {
    is_lost = is_lost || (found.score == 0 && !may_miss);
    score += found.score;
    if (found.is_in_title) {
      ++met_in_title;
    } else if (found.other_score > other_score) {
      other_score = found.other_score;
      other_field = found.other_field;
    }
  }
};

}  // namespace

std::vector<SearchHit> SearchIndex::find(std::string_view question, base::Language language,
                                         std::size_t hits_max) const {
  const Parts& parts = *parts_;
  const Question asked = question_from_text(question, parts.stemmer);
  if (asked.empty() || hits_max == 0) return {};

  const std::size_t documents_count = parts.documents.size();
  std::vector<Rank> ranks(documents_count);
  for (const Wish& wish : asked.wishes) {
    const FoundByDocument found = parts.find_wish(wish, language);
    for (std::size_t document = 0; document < documents_count; ++document) {
      ranks[document].take(found[document], wish.may_miss);
    }
  }

  for (std::uint32_t number = 0; number < documents_count; ++number) {
    Rank& rank = ranks[number];
    rank.document = number;
    const auto title_words = static_cast<float>(std::max(parts.title_words[number], 1u));
    const float coverage = std::min(static_cast<float>(rank.met_in_title) / title_words, 1.0f);
    rank.score += title_coverage_bonus * coverage;
    rank.score *= weight_of_kind(parts.documents[number].kind);
    const bool is_table = parts.documents[number].kind == SearchDocument::Kind::table;
    if (is_table && parts.codes[number] == asked.joined) {
      rank.score += exact_code_bonus;
    } else if (rank.is_lost) {
      rank.score = 0;
    }
  }
  std::erase_if(ranks, [](const Rank& rank) { return rank.score == 0; });
  const auto shown_end =
      ranks.begin() + static_cast<std::ptrdiff_t>(std::min(hits_max, ranks.size()));
  std::partial_sort(ranks.begin(), shown_end, ranks.end(), [](const Rank& a, const Rank& b) {
    return a.score != b.score ? a.score > b.score : a.document < b.document;
  });
  ranks.erase(shown_end, ranks.end());

  const LabelMatcher matcher(question);
  std::vector<SearchHit> hits;
  for (const Rank& rank : ranks) {
    const SearchDocument& document = parts.documents[rank.document];
    SearchHit hit;
    hit.document = rank.document;
    hit.score = rank.score;
    hit.shown = document.title.in(language);
    LabelMatch match = matcher.match(hit.shown);
    if (!match.matches && rank.other_field != none) {
      hit.place = document.fields[rank.other_field].place;
      hit.shown = parts.shown_text(rank.document, rank.other_field, language);
      match = matcher.match(hit.shown);
    }
    hit.marks = std::move(match.marks);
    hits.push_back(std::move(hit));
  }
  return hits;
}

// --- Labels ---

struct LabelMatcher::Parts {
  Stemmer stemmer;
  Question question;

  bool mark_word(const QuestionWord& wanted, std::string_view text,
                 const std::vector<FoldedWord>& words, std::vector<TextRange>& marks) const;
  bool mark_wording(const Wording& wording, std::string_view text,
                    const std::vector<FoldedWord>& words, std::vector<TextRange>& marks) const;
};

/// Marks every word of the text that meets `wanted`. Slips count only where nothing else does.
bool LabelMatcher::Parts::mark_word(const QuestionWord& wanted, std::string_view text,
                                    const std::vector<FoldedWord>& words,
                                    std::vector<TextRange>& marks) const {
  bool is_met = false;
  for (const FoldedWord& word : words) {
    const WordMatch match = wanted.match_plain(word.text);
    const bool is_stem = match == WordMatch::none && stemmer.stem(word.text) == wanted.stem;
    if (match == WordMatch::none && !is_stem) continue;
    const bool is_beginning = match == WordMatch::beginning;
    const std::uint32_t end =
        is_beginning ? end_of_folded_prefix(text, word.begin, wanted.text.size()) : word.end;
    marks.push_back({word.begin, end});
    is_met = true;
  }
  if (is_met) return true;
  for (const FoldedWord& word : words) {
    if (wanted.match_with_slips(word.text, letters_of(word.text)) == WordMatch::none) continue;
    marks.push_back({word.begin, word.end});
    is_met = true;
  }
  return is_met;
}

/// Marks only where all words of the wording are met.
bool LabelMatcher::Parts::mark_wording(const Wording& wording, std::string_view text,
                                       const std::vector<FoldedWord>& words,
                                       std::vector<TextRange>& marks) const {
  std::vector<TextRange> found;
  for (const QuestionWord& wanted : wording.words) {
    if (!mark_word(wanted, text, words, found)) return false;
  }
  marks.insert(marks.end(), found.begin(), found.end());
  return true;
}

namespace {

/// In order; where two wishes met the same word, the longer mark stays.
std::vector<TextRange> apart(std::vector<TextRange> marks) {
  std::sort(marks.begin(), marks.end(), [](const TextRange& a, const TextRange& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::vector<TextRange> kept;
  for (const TextRange& mark : marks) {
    if (kept.empty() || mark.begin >= kept.back().end) kept.push_back(mark);
  }
  return kept;
}

}  // namespace

LabelMatcher::LabelMatcher(std::string_view question) : parts_(std::make_unique<Parts>()) {
  parts_->question = question_from_text(question, parts_->stemmer);
}
LabelMatcher::~LabelMatcher() = default;
LabelMatcher::LabelMatcher(LabelMatcher&&) noexcept = default;
LabelMatcher& LabelMatcher::operator=(LabelMatcher&&) noexcept = default;

LabelMatch LabelMatcher::match(std::string_view text) const {
  const std::vector<FoldedWord> words = words_from_text(text);
  LabelMatch label;
  label.matches = true;
  for (const Wish& wish : parts_->question.wishes) {
    // The reader's own words come first; what may stand for them is marked only in their place.
    const bool is_met =
        std::any_of(wish.wordings.begin(), wish.wordings.end(), [&](const Wording& wording) {
          return parts_->mark_wording(wording, text, words, label.marks);
        });
    label.matches = label.matches && (is_met || wish.may_miss);
  }
  label.marks = apart(std::move(label.marks));
  return label;
}

LabelMatch match_label(std::string_view text, std::string_view question) {
  return LabelMatcher(question).match(text);
}

// --- Documents ---

namespace {

void add_field(SearchDocument& document, Place place, const base::Text& text) {
  if (!text.empty()) document.fields.push_back({place, text});
}

void add_subjects(SearchDocument& document, const Catalogue& catalogue, std::string_view subject) {
  for (const Subject* branch : catalogue.path_of(subject)) {
    add_field(document, Place::subject, branch->label);
  }
}

void add_dimension(SearchDocument& document, const Dimension& dimension) {
  add_field(document, Place::dimension, dimension.label);
  for (const Category& category : dimension.categories) {
    const bool is_time = dimension.role == Role::time;
    add_field(document, Place::category, is_time ? base::Text{category.code, {}} : category.label);
  }
}

}  // namespace

SearchDocument search_document_from_table(const Table& table, const Catalogue& catalogue) {
  SearchDocument document;
  document.kind = SearchDocument::Kind::table;
  document.code = table.code;
  document.title = table.title;
  add_field(document, Place::title, table.title);
  add_field(document, Place::code, {table.code, {}});
  add_subjects(document, catalogue, table.subject);
  for (const Dimension& dimension : table.dimensions)
    add_dimension(document, dimension);
  for (const Category& measure : table.measure().categories) {
    add_field(document, Place::unit, measure.unit);
  }
  for (const Note& note : table.notes)
    add_field(document, Place::note, note.text);
  add_field(document, Place::note, table.source);
  return document;
}

std::vector<SearchDocument> search_documents_from_catalogue(const Catalogue& catalogue) {
  std::vector<SearchDocument> documents;
  for (const NotAvailable& missing : catalogue.not_available) {
    SearchDocument& document = documents.emplace_back();
    document.kind = SearchDocument::Kind::not_available;
    document.code = missing.code;
    document.title = missing.title;
    add_field(document, Place::title, missing.title);
    add_subjects(document, catalogue, missing.subject);
    add_field(document, Place::note, missing.reason);
  }
  for (const Subject& subject : catalogue.subjects) {
    SearchDocument& document = documents.emplace_back();
    document.kind = SearchDocument::Kind::subject;
    document.code = subject.code;
    document.title = subject.label;
    add_field(document, Place::title, subject.label);
    add_subjects(document, catalogue, subject.parent);
  }
  return documents;
}

}  // namespace stats
