// Catalogue and search documents to bytes.
#include "base/json_writer.h"
#include "wire/catalogue.h"
#include "wire/search_words.h"

namespace wire {
namespace {

using base::JsonWriter;

constexpr auto many_lines = JsonWriter::Lines::many;

void write_pair(JsonWriter& json, std::string_view name, const base::Text& text) {
  json.key(name);
  json.pair(text);
}

void write_card(JsonWriter& json, const stats::TableCard& card) {
  json.open_object(many_lines);
  json.text_member("code", card.code);
  write_pair(json, "title", card.title);
  json.text_member("subject", card.subject);
  json.set_pair_member("unit", card.unit);
  json.set_text_member("period_first", card.period_first);
  json.set_text_member("period_last", card.period_last);
  if (card.updated.is_set()) json.text_member("updated", base::iso_from_date(card.updated));
  json.key("has_provisional");
  json.truth(card.has_provisional);
  json.set_text_member("area_level", card.area_level);
  json.key("dimensions");
  json.open_array(many_lines);
  for (const stats::CardDimension& dimension : card.dimensions) {
    json.open_object();
    json.text_member("code", dimension.code);
    write_pair(json, "label", dimension.label);
    json.whole_member("categories_count", dimension.categories_count);
    json.close_object();
  }
  json.close_array();
  json.set_text_member("address", card.address);
  json.set_text_member("map", card.map);
  json.whole_member("cells_count", card.cells_count);
  json.whole_member("bytes", card.bytes);
  json.close_object();
}

/// One line: the search file has thousands of fields.
void write_search_document(JsonWriter& json, const stats::SearchDocument& document) {
  json.open_object();
  json.text_member("kind", text_from_search_kind(document.kind));
  json.text_member("code", document.code);
  write_pair(json, "title", document.title);
  json.key("fields");
  json.open_array();
  for (const stats::SearchDocument::Field& field : document.fields) {
    json.open_array();
    json.text(text_from_search_place(field.place));
    json.text(field.text.id);
    if (!field.text.en.empty()) json.text(field.text.en);
    json.close_array();
  }
  json.close_array();
  json.close_object();
}

}  // namespace

std::string json_from_catalogue(const stats::Catalogue& catalogue) {
  JsonWriter json;
  json.open_object(many_lines);
  json.whole_member("format", 1);
  json.key("subjects");
  json.open_array(many_lines);
  for (const stats::Subject& subject : catalogue.subjects) {
    json.open_object();
    json.text_member("code", subject.code);
    write_pair(json, "label", subject.label);
    json.text_member("parent", subject.parent);
    json.close_object();
  }
  json.close_array();
  json.key("tables");
  json.open_array(many_lines);
  for (const stats::TableCard& card : catalogue.tables)
    write_card(json, card);
  json.close_array();
  json.key("not_available");
  json.open_array(many_lines);
  for (const stats::NotAvailable& entry : catalogue.not_available) {
    json.open_object(many_lines);
    json.text_member("code", entry.code);
    write_pair(json, "title", entry.title);
    json.text_member("subject", entry.subject);
    write_pair(json, "reason", entry.reason);
    json.text_member("substitute", entry.substitute);
    json.set_text_member("reason_code", entry.reason_code);
    json.set_pair_member("owner", entry.owner);
    if (entry.expected.is_set()) json.text_member("expected", base::iso_from_date(entry.expected));
    json.set_text_member("contact", entry.contact);
    json.close_object();
  }
  json.close_array();
  json.key("frequent_searches");
  json.open_array(many_lines);
  for (const base::Text& search : catalogue.frequent_searches)
    json.pair(search);
  json.close_array();
  json.close_object();
  return std::move(json).take() + "\n";
}

std::string json_from_search_documents(const std::vector<stats::SearchDocument>& documents) {
  JsonWriter json;
  json.open_object(many_lines);
  json.whole_member("format", 1);
  json.key("documents");
  json.open_array(many_lines);
  for (const stats::SearchDocument& document : documents)
    write_search_document(json, document);
  json.close_array();
  json.close_object();
  return std::move(json).take() + "\n";
}

}  // namespace wire
