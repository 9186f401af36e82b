#include "output/html_sign_in.h"

#include <algorithm>

#include "base/words.h"
#include "output/html_document.h"
#include "output/html_parts.h"
#include "output/markup.h"

namespace output {
namespace {

using base::Language;
using base::Word;

/// One form on a page of its own: fields with label, hint and finding.
class DoorWriter {
 public:
  using Findings = std::vector<std::pair<std::string, std::string>>;

  DoorWriter(Language language, Findings findings = {})
      : language_(language), findings_(std::move(findings)) {}

  std::string_view word(Word name) const { return base::text(name, language_); }
  Markup& html() { return html_; }

  void open(Word title, std::string_view lead) {
    html_.open("main", {{"id", "content"}, {"class", "door"}, {"tabindex", "-1"}});
    html_.open("div", {{"class", "panel form"}});
    html_.element("h1", word(title));
    html_.element("p", lead, {{"class", "muted"}});
  }

  void failure(std::string_view sentence) {
    if (sentence.empty()) return;
    html_.element("p", sentence, {{"class", "notice bad"}, {"role", "alert"}});
  }

  void open_form(const std::string& action) {
    html_.open("form", {{"method", "post"}, {"action", action}});
  }

  void hidden(std::string_view name, std::string_view value) {
    html_.open("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
  }

  void field(std::string_view name, Word label, std::string_view value, const Attributes& more,
             std::string_view hint = {}) {
    const auto finding = std::find_if(findings_.begin(), findings_.end(),
                                      [&](const auto& found) { return found.first == name; });
    const bool is_wrong = finding != findings_.end();
    const std::string id = "field-" + std::string(name);
    const std::string hint_id = "hint-" + std::string(name);
    html_.open("div", {{"class", is_wrong ? "field wrong" : "field"}});
    html_.element("label", word(label), {{"for", id}});
    if (!hint.empty()) html_.element("p", hint, {{"class", "hint"}, {"id", hint_id}});
    Attributes attributes = {{"id", id},
                             {"name", name},
                             {"value", value},
                             {hint.empty() ? "" : "aria-describedby", hint_id},
                             {is_wrong ? "aria-invalid" : "", "true"},
                             {"required", ""}};
    attributes.insert(attributes.end(), more.begin(), more.end());
    html_.open("input", attributes);
    if (is_wrong) html_.element("p", finding->second, {{"class", "finding"}});
    html_.close("div");
    html_.line();
  }

  void close_form(Word send) {
    html_.element("button", word(send), {{"class", "button"}, {"type", "submit"}});
    html_.close("form");
  }

  std::string close() {
    html_.close("div");
    html_.close("main");
    html_.line();
    return html_.take();
  }

 private:
  Language language_;
  Findings findings_;
  Markup html_;
};

base::Result<std::string> door_document(std::string_view html_template, Language language,
                                        Word title, std::string main, const Site& site) {
  Document document;
  document.language = language;
  document.title = base::text(title, language);
  document.main = std::move(main);
  document.is_found = false;
  document.is_office = true;
  return html_from_document(html_template, document, site);
}

const Attributes code_attributes = {{"type", "text"},
                                    {"inputmode", "numeric"},
                                    {"autocomplete", "one-time-code"},
                                    {"spellcheck", "false"}};

}  // namespace

std::string office_path(const Site& site, Language language) {
  return catalogue_path(site, language) + (language == Language::en ? "office/" : "petugas/");
}

std::string sign_in_path(const Site& site, Language language) {
  return office_path(site, language) + (language == Language::en ? "sign-in/" : "masuk/");
}

std::string set_up_path(const Site& site, Language language) {
  return office_path(site, language) + (language == Language::en ? "account/" : "akun/");
}

base::Result<std::string> sign_in_document(std::string_view html_template, const SignInPage& page,
                                           const Site& site) {
  DoorWriter door(page.language);
  door.open(Word::sign_in_title,
            base::text(Word::sign_in_lead, page.language, {site.name.in(page.language)}));
  door.failure(page.failure);
  door.open_form(sign_in_path(site, page.language));
  door.hidden("next", page.next);
  door.field("login", Word::sign_in_login, page.login,
             {{"autocomplete", "username"}, {"autocapitalize", "none"}, {"spellcheck", "false"}});
  door.field("password", Word::sign_in_password, "",
             {{"type", "password"}, {"autocomplete", "current-password"}});
  door.field("code", Word::sign_in_code, "", code_attributes, door.word(Word::sign_in_code_hint));
  door.close_form(Word::sign_in_send);
  door.html().element("p", door.word(Word::sign_in_foot), {{"class", "hint foot"}});
  return door_document(html_template, page.language, Word::sign_in_title, door.close(), site);
}

base::Result<std::string> set_up_document(std::string_view html_template, const SetUpPage& page,
                                          const Site& site) {
  DoorWriter door(page.language, page.findings);
  door.open(Word::set_up_title, door.word(Word::set_up_lead));
  for (const auto& [field, sentence] : page.findings)
    if (field.empty() || field == "token") door.failure(sentence);
  door.open_form(set_up_path(site, page.language));
  door.hidden("token", page.token);
  door.hidden("secret", page.secret);
  if (page.is_first) {
    door.hidden("first", "yes");
    door.field("login", Word::sign_in_login, page.login,
               {{"autocomplete", "username"}, {"autocapitalize", "none"}, {"spellcheck", "false"}});
    door.field("name", Word::set_up_name, page.name, {{"autocomplete", "name"}});
  }
  door.field("password", Word::set_up_password, "",
             {{"type", "password"}, {"autocomplete", "new-password"}},
             door.word(Word::set_up_password_hint));
  door.html().open("div", {{"class", "field"}});
  door.html().html(page.qr_svg);
  door.html().open("p", {{"class", "hint"}});
  door.html().text(door.word(Word::set_up_secret));
  door.html().text(" ");
  door.html().element("code", page.secret);
  door.html().close("p");
  door.html().close("div");
  door.field("code", Word::sign_in_code, "", code_attributes);
  door.close_form(Word::set_up_send);
  return door_document(html_template, page.language, Word::set_up_title, door.close(), site);
}

base::Result<std::string> set_up_done_document(std::string_view html_template,
                                               const std::vector<std::string>& codes,
                                               Language language, const Site& site) {
  DoorWriter door(language);
  door.open(Word::set_up_done, door.word(Word::set_up_codes));
  door.html().open("ol", {{"class", "codes"}});
  for (const std::string& code : codes) {
    door.html().open("li");
    door.html().element("code", code);
    door.html().close("li");
  }
  door.html().close("ol");
  door.html().open("p");
  door.html().element("a", door.word(Word::sign_in_send),
                      {{"class", "button"}, {"href", sign_in_path(site, language)}});
  door.html().close("p");
  return door_document(html_template, language, Word::set_up_done, door.close(), site);
}

}  // namespace output
