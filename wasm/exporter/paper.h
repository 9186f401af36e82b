// What is for the eye: PDF, and the page to print.
#pragma once

#include "exporter/job.h"

namespace exporter {

/// A Maker. For print, the <main> of a page. As shown: what the view shows. Whole: every cell of
/// the table. `too_large` where it has no room on paper.
base::Result<std::string> paper_from_job(const Job& job, std::shared_ptr<const stats::Table> table,
                                         const Surroundings& surroundings,
                                         const output::Progress& progress);

}  // namespace exporter
