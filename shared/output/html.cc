// The documents of the site: a table, the catalogue, a message.
#include "output/html.h"

#include <algorithm>

#include "base/date.h"
#include "base/json.h"
#include "base/number.h"
#include "base/text.h"
#include "base/words.h"
#include "output/html_document.h"
#include "output/html_parts.h"
#include "output/markup.h"

namespace output {
namespace {

using base::Language;
using base::Word;

/// Catalogue › subject › subject: where the table stands.
std::string breadcrumb(const stats::TableCard& card, const stats::Catalogue& catalogue,
                       const Site& site, Language language) {
  const std::string home = catalogue_path(site, language);
  Markup html;
  html.open("nav", {{"class", "path"}, {"aria-label", base::text(Word::path, language)}});
  html.open("ol");
  html.open("li");
  html.element("a", base::text(Word::catalogue, language), {{"href", home}});
  html.close("li");
  for (const stats::Subject* subject : catalogue.path_of(card.subject)) {
    html.open("li");
    html.element("a", subject->label.in(language), {{"href", home + "#subject-" + subject->code}});
    html.close("li");
  }
  html.close("ol");
  html.close("nav");
  html.line();
  return html.take();
}

bool is_year(std::string_view label) {
  return label.size() == 4 && std::all_of(label.begin(), label.end(), base::is_digit);
}

/// Members of one JSON object, in the order in which they are added.
class JsonObject {
 public:
  void text(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    std::string json;
    base::append_json_text(json, value);
    raw(name, json);
  }
  void raw(std::string_view name, std::string_view json) {
    if (!json_.empty()) json_ += ',';
    base::append_json_text(json_, name);
    json_ += ':';
    json_ += json;
  }
  std::string take() { return '{' + std::move(json_) + '}'; }

 private:
  std::string json_;
};

std::string json_from_downloads(const std::vector<Download>& downloads, const Site& site) {
  std::string json;
  for (const Download& download : downloads) {
    const std::string address = address_from_site(site, download.address);
    JsonObject object;
    object.text("@type", "DataDownload");
    object.text("name", download.label);
    object.text("encodingFormat", download.media_type);
    object.text("contentUrl", address.starts_with('/') ? site.origin + address : address);
    json += (json.empty() ? "" : ",") + object.take();
  }
  return '[' + json + ']';
}

/// No text may end the script that it stands in, or begin a comment there. '<' occurs in JSON
/// inside strings alone, where its escape means the same.
std::string json_for_script(std::string_view json) {
  std::string safe;
  for (const char sign : json) {
    if (sign == '<')
      safe += "\\u003c";
    else
      safe += sign;
  }
  return safe;
}

/// schema.org/Dataset, for dataset search engines.
std::string json_ld_from_table(const Page& page, const Site& site, const stats::TableCard& card,
                               const std::vector<Download>& downloads, std::string_view summary) {
  JsonObject publisher;
  publisher.text("@type", "GovernmentOrganization");
  publisher.text("name", site.name.in(page.language));

  JsonObject dataset;
  dataset.text("@context", "https://schema.org");
  dataset.text("@type", "Dataset");
  dataset.text("name", card.title.in(page.language));
  dataset.text("alternateName", page.title_other);
  dataset.text("description", page.title + ". " + std::string(summary));
  dataset.text("url", site.origin + table_path(site, page.code, page.language));
  dataset.text("identifier", page.code);
  dataset.text("inLanguage", base::code_from_language(page.language));
  if (card.updated.is_set()) dataset.text("dateModified", base::iso_from_date(card.updated));
  if (is_year(card.period_first) && is_year(card.period_last)) {
    const bool is_one_year = card.period_first == card.period_last;
    dataset.text("temporalCoverage",
                 is_one_year ? card.period_first : card.period_first + "/" + card.period_last);
  }
  dataset.text("spatialCoverage", site.place.in(page.language));
  dataset.text("license", page.licence);
  dataset.raw("isAccessibleForFree", "true");
  dataset.raw("publisher", publisher.take());
  dataset.raw("distribution", json_from_downloads(downloads, site));
  return json_for_script(dataset.take());
}

}  // namespace

std::string size_text(std::uint64_t bytes, Language language) {
  if (bytes < 1000) return base::text_from_count(bytes, language) + " B";
  if (bytes < 1'000'000) return base::text_from_count((bytes + 500) / 1000, language) + " kB";
  return base::text_from_number(static_cast<double>(bytes) / 1e6, 1, language) + " MB";
}

void write_fact(Markup& html, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  html.open("div");
  html.element("dt", name);
  html.text(" ");
  html.element("dd", value);
  html.close("div");
}

std::string catalogue_path(const Site& site, Language language) {
  return site.base_path + std::string(base::code_from_language(language)) + "/";
}

std::string table_path(const Site& site, std::string_view code, Language language) {
  return catalogue_path(site, language) + (language == Language::en ? "table/" : "tabel/") +
         base::url_encoded(code) + "/";
}

std::string request_check_path(const Site& site, Language language) {
  return request_path(site, language) + (language == Language::en ? "check/" : "periksa/");
}

std::string request_path(const Site& site, Language language) {
  return catalogue_path(site, language) + (language == Language::en ? "request/" : "permintaan/");
}

std::string ticket_path(const Site& site, Language language) {
  return catalogue_path(site, language) + (language == Language::en ? "ticket/" : "tiket/");
}

base::Result<std::string> table_document(std::string_view html_template, const Page& page,
                                         const Site& site, const stats::TableCard& card,
                                         const stats::Catalogue& catalogue,
                                         const std::vector<Download>& downloads) {
  Document document;
  document.language = page.language;
  document.title = page.title;
  document.description = summary_from_page(page, site.place.in(page.language));
  document.path = table_path(site, page.code, page.language);
  document.path_id = table_path(site, page.code, Language::id);
  document.path_en = table_path(site, page.code, Language::en);
  document.json_ld = json_ld_from_table(page, site, card, downloads, document.description);
  document.table_code = page.code;
  document.breadcrumb = breadcrumb(card, catalogue, site, page.language);
  document.main = html_from_page(page, site, downloads);
  return html_from_document(html_template, document, site);
}

base::Result<std::string> catalogue_document(std::string_view html_template,
                                             const stats::Catalogue& catalogue, const Site& site,
                                             Language language) {
  Document document;
  document.language = language;
  document.title = base::text(Word::catalogue, language);
  document.description =
      base::text(Word::catalogue_description, language, {site.place.in(language)});
  document.path = catalogue_path(site, language);
  document.path_id = catalogue_path(site, Language::id);
  document.path_en = catalogue_path(site, Language::en);
  document.main = html_from_catalogue(catalogue, site, language);
  return html_from_document(html_template, document, site);
}

base::Result<std::string> message_document(std::string_view html_template, const Message& message,
                                           const Site& site, Language language) {
  Markup html;
  html.open("main", {{"id", "content"}, {"class", "message"}, {"tabindex", "-1"}});
  html.element("h1", message.title);
  for (const std::string& sentence : message.sentences)
    html.element("p", sentence);
  html.open("p");
  html.element("a", base::text(Word::to_catalogue, language),
               {{"class", "button"}, {"href", catalogue_path(site, language)}});
  html.close("p");
  html.close("main");
  html.line();
  Document document;
  document.language = language;
  document.title = message.title;
  document.main = html.take();
  document.is_found = false;
  return html_from_document(html_template, document, site);
}

Message message_not_found(Language language) {
  return {std::string(base::text(Word::page_not_found, language)),
          {std::string(base::text(Word::page_not_found_hint, language))}};
}

}  // namespace output
