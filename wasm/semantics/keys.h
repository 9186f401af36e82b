// The one table of keys that are ours (screens.md 1.5). All others belong to the browser: Tab, the
// function keys, zoom, find, and every combination that is not named here.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "app/command.h"
#include "app/state.h"
#include "semantics/node.h"

namespace semantics {

struct KeyPress {
  std::string_view key;  ///< As KeyboardEvent.key names it: "ArrowUp", "c", "/".
  bool has_shift = false;
  bool has_control = false;  ///< Or the command key.
  bool has_alt = false;
};

/// The command that a key sends while the focus is on `focused` (null: on no node); nothing where
/// the key is not ours. `page_rows` is how many rows of the grid are in sight.
std::optional<app::Command> command_from_key(const app::State& state, const Node* focused,
                                             const KeyPress& press, std::size_t page_rows);

/// True for a node in which the reader types: single letters are text there.
bool takes_text(const Node& node);

}  // namespace semantics
