#include "store/database.h"

#include <atomic>
#include <string>
#include <utility>

#include <soci/soci.h>

#include "store/connection.h"
#include "store/failure.h"
#include "store/migration.h"

namespace store {
namespace {

using base::Error;
using base::ErrorCode;

/// How often work runs that PostgreSQL ends in favour of another transaction.
constexpr int attempts_max = 5;

/// One writer for SQLite, which knows no second; a few of each kind elsewhere.
constexpr std::size_t connections_max = 4;

/// Undoes what was begun and not committed.
class Rollback {
 public:
  explicit Rollback(Pool::Loan& loan) : loan_(loan) {}
  ~Rollback() {
    if (!is_needed_) return;
    try {
      loan_.session() << "ROLLBACK";
    } catch (...) {
      // Closing the connection undoes it as well.
      loan_.give_up();
    }
  }
  Rollback(const Rollback&) = delete;
  Rollback& operator=(const Rollback&) = delete;
  void forget() { is_needed_ = false; }

 private:
  Pool::Loan& loan_;
  bool is_needed_ = true;
};

/// How one run of the work went.
struct Run {
  base::Result<void> outcome;
  bool may_retry = false;
};

}  // namespace

class Database::State {
 public:
  State(Address address, std::optional<FolderLock> lock)
      : address_(std::move(address)),
        lock_(std::move(lock)),
        writers_([this] { return open_connection(address_, Role::writer); },
                 address_.engine == Engine::sqlite ? 1 : connections_max),
        readers_([this] { return open_connection(address_, Role::reader); }, connections_max) {}

  Engine engine() const { return address_.engine; }

  base::Result<void> prepare(const DatabaseSettings& settings, Time now) {
    base::Result<Pool::Loan> loan = writers_.take();
    if (!loan) return tl::unexpected<Error>(loan.error());
    base::Result<void> outcome = check_database(loan->session(), engine());
    if (outcome) {
      outcome =
          migrate(loan->session(), engine(), settings.migrations, !settings.is_beside_server, now);
    }
    if (!outcome) loan->give_up();
    return outcome;
  }

  Run run(Access access, const AnyWork& work) {
    base::Result<Pool::Loan> loan = (access == Access::write ? writers_ : readers_).take();
    if (!loan) return {tl::unexpected<Error>(loan.error())};
    if (const auto failure = begin(*loan, access)) {
      // PostgreSQL may have gone and come back while the connection was idle, and nothing has been
      // done yet. SQLite has waited long enough for its writer.
      loan->give_up();
      return {tl::unexpected<Error>(failure->error), engine() == Engine::postgresql};
    }
    Rollback rollback(*loan);
    Transaction transaction(loan->session(), engine());
    const base::Result<void> done = work(transaction);
    if (const auto& failure = transaction.failure()) {
      if (failure->has_lost_connection) {
        rollback.forget();
        loan->give_up();
      }
      return {tl::unexpected<Error>(failure->error), failure->may_retry};
    }
    if (!done) return {done};
    rollback.forget();
    Run committed = commit(*loan);
    if (committed.outcome && access == Access::write && engine() == Engine::sqlite) {
      if (transaction.leaves_no_traces()) has_traces_ = true;
      if (has_traces_) empty_write_ahead_log(*loan);
    }
    return committed;
  }

 private:
  std::optional<Transaction::Failure> begin(Pool::Loan& loan, Access access) {
    try {
      if (engine() == Engine::sqlite) {
        loan.session() << (access == Access::write ? "BEGIN IMMEDIATE" : "BEGIN");
      } else {
        loan.session() << (access == Access::write
                               ? "BEGIN"
                               : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      }
      return std::nullopt;
    } catch (...) {
      return failure_from_exception();
    }
  }

  Run commit(Pool::Loan& loan) {
    try {
      loan.session() << "COMMIT";
      return {};
    } catch (...) {
      Transaction::Failure failure = failure_from_exception();
      loan.give_up();
      if (failure.may_retry) return {tl::unexpected<Error>(failure.error), true};
      // After a failed commit nobody knows what is on the disk until the database is opened anew.
      failure.error.code = ErrorCode::unavailable;
      failure.error.message =
          "It is not certain that this was written down. Try again in a minute; what was sent "
          "twice with the same key is taken once.";
      return {tl::unexpected<Error>(std::move(failure.error))};
    }
  }

  /// Erased rows stand in the log until it is emptied. Where readers hold it for longer than the
  /// connection waits, the next write tries again.
  void empty_write_ahead_log(Pool::Loan& loan) {
    try {
      int is_busy = 0;
      int pages = 0;
      int moved_pages = 0;
      loan.session() << "PRAGMA wal_checkpoint(TRUNCATE)", soci::into(is_busy), soci::into(pages),
          soci::into(moved_pages);
      has_traces_ = is_busy != 0;
    } catch (...) {
      loan.give_up();
    }
  }

  const Address address_;
  const std::optional<FolderLock> lock_;
  Pool writers_;
  Pool readers_;
  /// Something was erased, and its bytes may still stand in SQLite's log.
  std::atomic<bool> has_traces_ = false;
};

Database::Database(std::unique_ptr<State> state) : state_(std::move(state)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Engine Database::engine() const { return state_->engine(); }

base::Result<Database> Database::open(const DatabaseSettings& settings, Time now) {
  base::Result<Address> address = address_from_text(settings.address);
  if (!address) return tl::unexpected<Error>(address.error());
  std::optional<FolderLock> lock;
  if (address->engine == Engine::sqlite && !settings.is_beside_server) {
    const std::filesystem::path folder =
        address->file.has_parent_path() ? address->file.parent_path() : ".";
    base::Result<FolderLock> taken = FolderLock::take(folder);
    if (!taken) return tl::unexpected<Error>(taken.error());
    lock.emplace(*std::move(taken));
  }
  auto state = std::make_unique<State>(*std::move(address), std::move(lock));
  if (auto prepared = state->prepare(settings, now); !prepared) {
    return tl::unexpected<Error>(prepared.error());
  }
  return Database(std::move(state));
}

base::Result<void> Database::run_any(Access access, const AnyWork& work) {
  Run run;
  for (int attempt = 1; attempt <= attempts_max; ++attempt) {
    run = state_->run(access, work);
    if (!run.may_retry) break;
  }
  return run.outcome;
}

}  // namespace store
