// One connection to the database with every setting made, and the pool in which connections wait.
// Used inside the room only.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/database.h"

namespace store {

/// Where the database is.
struct Address {
  Engine engine = Engine::sqlite;
  std::filesystem::path file;  ///< SQLite's.
  std::string url;             ///< PostgreSQL's. May hold a password: never for a log.
};

/// Reads `DatabaseSettings::address`; fails with `invalid`.
base::Result<Address> address_from_text(const std::string& text);

enum class Role { writer, reader };

/// A connection that nobody else uses. Where it is a SQLite reader, it cannot write.
using Connection = std::unique_ptr<soci::session>;
base::Result<Connection> open_connection(const Address& address, Role role);

/// SQLite's own check of the file at start; nothing where the engine is PostgreSQL, which checks
/// its pages by itself. Fails with `unavailable`.
base::Result<void> check_database(soci::session& session, Engine engine);

/// Says to other processes that this folder is in use, until it is destroyed or the process ends.
class FolderLock {
 public:
  /// Makes the folder where it is missing. Fails with `conflict` where another process holds it.
  static base::Result<FolderLock> take(const std::filesystem::path& folder);

  FolderLock(FolderLock&& other) noexcept;
  FolderLock& operator=(FolderLock&&) = delete;
  ~FolderLock();

 private:
  explicit FolderLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

/// Connections that are opened when they are needed, at most so many at a time.
class Pool {
 public:
  using Opener = std::function<base::Result<Connection>()>;

  /// A connection on loan. Goes back to the pool, or is closed where it was given up.
  class Loan {
   public:
    Loan(Pool& pool, Connection connection) : pool_(&pool), connection_(std::move(connection)) {}
    Loan(Loan&& other) noexcept;
    Loan& operator=(Loan&&) = delete;
    ~Loan();

    soci::session& session() { return *connection_; }
    void hold(Connection connection) { connection_ = std::move(connection); }
    void give_up() { connection_.reset(); }

   private:
    Pool* pool_;
    Connection connection_;
  };

  Pool(Opener opener, std::size_t connections_max)
      : opener_(std::move(opener)), places_(connections_max) {}

  /// Waits for a place; fails with `unavailable` where none comes free in ten seconds, and where a
  /// new connection cannot be opened.
  base::Result<Loan> take();

 private:
  void take_back(Connection connection);

  const Opener opener_;
  std::mutex mutex_;
  std::condition_variable is_free_;
  std::size_t places_;            ///< Loans that may still be given. Guarded by mutex_.
  std::vector<Connection> idle_;  ///< Guarded by mutex_.
};

}  // namespace store
