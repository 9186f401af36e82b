#include "stats/bounds.h"

#include <algorithm>
#include <cstdint>
#include <span>

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

// One block at a time: a browser makes a function quick only between two calls of it, so a single
// pass over ten million cells would stay slow to its end.
constexpr std::size_t block_cells = 8192;

struct ScaledRange {
  std::int32_t low = INT32_MAX;
  std::int32_t high = Cells::absent_scaled;
};

[[gnu::noinline]] ScaledRange widened(ScaledRange range, std::span<const std::int32_t> block) {
  for (const std::int32_t value : block) {
    range.high = std::max(range.high, value);
    range.low = std::min(range.low, value == Cells::absent_scaled ? INT32_MAX : value);
  }
  return range;
}

/// Over scaled figures as integers: a table of ten million cells is passed in milliseconds.
std::vector<Bounds> bounds_of_scaled(const Cells& cells, std::size_t measures, std::size_t stride) {
  const auto values = cells.scaled_values();
  if (measures == 1) stride = values.size();
  std::vector<ScaledRange> ranges(measures);
  for (std::size_t begin = 0, measure = 0; begin < values.size(); begin += stride) {
    const auto run = values.subspan(begin, stride);
    for (std::size_t at = 0; at < stride; at += block_cells)
      ranges[measure] =
          widened(ranges[measure], run.subspan(at, std::min(block_cells, stride - at)));
    measure = measure + 1 == measures ? 0 : measure + 1;
  }
  double unit = 1;
  for (int i = 0; i < cells.decimals(); ++i)
    unit *= 10;
  std::vector<Bounds> bounds(measures);
  for (std::size_t m = 0; m < measures; ++m)
    if (ranges[m].high != Cells::absent_scaled)
      bounds[m] = {ranges[m].low / unit, ranges[m].high / unit, true};
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
