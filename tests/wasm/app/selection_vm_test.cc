// What is said of selected cells.
#include "app/view_model.h"

#include <catch2/catch_test_macros.hpp>

#include "wasm/app/session.h"

using support::Session;

namespace {

std::string selection_line(const Session& session) {
  const app::SelectionVm vm = selection_vm(session.state);
  std::string text = vm.cells;
  for (const auto& [name, figure] : vm.figures)
    text += " | " + name + " " + figure;
  return vm.sum_refusal.empty() ? text : text + " | " + vm.sum_refusal;
}

}  // namespace

TEST_CASE("the status bar counts what is selected, and what of it has no figure") {
  Session session = Session::at_people("?baris=kecamatan&kolom=tahun&d.jk=P");
  CHECK(selection_line(session).empty());
  session.send(app::SelectCell{0, 0, false});
  CHECK(selection_line(session) == "1 sel dipilih | Jumlah 11 | Rata-rata 11,0 | Min 11 | Maks 11");
  session.send(app::SelectCell{1, 0, true});
  CHECK(selection_line(session) == "2 sel dipilih | Jumlah 32 | Rata-rata 16,0 | Min 11 | Maks 21");
  session.send(app::SelectCell{2, 1, false});
  CHECK(selection_line(session) == "1 sel, 1 tanpa data");
}

TEST_CASE("a sum of a total and its parts is not shown") {
  Session session = Session::at_people("?baris=kecamatan&kolom=tahun&d.jk=P");
  session.send(app::SelectCell{1, 0, false});
  session.send(app::SelectCell{3, 0, true});
  CHECK(selection_line(session) ==
        "3 sel dipilih | Jumlah tidak dihitung | Rata-rata 38,3 | Min 21 | Maks 63 | "
        "Tidak dijumlahkan: total dan bagiannya sama-sama tampil.");
}

TEST_CASE("a cell without figure says what it is and where it stands") {
  Session session = Session::at_people("?baris=kecamatan&kolom=tahun&d.jk=P");
  CHECK(!cell_vm(session.state));
  session.send(app::SelectCell{2, 1, false});
  const app::CellVm vm = cell_vm(session.state).value();
  CHECK(vm.figure == "…");
  CHECK(vm.meaning == "data tidak tersedia");
  CHECK(vm.unit == "jiwa");
  using Pairs = std::vector<std::pair<std::string, std::string>>;
  CHECK(vm.coordinates == Pairs{{"kecamatan", "Gelumbang"},
                                {"tahun", "2024"},
                                {"jk", "Perempuan"},
                                {"ukuran", "jumlah"}});
  CHECK(vm.notes.empty());
}

TEST_CASE("a cell's notes are its own and those of its categories") {
  Session session = Session::at_people("?baris=kecamatan&kolom=tahun&d.jk=L");
  session.send(app::SelectCell{3, 2, false});
  const app::CellVm vm = cell_vm(session.state).value();
  CHECK(vm.figure == "66*");
  CHECK(vm.meaning == "angka sementara");
  CHECK(vm.notes == std::vector<std::string>{"Angka 2025 sementara."});
}

TEST_CASE("a figure that is not there can be asked for, its place filled in") {
  Session session = Session::at_people("?baris=kecamatan&kolom=tahun&d.jk=P");
  session.send(app::SelectCell{2, 1, false});
  CHECK(cell_vm(session.state)->request_address ==
        "/id/permintaan/?text=Jumlah%20penduduk%3A%20Gelumbang%2C%202024%2C%20Perempuan%2C%20jumlah"
        "&table=penduduk&area_level=district&category=kecamatan%3D1603030"
        "&category=jk%3DP&category=tahun%3D2024&period=2024&category=ukuran%3Djumlah");
  session.send(app::SelectCell{1, 1, false});
  CHECK(cell_vm(session.state)->request_address.empty());
}
