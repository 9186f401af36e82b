// `lumbung serve`: a site folder on a port, until the process is asked to end.
#pragma once

#include <filesystem>
#include <vector>

#include "base/result.h"
#include "http/page.h"
#include "http/server.h"

namespace http {

struct ServeSettings {
  std::filesystem::path site;   ///< Made by publish::build_site.
  std::filesystem::path state;  ///< Probed by /readyz; empty: the server keeps no state.
  ServerSettings server;
  std::vector<PageRoute> pages;  ///< Computed, beside the files of the site.
};

/// Prints "Lumbung listens on http://…/" when clients can connect. Returns after SIGTERM or SIGINT,
/// when everything under way is finished.
base::Result<void> serve(const ServeSettings& settings);

}  // namespace http
