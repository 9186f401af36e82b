#include "stats/sub_table.h"

#include <limits>
#include <utility>

namespace stats {
namespace {

/// The picked categories of each dimension, in the order of the new table.
std::vector<AxisLevel> levels_from_grid(const PivotGrid& grid) {
  std::vector<AxisLevel> levels = grid.stub();
  levels.insert(levels.end(), grid.heading().begin(), grid.heading().end());
  for (const Coordinate& fixed : grid.fixed()) {
    levels.push_back({fixed.dimension, {fixed.category}});
  }
  return levels;
}

/// By old category: its new index, or -1.
std::vector<int> places_from_level(const Dimension& dimension, const AxisLevel& level) {
  std::vector<int> places(dimension.categories.size(), -1);
  for (std::size_t i = 0; i < level.categories.size(); ++i) {
    places[level.categories[i]] = static_cast<int>(i);
  }
  return places;
}

Dimension sub_dimension(const Dimension& dimension, const AxisLevel& level,
                        const std::vector<int>& places) {
  Dimension part = dimension;
  part.categories.clear();
  for (const std::uint32_t category : level.categories) {
    part.categories.push_back(dimension.categories[category]);
    int& parent = part.categories.back().parent;
    if (parent >= 0) parent = places[static_cast<std::size_t>(parent)];
  }
  return part;
}

Cells sub_cells(const Table& table, const std::vector<AxisLevel>& levels) {
  const std::vector<std::uint64_t> strides = table.strides();
  std::size_t count = 1;
  for (const AxisLevel& level : levels)
    count *= level.categories.size();
  std::vector<double> values(count);
  std::vector<StatusAt> statuses;
  std::vector<std::size_t> at(levels.size());
  for (std::size_t i = 0; i < count; ++i) {
    std::uint64_t index = 0;
    for (std::size_t level = 0; level < levels.size(); ++level) {
      index += strides[levels[level].dimension] * levels[level].categories[at[level]];
    }
    const Cell cell = table.cells.at(index);
    values[i] = cell.has_value ? cell.value : std::numeric_limits<double>::quiet_NaN();
    const CellStatus usual = cell.has_value ? CellStatus::final : CellStatus::not_available;
    if (cell.status != usual) statuses.push_back({static_cast<std::uint32_t>(i), cell.status});
    for (std::size_t level = levels.size(); level-- > 0;) {
      if (++at[level] < levels[level].categories.size()) break;
      at[level] = 0;
    }
  }
  return Cells::from_doubles(std::move(values), std::move(statuses));
}

}  // namespace

Table sub_table_from_grid(const PivotGrid& grid) {
  const Table& table = grid.table();
  const std::vector<AxisLevel> levels = levels_from_grid(grid);
  std::vector<std::uint32_t> dimension_places(table.dimensions.size());
  std::vector<std::vector<int>> category_places(table.dimensions.size());

  // Everything but the cells is copied; these are the large part.
  Table part;
  part.code = table.code;
  part.title = table.title;
  part.subject = table.subject;
  part.source = table.source;
  part.publisher = table.publisher;
  part.updated = table.updated;
  part.next_update = table.next_update;
  part.licence = table.licence;
  part.contact = table.contact;
  part.area_level = table.area_level;
  part.layout = {grid.view().pivot.stub, grid.view().pivot.heading};
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const std::uint32_t old = levels[i].dimension;
    dimension_places[old] = static_cast<std::uint32_t>(i);
    category_places[old] = places_from_level(table.dimensions[old], levels[i]);
    part.dimensions.push_back(
        sub_dimension(table.dimensions[old], levels[i], category_places[old]));
  }
  for (const Note& note : table.notes) {
    Note moved{note.text, note.is_mandatory, {}};
    bool is_shown = true;
    for (const Coordinate& place : note.where) {
      const int category = category_places[place.dimension][place.category];
      is_shown &= category >= 0;
      moved.where.push_back(
          {dimension_places[place.dimension], static_cast<std::uint32_t>(category)});
    }
    if (is_shown) part.notes.push_back(std::move(moved));
  }
  part.cells = sub_cells(table, levels);
  return part;
}

}  // namespace stats
