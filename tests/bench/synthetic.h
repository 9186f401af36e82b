// Synthetic tables for benchmarks: village × age × sex × year, figures with one decimal as scaled
// cells, 3 % of the cells missing and 4 % with a status. The same seed gives the same table, here
// and in cube.mjs.
#pragma once

#include <cstdint>

#include "stats/table.h"

namespace bench {

/// How many categories each dimension has. The measure has one.
struct SyntheticShape {
  std::uint32_t villages, ages, sexes, years;

  std::uint64_t cells_count() const { return std::uint64_t{villages} * ages * sexes * years; }
};
inline constexpr SyntheticShape synthetic_14_thousand = {22, 16, 2, 20};  // 14,080 cells
inline constexpr SyntheticShape synthetic_1_million = {1000, 20, 2, 25};
inline constexpr SyntheticShape synthetic_10_million = {10'000, 20, 2, 25};

/// Dimensions desa (geo), usia, sex, tahun (time), ukuran (measure, a flow).
stats::Table synthetic_table(const SyntheticShape& shape, std::uint32_t seed);

}  // namespace bench
