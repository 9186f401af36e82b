#include "store/migration.h"

#include <array>
#include <thread>

#include "server/store/test_store.h"
#include "store/statement.h"

using namespace store_test;

namespace {

constexpr store::Migration first_step = {
    1, "first",
    "CREATE TABLE one (id {identity}, bytes {bytes}, at {integer} NOT NULL){strict};\n"};
constexpr store::Migration second_step = {2, "second",
                                          "CREATE TABLE two (id {integer}){strict};\n"
                                          "INSERT INTO two (id) VALUES (2);\n"};
constexpr store::Migration broken_step = {2, "broken",
                                          "CREATE TABLE half (id {integer}){strict};\n"
                                          "INSERT INTO half (id) VALUES (1);\n"
                                          "INSERT INTO no_such_table (id) VALUES (1);\n"};

base::Result<store::Database> opened_with(const Place& place,
                                          std::span<const store::Migration> migrations) {
  return store::Database::open({.address = place.address(), .migrations = migrations}, at(7));
}

bool has_table(store::Database& database, const std::string& name) {
  return database
      .read([&](Transaction& t) -> base::Result<bool> {
        const bool is_sqlite = t.engine() == Engine::sqlite;
        std::int64_t found = 0;
        store::Statement(t, is_sqlite ? "SELECT COUNT(*) FROM sqlite_schema WHERE name = :name"
                                      : "SELECT COUNT(*) FROM pg_tables WHERE tablename = :name "
                                        "AND schemaname = current_schema()")
            .bind("name", name)
            .into(found)
            .first();
        return found > 0;
      })
      .value();
}

}  // namespace

TEST_CASE("steps that are missing are taken, and those that were taken are not") {
  const Place place(GENERATE(Engine::sqlite, Engine::postgresql));
  constexpr std::array one = {first_step};
  constexpr std::array both = {first_step, second_step};
  {
    store::Database before = value(opened_with(place, one));
    CHECK_FALSE(has_table(before, "two"));
  }
  for (int start = 0; start < 2; ++start) {
    store::Database database = value(opened_with(place, both));
    const auto rows = value(database.read([](Transaction& t) -> base::Result<std::int64_t> {
      std::int64_t count = 0;
      store::Statement(t, "SELECT COUNT(*) FROM two").into(count).first();
      return count;
    }));
    CHECK(rows == 1);
  }
}

TEST_CASE("a step that fails leaves nothing half") {
  const Place place(GENERATE(Engine::sqlite, Engine::postgresql));
  constexpr std::array one = {first_step};
  constexpr std::array broken = {first_step, broken_step};
  { value(opened_with(place, one)); }
  const auto failed = opened_with(place, broken);
  REQUIRE_FALSE(failed);
  store::Database database = value(opened_with(place, one));
  CHECK(has_table(database, "one"));
  CHECK_FALSE(has_table(database, "half"));
}

TEST_CASE("a database that is newer than the program is refused") {
  const Place place(GENERATE(Engine::sqlite, Engine::postgresql));
  constexpr std::array one = {first_step};
  constexpr std::array both = {first_step, second_step};
  { value(opened_with(place, both)); }
  const auto refused = opened_with(place, one);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == base::ErrorCode::conflict);
  CHECK(refused.error().detail == "the database is at migration 2, the program at 1");
}

TEST_CASE("a database whose steps differ from the program's is refused") {
  const Place place(GENERATE(Engine::sqlite, Engine::postgresql));
  constexpr std::array one = {first_step};
  constexpr std::array other = {
      store::Migration{1, "first", "CREATE TABLE other (id {integer});\n"}};
  { value(opened_with(place, one)); }
  const auto refused = opened_with(place, other);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == base::ErrorCode::conflict);
  CHECK(refused.error().detail == "migration 1, \"first\", has another digest");
}

TEST_CASE("two servers that start at once take each step once") {
  const Place place(Engine::postgresql);
  constexpr std::array both = {first_step, second_step};
  base::Result<store::Database> other = base::fail(base::ErrorCode::internal, "not opened yet");
  std::thread thread([&] { other = opened_with(place, both); });
  const auto own = opened_with(place, both);
  thread.join();
  CHECK(own);
  CHECK(other);
}

TEST_CASE("a step is spelled for its engine") {
  using Statements = std::vector<std::string>;
  CHECK(statements_from_migration(first_step, Engine::sqlite) ==
        Statements{"CREATE TABLE one (id INTEGER PRIMARY KEY AUTOINCREMENT, bytes BLOB, at INTEGER "
                   "NOT NULL) STRICT"});
  CHECK(statements_from_migration(first_step, Engine::postgresql) ==
        Statements{"CREATE TABLE one (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, bytes "
                   "BYTEA, at BIGINT NOT NULL)"});
  CHECK(statements_from_migration({1, "log", "\nA;\n\n{append_only log};\n"}, Engine::sqlite) ==
        Statements{"A",
                   "CREATE TRIGGER log_no_UPDATE BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, "
                   "'log is append-only'); END",
                   "CREATE TRIGGER log_no_DELETE BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, "
                   "'log is append-only'); END"});
}
