// Whether a text has a part, for tests of long texts.
#pragma once

#include <string_view>

namespace support {

inline bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace support
