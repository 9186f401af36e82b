#include "desk/reply_address.h"

#include <algorithm>

#include "base/text.h"

namespace desk {
namespace {

constexpr std::size_t email_bytes_max = 254;  // RFC 5321, 4.5.3.1.
constexpr std::size_t local_part_bytes_max = 64;
constexpr std::size_t label_bytes_max = 63;

bool is_letter(char sign) { return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z'); }

bool is_local_part(std::string_view text) {
  if (text.empty() || text.size() > local_part_bytes_max) return false;
  // A '-' in front would be an option to a mail program that is given the address.
  if (text.front() == '-' || text.front() == '.' || text.back() == '.') return false;
  if (text.find("..") != std::string_view::npos) return false;
  return std::all_of(text.begin(), text.end(), [](char sign) {
    return is_letter(sign) || base::is_digit(sign) ||
           std::string_view("._+-'").find(sign) != std::string_view::npos;
  });
}

bool is_domain_label(std::string_view label) {
  if (label.empty() || label.size() > label_bytes_max) return false;
  if (label.front() == '-' || label.back() == '-') return false;
  return std::all_of(label.begin(), label.end(), [](char sign) {
    return is_letter(sign) || base::is_digit(sign) || sign == '-';
  });
}

/// A name, not an address in numbers: the last label holds a letter.
bool is_domain(std::string_view text) {
  const auto labels = base::split(text, '.');
  return labels.size() >= 2 && labels.back().size() >= 2 && is_letter(labels.back().front()) &&
         std::all_of(labels.begin(), labels.end(), is_domain_label);
}

}  // namespace

std::optional<std::string> email_from_text(std::string_view text) {
  // Typed line ends are no white space here: they are how headers are smuggled in.
  if (text.find_first_of("\r\n") != std::string_view::npos) return std::nullopt;
  text = base::trimmed(text);
  const std::size_t at = text.find('@');
  if (text.size() > email_bytes_max || at == std::string_view::npos) return std::nullopt;
  if (!is_local_part(text.substr(0, at)) || !is_domain(text.substr(at + 1))) return std::nullopt;
  std::string address(text);
  std::transform(address.begin() + static_cast<std::ptrdiff_t>(at), address.end(),
                 address.begin() + static_cast<std::ptrdiff_t>(at), [](char sign) {
                   return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a') : sign;
                 });
  return address;
}

std::optional<std::string> phone_from_text(std::string_view text) {
  constexpr std::size_t digits_min = 8, digits_max = 15;  // ITU-T E.164.
  if (text.find_first_of("\r\n\t") != std::string_view::npos) return std::nullopt;
  text = base::trimmed(text);
  const bool has_country = text.starts_with('+');
  std::string digits;
  for (std::size_t at = has_country ? 1 : 0; at < text.size(); ++at) {
    if (base::is_digit(text[at]))
      digits += text[at];
    else if (text.substr(at).starts_with(base::no_break_space))
      at += base::no_break_space.size() - 1;
    else if (std::string_view(" -.()").find(text[at]) == std::string_view::npos)
      return std::nullopt;
  }
  if (!has_country && digits.starts_with('0'))
    digits = "62" + digits.substr(1);
  else if (!has_country && !digits.starts_with("62"))
    return std::nullopt;
  const bool has_length = digits.size() >= digits_min && digits.size() <= digits_max;
  if (!has_length || digits.front() == '0') return std::nullopt;
  return '+' + digits;
}

}  // namespace desk
