// Files that programs read on: Excel, CSV, JSON-stat.
#pragma once

#include "exporter/job.h"

namespace exporter {

/// A Maker. As shown: what the view shows. Whole: every cell of the table. `too_large` where the
/// format cannot hold it.
base::Result<std::string> sheet_from_job(const Job& job, std::shared_ptr<const stats::Table> table,
                                         const Surroundings& surroundings,
                                         const output::Progress& progress);

}  // namespace exporter
