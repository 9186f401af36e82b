// The leading apostrophe that keeps a spreadsheet from taking a text for a formula.
#pragma once

#include <string_view>

namespace formats {

/// True where csv_text puts an apostrophe before `text`: after any apostrophes of its own, it
/// begins with a character that begins a formula. Counting its own ones makes the reader's way back
/// sure:
/// "'=x" is written "''=x", and only what is_guarded would have guarded loses one.
constexpr bool is_guarded(std::string_view text) {
  while (text.starts_with('\''))
    text.remove_prefix(1);
  if (text.empty()) return false;
  constexpr std::string_view full_width[] = {"\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d",
                                             "\xef\xbc\xa0"};
  for (const std::string_view sign : full_width)
    if (text.starts_with(sign)) return true;
  constexpr std::string_view signs("=+-@\t\r\0", 7);
  return signs.find(text.front()) != std::string_view::npos;
}

/// The text that csv_text was given, for a field that it wrote.
constexpr std::string_view text_without_guard(std::string_view field) {
  return field.starts_with('\'') && is_guarded(field) ? field.substr(1) : field;
}

}  // namespace formats
