// Reading tidy CSV: columns, separators, decimal signs, and the place of what is wrong.
#include <catch2/catch_test_macros.hpp>

#include "formats/csv.h"

namespace {

using formats::CsvReading;
using formats::CsvTable;
using stats::CellStatus;
using stats::Role;

CsvTable read(std::string_view csv, const CsvReading& reading = {}) {
  auto table = formats::table_from_csv(csv, reading);
  INFO((table ? "" : table.error().message));
  REQUIRE(table);
  return std::move(*table);
}

std::string message_from(std::string_view csv, const CsvReading& reading = {}) {
  const auto table = formats::table_from_csv(csv, reading);
  return table ? "" : table.error().message;
}

/// The figures of a file with these figures, and no dimension but a row number.
std::vector<double> figures_of(const std::vector<std::string>& figures, char separator,
                               std::size_t warnings_count) {
  std::string csv = std::string("baris") + separator + "nilai\n";
  for (std::size_t row = 0; row < figures.size(); ++row)
    csv += std::to_string(row) + separator + figures[row] + "\n";
  const CsvTable read_table = read(csv);
  CHECK(read_table.warnings.size() == warnings_count);
  std::vector<double> values;
  for (std::size_t cell = 0; cell < read_table.table.cells.count(); ++cell)
    values.push_back(read_table.table.cells.value_or_nan(cell));
  return values;
}

}  // namespace

TEST_CASE("columns become dimensions with guessed roles, and a measure named after the figures") {
  const CsvTable read_table = read(
      "kecamatan,tahun,jenis,nilai\n"
      "Gelumbang,2024,desa,10\n"
      "Gelumbang,2025,desa,11\n"
      "Lembak,2024,desa,12.50\n");
  const stats::Table& table = read_table.table;
  REQUIRE(table.dimensions.size() == 4);
  CHECK(table.dimensions[0].role == Role::geo);
  CHECK(table.dimensions[1].role == Role::time);
  CHECK(table.dimensions[2].role == Role::other);
  CHECK(table.dimensions[3].role == Role::measure);
  CHECK(table.dimensions[3].categories[0].label.id == "nilai");
  CHECK(table.dimensions[3].categories[0].decimals == 2);
  CHECK(table.cells.count() == 4);
  CHECK(table.cells.at(1).value == 11);
  CHECK(table.cells.at(3) == stats::Cell{0, false, CellStatus::not_available});
}

TEST_CASE("a column and its label column are one dimension") {
  const CsvTable read_table = read("wilayah,wilayah_label,nilai\n01,Muara Enim,5\n02,Lahat,6\n");
  REQUIRE(read_table.table.dimensions.size() == 2);
  CHECK(read_table.table.dimensions[0].categories[1].code == "02");
  CHECK(read_table.table.dimensions[0].categories[1].label.id == "Lahat");
}

TEST_CASE("a column of measures is the measure dimension") {
  const CsvTable read_table = read("indikator,nilai\nP1,2.46\nP0,12\n");
  REQUIRE(read_table.table.dimensions.size() == 1);
  CHECK(read_table.table.dimensions[0].role == Role::measure);
  CHECK(read_table.table.dimensions[0].categories[0].decimals == 2);
  CHECK(read_table.table.dimensions[0].categories[1].decimals == 0);
}

TEST_CASE("time rises, however the rows stand") {
  const CsvTable read_table = read("tahun,nilai\n2025,3\n2023,1\n2024,2\n");
  const stats::Dimension& time = read_table.table.dimensions[0];
  CHECK(time.categories[0].code == "2023");
  CHECK(time.categories[2].code == "2025");
  CHECK(read_table.table.cells.at(0).value == 1);
  CHECK(read_table.table.cells.at(2).value == 3);
}

TEST_CASE("months stay in the order of the file, because their names cannot be sorted") {
  const CsvTable read_table = read("bulan,nilai\nJanuari,1\nFebruari,2\n");
  CHECK(read_table.table.dimensions[0].categories[0].code == "Januari");
}

TEST_CASE("the column of figures is named, or the last one that holds only figures") {
  CHECK(read("nama,luas,persen\na,1,2\n").table.dimensions.back().categories[0].label.id ==
        "persen");
  CsvReading reading;
  reading.value_column = "luas";
  CHECK(read("nama,luas,persen\na,1,2\n", reading).table.cells.at(0).value == 1);
  CHECK(read("value,nama\n1,a\n").table.cells.at(0).value == 1);
  reading.value_column = "no";
  CHECK(message_from("nama,luas\na,1\n", reading).find("\"no\", is not there") !=
        std::string::npos);
  CHECK(message_from("nama,luas\na,b\n").find("no column of figures") != std::string::npos);
}

TEST_CASE("marks stand beside a figure or in its place") {
  const CsvTable read_table =
      read("n,nilai,status\n1,5,*\n2,,NA\n3,–,\n4,…,\n5,NA,NA\n6,,\n7,,–\n");
  const stats::Cells& cells = read_table.table.cells;
  CHECK(cells.at(0) == stats::Cell{5, true, CellStatus::provisional});
  CHECK(cells.at(1) == stats::Cell{0, false, CellStatus::not_displayable});
  CHECK(cells.at(2) == stats::Cell{0, true, CellStatus::nil});
  CHECK(cells.at(3) == stats::Cell{0, false, CellStatus::not_available});
  CHECK(cells.at(4) == stats::Cell{0, false, CellStatus::not_displayable});
  CHECK(cells.at(5) == stats::Cell{0, false, CellStatus::not_available});
  CHECK(cells.at(6) == stats::Cell{0, true, CellStatus::nil});
}

TEST_CASE("separators are found out") {
  CHECK(read("a;nilai\nx;1,5\ny;2,5\n").table.cells.at(1).value == 2.5);
  CHECK(read("a\tnilai\nx, y\t1\n").table.dimensions[0].categories[0].code == "x, y");
  CHECK(read("a,nilai\n\"x; y; z\",1\n").table.dimensions[0].categories[0].code == "x; y; z");
}

TEST_CASE("a decimal sign that can be read in one way only is taken") {
  using Figures = std::vector<double>;
  CHECK(figures_of({"1234.5", "2"}, ',', 0) == Figures{1234.5, 2});
  CHECK(figures_of({"1,5", "1.234"}, ';', 0) == Figures{1.5, 1234});
  CHECK(figures_of({"1.234.567", "1.234"}, '\t', 0) == Figures{1234567, 1234});
  CHECK(figures_of({"1.234,5", "2"}, '\t', 0) == Figures{1234.5, 2});
  CHECK(figures_of({"0,123", "2"}, '\t', 0) == Figures{0.123, 2});
  CHECK(figures_of({"1234.567", "2"}, ';', 0) == Figures{1234.567, 2});
  CHECK(figures_of({"1e3", "2.5e-1"}, ',', 0) == Figures{1000, 0.25});
  CHECK(figures_of({"10", "20"}, ';', 0) == Figures{10, 20});
}

TEST_CASE("a decimal sign in doubt follows the separator, with a warning at the first doubt") {
  CHECK(figures_of({"1.234", "2"}, ',', 1) == std::vector<double>{1.234, 2});
  CHECK(figures_of({"1.234", "2"}, ';', 1) == std::vector<double>{1234, 2});
  const CsvTable read_table = read("a,nilai\nx,7\ny,1.234\n");
  REQUIRE(read_table.warnings.size() == 1);
  CHECK(read_table.warnings[0].code == "decimal_sign_doubtful");
  CHECK(read_table.warnings[0].severity == stats::Finding::Severity::warning);
  CHECK(read_table.warnings[0].line == 3);
  CHECK(read_table.warnings[0].column == 3);
  CsvReading reading;
  reading.decimal = ',';
  CHECK(read("a,nilai\ny,1.234\n", reading).warnings.empty());
  CHECK(read("a,nilai\ny,1.234\n", reading).table.cells.at(0).value == 1234);
}

TEST_CASE("what is wrong is named with line and column") {
  CHECK(message_from("a,nilai\nx,1\ny,1,2\n") ==
        "Line 3, column 1: the first row has 2 columns, but this one has 3.");
  CHECK(message_from("a,nilai\nx,1\ny,satu\n")
            .find("Line 3, column 3: a figure with the decimal "
                  "sign '.'") == 0);
  CHECK(message_from("a,nilai\nx,1\ny,2\nx,3\n") ==
        "Line 4, column 1: this row states the same cell as the row in line 2.");
  CHECK(message_from("a,nilai\n,1\n").find("Line 2, column 1: the column \"a\" is empty here") ==
        0);
  CHECK(message_from("a,,nilai\nx,y,1\n") == "Line 1, column 3: this column has no name.");
  CHECK(message_from("a,a,nilai\nx,y,1\n") == "Line 1, column 3: the column \"a\" stands twice.");
  CHECK(message_from("a,a_label,nilai\nx,X,1\nx,Y,2\n") ==
        "Line 3, column 3: the code \"x\" had the label \"X\" before, but has \"Y\" here.");
  CHECK(message_from("a,nilai,status\nx,1,z\n").find("Line 2, column 5: a status must be") == 0);
  CHECK(message_from("a,nilai,status\nx,1,…\n").find("says that there is no figure") !=
        std::string::npos);
  CHECK(message_from("a,nilai,status\nx,NA,…\n").find("contradicts the mark") != std::string::npos);
  CHECK(message_from("a,nilai\nx,\"1\n").find("Line 2, column 3: the quote") == 0);
  CHECK(message_from("").find("the file is empty") != std::string::npos);
  CHECK(message_from("nilai\n1\n").find("there is one column") != std::string::npos);
  CHECK(message_from("nilai,status\n1,\n").find("a column for a dimension") != std::string::npos);
}

TEST_CASE("a line in quotes counts as the lines that it fills") {
  CHECK(message_from("a,nilai\n\"x\ny\",1\nz,satu\n").find("Line 4, column 3") == 0);
}

TEST_CASE("blank lines between rows are passed over") {
  CHECK(read("a,nilai\n\nx,1\n\n\n").table.cells.count() == 1);
}

TEST_CASE("a header without rows is a table without cells") {
  const CsvTable read_table = read("a,nilai\n");
  CHECK(read_table.table.cells.count() == 0);
}

TEST_CASE("columns that make more cells than a table may have are refused") {
  std::string csv = "a,b,c,nilai\n";
  for (int row = 0; row < 2000; ++row) {
    const std::string code = std::to_string(row);
    csv += code + "," + code + "," + code + ",1\n";
  }
  const auto table = formats::table_from_csv(csv, {});
  REQUIRE_FALSE(table);
  CHECK(table.error().code == base::ErrorCode::too_large);
}

TEST_CASE("rows that touch few of the cells stay sparse") {
  std::string csv = "a,b,nilai\n";
  for (int row = 0; row < 100; ++row) {
    const std::string code = std::to_string(row);
    csv += code + "," + code + ",1\n";
  }
  const CsvTable read_table = read(csv);
  CHECK(read_table.table.cells.form() == stats::Cells::Form::sparse);
  CHECK(read_table.table.cells.at(101).value == 1);
}
