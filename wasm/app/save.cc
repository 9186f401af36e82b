#include "app/save.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "app/update.h"
#include "app/word_lists.h"
#include "base/json_writer.h"
#include "base/words.h"

namespace app {
namespace {

struct FormatFacts {
  std::string_view word, ending, mime_type, exporter;
};
/// In the order of FileFormat.
constexpr FormatFacts format_facts[] = {
    {"xlsx", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "sheet"},
    {"pdf", ".pdf", "application/pdf", "paper"},
    {"print", "", "", "paper"},
    {"csv", ".csv", "text/csv;charset=utf-8", "sheet"},
    {"jsonstat", ".json", "application/json", "sheet"},
    {"svg", ".svg", "image/svg+xml", "paper"},
    {"png", ".png", "image/png", "paper"},
    {"chart-pdf", ".pdf", "application/pdf", "paper"},
    {"picture", "", "", "paper"}};

/// In the order of FileVerdict.
constexpr std::string_view verdict_words[] = {"genuine", "outdated", "changed",  "different",
                                              "unknown", "unsealed", "unchecked"};

/// In the order of CsvLabels.
constexpr std::string_view labels_words[] = {"codes", "labels", "both"};

const FormatFacts& facts_of(FileFormat format) {
  return format_facts[static_cast<std::size_t>(format)];
}

/// Codes of the first and last period: of those shown, or of all.
std::string periods_in_name(const stats::PivotGrid& grid, bool is_whole_table) {
  const stats::Table& table = grid.table();
  const auto time = table.time_dimension();
  if (!time || table.dimensions[*time].categories.empty()) return "";
  const stats::Dimension& dimension = table.dimensions[*time];
  std::uint32_t first = 0, last = static_cast<std::uint32_t>(dimension.categories.size()) - 1;
  if (!is_whole_table) {
    std::vector<std::uint32_t> shown;
    for (const auto* axis : {&grid.stub(), &grid.heading()}) {
      for (const stats::AxisLevel& level : *axis) {
        if (level.dimension == *time) shown = level.categories;
      }
    }
    for (const stats::Coordinate& fixed : grid.fixed()) {
      if (fixed.dimension == *time) shown = {fixed.category};
    }
    if (!shown.empty()) {
      first = *std::min_element(shown.begin(), shown.end());
      last = *std::max_element(shown.begin(), shown.end());
    }
  }
  const std::string& begin = dimension.categories[first].code;
  const std::string& end = dimension.categories[last].code;
  return "_" + (first == last ? begin : begin + "-" + end);
}

/// Every file system takes these; a period's code may hold anything.
std::string safe_name(std::string name) {
  for (char& c : name) {
    const bool is_safe = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                         (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    if (!is_safe) c = '-';
  }
  return name;
}

void write_truth(base::JsonWriter& json, std::string_view key, bool value) {
  json.key(key);
  json.truth(value);
}

}  // namespace

std::string_view word_from_format(FileFormat format) { return facts_of(format).word; }

bool is_table_format(FileFormat format) { return format <= FileFormat::jsonstat; }

std::optional<FileFormat> format_from_word(std::string_view word) {
  for (std::size_t i = 0; i < std::size(format_facts); ++i) {
    if (format_facts[i].word == word) return static_cast<FileFormat>(i);
  }
  return std::nullopt;
}

std::string_view exporter_of(FileFormat format) { return facts_of(format).exporter; }

std::string_view mime_type(FileFormat format) { return facts_of(format).mime_type; }

std::string_view word_from_labels(CsvLabels labels) {
  return labels_words[static_cast<std::size_t>(labels)];
}

std::optional<CsvLabels> labels_from_word(std::string_view word) {
  return value_from_word<CsvLabels>(labels_words, word);
}

FileVerdict verdict_from_word(std::string_view word) {
  return value_from_word<FileVerdict>(verdict_words, word).value_or(FileVerdict::unchecked);
}

std::string_view word_from_verdict(FileVerdict verdict) {
  return verdict_words[static_cast<std::size_t>(verdict)];
}

bool can_leave_out(const SaveChoice& choice) {
  return choice.format != FileFormat::jsonstat &&
         !(choice.format == FileFormat::csv && choice.is_whole_table);
}

std::uint64_t estimated_bytes(const stats::PivotGrid& grid, const SaveChoice& choice) {
  const double cells = static_cast<double>(
      choice.is_whole_table ? grid.table().cells_count()
                            : grid.rows_count() * std::max<std::size_t>(grid.columns_count(), 1));
  // Measured on the tables in data/: what a file has without any cell, and what each one adds.
  struct Size {
    double empty, cell;
  };
  const bool names_each_cell = choice.is_whole_table && choice.format == FileFormat::csv;
  const Size size = choice.format == FileFormat::xlsx       ? Size{9000, 40}
                    : choice.format == FileFormat::pdf      ? Size{25000, 20}
                    : choice.format == FileFormat::jsonstat ? Size{4000, 12}
                    : names_each_cell                       ? Size{200, 60}
                    : choice.format == FileFormat::csv      ? Size{800, 12}
                                                            : Size{0, 0};
  return static_cast<std::uint64_t>(size.empty + size.cell * cells);
}

std::string job_from_choice(const SaveChoice& choice, std::string_view path_and_query,
                            std::string_view base_path) {
  base::JsonWriter json;
  json.open_object();
  json.text_member("format", word_from_format(choice.format));
  json.text_member("address", path_and_query);
  json.text_member("base", base_path);
  write_truth(json, "whole", choice.is_whole_table);
  if (can_leave_out(choice)) {
    if (!choice.with_notes) write_truth(json, "notes", false);
    if (!choice.with_source) write_truth(json, "source", false);
  }
  if (choice.format == FileFormat::csv) {
    json.text_member("separator", std::string_view(&choice.separator, 1));
    json.text_member("decimal", std::string_view(&choice.decimal, 1));
    write_truth(json, "bom", choice.with_bom);
    json.text_member("labels", word_from_labels(choice.labels));
  }
  json.close_object();
  return std::move(json).take();
}

std::string job_for_picture(FileFormat format, std::string_view path_and_query,
                            std::string_view base_path, std::string_view outlines, float width) {
  base::JsonWriter json;
  json.open_object();
  // The page makes the PNG out of the SVG.
  json.text_member("format",
                   word_from_format(format == FileFormat::png ? FileFormat::svg : format));
  json.text_member("address", path_and_query);
  json.text_member("base", base_path);
  json.set_text_member("outlines", outlines);
  json.whole_member("width", static_cast<std::uint64_t>(width));
  json.close_object();
  return std::move(json).take();
}

std::string file_name(const State& state, const SaveChoice& choice) {
  const auto* screen = std::get_if<TableScreen>(&state.screen);
  const std::string code = screen ? screen->code : "";
  const std::string periods = state.grid ? periods_in_name(*state.grid, choice.is_whole_table) : "";
  const base::Word part = choice.is_whole_table ? base::Word::file_whole : base::Word::file_shown;
  return safe_name(code + periods + "_" + std::string(base::text(part, state.language)) +
                   std::string(facts_of(choice.format).ending));
}

}  // namespace app
