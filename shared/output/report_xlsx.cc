// The report as a workbook, a sheet for each table.

#include <algorithm>
#include <cstdint>
#include <string>

#include <xlsxwriter.h>

#include "base/words.h"
#include "output/report.h"
#include "output/xlsx_book.h"

namespace output {
namespace {

using Look = CellLook::Kind;

constexpr double column_characters_min = 8, column_characters_max = 32;
constexpr double label_characters = 36;
/// The archive's dates when none is known: the first day of 1980, as in its parts.
constexpr std::int64_t archive_epoch = 315'532'800;

/// One table on a sheet of its own.
class ReportSheet {
 public:
  ReportSheet(XlsxBook& book, const std::string& name)
      : book_(book), sheet_(book.add_sheet(name)) {}

  /// Widths come first: a streamed sheet takes none after its rows.
  void set_widths(const desk::ReportTable& table) {
    double width = 0;
    for (std::size_t column = 0; column < table.heads.size(); ++column) {
      const auto length = static_cast<double>(table.heads[column].size()) + 2;
      double characters = std::clamp(length, column_characters_min, column_characters_max);
      if (column == 0 && !table.title.empty()) characters = label_characters;
      sheet_.set_width(column, characters);
      width += characters;
    }
    width_ = width;
  }

  void line(const std::string& text, Look kind) {
    sheet_.text(row_++, 0, text, book_.format({kind}));
  }
  void gap() { ++row_; }

  void table(const desk::ReportTable& table) {
    sheet_.repeat_rows(row_, row_);
    for (std::size_t column = 0; column < table.heads.size(); ++column)
      sheet_.text(row_, column, table.heads[column], book_.format({Look::heading}));
    ++row_;
    for (const auto& row : table.rows) {
      for (std::size_t column = 0; column < row.size(); ++column) {
        if (row[column].number)
          sheet_.number(row_, column, static_cast<double>(*row[column].number),
                        book_.format({Look::number, 0, false, false, "#,##0"}));
        else
          sheet_.text(row_, column, row[column].text, book_.format({Look::stub}));
      }
      ++row_;
    }
  }

  void signatures(const desk::Report& report) {
    constexpr std::size_t rows_to_sign = 4;
    row_ += 1;
    for (const desk::ReportSigner& signer : report.signers) {
      line(signer.label + " · " + signer.post, Look::label);
      row_ += rows_to_sign;
      line(signer.name.empty() ? "(……………………………)" : signer.name, Look::stub);
    }
  }

  void end(const std::string& footer) { sheet_.set_paper(width_, footer); }

 private:
  XlsxBook& book_;
  XlsxSheet sheet_;
  std::size_t row_ = 0;
  double width_ = 0;
};

}  // namespace

base::Result<std::string> xlsx_from_report(const desk::Report& report, const base::Zone& zone) {
  XlsxBook book({}, 0.5);
  lxw_doc_properties properties = {};
  std::string title = report.title;  // The library takes no constant text.
  properties.title = title.data();
  properties.created = archive_epoch;
  book.keep_error(workbook_set_properties(book.workbook(), &properties));
  for (std::size_t place = 0; place < report.tables.size(); ++place) {
    const desk::ReportTable& table = report.tables[place];
    ReportSheet sheet(
        book, place == 0 ? report.number : report.number + " (" + std::to_string(place + 1) + ")");
    sheet.set_widths(table);
    sheet.line(report.title, Look::title);
    sheet.line(report.period, Look::stub);
    sheet.line(report_as_of_text(report, zone), Look::stub);
    sheet.line(base::text(base::Word::report_digest, report.language, {report.sha256}), Look::stub);
    sheet.gap();
    sheet.table(table);
    if (place + 1 == report.tables.size()) sheet.signatures(report);
    sheet.end(report.number + " " + desk::short_report_digest(report));
  }
  return book.take_bytes();
}

}  // namespace output
