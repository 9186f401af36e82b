#include "output/pdf_sheet.h"

#include <cmath>

#include <catch2/catch_test_macros.hpp>

#include "shared/output/sample_pdf.h"

namespace output {
namespace {

struct Drawn {
  explicit Drawn(Page drawn) : page(std::move(drawn)) {
    plan = pdf_plan_from_page(page, facts, sample_measure).value();
  }

  PdfDrawing sheet(std::size_t index) const {
    return pdf_drawing_of_sheet(plan, index, page, facts, sample_measure);
  }

  Page page;
  PdfFacts facts = sample_pdf_facts();
  PdfPlan plan;
};

std::vector<PdfText> texts_of(const PdfDrawing& drawing, std::string_view text) {
  std::vector<PdfText> found;
  for (const PdfText& placed : drawing.texts) {
    if (placed.text == text) found.push_back(placed);
  }
  return found;
}

double right_of(const PdfText& text) {
  return text.x + sample_measure(text.text, text.weight) * text.size;
}

TEST_CASE("a sheet has letterhead, titles in both languages, numbered columns, and its foot") {
  const PdfDrawing drawing = Drawn(sample_page()).sheet(0);
  for (const std::string_view text :
       {"BPS Kabupaten Muara Enim", "Tabel pop-01", "Population by district, 2024–2025 (persons)",
        "Ukuran: Jumlah penduduk", "(1)", "(5)", "Halaman 1 dari 1"}) {
    CHECK(texts_of(drawing, text).size() == 1);
  }
}

TEST_CASE("the other language stands below a heading, lighter, and once where both are the same") {
  const PdfDrawing drawing = Drawn(sample_page()).sheet(0);
  const PdfText own = texts_of(drawing, "Laki-laki").at(0), other = texts_of(drawing, "Male").at(0);
  CHECK(own.weight == PdfWeight::semibold);
  CHECK(other.weight == PdfWeight::regular);
  CHECK(other.shade == PdfShade::muted);
  CHECK(std::abs(other.y - own.y - pdf_text_line) < 0.001);
  CHECK(std::abs(right_of(other) - right_of(own)) < 0.001);
  CHECK(texts_of(drawing, "District").at(0).x == texts_of(drawing, "Kecamatan").at(0).x);
  CHECK(texts_of(drawing, "2024").size() == 1);
}

TEST_CASE("several units stand in a line of their own, since no title holds them") {
  Page page = sample_page();
  page.unit = "jiwa; persen";
  page.has_one_unit = false;
  const PdfDrawing drawing = Drawn(page).sheet(0);
  CHECK(texts_of(drawing, "Satuan: jiwa; persen · Ukuran: Jumlah penduduk").size() == 1);
  CHECK(texts_of(drawing, "Population by district, 2024–2025").size() == 1);
}

TEST_CASE("headings are repeated on the next sheet, below a shorter title") {
  const Drawn drawn(sample_wide_page(100, 2, "1.234"));
  const PdfDrawing second = drawn.sheet(1);
  CHECK(texts_of(second, "K0").size() == 1);
  CHECK(texts_of(second, "(1)").size() == 1);
  CHECK(texts_of(second, "Lanjutan tabel wide").size() == 1);
  CHECK(texts_of(second, "BPS Kabupaten Muara Enim").empty());
}

TEST_CASE("column numbers go on in the next block, beside the stub again") {
  const Drawn drawn(sample_wide_page(1, 40, "1.234.567,89"));
  const std::size_t first = drawn.plan.blocks[0].end;
  const PdfDrawing second = drawn.sheet(1);
  CHECK(texts_of(second, "(" + std::to_string(first + 2) + ")").size() == 1);
  CHECK(texts_of(second, "(2)").empty());
  CHECK(texts_of(second, "Baris 0").size() == 1);
}

TEST_CASE("decimal signs stand under each other") {
  Page page = sample_wide_page(2, 1, "1");
  page.rows[0].cells[0] = sample_cell(10.25, "10,25", "10.25");
  page.rows[0].cells[0].decimals = 2;
  page.rows[1].cells[0] = sample_cell(7, "7", "7");
  const PdfDrawing drawing = Drawn(page).sheet(0);
  const double fraction = 3 * 0.5 * pdf_text_size;
  const double sign = right_of(texts_of(drawing, "10,25").at(0)) - fraction;
  CHECK(std::abs(right_of(texts_of(drawing, "7").at(0)) - sign) < 0.001);
}

TEST_CASE("a mark stands right of its figure, in the gutter") {
  const PdfDrawing drawing = Drawn(sample_page()).sheet(0);
  const PdfText figure = texts_of(drawing, "2.000").at(0), mark = texts_of(drawing, "r").at(0);
  CHECK(mark.x > right_of(figure));
  CHECK(mark.x < right_of(figure) + 3);
  CHECK(mark.y == figure.y);
}

TEST_CASE("totals are bold, parts stand in, and a label has the marks of its notes") {
  const PdfDrawing drawing = Drawn(sample_page()).sheet(0);
  const PdfText total = texts_of(drawing, "Kabupaten").at(0);
  const PdfText part = texts_of(drawing, "Gelumbang").at(0);
  CHECK(total.weight == PdfWeight::semibold);
  CHECK(part.weight == PdfWeight::regular);
  CHECK(part.x == total.x + pdf_indent);
  CHECK(texts_of(drawing, "Lubai\u202F¹").size() == 1);
}

TEST_CASE("nothing is drawn outside the margins") {
  for (const Page& page : {sample_page(), sample_wide_page(60, 25, "1.234.567,89")}) {
    const Drawn drawn(page);
    for (std::size_t index = 0; index < drawn.plan.sheets.size(); ++index) {
      for (const PdfText& text : drawn.sheet(index).texts) {
        CHECK(text.x >= pdf_margin - 0.01);
        CHECK(right_of(text) <= drawn.plan.width - pdf_margin + 0.01);
        CHECK(text.y <= drawn.plan.height - pdf_margin_bottom);
      }
    }
  }
}

TEST_CASE("a sheet is named after its rows, and after its columns where they are parted") {
  const Drawn plain(sample_page());
  CHECK(pdf_sheet_name(plain.plan, 0, plain.page) == "Kabupaten – Lubai");
  const Drawn wide(sample_wide_page(1, 40, "1.234.567,89"));
  const std::string last = std::to_string(wide.plan.blocks[0].end - 1);
  CHECK(pdf_sheet_name(wide.plan, 0, wide.page) == "Baris 0 · K0 – K" + last);
}

}  // namespace
}  // namespace output
