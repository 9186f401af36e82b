// A new, empty store for one test, on the engine that the test is run for.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "store/database.h"
#include "store/tickets.h"
#include "support/private_postgres.h"
#include "support/temporary_folder.h"

namespace store_test {

using store::Engine;
using store::Time;
using store::Transaction;

/// A time of the tests: so many milliseconds after 2026-11-03T09:00:00+07:00.
inline Time at(std::int64_t ms) {
  return Time(store::Milliseconds(1'793'671'200'000)) + store::Milliseconds(ms);
}

/// "PD-2026-" counts "PD-2026-0001", "PD-2026-0002"…
inline store::NumberSeries series(const std::string& prefix, int digits = 4) {
  return {prefix,
          [=](std::int64_t number) { return fmt::format("{}{:0{}}", prefix, number, digits); }};
}

/// The value of a Result (nothing for Result<void>), or a failed test that says why there is none.
template <class T>
T value(base::Result<T> result) {
  if (!result) FAIL(result.error().message << " (" << result.error().detail << ")");
  if constexpr (!std::is_void_v<T>) return *std::move(result);
}

/// Where a new, empty database of this engine can be made. Skips the test aloud where it cannot.
class Place {
 public:
  explicit Place(Engine engine) : engine_(engine) {
    if (engine == Engine::sqlite) {
      address_ = (folder_.path() / "state" / "lumbung.db").string();
      return;
    }
    address_ = support::new_postgres_database();
    if (address_.empty()) SKIP("no PostgreSQL: " << support::why_no_postgres());
  }

  Engine engine() const { return engine_; }
  const std::string& address() const { return address_; }
  /// The bytes of a file below the test's own folder.
  std::string read(const std::string& name) const { return folder_.read(name); }

 private:
  support::TemporaryFolder folder_{support::quick_folder()};
  Engine engine_;
  std::string address_;
};

inline store::Database opened(const std::string& address) {
  return value(store::Database::open({.address = address}, at(0)));
}

/// A store of its own.
class TestStore {
 public:
  explicit TestStore(Engine engine) : place_(engine), database_(opened(place_.address())) {}

  const Place& place() const { return place_; }
  store::Database& database() { return database_; }

  /// Closes and opens the same database again, as another start of the program would.
  void reopen() {
    { const store::Database closed = std::move(database_); }
    database_ = opened(place_.address());
  }

  template <class Work>
  auto write(Work work) {
    return database_.write(work);
  }
  template <class Work>
  auto read(Work work) {
    return database_.read(work);
  }

  /// The value of what `work` returns; the test fails where there is none.
  template <class Work>
  auto written(Work work) {
    return value(database_.write(work));
  }
  template <class Work>
  auto seen(Work work) {
    return value(database_.read(work));
  }

 private:
  Place place_;
  store::Database database_;
};

inline store::NewTicket ticket_with_key(std::string key) {
  return {.request_key = std::move(key),
          .number = series("PD-2026-"),
          .kind = "data",
          .link_sha256 = {},
          .summary = {.state = "received",
                      .outcome = "",
                      .subject = "penduduk",
                      .channel = "form",
                      .officer = "",
                      .title = "Penduduk menurut kecamatan",
                      .due_at = at(7'200'000),
                      .promised_at = {}},
          .first_event = {.kind = "opened", .actor = "requester", .at = at(0), .body = "{}"}};
}

inline store::Ticket open_one(TestStore& store, const std::string& key = "key-1") {
  return store.written([&](Transaction& t) { return open_ticket(t, ticket_with_key(key)); }).ticket;
}

}  // namespace store_test

/// A test that is run for both engines: `store` is new each time.
#define STORE_TEST(name) STORE_TEST_NAMED(name, INTERNAL_CATCH_UNIQUE_NAME(store_test_body_))
#define STORE_TEST_NAMED(name, body)                                                \
  static void body(store_test::TestStore& store);                                   \
  TEST_CASE(name) {                                                                 \
    const auto engine = GENERATE(store::Engine::sqlite, store::Engine::postgresql); \
    CAPTURE(engine == store::Engine::sqlite);                                       \
    store_test::TestStore store(engine);                                            \
    body(store);                                                                    \
  }                                                                                 \
  static void body([[maybe_unused]] store_test::TestStore& store)
