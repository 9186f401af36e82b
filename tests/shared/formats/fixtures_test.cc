// Other people's files, read by us and by another program: the JSON-stat samples against the
// author's own toolkit, CSV samples against the JSON that stands beside them. Skipped where they
// are not there.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "base/json.h"
#include "base/number.h"
#include "base/text.h"
#include "formats/csv.h"
#include "formats/jsonstat.h"

namespace {

namespace fs = std::filesystem;
using Rows = std::vector<std::vector<std::string>>;

/// The folder of fixtures, or a test that says that it is skipped.
fs::path fixtures(const char* part) {
  const char* named = std::getenv("LUMBUNG_FIXTURES");
  const fs::path folder =
      (named ? fs::path(named) : fs::path(LUMBUNG_SOURCE_FOLDER) / "../shared/fixtures") / part;
  if (!fs::exists(folder)) SKIP("there are no fixtures at " << folder.string());
  return folder;
}

std::string bytes_from_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> texts(const std::vector<std::string_view>& views) {
  return {views.begin(), views.end()};
}

/// What the toolkit reads and we refuse, with the words of our reason; and the other way round.
const std::map<std::string, std::string>& judged() {
  static const std::map<std::string, std::string> files = {
      // Holds texts in place of figures, to show the order of cells.
      {"jsonstat/26fe_jsonstat.py/order.json", "must be a number or null"},
      // Two datasets in one file: nobody says which is meant.
      {"jsonstat/26fe_jsonstat.py/oecd-canada.json", "bundle of version 1 with 2 datasets"},
      {"jsonstat/26fe_jsonstat.py/oecd-canada-col.json", "the file is a \"collection\""},
      // Eurostat's own form of `status`, before JSON-stat had one.
      {"jsonstat/26fe_jsonstat.py/eurostat-name_gpd_c-geo_IT.json", "must be named by cell index"},
      // Four ids, three sizes.
      {"jsonstat/predicador37_pyjstat/QS104EW.json", "one number for each id, 4, but has 3"},
      // No `class`: the toolkit gives up, though the rest is a version 1 dataset.
      {"jsonstat/26fe_jsonstat.py/three_dim_v1.json", ""},
  };
  return files;
}

struct OracleRow {
  std::string file, dimensions, sizes;
  std::size_t cells = 0, figures = 0;
  double sum = 0;
  bool is_dataset = false;
};

std::vector<OracleRow> oracle_rows(const fs::path& file) {
  std::vector<OracleRow> rows;
  const std::string bytes = bytes_from_file(file);
  for (const std::string_view line : base::split(bytes, '\n')) {
    const std::vector<std::string> fields = texts(base::split(line, '\t'));
    if (fields.size() < 2 || fields[0] == "file") continue;
    OracleRow row;
    row.file = fields[0];
    row.is_dataset = fields.size() == 8;
    if (row.is_dataset) {
      row.dimensions = fields[2];
      row.sizes = fields[3];
      row.cells = std::stoul(fields[4]);
      row.figures = std::stoul(fields[5]);
      row.sum = std::stod(fields[7]);
    }
    rows.push_back(row);
  }
  return rows;
}

/// The table told as the oracle tells it, without the measure dimension that we add.
OracleRow row_from_table(const std::string& file, const stats::Table& table,
                         std::size_t dimensions_count) {
  OracleRow row;
  row.file = file;
  row.is_dataset = true;
  for (std::size_t at = 0; at < dimensions_count && at < table.dimensions.size(); ++at) {
    const stats::Dimension& dimension = table.dimensions[at];
    row.dimensions += (at ? "," : "") + dimension.code;
    row.sizes += (at ? "x" : "") + std::to_string(dimension.categories.size());
  }
  row.cells = table.cells.count();
  for (std::size_t cell = 0; cell < table.cells.count(); ++cell) {
    if (!table.cells.has_value(cell)) continue;
    ++row.figures;
    row.sum += table.cells.value_or_nan(cell);
  }
  return row;
}

/// Rows from the JSON beside a CSV: arrays of texts, or objects whose names are the first row.
Rows rows_from_json(const std::string& bytes) {
  const auto document = base::json_from_bytes(bytes);
  REQUIRE(document);
  Rows rows;
  for (const base::JsonValue row : document->root().elements()) {
    std::vector<std::string> names, fields;
    for (const base::JsonValue field : row.elements())
      fields.emplace_back(field.text());
    for (const auto& [name, field] : row.members()) {
      names.emplace_back(name);
      fields.emplace_back(field.text());
    }
    if (rows.empty() && !names.empty()) rows.push_back(names);
    rows.push_back(fields);
  }
  return rows;
}

}  // namespace

TEST_CASE("JSON-stat samples read as the toolkit of JSON-stat's author reads them") {
  const fs::path folder = fixtures("oracle").parent_path();
  for (const OracleRow& expected : oracle_rows(folder / "oracle/jsonstat-by-toolkit.tsv")) {
    CAPTURE(expected.file);
    const auto document = formats::table_from_jsonstat(bytes_from_file(folder / expected.file));
    const auto judgement = judged().find(expected.file);
    if (judgement != judged().end() && !judgement->second.empty()) {
      REQUIRE_FALSE(document);
      CHECK(document.error().message.find(judgement->second) != std::string::npos);
    } else if (judgement != judged().end()) {
      CHECK(document);
    } else if (!expected.is_dataset) {
      CHECK_FALSE(document);
    } else {
      INFO((document ? "" : document.error().message));
      REQUIRE(document);
      const auto commas = std::count(expected.dimensions.begin(), expected.dimensions.end(), ',');
      const OracleRow came =
          row_from_table(expected.file, document->table, static_cast<std::size_t>(commas) + 1);
      CHECK(came.dimensions == expected.dimensions);
      CHECK(came.sizes == expected.sizes);
      CHECK(came.cells == expected.cells);
      CHECK(came.figures == expected.figures);
      CHECK(std::abs(came.sum - expected.sum) <= 1e-9 * std::abs(expected.sum));
    }
  }
}

TEST_CASE("CSV samples read as the JSON beside them says") {
  const fs::path folder = fixtures("csv-conformance");
  std::size_t compared = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".json") continue;
    std::string name = entry.path().stem().string();
    if (name.starts_with("json_")) name.replace(0, 4, "csv");
    // The CSV has lost the carriage returns that its JSON still has.
    if (name == "newlines_crlf") continue;
    CAPTURE(name);
    const std::string csv = bytes_from_file(entry.path().parent_path() / (name + ".csv"));
    const auto rows = formats::rows_from_csv(csv, ',');
    INFO((rows ? "" : rows.error().message));
    REQUIRE(rows);
    Rows expected = rows_from_json(bytes_from_file(entry.path()));
    // With a header but no rows, JSON's objects have no names to tell.
    if (expected.empty()) expected.push_back({"foo", "bar", "baz"});
    CHECK(*rows == expected);
    ++compared;
  }
  CHECK(compared > 20);
}

TEST_CASE("CSV samples that RFC 4180 does not allow are refused") {
  const fs::path folder = fixtures("csv-conformance");
  const std::map<std::string, std::string> reasons = {
      {"sineemore_csv-test-data/csv_bad-quotes-with-unescaped-quote.csv", "after a closing quote"},
      {"wireservice_csvkit/mac_newlines.csv", "a carriage return stands alone"},
      {"wireservice_csvkit/null_byte.csv", "a NUL byte"},
      {"wireservice_csvkit/test_latin1.csv", "this line is not UTF-8"},
      {"wireservice_csvkit/test_utf16_little.csv", "UTF-16"},
      {"frictionlessdata_frictionless-py/escaping.csv", "a quote stands inside a field"},
  };
  for (const auto& [name, reason] : reasons) {
    CAPTURE(name);
    const auto rows = formats::rows_from_csv(bytes_from_file(folder / name), ',');
    REQUIRE_FALSE(rows);
    CHECK(rows.error().message.find(reason) != std::string::npos);
  }
}

TEST_CASE("tidy tables of South Sumatra read with their figures") {
  const fs::path folder = fixtures("muara-enim");
  const auto table = formats::table_from_csv(
      bytes_from_file(folder / "11-indeks-kedalaman-keparahan-kemiskinan-kabkota-2015-2023.csv"),
      {});
  INFO((table ? "" : table.error().message));
  REQUIRE(table);
  CHECK(table->warnings.empty());
  std::size_t figures = 0;
  for (std::size_t cell = 0; cell < table->table.cells.count(); ++cell)
    figures += table->table.cells.has_value(cell);
  CHECK(figures == 18 * 2 * 9);
}
