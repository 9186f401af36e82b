// Where the drawing of a view has its place on the screen.
#pragma once

#include "app/state.h"

namespace app {

/// How wide the drawing is in this window, in CSS pixels.
float picture_width(const State& state);

/// Whether the screen shows a drawing of the table.
bool shows_picture(const State& state);

}  // namespace app
