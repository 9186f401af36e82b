#include "output/csv.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/output/sample_page.h"

namespace output {
namespace {

Page small_page() {
  Page page;
  page.title = "Luas panen, 2025";
  page.stub_titles = {"Kecamatan"};
  page.heading = {{sample_label("2025")}};
  page.rows = {sample_row("Lubai", {sample_cell(-1.5, "−1,5", "-1.5")})};
  page.rows_count = 1;
  page.source = "BPS";
  return page;
}

TEST_CASE("a page as CSV has its title, headings over every column, figures, notes and source") {
  CHECK(csv_from_page(sample_page(), {}) ==
        "\"Jumlah penduduk menurut kecamatan, 2024–2025 ²\"\r\n"
        "Satuan,jiwa\r\n"
        "Ukuran: Jumlah penduduk\r\n"
        "\r\n"
        ",2024,2024,2025,2025\r\n"
        "Kecamatan,Laki-laki,Jumlah,Laki-laki,Jumlah\r\n"
        "Kabupaten,2500,5000,2550,5100\r\n"
        "Gelumbang,1500,3000,…,3100\r\n"
        "Lubai ¹,1000,2000,–,2000\r\n"
        "\r\n"
        "¹ Lubai dimekarkan pada 2015.\r\n"
        "² Angka dibulatkan.\r\n"
        "…,data tidak tersedia\r\n"
        "*,angka sementara\r\n"
        "Tanda di samping angka (misalnya * atau r) tidak ditulis di berkas ini; berkas seluruh "
        "tabel memuatnya di kolom status.\r\n"
        "Sumber,\"BPS, Proyeksi\"\r\n"
        "Diperbarui,3 November 2026\r\n"
        "Lisensi,CC BY 4.0\r\n");
}

TEST_CASE("figures take the style's decimal sign and are quoted where it parts columns") {
  formats::CsvStyle style;
  style.decimal = ',';
  style.separator = ';';
  CHECK(csv_from_page(small_page(), style).find("Lubai;-1,5\r\n") != std::string::npos);
  style.separator = ',';
  CHECK(csv_from_page(small_page(), style).find("Lubai,\"-1,5\"\r\n") != std::string::npos);
}

TEST_CASE("a leading minus of a figure is no formula, a leading sign of a label is") {
  Page page = small_page();
  page.rows[0].labels[0].text = "=1+1";
  CHECK(csv_from_page(page, {}).find("'=1+1,-1.5\r\n") != std::string::npos);
}

TEST_CASE("a byte order mark stands first where it is asked for") {
  formats::CsvStyle style;
  style.with_bom = true;
  CHECK(csv_from_page(small_page(), style)
            .starts_with("\xEF\xBB\xBF"
                         "\"Luas panen"));
}

TEST_CASE("labels that span rows are repeated") {
  Page page = small_page();
  page.stub_titles = {"Kecamatan", "Jenis"};
  PageRow below = page.rows[0];
  page.rows[0].labels = {sample_label("Lubai", 2), sample_label("Padi")};
  below.labels = {sample_label("Lubai", 0), sample_label("Jagung")};
  page.rows.push_back(below);
  page.rows_count = 2;
  const std::string csv = csv_from_page(page, {});
  CHECK(csv.find("Kecamatan,Jenis,2025\r\nLubai,Padi,-1.5\r\nLubai,Jagung,-1.5\r\n") !=
        std::string::npos);
}

TEST_CASE("a file without any rows left out does not speak of it, one with rows left out does") {
  Page page = small_page();
  CHECK(csv_from_page(page, {}).find("Berkas ini memuat") == std::string::npos);
  page.rows_count = 2500;
  CHECK(csv_from_page(page, {}).find("Berkas ini memuat 1 dari 2500 baris.\r\n") !=
        std::string::npos);
}

}  // namespace
}  // namespace output
