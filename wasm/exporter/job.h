// What the exporter is asked for: the same for both of its modules, and for tests.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "app/state.h"
#include "base/language.h"
#include "base/result.h"
#include "output/origin.h"
#include "output/page.h"
#include "output/progress.h"
#include "stats/pivot.h"
#include "stats/query.h"
#include "stats/table.h"

namespace exporter {

/// What app::job_from_choice writes.
struct Job {
  app::SaveChoice choice;
  std::string address;    ///< Of the view: path and query.
  std::string base_path;  ///< Of the site.
  float width = 720;      ///< Of a picture, in pixels.
};

/// Fails with `invalid` where a member is missing or of another kind.
base::Result<Job> job_from_json(std::string_view json);

/// What the page alone knows.
struct Surroundings {
  std::string origin;  ///< "https://data.example.go.id": stands before the address of the view.
  base::Text office;   ///< "Badan Pusat Statistik Kabupaten Muara Enim": the letterhead.
  base::Text area;     ///< "Kabupaten Muara Enim".
  std::int64_t created = 0;                      ///< Seconds since 1970, UTC.
  std::string version;                           ///< SHA-256 of the table's published document.
  std::string_view regular_font, semibold_font;  ///< TrueType bytes; only paper needs them.
  std::string_view outlines;                     ///< GeoJSON; only a map needs it.
};

/// All but version, fonts and outlines. Fails with `invalid` where a member is missing or of
/// another kind.
base::Result<Surroundings> surroundings_from_json(std::string_view json);

/// What is to stand in the file.
struct Wanted {
  stats::View view;
  base::Language language = base::Language::id;
  bool is_map = false;                         ///< Where a picture is wanted; else it is a chart.
  std::map<std::string, std::string> picture;  ///< As app::TableScreen has it.
};

/// The view that the address names or, for the whole table, time in the heading and all else in
/// the stub. Fails with `invalid` where the address is of another table.
base::Result<Wanted> wanted_from_job(const Job& job, const stats::Table& table);

/// The view's page, without what the job leaves out.
output::Page page_from_job(const Job& job, const stats::PivotGrid& grid, base::Language language);

/// What the file says about where it came from.
output::Origin origin_from_job(const Job& job, const stats::Table& table,
                               const Surroundings& surroundings);

/// Makes the bytes of one file out of a table; each module has its own. Fails with `invalid` where
/// the format is the other module's, and as wanted_from_job and the format's writer do.
using Maker = base::Result<std::string> (*)(const Job& job,
                                            std::shared_ptr<const stats::Table> table,
                                            const Surroundings& surroundings,
                                            const output::Progress& progress);

}  // namespace exporter
