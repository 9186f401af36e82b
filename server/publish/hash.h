// Digests that name files and prove that they are whole.
#pragma once

#include <string>
#include <string_view>

namespace publish {

/// SHA-256 as 64 hexadecimal digits in lower case.
std::string sha256_hex(std::string_view bytes);

/// "sha512-…" in base64: for the `integrity` attribute of a script.
std::string integrity_from_bytes(std::string_view bytes);

}  // namespace publish
