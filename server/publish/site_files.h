// A site as files in memory, and as a folder that is replaced whole: readers see the old site or
// the new one, never a mixture, also where the process is killed in between.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace publish {

struct SiteFile {
  std::string name;  ///< Below the site's folder, with '/': "id/index.html".
  std::string bytes;
};

/// True for names whose bytes shrink when they are compressed.
bool is_compressible(std::string_view name);

/// Stands in every site's folder. A folder without it is not ours and is never replaced.
inline constexpr std::string_view site_mark = "site.json";

/// Writes the files, each compressible one with its twins .br and .gz where they are smaller, into
/// `out`, which is replaced in one step. `files` must hold `site_mark`. Twins are taken over from
/// the site that stands in `out` where they hold the same bytes. Fails with `conflict` where `out`
/// holds something else than a site; `out` is as before after every failure.
base::Result<void> write_site(const std::vector<SiteFile>& files, const std::filesystem::path& out);

}  // namespace publish
