#include "base/digest.h"

#include <array>

#include <sodium/crypto_hash_sha256.h>

namespace base {

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
  crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size());
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  for (const unsigned char byte : digest)
    (hex += digits[byte >> 4]) += digits[byte & 15];
  return hex;
}

}  // namespace base
