// The outlines in data/maps: read, checked, and found for a table.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "stats/outlines.h"

namespace publish {

/// A file of outlines, and its bytes as they are handed out.
struct MapFile {
  stats::Outlines outlines;
  std::string bytes;
};

/// The files *.geojson of a folder, by name; none where there is no such folder. Fails with what is
/// wrong in the first that cannot be read, or is not named after its code.
base::Result<std::vector<MapFile>> maps_from_folder(const std::filesystem::path& folder);

}  // namespace publish
