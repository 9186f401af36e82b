#include "desk/number_pattern.h"

#include <string>

#include <catch2/catch_test_macros.hpp>

namespace desk {
namespace {

std::string filled(const char* pattern, std::uint64_t number) {
  const auto read = NumberPattern::from_text(pattern);
  return read ? read->fill({2026, 3, 9}, number) : read.error().message;
}

}  // namespace

TEST_CASE("a pattern is filled with year, month and running number") {
  CHECK(filled("PD-{year}-{number:4}", 42) == "PD-2026-0042");
  CHECK(filled("PD-{year:2}{month}-{number:4}", 12345) == "PD-2603-12345");
  CHECK(filled("B-{number}/16030/VS.300/{month}/{year}", 214) == "B-214/16030/VS.300/03/2026");
  CHECK(filled("{number:9}{year}", 1) == "0000000012026");
}

TEST_CASE("a pattern under which two numbers could be the same, or not be read, is refused") {
  const std::string head = "A pattern for numbers must be such as PD-{year}-{number:4}: ";
  CHECK(filled("PD-{year}", 1) ==
        head + "without the year and the number two of them would be the same.");
  CHECK(filled("PD-{number}", 1) ==
        head + "without the year and the number two of them would be the same.");
  CHECK(filled("", 1) == head + "without the year and the number two of them would be the same.");
  CHECK(filled("{year}{nomor}", 1) == head + "{nomor} is not known.");
  CHECK(filled("{year}{number:0}", 1) == head + "{number:0} is not known.");
  CHECK(filled("{year}{number:12}", 1) == head + "{number:12} is not known.");
  CHECK(filled("{year}{number", 1) == head + "a { is not closed.");
  CHECK(filled("PD {year}{number}", 1) ==
        head + "spaces and signs beyond ASCII cannot stand in it.");
  CHECK(filled("PD\r\n{year}{number}", 1) ==
        head + "spaces and signs beyond ASCII cannot stand in it.");
}

}  // namespace desk
