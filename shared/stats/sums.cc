#include "stats/sums.h"

#include <algorithm>
#include <limits>

#include "base/must.h"

namespace stats {
namespace {

// Accumulators of one block stay in the first-level cache while the categories pass over them.
constexpr std::size_t run_cells = 1024;
// Runs of neighbours shorter than this are added up one by one, without a block.
constexpr std::size_t short_run = 64;

/// Cells seen as outer × category × inner, in the order in which they lie.
struct Extents {
  std::size_t outer = 1, categories = 1, inner = 1;
};

template <class Reader>
double figure_or_nan(const Reader& reader, double raw_sum, bool has_figure) {
  const double figure = reader.figure(raw_sum);
  return has_figure ? figure : std::numeric_limits<double>::quiet_NaN();
}

/// Sums of runs that are long enough for loops over neighbouring cells, which the compiler turns
/// into vector instructions. Absent figures are masked and not branched on.
template <class Reader>
class BlockSums {
 public:
  explicit BlockSums(const Reader& reader) : reader_(reader) {}

  /// Starts with the cells from `begin` on.
  void start(std::size_t begin, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      sums_[i] = reader_.addend(begin + i);
      has_figure_[i] = reader_.has_value(begin + i);
    }
  }
  void add(std::size_t begin, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      sums_[i] += reader_.addend(begin + i);
      has_figure_[i] |= reader_.has_value(begin + i);
    }
  }
  void write(double* totals, std::size_t count) const {
    for (std::size_t i = 0; i < count; ++i) {
      totals[i] = figure_or_nan(reader_, sums_[i], has_figure_[i]);
    }
  }

 private:
  const Reader reader_;
  double sums_[run_cells];
  std::int32_t has_figure_[run_cells];
};

template <class Reader>
void sum_long_runs(const Extents& shape, const std::vector<std::uint32_t>& categories,
                   const Reader& reader, double* totals) {
  BlockSums<Reader> sums(reader);
  for (std::size_t outer = 0; outer < shape.outer; ++outer) {
    const std::size_t base = outer * shape.categories * shape.inner;
    for (std::size_t begin = 0; begin < shape.inner; begin += run_cells) {
      const std::size_t count = std::min(run_cells, shape.inner - begin);
      sums.start(base + categories.front() * shape.inner + begin, count);
      for (std::size_t i = 1; i < categories.size(); ++i) {
        sums.add(base + categories[i] * shape.inner + begin, count);
      }
      sums.write(totals, count);
      totals += count;
    }
  }
}

template <class Reader>
void sum_short_runs(const Extents& shape, const std::vector<std::uint32_t>& categories,
                    const Reader& reader, double* totals) {
  for (std::size_t outer = 0; outer < shape.outer; ++outer) {
    const std::size_t base = outer * shape.categories * shape.inner;
    for (std::size_t inner = 0; inner < shape.inner; ++inner) {
      typename Reader::Sum sum = 0;
      bool has_figure = false;
      for (const std::uint32_t category : categories) {
        const std::size_t index = base + category * shape.inner + inner;
        sum += reader.addend(index);
        has_figure |= reader.has_value(index);
      }
      *totals++ = figure_or_nan(reader, static_cast<double>(sum), has_figure);
    }
  }
}

}  // namespace

std::vector<double> sums_over_dimension(const Table& table, std::uint32_t dimension,
                                        const std::vector<std::uint32_t>& categories) {
  MUST(dimension < table.dimensions.size());
  Extents shape;
  for (std::size_t i = 0; i < table.dimensions.size(); ++i) {
    (i < dimension    ? shape.outer
     : i == dimension ? shape.categories
                      : shape.inner) *= table.dimensions[i].categories.size();
  }
  std::vector<double> totals(shape.outer * shape.inner);
  if (categories.empty()) {
    std::fill(totals.begin(), totals.end(), std::numeric_limits<double>::quiet_NaN());
    return totals;
  }
  with_reader(table.cells, [&](const auto& reader) {
    if (shape.inner < short_run) {
      sum_short_runs(shape, categories, reader, totals.data());
    } else {
      sum_long_runs(shape, categories, reader, totals.data());
    }
  });
  return totals;
}

}  // namespace stats
