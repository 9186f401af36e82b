// Where an answer can go: e-mail addresses and telephone numbers that strangers type.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace desk {

/// The address without white space around it, its domain in lower case. Takes fewer than RFC 5321
/// does, and nothing that could become a second recipient, a header or an option of a program: a
/// local part of letters, digits and . _ + - ' with no '-' or dot at its ends, a domain of at least
/// two labels of letters, digits and '-'. Nothing for all else.
std::optional<std::string> email_from_text(std::string_view text);

/// The number as "+6281234567890". Takes digits with spaces, no-break spaces, '-', '.', '(' and ')'
/// between them; a leading 0 or 62 is Indonesia's, a leading + names the country. Nothing where
/// there are not 8 to 15 digits, or anything else.
std::optional<std::string> phone_from_text(std::string_view text);

}  // namespace desk
