#include "publish/maps.h"

#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "formats/geojson.h"
#include "publish/files.h"

namespace publish {

namespace fs = std::filesystem;

base::Result<std::vector<MapFile>> maps_from_folder(const fs::path& folder) {
  std::error_code error;
  if (!fs::exists(folder, error) && !error) return {};
  const auto names = files_below(folder);
  if (!names) return tl::unexpected(names.error());
  std::vector<MapFile> maps;
  for (const std::string& name : *names) {
    if (!name.ends_with(".geojson")) continue;
    const fs::path path = folder / name;
    auto bytes = bytes_from_file(path);
    if (!bytes) return tl::unexpected(bytes.error());
    auto outlines = formats::outlines_from_geojson(*bytes);
    if (!outlines)
      return base::fail(outlines.error().code, outlines.error().message, path.string());
    if (name != outlines->code + ".geojson") {
      return base::fail(
          base::ErrorCode::invalid,
          fmt::format("The outlines' code is {0}, so their file must be named {0}.geojson.",
                      outlines->code),
          path.string());
    }
    maps.push_back({*std::move(outlines), *std::move(bytes)});
  }
  return maps;
}

}  // namespace publish
