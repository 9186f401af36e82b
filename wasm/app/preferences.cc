#include "app/preferences.h"

#include <utility>

#include "app/save.h"
#include "app/word_lists.h"
#include "base/json.h"
#include "base/json_writer.h"

namespace app {
namespace {

constexpr std::size_t codes_max = 200;

void write_codes(base::JsonWriter& json, std::string_view key,
                 const std::vector<std::string>& codes) {
  json.key(key);
  json.open_array();
  for (const std::string& code : codes)
    json.text(code);
  json.close_array();
}

void write_save(base::JsonWriter& json, const SaveChoice& save) {
  json.open_object();
  json.text_member("format", word_from_format(save.format));
  json.key("whole");
  json.truth(save.is_whole_table);
  json.text_member("separator", std::string_view(&save.separator, 1));
  json.text_member("decimal", std::string_view(&save.decimal, 1));
  json.key("bom");
  json.truth(save.with_bom);
  json.text_member("labels", word_from_labels(save.labels));
  json.key("notes");
  json.truth(save.with_notes);
  json.key("source");
  json.truth(save.with_source);
  json.close_object();
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
  const auto format = format_from_word(value["format"].text());
  if (format && is_table_format(*format)) save.format = *format;
  save.is_whole_table = truth_of(value["whole"], save.is_whole_table);
  save.separator = sign_from_text(value["separator"].text(), ",;\t", save.separator);
  save.decimal = sign_from_text(value["decimal"].text(), ",.", save.decimal);
  save.with_bom = truth_of(value["bom"], save.with_bom);
  save.labels = labels_from_word(value["labels"].text()).value_or(save.labels);
  save.with_notes = truth_of(value["notes"], save.with_notes);
  save.with_source = truth_of(value["source"], save.with_source);
  return save;
}

}  // namespace

std::string_view text_from_theme(Theme theme) {
  return theme_words[static_cast<std::size_t>(theme)];
}

std::string json_from_preferences(const Preferences& preferences) {
  base::JsonWriter json;
  json.open_object();
  json.text_member("theme", text_from_theme(preferences.theme));
  json.text_member("density", density_words[static_cast<std::size_t>(preferences.density)]);
  json.key("panel_folded");
  json.truth(preferences.is_panel_folded);
  write_codes(json, "favourites", preferences.favourites);
  write_codes(json, "recent", preferences.recent);
  json.key("save");
  write_save(json, preferences.save);
  json.close_object();
  return std::move(json).take();
}

Preferences preferences_from_json(std::string_view json) {
  Preferences preferences;
  const base::Result<base::JsonDocument> document = base::json_from_bytes(json);
  if (!document) return preferences;
  const base::JsonValue root = document->root();
  preferences.theme =
      value_from_word<Theme>(theme_words, root["theme"].text()).value_or(preferences.theme);
  preferences.density =
      value_from_word<Density>(density_words, root["density"].text()).value_or(preferences.density);
  preferences.is_panel_folded = truth_of(root["panel_folded"], preferences.is_panel_folded);
  preferences.favourites = codes_of(root["favourites"]);
  preferences.recent = codes_of(root["recent"]);
  if (preferences.recent.size() > recent_tables_max) preferences.recent.resize(recent_tables_max);
  preferences.save = save_of(root["save"]);
  return preferences;
}

}  // namespace app
