// Bytes to catalogue and search documents.
#include <utility>

#include "base/json_expect.h"
#include "wire/catalogue.h"
#include "wire/search_words.h"

namespace wire {
namespace {

using base::JsonExpect;
using base::JsonValue;
using Kind = base::JsonValue::Kind;
using stats::SearchDocument;

/// Both files say which version of this format they are.
JsonValue checked_root(const base::JsonDocument& document, JsonExpect& expect) {
  const JsonValue root = document.root();
  if (!root.is(Kind::object)) {
    expect.fail(root, "An object was expected, but the file holds " +
                          std::string(base::text_from_kind(root.kind())));
    return {};
  }
  expect.needed(root, "format", Kind::number);
  if (expect.is_well() && expect.whole(root, "format", 0) != 1)
    expect.fail(root["format"],
                "The member \"format\" must be 1, the only version that this "
                "program reads");
  return root;
}

stats::TableCard card_from_json(JsonExpect& expect, JsonValue object) {
  stats::TableCard card;
  card.code = expect.needed_text(object, "code");
  card.title = expect.needed_text_pair(object, "title");
  card.subject = expect.needed_text(object, "subject");
  card.unit = expect.text_pair(object, "unit");
  card.period_first = expect.text(object, "period_first");
  card.period_last = expect.text(object, "period_last");
  card.updated = expect.date(object, "updated");
  card.has_provisional = expect.truth(object, "has_provisional", false);
  card.area_level = expect.text(object, "area_level");
  const JsonValue dimensions = expect.needed(object, "dimensions", Kind::array);
  for (const JsonValue dimension : dimensions.elements()) {
    if (!expect.as_object(dimension, "dimensions")) break;
    const std::uint64_t count = expect.whole(dimension, "categories_count", 0);
    if (count > stats::cells_count_max)
      expect.fail(dimension, "The member \"categories_count\" is larger than a table can be");
    card.dimensions.push_back({expect.needed_text(dimension, "code"),
                               expect.needed_text_pair(dimension, "label"),
                               static_cast<std::uint32_t>(count)});
  }
  card.address = expect.text(object, "address");
  card.map = expect.text(object, "map");
  card.cells_count = expect.whole(object, "cells_count", 0);
  card.bytes = expect.whole(object, "bytes", 0);
  return card;
}

SearchDocument::Field field_from_json(JsonExpect& expect, JsonValue value) {
  SearchDocument::Field field;
  if (!value.is(Kind::array) || value.count() < 2 || value.count() > 3) {
    expect.fail(value, "A field must be an array of its place and one or two texts");
    return field;
  }
  auto part = value.elements().begin();
  const auto place = search_place_from_text(expect.as_text(*part, "fields"));
  if (place)
    field.place = *place;
  else
    expect.fail(*part,
                "A field's place must be title, subject, dimension, category, note, unit, "
                "code or keyword");
  field.text.id = expect.as_text(*++part, "fields");
  if (value.count() == 3) field.text.en = expect.as_text(*++part, "fields");
  return field;
}

SearchDocument document_from_json(JsonExpect& expect, JsonValue object) {
  SearchDocument document;
  const auto kind = search_kind_from_text(expect.needed_text(object, "kind"));
  if (kind)
    document.kind = *kind;
  else
    expect.fail(object["kind"], "The kind must be table, not_available, subject or area");
  document.code = expect.needed_text(object, "code");
  document.title = expect.needed_text_pair(object, "title");
  const JsonValue fields = expect.needed(object, "fields", Kind::array);
  for (const JsonValue field : fields.elements()) {
    document.fields.push_back(field_from_json(expect, field));
    if (!expect.is_well()) break;
  }
  return document;
}

}  // namespace

base::Result<stats::Catalogue> catalogue_from_json(std::string_view bytes) {
  const auto document = base::json_from_bytes(bytes);
  if (!document) return tl::unexpected<base::Error>(document.error());
  JsonExpect expect;
  stats::Catalogue catalogue;
  const JsonValue root = checked_root(*document, expect);
  const JsonValue subjects = expect.needed(root, "subjects", Kind::array);
  for (const JsonValue subject : subjects.elements()) {
    if (!expect.as_object(subject, "subjects")) break;
    std::string parent = expect.text(subject, "parent");
    if (!parent.empty() && !catalogue.find_subject(parent))
      expect.fail(subject,
                  "The parent of a subject must stand before it, but \"" + parent + "\" does not");
    catalogue.subjects.push_back({expect.needed_text(subject, "code"),
                                  expect.needed_text_pair(subject, "label"), std::move(parent)});
  }
  for (const JsonValue table : expect.array(root, "tables").elements()) {
    if (!expect.as_object(table, "tables")) break;
    catalogue.tables.push_back(card_from_json(expect, table));
  }
  for (const JsonValue entry : expect.array(root, "not_available").elements()) {
    if (!expect.as_object(entry, "not_available")) break;
    catalogue.not_available.push_back(
        {expect.needed_text(entry, "code"), expect.needed_text_pair(entry, "title"),
         expect.needed_text(entry, "subject"), expect.needed_text_pair(entry, "reason"),
         expect.text(entry, "substitute"), expect.text(entry, "reason_code"),
         expect.text_pair(entry, "owner"), expect.date(entry, "expected"),
         expect.text(entry, "contact")});
  }
  for (const JsonValue search : expect.array(root, "frequent_searches").elements()) {
    if (!expect.as_object(search, "frequent_searches")) break;
    catalogue.frequent_searches.push_back({expect.text(search, "id"), expect.text(search, "en")});
  }
  if (!expect.is_well()) return tl::unexpected<base::Error>(expect.error());
  return catalogue;
}

base::Result<std::vector<SearchDocument>> search_documents_from_json(std::string_view bytes) {
  const auto document = base::json_from_bytes(bytes);
  if (!document) return tl::unexpected<base::Error>(document.error());
  JsonExpect expect;
  std::vector<SearchDocument> documents;
  const JsonValue root = checked_root(*document, expect);
  const JsonValue entries = expect.needed(root, "documents", Kind::array);
  documents.reserve(entries.count());
  for (const JsonValue entry : entries.elements()) {
    if (!expect.as_object(entry, "documents")) break;
    documents.push_back(document_from_json(expect, entry));
    if (!expect.is_well()) break;
  }
  if (!expect.is_well()) return tl::unexpected<base::Error>(expect.error());
  return documents;
}

}  // namespace wire
