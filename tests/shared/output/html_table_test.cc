// The table of a page: what heads what, and what is heard where something is only seen.
#include <catch2/catch_test_macros.hpp>

#include "output/html.h"
#include "shared/output/sample_page.h"
#include "support/has.h"

namespace output {
namespace {

using support::has;

TEST_CASE("group headings name their columns, single headings their column") {
  const std::string html = html_table_from_page(sample_page());
  CHECK(has(html,
            "<colgroup span=\"1\"></colgroup><colgroup span=\"2\"></colgroup>"
            "<colgroup span=\"2\"></colgroup>"));
  CHECK(has(html,
            "<thead><tr><th scope=\"col\" rowspan=\"2\">Kecamatan</th>"
            "<th scope=\"colgroup\" colspan=\"2\">2024</th>"));
  CHECK(has(html, "<tr><th scope=\"col\">Laki-laki</th><th scope=\"col\">Jumlah</th>"));
}

TEST_CASE("on paper headings are in both languages, and columns are numbered") {
  const std::string html =
      html_print_from_page(sample_page(), {"BPS", "Muara Enim", "Dibuat & dicetak", "https://a/"});
  CHECK(has(html, "<div class=\"letterhead\"><strong>BPS</strong><span>Muara Enim</span></div>"));
  CHECK(has(html, "<p class=\"number\">Tabel pop-01</p>"));
  CHECK(has(html, "rowspan=\"2\">Kecamatan<span class=\"other\" lang=\"en\">District</span></th>"));
  CHECK(has(html, "Laki-laki<span class=\"other\" lang=\"en\">Male</span></th>"));
  CHECK(has(html, "2024</th>"));
  CHECK(has(html,
            "<tr class=\"numbers\"><td>(1)</td><td>(2)</td><td>(3)</td><td>(4)</td>"
            "<td>(5)</td></tr>\n</thead>"));
  CHECK(has(html, "<p class=\"made\">Dibuat &amp; dicetak<span>https://a/</span></p></main>"));
}

TEST_CASE("a source that was left out has no empty sentence") {
  Page page = sample_page();
  leave_out_source(page);
  CHECK_FALSE(has(html_print_from_page(page, {}), "Sumber"));
}

TEST_CASE("without an office paper has no letterhead") {
  CHECK_FALSE(has(html_print_from_page(sample_page(), {}), "letterhead"));
}

TEST_CASE("rows are named, total rows and parts are marked as such") {
  const std::string html = html_table_from_page(sample_page());
  CHECK(has(html, "<tr class=\"total\"><th scope=\"row\">Kabupaten</th><td>2.500</td>"));
  CHECK(has(html, "<tr><th scope=\"row\" class=\"d1\">Gelumbang</th>"));
}

TEST_CASE("a missing figure is seen as its symbol and heard as its meaning") {
  CHECK(has(html_table_from_page(sample_page()),
            "<td><abbr title=\"data tidak tersedia\" aria-hidden=\"true\">…</abbr>"
            "<span class=\"unseen\">data tidak tersedia</span></td>"));
}

TEST_CASE("a mark stands beside its figure with its meaning") {
  const std::string html = html_table_from_page(sample_page());
  CHECK(has(html, "<td>5.100<abbr title=\"angka sementara\">*</abbr></td>"));
  CHECK(has(html, "Lubai<span class=\"mark\">¹</span></th>"));
}

TEST_CASE("the caption says the title to whoever does not see the heading") {
  CHECK(has(html_table_from_page(sample_page()),
            "<caption id=\"caption\"><span class=\"unseen\">Jumlah penduduk menurut kecamatan, "
            "2024–2025. </span><span>Satuan jiwa · Ukuran: Jumlah penduduk</span></caption>"));
}

TEST_CASE("the foot repeats the source on paper") {
  CHECK(has(html_table_from_page(sample_page()),
            "<tfoot><tr><td colspan=\"5\">Sumber: BPS, Proyeksi. Diperbarui 3 November 2026.</td>"
            "</tr></tfoot>"));
}

TEST_CASE("outer stub labels span their rows and name their group") {
  Page page = sample_page();
  page.stub_titles = {"Kecamatan", "Jenis"};
  page.heading = {{sample_label("2025")}};
  page.rows.clear();
  for (const char* kecamatan : {"Gelumbang", "Lubai"}) {
    for (const char* kind : {"Padi", "Jagung"}) {
      PageRow row = sample_row(kind, {sample_cell(1, "1", "1")}, 1);
      row.labels.insert(row.labels.begin(),
                        sample_label(kecamatan, kind == std::string_view("Padi") ? 2 : 0));
      row.labels[1].depth = 0;
      page.rows.push_back(row);
    }
  }
  const std::string html = html_table_from_page(page);
  CHECK(has(html,
            "<tbody><tr><th scope=\"rowgroup\" rowspan=\"2\">Gelumbang</th>"
            "<th scope=\"row\">Padi</th><td>1</td></tr>\n"
            "<tr><th scope=\"row\">Jagung</th><td>1</td></tr>\n"
            "</tbody><tbody><tr><th scope=\"rowgroup\" rowspan=\"2\">Lubai</th>"));
  CHECK(has(html, "<thead><tr><th scope=\"col\">Kecamatan</th><th scope=\"col\">Jenis</th>"));
}

TEST_CASE("a computed total has one label for all levels") {
  Page page = sample_page();
  PageLabel across = sample_label("Jumlah yang tampil", 1, true);
  across.is_computed = true;
  page.heading[0].push_back(across);
  across.text.clear();
  page.heading[1].push_back(across);
  for (PageRow& row : page.rows)
    row.cells.push_back(sample_cell(1, "1", "1"));

  PageRow total = sample_row("Jumlah yang tampil", page.rows[0].cells, 0);
  total.labels[0].is_computed = true;
  total.labels.push_back(across);
  page.stub_titles.push_back("Jenis");
  for (PageRow& row : page.rows)
    row.labels.push_back(sample_label("Padi"));
  page.rows.push_back(total);

  const std::string html = html_table_from_page(page);
  CHECK(has(html, "<th scope=\"colgroup\" rowspan=\"2\">Jumlah yang tampil</th></tr>"));
  CHECK(has(html, "<th scope=\"rowgroup\" colspan=\"2\">Jumlah yang tampil</th><td>2.500</td>"));
}

TEST_CASE("a table without a heading still says what its column holds") {
  Page page = sample_page();
  page.heading.clear();
  for (PageRow& row : page.rows)
    row.cells.resize(1);
  CHECK(has(html_table_from_page(page),
            "<thead><tr><th scope=\"col\">Kecamatan</th><th scope=\"col\">Angka</th></tr>"));
}

TEST_CASE("a table without rows is still a table") {
  Page page = sample_page();
  page.rows.clear();
  CHECK(has(html_table_from_page(page), "</thead>\n<tbody></tbody>\n<tfoot>"));
}

TEST_CASE("a page that was cut says how much is shown") {
  Page page = sample_page();
  CHECK_FALSE(has(html_from_page(page, {}, {}), "class=\"notice\""));
  page.rows_count = 25'600;
  CHECK(has(html_from_page(page, {}, {}),
            "<p class=\"notice\">3 dari 25.600 baris ditampilkan di halaman ini; unduh untuk "
            "seluruhnya.</p>"));
}

TEST_CASE("downloads say their size") {
  const std::string html =
      html_from_page(sample_page(), {}, {{"CSV", "/a.csv", 812, ""}, {"X", "/b", 1'249'000, ""}});
  CHECK(has(html, "<a href=\"/a.csv\" download>CSV</a><span class=\"muted\"> 812 B</span>"));
  CHECK(has(html, "<span class=\"muted\"> 1,2 MB</span>"));
}

TEST_CASE("what there is none of is not headed") {
  Page page = sample_page();
  page.notes.clear();
  page.legend.clear();
  page.title_other.clear();
  const std::string html = html_from_page(page, {}, {});
  CHECK_FALSE(has(html, "<h2>"));
  CHECK_FALSE(has(html, "class=\"other\""));
}

}  // namespace
}  // namespace output
