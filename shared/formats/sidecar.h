// Raw cells beside a large table's document (docs/data-format.md): read in place, without a copy.
#pragma once

#include <memory>
#include <span>
#include <string>

#include "base/result.h"
#include "stats/cells.h"

namespace formats {

/// Reads cells out of `bytes`, which `owner` keeps alive; `bytes` must start on an 8-byte boundary.
/// Fails with `invalid` where head, length or order of the statuses is wrong, or the number of
/// cells is not `cells_count`.
base::Result<stats::Cells> cells_from_sidecar(std::shared_ptr<const void> owner,
                                              std::span<const std::byte> bytes,
                                              std::size_t cells_count);

/// The sidecar's bytes. Sparse cells are written as doubles.
std::string sidecar_from_cells(const stats::Cells& cells);

}  // namespace formats
