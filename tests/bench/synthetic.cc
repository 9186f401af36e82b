#include "bench/synthetic.h"

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace bench {
namespace {

using stats::CellStatus;

constexpr std::array scattered_statuses = {CellStatus::provisional, CellStatus::revised,
                                           CellStatus::estimate};

/// Spreads the bits of a cell's index: each cell is found without the ones before it.
std::uint32_t spread(std::uint32_t x) {
  x ^= x >> 16;
  x *= 0x7feb352du;
  x ^= x >> 15;
  x *= 0x846ca68bu;
  return x ^ x >> 16;
}

stats::Dimension numbered(std::string code, stats::Role role, std::uint32_t count,
                          std::uint32_t first, const std::string& label) {
  stats::Dimension dimension;
  dimension.code = code;
  dimension.label = {code, std::move(code)};
  dimension.role = role;
  dimension.categories.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    stats::Category category;
    category.code = std::to_string(first + i);
    category.label = {label + category.code, ""};
    dimension.categories.push_back(std::move(category));
  }
  return dimension;
}

stats::Cells synthetic_cells(std::uint64_t count, std::uint32_t seed) {
  std::vector<std::int32_t> figures(count);
  std::vector<stats::StatusAt> statuses;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t random = spread(i ^ seed);
    const std::uint32_t percentile = random % 100;
    figures[i] = percentile < 3 ? stats::Cells::absent_scaled
                                : static_cast<std::int32_t>((random >> 8) % 400'000);
    if (percentile == 0) statuses.push_back({i, CellStatus::not_displayable});
    if (percentile >= 3 && percentile < 6) {
      statuses.push_back({i, scattered_statuses[percentile - 3]});
    }
  }
  return stats::Cells::scaled(std::move(figures), 1, std::move(statuses));
}

}  // namespace

stats::Table synthetic_table(const SyntheticShape& shape, std::uint32_t seed) {
  stats::Table table;
  table.code = "synthetic";
  table.title = {"Jumlah peristiwa", "Number of events"};
  table.source = {"Sintetis", "Synthetic"};
  table.dimensions = {
      numbered("desa", stats::Role::geo, shape.villages, 1'603'010'001, "Desa "),
      numbered("usia", stats::Role::other, shape.ages, 0, ""),
      numbered("sex", stats::Role::other, shape.sexes, 1, "Jenis kelamin "),
      numbered("tahun", stats::Role::time, shape.years, 2001, ""),
      numbered("ukuran", stats::Role::measure, 1, 1, "Peristiwa "),
  };
  stats::Category& measure = table.dimensions.back().categories.front();
  measure.unit = {"kejadian", "events"};
  measure.decimals = 1;
  measure.additivity = stats::Additivity::flow;
  table.cells = synthetic_cells(shape.cells_count(), seed);
  return table;
}

}  // namespace bench
