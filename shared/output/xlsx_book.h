// A workbook in the making and its sheets: libxlsxwriter behind texts that are always texts, and
// errors that are kept until the end. Sheets are streamed: their rows are written from the top, and
// cost no memory but their text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/result.h"
#include "output/progress.h"
#include "output/xlsx_memory.h"

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace output {

/// How a cell looks.
struct CellLook {
  enum class Kind { title, title_other, text, heading, stub_title, stub, symbol, number, label };
  Kind kind = Kind::text;
  int indent = 0;
  bool is_bold = false;
  bool is_last = false;            ///< Of the table: ruled below.
  std::string number_format = {};  ///< number only.

  friend bool operator<(const CellLook& a, const CellLook& b) {
    const auto all = [](const CellLook& look) {
      return std::tie(look.kind, look.indent, look.is_bold, look.is_last, look.number_format);
    };
    return all(a) < all(b);
  }
};

class XlsxSheet;

class XlsxBook {
 public:
  /// `goes_on` may be empty. `filling_share` of the whole is spent filling the sheets.
  XlsxBook(Progress goes_on, double filling_share);
  XlsxBook(const XlsxBook&) = delete;
  XlsxBook& operator=(const XlsxBook&) = delete;
  ~XlsxBook();

  XlsxSheet add_sheet(const std::string& name);
  lxw_workbook* workbook() { return workbook_; }
  lxw_format* format(const CellLook& look);

  /// Counts cells towards `cells_count`, and false once the work is to stop.
  void expect_cells(std::size_t cells_count) { cells_expected_ = cells_count; }
  bool count_cells(std::size_t cells);
  bool was_stopped() const { return was_stopped_; }

  /// Remembers the first code of libxlsxwriter that is no success.
  void keep_error(int code);

  /// Packs the workbook, which is used up by that.
  base::Result<std::string> take_bytes();

 private:
  bool ask(double share);

  Progress goes_on_;
  double filling_share_;
  XlsxMemory memory_;
  lxw_workbook* workbook_ = nullptr;
  std::map<CellLook, lxw_format*> formats_;
  std::size_t cells_expected_ = 0, cells_done_ = 0, cells_told_ = 0;
  int error_ = 0;
  bool was_stopped_ = false;
};

/// Rows and columns count from 0. What was written may not be written above again.
class XlsxSheet {
 public:
  XlsxSheet(XlsxBook& book, lxw_worksheet* sheet) : book_(book), sheet_(sheet) {}

  lxw_worksheet* sheet() { return sheet_; }
  void text(std::size_t row, std::size_t column, std::string_view text, lxw_format* format);
  void number(std::size_t row, std::size_t column, double value, lxw_format* format);
  void blank(std::size_t row, std::size_t column, lxw_format* format);
  /// Joins a rectangle; its cells are written as any others, the text in the first of them.
  void merge(std::size_t row, std::size_t column, std::size_t rows, std::size_t columns);
  /// Makes a row high enough for so many lines; one line is left to the program that opens it.
  void set_lines(std::size_t row, std::size_t lines_count, double line_points = 15);
  void set_width(std::size_t column, double characters);
  /// A4, in the direction that fits `width` characters, scaled to the width of the page; below at
  /// the left `name`, at the right the number of the page and of all pages.
  void set_paper(double width, std::string_view name);
  /// These rows stand on each printed page again.
  void repeat_rows(std::size_t first, std::size_t last);

 private:
  XlsxBook& book_;
  lxw_worksheet* sheet_;
};

}  // namespace output
