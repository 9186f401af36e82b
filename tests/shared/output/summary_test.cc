// The two sentences above a table.
#include <catch2/catch_test_macros.hpp>

#include "output/html.h"
#include "shared/output/sample_page.h"

namespace output {
namespace {

TEST_CASE("the summary names the newest total, the highest and the lowest figure") {
  CHECK(summary_from_page(sample_page()) ==
        "Untuk 2025, Jumlah, angka Kabupaten adalah 5.100 jiwa. "
        "Angka tertinggi adalah 3.100 (Gelumbang) dan terendah 2.000 (Lubai).");
}

TEST_CASE("the summary speaks the page's language") {
  Page page = sample_page();
  page.language = base::Language::en;
  page.unit = "persons";
  CHECK(summary_from_page(page) ==
        "For 2025, Jumlah, the figure of Kabupaten is 5.100 persons. "
        "The highest figure is 3.100 (Gelumbang) and the lowest 2.000 (Lubai).");
}

TEST_CASE("the summary names the place of the site where the table has it") {
  CHECK(summary_from_page(sample_page(), "Lubai") ==
        "Untuk 2025, Jumlah, angka Lubai adalah 2.000 jiwa. "
        "Angka tertinggi adalah 3.100 (Gelumbang) dan terendah 2.000 (Lubai).");
  CHECK(summary_from_page(sample_page(), "Palembang") == summary_from_page(sample_page()));
}

TEST_CASE("the place is told as a whole, not one of its parts") {
  Page page = sample_page();
  for (PageRow& row : page.rows)
    row.labels.push_back(sample_label("Padi"));
  CHECK(summary_from_page(page, "Lubai").find("angka Lubai") == std::string::npos);
  for (PageRow& row : page.rows)
    row.labels[1] = sample_label("Semua", 1, true);
  CHECK(summary_from_page(page, "Lubai").find("angka Lubai, Semua adalah 2.000") !=
        std::string::npos);
}

TEST_CASE("a site without a place finds no row by its empty name") {
  Page page = sample_page();
  for (PageRow& row : page.rows) row.labels.push_back(sample_label("", 1, true));
  CHECK(summary_from_page(page, "").starts_with("Untuk 2025, Jumlah, angka Kabupaten adalah"));
}

TEST_CASE("without a total row the summary says how large the table is") {
  Page page = sample_page();
  page.rows.erase(page.rows.begin());
  page.rows_count = 2;
  CHECK(summary_from_page(page) ==
        "Tabel ini memuat 2 × 4 angka dalam satuan jiwa. "
        "Untuk 2025, Jumlah, angka tertinggi adalah 3.100 (Gelumbang) dan terendah 2.000 (Lubai).");
}

TEST_CASE("a page that was cut does not speak of the highest figure of the table") {
  Page page = sample_page();
  page.rows_count = 256;
  CHECK(summary_from_page(page) ==
        "Untuk 2025, Jumlah, angka Kabupaten adalah 5.100 jiwa. "
        "Tabel ini memuat 256 × 4 angka dalam satuan jiwa.");
}

TEST_CASE("figures of several units are told without a unit") {
  Page page = sample_page();
  page.has_one_unit = false;
  CHECK(summary_from_page(page).starts_with("Untuk 2025, Jumlah, angka Kabupaten adalah 5.100. "));
}

TEST_CASE("a series over time tells its first and last figure") {
  Page page;
  page.unit = "persen";
  page.stub_titles = {"Tahun"};
  page.rows_are_periods = true;
  page.rows = {sample_row("2010", {sample_cell(14.5, "14,5", "14.5")}, 1),
               sample_row("2020", {sample_cell(12.1, "12,1", "12.1")}, 1),
               sample_row("2025", {sample_cell(12.9, "12,9", "12.9")}, 1),
               sample_row("2026", {sample_gap(stats::CellStatus::not_available)}, 1)};
  page.rows_count = 4;
  CHECK(summary_from_page(page) ==
        "Pada 2010 angkanya 14,5 persen, dan pada 2025 12,9 persen. "
        "Angka tertinggi adalah 14,5 (2010) dan terendah 12,1 (2020).");
}

TEST_CASE("a single figure is told alone") {
  Page page;
  page.unit = "km²";
  page.stub_titles = {"Kecamatan"};
  page.rows = {sample_row("Lubai", {sample_cell(9, "9", "9")})};
  page.rows_count = 1;
  CHECK(summary_from_page(page) ==
        "Tabel ini memuat 1 × 1 angka dalam satuan km². Angka Lubai adalah 9 km².");
}

TEST_CASE("a table without figures says so") {
  Page page = sample_page();
  for (PageRow& row : page.rows)
    row.cells[3] = sample_gap(stats::CellStatus::not_available);
  CHECK(summary_from_page(page) ==
        "Tabel ini memuat 3 × 4 angka dalam satuan jiwa. "
        "Belum ada angka yang dapat ditampilkan.");
  page.rows.clear();
  CHECK(summary_from_page(page) == "Belum ada angka yang dapat ditampilkan.");
}

}  // namespace
}  // namespace output
