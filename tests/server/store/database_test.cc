#include "store/database.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <latch>
#include <thread>

#include "server/store/test_store.h"
#include "store/statement.h"

using namespace store_test;

namespace {

base::ErrorCode code_of_opening(const std::string& address) {
  const auto opened = store::Database::open({.address = address}, at(0));
  REQUIRE_FALSE(opened);
  return opened.error().code;
}

std::int64_t tickets_count(TestStore& store) {
  return store
      .seen([](Transaction& t) { return list_tickets(t, {}, store::TicketOrder::due_first, {}); })
      .tickets_count;
}

mode_t rights_of(const std::filesystem::path& path) {
  struct stat found {};
  REQUIRE(::stat(path.c_str(), &found) == 0);
  return found.st_mode & 0777;
}

/// Opens tickets until it is killed, and says so after each that was acknowledged.
[[noreturn]] void write_until_killed(const std::string& address, const std::string& run, int told) {
  auto database = store::Database::open({.address = address}, at(0));
  if (!database) ::_exit(1);
  for (std::int32_t i = 0;; ++i) {
    const auto opened = database->write([&](Transaction& t) {
      return open_ticket(t, ticket_with_key(run + "-" + std::to_string(i)));
    });
    if (!opened || ::write(told, &i, sizeof i) != sizeof i) ::_exit(2);
  }
}

/// How many tickets a killed child was told to have written.
int acknowledged_before_kill(const std::string& address, const std::string& run, int enough) {
  int pipe_ends[2];
  REQUIRE(::pipe(pipe_ends) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(pipe_ends[0]);
    write_until_killed(address, run, pipe_ends[1]);
  }
  ::close(pipe_ends[1]);
  int acknowledged = 0;
  std::int32_t told = 0;
  while (::read(pipe_ends[0], &told, sizeof told) == sizeof told) {
    if (++acknowledged == enough) ::kill(child, SIGKILL);
  }
  ::close(pipe_ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  REQUIRE(WIFSIGNALED(status));
  return acknowledged;
}

/// While it lives, no file of this program grows beyond `bytes`: a full disk.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(std::uintmax_t bytes) {
    ::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &before_); }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  rlimit before_{};
};

}  // namespace

STORE_TEST("what was written is there after the program starts again") {
  open_one(store);
  store.reopen();
  CHECK(tickets_count(store) == 1);
}

TEST_CASE("a database has an address of one of two kinds") {
  CHECK(code_of_opening("") == base::ErrorCode::invalid);
  CHECK(code_of_opening("state/") == base::ErrorCode::invalid);
  CHECK(code_of_opening("mysql://localhost/x") == base::ErrorCode::invalid);
  CHECK(code_of_opening("postgresql://nobody@/x?host=/nowhere") == base::ErrorCode::unavailable);
}

TEST_CASE("a password in the address is told to nobody") {
  const auto refused =
      store::Database::open({.address = "postgresql://sari:rahasia@/x?host=/nowhere"}, at(0));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.find("rahasia") == std::string::npos);
  CHECK(refused.error().detail.find("rahasia") == std::string::npos);
}

TEST_CASE("a second program on the same folder is told that the first is at work") {
  const Place place(Engine::sqlite);
  {
    const store::Database first = opened(place.address());
    const auto second = store::Database::open({.address = place.address()}, at(0));
    REQUIRE_FALSE(second);
    CHECK(second.error().code == base::ErrorCode::conflict);
    CHECK(second.error().message ==
          "Another Lumbung already works with this folder. Stop it first, or give this one a "
          "folder of its own.");
  }
  opened(place.address());
}

STORE_TEST("a command beside the server reads and writes") {
  store::Database beside = value(
      store::Database::open({.address = store.place().address(), .is_beside_server = true}, at(0)));
  value(beside.write([](Transaction& t) { return open_ticket(t, ticket_with_key("k")); }));
  CHECK(tickets_count(store) == 1);
}

TEST_CASE("a command beside the server makes no tables") {
  const auto engine = GENERATE(Engine::sqlite, Engine::postgresql);
  const Place place(engine);
  if (engine == Engine::sqlite) {
    std::filesystem::create_directories(std::filesystem::path(place.address()).parent_path());
  }
  const auto refused =
      store::Database::open({.address = place.address(), .is_beside_server = true}, at(0));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == base::ErrorCode::conflict);
}

TEST_CASE("folder and files of the register are its user's alone") {
  TestStore store(Engine::sqlite);
  open_one(store);
  const std::filesystem::path file(store.place().address());
  CHECK(rights_of(file.parent_path()) == 0700);
  CHECK(rights_of(file) == 0600);
  CHECK(rights_of(file.string() + "-wal") == 0600);
}

TEST_CASE("a file that is no database, or a damaged one, is not opened") {
  const Place place(Engine::sqlite);
  {
    store::Database database = opened(place.address());
    value(database.write([](Transaction& t) { return open_ticket(t, ticket_with_key("k")); }));
  }
  const auto overwrite = [&](std::streamoff offset, const std::string& bytes) {
    std::fstream file(place.address(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(offset);
    file << bytes;
  };
  overwrite(4096, std::string(4096 * 8, '\x55'));
  CHECK(code_of_opening(place.address()) == base::ErrorCode::unavailable);
  overwrite(0, "This is a text and no database, and long enough to be one or not.");
  CHECK(code_of_opening(place.address()) == base::ErrorCode::unavailable);
}

STORE_TEST("nothing is written where one statement failed, whatever the work returns") {
  const auto outcome = store.write([](Transaction& t) -> base::Result<void> {
    value(open_ticket(t, ticket_with_key("key-1")));
    store::NewTicket broken = ticket_with_key("key-2");
    broken.first_event.body = "\xFF";
    CHECK_FALSE(open_ticket(t, broken));
    return {};
  });
  REQUIRE_FALSE(outcome);
  CHECK(outcome.error().code == base::ErrorCode::invalid);
  CHECK(tickets_count(store) == 0);
}

STORE_TEST("work that throws leaves nothing, and the database goes on") {
  CHECK_THROWS_AS(store.write([](Transaction& t) -> base::Result<void> {
    value(open_ticket(t, ticket_with_key("key-1")));
    throw std::runtime_error("a mistake of the caller");
  }),
                  std::runtime_error);
  CHECK(tickets_count(store) == 0);
  open_one(store);
  CHECK(tickets_count(store) == 1);
}

STORE_TEST("reading cannot write") {
  const auto refused =
      store.read([](Transaction& t) { return open_ticket(t, ticket_with_key("key-1")); });
  REQUIRE_FALSE(refused);
  CHECK(tickets_count(store) == 0);
}

STORE_TEST("reading sees one state of all tables, also while others write") {
  open_one(store, "key-1");
  store.seen([&](Transaction& reader) -> base::Result<void> {
    const auto count = [&] {
      return value(list_tickets(reader, {}, store::TicketOrder::due_first, {})).tickets_count;
    };
    CHECK(count() == 1);
    std::thread([&] { open_one(store, "key-2"); }).join();
    CHECK(count() == 1);
    return {};
  });
  CHECK(tickets_count(store) == 2);
}

TEST_CASE("work that PostgreSQL ends in favour of another is run again") {
  TestStore store(Engine::postgresql);
  std::latch both_hold_one(2);
  const auto take_both = [&](const std::string& first, const std::string& second) {
    bool is_first_run = true;
    return store.write([&](Transaction& t) -> base::Result<std::string> {
      value(next_number(t, series(first, 1)));
      if (std::exchange(is_first_run, false)) both_hold_one.arrive_and_wait();
      return next_number(t, series(second, 1));
    });
  };
  base::Result<std::string> other;
  std::thread thread([&] { other = take_both("B", "A"); });
  const auto own = take_both("A", "B");
  thread.join();
  REQUIRE(own);
  REQUIRE(other);
  CHECK(store.written([](Transaction& t) { return next_number(t, series("A", 1)); }) == "A3");
  CHECK(store.written([](Transaction& t) { return next_number(t, series("B", 1)); }) == "B3");
}

TEST_CASE("a commit on a lost connection is unavailable, and the next one goes well") {
  TestStore store(Engine::postgresql);
  store::Database other = opened(store.place().address());
  const auto lost = store.write([&](Transaction& t) -> base::Result<void> {
    value(open_ticket(t, ticket_with_key("key-1")));
    std::int64_t backend = 0;
    store::Statement(t, "SELECT pg_backend_pid()").into(backend).first();
    return other.write([&](Transaction& there) -> base::Result<void> {
      store::Statement(there, "SELECT pg_terminate_backend(:backend, 5000)")
          .bind("backend", backend)
          .run();
      return {};
    });
  });
  REQUIRE_FALSE(lost);
  CHECK(lost.error().code == base::ErrorCode::unavailable);
  CHECK(lost.error().message.starts_with("It is not certain that this was written down."));
  CHECK(open_one(store, "key-1").number == "PD-2026-0001");
}

TEST_CASE("a commit that the disk refuses is unavailable, and the next one goes well") {
  TestStore store(Engine::sqlite);
  open_one(store, "key-1");
  const auto log_bytes = std::filesystem::file_size(store.place().address() + "-wal");
  {
    const FileSizeLimit full_disk(log_bytes);
    const auto refused =
        store.write([](Transaction& t) { return open_ticket(t, ticket_with_key("key-2")); });
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == base::ErrorCode::unavailable);
    CHECK(tickets_count(store) == 1);
  }
  CHECK(open_one(store, "key-2").number == "PD-2026-0002");
  store.reopen();
  CHECK(tickets_count(store) == 2);
}

TEST_CASE("what was acknowledged before the program was killed is there") {
  const auto engine = GENERATE(Engine::sqlite, Engine::postgresql);
  const Place place(engine);
  for (const std::string run : {"a", "b", "c"}) {
    const int acknowledged = acknowledged_before_kill(place.address(), run, 5);
    CHECK(acknowledged >= 5);
    store::Database database = opened(place.address());
    for (int i = 0; i < acknowledged; ++i) {
      const auto found = value(database.write([&](Transaction& t) {
        return open_ticket(t, ticket_with_key(run + "-" + std::to_string(i)));
      }));
      CHECK_FALSE(found.is_new);
    }
    const auto all = value(database.read([](Transaction& t) {
      return list_tickets(t, {}, store::TicketOrder::newest_first, {.limit = 1000});
    }));
    REQUIRE_FALSE(all.tickets.empty());
    // No number was lost with a transaction that the kill cut off.
    CHECK(all.tickets.front().number ==
          "PD-2026-" + std::string(4 - std::to_string(all.tickets_count).size(), '0') +
              std::to_string(all.tickets_count));
  }
}
