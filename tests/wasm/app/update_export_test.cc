// A file from the wish for it to its end: told of, stopped, failed.
#include "app/update.h"

#include <catch2/catch_test_macros.hpp>

#include "wasm/app/session.h"

using support::Session;

namespace {

const app::ExportFile& asked(const Session& session) {
  for (const app::Effect& effect : session.effects)
    if (const auto* file = std::get_if<app::ExportFile>(&effect)) return *file;
  FAIL("no file was asked for");
  std::abort();
}

app::SaveChoice choice_of(app::FileFormat format) {
  app::SaveChoice choice;
  choice.format = format;
  return choice;
}

}  // namespace

TEST_CASE("a file is asked for as chosen, and the choice is remembered") {
  Session session = Session::at_people("?baris=kecamatan&kolom=tahun&d.jk=P&d.tahun=2023,2025");
  session.send(app::OpenDialog{app::Dialog::save});
  session.send(app::ChangeSave{{app::FileFormat::csv, false, ',', '.', false}});
  session.send(app::SaveFileAsChosen{});
  CHECK(asked(session).name == "penduduk_2023-2025_tampilan.csv");
  CHECK(asked(session).mime_type == "text/csv;charset=utf-8");
  CHECK(asked(session).job.find(R"("separator": ",")") != std::string::npos);
  CHECK(asked(session).job.find("d.tahun=2023,2025") != std::string::npos);
  CHECK(session.state.ui.dialog == app::Dialog::none);
  session.send(app::OpenDialog{app::Dialog::save});
  CHECK(session.state.ui.save.separator == ',');
}

TEST_CASE("a finished file is told of once, and only the one that was asked for last") {
  Session session = Session::at_people();
  session.send(app::ChangeSave{choice_of(app::FileFormat::xlsx)});
  session.send(app::SaveFileAsChosen{});
  const int first = asked(session).number;
  session.send(app::SaveFileAsChosen{});
  CHECK(std::holds_alternative<app::StopExport>(session.effects.at(0)));
  const int second = asked(session).number;
  session.send(app::ExportFinished{first});
  CHECK(session.state.running_export);
  session.send(app::ExportProgressed{second, 0.5});
  CHECK(session.state.running_export->share == 0.5);
  session.send(app::ExportFinished{second});
  CHECK(!session.state.running_export);
  CHECK(session.state.notice->text == "penduduk_2023-2025_tampilan.xlsx diunduh.");
}

TEST_CASE("a cancelled file is stopped, and what still comes of it is passed over") {
  Session session = Session::at_people();
  session.send(app::SaveFileAsChosen{});
  const int number = asked(session).number;
  CHECK(session.send(app::CancelExport{}) == "StopExport\n");
  CHECK(!session.state.running_export);
  const std::string told = session.state.notice->text;
  session.send(app::ExportFailed{number, base::ErrorCode::unavailable});
  CHECK(session.state.notice->text == told);
  CHECK(session.send(app::CancelExport{}).empty());
}

TEST_CASE("a file that fails says why") {
  Session session = Session::at_people();
  const auto told = [&](base::ErrorCode why) {
    session.send(app::SaveFileAsChosen{});
    session.send(app::ExportFailed{asked(session).number, why});
    return session.state.notice->text;
  };
  CHECK(told(base::ErrorCode::unavailable).starts_with("Berkas tidak dapat dibuat karena samb"));
  CHECK(told(base::ErrorCode::too_large).starts_with("Berkas terlalu besar"));
  CHECK(told(base::ErrorCode::internal).starts_with("Berkas tidak dapat dibuat. Muat ulang"));
}

TEST_CASE("the dialog of a file shows after a while and not in the background") {
  Session session = Session::at_people();
  session.send(app::SaveFileAsChosen{});
  CHECK(!app::is_export_told(session.state));
  session.state.now_ms += 400;
  CHECK(app::is_export_told(session.state));
  session.send(app::ContinueExportInBackground{});
  CHECK(!app::is_export_told(session.state));
}

TEST_CASE("printing asks for a page without a name and leaves the chosen format alone") {
  Session session = Session::at_people();
  session.send(app::PrintTable{});
  CHECK(asked(session).name.empty());
  CHECK(asked(session).job.find(R"("format": "print")") != std::string::npos);
  CHECK(session.state.ui.save.format == app::FileFormat::xlsx);
}

TEST_CASE("what a file from outside turned out to be is said with its name") {
  Session session = Session::at_people();
  session.send(app::CheckFile{});
  CHECK(std::holds_alternative<app::ChooseFileToCheck>(session.effects.back()));
  session.send(app::FileCheckBegan{"a.pdf"});
  CHECK(session.state.notice->text == "Memeriksa a.pdf…");
  session.send(app::FileChecked{"a.pdf", app::FileVerdict::changed});
  CHECK(session.state.notice->text == "a.pdf telah diubah setelah dibuat oleh situs ini.");
  CHECK(session.state.notice->kind == app::Notice::Kind::failed);
  session.send(app::FileChecked{"a.pdf", app::FileVerdict::genuine});
  CHECK(session.state.notice->kind == app::Notice::Kind::said);
}
