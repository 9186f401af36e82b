// An authenticator app, and an account that is set up with it.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch_test_macros.hpp>
#include <liboath/oath.h>

#include "server/service/desk_fixture.h"
#include "service/accounts.h"

namespace support {

inline constexpr service::PasswordCost cheap_password{1, 8192};
inline constexpr std::string_view good_password = "jeruk purut di kebun";
/// "12345678901234567890" in base 32.
inline constexpr std::string_view app_secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

/// What the app shows, by liboath itself.
inline std::string app_code(base::Instant now) {
  std::array<char, 7> code{};
  const std::string_view key = "12345678901234567890";
  REQUIRE(oath_totp_generate(key.data(), key.size(), now.seconds, 30, 0, 6, code.data()) ==
          OATH_OK);
  return code.data();
}

/// Sets an account up with the password and the app above.
inline service::SetUpOutcome set_up_account(service::Accounts& accounts, const std::string& token,
                                            base::Instant now, const std::string& login = "") {
  return accounts.set_up({token, login, "Rina", std::string(good_password),
                          std::string(app_secret), app_code(now)},
                         now);
}

/// The first account, rina, set up on Monday at eight; gives her recovery codes.
inline std::vector<std::string> first_account(service::Accounts& accounts) {
  const auto token = accounts.first_link(desk_monday).value();
  REQUIRE(token);
  return set_up_account(accounts, *token, desk_monday, "Rina").recovery_codes;
}

}  // namespace support
