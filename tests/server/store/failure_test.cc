#include "store/failure.h"

#include "server/store/test_store.h"
#include "store/statement.h"

using namespace store_test;

namespace {

base::Error error_of(TestStore& store, const std::string& sql, const std::string& bound) {
  const auto failed = store.write([&](Transaction& t) {
    return at_door(t, [&]() -> base::Result<void> {
      store::Statement(t, sql).bind("value", bound).run();
      return {};
    });
  });
  REQUIRE_FALSE(failed);
  return failed.error();
}

}  // namespace

STORE_TEST("a second row with the same key is a conflict") {
  const std::string sql = "INSERT INTO request_key (key) VALUES (:value), (:value)";
  CHECK(error_of(store, sql, "k").code == base::ErrorCode::conflict);
}

STORE_TEST("a statement that cannot be is an error of ours") {
  CHECK(error_of(store, "SELECT nothing FROM nowhere WHERE x = :value", "k").code ==
        base::ErrorCode::internal);
}

STORE_TEST("what was bound to a statement that failed stands in no message") {
  const base::Error error = error_of(
      store, "INSERT INTO person (ticket_id, part, body, expires_at) VALUES (77, 'a', :value, 0)",
      "sari@example.id");
  CHECK(error.message.find("sari") == std::string::npos);
  CHECK(error.detail.find("sari") == std::string::npos);
}
