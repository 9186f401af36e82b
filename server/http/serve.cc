#include "http/serve.h"

#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "http/readiness.h"
#include "http/site.h"

namespace http {
namespace {

/// Whom the signal handler stops. Set while `serve` runs.
std::atomic<Server*> running_server{nullptr};

void stop_running_server(int) {
  if (Server* server = running_server.load()) server->stop();
}

void set_signal(int signal, void (*handler)(int)) {
  struct sigaction action {};
  action.sa_handler = handler;
  sigaction(signal, &action, nullptr);
}

/// Sockets, large files, and some to spare; the usual 1024 are fewer than the connections we take.
void raise_descriptor_limit(std::size_t connections_max) {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  const rlim_t wanted = connections_max + 2048;
  if (limit.rlim_cur >= wanted) return;
  limit.rlim_cur = std::min(wanted, limit.rlim_max);
  if (setrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur < wanted) {
    spdlog::warn("Only {} files and connections may be open at a time; {} would be needed.",
                 limit.rlim_cur, wanted);
  }
}

}  // namespace

base::Result<void> serve(const ServeSettings& settings) {
  auto files = StaticFiles::from_folder(settings.site);
  if (!files) return tl::unexpected(files.error());
  for (const std::string& address : files->damaged()) {
    spdlog::error("{} is damaged: its bytes do not have the hash in its name.", address);
  }
  const auto probe =
      settings.state.empty() ? nullptr : std::make_shared<StateProbe>(settings.state);
  const std::size_t damaged_count = files->damaged().size();
  Routes routes([probe, damaged_count] {
    if (damaged_count > 0) return fmt::format("{} published files are damaged.", damaged_count);
    return probe ? probe->why_not_ready() : std::string();
  });
  const std::size_t files_count = files->files_count();
  Site site(*std::move(files), std::move(routes));

  raise_descriptor_limit(settings.server.connections_max);
  set_signal(SIGPIPE, SIG_IGN);
  auto server = Server::listening(settings.server, site);
  if (!server) return tl::unexpected(server.error());
  running_server = server->get();
  set_signal(SIGTERM, stop_running_server);
  set_signal(SIGINT, stop_running_server);

  spdlog::info("Serving {} addresses.", files_count);
  const bool is_v6 = settings.server.address.find(':') != std::string::npos;
  fmt::print("Lumbung listens on http://{}{}{}:{}/\n", is_v6 ? "[" : "", settings.server.address,
             is_v6 ? "]" : "", (*server)->port());
  std::fflush(stdout);
  (*server)->run();
  running_server = nullptr;
  spdlog::info("Stopped.");
  return {};
}

}  // namespace http
