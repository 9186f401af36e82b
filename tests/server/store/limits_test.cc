#include "store/limits.h"

#include <atomic>
#include <thread>

#include "server/store/test_store.h"

using namespace store_test;
using store::Milliseconds;

namespace {

bool take_one(store::Database& database, const std::string& key, std::int64_t ms) {
  return value(database.write([&](Transaction& t) {
    return take(t, key, {.times = 3, .window = Milliseconds(1000)}, at(ms));
  }));
}

store::LoginDelay fail_login(TestStore& store, const std::string& key, std::int64_t ms) {
  return store.written([&](Transaction& t) {
    return count_login_failure(t, key, {.first = Milliseconds(10), .longest = Milliseconds(50)},
                               at(ms));
  });
}

}  // namespace

STORE_TEST("so many are allowed in a window, each key for itself, and again in the next window") {
  for (int i = 0; i < 3; ++i)
    CHECK(take_one(store.database(), "form:a", 10));
  CHECK_FALSE(take_one(store.database(), "form:a", 999));
  CHECK(take_one(store.database(), "form:b", 999));
  CHECK(take_one(store.database(), "form:a", 1000));
}

STORE_TEST("a transaction that fails gives back what it took") {
  for (int i = 0; i < 5; ++i) {
    const auto failed = store.write([](Transaction& t) -> base::Result<void> {
      value(take(t, "form:a", {.times = 3, .window = Milliseconds(1000)}, at(1)));
      return base::fail(base::ErrorCode::cancelled, "Stop.");
    });
    REQUIRE_FALSE(failed);
  }
  CHECK(take_one(store.database(), "form:a", 2));
}

STORE_TEST("nothing is allowed where the limit is none") {
  CHECK_FALSE(store.written([](Transaction& t) {
    return take(t, "form:a", {.times = 0, .window = Milliseconds(1000)}, at(1));
  }));
}

STORE_TEST("two servers that count at once allow no more than one would") {
  std::optional<store::Database> second;
  if (store.place().engine() == Engine::postgresql) second.emplace(opened(store.place().address()));
  std::atomic<int> allowed = 0;
  const auto take_many = [&](store::Database& database) {
    for (int i = 0; i < 10; ++i)
      allowed += take_one(database, "form:a", 10);
  };
  std::thread other([&] { take_many(second ? *second : store.database()); });
  take_many(store.database());
  other.join();
  CHECK(allowed == 3);
}

STORE_TEST("each failed sign-in doubles the delay up to the longest, each key for itself") {
  CHECK(store.seen([](Transaction& t) { return find_login_delay(t, "account:sari"); })
            .failures_count == 0);
  CHECK(fail_login(store, "account:sari", 0).allowed_at == at(10));
  CHECK(fail_login(store, "account:sari", 10).allowed_at == at(30));
  CHECK(fail_login(store, "account:sari", 30).allowed_at == at(70));
  CHECK(fail_login(store, "account:sari", 70).allowed_at == at(120));
  CHECK(fail_login(store, "account:budi", 70).allowed_at == at(80));
  const auto delay = store.seen([](Transaction& t) { return find_login_delay(t, "account:sari"); });
  CHECK(delay.failures_count == 4);
  CHECK(delay.allowed_at == at(120));
}

STORE_TEST("failures are forgotten after a good sign-in, and after a long rest") {
  fail_login(store, "account:sari", 0);
  fail_login(store, "account:sari", 10);
  value(store.write([](Transaction& t) { return forget_login_failures(t, "account:sari"); }));
  CHECK(fail_login(store, "account:sari", 20).failures_count == 1);
  CHECK(fail_login(store, "account:sari", 79).failures_count == 2);
  CHECK(fail_login(store, "account:sari", 149).failures_count == 1);
}

STORE_TEST("a hundred failures do not make the delay wrap around") {
  store::LoginDelay delay;
  for (int i = 0; i < 100; ++i)
    delay = fail_login(store, "account:sari", 0);
  CHECK(delay.allowed_at == at(50));
}

STORE_TEST("counters and delays that are over are swept") {
  take_one(store.database(), "form:a", 10);
  fail_login(store, "account:old", 0);
  fail_login(store, "account:new", 900);
  value(store.write([](Transaction& t) { return sweep_limits(t, Milliseconds(500), at(1000)); }));
  const auto failures = [&](const std::string& key) {
    return store.seen([&](Transaction& t) { return find_login_delay(t, key); }).failures_count;
  };
  CHECK(failures("account:old") == 0);
  CHECK(failures("account:new") == 1);
}
