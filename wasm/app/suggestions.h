// What the search field offers while the reader types.
#pragma once

#include <string_view>
#include <vector>

#include "app/state.h"
#include "app/view_model.h"

namespace app {

/// Enough hits that each kind finds its few rows among them.
inline constexpr std::size_t suggestion_hits_max = 200;

/// One letter says too little: from the second on.
bool is_long_enough_to_suggest(std::string_view typed);

/// At most 5 tables, 3 subjects and 2 entries that are not available, then the search for all.
/// Nothing while the field is closed or has not been searched for yet.
std::vector<SuggestionVm> suggestions_from_state(const State& state);

}  // namespace app
