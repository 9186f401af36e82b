// The one place where the office's client decides. What every client has alike (language, theme,
// popups, the window) is handed on to the handlers of `app`.
#pragma once

#include "app/command.h"
#include "app/effect.h"
#include "office/state.h"
#include "office/wish.h"

namespace office {

/// Late, failed and repeated answers are ordinary commands here.
app::Effects update(app::State& client, State& office, const app::Command& command, double now_ms);

}  // namespace office
