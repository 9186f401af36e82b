// What the tests of PDF files share: a measure without a font, and the fonts of the set-up.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

#include "output/pdf_plan.h"
#include "shared/output/sample_page.h"

namespace output {

/// Every character is half as wide as its type is high.
inline const PdfMeasure sample_measure = [](std::string_view text, PdfWeight) {
  double width = 0;
  for (const char byte : text) {
    if ((static_cast<unsigned char>(byte) & 0xC0) != 0x80) width += 0.5;
  }
  return width;
};

inline const std::string& sample_font(const std::string& weight) {
  static std::string regular, semibold;
  std::string& bytes = weight == "Regular" ? regular : semibold;
  if (bytes.empty()) {
    std::ifstream file(std::string(LUMBUNG_FONT_FOLDER) + "/LumbungSans-" + weight + ".ttf",
                       std::ios::binary);
    bytes.assign(std::istreambuf_iterator<char>(file), {});
  }
  return bytes;
}

inline PdfFacts sample_pdf_facts() {
  PdfFacts facts;
  facts.regular_font = sample_font("Regular");
  facts.semibold_font = sample_font("SemiBold");
  facts.office = "BPS Kabupaten Muara Enim";
  facts.address = "https://data.example.go.id/id/pop-01/";
  facts.origin_code = "3F0A-7D21";
  facts.created = 1'795'401'600;  // 23 November 2026, 02.40 UTC.
  return facts;
}

/// A page with so many rows and columns of one figure, one level each.
inline Page sample_wide_page(std::size_t rows, std::size_t columns, const std::string& figure) {
  Page page;
  page.code = "wide";
  page.title = "Tabel lebar";
  page.stub_titles = {"Baris"};
  page.heading.emplace_back();
  for (std::size_t column = 0; column < columns; ++column)
    page.heading.front().push_back(sample_label("K" + std::to_string(column)));
  for (std::size_t row = 0; row < rows; ++row) {
    page.rows.push_back(sample_row("Baris " + std::to_string(row),
                                   std::vector<PageCell>(columns, sample_cell(1, figure, figure))));
  }
  page.rows_count = rows;
  return page;
}

}  // namespace output
