// What is kept on the reader's device ⇄ its text.
#pragma once

#include <string>
#include <string_view>

#include "app/state.h"

namespace app {

/// "system", "light", "dark".
std::string_view text_from_theme(Theme theme);

std::string json_from_preferences(const Preferences& preferences);

/// What cannot be read is as if it had never been kept: the text may be from another version, or
/// have been changed by the reader.
Preferences preferences_from_json(std::string_view json);

}  // namespace app
