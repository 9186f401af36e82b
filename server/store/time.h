// The store's time. The store has no clock: whoever calls says what time it is.
#pragma once

#include <chrono>

namespace store {

/// Milliseconds since 1970-01-01T00:00:00Z, which is also how the tables hold it.
using Time = std::chrono::sys_time<std::chrono::milliseconds>;

using Milliseconds = std::chrono::milliseconds;

}  // namespace store
