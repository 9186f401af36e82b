#include "service/request_limits.h"

#include <string>

#include <catch2/catch_test_macros.hpp>

#include "server/service/desk_fixture.h"

namespace {

using support::desk_monday;

constexpr std::int64_t limits_hour = 60 * 60;

struct Limited : support::DeskFixture {
  service::RequestLimits limits{service::DeskKey{7}, {}};

  bool request(const std::string& client, std::int64_t seconds = 0) {
    return database
        .write([&](store::Transaction& t) {
          return limits.take_request(t, client, {desk_monday.seconds + seconds});
        })
        .value();
  }
  bool receipt(const std::string& address, std::int64_t seconds = 0) {
    return database
        .write([&](store::Transaction& t) {
          return limits.take_receipt(t, address, {desk_monday.seconds + seconds});
        })
        .value();
  }
};

TEST_CASE("a client may send three requests an hour, and others theirs") {
  Limited desk;
  for (int i = 0; i < 3; ++i)
    CHECK(desk.request("a"));
  CHECK_FALSE(desk.request("a"));
  CHECK(desk.request("b"));
  CHECK(desk.request("a", limits_hour));
}

TEST_CASE("an address gets a receipt an hour, and three a day") {
  Limited desk;
  CHECK(desk.receipt("rina@example.org"));
  CHECK_FALSE(desk.receipt("rina@example.org"));
  CHECK(desk.receipt("dian@example.org"));
  // The refused ones have not used up the day.
  CHECK(desk.receipt("rina@example.org", limits_hour));
  CHECK(desk.receipt("rina@example.org", 2 * limits_hour));
  CHECK_FALSE(desk.receipt("rina@example.org", 3 * limits_hour));
  CHECK(desk.receipt("rina@example.org", 24 * limits_hour));
}

TEST_CASE("addresses that lead to one mailbox are one") {
  Limited desk;
  CHECK(desk.receipt("rina@example.org"));
  CHECK_FALSE(desk.receipt("Rina+korban@example.org"));
  CHECK_FALSE(desk.receipt("rina+2@Example.org"));
  CHECK(desk.receipt("rina@example.com"));
}

TEST_CASE("the wait ends where the next hour begins") {
  const store::RateLimit hour{3, std::chrono::hours(1)};
  CHECK(service::seconds_until_next_window(hour, {7200}) == 3600);
  CHECK(service::seconds_until_next_window(hour, {7201}) == 3599);
  CHECK(service::seconds_until_next_window(hour, {10799}) == 1);
}

}  // namespace
