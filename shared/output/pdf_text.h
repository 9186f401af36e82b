// Texts as paper takes them: how wide they are, and how they part into lines.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace output {

enum class PdfWeight { regular, semibold };

/// How wide a text is, in points, where its type is one point large.
using PdfMeasure = std::function<double(std::string_view text, PdfWeight weight)>;

/// Type of one weight and size, and what measures it.
struct PdfType {
  const PdfMeasure& measure;
  double size = 0;
  PdfWeight weight = PdfWeight::regular;

  double width(std::string_view text) const { return measure(text, weight) * size; }
};

/// The text in lines that are at most `width` points wide, parted at spaces; a word that is wider
/// is parted between characters. An empty text has no lines.
std::vector<std::string> pdf_lines(std::string_view text, double width, const PdfType& type);

/// Of the widest word: what a column needs at least.
double pdf_word_width(std::string_view text, const PdfType& type);

}  // namespace output
