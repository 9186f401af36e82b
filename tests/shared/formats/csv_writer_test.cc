// Writing tidy CSV: styles, quotes, the guard against formulas, and reading it back.
#include <rapidcheck.h>
#include <catch2/catch_test_macros.hpp>

#include "formats/csv.h"
#include "formats/csv_guard.h"
#include "support/random_table.h"
#include "support/table_builder.h"
#include "support/table_difference.h"

namespace {

using formats::CsvStyle;
using stats::Additivity;
using stats::CellStatus;
using support::none;

stats::Table csv_table() {
  return support::table("t")
      .geo("wilayah", {{"01", "Muara Enim"}, {"02", "Lahat, Kab."}})
      .time("tahun", {"2024", "2025"})
      .measure("jumlah", "jiwa", 1, Additivity::stock)
      .cells({1234.5, -2, none, 0})
      .status(1, CellStatus::provisional)
      .status(3, CellStatus::nil)
      .make();
}

}  // namespace

TEST_CASE("one row a cell, in order, with codes and labels") {
  CHECK(formats::csv_from_table(csv_table(), {}) ==
        "wilayah,wilayah_label,tahun,tahun_label,ukuran,ukuran_label,nilai,status\r\n"
        "01,Muara Enim,2024,2024,jumlah,jumlah,1234.5,\r\n"
        "01,Muara Enim,2025,2025,jumlah,jumlah,-2,*\r\n"
        "02,\"Lahat, Kab.\",2024,2024,jumlah,jumlah,,…\r\n"
        "02,\"Lahat, Kab.\",2025,2025,jumlah,jumlah,0,–\r\n");
}

TEST_CASE("a style sets separator, decimal sign, byte order mark, labels and language") {
  CsvStyle style;
  style.separator = ';';
  style.decimal = ',';
  style.with_bom = true;
  style.labels = CsvStyle::Labels::labels;
  style.language = base::Language::en;
  CHECK(formats::csv_from_table(csv_table(), style) ==
        "\xef\xbb\xbfwilayah;tahun;ukuran;value;status\r\n"
        "Muara Enim;2024;jumlah;1234,5;\r\n"
        "Muara Enim;2025;jumlah;-2;*\r\n"
        "Lahat, Kab.;2024;jumlah;;…\r\n"
        "Lahat, Kab.;2025;jumlah;0;–\r\n");
}

TEST_CASE("a decimal comma beside a comma as separator is quoted") {
  CsvStyle style;
  style.decimal = ',';
  style.labels = CsvStyle::Labels::codes;
  CHECK(formats::csv_from_table(csv_table(), style).find("01,2024,jumlah,\"1234,5\",\r\n") !=
        std::string::npos);
}

TEST_CASE("a text that a spreadsheet would take for a formula gets an apostrophe") {
  CHECK(formats::csv_text("=HYPERLINK(\"x\")", ',') == "\"'=HYPERLINK(\"\"x\"\")\"");
  CHECK(formats::csv_text("+62", ',') == "'+62");
  CHECK(formats::csv_text("-", ',') == "'-");
  CHECK(formats::csv_text("@a", ',') == "'@a");
  CHECK(formats::csv_text("\ta", ',') == "'\ta");
  CHECK(formats::csv_text("\ra", ',') == "\"'\ra\"");
  CHECK(formats::csv_text(std::string_view("\0a", 2), ',') == std::string("'\0a", 3));
  CHECK(formats::csv_text("＝1", ',') == "'＝1");
  CHECK(formats::csv_text("＋1", ',') == "'＋1");
  CHECK(formats::csv_text("－1", ',') == "'－1");
  CHECK(formats::csv_text("＠a", ',') == "'＠a");
  CHECK(formats::csv_text("", ',').empty());
  CHECK(formats::csv_text("a=b", ',') == "a=b");
  CHECK(formats::csv_text("'a", ',') == "'a");
}

TEST_CASE("the guard comes off again, and only the guard") {
  for (const char* text : {"=x", "'=x", "''=x", "'x", "'", "", "x", "－", "'－"}) {
    CAPTURE(text);
    CHECK(formats::text_without_guard(formats::csv_text(text, ',')) == text);
  }
}

TEST_CASE("any table's cells, codes and labels read back from every style") {
  const bool holds = rc::check([](const std::vector<std::uint32_t>& numbers, std::uint8_t kind) {
    stats::Table table = support::table_from_numbers(numbers);
    table.dimensions[table.measure_dimension()].code = "ukuran";
    CsvStyle style;
    style.separator = ",;\t"[kind % 3];
    style.decimal = kind & 4 ? ',' : '.';
    style.with_bom = kind & 8;
    formats::CsvReading reading;
    reading.separator = style.separator;
    reading.decimal = style.decimal;
    const auto read = formats::table_from_csv(formats::csv_from_table(table, style), reading);
    if (!read) RC_FAIL(read.error().message);
    RC_ASSERT(support::difference_of_cells(read->table.cells, table.cells) == "");
    RC_ASSERT(read->table.dimensions.size() == table.dimensions.size());
    for (std::size_t at = 0; at < table.dimensions.size(); ++at) {
      const stats::Dimension& written = table.dimensions[at];
      const stats::Dimension& held = read->table.dimensions[at];
      RC_ASSERT(held.code == written.code);
      RC_ASSERT(held.categories.size() == written.categories.size());
      for (std::size_t category = 0; category < held.categories.size(); ++category) {
        RC_ASSERT(held.categories[category].code == written.categories[category].code);
        RC_ASSERT(held.categories[category].label.id ==
                  written.categories[category].label.in(base::Language::id));
      }
    }
  });
  CHECK(holds);
}
