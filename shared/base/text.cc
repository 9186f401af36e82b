#include "base/text.h"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace base {
namespace {

bool is_ascii_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Bytes of the well-formed UTF-8 sequence at the start of `bytes`; 0 where there is none.
/// The ranges are table 3-7 of the Unicode Standard.
std::size_t utf8_sequence_length(std::string_view bytes) {
  const auto byte_at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const auto is_between = [&](std::size_t i, unsigned char low, unsigned char high) {
    return i < bytes.size() && byte_at(i) >= low && byte_at(i) <= high;
  };
  const unsigned char lead = byte_at(0);
  if (lead <= 0x7F) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return is_between(1, 0x80, 0xBF) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const unsigned char low = lead == 0xE0 ? 0xA0 : 0x80;
    const unsigned char high = lead == 0xED ? 0x9F : 0xBF;
    return is_between(1, low, high) && is_between(2, 0x80, 0xBF) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const unsigned char low = lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = lead == 0xF4 ? 0x8F : 0xBF;
    return is_between(1, low, high) && is_between(2, 0x80, 0xBF) && is_between(3, 0x80, 0xBF) ? 4
                                                                                              : 0;
  }
  return 0;
}

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

int value_from_hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// Bytes of what is not printable at the start of `text`, which is not empty; else 0.
std::size_t unprintable_length(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text.front());
  if (byte < 0x20) return is_ascii_space(text.front()) ? 0 : 1;
  return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF") ? 3 : 0;
}

/// What stands for "0" or "0|table|tables"; nothing where it names no argument.
std::optional<std::string_view> filling_of(std::string_view inner,
                                           const std::vector<std::string>& arguments) {
  const std::vector<std::string_view> parts = split(inner, '|');
  const std::string_view digits = parts.front();
  // Three digits are more places than any pattern has, and cannot overflow.
  if (digits.empty() || digits.size() > 3 ||
      digits.find_first_not_of("0123456789") != std::string_view::npos ||
      (parts.size() != 1 && parts.size() != 3)) {
    return std::nullopt;
  }
  std::size_t place = 0;
  for (const char digit : digits)
    place = place * 10 + static_cast<std::size_t>(digit - '0');
  if (place >= arguments.size()) return std::nullopt;
  if (parts.size() == 1) return arguments[place];
  return arguments[place] == "1" ? parts[1] : parts[2];
}

}  // namespace

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty()) {
    if (is_ascii_space(text.front())) {
      text.remove_prefix(1);
    } else if (text.starts_with(no_break_space)) {
      text.remove_prefix(no_break_space.size());
    } else {
      break;
    }
  }
  while (!text.empty()) {
    if (is_ascii_space(text.back())) {
      text.remove_suffix(1);
    } else if (text.ends_with(no_break_space)) {
      text.remove_suffix(no_break_space.size());
    } else {
      break;
    }
  }
  return text;
}

bool is_utf8(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t length = utf8_sequence_length(bytes);
    if (length == 0) return false;
    bytes.remove_prefix(length);
  }
  return true;
}

std::string quoted(std::string_view text) { return '"' + std::string(text.substr(0, 60)) + '"'; }

std::string printable(std::string_view text) {
  std::string made;
  made.reserve(text.size());
  while (!text.empty()) {
    const std::size_t length = unprintable_length(text);
    if (length > 0) {
      made += replacement_character;
    } else {
      made += text.front();
    }
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return made;
}

std::string html_escaped(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (const char c : printable(text)) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

std::string url_encoded(std::string_view text) {
  constexpr std::string_view hex_digits = "0123456789ABCDEF";
  std::string encoded;
  encoded.reserve(text.size());
  for (const char c : text) {
    if (is_unreserved(c)) {
      encoded += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded += '%';
    encoded += hex_digits[byte >> 4];
    encoded += hex_digits[byte & 0xF];
  }
  return encoded;
}

std::string url_decoded(std::string_view text, bool plus_is_space) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      const int high = value_from_hex_digit(text[i + 1]);
      const int low = value_from_hex_digit(text[i + 2]);
      if (high >= 0 && low >= 0) {
        decoded += static_cast<char>(high * 16 + low);
        i += 2;
        continue;
      }
    }
    decoded += text[i] == '+' && plus_is_space ? ' ' : text[i];
  }
  return decoded;
}

std::string filled(std::string_view pattern, const std::vector<std::string>& arguments) {
  std::string text;
  text.reserve(pattern.size());
  std::size_t i = 0;
  while (i < pattern.size()) {
    const std::size_t close = pattern[i] == '{' ? pattern.find('}', i) : std::string_view::npos;
    const auto filling = close == std::string_view::npos
                             ? std::nullopt
                             : filling_of(pattern.substr(i + 1, close - i - 1), arguments);
    if (filling) {
      text += *filling;
      i = close + 1;
    } else {
      text += pattern[i];
      ++i;
    }
  }
  return text;
}

}  // namespace base
