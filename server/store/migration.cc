#include "store/migration.h"

#include <cstdint>
#include <map>
#include <string_view>
#include <utility>

#include <soci/soci.h>

#include "base/digest.h"
#include "base/must.h"
#include "store/failure.h"
#include "store/statement.h"

namespace store {
namespace {

using base::ErrorCode;

constexpr Migration own_table = {0, "the table of migrations",
                                 "CREATE TABLE IF NOT EXISTS migration (\n"
                                 "  number {integer} PRIMARY KEY,\n"
                                 "  name TEXT NOT NULL,\n"
                                 "  sha256 TEXT NOT NULL,\n"
                                 "  applied_at {integer} NOT NULL\n"
                                 "){strict};\n"};

/// Any number that no other program takes in the same PostgreSQL database.
constexpr std::int64_t migration_lock = 0x6c756d62756e6701;

std::string spelled_for(Engine engine, std::string_view placeholder) {
  const bool is_sqlite = engine == Engine::sqlite;
  if (placeholder == "integer") return is_sqlite ? "INTEGER" : "BIGINT";
  if (placeholder == "bytes") return is_sqlite ? "BLOB" : "BYTEA";
  if (placeholder == "strict") return is_sqlite ? " STRICT" : "";
  if (placeholder == "identity") {
    return is_sqlite ? "INTEGER PRIMARY KEY AUTOINCREMENT"
                     : "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY";
  }
  MUST(!"a migration holds a placeholder that is not known");
}

std::string with_placeholders_filled(Engine engine, std::string_view sql) {
  std::string text;
  std::size_t done = 0;
  for (std::size_t open = sql.find('{'); open != sql.npos; open = sql.find('{', done)) {
    const std::size_t close = sql.find('}', open);
    MUST(close != sql.npos);
    text += sql.substr(done, open - done);
    text += spelled_for(engine, sql.substr(open + 1, close - open - 1));
    done = close + 1;
  }
  return text + std::string(sql.substr(done));
}

/// Triggers that refuse, whoever asks.
void add_append_only(Engine engine, const std::string& table, std::vector<std::string>& out) {
  if (engine == Engine::sqlite) {
    for (const std::string event : {"UPDATE", "DELETE"}) {
      out.push_back("CREATE TRIGGER " + table + "_no_" + event + " BEFORE " + event + " ON " +
                    table + " BEGIN SELECT RAISE(ABORT, '" + table + " is append-only'); END");
    }
    return;
  }
  out.push_back(
      "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
      "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$");
  out.push_back("CREATE TRIGGER " + table + "_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON " +
                table + " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()");
}

struct Applied {
  std::string name;
  std::string sha256;
};

std::map<int, Applied> applied_migrations(Transaction& transaction) {
  std::map<int, Applied> applied;
  int number = 0;
  Applied row;
  Statement find(transaction, "SELECT number, name, sha256 FROM migration");
  find.into(number, row.name, row.sha256);
  while (find.next())
    applied[number] = row;
  return applied;
}

/// The database and the program know the same beginning of one history.
base::Result<void> check_history(const std::map<int, Applied>& applied,
                                 std::span<const Migration> migrations) {
  if (!applied.empty() && applied.rbegin()->first > static_cast<int>(migrations.size())) {
    return base::fail(ErrorCode::conflict,
                      "The database was last used by a newer Lumbung. Start that one, or restore a "
                      "backup from before the change.",
                      "the database is at migration " + std::to_string(applied.rbegin()->first) +
                          ", the program at " + std::to_string(migrations.size()));
  }
  for (const Migration& migration : migrations) {
    const auto found = applied.find(migration.number);
    if (found == applied.end() || found->second.sha256 == base::sha256_hex(migration.sql)) continue;
    return base::fail(ErrorCode::conflict,
                      "The tables of this database were made by another edition of Lumbung. Start "
                      "the edition that made them.",
                      "migration " + std::to_string(migration.number) + ", \"" +
                          found->second.name + "\", has another digest");
  }
  return {};
}

void apply(Transaction& transaction, const Migration& migration, Time now) {
  for (const std::string& statement : statements_from_migration(migration, transaction.engine())) {
    transaction.session() << statement;
  }
  Statement(transaction,
            "INSERT INTO migration (number, name, sha256, applied_at) "
            "VALUES (:number, :name, :sha256, :now)")
      .bind("number", std::int64_t{migration.number})
      .bind("name", migration.name)
      .bind("sha256", base::sha256_hex(migration.sql))
      .bind("now", now)
      .run();
}

base::Result<void> migrate_locked(Transaction& transaction, std::span<const Migration> migrations,
                                  bool may_change, Time now) {
  for (const std::string& statement : statements_from_migration(own_table, transaction.engine())) {
    transaction.session() << statement;
  }
  const std::map<int, Applied> applied = applied_migrations(transaction);
  if (auto checked = check_history(applied, migrations); !checked) return checked;
  for (const Migration& migration : migrations) {
    if (applied.contains(migration.number)) continue;
    if (!may_change) {
      return base::fail(ErrorCode::conflict,
                        "The database is not up to date. Start the server once, which brings it up "
                        "to date.");
    }
    apply(transaction, migration, now);
  }
  return {};
}

void begin_locked(soci::session& session, Engine engine) {
  if (engine == Engine::sqlite) {
    session << "BEGIN IMMEDIATE";
    return;
  }
  session << "BEGIN";
  session << "SELECT pg_advisory_xact_lock(" + std::to_string(migration_lock) + ")";
}

}  // namespace

std::vector<std::string> statements_from_migration(const Migration& migration, Engine engine) {
  constexpr std::string_view append_only = "{append_only ";
  std::vector<std::string> statements;
  std::string_view rest = migration.sql;
  for (std::size_t end = rest.find(";\n"); end != rest.npos; end = rest.find(";\n")) {
    const std::size_t begin = rest.find_first_not_of('\n');
    const std::string_view statement = rest.substr(begin, end - begin);
    rest.remove_prefix(end + 2);
    if (statement.starts_with(append_only)) {
      const std::size_t length = statement.size() - append_only.size() - 1;
      add_append_only(engine, std::string(statement.substr(append_only.size(), length)),
                      statements);
    } else {
      statements.push_back(with_placeholders_filled(engine, statement));
    }
  }
  MUST(rest.empty());
  return statements;
}

base::Result<void> migrate(soci::session& session, Engine engine,
                           std::span<const Migration> migrations, bool may_change, Time now) {
  for (std::size_t i = 0; i < migrations.size(); ++i) {
    MUST(migrations[i].number == static_cast<int>(i) + 1);
  }
  Transaction transaction(session, engine);
  base::Result<void> outcome = at_door(transaction, [&]() -> base::Result<void> {
    begin_locked(session, engine);
    auto migrated = migrate_locked(transaction, migrations, may_change, now);
    if (migrated) session << "COMMIT";
    return migrated;
  });
  // Where it failed, the connection is closed by the caller, which undoes everything.
  return outcome;
}

}  // namespace store
