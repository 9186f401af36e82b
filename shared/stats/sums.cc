#include "stats/sums.h"

#include <algorithm>
#include <limits>

#include "base/must.h"

namespace stats {
namespace {

// Accumulators of one block stay in the first-level cache while the categories pass over them.
constexpr std::size_t block_cells = 1024;

/// Adds scaled figures in whole numbers: exact, and with an inner loop over neighbouring cells that
/// the compiler turns into vector instructions. Absent figures are masked and not branched on.
class ScaledSums {
 public:
  explicit ScaledSums(const Cells& cells) : reader_(cells) {}

  void clear(std::size_t count) {
    std::fill_n(sums_, count, 0);
    std::fill_n(figures_, count, 0u);
  }
  void add(std::size_t begin, std::size_t count) {
    const std::int32_t* const values = reader_.values() + begin;
    for (std::size_t i = 0; i < count; ++i) {
      const bool has_figure = values[i] != Cells::absent_scaled;
      sums_[i] += has_figure ? values[i] : 0;
      figures_[i] |= has_figure;
    }
  }
  double sum(std::size_t i) const {
    if (figures_[i] == 0) return std::numeric_limits<double>::quiet_NaN();
    return reader_.figure(static_cast<double>(sums_[i]));
  }

 private:
  ScaledReader reader_;
  std::int64_t sums_[block_cells];
  std::uint32_t figures_[block_cells];
};

/// The same over any reader.
template <class Reader>
class PlainSums {
 public:
  explicit PlainSums(const Cells& cells) : reader_(cells) {}

  void clear(std::size_t count) {
    std::fill_n(sums_, count, 0.0);
    std::fill_n(figures_, count, 0u);
  }
  void add(std::size_t begin, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      const double value = reader_.raw(begin + i);
      const bool has_figure = value == value;
      sums_[i] += has_figure ? value : 0;
      figures_[i] |= has_figure;
    }
  }
  double sum(std::size_t i) const {
    return figures_[i] == 0 ? std::numeric_limits<double>::quiet_NaN() : reader_.figure(sums_[i]);
  }

 private:
  Reader reader_;
  double sums_[block_cells];
  std::uint32_t figures_[block_cells];
};

/// Cells seen as outer × category × inner, in the order in which they lie.
struct Shape {
  std::size_t outer = 1, categories = 1, inner = 1;
};

template <class Sums>
std::vector<double> sums_of(const Shape& shape, const std::vector<std::uint32_t>& categories,
                            Sums sums) {
  std::vector<double> totals;
  totals.reserve(shape.outer * shape.inner);
  for (std::size_t outer = 0; outer < shape.outer; ++outer) {
    for (std::size_t begin = 0; begin < shape.inner; begin += block_cells) {
      const std::size_t count = std::min(block_cells, shape.inner - begin);
      sums.clear(count);
      for (const std::uint32_t category : categories) {
        sums.add((outer * shape.categories + category) * shape.inner + begin, count);
      }
      for (std::size_t i = 0; i < count; ++i)
        totals.push_back(sums.sum(i));
    }
  }
  return totals;
}

}  // namespace

std::vector<double> sums_over_dimension(const Table& table, std::uint32_t dimension,
                                        const std::vector<std::uint32_t>& categories) {
  MUST(dimension < table.dimensions.size());
  Shape shape;
  for (std::size_t i = 0; i < table.dimensions.size(); ++i) {
    const std::size_t count = table.dimensions[i].categories.size();
    (i < dimension ? shape.outer : i == dimension ? shape.categories : shape.inner) *= count;
  }
  switch (table.cells.form()) {
    case Cells::Form::scaled:
      return sums_of(shape, categories, ScaledSums(table.cells));
    case Cells::Form::sparse:
      return sums_of(shape, categories, PlainSums<SparseReader>(table.cells));
    case Cells::Form::doubles:
      break;
  }
  return sums_of(shape, categories, PlainSums<DoublesReader>(table.cells));
}

}  // namespace stats
