// Writing JSON-stat: one document as approved, and every table read back as it was.
#include <rapidcheck.h>
#include <catch2/catch_test_macros.hpp>

#include "formats/jsonstat.h"
#include "formats/sidecar.h"
#include "support/golden.h"
#include "support/random_table.h"
#include "support/table_builder.h"
#include "support/table_difference.h"

namespace {

using stats::Additivity;
using stats::CellStatus;
using stats::Table;
using support::none;

Table small_table() {
  Table table = support::table("desa-kelurahan")
                    .title("Jumlah desa", "Number of villages")
                    .geo("kecamatan", {{"1603", "Muara Enim"}, {"1603020", "Tanjung Agung"}})
                    .parent("1603", {"1603020"})
                    .time("tahun", {"2024", "2025"})
                    .measure("jumlah", "desa", 0, Additivity::stock)
                    .cells({256, 257, none, 14})
                    .status(1, CellStatus::provisional)
                    .status(2, CellStatus::not_displayable)
                    .note("Seluruh tabel", {})
                    .note("Satu \"kecamatan\"", {{0, 1}}, true)
                    .layout({"kecamatan"}, {"tahun"})
                    .make();
  table.subject = "wilayah";
  table.publisher = {"Kementerian Dalam Negeri", "Ministry of Home Affairs"};
  table.updated = {2025, 4, 25};
  table.next_update = {2027, 2, 1};
  table.licence = "CC BY 4.0";
  table.contact = {{"Humas", "Press"}, "a@b.go.id", "0734"};
  table.area_level = "district";
  table.dimensions[0].label.en = "District";
  table.dimensions[0].is_mandatory = false;
  table.dimensions[2].categories[0].unit.en = "villages";
  return table;
}

std::string difference_after_reading(const Table& table) {
  const auto document = formats::table_from_jsonstat(formats::jsonstat_from_table(table));
  if (!document) return document.error().message;
  return support::difference_of_tables(table, document->table);
}

}  // namespace

TEST_CASE("a document is written as approved") {
  golden::check("formats/jsonstat_small", formats::jsonstat_from_table(small_table()));
}

TEST_CASE("a document whose cells stand apart is written as approved") {
  golden::check("formats/jsonstat_sidecar",
                formats::jsonstat_from_table(small_table(), {"0a1b.cells", 54}));
}

TEST_CASE("a table reads back as it was written") {
  CHECK(difference_after_reading(small_table()).empty());
}

TEST_CASE("sparse figures are written as an object by cell index") {
  Table table = small_table();
  table.dimensions[1].categories.resize(50, table.dimensions[1].categories[0]);
  for (std::size_t at = 0; at < 50; ++at)
    table.dimensions[1].categories[at].code = std::to_string(2000 + at);
  table.cells = stats::Cells::sparse(100, {3, 97}, {0.1, 1e30}, {{5, CellStatus::estimate}});
  const std::string json = formats::jsonstat_from_table(table);
  CHECK(json.find(R"("value": {"3": 0.1, "97": )") != std::string::npos);
  CHECK(json.find(R"("status": {"5": "e"})") != std::string::npos);
  CHECK(difference_after_reading(table).empty());
}

TEST_CASE("cells without any figure are written one by one, not as an object without members") {
  Table table = small_table();
  table.cells = stats::Cells::sparse(4, {}, {}, {{2, CellStatus::not_displayable}});
  const std::string json = formats::jsonstat_from_table(table);
  CHECK(json.find("null, null") != std::string::npos);
  CHECK(json.find("\"value\": {}") == std::string::npos);
  CHECK(difference_after_reading(table).empty());
}

TEST_CASE("an absent cell keeps the mark that it was given") {
  Table table = small_table();
  table.cells = stats::Cells::from_doubles({1, none, none, 4}, {{1, CellStatus::not_available}});
  const std::string json = formats::jsonstat_from_table(table);
  CHECK(json.find(R"("status": {"1": "…"})") != std::string::npos);
}

TEST_CASE("a note on cells is also told to readers that know only notes on the table") {
  Table table = small_table();
  table.notes = {{{"Dua angka", ""}, false, {{0, 1}, {1, 0}}}};
  const std::string json = formats::jsonstat_from_table(table);
  CHECK(json.find("\"note\": [\n    \"Dua angka\"\n  ]") != std::string::npos);
}

TEST_CASE("a change of one figure is a change of one line") {
  Table table = support::table("t")
                    .dimension("a", {"1", "2", "3", "4"})
                    .dimension("b", {"1", "2", "3", "4", "5", "6", "7", "8"})
                    .measure("m", "", 0, Additivity::flow)
                    .cells(std::vector<double>(32, 5))
                    .make();
  const std::string json = formats::jsonstat_from_table(table);
  CHECK(json.find("    5, 5, 5, 5, 5, 5, 5, 5,\n    5, 5, 5, 5, 5, 5, 5, 5,\n") !=
        std::string::npos);
}

TEST_CASE("any table reads back as it was written") {
  const bool holds = rc::check([](const std::vector<std::uint32_t>& numbers) {
    const Table table = support::table_from_numbers(numbers);
    const std::string difference = difference_after_reading(table);
    RC_ASSERT(difference == "");
  });
  CHECK(holds);
}

TEST_CASE("any table's cells read back from the sidecar as they were") {
  const bool holds = rc::check([](const std::vector<std::uint32_t>& numbers) {
    const Table table = support::table_from_numbers(numbers);
    const std::string bytes = formats::sidecar_from_cells(table.cells);
    const auto owner = std::make_shared<std::vector<double>>(bytes.size() / sizeof(double) + 1);
    std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(owner->data()));
    const auto cells = formats::cells_from_sidecar(
        owner, {reinterpret_cast<const std::byte*>(owner->data()), bytes.size()},
        table.cells.count());
    RC_ASSERT(cells);
    RC_ASSERT(support::difference_of_cells(*cells, table.cells) == "");
  });
  CHECK(holds);
}
