// Statuses from their marks, for readers.
#pragma once

#include <optional>
#include <string_view>

#include "stats/cells.h"

namespace formats {

/// "*" → provisional; nothing for a text that is no mark.
inline std::optional<stats::CellStatus> status_from_mark(std::string_view mark) {
  for (int number = 1; number < stats::cell_status_count; ++number) {
    const auto status = static_cast<stats::CellStatus>(number);
    if (stats::mark_from_status(status) == mark) return status;
  }
  return std::nullopt;
}

}  // namespace formats
