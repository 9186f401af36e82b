// Selecting and copying cells.
#include "app/update_parts.h"

#include <catch2/catch_test_macros.hpp>

#include "wasm/app/session.h"

using app::JumpActiveCell;
using app::MoveActiveCell;
using app::SelectCell;
using support::Session;

namespace {

/// "1,2" or "1,2..3,4": the anchor and the active cell.
std::string selection(const Session& session) {
  if (!session.state.ui.selection) return "none";
  const app::CellSelection& held = *session.state.ui.selection;
  const auto cell = [](std::size_t row, std::size_t column) {
    return std::to_string(row) + "," + std::to_string(column);
  };
  const std::string active = cell(held.row, held.column);
  const std::string anchor = cell(held.anchor_row, held.anchor_column);
  return active == anchor ? active : anchor + ".." + active;
}

std::string copied(const Session& session) {
  return std::get<app::CopyText>(session.effects.at(0)).text;
}

}  // namespace

TEST_CASE("a press selects one cell, a drag a range, and a release ends it") {
  Session session = Session::at_people();  // 4 rows, 6 columns.
  session.send(SelectCell{1, 1, false});
  session.send(app::DragSelection{2, 3});
  CHECK(selection(session) == "1,1..2,3");
  session.send(app::EndSelection{});
  session.send(app::DragSelection{3, 5});
  CHECK(selection(session) == "1,1..2,3");
}

TEST_CASE("a press with Shift extends from where the selection began") {
  Session session = Session::at_people();
  session.send(SelectCell{2, 3, true});
  CHECK(selection(session) == "2,3");
  session.send(SelectCell{0, 1, true});
  CHECK(selection(session) == "2,3..0,1");
  CHECK(session.state.ui.selection->range() == stats::CellRange{0, 3, 1, 4});
}

TEST_CASE("a press or drag beyond the edge is at the edge") {
  Session session = Session::at_people();
  session.send(SelectCell{99, 99, false});
  CHECK(selection(session) == "3,5");
}

TEST_CASE("arrows move the active cell, with Shift its range, and stay at the edge") {
  Session session = Session::at_people();
  session.send(MoveActiveCell{1, 0, false});
  CHECK(selection(session) == "0,0");  // The first key only shows where one is.
  session.send(MoveActiveCell{-1, -1, false});
  CHECK(selection(session) == "0,0");
  session.send(MoveActiveCell{1, 1, false});
  session.send(MoveActiveCell{1, 9, true});
  CHECK(selection(session) == "1,1..2,5");
  session.send(MoveActiveCell{0, -1, false});
  CHECK(selection(session) == "2,4");
}

TEST_CASE("Home, End and the pages jump") {
  using To = JumpActiveCell::To;
  Session session = Session::at_people();
  const auto jump = [&](To to, bool extend = false) {
    session.send(JumpActiveCell{to, extend, 2});
    return selection(session);
  };
  CHECK(jump(To::row_end) == "0,5");
  CHECK(jump(To::page_down) == "2,5");
  CHECK(jump(To::page_down) == "3,5");
  CHECK(jump(To::row_begin) == "3,0");
  CHECK(jump(To::page_up) == "1,0");
  CHECK(jump(To::column_begin) == "0,0");
  CHECK(jump(To::column_end) == "3,0");
  CHECK(jump(To::last) == "3,5");
  CHECK(jump(To::first, true) == "3,5..0,0");
}

TEST_CASE("all cells are selected from the last, so that the grid does not scroll") {
  Session session = Session::at_people();
  session.send(app::SelectAllCells{});
  CHECK(selection(session) == "3,5..0,0");
  session.send(app::ClearSelection{});
  CHECK(selection(session) == "none");
}

TEST_CASE("a press on a cell without figure opens its panel, on a figure it does not") {
  Session session = Session::at_people("?baris=kecamatan&kolom=tahun&d.jk=P");
  session.send(SelectCell{2, 1, false});
  CHECK(!session.state.ui.is_cell_panel_open);
  session.send(app::EndSelection{});
  CHECK(session.state.ui.is_cell_panel_open);
  session.send(SelectCell{0, 0, false});
  session.send(app::EndSelection{});
  CHECK(!session.state.ui.is_cell_panel_open);
  session.send(app::OpenCellPanel{});
  CHECK(session.state.ui.is_cell_panel_open);
  session.send(app::CloseCellPanel{});
  CHECK(!session.state.ui.is_cell_panel_open);
}

TEST_CASE("copied cells bring their headings") {
  Session session = Session::at_people("?baris=kecamatan&kolom=tahun&d.jk=P");
  session.send(SelectCell{1, 0, false});
  session.send(SelectCell{2, 1, true});
  CHECK(session.send(app::CopyCells{}) == "CopyText 4 cells\n");
  CHECK(copied(session) == "kecamatan\t2023\t2024\nTanjung Agung\t21\t22\nGelumbang\t31\t…\n");
  session.send(app::ClearSelection{});
  CHECK(session.send(app::CopyCells{}).empty());
}

TEST_CASE("a link is copied as the address stands") {
  Session session = Session::at_people("?baris=tahun&kolom=kecamatan&d.jk=P");
  CHECK(session.send(app::CopyLink{}) ==
        "CopyText /id/tabel/penduduk/?baris=tahun&kolom=kecamatan&d.jk=P\n");
}

TEST_CASE("a notice is there until it is dismissed") {
  Session session;
  session.send(app::CopyFinished{true, 1, false});
  session.send(app::DismissNotice{});
  CHECK(!session.state.notice);
}
