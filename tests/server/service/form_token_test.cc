#include "service/form_token.h"

#include <string>

#include <catch2/catch_test_macros.hpp>

namespace {

using base::Instant;
using service::FormAge;

constexpr Instant handed_out{1'790'000'000};

TEST_CASE("a form comes back in time, too quickly, or too late") {
  const service::FormTokens tokens(service::DeskKey{1});
  const std::string token = tokens.token(handed_out);
  const auto age_after = [&](std::int64_t seconds) {
    return tokens.age_of(token, {handed_out.seconds + seconds});
  };
  CHECK(age_after(0) == FormAge::too_young);
  CHECK(age_after(service::form_age_min) == FormAge::good);
  CHECK(age_after(service::form_age_max) == FormAge::good);
  CHECK(age_after(service::form_age_max + 1) == FormAge::too_old);
  CHECK(age_after(-1) == FormAge::too_young);
}

TEST_CASE("a token that is not ours, or was changed, is unknown") {
  const service::FormTokens tokens(service::DeskKey{1}), others(service::DeskKey{2});
  const Instant later{handed_out.seconds + 60};
  std::string changed = tokens.token(handed_out);
  changed.back() = changed.back() == '0' ? '1' : '0';
  const std::string other_time = "1790000001" + tokens.token(handed_out).substr(10);
  for (const std::string& token :
       {others.token(handed_out), changed, other_time, std::string(), std::string("x"),
        std::string("1790000000"), std::string("1790000000.")}) {
    CAPTURE(token);
    CHECK(tokens.age_of(token, later) == FormAge::unknown);
  }
}

}  // namespace
