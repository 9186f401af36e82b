#include "output/html.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <fstream>
#include <sstream>

#include "shared/output/sample_page.h"
#include "shared/output/sample_site.h"
#include "support/golden.h"

namespace output {
namespace {

using base::Language;

std::string index_html() {
  std::ifstream file(LUMBUNG_SOURCE_FOLDER "/index.html");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<Download> downloads() {
  return {{"CSV", "data/pop-01.csv", 12'345, "text/csv"},
          {"JSON-stat", "https://elsewhere.example/pop.json", 0, ""}};
}

TEST_CASE("pages stand at addresses of their language") {
  CHECK(catalogue_path(sample_site(), Language::id) == "/lumbung/id/");
  CHECK(catalogue_path(sample_site(), Language::en) == "/lumbung/en/");
  CHECK(table_path(sample_site(), "pop-01", Language::id) == "/lumbung/id/tabel/pop-01/");
  CHECK(table_path(sample_site(), "pop-01", Language::en) == "/lumbung/en/table/pop-01/");
}

TEST_CASE("the icon is a drawing that needs nothing else, with its own ground") {
  const std::string svg = icon_svg();
  CHECK(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
  CHECK(svg.ends_with("</svg>\n"));
  CHECK(svg.find("<rect width=\"32\" height=\"32\"") != std::string::npos);
  CHECK(svg.find("class=") == std::string::npos);
  CHECK(svg.find("style") == std::string::npos);
}

TEST_CASE("a page without an icon names none") {
  Site site = sample_site();
  site.icon_address.clear();
  const auto html =
      catalogue_document(index_html(), sample_catalogue(), site, Language::id).value();
  CHECK(html.find("rel=\"icon\"") == std::string::npos);
}

TEST_CASE("the parts fill every marker of the template") {
  CHECK(html_from_template("<a>{{x}}</a>{{y}}{{x}}", {{"x", "1"}, {"y", "2"}}).value() ==
        "<a>1</a>21");
  CHECK(html_from_template("", {}).value().empty());
}

TEST_CASE("a marker inside a part is a text like any other") {
  CHECK(html_from_template("{{x}}", {{"x", "{{x}} {{y}}"}}).value() == "{{x}} {{y}}");
}

TEST_CASE("a template without the marker of a part is refused") {
  const auto html = html_from_template("<p>{{x}}</p>", {{"x", ""}, {"main", ""}});
  REQUIRE_FALSE(html);
  CHECK(html.error().code == base::ErrorCode::invalid);
  CHECK(html.error().message ==
        "The page template lacks the marker {{main}}. Put it back into index.html.");
}

TEST_CASE("a template with a marker that nothing fills is refused") {
  CHECK(html_from_template("{{x}}{{more}}", {{"x", ""}}).error().message ==
        "The page template has a marker that nothing fills: {{more}}. Take it out of index.html.");
  CHECK_FALSE(html_from_template("{{x}} {{x", {{"x", ""}}));
}

TEST_CASE("the document of a table is the approved one") {
  const auto html = table_document(index_html(), sample_page(), sample_site(), sample_card(),
                                   sample_catalogue(), downloads());
  golden::check("output/table_document", html.value());
}

TEST_CASE("the document of the catalogue is the approved one, in both languages") {
  for (const Language language : {Language::id, Language::en}) {
    const auto html = catalogue_document(index_html(), sample_catalogue(), sample_site(), language);
    golden::check("output/catalogue_document_" + std::string(base::code_from_language(language)),
                  html.value());
  }
}

TEST_CASE("the document of a message is the approved one") {
  const auto html =
      message_document(index_html(), message_not_found(Language::id), sample_site(), Language::id);
  golden::check("output/message_document", html.value());
}

TEST_CASE("a site without a viewer has no script and no button") {
  Site plain = sample_site();
  plain.boot_address.clear();
  const std::string html =
      table_document(index_html(), sample_page(), plain, sample_card(), sample_catalogue(), {})
          .value();
  CHECK(html.find("type=\"module\"") == std::string::npos);
  CHECK(html.find("<button") == std::string::npos);
  CHECK(html.find("data-viewer") == std::string::npos);
}

// --- Injection ---

constexpr std::array injections = {
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "<!--<script>",
    "-->",
    "]]>",
    "\"><img src=x onerror=alert(1)>",
    "'><svg onload=alert(1)>",
    "\" onmouseover=\"alert(1)",
    "' autofocus onfocus='alert(1)",
    "javascript:alert(1)",
    "&lt;script&gt;",
    "&#60;script&#62;",
    "</table></div></main><h1>",
    "<style>*{display:none}</style>",
    "<iframe srcdoc='<p>'>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content=0>",
    "{{main}}{{boot}}",
    "\\\"</SCRIPT >",
    "<a href=\"https://evil.example\">",
    "\xE2\x80\xA8\xE2\x80\xA9<x>",
};

/// All tags in order with the names of their attributes: "html lang=|head|…". What no text may
/// change.
std::string tags(std::string_view html) {
  std::string names;
  for (std::size_t at = html.find('<'); at < html.size(); at = html.find('<', at)) {
    bool is_quoted = false;
    for (++at; at < html.size() && (is_quoted || html[at] != '>'); ++at) {
      if (html[at] == '"') {
        is_quoted = !is_quoted;
      } else if (!is_quoted) {
        names += html[at];
      }
    }
    names += '|';
  }
  return names;
}

Page page_saying(const std::string& text) {
  Page page = sample_page();
  page.title = page.title_other = page.title_marks = page.unit = page.source = page.licence =
      page.period = text;
  page.fixed = {text};
  page.stub_titles = {text};
  for (auto& level : page.heading) {
    for (PageLabel& label : level)
      label.text = label.note_marks = text;
  }
  for (PageRow& row : page.rows) {
    row.labels[0].text = row.labels[0].note_marks = text;
    for (PageCell& cell : row.cells) {
      cell.text.figure = cell.text.mark = cell.note_marks = text;
    }
  }
  page.notes = {{1, text}};
  page.legend = {{text, text}};
  return page;
}

std::string document_saying(const std::string& text) {
  stats::TableCard named = sample_card();
  named.title = {text, text};
  stats::Catalogue subjects = sample_catalogue();
  subjects.subjects[0].label = subjects.subjects[1].label = {text, text};
  Site around = sample_site();
  around.name = around.place = {text, text};
  around.viewer_json = around.contact_mail = around.contact_address = text;
  return table_document(index_html(), page_saying(text), around, named, subjects,
                        {{text, "data/x.csv", 1, text}})
      .value();
}

std::string catalogue_saying(const std::string& text) {
  stats::Catalogue made = sample_catalogue();
  made.subjects[0].label = made.subjects[1].label = {text, text};
  made.tables[0].title = made.tables[0].unit = {text, text};
  made.tables[0].period_first = made.tables[0].period_last = text;
  made.tables[0].dimensions[0].label = {text, text};
  made.not_available[0].title = made.not_available[0].reason = {text, text};
  return catalogue_document(index_html(), made, sample_site(), Language::id).value();
}

TEST_CASE("what is compared are the tags and the names of their attributes") {
  CHECK(tags("<a b=\"<i>\" c>x</a>") == "a b= c|/a|");
}

TEST_CASE("no text of a table becomes an element or attribute of its page") {
  const std::string expected = tags(document_saying("plain"));
  for (const char* injection : injections) {
    CAPTURE(injection);
    CHECK(tags(document_saying(injection)) == expected);
  }
}

TEST_CASE("no text of the catalogue becomes an element or attribute of its page") {
  const std::string expected = tags(catalogue_saying("plain"));
  for (const char* injection : injections) {
    CAPTURE(injection);
    CHECK(tags(catalogue_saying(injection)) == expected);
  }
}

}  // namespace
}  // namespace output
