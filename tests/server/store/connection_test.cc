#include "store/connection.h"

#include <thread>

#include <soci/soci.h>

#include "server/store/test_store.h"

using namespace store_test;
using store::FolderLock;

TEST_CASE("a folder is locked until the lock is gone") {
  const support::TemporaryFolder folder;
  {
    const FolderLock first = value(FolderLock::take(folder.path() / "state"));
    const auto second = FolderLock::take(folder.path() / "state");
    REQUIRE_FALSE(second);
    CHECK(second.error().code == base::ErrorCode::conflict);
  }
  CHECK(FolderLock::take(folder.path() / "state"));
}

TEST_CASE("an address is read as a file or as a server") {
  const auto file = value(store::address_from_text("state/lumbung.db"));
  CHECK(file.engine == Engine::sqlite);
  CHECK(file.file == "state/lumbung.db");
  const auto server = value(store::address_from_text("postgresql://sari@db/lumbung"));
  CHECK(server.engine == Engine::postgresql);
  CHECK(server.url == "postgresql://sari@db/lumbung");
  CHECK_FALSE(store::address_from_text("sta\"te/lumbung.db"));
}

TEST_CASE("a file may have spaces and signs in its name") {
  const support::TemporaryFolder folder;
  const auto file = folder.path() / "arsip data = 1; x'y" / "lumbung.db";
  opened(file.string());
  CHECK(std::filesystem::exists(file));
}

TEST_CASE("a SQLite connection has the settings that keep data safe") {
  const support::TemporaryFolder folder;
  const store::Address address{Engine::sqlite, folder.path() / "x.db", ""};
  const store::Connection connection = value(open_connection(address, store::Role::writer));
  const auto setting = [&](const std::string& name) {
    std::string found;
    *connection << "PRAGMA " + name, soci::into(found);
    return found;
  };
  CHECK(setting("journal_mode") == "wal");
  CHECK(setting("synchronous") == "2");
  CHECK(setting("foreign_keys") == "1");
  CHECK(setting("secure_delete") == "1");
  CHECK(setting("trusted_schema") == "0");
  CHECK(setting("cell_size_check") == "1");
  CHECK(setting("recursive_triggers") == "1");
  CHECK(setting("busy_timeout") == "5000");
}

TEST_CASE("a PostgreSQL connection waits for nothing without end") {
  const Place place(Engine::postgresql);
  const store::Address address = value(store::address_from_text(place.address()));
  const store::Connection connection = value(open_connection(address, store::Role::writer));
  const auto setting = [&](const std::string& name) {
    std::string found;
    *connection << "SHOW " + name, soci::into(found);
    return found;
  };
  CHECK(setting("client_encoding") == "UTF8");
  CHECK(setting("synchronous_commit") == "on");
  CHECK(setting("lock_timeout") == "5s");
  CHECK(setting("statement_timeout") == "30s");
  CHECK(setting("idle_in_transaction_session_timeout") == "1min");
}

TEST_CASE("a pool lends its connections to as many as it has, and opens one anew when it must") {
  const support::TemporaryFolder folder;
  const store::Address address{Engine::sqlite, folder.path() / "x.db", ""};
  int opened_count = 0;
  store::Pool pool(
      [&] {
        ++opened_count;
        return open_connection(address, store::Role::writer);
      },
      1);
  { const auto loan = pool.take(); }
  { CHECK(pool.take()); }
  CHECK(opened_count == 1);
  pool.take()->give_up();
  CHECK(pool.take());
  CHECK(opened_count == 2);

  std::optional<base::Result<store::Pool::Loan>> held(pool.take());
  bool has_waited = false;
  std::thread other([&] { has_waited = pool.take().has_value(); });
  held.reset();
  other.join();
  CHECK(has_waited);
}
