// The whole public site from the data folder: checked tables, pages in two languages, files for
// machines, and the viewer. Knows no clock: the same input makes the same bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "publish/site_files.h"
#include "publish/table_file.h"

namespace publish {

/// What a site is made from.
struct SiteSource {
  std::filesystem::path data;    ///< catalogue.json, tables/*.json, office/office.json.
  std::filesystem::path viewer;  ///< page.css, and the viewer's files (docs/viewer.md).
  std::string html_template;     ///< index.html.
  std::string base_path = "/";   ///< Where the site will stand: "/" or "/lumbung/".
  std::string origin;            ///< "https://data.example.go.id"; empty: not known, no sitemap.
};

/// The page template index.html, as it was when the program was built.
std::string_view own_html_template();

/// What was made, and what is doubtful about the data.
struct SiteReport {
  std::size_t tables_count = 0;
  std::size_t files_count = 0;        ///< Without compressed twins.
  std::uint64_t bytes = 0;            ///< Of these files.
  std::string version;                ///< 16 digits: changes with the viewer and the data.
  std::vector<FileFinding> findings;  ///< Warnings only.
};

/// Makes the site and puts it in the place of `out` (write_site). Fails with `invalid` where a
/// table has an error or its subject is not in the catalogue; `detail` then has the findings as
/// lines of JSON, and `out` is as before.
base::Result<SiteReport> build_site(const SiteSource& source, const std::filesystem::path& out);

}  // namespace publish
