// Views made by chance, as a reader would make them: the same seed makes the same view, on every
// machine (the standard's distributions do not promise that).
#pragma once

#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "stats/pivot.h"

namespace support {

class Chance {
 public:
  explicit Chance(std::uint32_t seed) : numbers_(seed) {}
  /// A number below `limit`, which is not 0.
  std::size_t below(std::size_t limit) { return numbers_() % limit; }
  bool one_in(std::size_t limit) { return below(limit) == 0; }
  template <class T>
  void shuffle(std::vector<T>& items) {
    for (std::size_t end = items.size(); end > 1; --end)
      std::swap(items[end - 1], items[below(end)]);
  }

 private:
  std::mt19937 numbers_;
};

/// A seed out of a name and a number (FNV-1a).
inline std::uint32_t seed_from_name(std::string_view name, std::uint32_t number) {
  std::uint32_t seed = 2166136261u ^ number;
  for (const char character : name)
    seed = (seed ^ static_cast<unsigned char>(character)) * 16777619u;
  return seed;
}

/// All categories, some of them in any order, a range, or the newest.
inline stats::Selection selection_by_chance(const stats::Dimension& dimension, Chance& chance) {
  const std::size_t count = dimension.categories.size();
  switch (chance.below(4)) {
    case 0: {
      std::vector<std::string> codes;
      for (const stats::Category& category : dimension.categories)
        codes.push_back(category.code);
      chance.shuffle(codes);
      codes.resize(1 + chance.below(count));
      return {stats::Selection::Kind::list, std::move(codes), 0};
    }
    case 1: {
      const std::size_t begin = chance.below(count);
      const std::size_t end = begin + chance.below(count - begin);
      return {stats::Selection::Kind::range,
              {dimension.categories[begin].code, dimension.categories[end].code},
              0};
    }
    case 2:
      if (dimension.role == stats::Role::time)
        return {stats::Selection::Kind::newest, {}, static_cast<int>(1 + chance.below(count))};
      [[fallthrough]];
    default:
      return {};
  }
}

/// Sorts the rows by a column or by their labels, or the columns by a row.
inline void sort_by_chance(const stats::PivotGrid& grid, stats::PivotSpec& pivot, Chance& chance) {
  if (grid.rows_count() == 0 || grid.columns_count() == 0) return;
  const auto direction =
      chance.one_in(2) ? stats::Direction::ascending : stats::Direction::descending;
  if (chance.one_in(3)) {
    const std::vector<std::string> column = grid.column_codes(chance.below(grid.columns_count()));
    pivot.sorts.push_back({stats::Sort::Axis::rows, column, direction});
  } else if (chance.one_in(6)) {
    pivot.sorts.push_back({stats::Sort::Axis::rows, {}, direction});
  }
  if (chance.one_in(6)) {
    const std::vector<std::string> row = grid.row_codes(chance.below(grid.rows_count()));
    pivot.sorts.push_back({stats::Sort::Axis::columns, row, direction});
  }
}

/// Each dimension anywhere, with any of its categories; totals, calculations, order, hidden lines.
inline stats::View view_by_chance(const std::shared_ptr<const stats::Table>& table,
                                  std::uint32_t seed) {
  Chance chance(seed);
  stats::View view;
  std::vector<std::size_t> order(table->dimensions.size());
  for (std::size_t at = 0; at < order.size(); ++at)
    order[at] = at;
  chance.shuffle(order);
  for (const std::size_t at : order) {
    const stats::Dimension& dimension = table->dimensions[at];
    view.query.set(dimension.code, selection_by_chance(dimension, chance));
    // The first two stand on the axes, so that few views are of a single figure.
    const std::size_t zone = at == order[0] ? 0 : at == order[1] ? 1 : chance.below(3);
    if (zone == 0) view.pivot.stub.push_back(dimension.code);
    if (zone == 1) view.pivot.heading.push_back(dimension.code);
  }
  if (chance.one_in(8)) view.pivot.stub.clear();
  if (chance.one_in(8)) view.pivot.heading.clear();
  view.pivot.row_total = chance.one_in(2);
  view.pivot.column_total = chance.one_in(2);
  view.pivot.hide_empty = chance.one_in(3);
  if (chance.one_in(2)) {
    view.pivot.calculation =
        static_cast<stats::Calculation>(chance.below(stats::calculation_count));
  }
  sort_by_chance(stats::grid_from_table(table, view), view.pivot, chance);
  return view;
}

}  // namespace support
