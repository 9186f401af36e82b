#include "publish/table_file.h"

#include <catch2/catch_test_macros.hpp>

#include "formats/jsonstat.h"
#include "formats/sidecar.h"
#include "server/publish/sample_data.h"

using publish::Checks;
using publish::Format;
using publish::TableFile;
using support::TemporaryFolder;

namespace {

TableFile read(const TemporaryFolder& folder, const std::string& name,
               Format format = Format::jsonstat, Checks checks = Checks::publishable) {
  return publish::table_file_from_path(folder.path() / name, format, checks);
}

}  // namespace

TEST_CASE("a good table is read without a finding") {
  TemporaryFolder folder;
  folder.write("desa.json", sample::table_json("desa"));
  const TableFile file = read(folder, "desa.json");
  CHECK(file.findings.empty());
  REQUIRE(file.table);
  CHECK(file.table->code == "desa");
  CHECK(file.table->cells.at(1).value == 20);
}

TEST_CASE("what cannot be read is an error with its line and column") {
  TemporaryFolder folder;
  folder.write("broken.json", "{\n  \"class\": oops\n}");
  const TableFile file = read(folder, "broken.json");
  CHECK_FALSE(file.table);
  REQUIRE(file.findings.size() == 1);
  CHECK(file.has_errors());
  CHECK(file.findings[0].finding.line == 2);
  CHECK(file.findings[0].finding.column == 12);
  CHECK(file.findings[0].file == (folder.path() / "broken.json").string());
}

TEST_CASE("the place is found wherever the reader's sentence says it") {
  TemporaryFolder folder;
  folder.write("open.csv", "kecamatan,value\nGelumbang,1\n\"Lubai,2\n");
  const TableFile file = read(folder, "open.csv", Format::csv, Checks::readable);
  REQUIRE(file.findings.size() == 1);
  CHECK(file.findings[0].finding.line == 3);
  CHECK(file.findings[0].finding.column == 1);
}

TEST_CASE("a file that is not there is an error") {
  TemporaryFolder folder;
  const TableFile file = read(folder, "missing.json");
  REQUIRE(file.findings.size() == 1);
  CHECK(file.findings[0].finding.code == "not_found");
}

TEST_CASE("a table without a source can be read but not published") {
  TemporaryFolder folder;
  std::string json = sample::table_json("desa");
  json.erase(json.find("\"source\": \"BPS\","), 16);
  folder.write("desa.json", json);
  CHECK(read(folder, "desa.json").has_errors());
  CHECK_FALSE(read(folder, "desa.json", Format::jsonstat, Checks::readable).has_errors());
}

TEST_CASE("the cells of a large table are read from the file beside it") {
  TemporaryFolder folder;
  folder.write("small.json", sample::table_json("desa"));
  const TableFile small = read(folder, "small.json");
  REQUIRE(small.table);
  const std::string cells = formats::sidecar_from_cells(small.table->cells);
  folder.write("desa.cells", cells);
  folder.write("desa.json",
               formats::jsonstat_from_table(*small.table, {"desa.cells", cells.size()}));
  const TableFile file = read(folder, "desa.json");
  CHECK(file.findings.empty());
  REQUIRE(file.table);
  CHECK(file.table->cells.at(0).value == 10);
  CHECK(file.table->cells.at(1).value == 20);

  folder.write("desa.cells", cells.substr(1));
  CHECK(read(folder, "desa.json").has_errors());
}

TEST_CASE("the cells are not looked for in another folder") {
  TemporaryFolder folder;
  folder.write("small.json", sample::table_json("desa"));
  const TableFile small = read(folder, "small.json");
  REQUIRE(small.table);
  const std::string cells = formats::sidecar_from_cells(small.table->cells);
  folder.write("secret.cells", cells);
  for (const std::string address : {"../secret.cells", "below/../../secret.cells", ".."}) {
    CAPTURE(address);
    folder.write("below/desa.json",
                 formats::jsonstat_from_table(*small.table, {address, cells.size()}));
    CHECK(read(folder, "below/desa.json").has_errors());
  }
}

TEST_CASE("the format is known by its word or by the file's ending") {
  CHECK(publish::format_from_word("jsonstat") == Format::jsonstat);
  CHECK(publish::format_from_path("a/b.csv") == Format::csv);
  CHECK(publish::format_from_path("a/b.json") == Format::jsonstat);
  CHECK(publish::format_from_path("a/b.xlsx") == Format::xlsx);
  CHECK(publish::format_from_word("px").error().message.find("yet") != std::string::npos);
  CHECK(publish::format_from_word("doc").error().code == base::ErrorCode::invalid);
  CHECK_FALSE(publish::format_from_path("a/b"));
}

TEST_CASE("a finding is one line of JSON") {
  stats::Finding finding;
  finding.severity = stats::Finding::Severity::warning;
  finding.code = "total_differs";
  finding.message = "A \"quoted\"\nword.";
  finding.line = 3;
  finding.column = 7;
  CHECK(publish::json_from_finding({"a.json", finding}) ==
        R"({"file": "a.json", "line": 3, "column": 7, "code": "total_differs", )"
        R"("severity": "warning", "message": "A \"quoted\"\nword."})");
}

TEST_CASE("a table written as CSV reads back with the same figures") {
  TemporaryFolder folder;
  folder.write("desa.json", sample::table_json("desa", "10", "null"));
  const TableFile file = read(folder, "desa.json");
  REQUIRE(file.table);
  folder.write("desa.csv", *publish::bytes_from_table(*file.table, Format::csv));
  const TableFile back = read(folder, "desa.csv", Format::csv, Checks::readable);
  REQUIRE(back.table);
  CHECK(back.table->cells.at(0).value == 10);
  CHECK_FALSE(back.table->cells.has_value(1));
}

TEST_CASE("a workbook can be written, and reading one is refused in words") {
  TemporaryFolder folder;
  folder.write("desa.json", sample::table_json("desa", "10", "null"));
  const TableFile file = read(folder, "desa.json");
  REQUIRE(file.table);
  const auto bytes = publish::bytes_from_table(*file.table, Format::xlsx);
  REQUIRE(bytes);
  CHECK(bytes->starts_with("PK"));
  folder.write("desa.xlsx", *bytes);
  const TableFile back = read(folder, "desa.xlsx", Format::xlsx, Checks::readable);
  CHECK_FALSE(back.table);
  REQUIRE(back.findings.size() == 1);
  CHECK(back.findings[0].finding.message.find("not read") != std::string::npos);
}
