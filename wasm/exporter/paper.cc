#include "exporter/paper.h"

#include <utility>

#include "app/save.h"
#include "output/html.h"
#include "output/page.h"
#include "output/pdf.h"

namespace exporter {

base::Result<std::string> paper_from_job(const Job& job, std::shared_ptr<const stats::Table> table,
                                         const Surroundings& surroundings,
                                         const output::Progress& progress) {
  const base::Result<Wanted> wanted = wanted_from_job(job, *table);
  if (!wanted) return tl::unexpected<base::Error>(wanted.error());
  const output::Origin origin = origin_from_job(job, *table, surroundings);
  const stats::PivotGrid grid = stats::grid_from_table(std::move(table), wanted->view);
  const output::Page page = output::page_from_grid(grid, wanted->language);
  if (job.choice.format == app::FileFormat::print) {
    output::Site site;
    site.base_path = job.base_path;
    return output::html_from_page(page, site, {});
  }
  if (job.choice.format == app::FileFormat::pdf) {
    output::PdfFacts facts;
    facts.regular_font = surroundings.regular_font;
    facts.semibold_font = surroundings.semibold_font;
    facts.office = surroundings.office.in(wanted->language);
    facts.office_place = surroundings.area.in(wanted->language);
    facts.address = surroundings.origin + job.address;
    facts.created = surroundings.created;
    facts.origin_code = output::origin_code(origin);
    facts.origin = output::properties_from_origin(origin, wanted->language);
    auto file = output::pdf_from_page(page, facts, progress);
    if (!file) return file;
    return output::sealed_file(std::move(*file), origin);
  }
  return base::fail(base::ErrorCode::invalid,
                    "This module makes pdf and print, not " +
                        std::string(app::word_from_format(job.choice.format)) + ".");
}

}  // namespace exporter
