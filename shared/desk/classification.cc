#include "desk/classification.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/json_expect.h"
#include "base/text.h"

namespace desk {
namespace {

using base::JsonExpect;
using base::JsonValue;
using Kind = base::JsonValue::Kind;

constexpr std::string_view outcome_texts[] = {"answered",     "partly_answered", "on_website",
                                              "not_held",     "refused",         "redirected",
                                              "paid_service", "withdrawn",       "not_a_request"};

struct ListName {
  std::string_view name;
  Classification Classifications::*list;
};
constexpr ListName list_names[] = {
    {"institution_category", &Classifications::institution_category},
    {"occupation", &Classifications::occupation},
    {"education", &Classifications::education},
    {"sex", &Classifications::sex},
    {"purpose", &Classifications::purpose},
    {"channel", &Classifications::channel},
    {"unavailable_reason", &Classifications::unavailable_reason},
    {"outcome", &Classifications::outcome},
};

bool is_list_name(std::string_view text) {
  return std::any_of(std::begin(list_names), std::end(list_names),
                     [text](const ListName& known) { return known.name == text; });
}

bool is_code(std::string_view text) {
  constexpr std::size_t code_bytes_max = 40;
  return !text.empty() && text.size() <= code_bytes_max &&
         std::all_of(text.begin(), text.end(), [](char sign) {
           return base::is_digit(sign) || sign == '_' || (sign >= 'a' && sign <= 'z');
         });
}

base::Text bilingual(JsonExpect& expect, JsonValue object) {
  base::Text label = expect.needed_text_pair(object, "label");
  if (expect.is_well() && (label.id.empty() || label.en.empty()))
    expect.fail(object, "A label must be in both languages, id and en");
  return label;
}

Classification list_from_json(JsonExpect& expect, JsonValue object) {
  Classification list;
  list.label = bilingual(expect, object);
  for (const JsonValue element : expect.needed(object, "choices", Kind::array).elements()) {
    if (!expect.as_object(element, "choices")) break;
    Choice choice{expect.needed_text(element, "code"), bilingual(expect, element)};
    if (!is_code(choice.code))
      expect.fail(element,
                  "A code must be of a to z, 0 to 9 and _, but is " + base::quoted(choice.code));
    if (list.find(choice.code))
      expect.fail(element, "The code " + base::quoted(choice.code) + " stands twice in its list");
    list.choices.push_back(std::move(choice));
  }
  if (list.choices.empty()) expect.fail(object, "A list must have choices");
  return list;
}

/// The codes that the program itself writes.
void check_own_codes(JsonExpect& expect, JsonValue root, const Classifications& lists) {
  for (const std::string_view channel : {channel_web_form, channel_email})
    if (!lists.channel.find(channel))
      expect.fail(root["channel"], "The channels must hold " + base::quoted(channel));
  for (const std::string_view outcome : outcome_texts)
    if (!lists.outcome.find(outcome))
      expect.fail(root["outcome"], "The outcomes must hold " + base::quoted(outcome));
  if (lists.outcome.choices.size() > std::size(outcome_texts))
    expect.fail(root["outcome"],
                "The outcomes must be those of docs/desk.md and no others: reports count them");
}

}  // namespace

std::string_view text_from_outcome(Outcome outcome) {
  return outcome_texts[static_cast<std::size_t>(outcome)];
}

std::optional<Outcome> outcome_from_text(std::string_view text) {
  const auto found = std::find(std::begin(outcome_texts), std::end(outcome_texts), text);
  if (found == std::end(outcome_texts)) return std::nullopt;
  return static_cast<Outcome>(found - std::begin(outcome_texts));
}

const Choice* Classification::find(std::string_view code) const {
  const auto found = std::find_if(choices.begin(), choices.end(),
                                  [code](const Choice& choice) { return choice.code == code; });
  return found == choices.end() ? nullptr : &*found;
}

base::Result<Classifications> classifications_from_json(std::string_view bytes) {
  const auto document = base::json_from_bytes(bytes);
  if (!document) return tl::unexpected(document.error());
  JsonExpect expect;
  Classifications lists;
  expect.as_object(document->root(), "The file");
  const JsonValue root = expect.needed(document->root(), "classifications", Kind::object);
  for (const ListName& name : list_names)
    lists.*name.list = list_from_json(expect, expect.needed(root, name.name, Kind::object));
  for (const auto& [name, list] : root.members())
    if (!is_list_name(name)) expect.fail(list, "There is no classification " + base::quoted(name));
  if (expect.is_well()) check_own_codes(expect, root, lists);
  if (!expect.is_well()) return tl::unexpected(expect.error());
  return lists;
}

}  // namespace desk
