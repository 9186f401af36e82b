#include "store/secrets.h"

#include "server/store/test_store.h"

using namespace store_test;

namespace {

std::string secret_of(store::Database& database, const std::string& fresh) {
  return value(database.write([&](Transaction& t) { return shared_secret(t, "desk", fresh); }));
}

}  // namespace

STORE_TEST("a secret is made once, and is the same for everybody and after another start") {
  CHECK(secret_of(store.database(), "first") == "first");
  CHECK(secret_of(store.database(), "second") == "first");
  store.reopen();
  CHECK(secret_of(store.database(), "third") == "first");
  CHECK(store.written([](Transaction& t) { return shared_secret(t, "other", "own"); }) == "own");
}

TEST_CASE("two servers on one PostgreSQL share a secret") {
  TestStore store(Engine::postgresql);
  store::Database second = opened(store.place().address());
  CHECK(secret_of(second, "first") == "first");
  CHECK(secret_of(store.database(), "second") == "first");
}
