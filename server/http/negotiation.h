// What a client asks for beyond the address: encoding, condition, range. Pure readings of header
// values; anything malformed is read as not asked for, as RFC 9110 allows.
#pragma once

#include <cstdint>
#include <string_view>
#include <variant>

namespace http {

/// How the client ranks the encodings that we hold, 0 (refused) to 1000. Identity that is not named
/// ranks lowest, but is not refused.
struct EncodingWishes {
  int br = 0;
  int gzip = 0;
  int identity = 1;
};

/// Reads an `Accept-Encoding` value. Empty (the field is missing): only identity.
EncodingWishes encoding_wishes(std::string_view accept_encoding);

/// True where `if_none_match` is "*" or lists `etag` (weakly compared; `etag` with its quotes).
bool names_etag(std::string_view if_none_match, std::string_view etag);

struct WholeFile {};
struct Unsatisfiable {};
struct ByteRange {
  std::uint64_t first = 0;
  std::uint64_t length = 0;
  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};
using RangeWish = std::variant<WholeFile, Unsatisfiable, ByteRange>;

/// Reads a `Range` value over a file of `file_bytes`. Several ranges, other units and malformed
/// values make the whole file: sixty ranges over one file would send it sixty times.
RangeWish range_wish(std::string_view range, std::uint64_t file_bytes);

}  // namespace http
