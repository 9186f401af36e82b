#include "exporter/job.h"

#include <catch2/catch_test_macros.hpp>

#include "app/save.h"
#include "formats/jsonstat.h"
#include "wasm/app/session.h"

namespace {

std::shared_ptr<const stats::Table> people() {
  return std::make_shared<const stats::Table>(support::people_table());
}

app::SaveChoice choice_of(app::FileFormat format, bool is_whole = false) {
  app::SaveChoice choice;
  choice.format = format;
  choice.is_whole_table = is_whole;
  return choice;
}

base::Result<std::string> made(const app::SaveChoice& choice, const std::string& address) {
  const auto job = exporter::job_from_json(app::job_from_choice(choice, address, "/"));
  if (!job) return tl::unexpected<base::Error>(job.error());
  return exporter::file_from_job(*job, people(), {}, {});
}

constexpr auto view = "/id/tabel/penduduk/?baris=kecamatan&kolom=tahun&d.jk=P&d.tahun=2023,2025";

}  // namespace

TEST_CASE("what was chosen comes back out of the job") {
  const app::SaveChoice choice{app::FileFormat::csv, true, '\t', '.', false};
  const auto job = exporter::job_from_json(app::job_from_choice(choice, "/id/a/?b=\"c\"", "/x/"));
  REQUIRE(job);
  CHECK(job->choice == choice);
  CHECK(job->address == "/id/a/?b=\"c\"");
  CHECK(job->base_path == "/x/");
}

TEST_CASE("a job that is none is refused") {
  CHECK(!exporter::job_from_json("{"));
  CHECK(!exporter::job_from_json(R"({"format": "csv"})"));
  CHECK(exporter::job_from_json(R"({"format": "doc", "address": "/", "base": "/"})")
            .error()
            .message == "A file is made as xlsx, print, csv or jsonstat, not as doc.");
}

TEST_CASE("CSV as shown has the view's rows, and whole has every cell") {
  app::SaveChoice choice = choice_of(app::FileFormat::csv);
  choice.separator = ',';
  CHECK(made(choice, view)->find("Gelumbang,31,33") != std::string::npos);
  choice.is_whole_table = true;
  const std::string whole = *made(choice, view);
  CHECK(whole.starts_with("\xEF\xBB\xBF"));
  CHECK(std::count(whole.begin(), whole.end(), '\n') == 1 + 24);
}

TEST_CASE("JSON-stat as shown holds just what is picked, whole holds all") {
  const auto cells = [](bool is_whole) {
    const auto file = made(choice_of(app::FileFormat::jsonstat, is_whole), view);
    return formats::table_from_jsonstat(*file)->table.cells_count();
  };
  CHECK(cells(false) == 8);
  CHECK(cells(true) == 24);
}

TEST_CASE("the page to print is the page's table alone") {
  const std::string html = *made(choice_of(app::FileFormat::print), view);
  CHECK(html.find("<table") != std::string::npos);
  CHECK(html.find("Gelumbang") != std::string::npos);
  CHECK(html.find("<html") == std::string::npos);
}

TEST_CASE("a workbook is an archive with its address inside") {
  CHECK(made(choice_of(app::FileFormat::xlsx), view)->starts_with("PK"));
  CHECK(made(choice_of(app::FileFormat::xlsx, true), view)->starts_with("PK"));
}

TEST_CASE("a view of another table is refused") {
  CHECK(made(choice_of(app::FileFormat::csv), "/id/tabel/luas/").error().code ==
        base::ErrorCode::invalid);
}
