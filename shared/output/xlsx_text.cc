#include "output/xlsx_text.h"

#include <algorithm>
#include <cmath>

namespace output {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::string_view no_characters[] = {"\xEF\xBF\xBE", "\xEF\xBF\xBF"};  // U+FFFE, U+FFFF

bool is_hex(char character) {
  return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f') ||
         (character >= 'A' && character <= 'F');
}

/// "_x0041_": how a workbook writes a character that XML cannot hold.
bool is_escape(std::string_view text) {
  return text.size() >= 7 && text[0] == '_' && (text[1] == 'x' || text[1] == 'X') &&
         text[6] == '_' && std::all_of(text.begin() + 2, text.begin() + 6, is_hex);
}

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

/// Where the character after `characters` more of them begins.
std::size_t end_of_characters(std::string_view text, std::size_t at, std::size_t characters) {
  while (at < text.size()) {
    if (begins_character(text[at]) && characters-- == 0) break;
    ++at;
  }
  return at;
}

}  // namespace

std::string xlsx_cell_text(std::string_view text) {
  std::string made;
  made.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view rest = text.substr(at);
    if (rest.front() == '\0') {
      made += replacement;
    } else if (rest.starts_with(no_characters[0]) || rest.starts_with(no_characters[1])) {
      made += replacement;
      at += 2;
    } else if (is_escape(rest)) {
      made += "_x005F_";
    } else {
      made += rest.front();
    }
  }
  return made;
}

std::string xlsx_property_text(std::string_view text) {
  std::string made;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view rest = text.substr(at);
    if (static_cast<unsigned char>(rest.front()) < 0x20) {
      made += ' ';
    } else if (rest.starts_with(no_characters[0]) || rest.starts_with(no_characters[1])) {
      made += replacement;
      at += 2;
    } else {
      made += rest.front();
    }
  }
  return made;
}

std::size_t characters_count(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

std::vector<std::string> xlsx_pieces(std::string_view text, std::size_t characters) {
  std::vector<std::string> pieces;
  while (!text.empty()) {
    std::size_t end = end_of_characters(text, 0, characters);
    if (end < text.size()) {
      const std::size_t space = text.substr(0, end).rfind(' ');
      if (space != std::string_view::npos && space > 0) end = space + 1;
    }
    pieces.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return pieces;
}

std::size_t xlsx_lines_count(std::string_view text, double width) {
  std::size_t lines = 0;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const auto length = static_cast<double>(characters_count(text.substr(begin, end - begin)));
    lines += static_cast<std::size_t>(std::max(1.0, std::ceil(length / std::max(width, 1.0))));
    begin = end + 1;
  }
  return lines;
}

std::string xlsx_number_format(int decimals, std::string_view mark, std::string_view widest) {
  std::string format = "#,##0";
  if (decimals > 0) format += "." + std::string(static_cast<std::size_t>(decimals), '0');
  if (!mark.empty()) {
    format += '"';
    for (const char character : mark) {
      // A quotation mark would end the mark within the format.
      if (character != '"') format += character;
    }
    format += '"';
  }
  for (std::size_t at = end_of_characters(widest, 0, characters_count(mark)); at < widest.size();) {
    const std::size_t end = end_of_characters(widest, at, 1);
    format += "_" + std::string(widest.substr(at, end - at));
    at = end;
  }
  return format;
}

}  // namespace output
