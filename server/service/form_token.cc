#include "service/form_token.h"

#include <charconv>

#include <sodium.h>

#include "base/digest.h"
#include "base/must.h"

namespace service {

static_assert(crypto_auth_KEYBYTES == 32);

FormTokens::Key FormTokens::random_key() {
  MUST(sodium_init() >= 0);
  Key key;
  randombytes_buf(key.data(), key.size());
  return key;
}

std::string FormTokens::token(base::Instant now) const {
  const std::string time = std::to_string(now.seconds);
  std::string sign(crypto_auth_BYTES, '\0');
  crypto_auth(reinterpret_cast<unsigned char*>(sign.data()),
              reinterpret_cast<const unsigned char*>(time.data()), time.size(), key_.data());
  return time + "." + base::hex_from_bytes(sign);
}

FormAge FormTokens::age_of(std::string_view token, base::Instant now) const {
  base::Instant made;
  const char* end = token.data() + token.size();
  if (std::from_chars(token.data(), end, made.seconds).ec != std::errc()) return FormAge::unknown;
  const std::string own = this->token(made);
  // In the same time for every wrong token, so that none can be guessed digit by digit.
  if (own.size() != token.size() || sodium_memcmp(own.data(), token.data(), own.size()) != 0)
    return FormAge::unknown;
  const std::int64_t age = now.seconds - made.seconds;
  if (age < form_age_min) return FormAge::too_young;
  return age > form_age_max ? FormAge::too_old : FormAge::good;
}

}  // namespace service
