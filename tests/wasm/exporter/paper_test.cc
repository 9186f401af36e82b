#include "exporter/paper.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/output/sample_pdf.h"
#include "wasm/exporter/sample_job.h"
#include "wire/picture.h"

using support::choice_of;

namespace {

base::Result<std::string> made(app::FileFormat format,
                               const exporter::Surroundings& surroundings = {}) {
  return support::made_by(exporter::paper_from_job, choice_of(format), support::people_view,
                          surroundings);
}

}  // namespace

TEST_CASE("the page to print is the page's table, under the letterhead and with its proof") {
  exporter::Surroundings surroundings;
  surroundings.office = {"BPS Kabupaten Muara Enim", "Statistics Muara Enim"};
  const std::string html = *made(app::FileFormat::print, surroundings);
  CHECK(html.find("<strong>BPS Kabupaten Muara Enim</strong>") != std::string::npos);
  CHECK(html.find("Sidik ") != std::string::npos);
  CHECK(html.find("<table") != std::string::npos);
  CHECK(html.find("Gelumbang") != std::string::npos);
  CHECK(html.find("<html") == std::string::npos);
}

TEST_CASE("a PDF file is sealed, and without the typeface none is made") {
  const std::string& regular = output::sample_font("Regular");
  const std::string& semibold = output::sample_font("SemiBold");
  exporter::Surroundings surroundings;
  surroundings.regular_font = regular;
  surroundings.semibold_font = semibold;
  const auto file = made(app::FileFormat::pdf, surroundings);
  REQUIRE(file);
  CHECK(file->starts_with("%PDF-"));
  CHECK(output::seal_from_file(*file)->is_whole);
  CHECK(!made(app::FileFormat::pdf));
}

TEST_CASE("a chart is drawn on paper, sealed as a table is, and not without the typeface") {
  exporter::Surroundings surroundings;
  surroundings.regular_font = output::sample_font("Regular");
  surroundings.semibold_font = output::sample_font("SemiBold");
  const auto file = made(app::FileFormat::chart_pdf, surroundings);
  REQUIRE(file);
  CHECK(file->find("/Count 1") != std::string::npos);
  const auto seal = output::seal_from_file(*file);
  REQUIRE(seal);
  CHECK(seal->is_whole);
  CHECK(seal->origin.job.find(R"("format": "chart-pdf")") != std::string::npos);
  CHECK(!made(app::FileFormat::chart_pdf));
}

TEST_CASE("a chart is drawn as an SVG, and for the viewer with the kinds that the view allows") {
  const std::string& regular = output::sample_font("Regular");
  const std::string& semibold = output::sample_font("SemiBold");
  exporter::Surroundings surroundings;
  surroundings.regular_font = regular;
  surroundings.semibold_font = semibold;
  const auto svg = made(app::FileFormat::svg, surroundings);
  REQUIRE(svg);
  CHECK(svg->find("<svg ") != std::string::npos);
  CHECK(svg->find("Gelumbang") != std::string::npos);
  const auto bytes = made(app::FileFormat::picture, surroundings);
  REQUIRE(bytes);
  const auto picture = wire::picture_from_bytes(*bytes);
  REQUIRE(picture);
  REQUIRE(picture->choices.size() == 1);
  CHECK(picture->choices[0].name == "grafik");
  CHECK(picture->choices[0].chosen == "line");
  REQUIRE(picture->choices[0].options.size() == 7);
  CHECK(picture->choices[0].options[0].refusal.empty());
  CHECK_FALSE(picture->choices[0].options[4].refusal.empty());
  CHECK(!made(app::FileFormat::picture));
}

TEST_CASE("what programs read is not made on paper") {
  CHECK(made(app::FileFormat::csv).error().message ==
        "This module makes pdf, print, svg, chart-pdf and picture, not csv.");
}
