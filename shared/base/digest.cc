#include "base/digest.h"

#include <array>

#include <sodium/crypto_hash_sha256.h>

namespace base {

std::string hex_from_bytes(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  hex.reserve(bytes.size() * 2);
  for (const char each : bytes) {
    const auto byte = static_cast<unsigned char>(each);
    (hex += digits[byte >> 4]) += digits[byte & 15];
  }
  return hex;
}

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size());
  return hex_from_bytes({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

}  // namespace base
