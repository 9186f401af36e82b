#include "output/pdf_document.h"

#include <cmath>

#include <catch2/catch_test_macros.hpp>

#include "shared/output/sample_pdf.h"

namespace output {
namespace {

TEST_CASE("digits are of one width in both weights") {
  PdfDocument document(sample_font("Regular"), sample_font("SemiBold"));
  REQUIRE(document.is_sound());
  const double digit = document.width("0", PdfWeight::regular);
  CHECK(digit > 0.5);
  CHECK(document.width("1", PdfWeight::regular) == digit);
  CHECK(document.width("8", PdfWeight::semibold) == digit);
  CHECK(document.width("11", PdfWeight::regular) == 2 * digit);
}

TEST_CASE("a text longer than libharu takes is measured in pieces") {
  PdfDocument document(sample_font("Regular"), sample_font("SemiBold"));
  std::string text = "x";
  for (int count = 0; count < 40'000; ++count)
    text += "é";
  const double expected =
      document.width("x", PdfWeight::regular) + 40'000 * document.width("é", PdfWeight::regular);
  CHECK(std::abs(document.width(text, PdfWeight::regular) - expected) < 0.01);
  CHECK(document.is_sound());
}

TEST_CASE("a text goes on behind what libharu cannot take, and is measured as it is drawn") {
  using namespace std::string_view_literals;
  PdfDocument document(sample_font("Regular"), sample_font("SemiBold"));
  const auto width = [&](std::string_view text) {
    return document.width(text, PdfWeight::regular);
  };
  CHECK(width("a\0b"sv) == width("a\uFFFDb"));
  CHECK(width("a\x01\x1B"sv) == width("a\uFFFD\uFFFD"));
  CHECK(width("😀😀b") == width("\uFFFD\uFFFDb"));
  CHECK(width("a\0b"sv) > width("a"));
}

TEST_CASE("what is no font is refused, and nothing is drawn with it") {
  for (const std::string& bytes :
       {std::string(), std::string("not a font, only words"), std::string("no font"),
        sample_font("Regular").substr(0, 8), sample_font("Regular").substr(0, 3000)}) {
    PdfDocument document(sample_font("Regular"), bytes);
    CHECK_FALSE(document.is_sound());
    CHECK(document.width("0", PdfWeight::regular) == 0);
    document.set_properties({});
    document.add_sheet(100, 100, {}, "");
    const auto file = document.bytes();
    REQUIRE_FALSE(file);
    CHECK(file.error().code == base::ErrorCode::invalid);
  }
}

TEST_CASE("a document without sheets is refused, with libharu's number") {
  PdfDocument document(sample_font("Regular"), sample_font("SemiBold"));
  document.add_sheet(-1, 100, {}, "");
  const auto file = document.bytes();
  REQUIRE_FALSE(file);
  CHECK(file.error().code == base::ErrorCode::internal);
  CHECK(file.error().detail.starts_with("libharu "));
}

TEST_CASE("the language stands in the catalogue of the document") {
  PdfDocument document(sample_font("Regular"), sample_font("SemiBold"));
  PdfProperties properties;
  properties.title = "Penduduk";
  properties.language = base::Language::en;
  document.set_properties(properties);
  document.add_sheet(100, 100, {}, "");
  const auto file = document.bytes();
  REQUIRE(file);
  CHECK(file->starts_with("%PDF-1."));
  CHECK(file->find("/Lang (en)") != std::string::npos);
  CHECK(file->find("/DisplayDocTitle true") != std::string::npos);
}

TEST_CASE("a property whose name has spaces is one key") {
  PdfDocument document(sample_font("Regular"), sample_font("SemiBold"));
  PdfProperties properties;
  properties.more = {{"Kode tabel", "pop-01"}, {"Versi (SHA-256)", "ab"}};
  document.set_properties(properties);
  document.add_sheet(100, 100, {}, "");
  const auto file = document.bytes();
  REQUIRE(file);
  CHECK(file->find("/Kode_tabel ") != std::string::npos);
  CHECK(file->find("/Versi_#28SHA-256#29 ") != std::string::npos);
}

}  // namespace
}  // namespace output
