#include "exporter/paper.h"

#include <utility>

#include "app/save.h"
#include "base/words.h"
#include "exporter/picture.h"
#include "output/html.h"
#include "output/page.h"
#include "output/pdf.h"
#include "output/pdf_scene.h"
#include "output/svg.h"
#include "output/type_measure.h"
#include "wire/picture.h"

namespace exporter {
namespace {

/// Address, office, time, fonts and proof of the file.
output::PdfFacts pdf_facts(const Job& job, const Surroundings& surroundings,
                           const output::Origin& origin, base::Language language) {
  output::PdfFacts facts;
  facts.regular_font = surroundings.regular_font;
  facts.semibold_font = surroundings.semibold_font;
  facts.office = surroundings.office.in(language);
  facts.office_place = surroundings.area.in(language);
  facts.address = surroundings.origin + job.address;
  facts.created = surroundings.created;
  facts.origin_code = output::origin_code(origin);
  facts.origin = output::properties_from_origin(origin, language);
  return facts;
}

/// The view as a chart or a map: what the viewer draws, or an SVG or a PDF of its own.
base::Result<std::string> picture_from_job(const Job& job, const stats::PivotGrid& grid,
                                           const Wanted& wanted, const Surroundings& surroundings,
                                           const output::Page& page, const output::Origin& origin) {
  const auto measure =
      output::measure_from_fonts(surroundings.regular_font, surroundings.semibold_font);
  if (!measure) return tl::unexpected<base::Error>(measure.error());
  const bool is_pdf = job.choice.format == app::FileFormat::chart_pdf;
  const PictureFrame frame{is_pdf ? output::pdf_scene_width : job.width,
                           surroundings.origin + job.address, surroundings.outlines};
  const auto picture = picture_from_grid(grid, wanted, frame, *measure);
  if (!picture) return tl::unexpected<base::Error>(picture.error());
  if (job.choice.format == app::FileFormat::picture) return wire::bytes_from_picture(*picture);
  if (is_pdf) {
    auto file = output::pdf_from_scene(picture->scene, page,
                                       pdf_facts(job, surroundings, origin, wanted.language));
    if (!file) return file;
    return output::sealed_file(std::move(*file), origin);
  }
  output::SvgFacts facts;
  facts.language = wanted.language;
  if (!page.updated.empty())
    facts.foot.push_back(std::string(base::text(base::Word::updated, wanted.language)) + " " +
                         page.updated);
  facts.foot.push_back(frame.address);
  return output::svg_from_scene(picture->scene, facts, *measure);
}

}  // namespace

base::Result<std::string> paper_from_job(const Job& job, std::shared_ptr<const stats::Table> table,
                                         const Surroundings& surroundings,
                                         const output::Progress& progress) {
  const base::Result<Wanted> wanted = wanted_from_job(job, *table);
  if (!wanted) return tl::unexpected<base::Error>(wanted.error());
  const output::Origin origin = origin_from_job(job, *table, surroundings);
  const stats::PivotGrid grid = stats::grid_from_table(std::move(table), wanted->view);
  const output::Page page = page_from_job(job, grid, wanted->language);
  if (job.choice.format == app::FileFormat::print) {
    return output::html_print_from_page(
        page,
        {surroundings.office.in(wanted->language), surroundings.area.in(wanted->language),
         output::origin_line(surroundings.created, output::origin_code(origin), wanted->language),
         surroundings.origin + job.address});
  }
  if (job.choice.format == app::FileFormat::pdf) {
    auto file = output::pdf_from_page(page, pdf_facts(job, surroundings, origin, wanted->language),
                                      progress);
    if (!file) return file;
    return output::sealed_file(std::move(*file), origin);
  }
  if (job.choice.format == app::FileFormat::svg || job.choice.format == app::FileFormat::picture ||
      job.choice.format == app::FileFormat::chart_pdf)
    return picture_from_job(job, grid, *wanted, surroundings, page, origin);
  return base::fail(base::ErrorCode::invalid,
                    "This module makes pdf, print, svg, chart-pdf and picture, not " +
                        std::string(app::word_from_format(job.choice.format)) + ".");
}

}  // namespace exporter
