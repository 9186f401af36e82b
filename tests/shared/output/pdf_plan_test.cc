#include "output/pdf_plan.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/output/sample_pdf.h"

namespace output {
namespace {

PdfPlan planned(const Page& page, const PdfFacts& facts = {}) {
  base::Result<PdfPlan> plan = pdf_plan_from_page(page, facts, sample_measure);
  REQUIRE(plan);
  return *plan;
}

bool is_upright(const PdfPlan& plan) { return plan.width < plan.height; }

TEST_CASE("a table of seven columns lies upright, one of eight across") {
  CHECK(is_upright(planned(sample_wide_page(3, 6, "1.234"))));
  CHECK_FALSE(is_upright(planned(sample_wide_page(3, 7, "1.234"))));
}

TEST_CASE("the direction can be chosen") {
  PdfFacts facts;
  facts.direction = PdfDirection::across;
  CHECK_FALSE(is_upright(planned(sample_page(), facts)));
  facts.direction = PdfDirection::upright;
  CHECK(is_upright(planned(sample_wide_page(3, 20, "1.234"), facts)));
}

TEST_CASE("a small table has one sheet, with its notes") {
  const PdfPlan plan = planned(sample_page());
  REQUIRE(plan.sheets.size() == 1);
  CHECK(plan.sheets[0].row_end == 3);
  CHECK(plan.sheets[0].line_end == plan.end.size());
}

TEST_CASE("rows go on from sheet to sheet, each once, and the notes stand at the end") {
  Page page = sample_wide_page(200, 3, "1.234");
  page.notes = {{1, "Angka dibulatkan."}};
  const PdfPlan plan = planned(page);
  REQUIRE(plan.sheets.size() > 2);
  std::size_t next = 0;
  for (const PdfSheet& sheet : plan.sheets) {
    CHECK(sheet.row_begin == next);
    next = sheet.row_end;
  }
  CHECK(next == 200);
  CHECK(plan.sheets.front().line_end == 0);
  CHECK(plan.sheets.back().line_end == plan.end.size());
}

TEST_CASE("the rows of a sheet end above its foot") {
  const PdfPlan plan = planned(sample_wide_page(200, 3, "1.234"));
  for (std::size_t index = 0; index < plan.sheets.size(); ++index) {
    const PdfSheet& sheet = plan.sheets[index];
    double bottom = plan.table_top(index == 0, false) + plan.heading_height() + pdf_number_row;
    for (std::size_t row = sheet.row_begin; row < sheet.row_end; ++row)
      bottom += plan.row_heights[row];
    CHECK(bottom <= plan.content_bottom());
  }
}

TEST_CASE("blocks of columns follow each other with the same rows") {
  const PdfPlan plan = planned(sample_wide_page(3, 40, "1.234.567,89"));
  REQUIRE(plan.blocks.size() > 1);
  REQUIRE(plan.sheets.size() == plan.blocks.size());
  for (std::size_t index = 0; index < plan.sheets.size(); ++index) {
    CHECK(plan.sheets[index].block == index);
    CHECK(plan.sheets[index].row_begin == 0);
    CHECK(plan.sheets[index].row_end == 3);
  }
}

TEST_CASE("notes without room below the table go on on sheets of their own, whole") {
  Page page = sample_page();
  page.notes.clear();
  for (int number = 1; number <= 100; ++number)
    page.notes.push_back({number, "Catatan."});
  const PdfPlan plan = planned(page);
  REQUIRE(plan.sheets.size() > 1);
  std::size_t next = 0;
  for (const PdfSheet& sheet : plan.sheets) {
    CHECK(sheet.line_begin == next);
    next = sheet.line_end;
  }
  CHECK(next == plan.end.size());
  CHECK_FALSE(plan.sheets.back().has_table);
}

TEST_CASE("a label that covers rows of two sheets is repeated, with room for it") {
  Page page = sample_wide_page(2, 1, "1");
  page.stub_titles = {"Wilayah", "Tahun"};
  const std::string region = "Kabupaten dengan nama yang panjang sekali " + std::string(60, 'x');
  for (PageRow& row : page.rows) {
    row.labels.insert(row.labels.begin(), sample_label(region, 0));
  }
  page.rows[0].labels[0].span = 2;
  const PdfPlan plan = planned(page);
  CHECK(plan.row_heights_first[1] > plan.row_heights[1]);
  CHECK(plan.row_heights_first[0] == plan.row_heights[0]);
}

TEST_CASE("a table without columns still has a sheet") {
  Page page = sample_page();
  page.heading = {{}};
  page.rows.clear();
  CHECK(planned(page).sheets.size() == 1);
}

TEST_CASE("a row without room on a sheet is refused, and so are too many sheets") {
  Page page = sample_page();
  for (int word = 0; word < 3000; ++word)
    page.rows[1].labels[0].text += " kata";
  const auto tall = pdf_plan_from_page(page, {}, sample_measure);
  REQUIRE_FALSE(tall);
  CHECK(tall.error().code == base::ErrorCode::too_large);
  CHECK(tall.error().message.find("Baris 2") != std::string::npos);

  // Few rows a sheet, and many sheets beside each other.
  Page large = sample_wide_page(800, 120, "1.234.567,89");
  for (PageRow& row : large.rows) {
    for (int word = 0; word < 250; ++word)
      row.labels[0].text += " kata";
  }
  const auto many = pdf_plan_from_page(large, {}, sample_measure);
  REQUIRE_FALSE(many);
  CHECK(many.error().message.find("5.000") != std::string::npos);
}

TEST_CASE("the foot says when the file was made, in the time of the office, and from where") {
  const PdfPlan plan = planned(sample_page(), sample_pdf_facts());
  REQUIRE(plan.foot.size() == 2);
  CHECK(plan.foot[0].text ==
        "Dibuat 23 November 2026, 09.40 WIB · Sidik 3F0A-7D21 · periksa keaslian di situs");
  CHECK(plan.foot[1].text == "https://data.example.go.id/id/pop-01/");
}

TEST_CASE("the fraction of a figure is its decimals with their sign") {
  const PdfType type{sample_measure, 10, PdfWeight::regular};
  PageCell cell = sample_cell(1.25, "1,25", "1.25");
  cell.decimals = 2;
  CHECK(pdf_fraction_width(cell, type) == 15);
  cell.decimals = 0;
  CHECK(pdf_fraction_width(cell, type) == 0);
  CHECK(pdf_fraction_width(sample_gap(stats::CellStatus::not_available), type) == 0);
}

}  // namespace
}  // namespace output
