// Choosing and arranging, and every step back and forward.
#include "app/update_parts.h"

#include <catch2/catch_test_macros.hpp>

#include "wasm/app/session.h"

using app::Zone;
using support::Session;

namespace {

const std::string home = "/id/tabel/penduduk/";

/// The first row's labels of the innermost stub level, top down.
std::string row_labels(const Session& session) {
  const stats::PivotGrid& grid = *session.state.grid;
  std::string text;
  for (std::size_t row = 0; row < grid.rows_count(); ++row) {
    const stats::Label label = grid.row_label(grid.stub().size() - 1, row);
    text += label.is_total
                ? "+"
                : grid.table().dimensions[label.dimension].categories[label.category].label.id;
    text += "|";
  }
  return text;
}

}  // namespace

TEST_CASE("unticking a category takes its row away, sets the address, and says so") {
  Session session = Session::at_people();
  session.send(app::ToggleCategory{"kecamatan", "1603020"});
  CHECK(row_labels(session) == "Semende|Gelumbang|Kabupaten Muara Enim|");
  CHECK(session.notice() == "kecamatan: 3 dari 4 dipilih.");
  CHECK(session.state.notice->can_undo);
  CHECK(session.address() ==
        home + "?baris=kecamatan&kolom=tahun,jk&d.kecamatan=1603,1603010,1603030");
}

TEST_CASE("ticking it again is the default view, whose address has no query") {
  Session session = Session::at_people();
  session.send(app::ToggleCategory{"kecamatan", "1603020"});
  session.send(app::ToggleCategory{"kecamatan", "1603020"});
  CHECK(session.address() == home);
  CHECK(row_labels(session) == "Semende|Tanjung Agung|Gelumbang|Kabupaten Muara Enim|");
}

TEST_CASE("the last category cannot be unticked, and nothing changes") {
  Session session = Session::at_people();
  session.send(app::ToggleCategory{"jk", "L"});
  const auto grid = session.state.grid;
  CHECK(session.send(app::ToggleCategory{"jk", "P"}).empty());
  CHECK(session.notice() == "Sedikitnya satu kategori harus tetap dipilih.");
  CHECK(session.state.notice->kind == app::Notice::Kind::warning);
  CHECK(session.state.grid == grid);
}

TEST_CASE("the total can be unticked alone") {
  Session session = Session::at_people();
  session.send(app::ToggleCategory{"kecamatan", "1603"});
  CHECK(row_labels(session) == "Semende|Tanjung Agung|Gelumbang|");
}

TEST_CASE("a parent is ticked with all below it") {
  stats::Table table = support::people_table();
  table.dimensions[0].categories[0].parent = -1;
  table.dimensions[0].categories[2].parent = 1;  // Tanjung Agung now hangs under Semende.
  table.dimensions[0].categories[3].parent = -1;
  Session session;
  session.state.site.tables["penduduk"] = "data/aa.json";
  session.send(app::OpenTable{"penduduk"});
  session.table_arrives(table);
  session.send(app::ToggleCategory{"kecamatan", "1603020"});
  session.send(app::ToggleCategory{"kecamatan", "1603010"});  // Partly: ticks the rest.
  CHECK(session.state.grid->rows_count() == 4);
  session.send(app::ToggleCategory{"kecamatan", "1603010"});  // Wholly: unticks the family.
  CHECK(row_labels(session) == "Kabupaten Muara Enim|Gelumbang|");
}

TEST_CASE("all, none and invert act on what the list's search leaves") {
  using Many = app::SelectMany;
  Session session = Session::at_people();
  session.send(app::TypeListSearch{"kecamatan", "tanjung"});
  session.send(Many{Many::What::none, "kecamatan"});
  CHECK(row_labels(session) == "Semende|Gelumbang|Kabupaten Muara Enim|");
  session.send(Many{Many::What::invert, "kecamatan"});
  CHECK(row_labels(session) == "Semende|Tanjung Agung|Gelumbang|Kabupaten Muara Enim|");
  session.send(app::TypeListSearch{"kecamatan", ""});
  session.send(Many{Many::What::none, "kecamatan"});
  CHECK(row_labels(session) == "Kabupaten Muara Enim|");
  session.send(app::TypeListSearch{"kecamatan", "gelumbang"});
  session.send(Many{Many::What::all, "kecamatan"});
  CHECK(row_labels(session) == "Gelumbang|Kabupaten Muara Enim|");
}

TEST_CASE("inverting everything leaves nothing, and is refused") {
  Session session = Session::at_people();
  CHECK(session.send(app::SelectMany{app::SelectMany::What::invert, "jk"}).empty());
  CHECK(session.notice() == "Sedikitnya satu kategori harus tetap dipilih.");
}

TEST_CASE("a range of years may be given from either end") {
  Session session = Session::at_people();
  session.send(app::SelectRange{"tahun", "2024", "2023"});
  CHECK(session.state.grid->columns_count() == 4);
  CHECK(session.notice() == "tahun: 2 dari 3 dipilih.");
}

TEST_CASE("the newest years are written as such, so that a link moves on with the table") {
  Session session = Session::at_people();
  session.send(app::SelectNewest{"tahun", 2});
  CHECK(session.address() == home + "?baris=kecamatan&kolom=tahun,jk&d.tahun=top(2)");
  session.send(app::SelectNewest{"tahun", 99});
  CHECK(session.address() == home);
}

TEST_CASE("of a fixed dimension a toggle shows the other category") {
  Session session = Session::at_people();
  session.send(app::MoveDimension{"jk", Zone::fixed, 0});
  CHECK(session.notice() == "jk dijadikan tetap.");
  CHECK(session.state.grid->at(0, 0).cell.value == 10);
  session.send(app::ToggleCategory{"jk", "P"});
  CHECK(session.state.grid->at(0, 0).cell.value == 11);
  CHECK(session.notice() == "jk: Perempuan.");
  CHECK(session.send(app::SelectOnly{"jk", "P"}).empty());
}

TEST_CASE("a dimension that is moved is said by where it went") {
  Session session = Session::at_people();
  session.send(app::MoveDimension{"jk", Zone::heading, 0});
  CHECK(session.notice() == "jk dipindah ke urutan 1.");
  session.send(app::MoveDimension{"jk", Zone::stub, 9});
  CHECK(session.notice() == "jk dipindah ke baris.");
  CHECK(session.state.grid->rows_count() == 8);
  session.send(app::MoveDimension{"kecamatan", Zone::heading, 0});
  CHECK(session.notice() == "kecamatan dipindah ke kolom.");
}

TEST_CASE("a heading sorts from the largest, then from the smallest, then not") {
  Session session = Session::at_people();
  const app::CycleSort press{{"2025", "L"}};
  session.send(press);
  CHECK(row_labels(session) == "Gelumbang|Tanjung Agung|Semende|Kabupaten Muara Enim|");
  CHECK(session.notice() == "Diurutkan menurut 2025, Laki-laki, dari terbesar.");
  session.send(press);
  CHECK(session.notice() == "Diurutkan menurut 2025, Laki-laki, dari terkecil.");
  session.send(press);
  CHECK(session.notice() == "Kembali ke urutan asli.");
  CHECK(session.address() == home);
}

TEST_CASE("a sort goes when its column does") {
  Session session = Session::at_people();
  session.send(app::CycleSort{{"2025", "L"}});
  session.send(app::ToggleCategory{"jk", "L"});
  CHECK(session.state.grid->view().pivot.sorts.empty());
}

TEST_CASE("a total of what may not be added is refused with the reason") {
  Session session;
  session.state.site.tables["kemiskinan"] = "data/bb.json";
  session.send(app::OpenTable{"kemiskinan"});
  session.table_arrives(support::poverty_table());
  CHECK(session.send(app::ToggleRowTotal{}).empty());
  CHECK(session.notice() ==
        "Tidak dijumlahkan: ukuran ini berupa tingkat, rata-rata, atau indeks.");
  CHECK(session.send(app::SetCalculation{stats::Calculation::share_of_column}).empty());
  CHECK(session.state.notice->kind == app::Notice::Kind::warning);
}

TEST_CASE("a total that may be shown is shown and hidden again") {
  Session session = Session::at_people();
  session.send(app::ToggleCategory{"kecamatan", "1603"});
  session.send(app::ToggleRowTotal{});
  CHECK(row_labels(session) == "Semende|Tanjung Agung|Gelumbang|+|");
  CHECK(session.notice() == "Jumlah ditampilkan.");
  session.send(app::ToggleRowTotal{});
  CHECK(session.notice() == "Jumlah disembunyikan.");
}

TEST_CASE("a calculation says what the cells hold now") {
  Session session = Session::at_people();
  session.send(app::SetCalculation{stats::Calculation::rank});
  CHECK(session.notice() == "Sel kini berisi: Peringkat dalam kolom.");
  session.send(app::SetCalculation{stats::Calculation::none});
  CHECK(session.notice() == "Sel kini berisi: Angka asli.");
}

TEST_CASE("hiding what is empty says what is left") {
  Session session = Session::at_people("?baris=kecamatan&kolom=tahun&d.jk=P&d.tahun=2024");
  session.send(app::ToggleHideEmpty{});
  CHECK(session.notice() == "Yang kosong disembunyikan: 3 baris, 1 kolom tampil.");
  session.send(app::ToggleHideEmpty{});
  CHECK(session.notice() == "Semua baris dan kolom ditampilkan.");
}

TEST_CASE("every step can be undone and done again") {
  Session session = Session::at_people();
  session.send(app::SwapStubAndHeading{});
  session.send(app::ToggleCategory{"jk", "L"});
  const std::string last = session.address();
  session.send(app::Undo{});
  CHECK(session.notice() == "Diurungkan.");
  session.send(app::Undo{});
  CHECK(session.address() == home);
  CHECK(session.send(app::Undo{}).empty());
  session.send(app::Redo{});
  session.send(app::Redo{});
  CHECK(session.notice() == "Diulangi.");
  CHECK(session.address() == last);
  CHECK(session.send(app::Redo{}).empty());
}

TEST_CASE("a new step after an undo forgets what was undone") {
  Session session = Session::at_people();
  session.send(app::SwapStubAndHeading{});
  session.send(app::Undo{});
  session.send(app::ToggleHideEmpty{});
  CHECK(session.send(app::Redo{}).empty());
}

TEST_CASE("the browser's back button brings the view before, and counts as an undo") {
  Session session = Session::at_people();
  session.send(app::SwapStubAndHeading{});
  session.send(app::AddressChanged{home});
  CHECK(row_labels(session) == "Semende|Tanjung Agung|Gelumbang|Kabupaten Muara Enim|");
  CHECK(session.send(app::Undo{}).empty());
  session.send(app::Redo{});
  CHECK(session.state.grid->view().pivot.heading == std::vector<std::string>{"kecamatan"});
}

TEST_CASE("at most 200 steps are kept") {
  Session session = Session::at_people();
  for (int i = 0; i < 210; ++i)
    session.send(app::SwapStubAndHeading{});
  CHECK(session.state.histories.at("penduduk").past.size() == 200);
}

TEST_CASE("reset is a step like any other") {
  Session session = Session::at_people();
  CHECK(session.send(app::ResetView{}).empty());
  session.send(app::SwapStubAndHeading{});
  session.send(app::ResetView{});
  CHECK(session.notice() == "Tampilan dikembalikan ke awal.");
  CHECK(session.address() == home);
  session.send(app::Undo{});
  CHECK(session.state.grid->view().pivot.heading == std::vector<std::string>{"kecamatan"});
}

TEST_CASE("a link to a view shows just that view") {
  Session session = Session::at_people("?baris=tahun&kolom=kecamatan&d.jk=P&d.kecamatan=1603030");
  CHECK(session.state.grid->rows_count() == 3);
  CHECK(session.state.grid->columns_count() == 1);
  CHECK(session.state.grid->at(0, 0).cell.value == 31);
}

TEST_CASE("a selection stays where the cells around it are the same, and else goes") {
  Session session = Session::at_people();
  session.send(app::SelectCell{1, 1, false});
  session.send(app::SetCalculation{stats::Calculation::rank});
  CHECK(session.state.ui.selection);
  session.send(app::ToggleCategory{"kecamatan", "1603010"});
  CHECK(!session.state.ui.selection);
}

TEST_CASE("a tab is a place for the back button") {
  Session session = Session::at_people();
  session.send(app::OpenTab{app::TableTab::metadata});
  CHECK(session.address() == home + "?tab=metadata");
  CHECK(session.send(app::OpenTab{app::TableTab::metadata}).empty());
}

TEST_CASE("wishes for a table are nothing where none is shown") {
  Session session = Session::at_catalogue();
  CHECK(session.send(app::SwapStubAndHeading{}).empty());
  CHECK(session.send(app::ToggleCategory{"jk", "L"}).empty());
  CHECK(session.send(app::MoveDimension{"jk", Zone::stub, 0}).empty());
  CHECK(session.send(app::CycleSort{{"2025"}}).empty());
  CHECK(session.send(app::Undo{}).empty());
  CHECK(session.send(app::OpenTab{app::TableTab::metadata}).empty());
  CHECK(session.send(app::SelectCell{0, 0, false}).empty());
  CHECK(session.send(app::SaveFileAsChosen{}).empty());
  CHECK(session.notice().empty());
}

TEST_CASE("the folded panel is remembered on the device") {
  Session session = Session::at_people();
  CHECK(session.send(app::TogglePanelFolded{}).starts_with("StorePreferences "));
  CHECK(session.state.preferences.is_panel_folded);
}
