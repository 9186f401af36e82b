// Any bytes as a request: the guard must neither break nor take what its rules forbid.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <variant>

#include "base/must.h"
#include "http/guard.h"
#include "http/negotiation.h"

namespace {

constexpr std::string_view path_characters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/_.-";

/// What every reader behind the guard relies on.
void check(const http::Head& head, std::string_view bytes, const http::GuardLimits& limits) {
  const http::HttpIn& in = head.in;
  MUST(head.bytes <= limits.head_bytes_max && head.bytes <= bytes.size());
  MUST(head.body_bytes <= limits.body_bytes_max);
  MUST(in.fields.size() <= limits.fields_max);
  MUST(in.path.size() <= limits.path_bytes_max && in.path.starts_with('/'));
  MUST(in.path.find_first_not_of(path_characters) == std::string::npos);
  MUST(in.path.find("..") == std::string::npos && in.path.find("//") == std::string::npos);
  int hosts = 0;
  for (const http::HeaderField& field : in.fields) {
    hosts += field.name == "host";
    MUST(field.name != "transfer-encoding" && field.name != "content-encoding");
    MUST(field.value.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos);
  }
  MUST(hosts == 1);
}

/// The values that are read further; whatever range comes out lies inside the file.
void read_values(std::string_view value) {
  const http::EncodingWishes wishes = http::encoding_wishes(value);
  MUST(wishes.br >= 0 && wishes.br <= 1000 && wishes.gzip >= 0 && wishes.gzip <= 1000);
  http::names_etag(value, "\"0123\"");
  constexpr std::uint64_t file_bytes = 1000;
  const http::RangeWish wish = http::range_wish(value, file_bytes);
  if (const auto* range = std::get_if<http::ByteRange>(&wish)) {
    MUST(range->length > 0 && range->first + range->length <= file_bytes);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const http::GuardLimits limits;
  const http::HeadOutcome outcome = http::head_from_bytes(bytes, limits);
  if (const auto* head = std::get_if<http::Head>(&outcome)) {
    check(*head, bytes, limits);
    // What follows the head has no say in it, and without its last byte it is not complete.
    const auto alone = http::head_from_bytes(bytes.substr(0, head->bytes), limits);
    MUST(std::holds_alternative<http::Head>(alone));
    const auto cut = http::head_from_bytes(bytes.substr(0, head->bytes - 1), limits);
    MUST(std::holds_alternative<http::NeedsMore>(cut));
    for (const http::HeaderField& field : head->in.fields)
      read_values(field.value);
  } else if (std::holds_alternative<http::NeedsMore>(outcome)) {
    MUST(bytes.size() < limits.head_bytes_max);
  }
  read_values(bytes);
  return 0;
}
