// The table shown as a file: its bytes and its name.
#pragma once

#include <string>
#include <string_view>

#include "app/state.h"

namespace app {

std::string_view mime_type(FileFormat format);

/// As shown: CSV has the grid as it stands, JSON-stat the picked categories in their order. Whole:
/// every cell of the table.
std::string file_bytes(const stats::PivotGrid& grid, const SaveChoice& choice,
                       base::Language language);

}  // namespace app
