// The one way into the database: opens it, brings its tables up to date, and runs transactions, all
// or nothing. SQLite in a file of ours, or PostgreSQL where several servers share the work.
// Why it is as it is: docs/store.md.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "base/result.h"
#include "store/time.h"

namespace soci {
class session;
}

namespace store {

enum class Engine { sqlite, postgresql };

/// One step in the life of the tables: forward only, and never changed once it has been handed out.
/// `sql` holds statements that end in ";\n", with the placeholders of store/migration.h.
struct Migration {
  int number = 0;  ///< 1, 2, 3… without gaps.
  std::string_view name;
  std::string_view sql;
};

/// The tables of this program (store/schema.cc).
std::span<const Migration> schema();

struct DatabaseSettings {
  /// "folder/lumbung.db": SQLite; folder and file are made where they are missing, for this user
  /// alone. "postgresql://user@host/name": a PostgreSQL database that exists.
  std::string address;

  /// A short command beside a server that may be running: takes no lock on the folder, and refuses
  /// a database whose tables are not up to date instead of changing them.
  bool is_beside_server = false;

  std::span<const Migration> migrations = schema();
};

/// A piece of work under way in one connection. Made by `Database` alone; every function of this
/// room that reads or writes takes one. Not to be kept after the work has returned.
class Transaction {
 public:
  /// Why this transaction can no longer be committed.
  struct Failure {
    base::Error error;
    bool may_retry = false;            ///< PostgreSQL gave way to another transaction.
    bool has_lost_connection = false;  ///< Nothing more can be asked of this connection.
  };

  Transaction(soci::session& session, Engine engine) : session_(session), engine_(engine) {}
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  // For this room's own functions.
  soci::session& session() { return session_; }
  Engine engine() const { return engine_; }
  const std::optional<Failure>& failure() const { return failure_; }
  void fail(Failure failure) {
    if (!failure_) failure_ = std::move(failure);
  }
  bool leaves_no_traces() const { return leaves_no_traces_; }
  /// After the commit, what was deleted is also driven out of SQLite's write-ahead log.
  void leave_no_traces() { leaves_no_traces_ = true; }

 private:
  soci::session& session_;
  Engine engine_;
  std::optional<Failure> failure_;
  bool leaves_no_traces_ = false;
};

/// May be used by several threads at a time. `write` and `read` must not be called from inside the
/// work of another: with one writer that would wait for itself.
class Database {
 public:
  /// Opens, checks (SQLite's quick_check), and applies the migrations that are missing; `now` is
  /// recorded with them. Fails with
  /// - `conflict`: another process holds the SQLite folder, or the tables are newer than this
  ///   program, or were made by migrations that differ from its own;
  /// - `unavailable`: file or server cannot be reached, or the file is damaged;
  /// - `invalid`: the address is none.
  static base::Result<Database> open(const DatabaseSettings& settings, Time now);

  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  ~Database();

  Engine engine() const;

  /// Runs `work(Transaction&)`, which returns a Result, and commits where it holds a value. Nothing
  /// is written where it holds an error, or where any statement in it failed.
  ///
  /// `unavailable` also means that the fate of the commit is not known: the client must be answered
  /// 503 and may repeat with the same request key. The connection is opened anew by itself.
  ///
  /// `work` may run again where PostgreSQL ended it in favour of another transaction, so it must
  /// change nothing outside but what it sets anew each time.
  template <class Work>
  std::invoke_result_t<Work&, Transaction&> write(Work&& work) {
    return run(Access::write, work);
  }

  /// The same for reading: sees one state of all tables, and cannot write.
  template <class Work>
  std::invoke_result_t<Work&, Transaction&> read(Work&& work) {
    return run(Access::read, work);
  }

 private:
  enum class Access { read, write };
  using AnyWork = std::function<base::Result<void>(Transaction&)>;
  class State;

  explicit Database(std::unique_ptr<State> state);
  base::Result<void> run_any(Access access, const AnyWork& work);

  template <class Work>
  std::invoke_result_t<Work&, Transaction&> run(Access access, Work& work) {
    std::optional<std::invoke_result_t<Work&, Transaction&>> outcome;
    const base::Result<void> ran =
        run_any(access, [&](Transaction& transaction) -> base::Result<void> {
          outcome.emplace(work(transaction));
          if (!*outcome) return tl::unexpected<base::Error>(outcome->error());
          return {};
        });
    if (!ran) return tl::unexpected<base::Error>(ran.error());
    return *std::move(outcome);
  }

  std::unique_ptr<State> state_;
};

}  // namespace store
