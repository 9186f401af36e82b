#include "exporter/job.h"

#include "app/address.h"
#include "app/arranging.h"
#include "app/save.h"
#include "base/json_expect.h"

namespace exporter {
namespace {

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
  job.width = static_cast<float>(expect.whole(root, "width", 720));
  choice.labels = app::labels_from_word(expect.text(root, "labels")).value_or(choice.labels);
  choice.with_notes = expect.truth(root, "notes", true);
  choice.with_source = expect.truth(root, "source", true);
  if (!expect.is_well()) return tl::unexpected<base::Error>(expect.error());
  const auto known = app::format_from_word(format);
  if (!known)
    return base::fail(
        base::ErrorCode::invalid,
        "A file is made as xlsx, pdf, print, csv or jsonstat, not as " + format + ".");
  choice.format = *known;
  return job;
}

base::Result<Surroundings> surroundings_from_json(std::string_view json) {
  const auto document = base::json_from_bytes(json);
  if (!document) return tl::unexpected<base::Error>(document.error());
  const base::JsonValue root = document->root();
  base::JsonExpect expect;
  Surroundings surroundings;
  surroundings.origin = expect.needed_text(root, "origin");
  surroundings.created = static_cast<std::int64_t>(expect.whole(root, "created", 0));
  const base::JsonValue office = expect.object(root, "office");
  surroundings.office = expect.text_pair(office, "name");
  surroundings.area = expect.text_pair(office, "area");
  if (!expect.is_well()) return tl::unexpected<base::Error>(expect.error());
  return surroundings;
}

base::Result<Wanted> wanted_from_job(const Job& job, const stats::Table& table) {
  const app::Place place = app::place_from_address(job.address, job.base_path);
  const auto* screen = std::get_if<app::TableScreen>(&place.screen);
  if (!screen || screen->code != table.code)
    return base::fail(base::ErrorCode::invalid, "The address of the view must be one of table " +
                                                    table.code + ", but is " + job.address + ".");
  Wanted wanted;
  wanted.language = place.language;
  wanted.is_map = screen->tab == app::TableTab::map;
  wanted.picture = screen->picture;
  wanted.view = job.choice.is_whole_table ? whole_view(table)
                : screen->view            ? app::settled_view(table, *screen->view)
                                          : app::settled_default(table);
  return wanted;
}

output::Page page_from_job(const Job& job, const stats::PivotGrid& grid, base::Language language) {
  output::Page page = output::page_from_grid(grid, language);
  if (!job.choice.with_notes) output::leave_out_notes(page);
  if (!job.choice.with_source) output::leave_out_source(page);
  return page;
}

output::Origin origin_from_job(const Job& job, const stats::Table& table,
                               const Surroundings& surroundings) {
  return {table.code, surroundings.version,
          app::job_from_choice(job.choice, job.address, job.base_path), surroundings.created};
}

}  // namespace exporter
