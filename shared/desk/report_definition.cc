#include "desk/report_definition.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/json.h"
#include "base/json_expect.h"

namespace desk {
namespace {

using base::JsonExpect;
using base::JsonValue;

/// In the order of RegisterField.
constexpr std::array<std::string_view, 19> register_fields = {"row",
                                                              "ticket",
                                                              "opened",
                                                              "channel",
                                                              "requester",
                                                              "institution_category",
                                                              "occupation",
                                                              "education",
                                                              "sex",
                                                              "wanted",
                                                              "area_level",
                                                              "data_period",
                                                              "purpose",
                                                              "outcome",
                                                              "letter",
                                                              "answer_minutes",
                                                              "standard_minutes",
                                                              "in_time",
                                                              "officer"};

/// In the order of RecapPart.
constexpr std::array<std::string_view, 11> recap_parts = {
    "requests",    "channel", "institution_category",
    "purpose",     "subject", "education",
    "occupation",  "sex",     "sop_steps",
    "most_wanted", "unmet"};

/// Which of `names` the member says; a complaint and the first of them where it is none.
template <class Choice, std::size_t count>
Choice choice_from_json(JsonExpect& expect, JsonValue object, std::string_view key,
                        const std::array<std::string_view, count>& names) {
  const std::string word = expect.needed_text(object, key);
  const auto found = std::find(names.begin(), names.end(), word);
  if (found != names.end()) return static_cast<Choice>(found - names.begin());
  if (expect.is_well())
    expect.fail(object[key], "No report knows the " + std::string(key) + " \"" + word + "\"");
  return Choice{};
}

ReportSignature signature_from_json(JsonExpect& expect, JsonValue object) {
  ReportSignature signature;
  expect.as_object(object, "A signature");
  signature.label = expect.needed_text_pair(object, "label");
  signature.name = expect.text(object, "name");
  const std::string word = expect.needed_text(object, "role");
  if (const auto role = role_from_text(word))
    signature.role = *role;
  else if (expect.is_well())
    expect.fail(object["role"], "There is no role \"" + word + "\"");
  return signature;
}

}  // namespace

base::Result<ReportDefinition> report_definition_from_json(std::string_view bytes) {
  const auto document = base::json_from_bytes(bytes);
  if (!document) return tl::unexpected(document.error());
  const JsonValue root = document->root();
  JsonExpect expect;
  expect.as_object(root, "The file");
  ReportDefinition definition;
  definition.number = expect.needed_text(root, "number");
  definition.title = expect.needed_text_pair(root, "title");
  for (const JsonValue column : expect.array(root, "columns").elements()) {
    expect.as_object(column, "A column");
    definition.columns.push_back(
        {choice_from_json<RegisterField>(expect, column, "field", register_fields),
         expect.needed_text_pair(column, "title")});
  }
  for (const JsonValue section : expect.array(root, "sections").elements()) {
    expect.as_object(section, "A section");
    definition.sections.push_back(
        {choice_from_json<RecapPart>(expect, section, "part", recap_parts),
         expect.needed_text_pair(section, "title")});
  }
  for (const JsonValue signature : expect.array(root, "signatures").elements())
    definition.signatures.push_back(signature_from_json(expect, signature));
  definition.is_register = !definition.columns.empty();
  if (expect.is_well() && definition.is_register != definition.sections.empty())
    expect.fail(root, "A report has either \"columns\" or \"sections\"");
  if (!expect.is_well()) return tl::unexpected(expect.error());
  return definition;
}

}  // namespace desk
