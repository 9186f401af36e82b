// Writes tables as PDF files for the programs that read them back (pdf_test.py). Beside each stand
// the texts that have to be found in it (.txt), and the figures of each row (.rows), one a line.
//
//     make_pdfs OUT_FOLDER TABLE_FILE…
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>

#include "formats/jsonstat.h"
#include "output/pdf.h"
#include "stats/arrangement.h"

namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

[[noreturn]] void stop(const fs::path& file, const base::Error& error) {
  std::cerr << file.string() << ": " << error.message << " " << error.detail << "\n";
  std::exit(1);
}

std::string wanted_texts(const output::Page& page) {
  std::string wanted;
  const auto add = [&](const std::string& text) {
    if (!text.empty()) wanted += text + "\n";
  };
  add(page.title);
  add(page.title_other);
  for (const output::PageRow& row : page.rows) {
    for (const output::PageLabel& label : row.labels)
      add(label.text);
    for (const output::PageCell& cell : row.cells)
      add(cell.text.figure);
  }
  for (const output::PageNote& note : page.notes)
    add(note.text);
  add(page.source);
  return wanted;
}

/// Label, tab, figures with their marks in order.
std::string wanted_rows(const output::Page& page) {
  std::string wanted;
  for (const output::PageRow& row : page.rows) {
    const output::PageLabel& label = row.labels.back();
    wanted += label.text + " " + label.note_marks + "\t";
    for (const output::PageCell& cell : row.cells)
      wanted += cell.text.figure + " " + cell.text.mark + " " + cell.note_marks + " ";
    wanted += "\n";
  }
  return wanted;
}

void write_pdf(const fs::path& file, const fs::path& out, const std::string& regular,
               const std::string& semibold, base::Language language) {
  auto read = formats::table_from_jsonstat(bytes_of(file));
  if (!read) stop(file, read.error());
  const auto table = std::make_shared<const stats::Table>(std::move(read->table));
  const auto grid = stats::grid_from_table(table, stats::default_view(*table));
  const output::Page page = output::page_from_grid(grid, language);
  output::PdfFacts facts;
  facts.regular_font = regular;
  facts.semibold_font = semibold;
  facts.office = "Badan Pusat Statistik Kabupaten Muara Enim";
  facts.office_place = "Jalan Bambang Utoyo No. 44, Muara Enim · muaraenimkab.bps.go.id";
  facts.address = "https://data.example.go.id/id/" + table->code + "/?v=1";
  facts.origin_code = "3F0A-7D21";
  facts.origin = {{"LumbungTable", table->code}};
  facts.created = 1'795'401'600;  // 23 November 2026, 00.00 UTC.
  const auto pdf = output::pdf_from_page(page, facts);
  if (!pdf) stop(file, pdf.error());
  const std::string name =
      file.stem().string() + "." + std::string(base::code_from_language(language));
  std::ofstream(out / (name + ".pdf"), std::ios::binary) << *pdf;
  std::ofstream(out / (name + ".rows"), std::ios::binary) << wanted_rows(page);
  std::ofstream(out / (name + ".txt"), std::ios::binary) << wanted_texts(page);
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::cerr << "make_pdfs OUT_FOLDER TABLE_FILE…\n";
    return 2;
  }
  const fs::path fonts = LUMBUNG_FONT_FOLDER, out = arguments[1];
  const std::string regular = bytes_of(fonts / "LumbungSans-Regular.ttf");
  const std::string semibold = bytes_of(fonts / "LumbungSans-SemiBold.ttf");
  for (int index = 2; index < count; ++index) {
    for (const base::Language language : {base::Language::id, base::Language::en})
      write_pdf(arguments[index], out, regular, semibold, language);
  }
}
