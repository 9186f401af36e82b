#include "output/html_document.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "base/words.h"
#include "output/html_parts.h"
#include "output/markup.h"

namespace output {
namespace {

using base::ErrorCode;
using base::Language;
using base::Word;

// The mark of ui/icons.json, on a grid of 32 x 32: roof, walls, stilts, and the grain.
constexpr std::string_view mark_house =
    R"(<g stroke="currentColor" stroke-width="2.2"><path d="M3 14L16 4L29 14"/>)"
    R"(<path d="M6.5 14L9 25H23L25.5 14"/><path d="M11 25V29M21 25V29"/></g>)";
constexpr std::string_view mark_grain =
    "M16 11.5C19.4 14.6 19.4 18.8 16 22C12.6 18.8 12.6 14.6 16 11.5Z";

void write_mark(Markup& html) {
  html.html(R"(<svg class="mark-svg" width="40" height="40" viewBox="0 0 32 32" fill="none")"
            R"( stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">)");
  html.html(mark_house);
  html.html(R"(<path class="grain" d=")");
  html.html(mark_grain);
  html.html(R"("/></svg>)");
}

std::string head(const Document& document, const Site& site) {
  Markup html;
  const auto meta = [&](std::string_view kind, std::string_view name, std::string_view content) {
    if (content.empty()) return;
    html.open("meta", {{kind, name}, {"content", content}});
    html.line();
  };
  const auto link = [&](const Attributes& attributes) {
    html.open("link", attributes);
    html.line();
  };
  const std::string& style = document.is_office ? site.office_style_address : site.style_address;
  const std::string& integrity =
      document.is_office ? site.office_style_integrity : site.style_integrity;
  link({{"rel", "stylesheet"},
        {"href", address_from_site(site, style)},
        {integrity.empty() ? "" : "integrity", integrity}});
  if (!site.icon_address.empty()) {
    link({{"rel", "icon"},
          {"type", "image/svg+xml"},
          {"href", address_from_site(site, site.icon_address)}});
  }
  meta("name", "description", document.description);
  if (!document.is_found) meta("name", "robots", "noindex");
  if (!document.path.empty()) {
    const std::string address = site.origin + document.path;
    link({{"rel", "canonical"}, {"href", address}});
    link({{"rel", "alternate"}, {"hreflang", "id"}, {"href", site.origin + document.path_id}});
    link({{"rel", "alternate"}, {"hreflang", "en"}, {"href", site.origin + document.path_en}});
    link({{"rel", "alternate"},
          {"hreflang", "x-default"},
          {"href", site.origin + document.path_id}});
    meta("property", "og:type", "website");
    meta("property", "og:title", document.title);
    meta("property", "og:description", document.description);
    meta("property", "og:url", address);
    meta("property", "og:site_name", site.name.in(document.language));
    meta("property", "og:locale", document.language == Language::en ? "en_GB" : "id_ID");
  }
  if (!document.json_ld.empty()) {
    html.open("script", {{"type", "application/ld+json"}});
    html.html(document.json_ld);
    html.close("script");
    html.line();
  }
  return html.take();
}

void write_languages(Markup& html, const Document& document, const Site& site) {
  html.open("nav", {{"class", "languages"},
                    {"aria-label", base::text(Word::language, document.language)}});
  for (const Language language : {Language::id, Language::en}) {
    const std::string_view code = base::code_from_language(language);
    const std::string_view shown = language == Language::id ? "ID" : "EN";
    if (language == document.language) {
      html.element("span", shown, {{"aria-current", "true"}});
      continue;
    }
    std::string path = language == Language::id ? document.path_id : document.path_en;
    if (path.empty()) path = catalogue_path(site, language);
    html.open("a", {{"href", path}, {"hreflang", code}, {"lang", code}, {"rel", "alternate"}});
    html.text(shown);
    html.element("span", language == Language::id ? " Bahasa Indonesia" : " English",
                 {{"class", "unseen"}});
    html.close("a");
  }
  html.close("nav");
}

std::string header(const Document& document, const Site& site) {
  const auto word = [&](Word name) { return base::text(name, document.language); };
  const std::string home = catalogue_path(site, document.language);
  const bool is_catalogue = document.path == home;
  Markup html;
  html.element("a", word(Word::skip_to_content), {{"class", "skip"}, {"href", "#content"}});
  html.line();
  html.open("header");
  html.open("div", {{"class", "strip"}});
  html.element("span", word(Word::site_strip), {{"class", "long"}});
  html.element("span", word(Word::site_strip_short), {{"class", "short"}});
  html.close("div");
  html.line();
  html.open("div", {{"class", "head"}});
  html.open("a", {{"class", "brand"}, {"href", home}});
  write_mark(html);
  html.open("span");
  html.element("b", word(Word::site_name));
  html.element("span", word(Word::site_subtitle));
  html.close("span");
  html.close("a");
  html.open("nav", {{"class", "pages"}, {"aria-label", word(Word::navigation)}});
  html.element("a", word(Word::catalogue),
               {{"href", home}, {is_catalogue ? "aria-current" : "", "page"}});
  if (site.has_desk) {
    const std::string requests = request_path(site, document.language);
    html.element("a", word(Word::requests),
                 {{"href", requests}, {document.path == requests ? "aria-current" : "", "page"}});
  }
  html.close("nav");
  write_languages(html, document, site);
  html.close("div");
  html.close("header");
  html.line();
  html.html(document.breadcrumb);
  return html.take();
}

std::string footer(const Document& document, const Site& site) {
  Markup html;
  html.open("footer");
  html.element("span", site.name.in(document.language));
  if (!site.contact_address.empty()) html.element("span", site.contact_address);
  if (!site.contact_mail.empty()) {
    html.element("a", site.contact_mail, {{"href", "mailto:" + site.contact_mail}});
  }
  html.close("footer");
  html.line();
  return html.take();
}

/// A viewer is to cover the page.
bool is_covered(const Document& document, const Site& site) {
  return !site.boot_address.empty() && document.has_viewer &&
         (document.is_found || !document.client.empty());
}

/// Attributes of <body>, for boot.js.
std::string body(const Document& document, const Site& site) {
  if (!is_covered(document, site)) return {};
  std::string attributes = " data-viewer=\"" + base::html_escaped(site.viewer_json) + '"';
  attributes += " data-base=\"" + base::html_escaped(site.base_path) + '"';
  if (!document.client.empty()) attributes += " data-client=\"" + document.client + '"';
  if (!document.table_code.empty()) {
    attributes += " data-table=\"" + base::html_escaped(document.table_code) + '"';
  }
  return attributes;
}

std::string request_script(const Site& site) {
  if (site.request_script.empty()) return {};
  Markup html;
  html.element("script", "",
               {{"type", "module"},
                {"src", address_from_site(site, site.request_script)},
                {site.request_integrity.empty() ? "" : "integrity", site.request_integrity}});
  html.line();
  return html.take();
}

/// Nothing is painted before it has decided: a page that is covered at once need not be drawn.
std::string boot(const Document& document, const Site& site) {
  if (document.has_request_script) return request_script(site);
  if (!is_covered(document, site)) return {};
  Markup html;
  html.element("script", "",
               {{"type", "module"},
                {"blocking", "render"},
                {"src", address_from_site(site, site.boot_address)},
                {site.boot_integrity.empty() ? "" : "integrity", site.boot_integrity}});
  html.line();
  return html.take();
}

}  // namespace

std::string address_from_site(const Site& site, std::string_view address) {
  if (address.starts_with('/') || address.find("://") != std::string_view::npos) {
    return std::string(address);
  }
  return site.base_path + std::string(address);
}

base::Result<std::string> html_from_template(
    std::string_view html_template, const std::vector<std::pair<std::string, std::string>>& parts) {
  std::string html;
  std::vector<bool> is_used(parts.size(), false);
  // One pass over the template alone: a "{{main}}" inside a part is a text like any other.
  std::size_t place = 0;
  while (true) {
    const std::size_t begin = html_template.find("{{", place);
    html += html_template.substr(place, begin - place);
    if (begin == std::string_view::npos) break;
    const std::size_t end = html_template.find("}}", begin);
    const std::string_view name = end == std::string_view::npos
                                      ? std::string_view()
                                      : html_template.substr(begin + 2, end - begin - 2);
    const auto part = std::find_if(parts.begin(), parts.end(),
                                   [&](const auto& named) { return named.first == name; });
    if (part == parts.end()) {
      return base::fail(ErrorCode::invalid,
                        "The page template has a marker that nothing fills: {{" +
                            std::string(name) + "}}. Take it out of index.html.");
    }
    is_used[static_cast<std::size_t>(part - parts.begin())] = true;
    html += part->second;
    place = end + 2;
  }
  const auto missing = std::find(is_used.begin(), is_used.end(), false);
  if (missing != is_used.end()) {
    const std::string& name = parts[static_cast<std::size_t>(missing - is_used.begin())].first;
    return base::fail(ErrorCode::invalid, "The page template lacks the marker {{" + name +
                                              "}}. Put it back into index.html.");
  }
  return html;
}

std::string icon_svg() {
  // On a ground of its own: nobody knows the colour of the browser's tabs.
  std::string svg = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none")"
                    R"( stroke-linecap="round" stroke-linejoin="round" color="#FFFFFF">)"
                    R"(<rect width="32" height="32" rx="7" fill="#005E65"/>)"
                    R"-(<g transform="translate(3.2 2.8) scale(0.8)">)-";
  svg += mark_house;
  svg += R"(<path fill="#E9B44A" d=")";
  svg += mark_grain;
  return svg + "\"/></g></svg>\n";
}

base::Result<std::string> html_from_document(std::string_view html_template,
                                             const Document& document, const Site& site) {
  const std::string title =
      document.title + " · " + std::string(base::text(Word::site_name, document.language));
  return html_from_template(html_template,
                            {{"lang", std::string(base::code_from_language(document.language))},
                             {"title", base::html_escaped(title)},
                             {"head", head(document, site)},
                             {"body", body(document, site)},
                             {"header", header(document, site)},
                             {"main", document.main},
                             {"footer", footer(document, site)},
                             {"boot", boot(document, site)}});
}

}  // namespace output
