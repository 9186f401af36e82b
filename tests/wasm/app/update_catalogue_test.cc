// Searching, filtering and keeping tables in the catalogue.
#include "app/update_parts.h"

#include <catch2/catch_test_macros.hpp>

#include "app/suggestions.h"
#include "wasm/app/session.h"

using app::CatalogueScreen;
using app::SearchFor;
using app::TypeSearch;
using support::Session;

namespace {

const CatalogueScreen& catalogue_screen(const Session& session) {
  return std::get<CatalogueScreen>(session.state.screen);
}

}  // namespace

TEST_CASE("typing asks again when it has rested, and moves no address") {
  Session session = Session::at_catalogue();
  CHECK(session.send(TypeSearch{"pend"}) == "AskAgainAfter 150\n");
  CHECK(session.state.ui.search_text == "pend");
}

TEST_CASE("typing on a table's screen fetches the search file, once") {
  Session session = Session::at_people();
  CHECK(session.send(TypeSearch{"pe"}) == "FetchSearchIndex search.json\nAskAgainAfter 150\n");
  CHECK(session.send(TypeSearch{"pen"}) == "AskAgainAfter 150\n");
}

TEST_CASE("a search file that failed is not asked for with each key again") {
  Session session = Session::at_people();
  session.send(TypeSearch{"pe"});
  session.send(app::SearchIndexArrived{base::fail(base::ErrorCode::unavailable, "", "")});
  CHECK(session.send(TypeSearch{"pen"}) == "AskAgainAfter 150\n");
}

TEST_CASE("suggestions that were closed stay closed when the search file comes") {
  Session session = Session::at_people();
  session.send(TypeSearch{"harapan"});
  session.send(app::CloseSuggestions{});
  session.search_arrives();
  session.send(app::Suggest{});
  CHECK(app::suggestions_from_state(session.state).empty());
}

TEST_CASE("moving among suggestions goes round") {
  Session session = Session::at_catalogue();
  session.send(TypeSearch{"harapan"});
  session.send(app::Suggest{});
  session.send(app::MoveSuggestion{-1});
  CHECK(session.state.ui.suggestion == 2);
  session.send(app::MoveSuggestion{1});
  CHECK(session.state.ui.suggestion == 0);
}

TEST_CASE("the chosen suggestion is opened") {
  Session session = Session::at_catalogue();
  session.send(TypeSearch{"miskin"});
  session.send(app::Suggest{});
  session.send(app::ChooseSuggestion{});
  CHECK(session.address() == "/id/tabel/kemiskinan/");
  CHECK(session.state.ui.search_text.empty());
}

TEST_CASE("what is not available is shown with its reason when it is chosen") {
  Session session = Session::at_catalogue();
  session.send(TypeSearch{"harapan"});
  session.send(app::Suggest{});
  session.send(app::ChooseSuggestion{});
  CHECK(catalogue_screen(session).question == "Angka harapan hidup menurut kecamatan");
}

TEST_CASE("choosing before there are suggestions searches for what is typed") {
  Session session = Session::at_catalogue();
  session.send(TypeSearch{"padi"});
  session.send(app::ChooseSuggestion{});
  CHECK(session.address() == "/id/?cari=padi");
}

TEST_CASE("a search looks everywhere, keeps the filters, and is ordered by relevance") {
  Session session = Session::at_catalogue("?subjek=sosial&wilayah=district");
  session.send(TypeSearch{"padi"});
  CHECK(session.send(SearchFor{" padi "}) ==
        "PushAddress /id/?cari=padi&wilayah=district (padi · Lumbung)\n");
  CHECK(catalogue_screen(session).order == app::CatalogueOrder::relevance);
  CHECK(!session.state.ui.is_suggesting);
  CHECK(session.state.ui.search_text == "padi");
}

TEST_CASE("an empty search is none") {
  Session session = Session::at_catalogue("?cari=padi");
  session.send(SearchFor{"  "});
  CHECK(session.address() == "/id/");
  CHECK(catalogue_screen(session).order == app::CatalogueOrder::newest);
}

TEST_CASE("a search from a table's screen opens the catalogue") {
  Session session = Session::at_people();
  session.send(SearchFor{"padi"});
  CHECK(session.address() == "/id/?cari=padi");
  CHECK(!session.state.grid);
}

TEST_CASE("a subject keeps the filters and opens the branches above it") {
  Session session = Session::at_catalogue("?tahun=2020-2025");
  session.send(app::OpenSubject{"penduduk"});
  CHECK(session.address() == "/id/?subjek=penduduk&tahun=2020-2025");
  CHECK(session.state.ui.open_subjects.contains("kependudukan"));
}

TEST_CASE("filters are set, turned the right way round, and cleared") {
  Session session = Session::at_catalogue();
  session.send(app::SetYears{2025, 2020});
  CHECK(session.address() == "/id/?tahun=2020-2025");
  session.send(app::ToggleAreaLevel{"district"});
  CHECK(session.address() == "/id/?tahun=2020-2025&wilayah=district");
  session.send(app::ToggleAreaLevel{"district"});
  session.send(app::SetCatalogueOrder{app::CatalogueOrder::title});
  session.send(app::ClearFilters{});
  CHECK(session.address() == "/id/?urut=title");
  session.send(app::OpenCatalogue{});
  CHECK(session.address() == "/id/");
}

TEST_CASE("more entries are shown until the list is another one") {
  Session session = Session::at_catalogue();
  session.send(app::ShowMoreEntries{});
  CHECK(session.state.ui.entries_shown == 40);
  session.send(app::OpenSubject{"sosial"});
  CHECK(session.state.ui.entries_shown == 20);
}

TEST_CASE("a favourite is kept on the device, and taken out again") {
  Session session = Session::at_catalogue();
  CHECK(session.send(app::ToggleFavourite{"penduduk"}).starts_with("StorePreferences "));
  CHECK(session.notice() == "Ditambahkan ke favorit di perangkat ini.");
  CHECK(session.state.preferences.favourites == std::vector<std::string>{"penduduk"});
  session.send(app::ToggleFavourite{"penduduk"});
  CHECK(session.notice() == "Dihapus dari favorit.");
  CHECK(session.state.preferences.favourites.empty());
}

TEST_CASE("theme and density are kept on the device") {
  Session session;
  CHECK(session.send(app::SetTheme{app::Theme::dark}).starts_with("SetPageTheme dark\nStore"));
  CHECK(session.send(app::SetDensity{app::Density::compact}).starts_with("StorePreferences "));
}

TEST_CASE("the language changes in place: same screen, other address") {
  Session session = Session::at_people("?baris=tahun&kolom=kecamatan");
  CHECK(session.send(app::SetLanguage{base::Language::en})
            .starts_with("SetPageLanguage en\nPushAddress "
                         "/en/table/penduduk/?baris=tahun&kolom=kecamatan&d.jk=L (Population"));
  CHECK(session.state.grid);
  CHECK(session.send(app::SetLanguage{base::Language::en}).empty());
}

TEST_CASE("opening a table is one step for the back button, and it has gone up among the recent") {
  Session session = Session::at_catalogue();
  CHECK(session.send(app::OpenTable{"penduduk"}) ==
        "PushAddress /id/tabel/penduduk/ (Jumlah penduduk · Lumbung)\n"
        "FetchTable penduduk data/aa.json\n");
  session.table_arrives(support::people_table());
  session.send(app::OpenTable{"kemiskinan"});
  session.table_arrives(support::poverty_table());
  CHECK(session.state.preferences.recent == std::vector<std::string>{"kemiskinan", "penduduk"});
}

TEST_CASE("leaving a screen closes what lay over it") {
  Session session = Session::at_people();
  session.send(app::OpenPopup{"sort"});
  session.send(app::OpenDialog{app::Dialog::save});
  CHECK(!session.state.ui.popup);  // A dialog closes the popup that opened it.
  session.send(app::SelectCell{0, 0, false});
  session.send(app::OpenCatalogue{});
  CHECK(session.state.ui.dialog == app::Dialog::none);
  CHECK(!session.state.ui.selection);
}
