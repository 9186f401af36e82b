// Digests that name files and prove that they are whole.
#pragma once

#include <string>
#include <string_view>

namespace base {

/// SHA-256 (FIPS 180-4) as 64 hexadecimal digits in lower case.
std::string sha256_hex(std::string_view bytes);

}  // namespace base
