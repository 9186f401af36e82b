#include "store/numbers.h"

#include "server/store/test_store.h"

using namespace store_test;

STORE_TEST("numbers count up, each scope for itself, and are written as their series says") {
  const auto next = [&](const std::string& scope) {
    return store.written([&](Transaction& t) {
      return next_number(
          t, {scope, [&](std::int64_t number) { return scope + "-" + std::to_string(number); }});
    });
  };
  CHECK(next("2026") == "2026-1");
  CHECK(next("2026") == "2026-2");
  CHECK(next("2027") == "2027-1");
  CHECK(next("2026") == "2026-3");
}

STORE_TEST("a number is given again where the transaction that took it failed") {
  const store::NumberSeries series{"PD",
                                   [](std::int64_t number) { return std::to_string(number); }};
  const auto failed = store.write([&](Transaction& t) -> base::Result<void> {
    value(next_number(t, series));
    return base::fail(base::ErrorCode::cancelled, "Stop.");
  });
  REQUIRE_FALSE(failed);
  CHECK(store.written([&](Transaction& t) { return next_number(t, series); }) == "1");
}
