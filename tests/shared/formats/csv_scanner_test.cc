// Rows of CSV by RFC 4180, and the place of what breaks it.
#include "formats/csv_scanner.h"

#include <catch2/catch_test_macros.hpp>

#include "formats/csv.h"

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows(std::string_view csv, char separator = ',') {
  auto read = formats::rows_from_csv(csv, separator);
  INFO((read ? "" : read.error().message));
  REQUIRE(read);
  return std::move(*read);
}

std::string scanner_message(std::string_view csv) {
  const auto read = formats::rows_from_csv(csv, ',');
  return read ? "" : read.error().message;
}

}  // namespace

TEST_CASE("fields are parted by the separator, rows by either line end") {
  CHECK(rows("a,b\n1,2\n") == Rows{{"a", "b"}, {"1", "2"}});
  CHECK(rows("a;b\r\n1;2", ';') == Rows{{"a", "b"}, {"1", "2"}});
  CHECK(rows("a\tb\n", '\t') == Rows{{"a", "b"}});
  CHECK(rows("") == Rows{});
}

TEST_CASE("quoted fields hold separators, line ends and doubled quotes") {
  CHECK(rows("\"a,b\",\"c\r\nd\",\"say \"\"hi\"\"\",\"\"\n") ==
        Rows{{"a,b", "c\r\nd", "say \"hi\"", ""}});
  CHECK(rows("\"\"\"\",\"\"\"\"\"\",\"x\"\"\"\n") == Rows{{"\"", "\"\"", "x\""}});
}

TEST_CASE("empty fields, blank lines and spaces are kept") {
  CHECK(rows(",,\n\n a , b\n") == Rows{{"", "", ""}, {""}, {" a ", " b"}});
}

TEST_CASE("a byte order mark before the first row is passed over") {
  CHECK(rows("\xef\xbb\xbf\"a\",b") == Rows{{"a", "b"}});
}

TEST_CASE("what breaks a row is named with its place") {
  CHECK(scanner_message("a,b\n1,\"x\n2,3\n") ==
        "Line 2, column 3: the quote that begins here is not closed.");
  CHECK(scanner_message("é,5\" pipa\n").find("Line 1, column 4: a quote stands inside") == 0);
  CHECK(scanner_message("1,\"Hey \" it\",3").find("Line 1, column 9: after a closing quote") == 0);
  CHECK(scanner_message("a\r1").find("Line 1, column 2: a carriage return stands alone") == 0);
}

TEST_CASE("bytes that are no UTF-8 text are refused with the line") {
  CHECK(scanner_message("a,b\nc,\xe9\n") ==
        "Line 2, column 1: this line is not UTF-8; save the file as CSV UTF-8.");
  CHECK(scanner_message(std::string_view("a,\0b", 4)).find("Line 1, column 3: a NUL byte") == 0);
  CHECK(scanner_message("\xff\xfe"
                        "a")
            .find("UTF-16") != std::string::npos);
}
