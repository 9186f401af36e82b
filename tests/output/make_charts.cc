// Writes every chart that tables allow as SVG files, for the programs that read them back
// (svg_test.py) and for eyes.
//
//     make_charts OUT_FOLDER TABLE_FILE…
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>

#include "formats/jsonstat.h"
#include "output/svg.h"
#include "output/type_measure.h"
#include "stats/chart.h"

namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

[[noreturn]] void stop(const std::string& what, const base::Error& error) {
  std::cerr << what << ": " << error.message << " " << error.detail << "\n";
  std::exit(1);
}

void write_charts(const fs::path& file, const fs::path& out, const stats::TextMeasure& measure) {
  auto read = formats::table_from_jsonstat(bytes_of(file));
  if (!read) stop(file.string(), read.error());
  const auto table = std::make_shared<const stats::Table>(std::move(read->table));
  const auto grid = stats::grid_from_table(table, stats::default_view(*table));
  for (const base::Language language : {base::Language::id, base::Language::en}) {
    for (const stats::ChartKind kind : stats::chart_kinds) {
      stats::ChartChoice choice;
      choice.kind = kind;
      choice.language = language;
      const stats::Scene scene = stats::chart_from_grid(grid, choice, measure);
      if (!scene.refusal.empty()) continue;
      output::SvgFacts facts;
      facts.language = language;
      facts.foot = {"https://data.example.go.id/id/tabel/" + table->code + "/?a=1&b=2"};
      const std::string name = table->code + "-" + std::string(stats::word_from_chart_kind(kind)) +
                               "-" + std::string(base::code_from_language(language)) + ".svg";
      std::ofstream(out / name, std::ios::binary) << svg_from_scene(scene, facts, measure);
    }
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::cerr << "make_charts OUT_FOLDER TABLE_FILE…\n";
    return 2;
  }
  const fs::path fonts = LUMBUNG_FONT_FOLDER;
  const auto measure = output::measure_from_fonts(bytes_of(fonts / "LumbungSans-Regular.ttf"),
                                                  bytes_of(fonts / "LumbungSans-SemiBold.ttf"));
  if (!measure) stop(fonts.string(), measure.error());
  for (int i = 2; i < count; ++i)
    write_charts(arguments[i], arguments[1], *measure);
  return 0;
}
