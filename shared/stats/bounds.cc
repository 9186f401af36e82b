#include "stats/bounds.h"

#include <algorithm>

namespace stats {
namespace {

void widen(Bounds& bounds, double value) {
  if (!bounds.has_figures) {
    bounds = {value, value, true};
    return;
  }
  bounds.min = std::min(bounds.min, value);
  bounds.max = std::max(bounds.max, value);
}

/// Over scaled figures as integers: a table of ten million cells is passed in milliseconds.
std::vector<Bounds> bounds_of_scaled(const Cells& cells, std::size_t measures, std::size_t stride) {
  const auto values = cells.scaled_values();
  std::vector<std::int32_t> low(measures, INT32_MAX), high(measures, Cells::absent_scaled);
  for (std::size_t begin = 0, measure = 0; begin < values.size(); begin += stride) {
    std::int32_t least = low[measure], most = high[measure];
    for (std::size_t i = begin; i < begin + stride; ++i) {
      const std::int32_t value = values[i];
      most = std::max(most, value);
      least = std::min(least, value == Cells::absent_scaled ? INT32_MAX : value);
    }
    low[measure] = least;
    high[measure] = most;
    measure = measure + 1 == measures ? 0 : measure + 1;
  }
  double unit = 1;
  for (int i = 0; i < cells.decimals(); ++i)
    unit *= 10;
  std::vector<Bounds> bounds(measures);
  for (std::size_t m = 0; m < measures; ++m)
    if (high[m] != Cells::absent_scaled) bounds[m] = {low[m] / unit, high[m] / unit, true};
  return bounds;
}

}  // namespace

std::vector<Bounds> bounds_from_table(const Table& table) {
  const std::size_t measures = table.measure().categories.size();
  const std::size_t stride = table.strides()[table.measure_dimension()];
  if (table.cells.form() == Cells::Form::scaled)
    return bounds_of_scaled(table.cells, measures, stride);
  std::vector<Bounds> bounds(measures);
  for (std::size_t i = 0; i < table.cells.count(); ++i)
    if (table.cells.has_value(i)) widen(bounds[i / stride % measures], table.cells.value_or_nan(i));
  return bounds;
}

}  // namespace stats
