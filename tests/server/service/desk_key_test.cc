#include "service/desk_key.h"

#include <catch2/catch_test_macros.hpp>

#include "server/service/desk_fixture.h"
#include "store/secrets.h"

namespace {

using service::DeskKey;
using service::is_same_signature;
using service::signed_hex;

TEST_CASE("a database's key is by chance, and always the same") {
  support::DeskFixture one, other;
  const DeskKey key = service::shared_desk_key(one.database).value();
  CHECK(service::shared_desk_key(one.database).value() == key);
  CHECK(service::shared_desk_key(other.database).value() != key);
}

TEST_CASE("a key that somebody has damaged is not taken for one") {
  support::DeskFixture desk;
  desk.database.write([](store::Transaction& t) { return store::shared_secret(t, "desk", "0123"); })
      .value();
  CHECK(service::shared_desk_key(desk.database).error().code == base::ErrorCode::invalid);
}

TEST_CASE("a signature is another for every key, purpose and text") {
  const std::string made = signed_hex(DeskKey{1}, "form", "17");
  CHECK(made.size() == 64);
  CHECK(is_same_signature(made, signed_hex(DeskKey{1}, "form", "17")));
  CHECK_FALSE(is_same_signature(made, signed_hex(DeskKey{2}, "form", "17")));
  CHECK_FALSE(is_same_signature(made, signed_hex(DeskKey{1}, "link", "17")));
  CHECK_FALSE(is_same_signature(made, signed_hex(DeskKey{1}, "form", "18")));
  CHECK_FALSE(is_same_signature(made, made.substr(1)));
}

}  // namespace
