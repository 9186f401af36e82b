// What the catalogue screen shows: subjects with counts, entries, side panels.
#include <algorithm>
#include <cctype>
#include <map>
#include <utility>

#include "app/address.h"
#include "app/suggestions.h"
#include "app/view_model.h"
#include "base/number.h"
#include "base/text.h"
#include "base/words.h"

namespace app {
namespace {

using base::Word;

constexpr std::size_t newest_max = 5;
constexpr int new_for_days = 30;
constexpr std::size_t hits_max = 1000;
constexpr std::string_view levels_widest_first[] = {"province", "regency", "district", "village"};

/// An entry of the list: one of the two is set.
struct Entry {
  const stats::TableCard* card = nullptr;
  const stats::NotAvailable* missing = nullptr;
  const stats::SearchHit* hit = nullptr;  ///< Where a question is asked.

  const std::string& code() const { return card ? card->code : missing->code; }
  const std::string& subject() const { return card ? card->subject : missing->subject; }
  const base::Text& title() const { return card ? card->title : missing->title; }
};

// --- Periods ---

/// The first (or last) four digits in a row: a period's label may be "2024", "Agustus 2024" or
/// "2023/2024". 0 where there are none.
int year_in(std::string_view label, bool wants_last) {
  int year = 0;
  for (std::size_t i = 0; i + 4 <= label.size(); ++i) {
    int number = 0;
    bool are_digits = true;
    for (std::size_t k = i; k < i + 4; ++k) {
      are_digits &= label[k] >= '0' && label[k] <= '9';
      number = number * 10 + (label[k] - '0');
    }
    if (!are_digits) continue;
    year = number;
    if (!wants_last) return year;
    i += 3;
  }
  return year;
}

std::string period_text(const stats::TableCard& card) {
  if (card.period_first == card.period_last) return card.period_first;
  return card.period_first + "–" + card.period_last;
}

/// Days since a day long ago, for differences.
int days_from_date(base::Date date) {
  const int shifted = date.month <= 2 ? date.year - 1 : date.year;
  const int month = (date.month + 9) % 12;
  return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + (month * 153 + 2) / 5 +
         date.day;
}

// --- Filters ---

bool passes_years(const stats::TableCard& card, const CatalogueScreen& screen) {
  if (screen.year_from == 0 && screen.year_to == 0) return true;
  const int first = year_in(card.period_first, false);
  const int last = year_in(card.period_last, true);
  if (first == 0) return false;
  return (screen.year_to == 0 || first <= screen.year_to) &&
         (screen.year_from == 0 || last >= screen.year_from);
}

/// Everything but the subject. What is not available has neither period nor area: it stays, so
/// that no filter hides that the office was asked for it.
bool passes_filters(const Entry& entry, const CatalogueScreen& screen) {
  if (!entry.card) return true;
  const bool is_of_level =
      screen.area_levels.empty() || screen.area_levels.contains(entry.card->area_level);
  return is_of_level && passes_years(*entry.card, screen);
}

std::vector<Entry> all_entries(const stats::Catalogue& catalogue) {
  std::vector<Entry> entries;
  for (const stats::TableCard& card : catalogue.tables)
    entries.push_back({&card, nullptr, nullptr});
  for (const stats::NotAvailable& missing : catalogue.not_available) {
    entries.push_back({nullptr, &missing, nullptr});
  }
  return entries;
}

/// The entries that the question finds, best first.
std::vector<Entry> found_entries(const stats::Catalogue& catalogue, const stats::SearchIndex& index,
                                 const std::vector<stats::SearchHit>& hits) {
  std::map<std::string_view, const stats::NotAvailable*> missing;
  for (const stats::NotAvailable& each : catalogue.not_available)
    missing[each.code] = &each;
  std::vector<Entry> entries;
  for (const stats::SearchHit& hit : hits) {
    const stats::SearchDocument& document = index.documents()[hit.document];
    if (document.kind == stats::SearchDocument::Kind::table) {
      const stats::TableCard* card = catalogue.find_table(document.code);
      if (card) entries.push_back({card, nullptr, &hit});
    } else if (document.kind == stats::SearchDocument::Kind::not_available) {
      const auto found = missing.find(document.code);
      if (found != missing.end()) entries.push_back({nullptr, found->second, &hit});
    }
  }
  return entries;
}

// --- Order ---

std::string sort_key(std::string_view title) {
  std::string key(title);
  for (char& c : key)
    c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return key;
}

void order_entries(std::vector<Entry>& entries, CatalogueOrder order, base::Language language) {
  const auto title_of = [&](const Entry& entry) { return sort_key(entry.title().in(language)); };
  if (order == CatalogueOrder::title) {
    std::stable_sort(entries.begin(), entries.end(),
                     [&](const Entry& a, const Entry& b) { return title_of(a) < title_of(b); });
  } else if (order == CatalogueOrder::newest) {
    std::stable_sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) {
      const base::Date date_a = a.card ? a.card->updated : base::Date{};
      const base::Date date_b = b.card ? b.card->updated : base::Date{};
      return date_a != date_b ? date_a > date_b : title_of(a) < title_of(b);
    });
  }
}

// --- Parts ---

std::vector<SubjectRow> subject_rows(const State& state, const CatalogueScreen& screen,
                                     const stats::Catalogue& catalogue,
                                     const std::vector<Entry>& entries) {
  std::map<std::string, std::size_t> counts;
  for (const Entry& entry : entries) {
    for (const stats::Subject* subject : catalogue.path_of(entry.subject())) {
      ++counts[subject->code];
    }
  }
  std::set<std::string> parents;
  for (const stats::Subject& subject : catalogue.subjects)
    parents.insert(subject.parent);

  SubjectRow all;
  all.label = words(state, Word::all_subjects);
  all.count = entries.size();
  all.is_current = screen.subject.empty();
  std::vector<SubjectRow> rows{all};
  for (const stats::Subject& subject : catalogue.subjects) {
    const std::vector<const stats::Subject*> path = catalogue.path_of(subject.code);
    const bool is_in_sight = std::all_of(
        path.begin(), path.end() - 1,
        [&](const stats::Subject* above) { return state.ui.open_subjects.contains(above->code); });
    if (!is_in_sight) continue;
    SubjectRow row;
    row.code = subject.code;
    row.label = subject.label.in(state.language);
    row.depth = static_cast<int>(path.size()) - 1;
    row.count = counts[subject.code];
    row.has_children = parents.contains(subject.code);
    row.is_open = row.has_children && state.ui.open_subjects.contains(subject.code);
    row.is_current = subject.code == screen.subject;
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string dimensions_text(const stats::TableCard& card, base::Language language) {
  std::string text;
  for (const stats::CardDimension& dimension : card.dimensions) {
    if (dimension.categories_count < 2) continue;  // It tells nothing apart.
    if (!text.empty()) text += " × ";
    text += dimension.label.in(language) + " (" +
            base::text_from_count(dimension.categories_count, language) + ")";
  }
  return text;
}

EntryVm entry_vm(const State& state, const CatalogueScreen& screen,
                 const stats::Catalogue& catalogue, const Entry& entry) {
  const base::Language language = state.language;
  EntryVm vm;
  vm.code = entry.code();
  vm.title = entry.title().in(language);
  if (entry.hit) {
    vm.title_marks = stats::match_label(vm.title, screen.question).marks;
    const bool is_in_title = entry.hit->place == stats::SearchDocument::Field::Place::title;
    if (!is_in_title) vm.found_in = words(state, Word::found_in, {entry.hit->shown});
  }
  if (entry.card) {
    vm.period = period_text(*entry.card);
    vm.unit = entry.card->unit.in(language);
    vm.updated = base::short_text_from_date(entry.card->updated, language);
    if (entry.card->has_provisional) vm.hint = words(state, Word::provisional_figures);
    vm.dimensions = dimensions_text(*entry.card, language);
    const auto& favourites = state.preferences.favourites;
    vm.is_favourite = std::find(favourites.begin(), favourites.end(), vm.code) != favourites.end();
    return vm;
  }
  vm.is_available = false;
  vm.reason = entry.missing->reason.in(language);
  if (state.site.has_desk)
    vm.request_address = request_address(state, {{"table", entry.missing->code}});
  const stats::TableCard* substitute = catalogue.find_table(entry.missing->substitute);
  if (substitute) {
    vm.substitute_code = substitute->code;
    vm.substitute_title = substitute->title.in(language);
  }
  return vm;
}

SideItem side_item(const State& state, const stats::TableCard& card) {
  return {card.code, card.title.in(state.language),
          base::short_text_from_date(card.updated, state.language), false};
}

std::vector<SideItem> newest_items(const State& state, const stats::Catalogue& catalogue) {
  std::vector<const stats::TableCard*> cards;
  for (const stats::TableCard& card : catalogue.tables)
    cards.push_back(&card);
  std::stable_sort(cards.begin(), cards.end(),
                   [](const auto* a, const auto* b) { return a->updated > b->updated; });
  std::vector<SideItem> items;
  for (std::size_t i = 0; i < cards.size() && i < newest_max; ++i) {
    items.push_back(side_item(state, *cards[i]));
    // There is no clock here: what is new is told by the newest of all.
    items.back().is_new =
        days_from_date(cards[0]->updated) - days_from_date(cards[i]->updated) <= new_for_days;
  }
  return items;
}

/// Tables that were taken back since are passed over.
std::vector<SideItem> items_from_codes(const State& state, const stats::Catalogue& catalogue,
                                       const std::vector<std::string>& codes) {
  std::vector<SideItem> items;
  for (const std::string& code : codes) {
    const stats::TableCard* card = catalogue.find_table(code);
    if (card) items.push_back(side_item(state, *card));
  }
  return items;
}

void add_side_panels(CatalogueVm& vm, const State& state, const stats::Catalogue& catalogue) {
  vm.newest = newest_items(state, catalogue);
  vm.recent = items_from_codes(state, catalogue, state.preferences.recent);
  vm.favourites = items_from_codes(state, catalogue, state.preferences.favourites);
  for (const stats::NotAvailable& missing : catalogue.not_available) {
    vm.requested.push_back(
        {missing.code, missing.title.in(state.language), missing.reason.in(state.language), false});
  }
  for (const base::Text& frequent : catalogue.frequent_searches) {
    vm.frequent.push_back(frequent.in(state.language));
  }
}

void add_filter_choices(CatalogueVm& vm, const stats::Catalogue& catalogue) {
  std::set<std::string_view> levels;
  for (const stats::TableCard& card : catalogue.tables) {
    levels.insert(card.area_level);
    const int first = year_in(card.period_first, false);
    const int last = year_in(card.period_last, true);
    if (first == 0) continue;
    vm.year_first = vm.year_first == 0 ? first : std::min(vm.year_first, first);
    vm.year_last = std::max(vm.year_last, last);
  }
  for (const std::string_view level : levels_widest_first) {
    if (levels.contains(level)) vm.area_levels.emplace_back(level);
  }
}

void add_heading(CatalogueVm& vm, const State& state, const CatalogueScreen& screen,
                 const stats::Catalogue& catalogue, const std::vector<Entry>& entries) {
  const auto count = [&](std::size_t number) {
    return base::text_from_count(number, state.language);
  };
  const stats::Subject* subject = catalogue.find_subject(screen.subject);
  vm.heading = subject ? subject->label.in(state.language) : words(state, Word::all_subjects);
  // Nothing is counted while the question has no answer.
  if (vm.is_searching || !vm.search_failure.empty()) return;
  if (!screen.question.empty()) {
    vm.heading = words(state, Word::results_count, {count(entries.size()), screen.question});
  }
  const auto missing = static_cast<std::size_t>(
      std::count_if(entries.begin(), entries.end(), [](const Entry& e) { return e.missing; }));
  vm.count = words(state, Word::tables_count, {count(entries.size() - missing)});
  if (missing > 0) {
    vm.count += ", " + words(state, Word::count_not_available, {count(missing)});
  }
}

}  // namespace

CatalogueVm catalogue_vm(const State& state) {
  CatalogueVm vm;
  vm.suggestions = suggestions_from_state(state);
  const auto catalogue = loaded(state.catalogue);
  if (!catalogue) return vm;
  const auto* held = std::get_if<CatalogueScreen>(&state.screen);
  const CatalogueScreen screen = held ? *held : CatalogueScreen{};
  if (state.site.has_desk) vm.request_address = request_address(state, {{"text", screen.question}});

  const auto index = loaded(state.search_index);
  std::vector<stats::SearchHit> hits;
  std::vector<Entry> entries;
  if (screen.question.empty()) {
    entries = all_entries(*catalogue);
  } else if (index) {
    hits = index->find(screen.question, state.language, hits_max);
    entries = found_entries(*catalogue, *index, hits);
  } else if (const auto* failure = std::get_if<Failed>(&state.search_index)) {
    vm.search_failure = failure->why.message;
  } else {
    vm.is_searching = true;
  }
  std::erase_if(entries, [&](const Entry& entry) { return !passes_filters(entry, screen); });
  vm.subjects = subject_rows(state, screen, *catalogue, entries);
  if (!screen.subject.empty()) {
    std::erase_if(entries, [&](const Entry& entry) {
      return !catalogue->is_under(entry.subject(), screen.subject);
    });
  }
  const bool has_no_ranks = screen.order == CatalogueOrder::relevance && screen.question.empty();
  order_entries(entries, has_no_ranks ? CatalogueOrder::newest : screen.order, state.language);

  vm.entries_count = entries.size();
  vm.tables_count = catalogue->tables.size();
  add_heading(vm, state, screen, *catalogue, entries);
  for (std::size_t i = 0; i < entries.size() && i < state.ui.entries_shown; ++i) {
    vm.entries.push_back(entry_vm(state, screen, *catalogue, entries[i]));
  }
  add_side_panels(vm, state, *catalogue);
  add_filter_choices(vm, *catalogue);
  return vm;
}

}  // namespace app
