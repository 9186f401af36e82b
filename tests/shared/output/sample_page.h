// A small page with everything on it: two levels of headings, a total, a hierarchy, every kind of
// mark, notes on a row and on the whole.
#pragma once

#include "output/page.h"

namespace output {

inline PageLabel sample_label(std::string text, std::size_t span = 1, bool is_total = false) {
  PageLabel label;
  label.text = std::move(text);
  label.span = span;
  label.is_total = is_total;
  return label;
}

inline PageCell sample_cell(double value, std::string text, std::string figure) {
  PageCell cell;
  cell.value = value;
  cell.has_value = true;
  cell.text.figure = std::move(text);
  cell.figure = std::move(figure);
  cell.status = stats::CellStatus::final;
  return cell;
}

inline PageCell sample_gap(stats::CellStatus status) {
  PageCell cell;
  cell.status = status;
  cell.text.figure = stats::mark_from_status(status);
  return cell;
}

inline PageRow sample_row(std::string name, std::vector<PageCell> cells, int depth = 1) {
  PageRow row;
  row.labels = {sample_label(std::move(name))};
  row.labels.front().depth = depth;
  row.labels.front().is_total = depth == 0;
  row.is_total = depth == 0;
  row.cells = std::move(cells);
  return row;
}

///                        2024              2025
///                        L       Jumlah    L       Jumlah
///   Kabupaten            2.500   5.000     2.550   5.100*
///     Gelumbang          1.500   3.000     …       3.100*
///     Lubai ¹            1.000   2.000r    –       2.000*
inline Page sample_page() {
  Page page;
  page.code = "pop-01";
  page.title = "Jumlah penduduk menurut kecamatan, 2024–2025";
  page.title_other = "Population by district, 2024–2025";
  page.title_marks = "²";
  page.unit = "jiwa";
  page.unit_other = "persons";
  page.period = "2010–2025";
  page.fixed = {"Ukuran: Jumlah penduduk"};
  page.stub_titles = {"Kecamatan"};
  page.stub_titles_other = {"District"};
  page.heading_titles = {"Tahun", "Jenis kelamin"};
  page.heading = {{sample_label("2024", 2), sample_label("2025", 2)},
                  {sample_label("Laki-laki"), sample_label("Jumlah", 1, true),
                   sample_label("Laki-laki"), sample_label("Jumlah", 1, true)}};
  for (const std::size_t column : {0, 2})
    page.heading[1][column].other = "Male";
  for (const std::size_t column : {1, 3})
    page.heading[1][column].other = "Total";
  page.rows.push_back(
      sample_row("Kabupaten",
                 {sample_cell(2500, "2.500", "2500"), sample_cell(5000, "5.000", "5000"),
                  sample_cell(2550, "2.550", "2550"), sample_cell(5100, "5.100", "5100")},
                 0));
  page.rows.push_back(sample_row(
      "Gelumbang",
      {sample_cell(1500, "1.500", "1500"), sample_cell(3000, "3.000", "3000"),
       sample_gap(stats::CellStatus::not_available), sample_cell(3100, "3.100", "3100")}));
  page.rows.push_back(sample_row(
      "Lubai", {sample_cell(1000, "1.000", "1000"), sample_cell(2000, "2.000", "2000"),
                sample_gap(stats::CellStatus::nil), sample_cell(2000, "2.000", "2000")}));
  page.rows[2].labels[0].note_marks = "¹";
  page.rows[2].cells[1].text.mark = "r";
  page.rows[2].cells[1].status = stats::CellStatus::revised;
  for (PageRow& row : page.rows) {
    row.cells[3].text.mark = "*";
    row.cells[3].status = stats::CellStatus::provisional;
  }
  page.rows_count = 3;
  page.notes = {{1, "Lubai dimekarkan pada 2015."}, {2, "Angka dibulatkan."}};
  page.legend = {{"…", "data tidak tersedia"}, {"*", "angka sementara"}};
  page.source = "BPS, Proyeksi";
  page.updated = "3 November 2026";
  page.licence = "CC BY 4.0";
  return page;
}

}  // namespace output
