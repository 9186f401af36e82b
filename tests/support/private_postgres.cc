#include "support/private_postgres.h"

#include <fcntl.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

#include "support/temporary_folder.h"

namespace support {
namespace {

namespace fs = std::filesystem;

/// Debian keeps each version's programs in a folder of its own; the newest is taken.
std::optional<fs::path> postgres_programs() {
  std::vector<fs::path> found;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator("/usr/lib/postgresql", error)) {
    if (fs::exists(entry.path() / "bin" / "initdb")) found.push_back(entry.path() / "bin");
  }
  if (found.empty()) return std::nullopt;
  return *std::max_element(found.begin(), found.end());
}

/// Starts a program in `folder`, its output in the file "log" there. PostgreSQL refuses to run as
/// root, who therefore becomes Debian's user for it; it ends together with this program.
pid_t start(const std::vector<std::string>& command, const fs::path& folder, const passwd* user) {
  const pid_t child = ::fork();
  if (child != 0) return child;
  const int log = ::open((folder / "log").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0666);
  ::dup2(log, 1);
  ::dup2(log, 2);
  if (user && (::setgid(user->pw_gid) != 0 || ::setuid(user->pw_uid) != 0)) ::_exit(126);
  ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
  if (::chdir(folder.c_str()) != 0) ::_exit(126);
  std::vector<char*> arguments;
  for (const std::string& argument : command)
    arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  ::execv(arguments[0], arguments.data());
  ::_exit(127);
}

int exit_status(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

class PrivatePostgres {
 public:
  PrivatePostgres() {
    why_not_ = started();
    if (!why_not_.empty()) stop();
  }
  ~PrivatePostgres() { stop(); }

  const std::string& why_not() const { return why_not_; }
  std::string address(const std::string& database) const {
    return "postgresql://lumbung@/" + database + "?host=" + folder_.path().string();
  }

  std::string new_database() {
    const std::string name = "test_" + std::to_string(++databases_count_);
    // A schema is as good as a database of its own, and made in no time.
    *session_ << "CREATE SCHEMA " + name;
    return address("postgres") + "&options=-csearch_path%3D" + name;
  }

 private:
  std::string started() {
    const auto programs = postgres_programs();
    if (!programs) return "the package postgresql is not installed";
    const passwd* user = ::geteuid() == 0 ? ::getpwnam("postgres") : nullptr;
    if (::geteuid() == 0) {
      if (!user) return "there is no user postgres, and root may not run it";
      if (::chown(folder_.path().c_str(), user->pw_uid, user->pw_gid) != 0) return "chown failed";
    }
    const fs::path data = folder_.path() / "data";
    // Nothing here outlives the test, so nothing needs to reach the disk.
    const pid_t made =
        start({programs->string() + "/initdb", "--pgdata", data, "--username", "lumbung", "--auth",
               "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync", "--no-instructions"},
              folder_.path(), user);
    if (exit_status(made) != 0) return "initdb failed: " + folder_.read("log");
    server_ = start({programs->string() + "/postgres", "-D", data, "-k", folder_.path(), "-c",
                     "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=100", "-c",
                     "deadlock_timeout=100ms"},
                    folder_.path(), user);
    return connected();
  }

  std::string connected() {
    std::string last;
    for (int i = 0; i < 200; ++i) {
      try {
        session_ = std::make_unique<soci::session>(soci::postgresql, address("postgres"));
        return "";
      } catch (const soci::soci_error& error) {
        last = error.get_error_message();
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return "the server does not answer: " + last + folder_.read("log");
  }

  void stop() {
    session_.reset();
    if (server_ <= 0) return;
    ::kill(server_, SIGQUIT);
    ::waitpid(server_, nullptr, 0);
    server_ = 0;
  }

  TemporaryFolder folder_{quick_folder()};
  pid_t server_ = 0;
  std::unique_ptr<soci::session> session_;
  std::string why_not_;
  int databases_count_ = 0;
};

PrivatePostgres& server() {
  static PrivatePostgres one;
  return one;
}

}  // namespace

std::string new_postgres_database() {
  return server().why_not().empty() ? server().new_database() : std::string();
}

std::string why_no_postgres() { return server().why_not(); }

}  // namespace support
