#include "output/xlsx_book.h"

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <vector>

#include <xlsxwriter.h>

#include "output/xlsx_text.h"

namespace output {
namespace {

constexpr std::size_t told_each_cells = 1 << 14;
constexpr double upright_width = 96;  // Characters that stand well on A4 upright.
constexpr std::size_t footer_name_max = 60;
constexpr double page_width = 230;          // Characters that can still be read on A4 across.
constexpr double row_points_max = 409;      // Excel's highest row.
constexpr std::size_t merges_max = 60'000;  // libxlsxwriter counts them in sixteen bits.

void set_box_look(lxw_format* format, CellLook::Kind kind) {
  switch (kind) {
    case CellLook::Kind::heading:
      format_set_align(format, LXW_ALIGN_CENTER);
      break;
    case CellLook::Kind::symbol:
    case CellLook::Kind::number:
      format_set_align(format, LXW_ALIGN_RIGHT);
      break;
    default:
      format_set_align(format, LXW_ALIGN_LEFT);
  }
  const bool is_heading = kind == CellLook::Kind::heading || kind == CellLook::Kind::stub_title;
  format_set_align(format, is_heading ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP);
  if (is_heading) {
    format_set_top(format, LXW_BORDER_THIN);
    format_set_bottom(format, LXW_BORDER_THIN);
  }
  if (kind != CellLook::Kind::number && kind != CellLook::Kind::symbol)
    format_set_text_wrap(format);
}

}  // namespace

XlsxBook::XlsxBook(Progress goes_on, double filling_share)
    : goes_on_(std::move(goes_on)),
      filling_share_(filling_share),
      memory_([this](std::uint64_t packed, std::uint64_t all) {
        const double share = static_cast<double>(packed) / static_cast<double>(all);
        return ask(filling_share_ + (1 - filling_share_) * std::min(share, 1.0));
      }) {
  lxw_workbook_options options = {};
  options.constant_memory = LXW_TRUE;
  workbook_ = workbook_new_opt("lumbung.xlsx", &options);
}

XlsxBook::~XlsxBook() { lxw_workbook_free(workbook_); }

XlsxSheet XlsxBook::add_sheet(const std::string& name) {
  return {*this, workbook_add_worksheet(workbook_, name.c_str())};
}

lxw_format* XlsxBook::format(const CellLook& look) {
  using Kind = CellLook::Kind;
  lxw_format*& made = formats_[look];
  if (made) return made;
  made = workbook_add_format(workbook_);
  set_box_look(made, look.kind);
  const bool is_bold = look.is_bold || look.kind == Kind::title || look.kind == Kind::heading ||
                       look.kind == Kind::stub_title || look.kind == Kind::label;
  if (is_bold) format_set_bold(made);
  if (look.kind == Kind::title) format_set_font_size(made, 14);
  if (look.kind == Kind::title_other) format_set_italic(made);
  if (look.is_last) format_set_bottom(made, LXW_BORDER_THIN);
  if (look.indent > 0)
    format_set_indent(made, static_cast<std::uint8_t>(std::min(look.indent, 15)));
  if (!look.number_format.empty()) format_set_num_format(made, look.number_format.c_str());
  return made;
}

bool XlsxBook::ask(double share) {
  if (!was_stopped_ && goes_on_) was_stopped_ = !goes_on_(share);
  return !was_stopped_;
}

bool XlsxBook::count_cells(std::size_t cells) {
  cells_done_ += cells;
  if (cells_done_ - cells_told_ < told_each_cells) return !was_stopped_;
  cells_told_ = cells_done_;
  const double share = static_cast<double>(cells_done_) /
                       static_cast<double>(std::max(cells_expected_, cells_done_));
  return ask(filling_share_ * share);
}

void XlsxBook::keep_error(int code) {
  if (error_ == 0) error_ = code;
}

base::Result<std::string> XlsxBook::take_bytes() {
  constexpr auto stopped = "The making of the Excel file was stopped; nothing was saved.";
  if (was_stopped_) return base::fail(base::ErrorCode::cancelled, stopped);
  keep_error(workbook_close(std::exchange(workbook_, nullptr)));
  if (was_stopped_) return base::fail(base::ErrorCode::cancelled, stopped);
  if (error_ != 0) {
    return base::fail(base::ErrorCode::internal, "The Excel file could not be made.",
                      lxw_strerror(static_cast<lxw_error>(error_)));
  }
  if (!ask(1)) return base::fail(base::ErrorCode::cancelled, stopped);
  return memory_.take_archive();
}

void XlsxSheet::text(std::size_t row, std::size_t column, std::string_view text,
                     lxw_format* format) {
  book_.keep_error(worksheet_write_string(sheet_, static_cast<lxw_row_t>(row),
                                          static_cast<lxw_col_t>(column),
                                          xlsx_cell_text(text).c_str(), format));
}

void XlsxSheet::number(std::size_t row, std::size_t column, double value, lxw_format* format) {
  book_.keep_error(worksheet_write_number(sheet_, static_cast<lxw_row_t>(row),
                                          static_cast<lxw_col_t>(column), value, format));
}

void XlsxSheet::blank(std::size_t row, std::size_t column, lxw_format* format) {
  book_.keep_error(worksheet_write_blank(sheet_, static_cast<lxw_row_t>(row),
                                         static_cast<lxw_col_t>(column), format));
}

// worksheet_merge_range() also writes the rows below, which ends the row of a streamed sheet; so
// the rectangle is entered into the list by itself. Beyond what the list holds, cells stay apart:
// the text stands in the first of them and the others are empty, which reads the same.
void XlsxSheet::merge(std::size_t row, std::size_t column, std::size_t rows, std::size_t columns) {
  if (rows * columns < 2 || sheet_->merged_range_count >= merges_max) return;
  auto* range = static_cast<lxw_merged_range*>(std::calloc(1, sizeof(lxw_merged_range)));
  if (!range) return book_.keep_error(LXW_ERROR_MEMORY_MALLOC_FAILED);
  range->first_row = static_cast<lxw_row_t>(row);
  range->last_row = static_cast<lxw_row_t>(row + rows - 1);
  range->first_col = static_cast<lxw_col_t>(column);
  range->last_col = static_cast<lxw_col_t>(column + columns - 1);
  STAILQ_INSERT_TAIL(sheet_->merged_ranges, range, list_pointers);
  ++sheet_->merged_range_count;
}

void XlsxSheet::set_lines(std::size_t row, std::size_t lines_count, double line_points) {
  if (lines_count < 2) return;
  const double points = std::min(line_points * static_cast<double>(lines_count), row_points_max);
  book_.keep_error(worksheet_set_row(sheet_, static_cast<lxw_row_t>(row), points, nullptr));
}

void XlsxSheet::set_width(std::size_t column, double characters) {
  const auto place = static_cast<lxw_col_t>(column);
  book_.keep_error(worksheet_set_column(sheet_, place, place, characters, nullptr));
}

void XlsxSheet::set_paper(double width, std::string_view name) {
  constexpr std::uint8_t a4 = 9;
  worksheet_set_paper(sheet_, a4);
  if (width > upright_width) worksheet_set_landscape(sheet_);
  worksheet_fit_to_pages(sheet_, static_cast<std::uint16_t>(1 + width / page_width), 0);
  std::string footer = "&L";
  const std::vector<std::string> pieces = xlsx_pieces(xlsx_property_text(name), footer_name_max);
  for (const char character : pieces.empty() ? std::string() : pieces.front())
    footer += character == '&' ? "&&" : std::string(1, character);
  book_.keep_error(worksheet_set_footer(sheet_, (footer + "&R&P/&N").c_str()));
}

void XlsxSheet::repeat_rows(std::size_t first, std::size_t last) {
  book_.keep_error(
      worksheet_repeat_rows(sheet_, static_cast<lxw_row_t>(first), static_cast<lxw_row_t>(last)));
}

}  // namespace output
