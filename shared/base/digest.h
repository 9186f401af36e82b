// Digests that name files and prove that they are whole.
#pragma once

#include <string>
#include <string_view>

namespace base {

/// Each byte as two hexadecimal digits in lower case.
std::string hex_from_bytes(std::string_view bytes);

/// SHA-256 (FIPS 180-4) as 64 hexadecimal digits in lower case.
std::string sha256_hex(std::string_view bytes);

}  // namespace base
