#include "stats/cell_text.h"

#include <catch2/catch_test_macros.hpp>

namespace stats {
namespace {

using base::Language;

GridCell cell(double value, CellStatus status, int decimals) {
  return {{value, true, status}, decimals, false};
}
GridCell absent(CellStatus status) { return {{0, false, status}, 0, false}; }

TEST_CASE("a figure and its mark stand apart") {
  CHECK(text_from_cell(cell(40228, CellStatus::revised, 0), Language::id) ==
        CellText{"40.228", "r"});
  CHECK(text_from_cell(cell(-1.5, CellStatus::final, 2), Language::en) ==
        CellText{"\u22121.50", ""});
  CHECK(text_from_cell(cell(7, CellStatus::very_provisional, 0), Language::id) ==
        CellText{"7", "**"});
}

TEST_CASE("a cell without figure has its symbol") {
  CHECK(text_from_cell(absent(CellStatus::not_available), Language::id) == CellText{"…", ""});
  CHECK(text_from_cell(absent(CellStatus::not_displayable), Language::id) == CellText{"NA", ""});
}

TEST_CASE("nil is a dash and never 0 for people, 0 for machines") {
  CHECK(text_from_cell(cell(0, CellStatus::nil, 1), Language::id) == CellText{"–", ""});
  CHECK(figure_from_cell(cell(0, CellStatus::nil, 1)) == "0");
}

TEST_CASE("a missing figure keeps its mark beside the symbol") {
  CHECK(text_from_cell(absent(CellStatus::provisional), Language::id) == CellText{"…", "*"});
}

TEST_CASE("machine figures are whole, missing ones empty") {
  CHECK(figure_from_cell(cell(39908.125, CellStatus::final, 1)) == "39908.125");
  CHECK(figure_from_cell(cell(-1.25, CellStatus::estimate, 0)) == "-1.25");
  CHECK(figure_from_cell(absent(CellStatus::not_available)) == "");
}

TEST_CASE("a computed figure ends where the screen ends it") {
  CHECK(figure_from_cell({{100.0 / 3, true, CellStatus::final}, 2, true}) == "33.33");
}

TEST_CASE("every status but final has a meaning in both languages") {
  CHECK(meaning_from_status(CellStatus::not_available, Language::id) == "data tidak tersedia");
  CHECK(meaning_from_status(CellStatus::not_available, Language::en) == "data not available");
  CHECK(meaning_from_status(CellStatus::final, Language::id) == "");
  for (int i = 1; i < cell_status_count; ++i) {
    CHECK_FALSE(meaning_from_status(static_cast<CellStatus>(i), Language::id).empty());
    CHECK_FALSE(meaning_from_status(static_cast<CellStatus>(i), Language::en).empty());
  }
}

TEST_CASE("footnote numbers are raised") {
  CHECK(superscript_from_number(1) == "¹");
  CHECK(superscript_from_number(10) == "¹⁰");
  CHECK(superscript_from_number(234) == "²³⁴");
}

}  // namespace
}  // namespace stats
