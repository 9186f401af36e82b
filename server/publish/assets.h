// The viewer's files, named by their content, so that browsers keep them for ever and a new version
// is a new name.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "publish/site_files.h"

namespace publish {

/// Files below assets/, and where each of the given ones went.
struct Assets {
  std::vector<SiteFile> files;
  std::map<std::string, std::string, std::less<>> addresses;  ///< "boot.js" → "assets/boot.….js".

  /// The address of a given file; empty where there is no such file.
  std::string address(std::string_view name) const;
};

/// Each file becomes assets/<stem>.<16 digits of its SHA-256>.<ending>. Where a style or a script
/// names another of the files, in quotes or in url(…), it is made to name it by its new name. Fails
/// with `invalid` where two files name each other.
base::Result<Assets> assets_from_files(std::vector<SiteFile> given);

}  // namespace publish
