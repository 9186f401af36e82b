#include "exporter/job.h"

#include <catch2/catch_test_macros.hpp>

#include "app/arranging.h"
#include "app/save.h"
#include "wasm/app/session.h"

TEST_CASE("what was chosen comes back out of the job") {
  const app::SaveChoice choice{app::FileFormat::csv, true, '\t', '.', false, app::CsvLabels::codes};
  const auto job = exporter::job_from_json(app::job_from_choice(choice, "/id/a/?b=\"c\"", "/x/"));
  REQUIRE(job);
  CHECK(job->choice == choice);
  CHECK(job->address == "/id/a/?b=\"c\"");
  CHECK(job->base_path == "/x/");
}

TEST_CASE("notes and source stay out of the file where the job says so") {
  app::SaveChoice choice;
  choice.with_notes = choice.with_source = false;
  const auto job = exporter::job_from_json(app::job_from_choice(choice, "/id/a/", "/"));
  REQUIRE(job);
  CHECK(job->choice == choice);
  const auto table = std::make_shared<const stats::Table>(support::people_table());
  const stats::PivotGrid grid = stats::grid_from_table(table, app::settled_default(*table));
  CHECK(exporter::page_from_job(*job, grid, base::Language::id).source.empty());
  CHECK(exporter::page_from_job({}, grid, base::Language::id).source ==
        table->source.in(base::Language::id));
  CHECK_FALSE(table->source.empty());
}

TEST_CASE("a job that is none is refused") {
  CHECK(!exporter::job_from_json("{"));
  CHECK(!exporter::job_from_json(R"({"format": "csv"})"));
  CHECK(exporter::job_from_json(R"({"format": "doc", "address": "/", "base": "/"})")
            .error()
            .message == "A file is made as xlsx, pdf, print, csv or jsonstat, not as doc.");
}

TEST_CASE("the page tells where it is, whose it is and what time it is") {
  const auto surroundings = exporter::surroundings_from_json(
      R"({"origin": "https://a.example", "created": 1764000000,
          "office": {"name": {"id": "Kantor", "en": "Office"}, "area": {"id": "Enim"}}})");
  REQUIRE(surroundings);
  CHECK(surroundings->origin == "https://a.example");
  CHECK(surroundings->created == 1764000000);
  CHECK(surroundings->office == base::Text{"Kantor", "Office"});
  CHECK(surroundings->area.id == "Enim");
  CHECK(!exporter::surroundings_from_json("{}"));
  CHECK(!exporter::surroundings_from_json(R"({"origin": "https://a.example", "created": "now"})"));
}

TEST_CASE("a view of another table is refused") {
  exporter::Job job;
  job.address = "/id/tabel/luas/";
  job.base_path = "/";
  const auto wanted = exporter::wanted_from_job(job, support::people_table());
  REQUIRE(!wanted);
  CHECK(wanted.error().code == base::ErrorCode::invalid);
}
