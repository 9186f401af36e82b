#include "service/password.h"

#include <catch2/catch_test_macros.hpp>

namespace {

constexpr service::PasswordCost cheap{1, 8192};

}  // namespace

TEST_CASE("a password is known by its hash, and nothing else is") {
  const std::string hash = service::hash_from_password("jeruk purut di kebun", cheap);
  CHECK(hash.starts_with("$argon2id$v=19$m=8,t=1,p=1$"));
  CHECK(service::is_password(hash, "jeruk purut di kebun", cheap));
  CHECK_FALSE(service::is_password(hash, "jeruk purut di kebu", cheap));
  CHECK_FALSE(service::is_password("", "", cheap));
  CHECK(hash != service::hash_from_password("jeruk purut di kebun", cheap));
}

TEST_CASE("a password is long enough and not among those that are tried first") {
  const auto refusal = [](std::string_view password) {
    return service::refusal_of_password(password, "rina.oktaviani");
  };
  CHECK(refusal("elevenchars") == base::Word::password_too_short);
  CHECK(refusal("éééééééééééé") == base::Word::password_guessed);
  CHECK(refusal(std::string(129, 'x')) == base::Word::password_too_long);
  CHECK(refusal("Admin2026!!!admin") == base::Word::password_guessed);
  CHECK(refusal("BPS-MuaraEnim-2026") == base::Word::password_guessed);
  CHECK(refusal("rina.oktaviani.1603") == base::Word::password_guessed);
  CHECK(refusal("1234567890123") == base::Word::password_guessed);
  CHECK(refusal("jeruk purut di kebun") == std::nullopt);
}
