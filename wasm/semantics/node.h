// What was drawn, as meaning: one node for each control and text, in reading order. The page
// mirrors the nodes as real elements; tests read and press them by name.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/command.h"
#include "base/rect.h"

namespace semantics {

enum class NodeRole : std::uint8_t {
  // Groups: hold other nodes.
  banner,
  navigation,
  main,
  region,
  group,
  toolbar,
  tablist,
  tree,
  list,
  listbox,
  menu,
  radiogroup,
  dialog,
  alertdialog,
  grid,
  row,
  // Leaves.
  heading,
  text,
  link,
  button,
  checkbox,
  radio,
  tab,
  treeitem,
  listitem,
  option,
  menuitem,
  searchbox,
  textbox,
  slider,
  columnheader,
  rowheader,
  gridcell,
  status,
  alert,
  progressbar,
  image,
};
inline constexpr int node_role_count = 37;

/// Flags that a node may carry; `none` where the role has no such state.
enum class Tri : std::uint8_t { none, no, yes, mixed };

struct Node {
  std::string id;      ///< Stable and unique: "table/panel/kecamatan/1603020".
  std::string parent;  ///< Id of the group it stands in; empty: the root.
  NodeRole role = NodeRole::text;
  std::string name;         ///< What is read: the visible text, or more.
  std::string value;        ///< Of text fields, sliders, progress.
  std::string description;  ///< Read after the name: a reason, a hint.
  base::Rect rect;          ///< CSS pixels in the window; the visible part.
  Tri checked = Tri::none, expanded = Tri::none, selected = Tri::none, pressed = Tri::none;
  bool is_disabled = false;
  bool is_focusable = false;  ///< In the tab order (of a roving group: where the focus stands).
  bool is_current = false;    ///< aria-current.
  std::int32_t level = 0;     ///< Heading level, tree depth (1…).
  std::int32_t row = -1, column = -1, row_span = 1, column_span = 1;  ///< Grid: 0-based, absolute.
  /// Grid: all of them. Text field: `rows_count` lines; more than one take line breaks.
  std::int32_t rows_count = 0, columns_count = 0;
  enum class Sorted : std::uint8_t { none, ascending, descending } sorted = Sorted::none;
  float value_now = 0, value_min = 0, value_max = 0;  ///< Slider, progress bar.
  std::string href;         ///< Links: the address in our site, for opening in a new tab.
  std::string placeholder;  ///< Text fields.
  std::string font;  ///< Text fields: "15 36 12": size, and padding left and right, in CSS pixels.
  std::string controls;  ///< Id of the group that it opens (aria-controls).

  /// Sent when it is pressed, whoever presses: mouse, key, or the page's element.
  std::optional<app::Command> command;
  /// Text fields and sliders: the command for a new value.
  std::function<app::Command(std::string)> command_from_value;
};

}  // namespace semantics
