// One file out of a table: what is asked for, and its bytes. The same for the worker and for tests.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "app/state.h"
#include "base/result.h"
#include "output/progress.h"

namespace exporter {

/// What app::job_from_choice writes.
struct Job {
  app::SaveChoice choice;
  std::string address;    ///< Of the view: path and query.
  std::string base_path;  ///< Of the site.
};

/// Fails with `invalid` where a member is missing or of another kind.
base::Result<Job> job_from_json(std::string_view json);

/// What the page alone knows.
struct Surroundings {
  std::string origin;  ///< "https://data.example.go.id": stands before the address of the view.
  std::int64_t created = 0;  ///< Seconds since 1970, UTC.
};

/// The file's bytes; for print, the <main> of a page. As shown: what the view shows. Whole: every
/// cell of the table, as its own layout has it. `too_large` where the format cannot hold it.
base::Result<std::string> file_from_job(const Job& job, std::shared_ptr<const stats::Table> table,
                                        const Surroundings& surroundings,
                                        const output::Progress& progress);

}  // namespace exporter
