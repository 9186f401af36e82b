// What the world answers: in time, late, twice, broken.
#include "app/update_parts.h"

#include <catch2/catch_test_macros.hpp>

#include "formats/sidecar.h"
#include "wasm/app/session.h"

using app::AddressChanged;
using app::Failed;
using app::Loading;
using app::TryAgain;
using base::ErrorCode;
using support::people_table;
using support::Session;

namespace {

const std::string people_fetched = "FetchTable penduduk data/aa.json\n";

std::string failure(const Session& session, const std::string& code) {
  return std::get<Failed>(session.state.tables.at(code)).why.message;
}

bool is_loading(const Session& session, const std::string& code) {
  return std::holds_alternative<Loading>(session.state.tables.at(code));
}

/// The documents of a table whose cells stand apart: first the head, then the cells.
std::pair<std::string, std::string> parted(const stats::Table& table) {
  const std::string cells = formats::sidecar_from_cells(table.cells);
  return {formats::jsonstat_from_table(table, {"cc.cells", cells.size()}), cells};
}

}  // namespace

TEST_CASE("the catalogue's screen asks for the catalogue and the search file, once") {
  Session session;
  CHECK(session.send(AddressChanged{"/id/"}) ==
        "FetchCatalogue catalogue.json\nFetchSearchIndex search.json\n");
  CHECK(session.send(AddressChanged{"/id/?subjek=penduduk"}).empty());
  session.catalogue_arrives();
  session.search_arrives();
  CHECK(session.send(AddressChanged{"/id/"}).empty());
}

TEST_CASE("a table whose file the page named is asked for at once, and no search file") {
  Session session;
  session.state.site.tables["penduduk"] = "data/aa.json";
  CHECK(session.send(AddressChanged{"/id/tabel/penduduk/"}) ==
        people_fetched + "FetchCatalogue catalogue.json\n");
}

TEST_CASE("a table whose file is not known waits for the catalogue, which names it") {
  Session session;
  CHECK(session.send(AddressChanged{"/id/tabel/penduduk/"}) == "FetchCatalogue catalogue.json\n");
  CHECK(is_loading(session, "penduduk"));
  CHECK(session.catalogue_arrives().starts_with(people_fetched));
  CHECK(is_loading(session, "penduduk"));
}

TEST_CASE("a code that the catalogue does not have says so") {
  Session session;
  session.send(AddressChanged{"/id/tabel/tak-ada/"});
  session.catalogue_arrives();
  CHECK(failure(session, "tak-ada") ==
        "Tabel dengan kode “tak-ada” tidak ada. Mungkin dipindah atau ditarik; cari di katalog.");
}

TEST_CASE("a table that waits for a catalogue that fails, fails with it and is asked for again") {
  Session session;
  session.send(AddressChanged{"/id/tabel/penduduk/"});
  session.send(app::CatalogueArrived{base::fail(ErrorCode::unavailable, "", "")});
  CHECK(failure(session, "penduduk") ==
        "Sambungan terputus sebelum berkas lengkap. Periksa jaringan, lalu coba lagi.");
  CHECK(session.send(TryAgain{}) == "FetchCatalogue catalogue.json\n");
  CHECK(session.catalogue_arrives().starts_with(people_fetched));
}

TEST_CASE("a table that arrives is shown, and its address and title are put in place") {
  Session session;
  session.send(AddressChanged{"/id/tabel/penduduk/"});
  session.catalogue_arrives();
  CHECK(session.table_arrives(people_table())
            .starts_with("ReplaceAddress /id/tabel/penduduk/ (Jumlah penduduk"));
  REQUIRE(session.state.grid);
  CHECK(session.state.grid->rows_count() == 4);
  CHECK(session.state.preferences.recent == std::vector<std::string>{"penduduk"});
}

TEST_CASE("what the link names and the table does not have is said, the rest is shown") {
  Session session;
  session.send(
      AddressChanged{"/id/tabel/penduduk/?baris=kecamatan,agama&kolom=tahun&d.tahun=2024,1999"});
  session.catalogue_arrives();
  session.table_arrives(people_table());
  CHECK(session.notice() ==
        "Tautan menyebut kategori yang tidak ada lagi: agama, 1999. Sisanya ditampilkan.");
  CHECK(session.state.notice->kind == app::Notice::Kind::warning);
  CHECK(session.state.grid->columns_count() == 1);
}

TEST_CASE("a sort by a column that is not shown is dropped aloud") {
  Session session;
  session.send(AddressChanged{"/id/tabel/penduduk/?baris=kecamatan&kolom=tahun&urut=-1999"});
  session.catalogue_arrives();
  session.table_arrives(people_table());
  CHECK(session.notice() ==
        "Tautan menyebut kategori yang tidak ada lagi: 1999. Sisanya ditampilkan.");
  CHECK(session.state.grid->view().pivot.sorts.empty());
}

TEST_CASE("an answer for a table that is no longer shown is kept and disturbs nothing") {
  Session session = Session::at_catalogue();
  session.send(app::OpenTable{"penduduk"});
  session.send(app::OpenTable{"kemiskinan"});
  CHECK(session.table_arrives(people_table()).empty());
  CHECK(!session.state.grid);
  CHECK(session.send(app::OpenTable{"penduduk"}).find("FetchTable") == std::string::npos);
  CHECK(session.state.grid);
}

TEST_CASE("an answer that comes twice changes nothing the second time") {
  Session session = Session::at_people();
  session.send(app::ToggleRowTotal{});
  const auto grid = session.state.grid;
  CHECK(session.table_arrives(people_table()).empty());
  CHECK(session.catalogue_arrives().empty());
  CHECK(session.state.grid == grid);
}

TEST_CASE("an answer that nobody asked for is dropped") {
  Session session = Session::at_catalogue();
  CHECK(session.table_arrives(people_table()).empty());
  CHECK(session.state.tables.empty());
}

TEST_CASE("each failure has its sentence, and the log what happened") {
  const auto sentence = [](ErrorCode code, const std::string& detail) {
    Session session = Session::at_catalogue();
    session.send(app::OpenTable{"penduduk"});
    const std::string logged = session.table_fails("penduduk", code, detail);
    CHECK(logged.starts_with("WriteLog table penduduk: "));
    return failure(session, "penduduk");
  };
  CHECK(sentence(ErrorCode::unavailable, "cut").starts_with("Sambungan terputus"));
  CHECK(
      sentence(ErrorCode::not_found, "404").starts_with("Tabel dengan kode “penduduk” tidak ada"));
  CHECK(sentence(ErrorCode::internal, "503") ==
        "Peladen menjawab dengan galat 503. Coba lagi sebentar lagi.");
  CHECK(sentence(ErrorCode::too_large, "data/aa.json").starts_with("Berkas ini lebih besar"));
}

TEST_CASE("a catalogue that is not there is the server's failure, not a table's") {
  Session session;
  session.send(AddressChanged{"/id/"});
  session.send(app::CatalogueArrived{base::fail(ErrorCode::not_found, "", "catalogue.json")});
  CHECK(std::get<Failed>(session.state.catalogue).why.message ==
        "Peladen menjawab dengan galat 404. Coba lagi sebentar lagi.");
}

TEST_CASE("a damaged table file says so and is asked for again") {
  Session session = Session::at_catalogue();
  session.send(app::OpenTable{"penduduk"});
  session.send(app::TableArrived{"penduduk", support::bytes_from_text("{\"class\": \"datas")});
  CHECK(failure(session, "penduduk").starts_with("Berkas tabel rusak atau tidak lengkap."));
  CHECK(session.send(TryAgain{}).starts_with(people_fetched));
  CHECK(is_loading(session, "penduduk"));
}

TEST_CASE("a failure is told in the language that is chosen later") {
  Session session = Session::at_catalogue();
  session.send(app::OpenTable{"penduduk"});
  session.table_fails("penduduk", ErrorCode::not_found);
  session.send(app::SetLanguage{base::Language::en});
  CHECK(failure(session, "penduduk").starts_with("There is no table with the code “penduduk”."));
}

TEST_CASE("progress is kept while loading, and is nothing afterwards") {
  Session session = Session::at_catalogue();
  session.send(app::OpenTable{"penduduk"});
  session.send(app::TableProgressed{"penduduk", 10, 40});
  CHECK(std::get<Loading>(session.state.tables.at("penduduk")).bytes_received == 10);
  CHECK(std::get<Loading>(session.state.tables.at("penduduk")).bytes_total == 40);
  session.table_arrives(people_table());
  CHECK(session.send(app::TableProgressed{"penduduk", 40, 40}).empty());
  CHECK(loaded(session.state.tables.at("penduduk")));
}

TEST_CASE("cells that stand apart are fetched from beside the document") {
  Session session = Session::at_catalogue();
  session.send(app::OpenTable{"penduduk"});
  const auto [document, cells] = parted(people_table());
  CHECK(session.send(app::TableArrived{"penduduk", support::bytes_from_text(document)}) ==
        "FetchSidecar penduduk data/cc.cells " + std::to_string(cells.size()) + "\n");
  CHECK(!session.state.grid);
  session.send(app::SidecarArrived{"penduduk", support::bytes_from_text(cells)});
  REQUIRE(session.state.grid);
  CHECK(session.state.grid->at(0, 0).cell.value == 10);
}

TEST_CASE("cells that are cut short are a damaged table") {
  Session session = Session::at_catalogue();
  session.send(app::OpenTable{"penduduk"});
  const auto [document, cells] = parted(people_table());
  session.send(app::TableArrived{"penduduk", support::bytes_from_text(document)});
  session.send(
      app::SidecarArrived{"penduduk", support::bytes_from_text(cells.substr(0, cells.size() - 4))});
  CHECK(failure(session, "penduduk").starts_with("Berkas tabel rusak atau tidak lengkap."));
}

TEST_CASE("the last four tables are kept") {
  Session session;
  session.state.site.tables = {{"a", "a"}, {"b", "b"}, {"c", "c"}, {"d", "d"}, {"e", "e"}};
  for (const char* code : {"a", "b", "c", "d", "e"})
    session.send(app::OpenTable{code});
  CHECK(session.state.tables_order == std::vector<std::string>{"e", "d", "c", "b"});
  CHECK(!session.state.tables.contains("a"));
  CHECK(session.state.tables.contains("b"));
}

TEST_CASE("the first address also sets the page's language") {
  Session session;
  CHECK(session.send(AddressChanged{"/en/"}).starts_with("SetPageLanguage en\n"));
  CHECK(session.state.language == base::Language::en);
}

TEST_CASE("the search file that fails is told, and trying again asks for it") {
  Session session;
  session.send(AddressChanged{"/id/?cari=padi"});
  session.catalogue_arrives();
  session.send(app::SearchIndexArrived{base::fail(ErrorCode::unavailable, "", "")});
  CHECK(std::holds_alternative<Failed>(session.state.search_index));
  CHECK(session.send(TryAgain{}) == "FetchSearchIndex search.json\n");
}

TEST_CASE("what the browser did is said in one line") {
  Session session;
  session.send(app::CopyFinished{true, 1234, false});
  CHECK(session.notice() == "1.234 sel disalin.");
  session.send(app::CopyFinished{true, 0, true});
  CHECK(session.notice() == "Tautan ke tampilan ini disalin.");
  session.send(app::CopyFinished{false, 8, false});
  CHECK(session.state.notice->kind == app::Notice::Kind::failed);
  CHECK(session.state.notice->number == 3);
}

TEST_CASE("preferences that were kept are taken up, and the page gets its theme") {
  Session session;
  CHECK(session.send(app::PreferencesArrived{R"({"theme": "dark"})"}) == "SetPageTheme dark\n");
  CHECK(session.state.is_dark());
}
