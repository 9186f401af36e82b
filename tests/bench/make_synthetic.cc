// Writes a data folder with the three synthetic tables, to be published and opened like any other:
// make_synthetic DIR. Only for benchmarks.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "bench/synthetic.h"
#include "formats/jsonstat.h"
#include "formats/sidecar.h"

namespace {

void write(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

void write_table(const std::filesystem::path& folder, const bench::SyntheticShape& shape,
                 const char* code) {
  stats::Table table = bench::synthetic_table(shape, 1);
  table.code = code;
  table.title = {std::string("Tabel buatan ") + code, std::string("Synthetic table ") + code};
  table.subject = "buatan";
  table.source = {"Angka buatan", "Synthetic figures"};
  table.updated = {2026, 1, 1};
  if (table.cells_count() <= formats::inline_cells_max) {
    write(folder / (table.code + ".json"), formats::jsonstat_from_table(table));
    return;
  }
  const std::string cells = formats::sidecar_from_cells(table.cells);
  write(folder / (table.code + ".cells"), cells);
  write(folder / (table.code + ".json"),
        formats::jsonstat_from_table(table, {table.code + ".cells", cells.size()}));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "Usage: make_synthetic DIR\n");
    return 2;
  }
  const std::filesystem::path data = argv[1];
  std::filesystem::create_directories(data / "tables");
  write_table(data / "tables", bench::synthetic_14_thousand, "buatan-14-ribu");
  write_table(data / "tables", bench::synthetic_1_million, "buatan-1-juta");
  write_table(data / "tables", bench::synthetic_10_million, "buatan-10-juta");
  write(data / "catalogue.json",
        R"({"format": 1, "subjects":
[{"code": "buatan", "label": {"id": "Buatan", "en": "Synthetic"}, "parent": ""}],
"not_available": [], "frequent_searches": []})");
  return 0;
}
