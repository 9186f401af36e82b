#include "service/totp.h"

#include <catch2/catch_test_macros.hpp>

namespace {

/// "12345678901234567890", the secret of RFC 6238, appendix B.
constexpr std::string_view rfc_secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

}  // namespace

TEST_CASE("codes are those of RFC 6238, a step early or late") {
  CHECK(service::totp_step_of(rfc_secret, "287082", {59}) == 1);
  CHECK(service::totp_step_of(rfc_secret, "081804", {1111111109}) == 37037036);
  CHECK(service::totp_step_of(rfc_secret, "005924", {1234567890}) == 41152263);
  CHECK(service::totp_step_of(rfc_secret, "287082", {59 + 30}) == 1);
  CHECK(service::totp_step_of(rfc_secret, "287082", {59 - 30}) == 1);
  CHECK(service::totp_step_of(rfc_secret, "287082", {59 + 60}) == std::nullopt);
}

TEST_CASE("what is no code is none") {
  for (const std::string_view code : {"", "28708", "2870822", "abcdef", "28708\0"})
    CHECK(service::totp_step_of(rfc_secret, code, {59}) == std::nullopt);
  CHECK(service::totp_step_of("not base 32!", "287082", {59}) == std::nullopt);
  CHECK(service::totp_step_of("", "287082", {59}) == std::nullopt);
}

TEST_CASE("a secret is of 160 bits and of chance") {
  const std::string secret = service::new_totp_secret();
  CHECK(secret.size() == 32);
  CHECK(secret != service::new_totp_secret());
}

TEST_CASE("an app is told whose secret it is") {
  CHECK(service::totp_address("ABC", "rina", "BPS Muara Enim") ==
        "otpauth://totp/BPS%20Muara%20Enim:rina?secret=ABC&issuer=BPS%20Muara%20Enim");
  CHECK(service::qr_svg("otpauth://totp/x").starts_with("<svg "));
}
