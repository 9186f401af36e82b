// How wide texts are in the site's typeface, read from the font files themselves: for drawings made
// where nothing draws.
#pragma once

#include <string_view>

#include "base/result.h"
#include "stats/scene.h"

namespace output {

/// Measures by the advances of two TrueType fonts, which need not be kept. A character that a font
/// lacks is as wide as its first glyph, which is what shows in its place. Fails with `invalid`
/// where the bytes are no such font.
base::Result<stats::TextMeasure> measure_from_fonts(std::string_view regular_font,
                                                    std::string_view semibold_font);

}  // namespace output
