#include "base/number.h"

#include <cmath>
#include <limits>

#include <rapidcheck.h>
#include <catch2/catch_test_macros.hpp>

namespace base {
namespace {

TEST_CASE("figures are grouped from four digits on, in the signs of the language") {
  CHECK(text_from_number(8184, 0, Language::id) == "8.184");
  CHECK(text_from_number(999, 0, Language::id) == "999");
  CHECK(text_from_number(1234567.8, 1, Language::id) == "1.234.567,8");
  CHECK(text_from_number(1234567.8, 1, Language::en) == "1,234,567.8");
}

TEST_CASE("decimals are fixed") {
  CHECK(text_from_number(5, 2, Language::id) == "5,00");
  CHECK(text_from_number(0, 0, Language::id) == "0");
  CHECK(text_from_number(0.05, 1, Language::en) == "0.1");
  CHECK(text_from_number(1e-12, 9, Language::en) == "0.000000000");
  CHECK(text_from_number(1.5e-9, 9, Language::en) == "0.000000002");
}

TEST_CASE("figures round half away from zero, as their decimal text does") {
  CHECK(text_from_number(2.675, 2, Language::en) == "2.68");
  CHECK(text_from_number(1.005, 2, Language::en) == "1.01");
  CHECK(text_from_number(0.5, 0, Language::en) == "1");
  CHECK(text_from_number(-2.5, 0, Language::en) == "\u22123");
  CHECK(text_from_number(2.4999, 0, Language::en) == "2");
  CHECK(text_from_number(999.995, 2, Language::en) == "1,000.00");
  CHECK(text_from_number(9.99, 1, Language::en) == "10.0");
}

TEST_CASE("a negative figure has a true minus, and none where it rounds to zero") {
  CHECK(text_from_number(-1.25, 2, Language::id) == "\u22121,25");
  CHECK(text_from_number(-0.004, 2, Language::id) == "0,00");
  CHECK(text_from_number(-0.0, 0, Language::id) == "0");
}

TEST_CASE("very large figures keep all their digits") {
  CHECK(text_from_number(1e15, 0, Language::id) == "1.000.000.000.000.000");
  CHECK(text_from_number(1.5e21, 0, Language::en) == "1,500,000,000,000,000,000,000");
}

TEST_CASE("counts are grouped") {
  CHECK(text_from_count(12345, Language::id) == "12.345");
  CHECK(text_from_count(12345, Language::en) == "12,345");
  CHECK(text_from_count(0, Language::id) == "0");
}

TEST_CASE("machine figures are the shortest text without an exponent") {
  CHECK(figure_from_number(39908) == "39908");
  CHECK(figure_from_number(-1.25) == "-1.25");
  CHECK(figure_from_number(0.1) == "0.1");
  CHECK(figure_from_number(-0.0) == "0");
  CHECK(figure_from_number(1e-7) == "0.0000001");
  CHECK(figure_from_number(1e20) == "100000000000000000000");
  CHECK(figure_from_number(1.5e300) == "1.5e+300");
  CHECK(figure_from_number(5e-8) == "5e-08");
}

TEST_CASE("machine figures can have fixed decimals") {
  CHECK(figure_from_number(1234.5, 2) == "1234.50");
  CHECK(figure_from_number(-0.001, 2) == "0.00");
  CHECK(figure_from_number(-2.675, 2) == "-2.68");
}

TEST_CASE("scaled figures are written exactly") {
  CHECK(figure_from_scaled(3990812, 2) == "39908.12");
  CHECK(figure_from_scaled(3990800, 2) == "39908");
  CHECK(figure_from_scaled(-5, 3) == "-0.005");
  CHECK(figure_from_scaled(0, 2) == "0");
  CHECK(figure_from_scaled(std::numeric_limits<std::int64_t>::min(), 0) == "-9223372036854775808");
}

TEST_CASE("machine figures are read, and nothing else") {
  CHECK(number_from_figure("39908.12") == 39908.12);
  CHECK(number_from_figure("-5") == -5);
  CHECK(number_from_figure("1e3") == 1000);
  CHECK(number_from_figure("007") == 7);
  for (const char* text : {"", "-", "5.", ".5", "+5", "1,5", " 5", "5 ", "nan", "inf", "1e999",
                           "0x10", "5a", "--5", "1e"}) {
    INFO(text);
    CHECK(number_from_figure(text) == std::nullopt);
  }
}

TEST_CASE("figures of people are read in either way of writing") {
  CHECK(number_from_text("1.234,56", ',') == 1234.56);
  CHECK(number_from_text("1,234.56", '.') == 1234.56);
  CHECK(number_from_text("1 234 567", ',') == 1234567);
  CHECK(number_from_text("1\u00A0234,5", ',') == 1234.5);
  CHECK(number_from_text("\u22121,25", ',') == -1.25);
  CHECK(number_from_text("-1,25", ',') == -1.25);
  CHECK(number_from_text("1234,5", ',') == 1234.5);
}

TEST_CASE("grouping that does not fall on thousands is no figure") {
  for (const char* text : {"1.23", "1234.567", "1.2345", "1.234 567", "1..234", ".234", "1.234.",
                           "1,", "1,2,3", "", "-", "1,5 %", "a"}) {
    INFO(text);
    CHECK(number_from_text(text, ',') == std::nullopt);
  }
}

TEST_CASE("a machine figure reads back to the same double") {
  CHECK(rc::check([](double value) {
    RC_PRE(std::isfinite(value));
    RC_ASSERT(number_from_figure(figure_from_number(value)) == value);
  }));
}

TEST_CASE("a figure for people reads back to the figure rounded") {
  CHECK(rc::check([](std::int32_t scaled, bool is_english) {
    const double value = scaled / 1000.0;
    const std::string text = text_from_number(value, 3, is_english ? Language::en : Language::id);
    RC_ASSERT(number_from_text(text, is_english ? '.' : ',') == value);
  }));
}

}  // namespace
}  // namespace base
