// What the fuzz targets share: bytes as text, and a stop where a promise is broken.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace fuzz {

inline std::string_view text_from_input(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Stops the program where `broken` says anything: libFuzzer and the replay both call that a find.
inline void must_hold(const char* promise, const std::string& broken) {
  if (broken.empty()) return;
  std::fprintf(stderr, "Broken promise: %s (%s)\n", promise, broken.c_str());
  std::abort();
}

}  // namespace fuzz
