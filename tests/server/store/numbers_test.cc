#include "store/numbers.h"

#include "server/store/test_store.h"

using namespace store_test;

STORE_TEST("numbers count up, each prefix for itself") {
  const auto next = [&](const std::string& prefix, int digits) {
    return store.written([&](Transaction& t) { return next_number(t, {prefix, digits}); });
  };
  CHECK(next("PD-2026-", 4) == "PD-2026-0001");
  CHECK(next("PD-2026-", 4) == "PD-2026-0002");
  CHECK(next("PD-2027-", 4) == "PD-2027-0001");
  CHECK(next("B-", 1) == "B-1");
  for (int i = 2; i <= 9; ++i)
    next("B-", 1);
  CHECK(next("B-", 1) == "B-10");
}

STORE_TEST("a number is given again where the transaction that took it failed") {
  const auto failed = store.write([](Transaction& t) -> base::Result<void> {
    value(next_number(t, {"PD-", 2}));
    return base::fail(base::ErrorCode::cancelled, "Stop.");
  });
  REQUIRE_FALSE(failed);
  CHECK(store.written([](Transaction& t) { return next_number(t, {"PD-", 2}); }) == "PD-01");
}
