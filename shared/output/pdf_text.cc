#include "output/pdf_text.h"

#include <algorithm>

namespace output {
namespace {

/// Bytes of the first character.
std::size_t character_bytes(std::string_view text) {
  std::size_t bytes = 1;
  while (bytes < text.size() && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80)
    ++bytes;
  return bytes;
}

/// The longest beginning that is at most `width` wide, and one character at least.
std::size_t fitting_bytes(std::string_view word, double width, const PdfType& type) {
  std::size_t bytes = character_bytes(word);
  double taken = type.width(word.substr(0, bytes));
  while (bytes < word.size()) {
    const std::size_t more = character_bytes(word.substr(bytes));
    taken += type.width(word.substr(bytes, more));
    if (taken > width) break;
    bytes += more;
  }
  return bytes;
}

/// Parted at the white space that a line may end at.
std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \t\r\n"), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

}  // namespace

std::vector<std::string> pdf_lines(std::string_view text, double width, const PdfType& type) {
  // A column was made as wide as its widest text; sums of lengths come out a hair apart.
  constexpr double hair = 1e-6;
  width += hair;
  std::vector<std::string> lines;
  const double space = type.width(" ");
  double taken = 0;
  for (std::string_view word : words_of(text)) {
    double wide = type.width(word);
    if (!lines.empty() && taken + space + wide <= width) {
      lines.back().append(" ").append(word);
      taken += space + wide;
      continue;
    }
    while (wide > width) {
      const std::size_t bytes = fitting_bytes(word, width, type);
      if (bytes == word.size()) break;
      lines.emplace_back(word.substr(0, bytes));
      word.remove_prefix(bytes);
      wide = type.width(word);
    }
    lines.emplace_back(word);
    taken = wide;
  }
  return lines;
}

double pdf_word_width(std::string_view text, const PdfType& type) {
  double widest = 0;
  for (const std::string_view word : words_of(text))
    widest = std::max(widest, type.width(word));
  return widest;
}

}  // namespace output
