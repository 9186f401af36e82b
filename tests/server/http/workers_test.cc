#include "http/workers.h"

#include <atomic>
#include <future>

#include <catch2/catch_test_macros.hpp>

TEST_CASE("everything that was taken is done before the workers are gone") {
  std::atomic<int> done{0};
  int taken = 0;
  {
    http::Workers workers(2, 100);
    for (int i = 0; i < 50; ++i)
      taken += workers.give([&] { ++done; });
  }
  CHECK(taken == 50);
  CHECK(done == 50);
}

TEST_CASE("a full queue takes nothing more") {
  std::promise<void> begun, may_end;
  http::Workers workers(1, 1);
  REQUIRE(workers.give([&] {
    begun.set_value();
    may_end.get_future().wait();
  }));
  begun.get_future().wait();
  CHECK(workers.give([] {}));
  CHECK_FALSE(workers.give([] {}));
  may_end.set_value();
}
