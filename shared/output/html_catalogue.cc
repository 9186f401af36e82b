// The <main> of the catalogue: what there is, by subject, and what there is not.
#include <algorithm>
#include <string>

#include "base/date.h"
#include "base/number.h"
#include "base/words.h"
#include "output/html.h"
#include "output/html_parts.h"
#include "output/markup.h"

namespace output {
namespace {

using base::Word;

constexpr std::size_t newest_shown = 5;

class CatalogueMain {
 public:
  CatalogueMain(const stats::Catalogue& catalogue, const Site& site, base::Language language)
      : catalogue_(catalogue), site_(site), language_(language) {}

  std::string html() {
    html_.open("main", {{"id", "content"}, {"class", "catalogue"}, {"tabindex", "-1"}});
    html_.line();
    write_lead();
    html_.open("div", {{"class", "columns"}});
    write_subject_list();
    html_.open("div", {{"class", "list"}});
    html_.line();
    for (const stats::Subject& subject : catalogue_.subjects) {
      if (subject.parent.empty()) write_subject(subject, 2);
    }
    write_strays();
    html_.close("div");
    write_newest();
    html_.close("div");
    html_.close("main");
    html_.line();
    return html_.take();
  }

 private:
  std::string_view word(Word name) const { return base::text(name, language_); }

  void write_lead() {
    html_.element("h1", word(Word::catalogue_title));
    html_.element("p",
                  base::text(Word::catalogue_lead, language_,
                             {base::text_from_count(catalogue_.tables.size(), language_)}),
                  {{"class", "summary"}});
    if (!site_.boot_address.empty()) {
      html_.element(
          "button", word(Word::open_viewer),
          {{"type", "button"}, {"class", "button"}, {"id", "open-viewer"}, {"hidden", ""}});
    }
    if (!site_.archive.address.empty()) {
      html_.open("p");
      html_.element("a", word(Word::all_tables_archive),
                    {{"href", address_from_site(site_, site_.archive.address)}, {"download", ""}});
      html_.element("span",
                    " " + site_.archive.label + ", " + size_text(site_.archive.bytes, language_),
                    {{"class", "muted"}});
      html_.close("p");
    }
    html_.line();
  }

  /// Tables and data not available at or below the subject.
  std::size_t entries_under(const stats::Subject& subject) const {
    const auto is_below = [&](const auto& entry) {
      return catalogue_.is_under(entry.subject, subject.code);
    };
    return static_cast<std::size_t>(
        std::count_if(catalogue_.tables.begin(), catalogue_.tables.end(), is_below) +
        std::count_if(catalogue_.not_available.begin(), catalogue_.not_available.end(), is_below));
  }

  std::size_t tables_under(const stats::Subject& subject) const {
    return static_cast<std::size_t>(std::count_if(
        catalogue_.tables.begin(), catalogue_.tables.end(), [&](const stats::TableCard& card) {
          return catalogue_.is_under(card.subject, subject.code);
        }));
  }

  void write_subject_list() {
    html_.open("nav", {{"class", "panel"}, {"aria-labelledby", "subjects"}});
    html_.element("h2", word(Word::subject), {{"id", "subjects"}});
    html_.open("ul");
    html_.line();
    for (const stats::Subject& subject : catalogue_.subjects) {
      if (entries_under(subject) == 0) continue;
      html_.open("li", {{subject.parent.empty() ? "" : "class", "below"}});
      html_.element("a", subject.label.in(language_), {{"href", "#subject-" + subject.code}});
      html_.element("span", base::text_from_count(tables_under(subject), language_));
      html_.close("li");
      html_.line();
    }
    html_.close("ul");
    html_.close("nav");
    html_.line();
  }

  void write_subject(const stats::Subject& subject, int level) {
    if (entries_under(subject) == 0) return;
    const std::string heading = "h" + std::to_string(std::min(level, 5));
    const std::string id = "subject-" + subject.code;
    html_.open("section", {{"aria-labelledby", id}});
    html_.element(heading, subject.label.in(language_), {{"id", id}});
    html_.line();
    write_entries(level + 1, [&](std::string_view code) { return code == subject.code; });
    for (const stats::Subject& child : catalogue_.subjects) {
      if (child.parent == subject.code) write_subject(child, level + 1);
    }
    html_.close("section");
    html_.line();
  }

  /// An entry whose subject the catalogue does not know is shown at the end and not lost.
  void write_strays() {
    const auto is_stray = [&](std::string_view code) {
      return catalogue_.find_subject(code) == nullptr;
    };
    const auto has_stray = [&](const auto& entries) {
      return std::any_of(entries.begin(), entries.end(),
                         [&](const auto& entry) { return is_stray(entry.subject); });
    };
    if (!has_stray(catalogue_.tables) && !has_stray(catalogue_.not_available)) return;
    html_.open("section");
    html_.element("h2", word(Word::other_subjects));
    write_entries(3, is_stray);
    html_.close("section");
    html_.line();
  }

  template <class IsHere>
  void write_entries(int level, IsHere is_here) {
    const auto holds = [&](const auto& entry) { return is_here(std::string_view(entry.subject)); };
    if (std::none_of(catalogue_.tables.begin(), catalogue_.tables.end(), holds) &&
        std::none_of(catalogue_.not_available.begin(), catalogue_.not_available.end(), holds)) {
      return;
    }
    const std::string heading = "h" + std::to_string(std::min(level, 6));
    html_.open("ul", {{"class", "entries"}});
    html_.line();
    for (const stats::TableCard& card : catalogue_.tables) {
      if (holds(card)) write_card(card, heading);
    }
    for (const stats::NotAvailable& missing : catalogue_.not_available) {
      if (holds(missing)) write_not_available(missing, heading);
    }
    html_.close("ul");
    html_.line();
  }

  void write_fact(Word name, std::string_view value) {
    if (value.empty()) return;
    html_.open("span");
    html_.text(word(name));
    html_.text(" ");
    html_.element("b", value);
    html_.close("span");
    html_.text(" ");
  }

  std::string period(const stats::TableCard& card) const {
    if (card.period_first == card.period_last) return card.period_first;
    return card.period_first + "–" + card.period_last;
  }

  std::string dimensions(const stats::TableCard& card) const {
    std::string shown;
    for (const stats::CardDimension& dimension : card.dimensions) {
      if (dimension.categories_count < 2) continue;
      if (!shown.empty()) shown += " × ";
      shown += dimension.label.in(language_) + " (" +
               base::text_from_count(dimension.categories_count, language_) + ")";
    }
    return shown;
  }

  void write_card(const stats::TableCard& card, const std::string& heading) {
    html_.open("li", {{"class", "entry"}});
    html_.open(heading);
    html_.element("a", card.title.in(language_),
                  {{"href", table_path(site_, card.code, language_)}});
    html_.close(heading);
    html_.open("p", {{"class", "meta"}});
    write_fact(Word::period, period(card));
    write_fact(Word::unit, card.unit.in(language_));
    if (card.updated.is_set()) {
      write_fact(Word::updated, base::short_text_from_date(card.updated, language_));
    }
    if (card.has_provisional) html_.element("span", word(Word::provisional_figures));
    html_.close("p");
    const std::string shown = dimensions(card);
    if (!shown.empty()) html_.element("p", shown, {{"class", "meta"}});
    html_.close("li");
    html_.line();
  }

  void write_not_available(const stats::NotAvailable& missing, const std::string& heading) {
    html_.open("li", {{"class", "entry missing"}});
    html_.open(heading);
    html_.text(missing.title.in(language_));
    html_.text(" ");
    html_.element("span", word(Word::not_available), {{"class", "tag"}});
    html_.close(heading);
    html_.element("p", missing.reason.in(language_), {{"class", "meta"}});
    const stats::TableCard* substitute = catalogue_.find_table(missing.substitute);
    if (substitute != nullptr) {
      html_.open("p", {{"class", "meta"}});
      html_.text(word(Word::nearest_substitute));
      html_.text(": ");
      html_.element("a", substitute->title.in(language_),
                    {{"href", table_path(site_, substitute->code, language_)}});
      html_.close("p");
    }
    html_.close("li");
    html_.line();
  }

  void write_newest() {
    std::vector<const stats::TableCard*> newest;
    for (const stats::TableCard& card : catalogue_.tables) {
      if (card.updated.is_set()) newest.push_back(&card);
    }
    if (newest.empty()) return;
    std::stable_sort(newest.begin(), newest.end(),
                     [](const stats::TableCard* a, const stats::TableCard* b) {
                       return a->updated > b->updated;
                     });
    newest.resize(std::min(newest.size(), newest_shown));
    html_.open("aside", {{"class", "panel newest"}, {"aria-labelledby", "newest"}});
    html_.element("h2", word(Word::last_updated), {{"id", "newest"}});
    html_.open("ul");
    html_.line();
    for (const stats::TableCard* card : newest) {
      html_.open("li");
      html_.element("a", card->title.in(language_),
                    {{"href", table_path(site_, card->code, language_)}});
      html_.element("p", base::short_text_from_date(card->updated, language_), {{"class", "meta"}});
      html_.close("li");
      html_.line();
    }
    html_.close("ul");
    html_.close("aside");
    html_.line();
  }

  const stats::Catalogue& catalogue_;
  const Site& site_;
  base::Language language_;
  Markup html_;
};

}  // namespace

std::string html_from_catalogue(const stats::Catalogue& catalogue, const Site& site,
                                base::Language language) {
  return CatalogueMain(catalogue, site, language).html();
}

}  // namespace output
