// Table to JSON-stat.
#include <algorithm>

#include "base/json_writer.h"
#include "base/number.h"
#include "formats/figure_text.h"
#include "formats/jsonstat.h"

namespace formats {
namespace {

using base::JsonWriter;
using stats::Category;
using stats::Cells;
using stats::CellStatus;
using stats::Dimension;
using stats::Role;
using stats::Table;

constexpr auto many_lines = JsonWriter::Lines::many;

void write_texts(JsonWriter& json, const std::vector<std::string>& texts) {
  json.open_array();
  for (const std::string& text : texts)
    json.text(text);
  json.close_array();
}

void write_role(JsonWriter& json, const Table& table, std::string_view name, Role role) {
  const auto has_role = [&](const Dimension& dimension) { return dimension.role == role; };
  if (std::none_of(table.dimensions.begin(), table.dimensions.end(), has_role)) return;
  json.key(name);
  json.open_array();
  for (const Dimension& dimension : table.dimensions)
    if (has_role(dimension)) json.text(dimension.code);
  json.close_array();
}

void write_ids(JsonWriter& json, const Table& table) {
  json.key("id");
  json.open_array();
  for (const Dimension& dimension : table.dimensions)
    json.text(dimension.code);
  json.close_array();
  json.key("size");
  json.open_array();
  for (const Dimension& dimension : table.dimensions)
    json.whole(dimension.categories.size());
  json.close_array();
  json.key("role");
  json.open_object();
  write_role(json, table, "time", Role::time);
  write_role(json, table, "geo", Role::geo);
  write_role(json, table, "metric", Role::measure);
  json.close_object();
}

/// A member by category code for each category for which `has` is true; nothing where none is.
template <class Has, class Write>
void write_by_category(JsonWriter& json, std::string_view name, const Dimension& dimension,
                       JsonWriter::Lines lines, Has has, Write write) {
  if (std::none_of(dimension.categories.begin(), dimension.categories.end(), has)) return;
  json.key(name);
  json.open_object(lines);
  for (const Category& category : dimension.categories) {
    if (!has(category)) continue;
    json.key(category.code);
    write(category);
  }
  json.close_object();
}

void write_children(JsonWriter& json, const Dimension& dimension) {
  std::vector<std::vector<std::uint32_t>> children(dimension.categories.size());
  for (std::uint32_t at = 0; at < dimension.categories.size(); ++at)
    if (dimension.categories[at].parent >= 0)
      children[dimension.categories[at].parent].push_back(at);
  const auto children_of = [&](const Category& category) -> const std::vector<std::uint32_t>& {
    return children[static_cast<std::size_t>(&category - dimension.categories.data())];
  };
  write_by_category(
      json, "child", dimension, many_lines,
      [&](const Category& category) { return !children_of(category).empty(); },
      [&](const Category& category) {
        json.open_array();
        for (const std::uint32_t child : children_of(category))
          json.text(dimension.categories[child].code);
        json.close_array();
      });
}

/// Notes on one category, for readers that know nothing of ours.
void write_category_notes(JsonWriter& json, const Table& table, std::uint32_t dimension) {
  const Dimension& noted = table.dimensions[dimension];
  std::vector<std::vector<std::string_view>> notes(noted.categories.size());
  for (const stats::Note& note : table.notes)
    if (note.where.size() == 1 && note.where[0].dimension == dimension)
      notes[note.where[0].category].push_back(note.text.in(base::Language::id));
  const auto notes_of = [&](const Category& category) -> const std::vector<std::string_view>& {
    return notes[static_cast<std::size_t>(&category - noted.categories.data())];
  };
  write_by_category(
      json, "note", noted, many_lines,
      [&](const Category& category) { return !notes_of(category).empty(); },
      [&](const Category& category) {
        json.open_array();
        for (const std::string_view note : notes_of(category))
          json.text(note);
        json.close_array();
      });
}

void write_category(JsonWriter& json, const Table& table, std::uint32_t at) {
  const Dimension& dimension = table.dimensions[at];
  const auto always = [](const Category&) { return true; };
  json.key("category");
  json.open_object(many_lines);
  json.key("index");
  json.open_array();
  for (const Category& category : dimension.categories)
    json.text(category.code);
  json.close_array();
  write_by_category(json, "label", dimension, many_lines, always,
                    [&](const Category& category) { json.text(category.label.id); });
  write_children(json, dimension);
  if (dimension.role == Role::measure) {
    write_by_category(json, "unit", dimension, many_lines, always, [&](const Category& category) {
      json.open_object();
      json.set_text_member("base", category.unit.id);
      json.whole_member("decimals", static_cast<std::uint64_t>(category.decimals));
      json.close_object();
    });
  }
  write_category_notes(json, table, at);
  json.close_object();
}

/// What JSON-stat has no place for; nothing where there is nothing of it.
void write_dimension_extension(JsonWriter& json, const Dimension& dimension) {
  const bool is_measure = dimension.role == Role::measure;
  const auto has_english = [](const Category& category) { return !category.label.en.empty(); };
  if (!is_measure && dimension.is_mandatory && dimension.label.en.empty() &&
      std::none_of(dimension.categories.begin(), dimension.categories.end(), has_english))
    return;
  json.key("extension");
  json.open_object(many_lines);
  json.key("lumbung");
  json.open_object(many_lines);
  json.set_text_member("label_en", dimension.label.en);
  write_by_category(json, "category_label_en", dimension, many_lines, has_english,
                    [&](const Category& category) { json.text(category.label.en); });
  if (!dimension.is_mandatory) {
    json.key("mandatory");
    json.truth(false);
  }
  write_by_category(
      json, "unit_en", dimension, many_lines,
      [&](const Category& category) { return is_measure && !category.unit.en.empty(); },
      [&](const Category& category) { json.text(category.unit.en); });
  write_by_category(
      json, "additivity", dimension, many_lines, [&](const Category&) { return is_measure; },
      [&](const Category& category) {
        json.text(stats::text_from_additivity(category.additivity));
      });
  json.close_object();
  json.close_object();
}

void write_dimension(JsonWriter& json, const Table& table, std::uint32_t at) {
  const Dimension& dimension = table.dimensions[at];
  json.key(dimension.code);
  json.open_object(many_lines);
  json.text_member("label", dimension.label.id);
  write_category(json, table, at);
  write_dimension_extension(json, dimension);
  json.close_object();
}

/// Sparse figures as an object by cell index; others as an array, a line for each innermost block
/// of cells, so that a change of one figure is a change of one line. Readers take an object without
/// members for a dataset without cells, so that no figure at all is written as an array, too.
void write_values(JsonWriter& json, const Table& table) {
  const Cells& cells = table.cells;
  json.key("value");
  if (cells.form() == Cells::Form::sparse && !cells.sparse_indices().empty()) {
    json.open_object();
    for (std::size_t at = 0; at < cells.sparse_indices().size(); ++at) {
      json.key(std::to_string(cells.sparse_indices()[at]));
      json.raw(base::figure_from_number(cells.double_values()[at]));
    }
    json.close_object();
    return;
  }
  constexpr std::size_t line_cells_min = 8;
  std::size_t line_cells = 1;
  for (std::size_t at = table.dimensions.size(); at-- > 0 && line_cells < line_cells_min;)
    line_cells *= table.dimensions[at].categories.size();
  json.open_array(many_lines);
  for (std::size_t begin = 0; begin < cells.count(); begin += line_cells) {
    std::string line;
    for (std::size_t at = begin; at < std::min(begin + line_cells, cells.count()); ++at) {
      const std::string figure = figure_at(cells, at);
      if (at > begin) line += ", ";
      line += figure.empty() ? "null" : figure;
    }
    json.raw(line);
  }
  json.close_array();
}

/// Marks by cell index.
void write_statuses(JsonWriter& json, const Cells& cells) {
  const auto is_final = [](const stats::StatusAt& at) { return at.status == CellStatus::final; };
  const auto statuses = cells.statuses();
  if (std::all_of(statuses.begin(), statuses.end(), is_final)) return;
  json.key("status");
  json.open_object();
  for (const stats::StatusAt& at : statuses)
    if (!is_final(at))
      json.text_member(std::to_string(at.index), stats::mark_from_status(at.status));
  json.close_object();
}

void write_sidecar_name(JsonWriter& json, const Cells& cells, const SidecarName& sidecar) {
  const bool is_scaled = cells.form() == Cells::Form::scaled;
  json.key("cells");
  json.open_object();
  json.text_member("address", sidecar.address);
  json.whole_member("bytes", sidecar.bytes);
  json.text_member("form", is_scaled ? "scaled" : "doubles");
  json.whole_member("decimals", is_scaled ? static_cast<std::uint64_t>(cells.decimals()) : 0);
  json.close_object();
}

void write_contact(JsonWriter& json, const stats::Contact& contact) {
  if (contact.name.empty() && contact.mail.empty() && contact.phone.empty()) return;
  json.key("contact");
  json.open_object();
  json.set_pair_member("name", contact.name);
  json.set_text_member("mail", contact.mail);
  json.set_text_member("phone", contact.phone);
  json.close_object();
}

void write_layout(JsonWriter& json, const stats::Layout& layout) {
  if (layout.stub.empty() && layout.heading.empty()) return;
  json.key("layout");
  json.open_object();
  json.key("stub");
  write_texts(json, layout.stub);
  json.key("heading");
  write_texts(json, layout.heading);
  json.close_object();
}

void write_notes(JsonWriter& json, const Table& table) {
  json.key("notes");
  json.open_array(many_lines);
  for (const stats::Note& note : table.notes) {
    json.open_object();
    json.set_text_member("id", note.text.id);
    json.set_text_member("en", note.text.en);
    json.key("mandatory");
    json.truth(note.is_mandatory);
    json.key("where");
    json.open_object();
    for (const stats::Coordinate& at : note.where) {
      const Dimension& dimension = table.dimensions[at.dimension];
      json.text_member(dimension.code, dimension.categories[at.category].code);
    }
    json.close_object();
    json.close_object();
  }
  json.close_array();
}

void write_extension(JsonWriter& json, const Table& table, const SidecarName& sidecar) {
  json.key("extension");
  json.open_object(many_lines);
  json.key("lumbung");
  json.open_object(many_lines);
  json.whole_member("format", 1);
  json.text_member("code", table.code);
  json.set_text_member("subject", table.subject);
  json.set_text_member("title_en", table.title.en);
  json.set_text_member("source_en", table.source.en);
  json.set_pair_member("publisher", table.publisher);
  if (table.next_update.is_set())
    json.text_member("next_update", base::iso_from_date(table.next_update));
  json.set_text_member("licence", table.licence);
  write_contact(json, table.contact);
  json.set_text_member("area_level", table.area_level);
  write_layout(json, table.layout);
  write_notes(json, table);
  if (!sidecar.address.empty()) write_sidecar_name(json, table.cells, sidecar);
  json.close_object();
  json.close_object();
}

/// Notes for readers that know nothing of ours. JSON-stat has no notes on cells: these stand with
/// those on the table, which is better than nowhere.
void write_table_notes(JsonWriter& json, const Table& table) {
  const auto is_on_category = [](const stats::Note& note) { return note.where.size() == 1; };
  if (std::all_of(table.notes.begin(), table.notes.end(), is_on_category)) return;
  json.key("note");
  json.open_array(many_lines);
  for (const stats::Note& note : table.notes)
    if (!is_on_category(note)) json.text(note.text.in(base::Language::id));
  json.close_array();
}

}  // namespace

std::string jsonstat_from_table(const Table& table, const SidecarName& sidecar) {
  JsonWriter json;
  json.open_object(many_lines);
  json.text_member("version", "2.0");
  json.text_member("class", "dataset");
  json.text_member("label", table.title.id);
  write_table_notes(json, table);
  json.set_text_member("source", table.source.id);
  if (table.updated.is_set()) json.text_member("updated", base::iso_from_date(table.updated));
  write_ids(json, table);
  json.key("dimension");
  json.open_object(many_lines);
  for (std::uint32_t at = 0; at < table.dimensions.size(); ++at)
    write_dimension(json, table, at);
  json.close_object();
  if (sidecar.address.empty()) {
    write_values(json, table);
    write_statuses(json, table.cells);
  } else {
    json.key("value");
    json.open_object();
    json.close_object();
  }
  write_extension(json, table, sidecar);
  json.close_object();
  return std::move(json).take() + "\n";
}

std::string jsonstat_from_table(const Table& table) {
  return jsonstat_from_table(table, SidecarName{});
}

}  // namespace formats
