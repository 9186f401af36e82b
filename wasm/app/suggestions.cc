#include "app/suggestions.h"

#include <string>
#include <utility>

#include "app/address.h"
#include "base/number.h"
#include "base/text.h"
#include "base/words.h"

namespace app {
namespace {

using Kind = SuggestionVm::Kind;

constexpr std::size_t tables_max = 5, subjects_max = 3, not_available_max = 2;

std::string note_of(std::string_view first, std::string_view second) {
  const std::string_view separator = first.empty() || second.empty() ? "" : " · ";
  return std::string(first) + std::string(separator) + std::string(second);
}

std::string table_note(const stats::TableCard* card, base::Language language) {
  if (!card) return "";
  const bool is_one_period = card->period_first == card->period_last;
  const std::string period =
      is_one_period ? card->period_first : card->period_first + "–" + card->period_last;
  return note_of(period, card->unit.in(language));
}

std::string subject_note(const stats::Catalogue& catalogue, const std::string& code,
                         base::Language language) {
  std::size_t count = 0;
  for (const stats::TableCard& card : catalogue.tables) {
    count += catalogue.is_under(card.subject, code);
  }
  return base::text(base::Word::tables_count, language, {base::text_from_count(count, language)});
}

SuggestionVm suggestion(Kind kind, const stats::SearchDocument& document, std::string note,
                        const State& state) {
  SuggestionVm row;
  row.kind = kind;
  row.code = document.code;
  row.label = document.title.in(state.language);
  row.note = std::move(note);
  row.marks = stats::match_label(row.label, state.suggestions.question).marks;
  return row;
}

}  // namespace

bool is_long_enough_to_suggest(std::string_view typed) {
  std::size_t letters = 0;
  for (const char c : base::trimmed(typed)) {
    const bool continues_letter = (static_cast<unsigned char>(c) & 0xc0u) == 0x80u;
    letters += !continues_letter;
  }
  return letters >= 2;
}

std::vector<SuggestionVm> suggestions_from_state(const State& state) {
  const auto index = loaded(state.search_index);
  const auto catalogue = loaded(state.catalogue);
  const bool is_searched = state.ui.is_suggesting && index && !state.suggestions.question.empty();
  if (!is_searched) return {};

  std::vector<SuggestionVm> tables, subjects, not_available;
  for (const stats::SearchHit& hit : state.suggestions.hits) {
    const stats::SearchDocument& document = index->documents()[hit.document];
    switch (document.kind) {
      case stats::SearchDocument::Kind::table:
        if (tables.size() == tables_max) break;
        tables.push_back(suggestion(
            Kind::table, document,
            table_note(catalogue ? catalogue->find_table(document.code) : nullptr, state.language),
            state));
        break;
      case stats::SearchDocument::Kind::subject:
        if (subjects.size() == subjects_max) break;
        subjects.push_back(suggestion(
            Kind::subject, document,
            catalogue ? subject_note(*catalogue, document.code, state.language) : "", state));
        break;
      case stats::SearchDocument::Kind::not_available:
        if (not_available.size() == not_available_max) break;
        not_available.push_back(
            suggestion(Kind::not_available, document,
                       std::string(base::text(base::Word::see_reason, state.language)), state));
        break;
      case stats::SearchDocument::Kind::area:
        break;  // Areas are found in the tables they are in.
    }
  }
  std::vector<SuggestionVm> rows = std::move(tables);
  for (auto* more : {&subjects, &not_available}) {
    rows.insert(rows.end(), more->begin(), more->end());
  }
  SuggestionVm all;
  all.kind = Kind::search_all;
  all.label = base::text(base::Word::suggest_all, state.language, {state.suggestions.question});
  rows.push_back(std::move(all));
  if (state.site.has_desk) {
    SuggestionVm ask;
    ask.kind = Kind::request;
    ask.label = base::text(base::Word::suggest_request, state.language);
    ask.code = request_address(state, {{"text", state.suggestions.question}});
    rows.push_back(std::move(ask));
  }
  return rows;
}

}  // namespace app
