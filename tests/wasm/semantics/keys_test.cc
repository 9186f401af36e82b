#include "semantics/keys.h"

#include <catch2/catch_test_macros.hpp>

#include "support/table_builder.h"

using semantics::KeyPress;
using semantics::Node;
using semantics::NodeRole;
using semantics::Tri;

namespace {

Node node(NodeRole role) {
  Node made;
  made.role = role;
  return made;
}

Node search_field() {
  Node made = node(NodeRole::searchbox);
  made.command_from_value = [](std::string text) { return app::TypeSearch{std::move(text)}; };
  return made;
}

/// On the table's screen, without anything open.
app::State on_table() {
  app::State state;
  state.screen = app::TableScreen{"pop-01", {}, {}};
  return state;
}

/// The command's words; "-" where the key is not ours.
std::string sent(const app::State& state, const Node* focused, KeyPress press) {
  const auto command = semantics::command_from_key(state, focused, press, 12);
  return command ? app::text_from_command(*command) : "-";
}

constexpr bool shift = true;

KeyPress with_control(std::string_view key, bool has_shift = false) {
  return {key, has_shift, true, false};
}
KeyPress with_alt(std::string_view key) { return {key, false, false, true}; }

}  // namespace

TEST_CASE("arrows move the active cell, and Shift extends the selection") {
  const app::State state = on_table();
  const Node cell = node(NodeRole::gridcell);
  CHECK(sent(state, &cell, {"ArrowUp"}) == "MoveActiveCell -1 0 no");
  CHECK(sent(state, &cell, {"ArrowDown"}) == "MoveActiveCell 1 0 no");
  CHECK(sent(state, &cell, {"ArrowLeft"}) == "MoveActiveCell 0 -1 no");
  CHECK(sent(state, &cell, {"ArrowRight", shift}) == "MoveActiveCell 0 1 yes");
}

TEST_CASE("jumps go to the ends of rows, columns and the grid, or by a page in sight") {
  const app::State state = on_table();
  const Node cell = node(NodeRole::gridcell);
  CHECK(sent(state, &cell, {"Home"}) == "JumpActiveCell row_begin no 12");
  CHECK(sent(state, &cell, {"End", shift}) == "JumpActiveCell row_end yes 12");
  CHECK(sent(state, &cell, with_control("Home")) == "JumpActiveCell first no 12");
  CHECK(sent(state, &cell, with_control("End", shift)) == "JumpActiveCell last yes 12");
  CHECK(sent(state, &cell, {"PageUp"}) == "JumpActiveCell page_up no 12");
  CHECK(sent(state, &cell, {"PageDown"}) == "JumpActiveCell page_down no 12");
  CHECK(sent(state, &cell, with_control("ArrowUp")) == "JumpActiveCell column_begin no 12");
  CHECK(sent(state, &cell, with_control("ArrowRight")) == "JumpActiveCell row_end no 12");
}

TEST_CASE("Enter tells about the active cell") {
  const Node cell = node(NodeRole::gridcell);
  CHECK(sent(on_table(), &cell, {"Enter"}) == "OpenCellPanel");
}

TEST_CASE("a grid selects all and copies by Ctrl") {
  const app::State state = on_table();
  const Node cell = node(NodeRole::gridcell);
  CHECK(sent(state, &cell, with_control("a")) == "SelectAllCells");
  CHECK(sent(state, &cell, with_control("c")) == "CopyCells");
}

TEST_CASE("from a heading of columns only the arrow down goes into the cells") {
  const app::State state = on_table();
  const Node heading = node(NodeRole::columnheader);
  CHECK(sent(state, &heading, {"ArrowDown"}) == "MoveActiveCell 0 0 no");
  CHECK(sent(state, &heading, {"ArrowRight"}) == "-");
}

TEST_CASE("printing prints the table, and not the page under the viewer") {
  const Node button = node(NodeRole::button);
  CHECK(sent(on_table(), &button, with_control("p")) == "PrintTable");
}

TEST_CASE("Escape stops a file that is told of") {
  app::State state = on_table();
  state.running_export = app::Export{};
  CHECK(sent(state, nullptr, {"Escape"}) == "-");
  state.now_ms = 1000;
  CHECK(sent(state, nullptr, {"Escape"}) == "CancelExport");
}

TEST_CASE("the browser keeps its keys") {
  const app::State state = on_table();
  const Node cell = node(NodeRole::gridcell), button = node(NodeRole::button);
  for (const Node* focused : {&cell, &button, static_cast<const Node*>(nullptr)}) {
    CHECK(sent(state, focused, {"Tab"}) == "-");
    CHECK(sent(state, focused, {"F5"}) == "-");
    CHECK(sent(state, focused, with_control("f")) == "-");
    CHECK(sent(state, focused, with_control("+")) == "-");
    CHECK(sent(state, focused, with_control("Tab")) == "-");
    CHECK(sent(state, focused, with_alt("ArrowLeft")) == "-");
    CHECK(sent(state, focused, with_alt("1")) == "-");
  }
  CHECK(sent(state, &button, with_control("a")) == "-");
  CHECK(sent(state, &button, {"ArrowDown"}) == "-");
}

TEST_CASE("a table is saved, undone and turned to its tabs from anywhere but text") {
  const app::State state = on_table();
  const Node button = node(NodeRole::button), text = node(NodeRole::textbox);
  CHECK(sent(state, nullptr, with_control("e")) == "OpenDialog save");
  CHECK(sent(state, &button, with_control("z")) == "Undo");
  CHECK(sent(state, &button, with_control("Z", shift)) == "Redo");
  CHECK(sent(state, &button, with_control("y")) == "Redo");
  CHECK(sent(state, &button, {"1"}) == "OpenTab table");
  CHECK(sent(state, &button, {"2"}) == "OpenTab chart");
  CHECK(sent(state, &button, {"3"}) == "-");
  CHECK(sent(state, &button, {"4"}) == "OpenTab metadata");
  CHECK(sent(state, &text, {"1"}) == "-");
  CHECK(sent(state, &text, with_control("z")) == "-");
  CHECK(sent(state, &text, with_control("a")) == "-");
}

TEST_CASE("keys of the table rest while something lies over it, and on the catalogue") {
  app::State state = on_table();
  state.ui.dialog = app::Dialog::save;
  CHECK(sent(state, nullptr, {"1"}) == "-");
  state.ui.dialog = app::Dialog::none;
  state.ui.popup = app::Popup{"sort"};
  CHECK(sent(state, nullptr, with_control("e")) == "-");
  CHECK(sent(app::State(), nullptr, with_control("e")) == "-");
}

TEST_CASE("Escape closes what lies on top") {
  app::State state = on_table();
  CHECK(sent(state, nullptr, {"Escape"}) == "-");
  state.ui.selection = app::CellSelection();
  CHECK(sent(state, nullptr, {"Escape"}) == "ClearSelection");
  state.ui.is_cell_panel_open = true;
  CHECK(sent(state, nullptr, {"Escape"}) == "CloseCellPanel");
  state.ui.dialog = app::Dialog::save;
  CHECK(sent(state, nullptr, {"Escape"}) == "CloseDialog");
  state.ui.is_suggesting = true;
  CHECK(sent(state, nullptr, {"Escape"}) == "CloseSuggestions");
  state.ui.popup = app::Popup{"sort"};
  CHECK(sent(state, nullptr, {"Escape"}) == "ClosePopup");
}

TEST_CASE("in the table search the arrows go through the suggestions and Enter takes one") {
  app::State state;
  const Node field = search_field();
  state.ui.search_text = "padi";
  CHECK(sent(state, &field, {"ArrowDown"}) == "-");
  CHECK(sent(state, &field, {"Enter"}) == "SearchFor padi");
  state.ui.is_suggesting = true;
  CHECK(sent(state, &field, {"ArrowDown"}) == "MoveSuggestion 1");
  CHECK(sent(state, &field, {"ArrowUp"}) == "MoveSuggestion -1");
  CHECK(sent(state, &field, {"Enter"}) == "ChooseSuggestion");
  CHECK(sent(state, &field, {"p"}) == "-");
}

TEST_CASE("a branch of a tree opens to the right and closes to the left") {
  app::State state;
  Node item = node(NodeRole::treeitem);
  item.command = app::OpenSubject{"3"};
  CHECK(sent(state, &item, {"ArrowRight"}) == "-");
  item.expanded = Tri::no;
  CHECK(sent(state, &item, {"ArrowRight"}) == "ToggleSubjectOpen 3");
  CHECK(sent(state, &item, {"ArrowLeft"}) == "-");
  item.expanded = Tri::yes;
  CHECK(sent(state, &item, {"ArrowLeft"}) == "ToggleSubjectOpen 3");
  item.command = app::ToggleCategory{"kecamatan", "1603"};
  CHECK(sent(state, &item, {"ArrowLeft"}) == "ToggleParentOpen kecamatan 1603");
}

TEST_CASE("a handle goes through rows and columns by Alt and arrows") {
  using stats::Additivity;
  app::State state = on_table();
  const auto table = support::table("pop-01")
                         .dimension("kecamatan", {"A", "B"})
                         .dimension("jk", {"L", "P"})
                         .time("tahun", {"2024", "2025"})
                         .measure("jumlah", "jiwa", 0, Additivity::stock)
                         .cells({1, 2, 3, 4, 5, 6, 7, 8})
                         .make();
  stats::View view;
  view.pivot.stub = {"kecamatan", "jk"};
  view.pivot.heading = {"tahun"};
  state.grid = std::make_shared<const stats::PivotGrid>(
      stats::grid_from_table(std::make_shared<const stats::Table>(table), view));
  const auto sent_by = [&](const char* dimension, const char* key) {
    Node handle = node(NodeRole::button);
    handle.command = app::OpenPopup{std::string("handle/") + dimension};
    return sent(state, &handle, with_alt(key));
  };
  CHECK(sent_by("kecamatan", "ArrowLeft") == "-");
  CHECK(sent_by("kecamatan", "ArrowRight") == "MoveDimension kecamatan stub 1");
  CHECK(sent_by("jk", "ArrowUp") == "MoveDimension jk stub 0");
  CHECK(sent_by("jk", "ArrowDown") == "MoveDimension jk heading 0");
  CHECK(sent_by("tahun", "ArrowLeft") == "MoveDimension tahun stub 2");
  CHECK(sent_by("tahun", "ArrowRight") == "-");
  CHECK(sent_by("ukuran", "ArrowLeft") == "MoveDimension ukuran heading 1");
}
