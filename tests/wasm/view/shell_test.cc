// The viewer's face, headless: what is drawn is named, what is named can be pressed, and pressing
// it sends the command that its node carries.
#include "view/shell.h"

#include <catch2/catch_test_macros.hpp>

#include <map>
#include <set>

#include "support/golden.h"
#include "support/headless.h"
#include "wire/picture.h"

using support::Headless;
using support::Session;

namespace {

/// Items that answer to the pointer and are more than one node, or less: their own reason each.
bool is_known_exception(const support::HookedItem& item, const Headless& ui) {
  const float screen = ui.session.state.window.width * ui.session.state.window.height;
  if (item.rect.w * item.rect.h > 0.9f * screen)
    return true;  // A layer, or the scrim behind a dialog.
  if (item.rect.w <= 14 || item.rect.h <= 14) return true;  // A scroll bar: the keys scroll.
  return false;
}

std::string uncovered(const Headless& ui) {
  std::string missing;
  for (const support::HookedItem& item : ui.items()) {
    if (is_known_exception(item, ui)) continue;
    bool is_covered = false;
    for (const semantics::Node& node : ui.nodes.nodes())
      is_covered = is_covered || (node.rect.overlaps(item.rect) && node.rect.w > 0);
    if (!is_covered)
      missing += std::to_string(item.rect.x) + "," + std::to_string(item.rect.y) + " " +
                 std::to_string(item.rect.w) + "×" + std::to_string(item.rect.h) + "\n";
  }
  return missing;
}

/// Until what is late says so.
void wait(Headless& ui) {
  ui.now_ms += 1000;
  ui.settle();
}

bool is_pressable(const semantics::Node& node) {
  using semantics::NodeRole;
  switch (node.role) {
    case NodeRole::button:
    case NodeRole::link:
    case NodeRole::tab:
    case NodeRole::radio:
    case NodeRole::checkbox:
    case NodeRole::treeitem:
    case NodeRole::menuitem:
    case NodeRole::option:
    case NodeRole::columnheader:
      return node.command.has_value();
    default:
      return false;
  }
}

/// Presses every control that can be pressed (`within`: whose id begins so) and says which sent
/// something else than its node carries.
std::string disagreements(Headless& ui, std::string_view within = "") {
  ui.decides = false;
  std::vector<std::pair<std::string, std::string>> controls;
  for (const semantics::Node& node : ui.nodes.nodes())
    if (is_pressable(node) && node.id.starts_with(within))
      controls.emplace_back(node.id, text_from_command(*node.command) + "\n");
  std::string wrong;
  for (const auto& [id, expected] : controls) {
    const std::string sent = ui.press_id(id);
    if (sent.find(expected) == std::string::npos)
      wrong += id + " sent “" + sent + "” and not " + expected;
  }
  ui.decides = true;
  return wrong;
}

/// The lines of one group and of what stands in it.
std::string group_outline(const Headless& ui, std::string_view id) {
  const semantics::Node* group = ui.nodes.find(id);
  if (!group) return "there is no group " + std::string(id);
  std::string text = std::string(support::text_from_role(group->role)) + " " + group->name + "\n";
  for (const semantics::Node& node : ui.nodes.nodes())
    if (node.parent == id)
      text += "  " + std::string(support::text_from_role(node.role)) + " " + node.name + "\n";
  return text;
}

}  // namespace

TEST_CASE("the table screen says all that it shows") {
  golden::check("view/table_screen", Headless(Session::at_people()).outline());
}

TEST_CASE("on a phone of any width no text of an entry lies over another") {
  for (float width = 300; width <= 400; width += 1) {
    const Headless ui(Session::at_catalogue(), width, 844);
    std::map<std::string, float> ends;  // By entry, of what is above.
    for (const semantics::Node& node : ui.nodes.nodes()) {
      const std::size_t entry = node.id.rfind('/');
      if (node.id.find("/entries/") == std::string::npos || node.rect.h == 0) continue;
      for (const std::string_view part : {"title", "meta", "dimensions"}) {
        if (node.id.substr(entry + 1) != part) continue;
        float& end = ends[node.id.substr(0, entry)];
        INFO(width << " " << node.id);
        CHECK(node.rect.y >= end);
        end = node.rect.bottom();
      }
    }
    CHECK_FALSE(ends.empty());
  }
}

TEST_CASE("the catalogue says all that it shows") {
  golden::check("view/catalogue_screen", Headless(Session::at_catalogue()).outline());
}

TEST_CASE("the table screen on a phone says all that it shows") {
  golden::check("view/table_screen_phone", Headless(Session::at_people(), 390, 844).outline());
}

TEST_CASE("every control of the table screen sends the command of its node") {
  Headless ui(Session::at_people());
  CHECK(disagreements(ui) == "");
}

TEST_CASE("every control of the catalogue sends the command of its node") {
  Headless ui(Session::at_catalogue());
  CHECK(disagreements(ui) == "");
}

TEST_CASE("every control on a phone sends the command of its node") {
  Headless table(Session::at_people(), 390, 844);
  CHECK(disagreements(table) == "");
  Headless catalogue(Session::at_catalogue(), 390, 844);
  CHECK(disagreements(catalogue) == "");
}

TEST_CASE("whatever answers to the pointer has a node") {
  CHECK(uncovered(Headless(Session::at_people())) == "");
  CHECK(uncovered(Headless(Session::at_catalogue())) == "");
  CHECK(uncovered(Headless(Session::at_people(), 390, 844)) == "");
}

TEST_CASE("no two nodes share an id, and each stands in a group that exists") {
  const Headless ui(Session::at_people());
  std::set<std::string> seen;
  for (const semantics::Node& node : ui.nodes.nodes()) {
    CHECK(seen.insert(node.id).second);
    if (!node.parent.empty()) CHECK(seen.contains(node.parent));
  }
}

TEST_CASE("a figure on the screen is the table's figure, and a missing one shows its symbol") {
  Headless ui(Session::at_people());
  CHECK(ui.find("63")->role == semantics::NodeRole::gridcell);
  CHECK(ui.find("…, data tidak tersedia")->role == semantics::NodeRole::gridcell);
}

TEST_CASE("pressing the heading of a column sorts by it, and the rows follow") {
  Headless ui(Session::at_people());
  ui.press_id("main/table/grid/head/h1c0");
  ui.settle();
  CHECK(ui.nodes.find("main/table/grid/head/h1c0")->sorted == semantics::Node::Sorted::descending);
}

TEST_CASE("the save dialog opens, and a press beside it closes it") {
  Headless ui(Session::at_people());
  ui.press("Ekspor");
  ui.settle();
  REQUIRE(ui.find("Unduh Excel"));
  CHECK(disagreements(ui, "save/") == "");
  ui.shell.pointer_moved(20, 450);
  ui.frame();
  ui.shell.pointer_pressed(0, false);
  ui.frame();
  ui.shell.pointer_released(0);
  ui.settle();
  CHECK_FALSE(ui.find("Unduh Excel"));
}

TEST_CASE("a menu opens at its handle, moves the dimension, and closes") {
  Headless ui(Session::at_people());
  ui.press("Atur jk");
  ui.settle();
  REQUIRE(ui.find("Pindah ke baris"));
  CHECK(ui.press("Pindah ke baris").find("MoveDimension jk") != std::string::npos);
  ui.settle();
  CHECK_FALSE(ui.find("Pindah ke baris"));
}

TEST_CASE("a press on what opened a menu closes it again") {
  Headless ui(Session::at_people());
  ui.press("Atur jk");
  ui.settle();
  ui.press("Atur jk");
  ui.settle();
  CHECK_FALSE(ui.find("Pindah ke baris"));
}

TEST_CASE("dragging a handle into another zone moves its dimension there") {
  Headless ui(Session::at_people());
  const base::Rect handle = ui.find("Atur jk")->rect, rows = ui.find("Atur kecamatan")->rect;
  ui.shell.pointer_moved(handle.x + 10, handle.middle_y());
  ui.frame();
  ui.shell.pointer_pressed(0, false);
  ui.frame();
  ui.shell.pointer_moved(rows.right() + 6, rows.middle_y());
  ui.frame();
  ui.frame();
  ui.sent.clear();
  ui.shell.pointer_released(0);
  ui.frame();
  CHECK(ui.sent.find("MoveDimension jk stub") != std::string::npos);
}

TEST_CASE("dragging over cells selects a range, and the status bar adds it up") {
  Headless ui(Session::at_people());
  const auto press_at = [&](const char* id) { return ui.nodes.find(id)->rect; };
  const base::Rect from = press_at("main/table/grid/row0/r0c0"),
                   to = press_at("main/table/grid/row1/r1c0");
  ui.shell.pointer_moved(from.middle_x(), from.middle_y());
  ui.frame();
  ui.shell.pointer_pressed(0, false);
  ui.frame();
  ui.shell.pointer_moved(to.middle_x(), to.middle_y());
  ui.frame();
  ui.frame();
  ui.shell.pointer_released(0);
  ui.settle();
  CHECK(ui.find("2 sel dipilih"));
  CHECK(ui.find("Jumlah 30"));
}

TEST_CASE("while a table is on its way the screen says so, and when it fails it offers a way on") {
  Session session;
  session.send(app::AddressChanged{"/id/tabel/penduduk/"});
  session.catalogue_arrives();
  Headless ui(session);
  wait(ui);
  CHECK(ui.find("Memuat tabel…"));
  ui.session.table_fails("penduduk", base::ErrorCode::unavailable);
  ui.settle();
  CHECK(ui.find("Coba lagi"));
  CHECK(ui.find("Ke katalog"));
}

TEST_CASE(
    "while the search is on its way the catalogue says so, and when it fails it tries again") {
  Session session;
  session.send(app::AddressChanged{"/id/?cari=penduduk"});
  session.catalogue_arrives();
  Headless ui(session);
  wait(ui);
  CHECK(ui.find("Memuat pencarian…"));
  CHECK_FALSE(ui.find("0 tabel"));
  ui.session.send(app::SearchIndexArrived{base::fail(base::ErrorCode::unavailable, "", "")});
  ui.settle();
  CHECK_FALSE(ui.find("Memuat pencarian…"));
  CHECK(ui.find("Pencarian belum dapat dipakai"));
  CHECK(disagreements(ui, "main/catalogue/failed") == "");
  ui.press("Coba lagi");
  wait(ui);
  CHECK(ui.find("Memuat pencarian…"));
  ui.session.search_arrives();
  ui.settle();
  CHECK(ui.find("Jumlah penduduk"));
}

TEST_CASE("the legend leads to all symbols, and what opened the list closes it") {
  Headless ui(Session::at_people());
  CHECK_FALSE(ui.find("e angka estimasi"));
  ui.press("Semua simbol");
  ui.settle();
  golden::check("view/all_symbols", group_outline(ui, "popup/symbols"));
  CHECK(disagreements(ui, "popup/symbols/") == "");
  ui.press_id("main/table/notes/all symbols");
  ui.settle();
  CHECK_FALSE(ui.find("e angka estimasi"));
}

TEST_CASE("all symbols stand over the notes of a phone") {
  Headless ui(Session::at_people(), 390, 844);
  ui.press("Lihat catatan dan sumber");
  ui.settle();
  ui.press("Semua simbol");
  ui.settle();
  CHECK(ui.find("e angka estimasi"));
  ui.press_id("popup/symbols/close");
  ui.settle();
  CHECK_FALSE(ui.find("e angka estimasi"));
  CHECK(ui.find("Sumber: BPS Kabupaten Muara Enim"));
}

TEST_CASE("while the network is cut a band says what still works") {
  const auto sentence = "Luring: perubahan tampilan tetap bisa, tabel lain menunggu sambungan.";
  for (const Session& session : {Session::at_people(), Session::at_catalogue()}) {
    Headless ui(session);
    CHECK_FALSE(ui.find(sentence));
    app::Window window = ui.session.state.window;
    window.is_online = false;
    ui.session.send(app::WindowChanged{window});
    ui.settle();
    REQUIRE(ui.find(sentence));
    CHECK(ui.find(sentence)->role == semantics::NodeRole::status);
    window.is_online = true;
    ui.session.send(app::WindowChanged{window});
    ui.settle();
    CHECK_FALSE(ui.find(sentence));
  }
}

TEST_CASE("an untouched screen asks for no frame") {
  Headless ui(Session::at_people());
  ui.settle();
  CHECK_FALSE(ui.shell.wants_frame());
}

namespace {

/// At the map of the people, drawn as its worker might: one mark, and a choice of each kind.
Session at_map() {
  Session session = Session::at_people("?tab=peta");
  wire::Picture picture;
  picture.scene.width = 300;
  picture.scene.height = 200;
  picture.scene.title = "Tertinggi Gelumbang (33 jiwa)";
  picture.scene.sentence = picture.scene.title + ".";
  const stats::Ring hook{{10, 10}, {110, 10}, {110, 110}, {90, 110}, {90, 30}, {10, 30}};
  picture.scene.shapes = {stats::Polygon{hook,
                                         stats::Ink::sequential_enim,
                                         stats::Ink::area_outline,
                                         1,
                                         {0, 1, 4, 0, 4, 5, 1, 2, 3, 1, 3, 4}}};
  picture.scene.marks = {
      {{hook}, "Gelumbang", {"33 jiwa", "Urutan 1 dari 3 kecamatan"}, "", {200, 10, 90, 18}}};
  picture.choices = {
      {"peta.d.tahun", "Tahun", "2025", {{"2024", "2024"}, {"2025", "2025"}}, ""},
      {"peta.kelas", "Pembagian kelas", "own", {{"round", "Batas bulat"}, {"own", "Sendiri"}}, ""},
      {"peta.batas", "Batas sendiri", "", {}, "Angka yang naik"}};
  session.send(app::PictureArrived{session.state.picture.number,
                                   support::bytes_from_text(wire::bytes_from_picture(picture))});
  return session;
}

}  // namespace

TEST_CASE("the map's tab is there where the table has outlines, and says so where it has none") {
  CHECK(Headless(Session::at_people()).find("Peta"));
  Session session;
  session.send(app::AddressChanged{"/id/tabel/kemiskinan/"});
  session.catalogue_arrives();
  session.table_arrives(support::poverty_table());
  CHECK_FALSE(Headless(session).find("Peta"));
  session.send(app::AddressChanged{"/id/tabel/kemiskinan/?tab=peta"});
  CHECK(Headless(session).find("Tidak ada peta untuk wilayah dalam tabel ini."));
}

TEST_CASE("every control of the map sends the command of its node") {
  Headless wide(at_map());
  CHECK(disagreements(wide, "main/picture") == "");
  Headless phone(at_map(), 390, 844);
  CHECK(disagreements(phone, "main/picture") == "");
}

TEST_CASE("a menu of the map's choices is pressed into the address") {
  Headless ui(at_map());
  ui.press("Tahun: 2025");
  CHECK(ui.press("2024") == "SetPicture peta.d.tahun 2024\nClosePopup\n");
  CHECK(std::get<app::TableScreen>(ui.session.state.screen).picture.at("peta.d.tahun") == "2024");
}
