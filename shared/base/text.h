// Small work on UTF-8 text that several rooms share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace base {

inline constexpr std::string_view no_break_space = "\xC2\xA0";  // U+00A0

/// U+FFFD: stands where a character was that cannot be written.
inline constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

/// One of 0 to 9, whatever the locale.
constexpr bool is_digit(char sign) { return sign >= '0' && sign <= '9'; }

/// Parts between `separator`s, empty ones included: ("a,,b", ',') → {"a", "", "b"}.
std::vector<std::string_view> split(std::string_view text, char separator);

/// Without white space (space, tab, CR, LF, U+00A0) at both ends.
std::string_view trimmed(std::string_view text);

/// True where `bytes` are well-formed UTF-8 (no overlong forms, no surrogates).
bool is_utf8(std::string_view bytes);

/// The beginning of `text` (60 bytes at most) between quotes, to name foreign text in a message.
std::string quoted(std::string_view text);

/// With U+FFFD in the place of what XML, HTML and PDF cannot hold: U+FFFE, U+FFFF, and controls
/// other than tab and the ends of lines.
std::string printable(std::string_view text);

/// For text and attribute values in HTML and XML: printable, and & < > " ' become references.
std::string html_escaped(std::string_view text);

/// Percent-encoding of a query value or path part (RFC 3986: everything but unreserved characters).
std::string url_encoded(std::string_view text);

/// The reverse; a broken escape stays as it stands. '+' is a space only where `plus_is_space`.
std::string url_decoded(std::string_view text, bool plus_is_space);

/// Replaces each "{0}", "{1}"… by the argument of that place, and each "{0|table|tables}" by the
/// first form where that argument is "1", by the second where it is not. Others stay as they stand.
std::string filled(std::string_view pattern, const std::vector<std::string>& arguments);

}  // namespace base
