#include "output/html_request.h"

#include <algorithm>

#include "base/text.h"
#include "base/words.h"
#include "output/html_document.h"
#include "output/html_parts.h"
#include "output/markup.h"

namespace output {
namespace {

using base::Language;
using base::Word;

struct AreaLevel {
  std::string_view code;
  Word label;
};
constexpr AreaLevel area_levels[] = {{"province", Word::level_province},
                                     {"regency", Word::level_regency},
                                     {"district", Word::level_district},
                                     {"village", Word::level_village}};

/// Writes the fields of one form; a label above each, its hint and its finding between.
class FormWriter {
 public:
  FormWriter(const RequestPage& page, const desk::Classifications& classifications)
      : page_(page), classifications_(classifications) {}

  std::string written(const Site& site) {
    html_.open("form", {{"method", "post"},
                        {"action", request_path(site, page_.language)},
                        {"class", "panel form"},
                        {"id", "request-form"},
                        {"data-check", request_check_path(site, page_.language)},
                        {"data-restored", word(Word::draft_restored)},
                        {"data-discard", word(Word::draft_discard)},
                        {"data-waiting", word(Word::draft_waiting)},
                        // The browser's own bubbles say less than our sentences do.
                        {"novalidate", ""}});
    write_summary();
    html_.element("h2", word(Word::request_wanted));
    write_wanted();
    html_.element("h2", word(Word::request_about_you));
    html_.element("p", word(Word::request_reply_hint), {{"class", "hint"}});
    write_requester();
    write_consent();
    hidden("language", base::code_from_language(page_.language));
    hidden(form_token_field, page_.token);
    for (const char* name : {"key", "table"})
      hidden(name, value_of(name));
    for (const auto& [name, value] : page_.fields)
      if (name == "category") hidden(name, value);
    html_.element("button", word(Word::request_send), {{"class", "button"}, {"type", "submit"}});
    html_.close("form");
    html_.line();
    return html_.take();
  }

 private:
  std::string_view word(Word name) const { return base::text(name, page_.language); }

  std::string_view value_of(std::string_view name) const {
    const auto found = std::find_if(page_.fields.begin(), page_.fields.end(),
                                    [&](const auto& field) { return field.first == name; });
    return found == page_.fields.end() ? std::string_view() : std::string_view(found->second);
  }

  const desk::Finding* finding_of(std::string_view name) const {
    const auto found = std::find_if(page_.findings.begin(), page_.findings.end(),
                                    [&](const auto& finding) { return finding.field == name; });
    return found == page_.findings.end() ? nullptr : &*found;
  }

  void hidden(std::string_view name, std::string_view value) {
    html_.open("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
  }

  /// What is wrong, above the form: each a link to its field.
  void write_summary() {
    if (!page_.failure.empty())
      html_.element("p", page_.failure, {{"class", "notice bad"}, {"role", "alert"}});
    if (page_.findings.empty()) return;
    html_.open("div", {{"class", "notice bad"}, {"role", "alert"}, {"id", "findings"}});
    html_.element("p", base::text(Word::request_findings, page_.language,
                                  {std::to_string(page_.findings.size())}));
    html_.open("ul");
    for (const desk::Finding& finding : page_.findings) {
      html_.open("li");
      html_.element("a", finding.text(page_.language), {{"href", "#field-" + finding.field}});
      html_.close("li");
    }
    html_.close("ul");
    html_.close("div");
  }

  void open_field(std::string_view name, std::string_view label, bool is_optional,
                  std::string_view hint = {}) {
    const std::string id = "field-" + std::string(name);
    html_.open("div", {{"class", finding_of(name) ? "field wrong" : "field"}});
    html_.open("label", {{"for", id}});
    html_.text(label);
    if (is_optional) {
      html_.text(" ");
      html_.element("span", word(Word::optional_field), {{"class", "muted"}});
    }
    html_.close("label");
    if (!hint.empty())
      html_.element("p", hint, {{"class", "hint"}, {"id", "hint-" + std::string(name)}});
  }

  void close_field(std::string_view name) {
    if (const desk::Finding* finding = finding_of(name))
      html_.element("p", finding->text(page_.language),
                    {{"class", "finding"}, {"id", "finding-" + std::string(name)}});
    html_.close("div");
    html_.line();
  }

  /// Attributes that every input has: its name, its id, and what describes it.
  Attributes input(std::string_view name, std::string_view hint = {}) {
    id_ = "field-" + std::string(name);
    described_ = hint.empty() ? "" : "hint-" + std::string(name);
    const bool is_wrong = finding_of(name) != nullptr;
    if (is_wrong) described_ += (described_.empty() ? "" : " ") + ("finding-" + std::string(name));
    return {{"id", id_},
            {"name", name},
            {described_.empty() ? "" : "aria-describedby", described_},
            {is_wrong ? "aria-invalid" : "", "true"}};
  }

  void line_field(std::string_view name, Word label, bool is_optional,
                  const Attributes& more = {}) {
    open_field(name, word(label), is_optional);
    Attributes attributes = input(name);
    const std::string value(value_of(name));
    attributes.push_back({"value", value});
    attributes.insert(attributes.end(), more.begin(), more.end());
    html_.open("input", attributes);
    close_field(name);
  }

  template <class Options>
  void choice_field(std::string_view name, std::string_view label, const Options& options) {
    open_field(name, label, true);
    html_.open("select", input(name));
    html_.element("option", word(Word::not_said), {{"value", ""}});
    for (const auto& [code, text] : options) {
      html_.element("option", text,
                    {{"value", code}, {code == value_of(name) ? "selected" : "", ""}});
    }
    html_.close("select");
    close_field(name);
  }

  void classified_field(std::string_view name, const desk::Classification& classification) {
    std::vector<std::pair<std::string_view, std::string_view>> options;
    for (const desk::Choice& choice : classification.choices)
      options.emplace_back(choice.code, choice.label.in(page_.language));
    choice_field(name, classification.label.in(page_.language), options);
  }

  void write_wanted() {
    if (!page_.began_with.empty()) {
      html_.open("div", {{"class", "notice"}});
      html_.element("b", word(Word::request_began_with));
      html_.element("p", page_.began_with);
      html_.close("div");
    }
    const std::string_view hint = word(Word::request_text_hint);
    open_field("text", word(Word::request_text), false, hint);
    Attributes attributes = input("text", hint);
    attributes.push_back({"rows", "4"});
    attributes.push_back({"required", ""});
    html_.element("textarea", value_of("text"), attributes);
    close_field("text");
    html_.open("div", {{"class", "two"}});
    std::vector<std::pair<std::string_view, std::string_view>> levels;
    for (const AreaLevel& level : area_levels)
      levels.emplace_back(level.code, word(level.label));
    choice_field("area_level", word(Word::request_area_level), levels);
    line_field("period", Word::request_period, true);
    classified_field("purpose", classifications_.purpose);
    html_.close("div");
  }

  void write_requester() {
    html_.open("div", {{"class", "two"}});
    line_field("name", Word::request_name, true, {{"autocomplete", "name"}});
    classified_field("institution_category", classifications_.institution_category);
    line_field("email", Word::request_email, false,
               {{"type", "email"}, {"autocomplete", "email"}, {"inputmode", "email"}});
    line_field("phone", Word::request_phone, true,
               {{"type", "tel"}, {"autocomplete", "tel"}, {"inputmode", "tel"}});
    html_.close("div");
    html_.open("details");
    html_.element("summary", word(Word::request_more));
    html_.open("div", {{"class", "two"}});
    line_field("institution", Word::request_institution, true, {{"autocomplete", "organization"}});
    classified_field("occupation", classifications_.occupation);
    classified_field("education", classifications_.education);
    classified_field("sex", classifications_.sex);
    html_.close("div");
    html_.close("details");
    // A trap for programs: out of sight, out of the order of keys, and named for those who listen.
    const std::string value(value_of(form_trap_field));
    html_.open("p", {{"class", "unseen"}, {"aria-hidden", "true"}});
    html_.element("label", word(Word::request_trap), {{"for", "field-trap"}});
    html_.open("input", {{"id", "field-trap"},
                         {"name", form_trap_field},
                         {"tabindex", "-1"},
                         {"autocomplete", "off"},
                         {"value", value}});
    html_.close("p");
  }

  void tick(std::string_view name, Word label, bool is_optional) {
    html_.open("div", {{"class", finding_of(name) ? "field tick wrong" : "field tick"}});
    Attributes attributes = input(name);
    attributes.push_back({"type", "checkbox"});
    attributes.push_back({"value", "yes"});
    attributes.push_back({value_of(name) == "yes" ? "checked" : "", ""});
    html_.open("input", attributes);
    html_.open("label", {{"for", id_}});
    html_.text(word(label));
    if (is_optional) {
      html_.text(" ");
      html_.element("span", word(Word::optional_field), {{"class", "muted"}});
    }
    html_.close("label");
    close_field(name);
  }

  void write_consent() {
    tick("consent", Word::request_consent, false);
    tick("survey", Word::request_survey, true);
    html_.element(
        "p", base::text(Word::request_privacy, page_.language, {std::to_string(page_.keep_months)}),
        {{"class", "hint"}});
  }

  const RequestPage& page_;
  const desk::Classifications& classifications_;
  Markup html_;
  std::string id_, described_;  // What the attributes of `input` point into.
};

void write_step(Markup& html, std::string_view title, std::string_view hint) {
  html.open("li");
  html.element("b", title);
  html.element("span", hint, {{"class", "hint"}});
  html.close("li");
}

std::string side_of(const RequestPage& page, const Site& site) {
  const auto word = [&](Word name) { return base::text(name, page.language); };
  Markup html;
  html.open("aside");
  html.open("section", {{"class", "panel"},
                        {"id", "offers"},
                        {"aria-live", "polite"},
                        {page.offers.empty() ? "hidden" : "", ""}});
  html.element("h2", word(Word::perhaps_available));
  html.open("ul");
  for (const Offer& offer : page.offers) {
    html.open("li");
    if (offer.address.empty())
      html.element("b", offer.title);
    else
      html.element("a", offer.title, {{"href", address_from_site(site, offer.address)}});
    if (!offer.note.empty()) html.element("span", offer.note, {{"class", "hint"}});
    html.close("li");
  }
  html.close("ul");
  html.close("section");
  html.open("section", {{"class", "panel"}});
  html.element("h2", word(Word::request_next));
  html.open("ol", {{"class", "steps"}});
  write_step(html, word(Word::request_next_number), word(Word::request_next_number_hint));
  write_step(html, word(Word::request_next_search), word(Word::request_next_search_hint));
  write_step(html, word(Word::request_next_answer),
             base::text(Word::request_next_answer_hint, page.language,
                        {std::to_string(page.reply_working_days)}));
  html.close("ol");
  html.close("section");
  html.close("aside");
  html.line();
  return html.take();
}

}  // namespace

base::Result<std::string> request_document(std::string_view html_template, const RequestPage& page,
                                           const desk::Classifications& classifications,
                                           const Site& site) {
  Markup html;
  html.open("main", {{"id", "content"}, {"class", "request"}, {"tabindex", "-1"}});
  html.element("h1", base::text(Word::request_title, page.language));
  html.element(
      "p",
      base::text(Word::request_intro, page.language, {std::to_string(page.reply_working_days)}),
      {{"class", "summary muted"}});
  html.open("div", {{"class", "beside"}});
  html.html(FormWriter(page, classifications).written(site));
  html.html(side_of(page, site));
  html.close("div");
  html.close("main");
  html.line();

  Document document;
  document.language = page.language;
  document.title = base::text(Word::request_title, page.language);
  if (!page.findings.empty() || !page.failure.empty())
    document.title =
        std::string(base::text(Word::failed_mark, page.language)) + ": " + document.title;
  document.path = request_path(site, page.language);
  document.path_id = request_path(site, Language::id);
  document.path_en = request_path(site, Language::en);
  document.main = html.take();
  document.has_viewer = false;
  document.has_request_script = true;
  return html_from_document(html_template, document, site);
}

base::Result<std::string> receipt_document(std::string_view html_template, const ReceiptPage& page,
                                           const Site& site) {
  const auto word = [&](Word name) { return base::text(name, page.language); };
  Markup html;
  html.open("main", {{"id", "content"}, {"class", "message"}, {"tabindex", "-1"}});
  html.element("h1", word(Word::receipt_title));
  if (page.has_mail) html.element("p", word(Word::receipt_mail_sent));
  html.open("dl", {{"class", "panel receipt"}});
  write_fact(html, word(Word::receipt_number), page.number);
  write_fact(html, word(Word::receipt_received), page.received);
  write_fact(html, word(Word::receipt_due), page.due);
  write_fact(html, word(Word::receipt_text), page.text);
  html.close("dl");
  if (!page.why.empty()) {
    html.open("details");
    html.element("summary", word(Word::why_this_date));
    html.open("ul");
    for (const std::string& sentence : page.why)
      html.element("li", sentence);
    html.close("ul");
    html.close("details");
  }
  html.element("p", word(Word::receipt_keep), {{"class", "hint"}});
  html.open("p");
  html.element("a", word(Word::receipt_status),
               {{"class", "button"}, {"href", page.status_address}});
  html.close("p");
  html.close("main");
  html.line();
  Document document;
  document.language = page.language;
  document.title = word(Word::receipt_title);
  document.main = html.take();
  document.is_found = false;
  document.has_request_script = true;  // Forgets the draft, now that it is sent.
  return html_from_document(html_template, document, site);
}

}  // namespace output
