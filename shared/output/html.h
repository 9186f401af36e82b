// Complete HTML of a page: readable, findable, printable without any script. Written into the one
// template, index.html. Every text is escaped here and nowhere else.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "output/page.h"
#include "stats/catalogue.h"

namespace output {

/// What stands around the page and is the same for all of them.
struct Site {
  base::Text name;            ///< "Badan Pusat Statistik Kabupaten Muara Enim".
  base::Text place;           ///< "Kabupaten Muara Enim".
  std::string base_path;      ///< "/" or "/lumbung/": where the site stands.
  std::string style_address;  ///< Relative to base_path: "assets/page.<hash>.css".
  std::string boot_address;   ///< "assets/boot.<hash>.js"; empty: a site without a viewer.
  std::string boot_integrity; ///< "sha384-…".
  std::string viewer_json;    ///< Addresses for boot.js, as JSON (docs/viewer.md); stands in a data attribute.
};

/// The parts of index.html between the markers {{name}}. Fails with `invalid` where the template lacks one.
base::Result<std::string> html_from_template(std::string_view html_template,
                                             const std::vector<std::pair<std::string, std::string>>& parts);

/// <main> of a table: heading, summary in two sentences, table with caption and scopes, notes, legend,
/// source, downloads.
struct Download { std::string label, address; std::uint64_t bytes = 0; };
std::string html_from_page(const Page& page, const Site& site, const std::vector<Download>& downloads);

/// <main> of the catalogue: subjects as sections, one entry a table, entries not available.
std::string html_from_catalogue(const stats::Catalogue& catalogue, const Site& site, base::Language language);

/// The table alone (<table>…</table>): for print and the clipboard.
std::string html_table_from_page(const Page& page);

}  // namespace output
