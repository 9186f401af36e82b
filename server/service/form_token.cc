#include "service/form_token.h"

#include <charconv>

namespace service {

std::string FormTokens::token(base::Instant now) const {
  const std::string time = std::to_string(now.seconds);
  return time + "." + signed_hex(key_, "form", time);
}

FormAge FormTokens::age_of(std::string_view token, base::Instant now) const {
  base::Instant made;
  const char* end = token.data() + token.size();
  if (std::from_chars(token.data(), end, made.seconds).ec != std::errc()) return FormAge::unknown;
  if (!is_same_signature(this->token(made), token)) return FormAge::unknown;
  const std::int64_t age = now.seconds - made.seconds;
  if (age < form_age_min) return FormAge::too_young;
  return age > form_age_max ? FormAge::too_old : FormAge::good;
}

}  // namespace service
