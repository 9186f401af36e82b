// Which own lines of an axis are shown, and in which order: those with figures, sorted by the
// figures of one line across, or by label.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "stats/arrangement.h"
#include "stats/grid_figures.h"
#include "stats/query.h"
#include "stats/table.h"

namespace stats {

/// For each own line of `lines` whether it has any published figure.
std::vector<char> lines_with_figures(const Table& table, const Arrangement& arrangement,
                                     const Axis& lines);

/// The own lines of `lines` for which `is_shown` holds (empty: all) in the order of `sort`. Lines
/// without a figure come last in both directions, then published totals in their own order.
/// `across` is the own line of the other axis whose figures count; nothing: labels count.
std::vector<std::uint32_t> sorted_lines(const Table& table, const Arrangement& arrangement,
                                        GridFigures& figures, Calculation calculation,
                                        const Axis& lines, Direction direction,
                                        std::optional<std::size_t> across,
                                        const std::vector<char>& is_shown);

/// The own lines for which `is_shown` holds, in their own order.
std::vector<std::uint32_t> own_lines(const std::vector<char>& is_shown);

}  // namespace stats
