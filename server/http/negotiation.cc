#include "http/negotiation.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "http/field_text.h"

namespace http {
namespace {

/// "0.25" → 250. RFC 9110 12.4.2: at most three decimals, and nothing above 1.
std::optional<int> thousandths(std::string_view text) {
  if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return std::nullopt;
  int value = (text[0] - '0') * 1000;
  if (text.size() > 1 && text[1] != '.') return std::nullopt;
  int weight = 100;
  for (std::size_t i = 2; i < text.size(); ++i, weight /= 10) {
    if (!is_digit(text[i])) return std::nullopt;
    value += (text[i] - '0') * weight;
  }
  return value <= 1000 ? std::optional(value) : std::nullopt;
}

/// At most 18 digits, so that nothing overflows.
std::optional<std::uint64_t> count_from_text(std::string_view text) {
  if (text.empty() || text.size() > 18 || !std::all_of(text.begin(), text.end(), is_digit)) {
    return std::nullopt;
  }
  std::uint64_t value = 0;
  for (const char digit : text)
    value = value * 10 + static_cast<unsigned>(digit - '0');
  return value;
}

}  // namespace

EncodingWishes encoding_wishes(std::string_view accept_encoding) {
  std::optional<int> br, gzip, identity, others;
  for (const std::string_view part : base::split(accept_encoding, ',')) {
    const std::size_t semicolon = part.find(';');
    const std::string_view name = without_blanks(part.substr(0, semicolon));
    int quality = 1000;
    if (semicolon != std::string_view::npos) {
      const std::string_view parameter = without_blanks(part.substr(semicolon + 1));
      if (parameter.substr(0, 2) != "q=" && parameter.substr(0, 2) != "Q=") continue;
      const auto value = thousandths(parameter.substr(2));
      if (!value) continue;
      quality = *value;
    }
    if (name == "br") br = quality;
    if (name == "gzip" || name == "x-gzip") gzip = quality;
    if (name == "identity") identity = quality;
    if (name == "*") others = quality;
  }
  // Identity stays acceptable unless it is refused by name or by "*;q=0" (RFC 9110 12.5.3).
  EncodingWishes wishes;
  wishes.br = br.value_or(others.value_or(0));
  wishes.gzip = gzip.value_or(others.value_or(0));
  wishes.identity = identity.value_or(others == 0 ? 0 : 1);
  return wishes;
}

bool names_etag(std::string_view if_none_match, std::string_view etag) {
  if (without_blanks(if_none_match) == "*") return true;
  for (std::string_view part : base::split(if_none_match, ',')) {
    part = without_blanks(part);
    if (part.substr(0, 2) == "W/") part.remove_prefix(2);
    if (part == etag) return true;
  }
  return false;
}

RangeWish range_wish(std::string_view range, std::uint64_t file_bytes) {
  constexpr std::string_view unit = "bytes=";
  if (range.substr(0, unit.size()) != unit) return WholeFile{};
  const std::string_view spec = without_blanks(range.substr(unit.size()));
  const std::size_t dash = spec.find('-');
  if (dash == std::string_view::npos) return WholeFile{};
  const std::string_view first_text = spec.substr(0, dash);
  const std::string_view last_text = spec.substr(dash + 1);
  const auto first = count_from_text(first_text);
  const auto last = count_from_text(last_text);

  if (first_text.empty()) {  // "-500": the last 500 bytes.
    if (!last) return WholeFile{};
    const std::uint64_t length = std::min(*last, file_bytes);
    if (length == 0) return Unsatisfiable{};
    return ByteRange{file_bytes - length, length};
  }
  if (!first || (!last && !last_text.empty())) return WholeFile{};
  if (last && *last < *first) return WholeFile{};
  if (*first >= file_bytes) return Unsatisfiable{};
  const std::uint64_t end = last ? std::min(*last + 1, file_bytes) : file_bytes;
  return ByteRange{*first, end - *first};
}

}  // namespace http
