#include "output/pdf_letter.h"

#include <utility>

#include "base/text.h"
#include "output/pdf_document.h"

namespace output {
namespace {

// Points.
constexpr double letter_width = 595, letter_height = 842;
constexpr double letter_margin = 71;
constexpr double head_size = 13, body_size = 10.5, line_height = 15;

/// Fills sheets from top to bottom.
class LetterPen {
 public:
  explicit LetterPen(PdfDocument& document)
      : document_(document), measure_([&document](std::string_view text, PdfWeight weight) {
          return document.width(text, weight);
        }) {}

  void centred(const std::string& text, double size, PdfWeight weight) {
    if (text.empty()) return;
    const PdfType type{measure_, size, weight};
    for (const std::string& line : pdf_lines(text, letter_width - 2 * letter_margin, type)) {
      y_ += size * 1.4;
      drawing_.texts.push_back(
          {(letter_width - type.width(line)) / 2, y_, size, weight, PdfShade::black, line});
    }
  }

  void rule() {
    y_ += line_height / 2;
    drawing_.rules.push_back(
        {letter_margin, y_, letter_width - letter_margin, y_, 1.5, PdfShade::black});
    y_ += line_height;
  }

  void paragraph(std::string_view text) {
    if (text.empty()) return next_line("");
    const PdfType type{measure_, body_size, PdfWeight::regular};
    for (const std::string& line : pdf_lines(text, letter_width - 2 * letter_margin, type))
      next_line(line);
  }

  void end() { document_.add_sheet(letter_width, letter_height, std::exchange(drawing_, {}), ""); }

 private:
  void next_line(const std::string& line) {
    if (y_ + line_height > letter_height - letter_margin) {
      end();
      y_ = letter_margin;
    }
    y_ += line_height;
    if (line.empty()) return;
    drawing_.texts.push_back(
        {letter_margin, y_, body_size, PdfWeight::regular, PdfShade::black, line});
  }

  PdfDocument& document_;
  PdfMeasure measure_;
  PdfDrawing drawing_;
  double y_ = letter_margin / 2;
};

}  // namespace

base::Result<std::string> pdf_from_letter(const PdfLetter& letter, std::string_view regular_font,
                                          std::string_view semibold_font) {
  PdfDocument document(regular_font, semibold_font);
  PdfProperties properties;
  properties.title = letter.title;
  properties.author = letter.author;
  properties.subject = letter.title;
  properties.language = letter.language;
  properties.created = letter.created;
  document.set_properties(properties);
  LetterPen pen(document);
  for (const std::string& line : letter.letterhead)
    pen.centred(line, head_size, PdfWeight::semibold);
  pen.centred(letter.address, body_size, PdfWeight::regular);
  pen.rule();
  for (const std::string_view line : base::split(letter.body, '\n'))
    pen.paragraph(line);
  pen.end();
  return document.bytes();
}

}  // namespace output
