#include "app/save.h"

#include <catch2/catch_test_macros.hpp>

#include "wasm/app/session.h"

using support::Session;

namespace {

const app::SaveFile& saved(const Session& session) {
  return std::get<app::SaveFile>(session.effects.at(0));
}

}  // namespace

TEST_CASE("a file is saved as chosen, and the choice is remembered") {
  Session session = Session::at_people("?baris=kecamatan&kolom=tahun&d.jk=P&d.tahun=2023,2025");
  session.send(app::OpenDialog{app::Dialog::save});
  session.send(app::ChangeSave{{app::FileFormat::csv, false, ',', '.', false}});
  CHECK(session.send(app::SaveFileAsChosen{})
            .starts_with("SaveFile penduduk_2023-2025_tampilan.csv text/csv;charset=utf-8\n"
                         "StorePreferences "));
  CHECK(saved(session).bytes.find("Gelumbang,31,33") != std::string::npos);
  CHECK(session.state.ui.dialog == app::Dialog::none);
  session.send(app::OpenDialog{app::Dialog::save});
  CHECK(session.state.ui.save.separator == ',');
}

TEST_CASE("CSV for Excel begins with a byte order mark") {
  Session session = Session::at_people();
  session.send(app::ChangeSave{{app::FileFormat::csv, true, ';', ',', true}});
  session.send(app::SaveFileAsChosen{});
  CHECK(saved(session).name == "penduduk_2023-2025_seluruh.csv");
  CHECK(saved(session).bytes.starts_with("\xEF\xBB\xBF"));
}

TEST_CASE("JSON-stat as shown holds just what is picked, whole holds all") {
  Session session = Session::at_people("?baris=kecamatan&kolom=tahun&d.jk=P&d.tahun=2024");
  const auto cells = [&](bool is_whole) {
    session.send(app::ChangeSave{{app::FileFormat::jsonstat, is_whole, ';', ',', true}});
    session.send(app::SaveFileAsChosen{});
    return formats::table_from_jsonstat(saved(session).bytes)->table.cells_count();
  };
  CHECK(cells(false) == 4);
  CHECK(saved(session).name == "penduduk_2024_tampilan.json");
  CHECK(saved(session).mime_type == "application/json");
  CHECK(cells(true) == 24);
}

TEST_CASE("a file's name is in the reader's language and safe for every file system") {
  Session session = Session::at_people();
  session.state.language = base::Language::en;
  CHECK(app::file_name(session.state, {}) == "penduduk_2023-2025_view.csv");
  std::get<app::TableScreen>(session.state.screen).code = "a/b:c";
  CHECK(app::file_name(session.state, {}) == "a-b-c_2023-2025_view.csv");
}
