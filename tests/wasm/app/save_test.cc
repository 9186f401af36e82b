#include "app/save.h"

#include <catch2/catch_test_macros.hpp>

#include "wasm/app/session.h"

using support::Session;

TEST_CASE("every format but paper has a type, and each has its word") {
  CHECK(app::word_from_format(app::FileFormat::xlsx) == "xlsx");
  CHECK(app::format_from_word("jsonstat") == app::FileFormat::jsonstat);
  CHECK(app::format_from_word("doc") == std::nullopt);
  CHECK(app::mime_type(app::FileFormat::csv) == "text/csv;charset=utf-8");
  CHECK(app::mime_type(app::FileFormat::print).empty());
  CHECK(app::exporter_of(app::FileFormat::pdf) == "paper");
  CHECK(app::exporter_of(app::FileFormat::jsonstat) == "sheet");
}

TEST_CASE("a job says how a CSV is written, and of other formats not") {
  app::SaveChoice choice;
  CHECK(app::job_from_choice(choice, "/id/tabel/a/?x", "/").find("separator") == std::string::npos);
  choice.format = app::FileFormat::csv;
  CHECK(app::job_from_choice(choice, "/id/tabel/a/?x", "/").find("separator") != std::string::npos);
}

TEST_CASE("a job says what is left out, where the format can be without it") {
  app::SaveChoice choice;
  CHECK(app::job_from_choice(choice, "/", "/").find("notes") == std::string::npos);
  choice.with_notes = choice.with_source = false;
  const std::string job = app::job_from_choice(choice, "/", "/");
  CHECK(job.find(R"("notes": false)") != std::string::npos);
  CHECK(job.find(R"("source": false)") != std::string::npos);
  choice.format = app::FileFormat::jsonstat;
  CHECK(app::job_from_choice(choice, "/", "/").find("notes") == std::string::npos);
  choice.format = app::FileFormat::csv;
  CHECK(app::can_leave_out(choice));
  choice.is_whole_table = true;
  CHECK_FALSE(app::can_leave_out(choice));
}

TEST_CASE("the size of a file is foreseen: more cells, more bytes; paper has none") {
  const Session session = Session::at_people("?d.jk=P");
  for (const auto format : {app::FileFormat::xlsx, app::FileFormat::pdf, app::FileFormat::csv,
                            app::FileFormat::jsonstat}) {
    app::SaveChoice shown, whole;
    shown.format = whole.format = format;
    whole.is_whole_table = true;
    CAPTURE(app::word_from_format(format));
    CHECK(app::estimated_bytes(*session.state.grid, shown) > 0);
    CHECK(app::estimated_bytes(*session.state.grid, shown) <
          app::estimated_bytes(*session.state.grid, whole));
  }
  app::SaveChoice print;
  print.format = app::FileFormat::print;
  CHECK(app::estimated_bytes(*session.state.grid, print) == 0);
}

TEST_CASE("a picture's job names the outlines of a map alone, and a PNG begins as an SVG") {
  const std::string map =
      app::job_for_picture(app::FileFormat::png, "/id/", "/", "data/maps/a.geojson", 960);
  CHECK(map.find(R"("format": "svg")") != std::string::npos);
  CHECK(map.find(R"("outlines": "data/maps/a.geojson")") != std::string::npos);
  CHECK(map.find(R"("width": 960)") != std::string::npos);
  const std::string chart = app::job_for_picture(app::FileFormat::picture, "/id/", "/", "", 300);
  CHECK(chart.find("outlines") == std::string::npos);
}

TEST_CASE("a file's name is in the reader's language and safe for every file system") {
  Session session = Session::at_people();
  session.state.language = base::Language::en;
  CHECK(app::file_name(session.state, {}) == "penduduk_2023-2025_view.xlsx");
  std::get<app::TableScreen>(session.state.screen).code = "a/b:c";
  CHECK(app::file_name(session.state, {}) == "a-b-c_2023-2025_view.xlsx");
}

TEST_CASE("a verdict on a file has its word, and any other word is none") {
  for (const auto verdict : {app::FileVerdict::genuine, app::FileVerdict::outdated,
                             app::FileVerdict::different, app::FileVerdict::unsealed})
    CHECK(app::verdict_from_word(app::word_from_verdict(verdict)) == verdict);
  CHECK(app::verdict_from_word("fine") == app::FileVerdict::unchecked);
}
