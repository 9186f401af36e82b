// Sums over one dimension of a whole table: the engine behind totals and shares.
#pragma once

#include <cstdint>
#include <vector>

#include "stats/table.h"

namespace stats {

/// For each combination of the other dimensions (row-major, in table order): the sum over the
/// picked `categories` of `dimension`, NaN where no figure is among them.
std::vector<double> sums_over_dimension(const Table& table, std::uint32_t dimension,
                                        const std::vector<std::uint32_t>& categories);

}  // namespace stats
