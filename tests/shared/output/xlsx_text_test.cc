#include "output/xlsx_text.h"

#include <catch2/catch_test_macros.hpp>

namespace output {
namespace {

TEST_CASE("a cell's text keeps everything that XML can hold") {
  CHECK(xlsx_cell_text("=1+1 <b> & \"Lubai\"\n") == "=1+1 <b> & \"Lubai\"\n");
  CHECK(xlsx_cell_text(std::string("a\0b", 3)) ==
        "a\xEF\xBF\xBD"
        "b");
  CHECK(xlsx_cell_text("\xEF\xBF\xBE \xEF\xBF\xBF") == "\xEF\xBF\xBD \xEF\xBF\xBD");
}

TEST_CASE("a text that looks like an escape of the format is escaped itself") {
  CHECK(xlsx_cell_text("_x0041_") == "_x005F_x0041_");
  CHECK(xlsx_cell_text("_x0041") == "_x0041");
  CHECK(xlsx_cell_text("a_x00g1_") == "a_x00g1_");
}

TEST_CASE("a property has no control characters") {
  CHECK(xlsx_property_text("satu\r\ndua\t\x01") == "satu  dua  ");
  CHECK(xlsx_property_text("…\xEF\xBF\xBF") == "…\xEF\xBF\xBD");
}

TEST_CASE("a long text is parted at spaces, and nothing of it is lost") {
  CHECK(xlsx_pieces("satu dua tiga", 9) == std::vector<std::string>{"satu dua ", "tiga"});
  CHECK(xlsx_pieces("¹²³⁴", 3) == std::vector<std::string>{"¹²³", "⁴"});
  CHECK(xlsx_pieces("", 3).empty());
}

TEST_CASE("lines are counted by the width and by the text's own line ends") {
  CHECK(xlsx_lines_count("", 10) == 1);
  CHECK(xlsx_lines_count("0123456789", 10) == 1);
  CHECK(xlsx_lines_count("0123456789a", 10) == 2);
  CHECK(xlsx_lines_count("a\nb", 10) == 2);
}

TEST_CASE("a number format has the decimals, the mark, and room for the longest mark") {
  CHECK(xlsx_number_format(0, "", "") == "#,##0");
  CHECK(xlsx_number_format(2, "*", "*") == "#,##0.00\"*\"");
  CHECK(xlsx_number_format(0, "", "**") == "#,##0_*_*");
  CHECK(xlsx_number_format(1, "r", "r¹") == "#,##0.0\"r\"_¹");
}

TEST_CASE("a quotation mark cannot end the mark of a number format") {
  CHECK(xlsx_number_format(0, "\"0", "") == "#,##0\"0\"");
}

}  // namespace
}  // namespace output
