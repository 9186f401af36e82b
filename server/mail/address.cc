#include "mail/address.h"

#include <algorithm>

#include "base/text.h"

namespace mail {
namespace {

constexpr std::size_t local_max = 64, domain_max = 255, label_max = 63;

bool is_letter_or_digit(char sign) {
  return base::is_digit(sign) || (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
}

bool is_local_part(std::string_view text) {
  constexpr std::string_view others = "!#$%&'*+-/=?^_`{|}~.";
  return !text.empty() && text.size() <= local_max && text.front() != '.' && text.back() != '.' &&
         text.find("..") == std::string_view::npos &&
         std::all_of(text.begin(), text.end(), [&](char sign) {
           return is_letter_or_digit(sign) || others.find(sign) != std::string_view::npos;
         });
}

bool is_domain_label(std::string_view text) {
  return !text.empty() && text.size() <= label_max && text.front() != '-' && text.back() != '-' &&
         std::all_of(text.begin(), text.end(),
                     [](char sign) { return is_letter_or_digit(sign) || sign == '-'; });
}

}  // namespace

bool is_address(std::string_view text) {
  const std::size_t at = text.rfind('@');
  if (at == std::string_view::npos || !is_local_part(text.substr(0, at))) return false;
  const std::string_view domain = text.substr(at + 1);
  const auto labels = base::split(domain, '.');
  return domain.size() <= domain_max && std::all_of(labels.begin(), labels.end(), is_domain_label);
}

bool is_header_text(std::string_view text) {
  return base::is_utf8(text) && std::all_of(text.begin(), text.end(), [](char sign) {
           const auto byte = static_cast<unsigned char>(sign);
           return byte >= 0x20 && byte != 0x7f;
         });
}

}  // namespace mail
