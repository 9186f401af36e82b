// Digests as pages name them.
#pragma once

#include <string>
#include <string_view>

namespace publish {

/// "sha512-…" in base64: for the `integrity` attribute of a script.
std::string integrity_from_bytes(std::string_view bytes);

}  // namespace publish
