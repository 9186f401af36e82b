#include "app/preferences.h"

#include <iterator>

#include "base/json.h"

namespace app {
namespace {

constexpr std::string_view theme_words[] = {"system", "light", "dark"};
constexpr std::string_view density_words[] = {"comfortable", "compact"};
constexpr std::string_view format_words[] = {"csv", "jsonstat"};
constexpr std::size_t codes_max = 200;

void add_member(std::string& json, std::string_view key) {
  json += json.size() == 1 ? "" : ",";
  base::append_json_text(json, key);
  json += ':';
}

void add_text(std::string& json, std::string_view key, std::string_view text) {
  add_member(json, key);
  base::append_json_text(json, text);
}

void add_truth(std::string& json, std::string_view key, bool truth) {
  add_member(json, key);
  json += truth ? "true" : "false";
}

void add_codes(std::string& json, std::string_view key, const std::vector<std::string>& codes) {
  add_member(json, key);
  json += '[';
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (i > 0) json += ',';
    base::append_json_text(json, codes[i]);
  }
  json += ']';
}

template <class Choice, std::size_t size>
Choice choice_from_word(std::string_view word, const std::string_view (&all)[size],
                        Choice otherwise) {
  for (std::size_t i = 0; i < size; ++i) {
    if (all[i] == word) return static_cast<Choice>(i);
  }
  return otherwise;
}

char sign_from_text(std::string_view text, std::string_view allowed, char otherwise) {
  const bool is_allowed = text.size() == 1 && allowed.find(text[0]) != std::string_view::npos;
  return is_allowed ? text[0] : otherwise;
}

bool truth_of(base::JsonValue value, bool otherwise) {
  return value.is(base::JsonValue::Kind::boolean) ? value.is_true() : otherwise;
}

std::vector<std::string> codes_of(base::JsonValue value) {
  std::vector<std::string> codes;
  for (const base::JsonValue element : value.elements()) {
    const bool is_code = element.is(base::JsonValue::Kind::string) && !element.text().empty();
    if (is_code && codes.size() < codes_max) codes.emplace_back(element.text());
  }
  return codes;
}

SaveChoice save_of(base::JsonValue value) {
  SaveChoice save;
  save.format = choice_from_word(value["format"].text(), format_words, save.format);
  save.is_whole_table = truth_of(value["whole"], save.is_whole_table);
  save.separator = sign_from_text(value["separator"].text(), ",;\t", save.separator);
  save.decimal = sign_from_text(value["decimal"].text(), ",.", save.decimal);
  save.with_bom = truth_of(value["bom"], save.with_bom);
  return save;
}

}  // namespace

std::string json_from_preferences(const Preferences& preferences) {
  std::string save = "{";
  add_text(save, "format", format_words[static_cast<std::size_t>(preferences.save.format)]);
  add_truth(save, "whole", preferences.save.is_whole_table);
  add_text(save, "separator", std::string_view(&preferences.save.separator, 1));
  add_text(save, "decimal", std::string_view(&preferences.save.decimal, 1));
  add_truth(save, "bom", preferences.save.with_bom);
  save += '}';

  std::string json = "{";
  add_text(json, "theme", theme_words[static_cast<std::size_t>(preferences.theme)]);
  add_text(json, "density", density_words[static_cast<std::size_t>(preferences.density)]);
  add_truth(json, "panel_folded", preferences.is_panel_folded);
  add_codes(json, "favourites", preferences.favourites);
  add_codes(json, "recent", preferences.recent);
  add_member(json, "save");
  json += save + "}";
  return json;
}

Preferences preferences_from_json(std::string_view json) {
  Preferences preferences;
  const base::Result<base::JsonDocument> document = base::json_from_bytes(json);
  if (!document) return preferences;
  const base::JsonValue root = document->root();
  preferences.theme = choice_from_word(root["theme"].text(), theme_words, preferences.theme);
  preferences.density =
      choice_from_word(root["density"].text(), density_words, preferences.density);
  preferences.is_panel_folded = truth_of(root["panel_folded"], preferences.is_panel_folded);
  preferences.favourites = codes_of(root["favourites"]);
  preferences.recent = codes_of(root["recent"]);
  preferences.save = save_of(root["save"]);
  return preferences;
}

}  // namespace app
