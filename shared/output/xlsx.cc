#include "output/xlsx.h"

#include <algorithm>
#include <ctime>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include <fmt/format.h>
#include <xlsxwriter.h>

#include "base/date.h"
#include "base/number.h"
#include "base/words.h"
#include "output/xlsx_book.h"
#include "output/xlsx_text.h"

namespace output {
namespace {

using base::Language;
using base::Word;
using Kind = CellLook::Kind;

constexpr std::size_t rows_max = LXW_ROW_MAX, columns_max = LXW_COL_MAX;
constexpr double filling_share = 0.6;      // Of the time; packing takes the rest.
constexpr double reading_width = 90;       // Characters a line of the notes has at least.
constexpr double empty_column_width = 10;  // Beside a narrow table, under its notes.
constexpr double title_points = 19, text_points = 15;  // A line.
constexpr std::size_t lines_max = 20;            // Of a note in one row; Excel's rows end at 27.
constexpr std::size_t number_formats_max = 150;  // Excel takes about two hundred.
constexpr std::size_t property_text_max = 255;   // Excel's own.

std::size_t heading_rows_count(const Page& page) {
  return std::max<std::size_t>(page.heading.size(), 1);
}

std::size_t figure_columns_count(const Page& page) {
  if (page.heading.empty()) return 1;
  std::size_t count = 0;
  for (const PageLabel& label : page.heading.back())
    count += label.span;
  return count;
}

std::string text_from_note(const PageNote& note) {
  if (note.number == 0) return note.text;
  return stats::superscript_from_number(note.number) + " " + note.text;
}

// --- Widths ---

/// How wide the columns are: what stands in them, within bounds, beyond which texts wrap.
std::vector<double> column_widths(const Page& page) {
  const std::size_t stub_count = page.stub_titles.size();
  std::vector<std::size_t> characters(stub_count + figure_columns_count(page), 6);
  const auto widen = [&](std::size_t column, std::size_t count) {
    characters[column] = std::max(characters[column], count);
  };
  for (std::size_t level = 0; level < stub_count; ++level)
    widen(level, std::min<std::size_t>(characters_count(page.stub_titles[level]), 20));
  for (const PageRow& row : page.rows) {
    for (std::size_t level = 0; level < row.labels.size(); ++level) {
      const PageLabel& label = row.labels[level];
      const auto indent = 2 * static_cast<std::size_t>(std::max(label.depth, 0));
      if (!label.is_computed)
        widen(level, characters_count(label.text) + characters_count(label.note_marks) + indent);
    }
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
      const PageCell& cell = row.cells[column];
      widen(stub_count + column, characters_count(cell.text.figure) +
                                     characters_count(cell.text.mark) +
                                     characters_count(cell.note_marks));
    }
  }
  if (!page.heading.empty()) {
    std::size_t column = stub_count;
    for (const PageLabel& label : page.heading.back()) {
      if (label.span == 1) widen(column, std::min<std::size_t>(characters_count(label.text), 16));
      column += label.span;
    }
  }
  std::vector<double> widths;
  for (std::size_t column = 0; column < characters.size(); ++column) {
    const std::size_t most = column < stub_count ? 48 : 24;
    widths.push_back(static_cast<double>(std::min(characters[column], most)) + 2);
  }
  return widths;
}

double sum_of(const std::vector<double>& widths, std::size_t begin, std::size_t count) {
  double sum = 0;
  for (std::size_t column = begin; column < std::min(begin + count, widths.size()); ++column)
    sum += widths[column];
  return sum;
}

// --- What a workbook cannot hold ---

std::optional<base::Error> too_large(std::string message) {
  return base::Error{base::ErrorCode::too_large, std::move(message), ""};
}

std::optional<base::Error> error_from_text(std::string_view text) {
  const std::size_t count = characters_count(xlsx_cell_text(text));
  if (count <= xlsx_text_max) return std::nullopt;
  return too_large(
      fmt::format("A cell of Excel holds {} characters, and the text “{}…” has {}. "
                  "Shorten it, or choose CSV.",
                  xlsx_text_max, xlsx_pieces(text, 40).front(), count));
}

std::optional<base::Error> error_from_labels(const Page& page, const stats::Table& table) {
  std::vector<std::string_view> texts = {page.title, page.title_other, page.unit};
  texts.insert(texts.end(), page.fixed.begin(), page.fixed.end());
  texts.insert(texts.end(), page.stub_titles.begin(), page.stub_titles.end());
  for (const stats::Dimension& dimension : table.dimensions) {
    texts.insert(texts.end(), {dimension.code, dimension.label.id, dimension.label.en});
    for (const stats::Category& category : dimension.categories) {
      texts.insert(texts.end(), {category.code, category.label.id, category.label.en,
                                 category.unit.id, category.unit.en});
    }
  }
  for (const std::string_view text : texts) {
    // Marks of notes come behind a label, and a character may be written as an escape of seven.
    if (text.size() * 7 < xlsx_text_max) continue;
    if (auto error = error_from_text(text)) return error;
  }
  return std::nullopt;
}

std::optional<base::Error> error_from_page(const Page& page, const stats::PivotGrid& grid) {
  const std::size_t columns = page.stub_titles.size() + figure_columns_count(page);
  if (columns > columns_max) {
    return too_large(
        fmt::format("A sheet of Excel has {} columns, and this view {}. Choose fewer "
                    "categories for the columns, or CSV.",
                    columns_max, columns));
  }
  // Notes take a few rows more; a page as long as that has room for them or none at all.
  constexpr std::size_t rows_around = 1000;
  if (page.rows.size() + rows_around > rows_max) {
    return too_large(
        fmt::format("A sheet of Excel has {} rows, and this view {}. Choose fewer "
                    "categories for the rows, or CSV.",
                    rows_max, page.rows.size()));
  }
  return error_from_labels(page, grid.table());
}

// --- Sheet 1: the table as it is seen ---

class TableSheet {
 public:
  TableSheet(XlsxBook& book, const Page& page)
      : book_(book),
        page_(page),
        sheet_(book.add_sheet(std::string(base::text(Word::table, page.language)))),
        stub_count_(page.stub_titles.size()),
        widths_(column_widths(page)) {
    table_columns_ = widths_.size();
    while (sum_of(widths_, 0, text_columns_) < reading_width) {
      if (text_columns_ == widths_.size()) widths_.push_back(empty_column_width);
      ++text_columns_;
    }
  }

  void write() {
    choose_marks();
    for (std::size_t column = 0; column < widths_.size(); ++column)
      sheet_.set_width(column, widths_[column]);
    write_head();
    heading_row_ = row_;
    write_heading();
    for (std::size_t index = 0; index < page_.rows.size(); ++index) {
      write_row(index);
      if (!book_.count_cells(page_.rows[index].cells.size())) return;
    }
    write_foot();
    set_up();
  }

 private:
  lxw_format* look(Kind kind) { return book_.format({kind}); }

  /// The longest mark, and whether Excel can take a format for every combination of note marks.
  void choose_marks() {
    std::set<std::pair<int, std::string>> formats;
    for (const PageRow& row : page_.rows) {
      for (const PageCell& cell : row.cells)
        if (shows_figure(cell)) formats.emplace(cell.decimals, mark_of(cell));
    }
    leaves_note_marks_out_ = formats.size() > number_formats_max;
    for (const PageRow& row : page_.rows) {
      for (const PageCell& cell : row.cells) {
        if (!shows_figure(cell)) continue;
        std::string mark = mark_of(cell);
        if (characters_count(mark) > characters_count(widest_mark_)) widest_mark_ = mark;
      }
    }
  }

  static bool shows_figure(const PageCell& cell) {
    return cell.has_value && !stats::replaces_figure(cell.status);
  }

  std::string mark_of(const PageCell& cell) const {
    return leaves_note_marks_out_ ? cell.text.mark : cell.text.mark + cell.note_marks;
  }

  /// A text over the width in which it is read well, in as many rows as it needs.
  void write_text(std::string_view text, Kind kind) {
    const double width = sum_of(widths_, 0, text_columns_) / (kind == Kind::title ? 1.4 : 1);
    const auto piece = static_cast<std::size_t>(width) * lines_max;
    for (const std::string& part : xlsx_pieces(text, piece)) {
      sheet_.text(row_, 0, part, look(kind));
      sheet_.merge(row_, 0, 1, text_columns_);
      const std::size_t lines = xlsx_lines_count(part, width);
      sheet_.set_lines(row_, lines, kind == Kind::title ? title_points : text_points);
      ++row_;
    }
  }

  void write_named(Word name, std::string_view text) {
    if (text.empty()) return;
    write_text(fmt::format("{}: {}", base::text(name, page_.language), text), Kind::text);
  }

  void write_head() {
    write_text(marked(page_.title, page_.title_marks), Kind::title);
    write_text(page_.title_other, Kind::title_other);
    write_named(Word::unit, page_.unit);
    for (const std::string& fixed : page_.fixed)
      write_text(fixed, Kind::text);
    ++row_;
  }

  void write_heading() {
    const std::size_t levels = heading_rows_count(page_);
    for (std::size_t level = 0; level < levels; ++level, ++row_) {
      for (std::size_t stub = 0; stub < stub_count_; ++stub) {
        if (level == 0) sheet_.merge(row_, stub, levels, 1);
        sheet_.text(row_, stub, level == 0 ? page_.stub_titles[stub] : "", look(Kind::stub_title));
      }
      if (page_.heading.empty()) {
        sheet_.text(row_, stub_count_, base::text(Word::figures, page_.language),
                    look(Kind::heading));
      } else {
        write_heading_level(level, levels);
      }
    }
  }

  void write_heading_level(std::size_t level, std::size_t levels) {
    std::size_t column = stub_count_, lines = 1;
    for (const PageLabel& label : page_.heading[level]) {
      const std::string text = marked(label.text, label.note_marks);
      lines = std::max(lines, xlsx_lines_count(text, sum_of(widths_, column, label.span) - 2));
      if (!label.is_computed) {
        sheet_.merge(row_, column, 1, label.span);
      } else if (level == 0) {
        sheet_.merge(row_, column, levels, label.span);
      }
      for (std::size_t at = 0; at < label.span; ++at)
        sheet_.text(row_, column + at, at == 0 ? text : "", look(Kind::heading));
      column += label.span;
    }
    sheet_.set_lines(row_, lines);
  }

  void write_row(std::size_t index) {
    const PageRow& row = page_.rows[index];
    const bool is_last = index + 1 == page_.rows.size();
    std::size_t lines = 1;
    for (std::size_t level = 0; level < row.labels.size(); ++level) {
      const PageLabel& label = row.labels[level];
      const std::string text = label.span == 0 ? "" : marked(label.text, label.note_marks);
      CellLook stub{Kind::stub, label.depth, row.is_total || label.is_total, is_last, ""};
      if (label.span > 1) sheet_.merge(row_, level, label.span, 1);
      if (label.is_computed && level == 0) sheet_.merge(row_, 0, 1, row.labels.size());
      if (!label.is_computed && label.span < 2)
        lines = std::max(lines, xlsx_lines_count(text, widths_[level] - 1));
      sheet_.text(row_, level, text, book_.format(stub));
    }
    for (std::size_t column = 0; column < row.cells.size(); ++column)
      write_cell(stub_count_ + column, row.cells[column], row.is_total, is_last);
    sheet_.set_lines(row_, lines);
    ++row_;
  }

  void write_cell(std::size_t column, const PageCell& cell, bool is_bold, bool is_last) {
    if (!shows_figure(cell)) {
      const CellLook symbol{Kind::symbol, 0, is_bold, is_last, ""};
      sheet_.text(row_, column, cell.text.figure + cell.text.mark + cell.note_marks,
                  book_.format(symbol));
      return;
    }
    const CellLook number{Kind::number, 0, is_bold, is_last,
                          xlsx_number_format(cell.decimals, mark_of(cell), widest_mark_)};
    // The same figure as in every other file: what was calculated ends where the screen ends it.
    sheet_.number(row_, column, base::number_from_figure(cell.figure).value_or(cell.value),
                  book_.format(number));
  }

  void write_foot() {
    ++row_;
    if (!page_.notes.empty()) {
      write_text(fmt::format("{}:", base::text(Word::notes, page_.language)), Kind::label);
    }
    for (const PageNote& note : page_.notes)
      write_text(text_from_note(note), Kind::text);
    if (leaves_note_marks_out_) {
      write_text(base::text(Word::xlsx_note_marks_in_data, page_.language), Kind::text);
    }
    for (const auto& [mark, meaning] : page_.legend)
      write_text(mark + "  " + meaning, Kind::text);
    if (page_.rows.size() < page_.rows_count) {
      write_text(base::text(Word::csv_rows_left_out, page_.language,
                            {std::to_string(page_.rows.size()), std::to_string(page_.rows_count)}),
                 Kind::text);
    }
    write_named(Word::source, page_.source);
    write_named(Word::updated, page_.updated);
    write_named(Word::licence, page_.licence);
  }

  /// Panes and paper.
  void set_up() {
    lxw_worksheet* sheet = sheet_.sheet();
    const std::size_t first_figure = heading_row_ + heading_rows_count(page_);
    const auto last_column = static_cast<lxw_col_t>(std::max(table_columns_, text_columns_) - 1);
    worksheet_freeze_panes(sheet, static_cast<lxw_row_t>(first_figure),
                           static_cast<lxw_col_t>(stub_count_));
    sheet_.set_paper(sum_of(widths_, 0, widths_.size()), page_.code);
    sheet_.repeat_rows(heading_row_, first_figure - 1);
    if (stub_count_ > 0)
      worksheet_repeat_columns(sheet, 0, static_cast<lxw_col_t>(stub_count_ - 1));
    worksheet_print_area(sheet, 0, 0, static_cast<lxw_row_t>(row_ - 1), last_column);
    if (page_.rows.empty() || stub_count_ == 0) return;
    worksheet_set_selection(
        sheet, static_cast<lxw_row_t>(first_figure), static_cast<lxw_col_t>(stub_count_),
        static_cast<lxw_row_t>(first_figure), static_cast<lxw_col_t>(stub_count_));
  }

  XlsxBook& book_;
  const Page& page_;
  XlsxSheet sheet_;
  std::size_t stub_count_;
  std::vector<double> widths_;     ///< Of the table's columns, and of empty ones under the notes.
  std::size_t table_columns_ = 0;  ///< Columns of the stub and the figures.
  std::size_t text_columns_ = 0;   ///< Columns over which titles and notes reach.
  std::size_t row_ = 0, heading_row_ = 0;
  std::string widest_mark_;
  bool leaves_note_marks_out_ = false;
};

// --- Sheet 2: a row a cell ---

class DataSheets {
 public:
  DataSheets(XlsxBook& book, const Page& page, const stats::PivotGrid& grid)
      : book_(book), page_(page), grid_(grid), table_(grid.table()) {
    const stats::Dimension& measure = table_.measure();
    const bool is_own_unit = grid.view().pivot.calculation == stats::Calculation::none ||
                             grid.view().pivot.calculation == stats::Calculation::change;
    for (const stats::Category& category : measure.categories)
      units_.push_back(is_own_unit ? category.unit.in(page.language) : page.unit);
  }

  void write() {
    begin_sheet();
    for (std::size_t row = 0; row < grid_.rows_count(); ++row) {
      if (grid_.row_kind(row) == stats::LineKind::computed_total) continue;
      for (std::size_t column = 0; column < grid_.columns_count(); ++column) {
        if (grid_.column_kind(column) == stats::LineKind::computed_total) continue;
        if (row_ == rows_max) begin_sheet();
        write_cell(row, column);
      }
      if (!book_.count_cells(grid_.columns_count())) return;
    }
  }

 private:
  /// Where one sheet is full, the next goes on: "Data 2".
  void begin_sheet() {
    const std::string name(base::text(Word::sheet_data, page_.language));
    ++sheets_count_;
    sheet_.emplace(
        book_.add_sheet(sheets_count_ == 1 ? name : fmt::format("{} {}", name, sheets_count_)));
    row_ = 0;
    std::size_t column = 0;
    double width = 0;
    const auto title = [&](std::string_view text, double characters) {
      width += characters;
      sheet_->set_width(column, characters);
      sheet_->text(0, column++, text, book_.format({Kind::label}));
    };
    for (const stats::Dimension& dimension : table_.dimensions) {
      std::size_t longest = 8;
      for (const stats::Category& category : dimension.categories)
        longest = std::max(longest, characters_count(category.label.in(page_.language)));
      title(dimension.code, 12);
      title(dimension.code + "_label", static_cast<double>(std::min<std::size_t>(longest, 48)) + 2);
    }
    const bool is_id = page_.language == Language::id;
    title(is_id ? "nilai" : "value", 14);
    title(is_id ? "satuan" : "unit", 14);
    title("status", 8);
    title(is_id ? "catatan" : "notes", 10);
    worksheet_freeze_panes(sheet_->sheet(), 1, 0);
    sheet_->set_paper(width, page_.code);
    sheet_->repeat_rows(0, 0);
    row_ = 1;
  }

  void write_cell(std::size_t row, std::size_t column) {
    const std::vector<std::uint32_t> places = grid_.coordinates(row, column);
    std::size_t at = 0;
    for (std::size_t dimension = 0; dimension < places.size(); ++dimension) {
      const stats::Category& category = table_.dimensions[dimension].categories[places[dimension]];
      sheet_->text(row_, at++, category.code, nullptr);
      sheet_->text(row_, at++, category.label.in(page_.language), nullptr);
    }
    const stats::GridCell cell = grid_.at(row, column);
    const std::optional<double> figure = base::number_from_figure(stats::figure_from_cell(cell));
    if (figure) sheet_->number(row_, at, *figure, nullptr);
    sheet_->text(row_, at + 1, units_[grid_.measure_at(row, column)], nullptr);
    sheet_->text(row_, at + 2, stats::mark_from_status(cell.cell.status), nullptr);
    sheet_->text(row_, at + 3, note_numbers(row, column), nullptr);
    ++row_;
  }

  /// "1, 3".
  std::string note_numbers(std::size_t row, std::size_t column) const {
    std::string numbers;
    for (const std::uint32_t note : grid_.cell_notes(row, column)) {
      if (!numbers.empty()) numbers += ", ";
      numbers += std::to_string(grid_.note_number(note));
    }
    return numbers;
  }

  XlsxBook& book_;
  const Page& page_;
  const stats::PivotGrid& grid_;
  const stats::Table& table_;
  std::vector<std::string> units_;  ///< By measure.
  std::optional<XlsxSheet> sheet_;
  std::size_t row_ = 0;
  int sheets_count_ = 0;
};

// --- Sheet 3: what must be known ---

class MetadataSheet {
 public:
  MetadataSheet(XlsxBook& book, Language language)
      : book_(book),
        language_(language),
        sheet_(book.add_sheet(std::string(base::text(Word::metadata, language)))) {
    sheet_.set_width(0, 24);
    sheet_.set_width(1, value_width);
  }

  void write(const Page& page, const stats::Table& table, const WorkbookFacts& facts) {
    sheet_.set_paper(value_width, page.code);
    row(Word::table_title, page.title);
    row("", page.title_other);
    row(Word::table_code, page.code);
    row(Word::unit, page.unit);
    row(Word::period, page.period);
    for (const std::string& fixed : page.fixed)
      row(Word::view_selection, fixed);
    for (const stats::Dimension& dimension : table.dimensions) {
      row(Word::dimensions, fmt::format("{} ({}): {}", dimension.label.in(language_),
                                        dimension.code, dimension.categories.size()));
    }
    row(Word::source, page.source);
    row(Word::publisher, table.publisher.in(language_));
    row(Word::updated, page.updated);
    row(Word::licence, page.licence);
    row(Word::contact, contact(table.contact));
    for (const PageNote& note : page.notes)
      row(Word::notes, text_from_note(note));
    for (const auto& [mark, meaning] : page.legend)
      row(Word::legend, mark + "  " + meaning);
    row(Word::view_address, facts.address);
    for (const auto& [name, value] : facts.origin)
      row(name, value);
  }

 private:
  static constexpr double value_width = 90;

  std::string contact(const stats::Contact& contact) const {
    std::string text = contact.name.in(language_);
    for (const std::string& part : {contact.mail, contact.phone})
      if (!part.empty()) text += (text.empty() ? "" : ", ") + part;
    return text;
  }

  void row(Word name, std::string_view value) { row(base::text(name, language_), value); }

  void row(std::string_view name, std::string_view value) {
    for (const std::string& piece : xlsx_pieces(value, value_width * lines_max)) {
      sheet_.text(row_, 0, name, book_.format({Kind::label}));
      sheet_.text(row_, 1, piece, book_.format({Kind::text}));
      sheet_.set_lines(row_, xlsx_lines_count(piece, value_width));
      ++row_;
    }
  }

  XlsxBook& book_;
  Language language_;
  XlsxSheet sheet_;
  std::size_t row_ = 0;
};

// --- Properties ---

void set_properties(XlsxBook& book, const Page& page, const stats::Table& table,
                    const WorkbookFacts& facts) {
  constexpr std::int64_t first_of_1980 = 315'532'800;
  std::string title = xlsx_property_text(page.title), subject = xlsx_property_text(page.code);
  std::string author =
      xlsx_property_text(table.publisher.empty() ? page.source : table.publisher.in(page.language));
  std::string comments = xlsx_property_text(facts.address);
  lxw_doc_properties properties = {};
  properties.title = title.data();
  properties.subject = subject.data();
  properties.author = author.data();
  properties.comments = comments.data();
  properties.created = static_cast<std::time_t>(facts.created == 0 ? first_of_1980 : facts.created);
  book.keep_error(workbook_set_properties(book.workbook(), &properties));
  for (const auto& [name, value] : facts.origin) {
    std::string part_name = xlsx_property_text(name);
    int part = 1;
    // A property holds 255 characters; what is longer goes on in "name 2".
    for (const std::string& piece : xlsx_pieces(xlsx_property_text(value), property_text_max)) {
      book.keep_error(
          workbook_set_custom_property_string(book.workbook(), part_name.c_str(), piece.c_str()));
      part_name = fmt::format("{} {}", name, ++part);
    }
  }
}

}  // namespace

base::Result<std::string> xlsx_from_page(const Page& page, const stats::PivotGrid& grid,
                                         const WorkbookFacts& facts, const Progress& progress) {
  if (auto error = error_from_page(page, grid)) return tl::unexpected(*std::move(error));
  XlsxBook book(progress, filling_share);
  book.expect_cells(page.rows.size() * figure_columns_count(page) +
                    grid.rows_count() * grid.columns_count());
  // The metadata stay whole, whatever was left out of the page.
  const Page whole = page_from_grid(grid, page.language, 1);
  set_properties(book, whole, grid.table(), facts);
  TableSheet(book, page).write();
  if (!book.was_stopped()) DataSheets(book, page, grid).write();
  if (!book.was_stopped()) {
    MetadataSheet(book, page.language).write(whole, grid.table(), facts);
  }
  return book.take_bytes();
}

}  // namespace output
