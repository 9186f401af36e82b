#include "exporter/job.h"

#include <utility>

#include "app/address.h"
#include "app/arranging.h"
#include "app/save.h"
#include "base/json_expect.h"
#include "formats/csv.h"
#include "formats/jsonstat.h"
#include "output/csv.h"
#include "output/html.h"
#include "output/page.h"
#include "output/xlsx.h"
#include "stats/sub_table.h"

namespace exporter {
namespace {

using app::FileFormat;
using base::Language;

/// Time in the heading, everything else in the stub, nothing left out.
stats::View whole_view(const stats::Table& table) {
  const auto time = table.time_dimension();
  stats::View view;
  for (std::size_t i = 0; i < table.dimensions.size(); ++i) {
    auto& axis = time && *time == i ? view.pivot.heading : view.pivot.stub;
    axis.push_back(table.dimensions[i].code);
  }
  return view;
}

formats::CsvStyle csv_style(const app::SaveChoice& choice, Language language) {
  formats::CsvStyle style;
  style.separator = choice.separator;
  style.decimal = choice.decimal;
  style.with_bom = choice.with_bom;
  style.language = language;
  return style;
}

/// A choice of one character; the given one where the member is left out.
char character(base::JsonExpect& expect, base::JsonValue object, std::string_view key,
               char otherwise) {
  const std::string text = expect.text(object, key);
  return text.size() == 1 ? text[0] : otherwise;
}

}  // namespace

base::Result<Job> job_from_json(std::string_view json) {
  const auto document = base::json_from_bytes(json);
  if (!document) return tl::unexpected<base::Error>(document.error());
  const base::JsonValue root = document->root();
  base::JsonExpect expect;
  Job job;
  const std::string format = expect.needed_text(root, "format");
  job.address = expect.needed_text(root, "address");
  job.base_path = expect.needed_text(root, "base");
  app::SaveChoice& choice = job.choice;
  choice.is_whole_table = expect.truth(root, "whole", false);
  choice.separator = character(expect, root, "separator", choice.separator);
  choice.decimal = character(expect, root, "decimal", choice.decimal);
  choice.with_bom = expect.truth(root, "bom", choice.with_bom);
  if (!expect.is_well()) return tl::unexpected<base::Error>(expect.error());
  const auto known = app::format_from_word(format);
  if (!known)
    return base::fail(base::ErrorCode::invalid,
                      "A file is made as xlsx, print, csv or jsonstat, not as " + format + ".");
  choice.format = *known;
  return job;
}

base::Result<std::string> file_from_job(const Job& job, std::shared_ptr<const stats::Table> table,
                                        const Surroundings& surroundings,
                                        const output::Progress& progress) {
  const app::SaveChoice& choice = job.choice;
  const app::Place place = app::place_from_address(job.address, job.base_path);
  const auto* screen = std::get_if<app::TableScreen>(&place.screen);
  if (!screen || screen->code != table->code)
    return base::fail(base::ErrorCode::invalid, "The address of the view must be one of table " +
                                                    table->code + ", but is " + job.address + ".");
  if (choice.is_whole_table && choice.format == FileFormat::csv)
    return formats::csv_from_table(*table, csv_style(choice, place.language));
  if (choice.is_whole_table && choice.format == FileFormat::jsonstat)
    return formats::jsonstat_from_table(*table);

  const stats::View view = choice.is_whole_table ? whole_view(*table)
                           : screen->view        ? app::settled_view(*table, *screen->view)
                                                 : app::settled_default(*table);
  const stats::PivotGrid grid = stats::grid_from_table(table, view);
  if (choice.format == FileFormat::jsonstat)
    return formats::jsonstat_from_table(stats::sub_table_from_grid(grid));
  const output::Page page = output::page_from_grid(grid, place.language);
  if (choice.format == FileFormat::csv)
    return output::csv_from_page(page, csv_style(choice, place.language));
  if (choice.format == FileFormat::print) {
    output::Site site;
    site.base_path = job.base_path;
    return output::html_from_page(page, site, {});
  }
  output::WorkbookFacts facts;
  facts.address = surroundings.origin + job.address;
  facts.created = surroundings.created;
  return output::xlsx_from_page(page, grid, facts, progress);
}

}  // namespace exporter
