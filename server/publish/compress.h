// Brotli and gzip of published files. The same bytes always make the same bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace publish {

/// As small as it gets within a reasonable time: the larger the file, the lower the quality.
std::string brotli_from_bytes(std::string_view bytes);
std::string gzip_from_bytes(std::string_view bytes);

/// The bytes that were compressed, where `compressed` is whole and they are `size` bytes.
std::optional<std::string> bytes_from_brotli(std::string_view compressed, std::size_t size);
std::optional<std::string> bytes_from_gzip(std::string_view compressed, std::size_t size);

}  // namespace publish
