#include "store/connection.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <string_view>
#include <utility>

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "store/failure.h"

namespace store {
namespace {

using base::ErrorCode;

constexpr std::chrono::seconds wait_for_place{10};

std::string system_reason(const std::filesystem::path& path) {
  return std::string(std::strerror(errno)) + ": " + path.string();
}

/// Folder and file for this user alone: they hold people's names and the hashes of passwords.
/// SQLite gives its other files the rights of the first.
base::Result<void> make_private_file(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) {
    return base::fail(ErrorCode::unavailable,
                      "The register's file cannot be opened for writing. Check the folder's owner "
                      "and the free space.",
                      system_reason(file));
  }
  ::close(descriptor);
  return {};
}

base::Result<void> make_private_folder(const std::filesystem::path& folder) {
  std::error_code error;
  if (std::filesystem::is_directory(folder, error)) return {};
  std::filesystem::create_directories(folder, error);
  if (!error) {
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
  }
  if (error) {
    return base::fail(ErrorCode::unavailable, "The register's folder cannot be made.",
                      error.message() + ": " + folder.string());
  }
  return {};
}

void harden(sqlite_api::sqlite3* handle) {
  using sqlite_api::sqlite3_db_config;
  // No statement, not even an injected one, may damage the file or read its schema as data, and
  // "…" never means a text.
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
}

Connection sqlite_connection(const std::filesystem::path& file, Role role) {
  auto session = std::make_unique<soci::session>(soci::sqlite3, "db=\"" + file.string() + "\"");
  harden(static_cast<soci::sqlite3_session_backend*>(session->get_backend())->conn_);
  for (const char* pragma : {
           "busy_timeout = 5000",
           "journal_mode = WAL",  // Readers do not wait for the writer.
           "synchronous = FULL",  // What was acknowledged survives a power cut.
           "foreign_keys = ON",
           "recursive_triggers = ON",  // REPLACE, too, asks the triggers that forbid deleting.
           "secure_delete = ON",       // What is erased is overwritten.
           "trusted_schema = OFF",
           "cell_size_check = ON",
       }) {
    *session << std::string("PRAGMA ") + pragma;
  }
  if (role == Role::reader) *session << "PRAGMA query_only = ON";
  return session;
}

/// A server that does not answer is given up after five seconds where the address says nothing.
std::string url_with_timeout(const std::string& url) {
  if (url.find("connect_timeout=") != std::string::npos) return url;
  return url + (url.find('?') == std::string::npos ? "?" : "&") + "connect_timeout=5";
}

Connection postgresql_connection(const std::string& url) {
  auto session = std::make_unique<soci::session>(soci::postgresql, url_with_timeout(url));
  // One statement, so that a connection costs one round trip and not eight.
  *session << "SELECT set_config('client_encoding', 'UTF8', false), "
              "set_config('standard_conforming_strings', 'on', false), "
              "set_config('client_min_messages', 'warning', false), "
              "set_config('synchronous_commit', 'on', false), "
              "set_config('lock_timeout', '5s', false), "
              "set_config('statement_timeout', '30s', false), "
              "set_config('idle_in_transaction_session_timeout', '60s', false)";
  return session;
}

}  // namespace

base::Result<Address> address_from_text(const std::string& text) {
  if (text.starts_with("postgresql://") || text.starts_with("postgres://")) {
    return Address{.engine = Engine::postgresql, .file = {}, .url = text};
  }
  const std::filesystem::path file(text);
  const bool has_scheme = text.find("://") != std::string::npos;
  // SOCI takes the name between quotation marks, and knows no way to write one inside.
  if (has_scheme || !file.has_filename() || text.find_first_of("\"\n") != std::string::npos) {
    return base::fail(ErrorCode::invalid,
                      "The database must be a file such as state/lumbung.db, or an address that "
                      "begins with postgresql://.");
  }
  return Address{.engine = Engine::sqlite, .file = file, .url = {}};
}

base::Result<Connection> open_connection(const Address& address, Role role) {
  if (address.engine == Engine::sqlite) {
    if (auto made = make_private_file(address.file); !made) {
      return tl::unexpected<base::Error>(made.error());
    }
  }
  try {
    return address.engine == Engine::sqlite ? sqlite_connection(address.file, role)
                                            : postgresql_connection(address.url);
  } catch (...) {
    // Whatever goes wrong here, there is no database to work with.
    base::Error error = failure_from_exception().error;
    return base::fail(ErrorCode::unavailable,
                      "The database cannot be opened. Check its address, and that it runs and may "
                      "be used by this account.",
                      std::move(error.detail));
  }
}

base::Result<void> check_database(soci::session& session, Engine engine) {
  try {
    std::string found;
    if (engine == Engine::sqlite) {
      session << "PRAGMA quick_check(1)", soci::into(found);
      if (found == "ok") return {};
      return base::fail(ErrorCode::unavailable,
                        "The register's file is damaged. Restore the last backup before starting "
                        "again (docs/store.md).",
                        std::move(found));
    }
    session << "SHOW server_encoding", soci::into(found);
    if (found == "UTF8") return {};
    return base::fail(ErrorCode::invalid,
                      "The PostgreSQL database must be made with the encoding UTF8, and this one "
                      "has " +
                          found + ".");
  } catch (...) {
    return tl::unexpected<base::Error>(failure_from_exception().error);
  }
}

// --- FolderLock ---

base::Result<FolderLock> FolderLock::take(const std::filesystem::path& folder) {
  if (auto made = make_private_folder(folder); !made) {
    return tl::unexpected<base::Error>(made.error());
  }
  const std::filesystem::path file = folder / "lumbung.lock";
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) {
    return base::fail(ErrorCode::unavailable, "The register's folder cannot be written to.",
                      system_reason(file));
  }
  FolderLock lock(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    return base::fail(ErrorCode::conflict,
                      "Another Lumbung already works with this folder. Stop it first, or give this "
                      "one a folder of its own.",
                      system_reason(file));
  }
  return lock;
}

FolderLock::FolderLock(FolderLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

FolderLock::~FolderLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

// --- Pool ---

Pool::Loan::Loan(Loan&& other) noexcept
    : pool_(std::exchange(other.pool_, nullptr)), connection_(std::move(other.connection_)) {}

Pool::Loan::~Loan() {
  if (pool_) pool_->take_back(std::move(connection_));
}

base::Result<Pool::Loan> Pool::take() {
  std::unique_lock lock(mutex_);
  if (!is_free_.wait_for(lock, wait_for_place, [&] { return places_ > 0; })) {
    return base::fail(ErrorCode::unavailable,
                      "The register is busy at the moment. Try again in a minute.");
  }
  --places_;
  if (!idle_.empty()) {
    Loan loan(*this, std::move(idle_.back()));
    idle_.pop_back();
    return loan;
  }
  lock.unlock();
  // Without a connection yet: the loan gives the place back where none can be opened.
  Loan place(*this, nullptr);
  base::Result<Connection> opened = opener_();
  if (!opened) return tl::unexpected<base::Error>(opened.error());
  place.hold(*std::move(opened));
  return place;
}

void Pool::take_back(Connection connection) {
  {
    const std::scoped_lock lock(mutex_);
    ++places_;
    if (connection) idle_.push_back(std::move(connection));
  }
  is_free_.notify_one();
}

}  // namespace store
