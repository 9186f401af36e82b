// The viewer's face without a screen: the session's state is drawn by Dear ImGui into nothing, and
// a hand presses what the nodes name. Needs the typeface of the set-up.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/rect.h"
#include "semantics/tree.h"
#include "view/shell.h"
#include "wasm/app/session.h"

namespace support {

/// An item that Dear ImGui was told of: what answers to the pointer.
struct HookedItem {
  std::string label;
  base::Rect rect;
};

class Headless {
 public:
  explicit Headless(Session session, float width = 1440, float height = 900);
  /// Another client than the public's: draws `screens`, and hands its commands to `decide`, which
  /// gives the state that comes of them.
  using Decide = std::function<app::State(const app::Command&, double now_ms)>;
  Headless(app::State state, view::Screens screens, Decide decide, float width, float height);

  /// Draws one frame; what was wished is taken up by the session when `decides`.
  void frame();
  /// Draws until nothing moves any more.
  void settle();
  /// Moves to the middle of the node, presses and releases, each in a frame of its own as under a
  /// hand. Returns the commands that were sent, one a line, or what was in the way.
  std::string press(std::string_view name);
  std::string press_id(std::string_view id);
  /// Hands the commands on to `update` (as the platform does) or keeps them for the test to look
  /// at.
  bool decides = true;

  const semantics::Node* find(std::string_view name) const { return nodes.find_named(name); }
  /// Nodes as lines: indented by group, "role name [state]".
  std::string outline() const;
  /// Items of the last frame that answer to the pointer.
  const std::vector<HookedItem>& items() const;

  Session session;
  semantics::Tree nodes;
  app::Commands commands;
  view::Shell shell;
  std::string sent;  ///< Commands since the last press, one a line.
  double now_ms = 1000;

 private:
  std::string press_node(const semantics::Node& node);
  void start(float width, float height);

  Decide decide_;  ///< Empty: the public client's.
};

/// The word of a role: "button", "gridcell".
std::string_view text_from_role(semantics::NodeRole role);

}  // namespace support
