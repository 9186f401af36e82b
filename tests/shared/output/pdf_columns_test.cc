#include "output/pdf_columns.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/output/sample_pdf.h"

namespace output {
namespace {

PdfPlan upright_plan(const Page& page) {
  PdfPlan plan;
  plan.width = pdf_paper_short;
  plan.height = pdf_paper_long;
  pdf_plan_columns(plan, page, sample_measure);
  return plan;
}

TEST_CASE("a small table is one block, as wide as the paper at most") {
  const PdfPlan plan = upright_plan(sample_page());
  REQUIRE(plan.columns.size() == 4);
  REQUIRE(plan.blocks.size() == 1);
  CHECK(plan.blocks[0].begin == 0);
  CHECK(plan.blocks[0].end == 4);
  CHECK(plan.stub_width() + pdf_columns_width(plan, 0, 4) <= plan.content_width() + 0.01);
}

TEST_CASE("columns without room beside each other become blocks that lose none") {
  const PdfPlan plan = upright_plan(sample_wide_page(2, 30, "1.234.567,89"));
  REQUIRE(plan.blocks.size() > 1);
  std::size_t next = 0;
  for (const PdfBlock& block : plan.blocks) {
    CHECK(block.begin == next);
    CHECK(plan.stub_width() + pdf_columns_width(plan, block.begin, block.end) <=
          plan.content_width() + 0.01);
    next = block.end;
  }
  CHECK(next == 30);
}

TEST_CASE("a group of columns is not parted where it has room by itself") {
  Page page = sample_wide_page(1, 12, "1.234.567,89");
  page.heading.insert(page.heading.begin(),
                      {sample_label("2024", 4), sample_label("2025", 4), sample_label("2026", 4)});
  const PdfPlan plan = upright_plan(page);
  REQUIRE(plan.blocks.size() == 3);
  CHECK(plan.blocks[0].end == 4);
  CHECK(plan.blocks[1].end == 8);
}

TEST_CASE("decimal signs have one place in a column") {
  Page page = sample_wide_page(2, 1, "1");
  page.rows[0].cells[0] = sample_cell(1.25, "1,25", "1.25");
  page.rows[0].cells[0].decimals = 2;
  CHECK(upright_plan(page).columns[0].fraction == 3 * 0.5 * pdf_text_size);
}

TEST_CASE("marks widen the gutter beside the figures") {
  Page page = sample_wide_page(1, 2, "1");
  page.rows[0].cells[1].text.mark = "**";
  page.rows[0].cells[1].note_marks = "¹ ²";
  const PdfPlan plan = upright_plan(page);
  CHECK(plan.columns[1].gutter > plan.columns[0].gutter);
}

TEST_CASE("long labels leave room for figures") {
  Page page = sample_page();
  page.rows[1].labels[0].text = std::string(300, 'x') + " " + std::string(300, 'y');
  const PdfPlan plan = upright_plan(page);
  CHECK(plan.stub_width() < plan.content_width() / 2);
  CHECK(plan.blocks.size() == 1);
}

TEST_CASE("a heading in two languages has room for both") {
  Page page = sample_page();
  const PdfPlan before = upright_plan(page);
  for (PageLabel& label : page.heading[1])
    label.other = "Economically-active";
  const PdfPlan plan = upright_plan(page);
  CHECK(plan.heading_heights[1] == before.heading_heights[1]);
  CHECK(plan.columns[0].width > before.columns[0].width);
  for (PageLabel& label : page.heading[1])
    label.other.clear();
  CHECK(upright_plan(page).heading_heights[1] == before.heading_heights[1] - pdf_text_line);
}

TEST_CASE("a heading that wraps makes its level higher") {
  Page page = sample_page();
  const double before = upright_plan(page).heading_heights[1];
  page.heading[1][0].text = "Laki-laki yang bekerja di luar pertanian";
  CHECK(upright_plan(page).heading_heights[1] > before + pdf_text_line - 0.01);
  CHECK(upright_plan(page).heading_heights[0] == upright_plan(sample_page()).heading_heights[0]);
}

}  // namespace
}  // namespace output
