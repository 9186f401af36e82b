#include "exporter/sheet.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "formats/jsonstat.h"
#include "wasm/exporter/sample_job.h"

using support::choice_of;

namespace {

base::Result<std::string> made_sheet(const app::SaveChoice& choice) {
  return support::made_by(exporter::sheet_from_job, choice, support::people_view);
}

}  // namespace

TEST_CASE("CSV as shown has the view's rows, and whole has every cell") {
  app::SaveChoice choice = choice_of(app::FileFormat::csv);
  choice.separator = ',';
  CHECK(made_sheet(choice)->find("Gelumbang,31,33") != std::string::npos);
  choice.is_whole_table = true;
  const std::string whole = *made_sheet(choice);
  CHECK(whole.starts_with("\xEF\xBB\xBF"));
  CHECK(std::count(whole.begin(), whole.end(), '\n') == 1 + 24);
  CHECK(whole.find("kecamatan_label") != std::string::npos);
  choice.labels = app::CsvLabels::codes;
  CHECK(made_sheet(choice)->find("kecamatan_label") == std::string::npos);
}

TEST_CASE("JSON-stat as shown holds just what is picked, whole holds all") {
  const auto cells = [](bool is_whole) {
    const auto file = made_sheet(choice_of(app::FileFormat::jsonstat, is_whole));
    return formats::table_from_jsonstat(*file)->table.cells_count();
  };
  CHECK(cells(false) == 8);
  CHECK(cells(true) == 24);
}

TEST_CASE("a workbook is a sealed archive that says from which job it comes") {
  for (const bool is_whole : {false, true}) {
    const auto file = made_sheet(choice_of(app::FileFormat::xlsx, is_whole));
    REQUIRE(file);
    CHECK(file->starts_with("PK"));
    const auto seal = output::seal_from_file(*file);
    REQUIRE(seal);
    CHECK(seal->is_whole);
    CHECK(seal->origin.table == "penduduk");
    CHECK(seal->origin.job == app::job_from_choice(choice_of(app::FileFormat::xlsx, is_whole),
                                                   support::people_view, "/"));
  }
}

TEST_CASE("what is for the eye is not made_sheet among the sheets") {
  CHECK(made_sheet(choice_of(app::FileFormat::pdf)).error().message ==
        "This module makes xlsx, csv and jsonstat, not pdf.");
}
