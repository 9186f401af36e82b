// The command line: which command, with which settings. What the commands do stands in the rooms.

#include <cstdio>
#include <string>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "http/serve.h"

namespace {

/// The person at the terminal reads what happened and where.
int report(const base::Error& error) {
  fmt::print(stderr, "lumbung: {}{}{}\n", error.message, error.detail.empty() ? "" : " ",
             error.detail);
  return 1;
}

/// Standard output belongs to what a command says; the log goes beside it.
void log_to_stderr() {
  spdlog::set_default_logger(spdlog::stderr_logger_mt("lumbung"));
  spdlog::set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
}

}  // namespace

int main(int argc, char** argv) {
  log_to_stderr();
  CLI::App app("Lumbung publishes an office's statistical tables.", "lumbung");
  app.require_subcommand(1);

  http::ServeSettings settings;
  CLI::App* serve = app.add_subcommand("serve", "Serve a site until the process is asked to end");
  serve->add_option("--site", settings.site, "Folder of a site made by build-site")->required();
  serve->add_option("--listen", settings.server.address, "IP address to listen on")
      ->capture_default_str();
  serve->add_option("--port", settings.server.port, "Port; 0 takes a free one")
      ->capture_default_str();

  CLI11_PARSE(app, argc, argv);
  const auto served = http::serve(settings);
  return served ? 0 : report(served.error());
}
