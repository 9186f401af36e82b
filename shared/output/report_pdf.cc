// The report on paper, ready to sign.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/words.h"
#include "output/pdf_document.h"
#include "output/report.h"

namespace output {
namespace {

// Points.
constexpr double report_width = 842, report_height = 595;
constexpr double report_margin = 36;
constexpr double report_text = 7, report_leading = 9, report_head = 11;
constexpr double cell_padding = 3;
constexpr double column_most = 150;
constexpr double signature_height = 100;
constexpr double report_bottom = report_height - report_margin - 2 * report_leading;
constexpr double report_room = report_width - 2 * report_margin;

/// How wide each column is: what its text takes where there is room, else between that and its
/// widest word.
std::vector<double> column_widths(const desk::ReportTable& table, const PdfMeasure& measure) {
  std::vector<double> least(table.heads.size()), wanted(table.heads.size());
  const auto see = [&](std::size_t column, const std::string& text, PdfWeight weight) {
    const PdfType type{measure, report_text, weight};
    const double gaps = 2 * cell_padding;
    least[column] = std::max(least[column], pdf_word_width(text, type) + gaps);
    wanted[column] = std::max(wanted[column], std::min(column_most, type.width(text) + gaps));
  };
  for (std::size_t column = 0; column < table.heads.size(); ++column)
    see(column, table.heads[column], PdfWeight::semibold);
  for (const auto& row : table.rows)
    for (std::size_t column = 0; column < row.size(); ++column)
      see(column, row[column].text, PdfWeight::regular);
  double least_sum = 0, wanted_sum = 0;
  for (std::size_t column = 0; column < least.size(); ++column) {
    wanted[column] = std::max(wanted[column], least[column]);
    least_sum += least[column];
    wanted_sum += wanted[column];
  }
  if (wanted_sum <= report_room) return wanted;
  for (std::size_t column = 0; column < least.size(); ++column) {
    if (least_sum >= report_room)
      wanted[column] = least[column] * report_room / least_sum;
    else
      wanted[column] = least[column] + (wanted[column] - least[column]) *
                                           (report_room - least_sum) / (wanted_sum - least_sum);
  }
  return wanted;
}

/// Fills sheets from top to bottom; their feet are written once it is known how many there are.
class ReportPen {
 public:
  explicit ReportPen(PdfDocument& document)
      : document_(document), measure_([&document](std::string_view text, PdfWeight weight) {
          return document.width(text, weight);
        }) {}

  void line(const std::string& text, double size, PdfWeight weight) {
    make_room(size * 1.4);
    y_ += size * 1.4;
    put(report_margin, text, size, weight);
  }

  void gap() { y_ += report_leading; }

  void table(const desk::ReportTable& table) {
    widths_ = column_widths(table, measure_);
    const std::vector<std::vector<std::string>> head = lines_of(table.heads, PdfWeight::semibold);
    if (!table.title.empty()) make_room(height_of(head) * 3);
    write_row(head, PdfWeight::semibold, {});
    for (const auto& row : table.rows) {
      std::vector<std::string> texts;
      std::vector<bool> is_figure;
      for (const desk::ReportCell& cell : row) {
        texts.push_back(cell.text);
        is_figure.push_back(cell.number.has_value());
      }
      const auto lines = lines_of(texts, PdfWeight::regular);
      if (y_ + height_of(lines) > report_bottom) {
        next_sheet();
        write_row(head, PdfWeight::semibold, {});
      }
      write_row(lines, PdfWeight::regular, is_figure);
    }
    gap();
  }

  void signatures(const std::vector<desk::ReportSigner>& signers) {
    if (signers.empty()) return;
    make_room(signature_height);
    const double width = report_room / static_cast<double>(signers.size());
    const double top = y_ + 2 * report_leading;
    for (std::size_t place = 0; place < signers.size(); ++place) {
      const desk::ReportSigner& signer = signers[place];
      const double x = report_margin + width * static_cast<double>(place);
      y_ = top;
      put(x, signer.label, report_text + 1, PdfWeight::regular);
      y_ += report_leading + 2;
      put(x, signer.post, report_text + 1, PdfWeight::semibold);
      y_ = top + signature_height - 4 * report_leading;
      put(x, signer.name.empty() ? "(……………………………………)" : signer.name, report_text + 1,
          PdfWeight::regular);
    }
  }

  /// `foot` stands below each sheet, before its number.
  void end(const std::string& foot, base::Language language) {
    next_sheet();
    const PdfType type{measure_, report_text, PdfWeight::regular};
    for (std::size_t at = 0; at < sheets_.size(); ++at) {
      PdfDrawing& sheet = sheets_[at];
      const double y = report_height - report_margin;
      const std::string number =
          base::text(base::Word::report_sheet, language,
                     {std::to_string(at + 1), std::to_string(sheets_.size())});
      sheet.rules.push_back({report_margin, y - report_leading, report_width - report_margin,
                             y - report_leading, 0.5, PdfShade::pale});
      sheet.texts.push_back(
          {report_margin, y, report_text, PdfWeight::regular, PdfShade::muted, foot});
      sheet.texts.push_back({report_width - report_margin - type.width(number), y, report_text,
                             PdfWeight::regular, PdfShade::muted, number});
      document_.add_sheet(report_width, report_height, sheet, "");
    }
  }

 private:
  using CellLines = std::vector<std::vector<std::string>>;

  void put(double x, const std::string& text, double size, PdfWeight weight) {
    drawing_.texts.push_back({x, y_, size, weight, PdfShade::black, text});
  }

  void next_sheet() {
    sheets_.push_back(std::exchange(drawing_, {}));
    y_ = report_margin;
  }

  void make_room(double height) {
    if (y_ + height > report_bottom) next_sheet();
  }

  CellLines lines_of(const std::vector<std::string>& texts, PdfWeight weight) const {
    const PdfType type{measure_, report_text, weight};
    CellLines lines;
    for (std::size_t column = 0; column < texts.size(); ++column)
      lines.push_back(pdf_lines(texts[column], widths_[column] - 2 * cell_padding, type));
    return lines;
  }

  static double height_of(const CellLines& cells) {
    std::size_t most = 1;
    for (const auto& lines : cells)
      most = std::max(most, lines.size());
    return report_leading * static_cast<double>(most) + 2 * cell_padding;
  }

  void write_row(const CellLines& cells, PdfWeight weight, const std::vector<bool>& is_figure) {
    const PdfType type{measure_, report_text, weight};
    const double top = y_, bottom = y_ + height_of(cells);
    double x = report_margin;
    for (std::size_t column = 0; column < cells.size(); ++column) {
      y_ = top + cell_padding;
      for (const std::string& line : cells[column]) {
        y_ += report_leading;
        const bool is_right = column < is_figure.size() && is_figure[column];
        const double at =
            is_right ? x + widths_[column] - cell_padding - type.width(line) : x + cell_padding;
        put(at, line, report_text, weight);
      }
      x += widths_[column];
    }
    y_ = bottom;
    const bool is_head = weight == PdfWeight::semibold;
    drawing_.rules.push_back({report_margin, y_, x, y_, is_head ? 0.8 : 0.4,
                              is_head ? PdfShade::black : PdfShade::pale});
  }

  PdfDocument& document_;
  PdfMeasure measure_;
  std::vector<double> widths_;
  std::vector<PdfDrawing> sheets_;
  PdfDrawing drawing_;
  double y_ = report_margin;
};

}  // namespace

base::Result<std::string> pdf_from_report(const desk::Report& report, const ReportPaper& paper) {
  PdfDocument document(paper.regular_font, paper.semibold_font);
  PdfProperties properties;
  properties.title = report.title;
  properties.subject = report.number;
  properties.language = report.language;
  document.set_properties(properties);
  ReportPen pen(document);
  for (const std::string& line : paper.letterhead)
    pen.line(line, report_head, PdfWeight::semibold);
  pen.gap();
  pen.line(
      base::text(base::Word::report_name, report.language, {report.number}) + " · " + report.title,
      report_head, PdfWeight::semibold);
  pen.line(report.period, report_text + 1, PdfWeight::regular);
  pen.gap();
  for (const desk::ReportTable& table : report.tables)
    pen.table(table);
  pen.signatures(report.signers);
  pen.end(report_as_of_text(report, paper.zone) + " · " +
              base::text(base::Word::report_digest, report.language, {report.sha256}),
          report.language);
  return document.bytes();
}

}  // namespace output
