#include "http/serve.h"

#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <iterator>
#include <system_error>

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

/// What is left open for the log, for the state folder, and for libraries that open files.
constexpr rlim_t spare_descriptors = 16;

std::size_t open_descriptors() {
  std::error_code error;
  const std::filesystem::directory_iterator open("/proc/self/fd", error);
  return error ? 0 : static_cast<std::size_t>(std::distance(begin(open), end(open)));
}

/// How many connections the system lets us have, of those that are wished; the usual limit of 1024
/// open files is raised where it may be. Fewer than wished are told in the log.
std::size_t connections_allowed(std::size_t wished) {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return wished;
  const rlim_t others = open_descriptors() + spare_descriptors;
  if (limit.rlim_cur < wished + others) {
    limit.rlim_cur = std::min<rlim_t>(wished + others, limit.rlim_max);
    if (setrlimit(RLIMIT_NOFILE, &limit) != 0) getrlimit(RLIMIT_NOFILE, &limit);
  }
  const rlim_t left = limit.rlim_cur > others ? limit.rlim_cur - others : 1;
  if (left >= wished) return wished;
  spdlog::warn("Only {} connections are taken at a time: {} files may be open.", left,
               limit.rlim_cur);
  return left;
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
  Routes routes(
      [probe, damaged_count] {
        if (damaged_count > 0) return fmt::format("{} published files are damaged.", damaged_count);
        return probe ? probe->why_not_ready() : std::string();
      },
      settings.pages, settings.apis);
  const std::size_t files_count = files->files_count();
  Site site(*std::move(files), std::move(routes));

  ServerSettings server_settings = settings.server;
  server_settings.connections_max = connections_allowed(server_settings.connections_max);
  set_signal(SIGPIPE, SIG_IGN);
  for (const ApiRoute& route : settings.apis)
    if (route.body_bytes_max > 0)
      server_settings.limits.large_bodies.push_back({route.path, route.body_bytes_max});
  auto server = Server::listening(server_settings, site);
  if (!server) return tl::unexpected(server.error());
  running_server = server->get();
  set_signal(SIGTERM, stop_running_server);
  set_signal(SIGINT, stop_running_server);

  spdlog::info("Serving {} addresses.", files_count);
  const bool is_v6 = settings.server.address.find(':') != std::string::npos;
  const std::string origin =
      fmt::format("http://{}{}{}:{}", is_v6 ? "[" : "", settings.server.address, is_v6 ? "]" : "",
                  (*server)->port());
  fmt::print("Lumbung listens on {}/\n", origin);
  for (const auto& [purpose, link] : settings.links)
    fmt::print("{}: {}{}\n", purpose, link.starts_with('/') ? origin : "", link);
  std::fflush(stdout);
  (*server)->run();
  running_server = nullptr;
  spdlog::info("Stopped.");
  return {};
}

}  // namespace http
