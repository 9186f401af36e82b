#include "output/pdf_letter.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/output/sample_pdf.h"

namespace output {
namespace {

PdfLetter sample_letter() {
  PdfLetter letter;
  letter.letterhead = {"BADAN PUSAT STATISTIK", "KABUPATEN MUARA ENIM"};
  letter.address = "Jalan Bambang Utoyo No. 44";
  letter.title = "Pemberitahuan";
  letter.body = "Yth. Dian\n\nData tidak tersedia.";
  letter.author = "BPS";
  return letter;
}

/// How often a part stands in the file.
std::size_t count_in(const std::string& file, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = file.find(part); at != std::string::npos; at = file.find(part, at + 1))
    ++count;
  return count;
}

}  // namespace

TEST_CASE("a letter is a PDF of one sheet with its language and its fonts in it") {
  const auto file =
      pdf_from_letter(sample_letter(), sample_font("Regular"), sample_font("SemiBold"));
  REQUIRE(file);
  CHECK(file->starts_with("%PDF-"));
  CHECK(count_in(*file, "/Type /Page\n") == 1);
  CHECK(count_in(*file, "/FontFile2") == 2);
  CHECK(count_in(*file, "/Lang") == 1);
}

TEST_CASE("a long letter goes on on further sheets") {
  PdfLetter letter = sample_letter();
  for (int line = 0; line < 120; ++line)
    letter.body += "\nBaris";
  const auto file = pdf_from_letter(letter, sample_font("Regular"), sample_font("SemiBold"));
  REQUIRE(file);
  CHECK(count_in(*file, "/Type /Page\n") == 3);
}

TEST_CASE("a letter without a font is refused") {
  const auto file = pdf_from_letter(sample_letter(), "", sample_font("SemiBold"));
  REQUIRE_FALSE(file);
  CHECK(file.error().code == base::ErrorCode::invalid);
}

}  // namespace output
