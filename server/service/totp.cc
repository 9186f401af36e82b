#include "service/totp.h"

#include <array>
#include <cstdlib>
#include <memory>

#include <fmt/format.h>
#include <liboath/oath.h>
#include <qrencode.h>
#include <sodium.h>

#include "base/must.h"
#include "base/text.h"

namespace service {
namespace {

constexpr unsigned step_seconds = 30;
constexpr unsigned digits = 6;

struct Freed {
  void operator()(char* bytes) const { std::free(bytes); }
};
using Bytes = std::unique_ptr<char, Freed>;

}  // namespace

std::string new_totp_secret() {
  MUST(sodium_init() >= 0);
  std::array<char, 20> chance{};
  randombytes_buf(chance.data(), chance.size());
  char* text = nullptr;
  std::size_t length = 0;
  MUST(oath_base32_encode(chance.data(), chance.size(), &text, &length) == OATH_OK);
  const Bytes owned(text);
  return {text, length};
}

std::optional<std::int64_t> totp_step_of(std::string_view secret, std::string_view code,
                                         base::Instant now) {
  char* decoded = nullptr;
  std::size_t length = 0;
  if (oath_base32_decode(secret.data(), secret.size(), &decoded, &length) != OATH_OK) return {};
  const Bytes key(decoded);
  if (code.size() != digits) return {};
  for (const int neighbour : {0, -1, 1}) {
    const std::int64_t at = now.seconds + neighbour * static_cast<std::int64_t>(step_seconds);
    std::array<char, digits + 1> right{};
    if (oath_totp_generate(key.get(), length, at, step_seconds, 0, digits, right.data()) != OATH_OK)
      return {};
    if (sodium_memcmp(right.data(), code.data(), digits) == 0) return at / step_seconds;
  }
  return {};
}

std::string totp_address(std::string_view secret, std::string_view login, std::string_view issuer) {
  return fmt::format("otpauth://totp/{}:{}?secret={}&issuer={}", base::url_encoded(issuer),
                     base::url_encoded(login), secret, base::url_encoded(issuer));
}

std::string qr_svg(const std::string& text) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
  MUST(code);
  constexpr int quiet = 4;
  const int edge = code->width + 2 * quiet;
  std::string path;
  for (int y = 0; y < code->width; ++y) {
    for (int x = 0; x < code->width; ++x) {
      const bool is_dark = (code->data[y * code->width + x] & 1) != 0;
      if (is_dark) path += fmt::format("M{} {}h1v1h-1z", x + quiet, y + quiet);
    }
  }
  return fmt::format(
      R"(<svg class="qr" viewBox="0 0 {0} {0}" width="200" height="200" role="img" )"
      R"(aria-label="QR">)"
      R"(<path fill="#fff" d="M0 0h{0}v{0}h-{0}z"/><path fill="#000" d="{1}"/></svg>)",
      edge, path);
}

}  // namespace service
