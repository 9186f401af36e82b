#include "service/office_door.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/json.h"
#include "base/must.h"
#include "base/text.h"
#include "base/words.h"
#include "output/html_document.h"
#include "output/html_sign_in.h"
#include "service/totp.h"
#include "wire/office.h"

namespace service {
namespace {

using base::Instant;
using base::Language;
using base::Word;

std::string field_of(const http::Fields& fields, std::string_view name) {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const auto& field) { return field.first == name; });
  return found == fields.end() ? std::string() : found->second;
}

/// A path of ours alone: "//evil.example" and "/\evil.example" are read as other sites.
bool is_own_path(std::string_view path, const std::string& office) {
  return path.starts_with(office) && path.find('\\') == std::string_view::npos &&
         path.find("//") == std::string_view::npos &&
         std::none_of(path.begin(), path.end(), [](char sign) { return sign < ' '; });
}

http::ApiAnswer failed(int status, const std::string& code, Word sentence) {
  http::ApiAnswer answer;
  answer.status = status;
  wire::OfficeFailure failure;
  failure.code = code;
  failure.message = {std::string(base::text(sentence, Language::id)),
                     std::string(base::text(sentence, Language::en))};
  answer.body = wire::json_from_office_failure(failure);
  return answer;
}

}  // namespace

http::PageAnswer page_of(int status, base::Result<std::string> html) {
  MUST(html);  // The template was checked when the site was made with it.
  http::PageAnswer answer;
  answer.status = status;
  answer.html = *std::move(html);
  return answer;
}

http::PageAnswer going_to(std::string location) {
  http::PageAnswer answer;
  answer.status = 303;
  answer.location = std::move(location);
  return answer;
}

std::string OfficeDoor::cookie_name() const { return is_secure() ? "__Host-sid" : "sid"; }

std::string OfficeDoor::cookie_of(const std::string& token) const {
  return fmt::format("{}={}; Path=/; HttpOnly; SameSite=Strict{}{}", cookie_name(), token,
                     is_secure() ? "; Secure" : "", token.empty() ? "; Max-Age=0" : "");
}

base::Result<SignedIn> OfficeDoor::signed_in(std::string_view cookies, Instant now) {
  return accounts_.seen(http::cookie_value(cookies, cookie_name()), now);
}

std::string OfficeDoor::set_up_link(const std::string& token, bool is_first) const {
  return data_.site.origin + output::set_up_path(data_.site, Language::id) + "?token=" + token +
         (is_first ? "&first=yes" : "");
}

// --- Signing in ---

http::PageAnswer OfficeDoor::sign_in_page(Language language, const http::Fields& fields, int status,
                                          std::string failure) const {
  output::SignInPage page;
  page.language = language;
  page.login = field_of(fields, "login");
  page.next = field_of(fields, "next");
  page.failure = std::move(failure);
  return page_of(status, output::sign_in_document(data_.html_template, page, data_.site));
}

http::PageAnswer OfficeDoor::sign_in(Language language, const http::PageAsk& ask, Instant now) {
  const auto sentence = [language](Word word, const std::vector<std::string>& arguments = {}) {
    return base::text(word, language, arguments);
  };
  if (!ask.is_form) return sign_in_page(language, ask.query, 200, "");
  if (!ask.is_own_page) return sign_in_page(language, {}, 403, sentence(Word::request_form_old));
  const SignInOutcome outcome = accounts_.sign_in(
      {field_of(ask.form, "login"), field_of(ask.form, "password"), field_of(ask.form, "code")},
      ask.client, now);
  if (outcome.is_store_at_fault)
    return sign_in_page(language, ask.form, 503, sentence(Word::request_unavailable_hint));
  if (outcome.token.empty()) {
    std::string failure = sentence(Word::sign_in_wrong);
    if (outcome.wait_seconds > 0)
      failure += " " + sentence(Word::sign_in_wait, {std::to_string(outcome.wait_seconds)});
    return sign_in_page(language, ask.form, 401, failure);
  }
  const std::string office = output::office_path(data_.site, language);
  const std::string next = field_of(ask.form, "next");
  http::PageAnswer answer = going_to(is_own_path(next, office) ? next : office);
  answer.cookie = cookie_of(outcome.token);
  return answer;
}

http::ApiAnswer OfficeDoor::sign_out(const http::ApiAsk& ask, Instant now) {
  if (const auto session = signed_in(ask.cookies, now)) {
    if (!accounts_.sign_out(*session, now)) return failed(503, "busy", Word::request_unavailable);
  }
  http::ApiAnswer answer;
  answer.body = "{}";
  answer.cookie = cookie_of("");
  return answer;
}

http::ApiAnswer OfficeDoor::step_up(const http::ApiAsk& ask, Instant now) {
  const auto session = signed_in(ask.cookies, now);
  if (!session) return failed(401, "signed_out", Word::sign_in_title);
  const auto document = base::json_from_bytes(ask.body);
  if (!document) return failed(422, "invalid", Word::sign_in_wrong);
  const base::JsonValue root = document->root();
  const SignInOutcome outcome = accounts_.step_up(
      *session, {"", std::string(root["password"].text()), std::string(root["code"].text())},
      ask.client, now);
  if (outcome.token.empty()) return failed(403, "step_up", Word::sign_in_wrong);
  http::ApiAnswer answer;
  answer.body = "{}";
  answer.cookie = cookie_of(outcome.token);
  return answer;
}

// --- Setting up ---

http::PageAnswer OfficeDoor::set_up(Language language, const http::PageAsk& ask, Instant now) {
  const http::Fields& fields = ask.is_form ? ask.form : ask.query;
  output::SetUpPage page;
  page.language = language;
  page.token = field_of(fields, "token");
  page.is_first = field_of(fields, "first") == "yes";
  page.login = field_of(fields, "login");
  page.name = field_of(fields, "name");
  page.secret = ask.is_form ? field_of(fields, "secret") : new_totp_secret();
  int status = 200;
  if (ask.is_form) {
    SetUpOutcome outcome;
    if (ask.is_own_page)
      outcome = accounts_.set_up({page.token, page.login, page.name, field_of(fields, "password"),
                                  page.secret, field_of(fields, "code")},
                                 now);
    else
      outcome.findings.emplace_back("", Word::request_form_old);
    if (outcome.findings.empty())
      return page_of(200, output::set_up_done_document(data_.html_template, outcome.recovery_codes,
                                                       language, data_.site));
    status = 422;
    for (const auto& [field, word] : outcome.findings)
      page.findings.emplace_back(field, base::text(word, language));
  }
  page.qr_svg = qr_svg(totp_address(page.secret, page.login, data_.site.name.id));
  return page_of(status, output::set_up_document(data_.html_template, page, data_.site));
}

// --- Behind the door ---

http::PageAnswer OfficeDoor::sent_to_sign_in(Language language, const std::string& path,
                                             const http::PageAsk& ask) const {
  std::string next = path;
  char sign = '?';
  // What a form was to do is not done later by itself: its page is opened again.
  for (const auto& [name, value] : ask.is_form ? http::Fields() : ask.query) {
    next += sign + base::url_encoded(name) + "=" + base::url_encoded(value);
    sign = '&';
  }
  return going_to(output::sign_in_path(data_.site, language) + "?next=" + base::url_encoded(next));
}

http::PageAnswer OfficeDoor::message(Language language, int status,
                                     const std::string& sentence) const {
  return page_of(status, output::message_document(
                             data_.html_template,
                             {std::string(base::text(Word::office_title, language)), {sentence}},
                             data_.site, language));
}

}  // namespace service
