// Writes views of tables as files of each format, for the programs that read them back
// (agreement_test.py, pdf_test.py). Beside them stands what the screen shows of the view.
//
//     make_views OUT_FOLDER VIEWS_COUNT TABLE_FILE…
//
// CODE.NUMBER.json is the screen, CODE.NUMBER.{xlsx,pdf,csv,tidy.csv,jsonstat,html,svg,chart.pdf}
// are the files, CODE.NUMBER.page.html is the page of the site. The first two views of a table are
// its own in both languages, the others are made by chance.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "app/address.h"
#include "app/arranging.h"
#include "app/save.h"
#include "base/json_writer.h"
#include "base/words.h"
#include "exporter/paper.h"
#include "exporter/sheet.h"
#include "formats/jsonstat.h"
#include "output/html.h"
#include "output/pdf_scene.h"
#include "shared/output/sample_site.h"
#include "stats/cell_text.h"
#include "support/random_view.h"

namespace {

namespace fs = std::filesystem;
using base::JsonWriter;
using base::Language;
using stats::PivotGrid;

constexpr std::int64_t created = 1'795'401'600;  // 23 November 2026, 00.00 UTC.
constexpr std::string_view origin = "https://data.example.go.id";

std::string bytes_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

[[noreturn]] void stop(const std::string& where, const base::Error& error) {
  std::cerr << where << ": " << error.message << " " << error.detail << "\n";
  std::exit(1);
}

/// A view of a table, in a language and as it stands in the address bar.
struct Shown {
  std::shared_ptr<const stats::Table> table;
  PivotGrid grid;
  Language language;
  std::string address;
};

Shown shown_view(const std::shared_ptr<const stats::Table>& table, std::uint32_t number) {
  const stats::View usual = app::settled_default(*table);
  stats::View view = usual;
  if (number > 1) {
    const std::uint32_t seed = support::seed_from_name(table->code, number);
    view = app::settled_view(*table, support::view_by_chance(table, seed));
  }
  const Language language = number % 2 == 0 ? Language::id : Language::en;
  const app::Place place{language, app::TableScreen{table->code, {}, view}};
  return {table, stats::grid_from_table(table, view), language,
          app::address_from_place(place, "/", &usual)};
}

// --- What the screen shows ---

void write_texts(JsonWriter& json, std::string_view name, const std::vector<std::string>& texts) {
  json.key(name);
  json.open_array();
  for (const std::string& text : texts)
    json.text(text);
  json.close_array();
}

void write_levels(JsonWriter& json, std::string_view name, const Shown& shown,
                  const std::vector<stats::AxisLevel>& levels) {
  std::vector<std::string> codes, titles;
  for (const stats::AxisLevel& level : levels) {
    const stats::Dimension& dimension = shown.table->dimensions[level.dimension];
    codes.push_back(dimension.code);
    titles.push_back(dimension.label.in(shown.language));
  }
  write_texts(json, name, codes);
  write_texts(json, fmt::format("{}_titles", name), titles);
}

/// A label's text and the marks of its notes, as two texts.
void write_label(JsonWriter& json, const Shown& shown, const stats::Label& label,
                 std::size_t level) {
  json.open_array();
  if (!label.is_total) {
    const stats::Dimension& dimension = shown.table->dimensions[label.dimension];
    json.text(dimension.categories[label.category].label.in(shown.language));
    json.text(stats::marks_from_numbers(
        shown.grid.category_note_numbers(label.dimension, label.category)));
  } else {
    const auto word = base::Word::total_shown;
    json.text(level == 0 ? base::text(word, shown.language) : std::string_view());
    json.text("");
  }
  json.close_array();
}

void write_columns(JsonWriter& json, const Shown& shown) {
  json.key("columns");
  json.open_array(JsonWriter::Lines::many);
  for (std::size_t column = 0; column < shown.grid.columns_count(); ++column) {
    json.open_object();
    json.key("labels");
    json.open_array();
    for (std::size_t level = 0; level < shown.grid.heading().size(); ++level)
      write_label(json, shown, shown.grid.column_label(level, column), level);
    json.close_array();
    const bool is_total = shown.grid.column_kind(column) == stats::LineKind::computed_total;
    write_texts(json, "codes",
                is_total ? std::vector<std::string>() : shown.grid.column_codes(column));
    json.key("is_computed");
    json.truth(is_total);
    json.close_object();
  }
  json.close_array();
}

/// Figure, mark, marks of notes, number (or null), decimals.
void write_cell(JsonWriter& json, const Shown& shown, std::size_t row, std::size_t column) {
  const stats::GridCell cell = shown.grid.at(row, column);
  const stats::CellText text = stats::text_from_cell(cell, shown.language);
  std::string notes;
  for (const std::uint32_t note : shown.grid.cell_notes(row, column))
    notes += stats::superscript_from_number(shown.grid.note_number(note));
  json.open_array();
  json.text(text.figure);
  json.text(text.mark);
  json.text(notes);
  json.raw(cell.cell.has_value ? fmt::format("{:.17g}", cell.cell.value) : "null");
  json.whole(static_cast<std::uint64_t>(cell.decimals));
  json.truth(cell.is_computed);
  json.close_array();
}

void write_rows(JsonWriter& json, const Shown& shown) {
  json.key("rows");
  json.open_array(JsonWriter::Lines::many);
  for (std::size_t row = 0; row < shown.grid.rows_count(); ++row) {
    json.open_object();
    json.key("labels");
    json.open_array();
    for (std::size_t level = 0; level < shown.grid.stub().size(); ++level)
      write_label(json, shown, shown.grid.row_label(level, row), level);
    json.close_array();
    const bool is_total = shown.grid.row_kind(row) == stats::LineKind::computed_total;
    write_texts(json, "codes", is_total ? std::vector<std::string>() : shown.grid.row_codes(row));
    json.key("is_computed");
    json.truth(is_total);
    json.key("cells");
    json.open_array();
    for (std::size_t column = 0; column < shown.grid.columns_count(); ++column)
      write_cell(json, shown, row, column);
    json.close_array();
    json.close_object();
  }
  json.close_array();
}

std::string screen_json(const Shown& shown) {
  const stats::Table& table = *shown.table;
  const Language other = shown.language == Language::id ? Language::en : Language::id;
  JsonWriter json;
  json.open_object(JsonWriter::Lines::many);
  json.text_member("table", table.code);
  json.text_member("address", shown.address);
  json.text_member("language", base::code_from_language(shown.language));
  json.text_member("title", stats::title_from_grid(shown.grid, shown.language));
  json.text_member("title_other", stats::title_from_grid(shown.grid, other));
  json.text_member("source", table.source.in(shown.language));
  json.key("is_calculated");
  json.truth(shown.grid.view().pivot.calculation != stats::Calculation::none);
  write_levels(json, "stub", shown, shown.grid.stub());
  write_levels(json, "heading", shown, shown.grid.heading());
  json.key("fixed");
  json.open_object();
  for (const stats::Coordinate& place : shown.grid.fixed()) {
    const stats::Dimension& dimension = table.dimensions[place.dimension];
    json.text_member(dimension.code, dimension.categories[place.category].code);
  }
  json.close_object();
  std::vector<std::string> notes;
  for (const std::uint32_t note : shown.grid.notes_in_use())
    notes.push_back(table.notes[note].text.in(shown.language));
  write_texts(json, "notes", notes);
  write_columns(json, shown);
  write_rows(json, shown);
  json.close_object();
  return std::move(json).take();
}

// --- The files ---

struct Fonts {
  std::string regular, semibold;
};

/// The exporter's own way from an address to a file, of the view or of its whole table.
std::string exported(const Shown& shown, app::FileFormat format, std::uint32_t number,
                     const Fonts& fonts, bool is_whole_table = false) {
  exporter::Job job;
  job.choice.format = format;
  job.choice.is_whole_table = is_whole_table;
  // The three kinds that the dialog offers, in turn.
  constexpr std::pair<char, char> styles[] = {{';', ','}, {',', '.'}, {'\t', ','}};
  std::tie(job.choice.separator, job.choice.decimal) = styles[number % std::size(styles)];
  job.choice.with_bom = number % 4 < 2;
  job.address = shown.address;
  job.base_path = "/";
  job.width =
      output::pdf_scene_width;  // So that a picture's texts are cut where those on paper are.
  exporter::Surroundings surroundings;
  surroundings.origin = origin;
  surroundings.created = created;
  surroundings.version = std::string(64, '0');
  surroundings.office = {"Badan Pusat Statistik Kabupaten Muara Enim", ""};
  surroundings.area = {"Kabupaten Muara Enim", ""};
  surroundings.regular_font = fonts.regular;
  surroundings.semibold_font = fonts.semibold;
  const exporter::Maker maker =
      app::exporter_of(format) == "paper" ? exporter::paper_from_job : exporter::sheet_from_job;
  auto file = maker(job, shown.table, surroundings, {});
  if (!file) stop(shown.address, file.error());
  return *std::move(file);
}

/// The whole document that a site has of the table, in the language of the view.
std::string site_page(const Shown& shown) {
  const output::Page page = output::page_from_grid(shown.grid, shown.language);
  auto document = output::table_document(
      bytes_of(fs::path(LUMBUNG_SOURCE_FOLDER) / "index.html"), page, output::sample_site(),
      stats::card_from_table(*shown.table), output::sample_catalogue(), {});
  if (!document) stop(shown.address, document.error());
  return *std::move(document);
}

void write_view(const fs::path& out, const Shown& shown, std::uint32_t number, const Fonts& fonts) {
  const auto write = [&](std::string_view ending, const std::string& bytes) {
    const std::string name = fmt::format("{}.{:02}.{}", shown.table->code, number, ending);
    std::ofstream(out / name, std::ios::binary) << bytes;
  };
  write("json", screen_json(shown));
  for (const auto& [ending, format] :
       {std::pair("pdf", app::FileFormat::pdf), std::pair("xlsx", app::FileFormat::xlsx),
        std::pair("csv", app::FileFormat::csv), std::pair("jsonstat", app::FileFormat::jsonstat),
        std::pair("html", app::FileFormat::print), std::pair("svg", app::FileFormat::svg),
        std::pair("chart.pdf", app::FileFormat::chart_pdf)})
    write(ending, exported(shown, format, number, fonts));
  write("tidy.csv", exported(shown, app::FileFormat::csv, number, fonts, true));
  write("page.html", site_page(shown));
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 4) {
    std::cerr << "make_views OUT_FOLDER VIEWS_COUNT TABLE_FILE…\n";
    return 2;
  }
  const fs::path fonts_folder = LUMBUNG_FONT_FOLDER, out = arguments[1];
  const Fonts fonts = {bytes_of(fonts_folder / "LumbungSans-Regular.ttf"),
                       bytes_of(fonts_folder / "LumbungSans-SemiBold.ttf")};
  const auto views_count = static_cast<std::uint32_t>(std::atoi(arguments[2]));
  for (int index = 3; index < count; ++index) {
    auto read = formats::table_from_jsonstat(bytes_of(arguments[index]));
    if (!read) stop(arguments[index], read.error());
    const auto table = std::make_shared<const stats::Table>(std::move(read->table));
    for (std::uint32_t number = 0; number < views_count; ++number)
      write_view(out, shown_view(table, number), number, fonts);
  }
}
