// View models as lines of text: what their golden files are made of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "stats/search.h"

namespace support {

/// With each mark in brackets.
inline std::string marked(const std::string& text, const std::vector<stats::TextRange>& marks) {
  std::string result;
  std::size_t at = 0;
  for (const stats::TextRange& mark : marks) {
    result += text.substr(at, mark.begin - at) + "[" +
              text.substr(mark.begin, mark.end - mark.begin) + "]";
    at = mark.end;
  }
  return result + text.substr(at);
}

/// A line for what is there.
inline void add(std::string& text, std::string_view name, const std::string& value) {
  if (!value.empty()) text += std::string(name) + ": " + value + "\n";
}

}  // namespace support
