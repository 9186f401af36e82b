#include "stats/arrangement.h"

#include <algorithm>
#include <string>

namespace stats {
namespace {

std::vector<AxisLevel> levels_from_codes(const Table& table, const FittedView& fitted,
                                         const std::vector<std::string>& codes) {
  std::vector<AxisLevel> levels;
  for (const std::string& code : codes) {
    const std::uint32_t dimension = *table.find(code);
    levels.push_back({dimension, fitted.picked[dimension]});
  }
  return levels;
}

/// A published total stands below its parts, whatever its place in the table: the screen keeps the
/// last row in sight.
void put_total_last(const Table& table, AxisLevel& level) {
  const std::optional<std::uint32_t> total = table.dimensions[level.dimension].total();
  if (!total) return;
  const auto found = std::find(level.categories.begin(), level.categories.end(), *total);
  if (found != level.categories.end()) std::rotate(found, found + 1, level.categories.end());
}

}  // namespace

Arrangement::Arrangement(const Table& table, const FittedView& fitted) {
  std::vector<AxisLevel> stub = levels_from_codes(table, fitted, fitted.view.pivot.stub);
  if (stub.size() == 1) put_total_last(table, stub.front());
  rows = Axis(table, std::move(stub));
  columns = Axis(table, levels_from_codes(table, fitted, fitted.view.pivot.heading));

  const std::vector<std::uint64_t> strides = table.strides();
  const std::uint32_t measure_dimension = table.measure_dimension();
  bool has_cells = true;
  for (std::uint32_t i = 0; i < table.dimensions.size(); ++i) {
    has_cells = has_cells && !fitted.picked[i].empty();
    if (fitted.picked[i].empty() || rows.level_of(i) || columns.level_of(i)) continue;
    const std::uint32_t category = fitted.picked[i].front();
    fixed.push_back({i, category});
    fixed_offset += static_cast<std::size_t>(category * strides[i]);
    if (i == measure_dimension) fixed_measure = category;
  }
  row_measure_level = rows.level_of(measure_dimension);
  column_measure_level = columns.level_of(measure_dimension);
  // A dimension without categories leaves no cell anywhere, also where it is on neither axis.
  if (!has_cells) {
    rows.show({});
    columns.show({});
  }
}

std::uint32_t Arrangement::measure_of(std::size_t own_row, std::size_t own_column) const {
  if (row_measure_level) return rows.category(*row_measure_level, own_row);
  if (column_measure_level) return columns.category(*column_measure_level, own_column);
  return fixed_measure;
}

std::vector<std::uint32_t> Arrangement::measures() const {
  if (row_measure_level) return rows.levels()[*row_measure_level].categories;
  if (column_measure_level) return columns.levels()[*column_measure_level].categories;
  return {fixed_measure};
}

TotalRefusal Arrangement::refusal_over(const Table& table, const Axis& summed) const {
  const std::optional<std::size_t>& level =
      &summed == &rows ? row_measure_level : column_measure_level;
  if (level && summed.levels()[*level].categories.size() > 1) return TotalRefusal::several_measures;
  TotalRefusal refusal = TotalRefusal::rate;
  for (const std::uint32_t measure : measures()) {
    refusal = refusal_of_measure(table, summed, measure);
    if (refusal == TotalRefusal::none) break;
  }
  if (refusal != TotalRefusal::none) return refusal;
  for (const AxisLevel& shown : summed.levels()) {
    if (has_parts_and_totals(table.dimensions[shown.dimension], shown.categories)) {
      return TotalRefusal::parts_and_totals;
    }
  }
  return TotalRefusal::none;
}

TotalRefusal Arrangement::refusal_of_measure(const Table& table, const Axis& summed,
                                             std::uint32_t measure) const {
  const Additivity additivity = table.measure().categories[measure].additivity;
  if (!is_additive(additivity)) return TotalRefusal::rate;
  if (additivity == Additivity::flow) return TotalRefusal::none;
  for (const AxisLevel& level : summed.levels()) {
    if (table.dimensions[level.dimension].role == Role::time && level.categories.size() > 1) {
      return TotalRefusal::stock_over_time;
    }
  }
  return TotalRefusal::none;
}

bool has_parts_and_totals(const Dimension& dimension,
                          const std::vector<std::uint32_t>& categories) {
  if (categories.size() < 2 || !dimension.has_hierarchy()) return false;
  std::vector<char> is_listed(dimension.categories.size(), 0);
  for (const std::uint32_t category : categories)
    is_listed[category] = 1;
  for (const std::uint32_t category : categories) {
    for (int parent = dimension.categories[category].parent; parent >= 0;
         parent = dimension.categories[static_cast<std::size_t>(parent)].parent) {
      if (is_listed[static_cast<std::size_t>(parent)]) return true;
    }
  }
  return false;
}

}  // namespace stats
