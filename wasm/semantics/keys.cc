#include "semantics/keys.h"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "app/picture.h"
#include "app/update.h"

namespace semantics {

namespace {

using app::JumpActiveCell;
using app::MoveActiveCell;
using Wish = std::optional<app::Command>;

bool is_in_grid(const Node& node) {
  return node.role == NodeRole::grid || node.role == NodeRole::gridcell ||
         node.role == NodeRole::rowheader || node.role == NodeRole::columnheader;
}

/// True where the text typed into the node is the question to the catalogue.
bool is_table_search(const Node& node) {
  return takes_text(node) && node.command_from_value &&
         node.command_from_value(node.value).as<app::TypeSearch>();
}

Wish wish_in_table_search(const app::State& state, const KeyPress& press) {
  if (press.key == "Enter") {
    if (state.ui.is_suggesting) return app::ChooseSuggestion{};
    return app::SearchFor{state.ui.search_text};
  }
  if (!state.ui.is_suggesting) return {};
  if (press.key == "ArrowDown") return app::MoveSuggestion{1};
  if (press.key == "ArrowUp") return app::MoveSuggestion{-1};
  return {};
}

/// Closes what lies on top.
Wish wish_of_escape(const app::State& state, const Node* focused) {
  const app::Ui& ui = state.ui;
  if (ui.popup) return app::ClosePopup{};
  if (ui.is_suggesting) return app::CloseSuggestions{};
  if (app::is_export_told(state)) return app::CancelExport{};
  if (ui.dialog != app::Dialog::none) return app::CloseDialog{};
  if (ui.is_cell_panel_open) return app::CloseCellPanel{};
  if (ui.selection && (!focused || !takes_text(*focused))) return app::ClearSelection{};
  return {};
}

Wish wish_of_jump(const KeyPress& press, std::size_t page_rows) {
  using To = JumpActiveCell::To;
  struct Jump {
    std::string_view key;
    bool has_control;
    To to;
  };
  static constexpr Jump jumps[] = {
      {"Home", false, To::row_begin},      {"End", false, To::row_end},
      {"Home", true, To::first},           {"End", true, To::last},
      {"PageUp", false, To::page_up},      {"PageDown", false, To::page_down},
      {"ArrowUp", true, To::column_begin}, {"ArrowDown", true, To::column_end},
      {"ArrowLeft", true, To::row_begin},  {"ArrowRight", true, To::row_end},
  };
  for (const Jump& jump : jumps) {
    if (jump.key == press.key && jump.has_control == press.has_control)
      return JumpActiveCell{jump.to, press.has_shift, page_rows};
  }
  return {};
}

Wish wish_in_grid(const KeyPress& press, std::size_t page_rows) {
  if (press.has_alt) return {};
  if (Wish jump = wish_of_jump(press, page_rows)) return jump;
  if (press.has_control) {
    if (press.key == "a") return app::SelectAllCells{};
    if (press.key == "c") return app::CopyCells{};
    return {};
  }
  if (press.key == "Enter") return app::OpenCellPanel{};
  if (press.key == "ArrowUp") return MoveActiveCell{-1, 0, press.has_shift};
  if (press.key == "ArrowDown") return MoveActiveCell{1, 0, press.has_shift};
  if (press.key == "ArrowLeft") return MoveActiveCell{0, -1, press.has_shift};
  if (press.key == "ArrowRight") return MoveActiveCell{0, 1, press.has_shift};
  return {};
}

/// From a heading of columns the arrows go sideways among headings, and down into the cells.
Wish wish_in_column_heading(const KeyPress& press) {
  if (press.key == "ArrowDown" && !press.has_control && !press.has_alt)
    return MoveActiveCell{0, 0, false};
  return {};
}

/// Right opens a closed branch of a tree, left closes an open one.
Wish wish_in_tree(const Node& item, const KeyPress& press) {
  const bool opens = press.key == "ArrowRight" && item.expanded == Tri::no;
  const bool closes = press.key == "ArrowLeft" && item.expanded == Tri::yes;
  if ((!opens && !closes) || !item.command) return {};
  if (const auto* subject = item.command->as<app::OpenSubject>())
    return app::ToggleSubjectOpen{subject->code};
  if (const auto* category = item.command->as<app::ToggleCategory>())
    return app::ToggleParentOpen{category->dimension, category->category};
  return {};
}

/// The dimension whose handle the node is: it opens the popup "handle/<code>".
std::string_view dimension_of_handle(const Node& node) {
  constexpr std::string_view prefix = "handle/";
  const auto* popup = node.command ? node.command->as<app::OpenPopup>() : nullptr;
  if (!popup || !popup->id.starts_with(prefix)) return {};
  return std::string_view(popup->id).substr(prefix.size());
}

/// A handle goes one place on in the row of handles: those of the rows, then those of the columns.
Wish wish_on_handle(const app::State& state, std::string_view dimension, const KeyPress& press) {
  const bool goes_back = press.key == "ArrowLeft" || press.key == "ArrowUp";
  const bool goes_on = press.key == "ArrowRight" || press.key == "ArrowDown";
  if ((!goes_back && !goes_on) || !state.grid) return {};
  const stats::PivotSpec& pivot = state.grid->view().pivot;
  const auto place_in = [&](const std::vector<std::string>& codes) {
    return static_cast<std::size_t>(std::find(codes.begin(), codes.end(), dimension) -
                                    codes.begin());
  };
  const std::size_t in_stub = place_in(pivot.stub), in_heading = place_in(pivot.heading);
  const std::string code(dimension);
  if (in_stub < pivot.stub.size()) {
    if (goes_back)
      return in_stub == 0 ? Wish() : Wish(app::MoveDimension{code, app::Zone::stub, in_stub - 1});
    if (in_stub + 1 < pivot.stub.size())
      return app::MoveDimension{code, app::Zone::stub, in_stub + 1};
    return app::MoveDimension{code, app::Zone::heading, 0};
  }
  if (in_heading < pivot.heading.size()) {
    if (goes_on && in_heading + 1 == pivot.heading.size()) return {};
    if (goes_on) return app::MoveDimension{code, app::Zone::heading, in_heading + 1};
    if (in_heading > 0) return app::MoveDimension{code, app::Zone::heading, in_heading - 1};
    return app::MoveDimension{code, app::Zone::stub, pivot.stub.size()};
  }
  return goes_back ? Wish(app::MoveDimension{code, app::Zone::heading, pivot.heading.size()})
                   : Wish();
}

/// Keys that mean the same everywhere on a table but in text.
Wish wish_on_table(const app::State& state, const KeyPress& press) {
  if (press.has_alt) return {};
  if (press.has_control) {
    if (press.key == "e" && !press.has_shift) return app::OpenDialog{app::Dialog::save};
    if (press.key == "p" && !press.has_shift) return app::PrintTable{};
    if (press.key == "z" && !press.has_shift) return app::Undo{};
    if (press.key == "Z" || press.key == "z" || press.key == "y") return app::Redo{};
    return {};
  }
  if (press.key == "1") return app::OpenTab{app::TableTab::table};
  if (press.key == "2") return app::OpenTab{app::TableTab::chart};
  if (press.key == "3" && !app::map_address(state).empty()) return app::OpenTab{app::TableTab::map};
  if (press.key == "4") return app::OpenTab{app::TableTab::metadata};
  return {};
}

}  // namespace

bool takes_text(const Node& node) {
  return node.role == NodeRole::searchbox || node.role == NodeRole::textbox;
}

std::optional<app::Command> command_from_key(const app::State& state, const Node* focused,
                                             const KeyPress& press, std::size_t page_rows) {
  if (press.key == "Escape") return wish_of_escape(state, focused);
  if (focused && takes_text(*focused)) {
    if (press.has_control || press.has_alt || !is_table_search(*focused)) return {};
    return wish_in_table_search(state, press);
  }
  if (focused && press.has_alt) {
    const std::string_view dimension = dimension_of_handle(*focused);
    return dimension.empty() ? Wish() : wish_on_handle(state, dimension, press);
  }
  if (focused && is_in_grid(*focused)) {
    const bool is_heading = focused->role == NodeRole::columnheader;
    const Wish wish = is_heading ? wish_in_column_heading(press) : wish_in_grid(press, page_rows);
    if (wish) return wish;
  }
  if (focused && focused->role == NodeRole::image && !press.has_control) {
    if (press.key == "ArrowRight" || press.key == "ArrowDown") return app::WalkMarks{1};
    if (press.key == "ArrowLeft" || press.key == "ArrowUp") return app::WalkMarks{-1};
  }
  if (focused && focused->role == NodeRole::treeitem) {
    if (Wish wish = wish_in_tree(*focused, press)) return wish;
  }
  const bool is_covered =
      app::is_export_told(state) || state.ui.popup || state.ui.dialog != app::Dialog::none;
  if (is_covered || !std::holds_alternative<app::TableScreen>(state.screen)) return {};
  return wish_on_table(state, press);
}

}  // namespace semantics
