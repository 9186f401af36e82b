#include "desk/request.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "desk/reply_address.h"

namespace desk {
namespace {

using base::Word;

constexpr std::string_view area_levels[] = {"province", "regency", "district", "village"};

std::size_t characters_count(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

/// Controls of ASCII and Latin-1, and those that turn the direction of writing, with which a text
/// can be made to read as another. Line ends and tabs are taken where `is_long`.
bool has_control(std::string_view text, bool is_long) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool is_layout = is_long && (byte == '\n' || byte == '\t');
    if ((byte < 0x20 && !is_layout) || byte == 0x7F) return true;
    const std::string_view rest = text.substr(at);
    if (byte == 0xC2 && static_cast<unsigned char>(rest[1]) < 0xA0) return true;  // U+0080–9F
    if (rest.starts_with("\xE2\x80") && rest[2] >= '\xAA' && rest[2] <= '\xAE') return true;
    if (rest.starts_with("\xE2\x81") && rest[2] >= '\xA6' && rest[2] <= '\xA9') return true;
  }
  return false;
}

std::string with_plain_line_ends(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\r')
      plain += text[at];
    else if (at + 1 == text.size() || text[at + 1] != '\n')
      plain += '\n';
  }
  return plain;
}

/// Letters, digits and . _ -: codes of tables, dimensions and categories.
bool is_data_code(std::string_view text) {
  constexpr std::size_t code_bytes_max = 100;
  return !text.empty() && text.size() <= code_bytes_max &&
         std::all_of(text.begin(), text.end(), [](char sign) {
           return base::is_digit(sign) || (sign >= 'a' && sign <= 'z') ||
                  (sign >= 'A' && sign <= 'Z') || sign == '.' || sign == '_' || sign == '-';
         });
}

bool is_request_key(std::string_view text) {
  constexpr std::size_t bytes_min = 16, bytes_max = 64;
  return text.size() >= bytes_min && text.size() <= bytes_max && is_data_code(text);
}

/// Takes fields out of a form and keeps what is wrong with them.
class FormCheck {
 public:
  FormCheck(const std::vector<FormField>& fields, const Classifications& classifications)
      : fields_(fields), classifications_(classifications) {}

  std::vector<Finding> findings;

  void find(std::string_view field, Word message, std::vector<std::string> arguments = {}) {
    findings.push_back({std::string(field), message, std::move(arguments)});
  }

  /// As sent; a field that comes twice was not sent by our form.
  std::string_view raw(std::string_view field) {
    const FormField* found = nullptr;
    for (const FormField& each : fields_) {
      if (each.first != field) continue;
      if (found) {
        find(field, Word::finding_incomplete_form);
        return {};
      }
      found = &each;
    }
    return found ? std::string_view(found->second) : std::string_view();
  }

  std::string line(std::string_view field, std::size_t characters_max) {
    const std::string_view text = base::trimmed(raw(field));
    if (!base::is_utf8(text) || has_control(text, false))
      find(field, Word::finding_broken_text);
    else if (characters_count(text) > characters_max)
      find(field, Word::finding_too_long, {std::to_string(characters_max)});
    else
      return std::string(text);
    return {};
  }

  std::string choice(std::string_view field, const Classification& list, bool is_needed = false) {
    const std::string_view code = raw(field);
    if ((code.empty() && !is_needed) || list.find(code)) return std::string(code);
    find(field, Word::finding_choice);
    return {};
  }

  bool is_ticked(std::string_view field) { return raw(field) == "yes"; }

  std::string wanted_text() {
    const std::string_view sent = raw("text");
    auto text = check_text("text", sent, request_text_max);
    if (!text)
      findings.push_back(text.error());
    else if (text->empty())
      find("text", Word::finding_wanted_missing);
    else if (characters_count(*text) < request_text_min)
      find("text", Word::finding_too_short, {std::to_string(request_text_min)});
    else
      return *std::move(text);
    return {};
  }

  std::vector<WantedCategory> categories() {
    std::vector<WantedCategory> wanted;
    for (const FormField& field : fields_) {
      if (field.first != "category") continue;
      const std::string_view pair = field.second;
      const std::size_t sign = pair.find('=');
      const bool is_well = sign != std::string_view::npos && is_data_code(pair.substr(0, sign)) &&
                           is_data_code(pair.substr(sign + 1)) &&
                           wanted.size() < request_categories_max;
      if (!is_well) {
        find("category", Word::finding_categories);
        return {};
      }
      wanted.push_back({std::string(pair.substr(0, sign)), std::string(pair.substr(sign + 1))});
    }
    return wanted;
  }

  RequestFacts facts(RequestForm form) {
    RequestFacts facts;
    facts.table = raw("table");
    if (!facts.table.empty() && !is_data_code(facts.table)) find("table", Word::finding_table);
    facts.categories = categories();
    facts.area_level = raw("area_level");
    const bool is_level =
        facts.area_level.empty() || std::find(std::begin(area_levels), std::end(area_levels),
                                              facts.area_level) != std::end(area_levels);
    if (!is_level) find("area_level", Word::finding_choice);
    facts.period = line("period", request_period_max);
    const Classifications& lists = classifications_;
    facts.institution_category = choice("institution_category", lists.institution_category);
    facts.occupation = choice("occupation", lists.occupation);
    facts.education = choice("education", lists.education);
    facts.sex = choice("sex", lists.sex);
    facts.purpose = choice("purpose", lists.purpose);
    facts.channel = form == RequestForm::of_public ? std::string(channel_web_form)
                                                   : choice("channel", lists.channel, true);
    const std::string_view language = raw("language");
    if (language != "id" && language != "en") find("language", Word::finding_choice);
    facts.language = language == "en" ? base::Language::en : base::Language::id;
    facts.accepts_survey = is_ticked("survey");
    return facts;
  }

  Requester requester(RequestForm form) {
    Requester requester;
    requester.name = line("name", request_name_max);
    requester.institution = line("institution", request_institution_max);
    const std::string_view email = raw("email"), phone = raw("phone");
    if (!base::trimmed(email).empty()) {
      const auto address = email_from_text(email);
      if (!address) find("email", Word::finding_email);
      requester.email = address.value_or("");
    }
    if (!base::trimmed(phone).empty()) {
      const auto number = phone_from_text(phone);
      if (!number) find("phone", Word::finding_phone);
      requester.phone = number.value_or("");
    }
    const bool has_address = !base::trimmed(email).empty() || !base::trimmed(phone).empty();
    if (form == RequestForm::of_public && !has_address) find("email", Word::finding_reply_channel);
    const bool is_personal =
        has_address || !requester.name.empty() || form == RequestForm::of_public;
    if (is_personal && !is_ticked("consent")) find("consent", Word::finding_consent);
    return requester;
  }

 private:
  const std::vector<FormField>& fields_;
  const Classifications& classifications_;
};

}  // namespace

tl::expected<Request, std::vector<Finding>> check_request(const std::vector<FormField>& fields,
                                                          const Classifications& classifications,
                                                          RequestForm form) {
  FormCheck check(fields, classifications);
  Request request;
  request.text = check.wanted_text();
  request.facts = check.facts(form);
  request.requester = check.requester(form);
  request.key = check.raw("key");
  if (!is_request_key(request.key)) check.find("key", Word::finding_incomplete_form);
  if (!check.findings.empty()) return tl::unexpected(std::move(check.findings));
  return request;
}

tl::expected<std::string, Finding> check_text(std::string_view field, std::string_view text,
                                              std::size_t characters_max) {
  const auto finding = [field](Word message, std::vector<std::string> arguments) {
    return tl::unexpected(Finding{std::string(field), message, std::move(arguments)});
  };
  if (!base::is_utf8(text)) return finding(Word::finding_broken_text, {});
  std::string plain = with_plain_line_ends(text);
  if (has_control(plain, true)) return finding(Word::finding_broken_text, {});
  plain = std::string(base::trimmed(plain));
  if (characters_count(plain) > characters_max)
    return finding(Word::finding_too_long, {std::to_string(characters_max)});
  return plain;
}

}  // namespace desk
