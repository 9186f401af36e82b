#include "output/pdf_text.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/output/sample_pdf.h"

namespace output {
namespace {

using Lines = std::vector<std::string>;

// Ten points: a character is five points wide.
const PdfType type{sample_measure, 10, PdfWeight::regular};

TEST_CASE("a text parts at spaces where its line is full") {
  CHECK(pdf_lines("satu dua tiga", 40, type) == Lines{"satu dua", "tiga"});
  CHECK(pdf_lines("satu dua tiga", 39, type) == Lines{"satu", "dua", "tiga"});
  CHECK(pdf_lines("satu\ndua  tiga ", 100, type) == Lines{"satu dua tiga"});
}

TEST_CASE("a word wider than the line is parted between characters") {
  CHECK(pdf_lines("¹²³⁴⁵ a", 10, type) == Lines{"¹²", "³⁴", "⁵", "a"});
  CHECK(pdf_lines("abc", 1, type) == Lines{"a", "b", "c"});
}

TEST_CASE("a text as wide as its line is not parted by a hair") {
  CHECK(pdf_lines("2025 ²", 30 - 1e-12, type) == Lines{"2025 ²"});
  CHECK(pdf_lines("2025\xC2\xA0²", 30 - 1e-12, type) == Lines{"2025\xC2\xA0²"});
}

TEST_CASE("a text without words has no lines") {
  CHECK(pdf_lines("", 10, type).empty());
  CHECK(pdf_lines(" \n", 10, type).empty());
}

TEST_CASE("a column needs the room of its widest word") {
  CHECK(pdf_word_width("Laki-laki dan perempuan", type) == 45);
  CHECK(pdf_word_width("", type) == 0);
}

}  // namespace
}  // namespace output
