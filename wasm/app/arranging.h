// Views made from views: what each wish of the reader makes of the one shown. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/command.h"
#include "stats/query.h"
#include "stats/table.h"

namespace app {

/// The one spelling of all views that show the same: fitted to the table, each selection as short
/// as it can be, selections in the table's order, none where all is picked, and of a fixed
/// dimension only the category shown.
stats::View settled_view(const stats::Table& table, const stats::View& wished);

/// The table's default view, settled.
stats::View settled_default(const stats::Table& table);

Zone zone_of(const stats::PivotSpec& pivot, std::string_view dimension);

/// The categories shown of a dimension: of a fixed one just one.
std::vector<std::uint32_t> shown_categories(const stats::Dimension& dimension,
                                            const stats::View& view);

/// With just `categories` of the dimension picked.
stats::View with_picked(const stats::Dimension& dimension, stats::View view,
                        const std::vector<std::uint32_t>& categories);

/// With the dimension at `place` of the zone, or behind its last where there are fewer. One that
/// becomes fixed shows its total where that was picked, else the first picked; one that leaves
/// the fixed shows all (time in the heading: the newest 12). Sorts along a changed axis are
/// dropped.
stats::View with_moved(const stats::Table& table, stats::View view, std::string_view dimension,
                       Zone zone, std::size_t place);

/// Stub and heading changed over, and all that follows them: sorts, totals, shares.
stats::View with_axes_swapped(stats::View view);

/// Without the sorts of the axis.
stats::View without_sort(stats::View view, stats::Sort::Axis axis);

/// With this one as the only sort of its axis.
stats::View with_sort(stats::View view, stats::Sort sort);

}  // namespace app
