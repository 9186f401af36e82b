// A page as an Excel workbook: the table as it is seen, its figures as data, and what must be known
// about them. Made in memory by libxlsxwriter.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "output/page.h"
#include "output/progress.h"
#include "stats/pivot.h"

namespace output {

/// What neither the page nor the table knows about the file.
struct WorkbookFacts {
  std::string address;       ///< Of the view, whole: stands in the metadata and the properties.
  std::int64_t created = 0;  ///< Seconds since 1970, UTC. 0: not known, and the first day of 1980
                             ///< stands for it, as in the parts of the archive.
  std::vector<std::pair<std::string, std::string>>
      origin;  ///< Proof of origin: becomes custom properties, and rows of the metadata.
};

/// The bytes of an .xlsx file. The same arguments give the same bytes.
///
/// Sheet "Tabel": title, unit, headings and stub with merged spans and frozen, figures as numbers
/// whose format has their decimals and marks, notes, legend and source; ready for A4. Sheet "Data"
/// (and "Data 2"… where one is full): a row for each published cell of the view. Sheet "Metadata":
/// label and value.
///
/// `page` was made from `grid`, with all its rows. Fails with `too_large` before any work where a
/// sheet cannot hold the page, and with `cancelled` where `progress` answered false.
base::Result<std::string> xlsx_from_page(const Page& page, const stats::PivotGrid& grid,
                                         const WorkbookFacts& facts, const Progress& progress = {});

}  // namespace output
