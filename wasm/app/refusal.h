// Why something is not added up, as a sentence.
#pragma once

#include <string>

#include "base/language.h"
#include "stats/pivot.h"

namespace app {

/// Empty where nothing is refused.
std::string refusal_text(stats::TotalRefusal refusal, base::Language language);

}  // namespace app
