// What a client decides and shows. The rooms below it are the same for the public's client and the
// office's; each is linked with one of these.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>

#include "app/command.h"
#include "app/effect.h"
#include "app/state.h"
#include "semantics/keys.h"
#include "semantics/node.h"
#include "view/shell.h"

namespace platform {

class Front {
 public:
  virtual ~Front() = default;

  virtual app::Effects update(app::State& state, const app::Command& command, double now_ms) = 0;
  /// Draws the screen that the state names. Used by the shell as long as the front lives.
  virtual view::Screens screens() = 0;
  virtual std::optional<app::Command> command_from_key(const app::State& state,
                                                       const semantics::Node* focused,
                                                       const semantics::KeyPress& press,
                                                       std::size_t page_rows) = 0;
  /// For what the screen is to show.
  virtual bool is_waiting(const app::State& state) const = 0;
};

/// Defined once in each client.
std::unique_ptr<Front> make_front();

}  // namespace platform
