// What the drawing of a view needs to know of the screen.
#pragma once

#include <string>
#include <string_view>

#include "app/state.h"

namespace app {

/// How wide the drawing is in this window, in CSS pixels.
float picture_width(const State& state);

/// Whether the screen shows a drawing of the table.
bool shows_picture(const State& state);

/// Where the outlines of the table's areas lie, as far as the catalogue has said it; else empty.
std::string map_address(const State& state);

/// Figures as the address has them, "12000,20.5", of figures typed in the reader's language:
/// "12.000; 20,5". What is no figure stays as it is, so that its maker can be told.
std::string figures_from_typed(std::string_view typed, base::Language language);
/// The other way round, without grouping: "12000;20,5".
std::string typed_from_figures(std::string_view figures, base::Language language);

}  // namespace app
