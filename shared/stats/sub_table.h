// The part of a table that a grid shows, as a table of its own.
#pragma once

#include "stats/pivot.h"
#include "stats/table.h"

namespace stats {

/// Just the picked categories, in the order of the grid's levels; dimensions as they stand: stub,
/// heading, fixed. Nothing that was computed is in it: no totals, shares or ranks, and neither
/// sorting nor hiding of empty lines. Parents and notes go along where what they point to does.
/// Costs its cells.
Table sub_table_from_grid(const PivotGrid& grid);

}  // namespace stats
