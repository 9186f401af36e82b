// What the pages of the office have in common. Private to the room.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/language.h"
#include "wire/office.h"

namespace output {

/// "sisa 4 menit", as of the document it stands in.
std::string step_clock_text(const wire::StepClockNow& clock, base::Language language);

/// What a form has to send along so that the same list comes back.
std::vector<std::pair<std::string, std::string>> fields_of(const wire::QueueWish& wish);

}  // namespace output
