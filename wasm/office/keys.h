// The office's keys: rows of the queue by arrows, A takes, Ctrl+Enter sends, Escape closes.
#pragma once

#include <optional>

#include "office/wish.h"
#include "semantics/keys.h"

namespace office {

/// Nothing where the key is not ours.
std::optional<app::Command> command_from_key(const app::State& client, const State& office,
                                             const semantics::Node* focused,
                                             const semantics::KeyPress& press);

}  // namespace office
