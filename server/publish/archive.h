// Everything of the catalogue in one file to take home.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "publish/site_files.h"

namespace publish {

/// The bytes of a ZIP archive (APPNOTE.TXT, deflate) of the files in their order, each dated
/// `modified` (seconds since 1970). Fails with `internal` where libarchive refuses; `detail` has
/// its words.
base::Result<std::string> zip_from_files(const std::vector<SiteFile>& files, std::int64_t modified);

}  // namespace publish
