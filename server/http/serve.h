// `lumbung serve`: a site folder on a port, until the process is asked to end.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "http/api.h"
#include "http/page.h"
#include "http/server.h"

namespace http {

struct ServeSettings {
  std::filesystem::path site;   ///< Made by publish::build_site.
  std::filesystem::path state;  ///< Probed by /readyz; empty: the server keeps no state.
  ServerSettings server;
  std::vector<PageRoute> pages;  ///< Computed, beside the files of the site.
  /// Said once clients can connect: what a link is for, and where it leads (a path of this server,
  /// or a whole address).
  std::vector<std::pair<std::string, std::string>> links = {};
  std::vector<ApiRoute> apis;    ///< The same, for programs.
};

/// Prints "Lumbung listens on http://…/" when clients can connect. Returns after SIGTERM or SIGINT,
/// when everything under way is finished.
base::Result<void> serve(const ServeSettings& settings);

}  // namespace http
