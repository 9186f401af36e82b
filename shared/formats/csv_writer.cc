// Table to tidy CSV.
#include <algorithm>

#include "formats/csv.h"
#include "formats/csv_guard.h"
#include "formats/csv_scanner.h"
#include "formats/figure_text.h"

namespace formats {
namespace {

using stats::Category;
using stats::Dimension;
using stats::Table;

constexpr std::string_view line_end = "\r\n";  // RFC 4180.

using Labels = CsvStyle::Labels;

std::string header_row(const Table& table, const CsvStyle& style) {
  std::string row;
  for (const Dimension& dimension : table.dimensions) {
    row += csv_text(dimension.code, style.separator) + style.separator;
    if (style.labels == Labels::both)
      row += csv_text(dimension.code + "_label", style.separator) + style.separator;
  }
  row += style.language == base::Language::id ? "nilai" : "value";
  row += style.separator;
  row += "status";
  return row;
}

/// What a category writes before its separator: made once, because it stands in many rows.
std::vector<std::vector<std::string>> category_texts(const Table& table, const CsvStyle& style) {
  std::vector<std::vector<std::string>> texts;
  for (const Dimension& dimension : table.dimensions) {
    std::vector<std::string>& of_dimension = texts.emplace_back();
    for (const Category& category : dimension.categories) {
      const std::string& label = category.label.in(style.language);
      const std::string first =
          csv_text(style.labels == Labels::labels ? label : category.code, style.separator);
      of_dimension.push_back(first + style.separator);
      if (style.labels == Labels::both)
        of_dimension.back() += csv_text(label, style.separator) + style.separator;
    }
  }
  return texts;
}

std::string figure_text(std::string figure, const CsvStyle& style) {
  if (style.decimal != '.') std::replace(figure.begin(), figure.end(), '.', style.decimal);
  const bool has_separator = figure.find(style.separator) != std::string::npos;
  return has_separator ? '"' + figure + '"' : figure;
}

}  // namespace

std::string csv_text(std::string_view text, char separator) {
  std::string field(is_guarded(text) ? "'" : "");
  field += text;
  // At the beginning of a file a byte order mark of the text's own would be taken for the file's.
  const bool has_special = field.starts_with(byte_order_mark) ||
                           field.find_first_of("\"\r\n") != std::string::npos ||
                           field.find(separator) != std::string::npos;
  if (!has_special) return field;
  std::string quoted = "\"";
  for (const char character : field) {
    if (character == '"') quoted += '"';
    quoted += character;
  }
  return quoted + '"';
}

std::string csv_from_table(const Table& table, const CsvStyle& style) {
  std::string csv(style.with_bom ? byte_order_mark : "");
  csv += header_row(table, style);
  csv += line_end;
  const std::vector<std::vector<std::string>> texts = category_texts(table, style);
  std::vector<std::size_t> at(table.dimensions.size(), 0);
  for (std::size_t index = 0; index < table.cells.count(); ++index) {
    for (std::size_t dimension = 0; dimension < at.size(); ++dimension)
      csv += texts[dimension][at[dimension]];
    csv += figure_text(figure_at(table.cells, index), style);
    csv += style.separator;
    csv += stats::mark_from_status(table.cells.status_at(index));
    csv += line_end;
    for (std::size_t dimension = at.size(); dimension-- > 0;) {
      if (++at[dimension] < texts[dimension].size()) break;
      at[dimension] = 0;
    }
  }
  return csv;
}

}  // namespace formats
