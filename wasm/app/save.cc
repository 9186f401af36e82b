#include "app/save.h"

#include <algorithm>
#include <vector>

#include "app/update.h"
#include "base/words.h"
#include "formats/csv.h"
#include "formats/jsonstat.h"
#include "output/csv.h"
#include "output/page.h"
#include "stats/sub_table.h"

namespace app {
namespace {

formats::CsvStyle csv_style(const SaveChoice& choice, base::Language language) {
  formats::CsvStyle style;
  style.separator = choice.separator;
  style.decimal = choice.decimal;
  style.with_bom = choice.with_bom;
  style.language = language;
  return style;
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

}  // namespace

std::string_view mime_type(FileFormat format) {
  return format == FileFormat::csv ? "text/csv;charset=utf-8" : "application/json";
}

std::string file_bytes(const stats::PivotGrid& grid, const SaveChoice& choice,
                       base::Language language) {
  if (choice.format == FileFormat::jsonstat) {
    return formats::jsonstat_from_table(choice.is_whole_table ? grid.table()
                                                              : stats::sub_table_from_grid(grid));
  }
  const formats::CsvStyle style = csv_style(choice, language);
  if (choice.is_whole_table) return formats::csv_from_table(grid.table(), style);
  return output::csv_from_page(output::page_from_grid(grid, language), style);
}

std::string file_name(const State& state, const SaveChoice& choice) {
  const auto* screen = std::get_if<TableScreen>(&state.screen);
  const std::string code = screen ? screen->code : "";
  const std::string periods = state.grid ? periods_in_name(*state.grid, choice.is_whole_table) : "";
  const base::Word part = choice.is_whole_table ? base::Word::file_whole : base::Word::file_shown;
  const std::string_view ending = choice.format == FileFormat::csv ? ".csv" : ".json";
  return safe_name(code + periods + "_" + std::string(base::text(part, state.language)) +
                   std::string(ending));
}

}  // namespace app
