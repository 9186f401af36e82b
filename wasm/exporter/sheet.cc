#include "exporter/sheet.h"

#include <utility>

#include "app/save.h"
#include "formats/csv.h"
#include "formats/jsonstat.h"
#include "output/csv.h"
#include "output/page.h"
#include "output/xlsx.h"
#include "stats/sub_table.h"

namespace exporter {
namespace {

using app::FileFormat;

formats::CsvStyle csv_style(const app::SaveChoice& choice, base::Language language) {
  formats::CsvStyle style;
  style.separator = choice.separator;
  style.decimal = choice.decimal;
  style.with_bom = choice.with_bom;
  style.labels = choice.labels;
  style.language = language;
  return style;
}

}  // namespace

base::Result<std::string> sheet_from_job(const Job& job, std::shared_ptr<const stats::Table> table,
                                         const Surroundings& surroundings,
                                         const output::Progress& progress) {
  const app::SaveChoice& choice = job.choice;
  const base::Result<Wanted> wanted = wanted_from_job(job, *table);
  if (!wanted) return tl::unexpected<base::Error>(wanted.error());
  if (choice.is_whole_table && choice.format == FileFormat::csv)
    return formats::csv_from_table(*table, csv_style(choice, wanted->language));
  if (choice.is_whole_table && choice.format == FileFormat::jsonstat)
    return formats::jsonstat_from_table(*table);

  const output::Origin origin = origin_from_job(job, *table, surroundings);
  const stats::PivotGrid grid = stats::grid_from_table(std::move(table), wanted->view);
  if (choice.format == FileFormat::jsonstat)
    return formats::jsonstat_from_table(stats::sub_table_from_grid(grid));
  const output::Page page = page_from_job(job, grid, wanted->language);
  if (choice.format == FileFormat::csv)
    return output::csv_from_page(page, csv_style(choice, wanted->language));
  if (choice.format == FileFormat::xlsx) {
    output::WorkbookFacts facts;
    facts.address = surroundings.origin + job.address;
    facts.created = surroundings.created;
    facts.origin = output::properties_from_origin(origin, wanted->language);
    auto file = output::xlsx_from_page(page, grid, facts, progress);
    if (!file) return file;
    return output::sealed_file(std::move(*file), origin);
  }
  return base::fail(base::ErrorCode::invalid,
                    "This module makes xlsx, csv and jsonstat, not " +
                        std::string(app::word_from_format(choice.format)) + ".");
}

}  // namespace exporter
