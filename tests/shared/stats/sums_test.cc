#include "stats/sums.h"

#include <cmath>

#include <rapidcheck.h>
#include <catch2/catch_test_macros.hpp>

#include "support/table_builder.h"

namespace stats {
namespace {

using support::none;
using support::table;

support::TableBuilder sums_source(std::vector<double> figures) {
  return table("t")
      .dimension("d", {"a", "b"})
      .dimension("e", {"x", "y", "z"})
      .measure("m", "x", 0, Additivity::flow)
      .cells(std::move(figures));
}

TEST_CASE("sums stand for each combination of the other dimensions") {
  const Table cells = sums_source({1, 2, 3, 10, 20, 30}).make();
  CHECK(sums_over_dimension(cells, 0, {0, 1}) == std::vector<double>{11, 22, 33});
  CHECK(sums_over_dimension(cells, 1, {0, 1, 2}) == std::vector<double>{6, 60});
  CHECK(sums_over_dimension(cells, 1, {0, 2}) == std::vector<double>{4, 40});
  CHECK(sums_over_dimension(cells, 2, {0}) == std::vector<double>{1, 2, 3, 10, 20, 30});
}

TEST_CASE("missing figures are passed over, and nothing at all is no sum") {
  const std::vector<double> sums =
      sums_over_dimension(sums_source({1, none, none, 10, 20, none}).make(), 0, {0, 1});
  CHECK(sums[0] == 11);
  CHECK(sums[1] == 20);
  CHECK(std::isnan(sums[2]));
}

TEST_CASE("no categories make no sums") {
  CHECK(std::isnan(sums_over_dimension(sums_source({1, 2, 3, 4, 5, 6}).make(), 0, {})[0]));
}

TEST_CASE("sums of large scaled figures do not overflow") {
  const double large = 2147483647;
  CHECK(sums_over_dimension(sums_source({large, large, large, 1, 1, 1}).make(), 1, {0, 1, 2})[0] ==
        3 * large);
}

TEST_CASE("sums of any form and shape are those of the parts") {
  CHECK(rc::check([](std::uint8_t outer, std::uint8_t middle, std::uint16_t inner,
                     std::uint32_t seed, std::uint8_t form) {
    const std::size_t sizes[3] = {outer % 4u + 1, middle % 40u + 1, inner % 1500u + 1};
    Table cells;
    for (const std::size_t size : sizes) {
      Dimension dimension;
      dimension.categories.resize(size);
      cells.dimensions.push_back(dimension);
    }
    std::vector<double> figures;
    std::uint32_t state = seed;
    for (std::size_t i = 0; i < sizes[0] * sizes[1] * sizes[2]; ++i) {
      state = state * 1664525u + 1013904223u;
      const std::uint32_t absent_in_ten = form % 3 == 2 ? 95 : 10;
      figures.push_back(state >> 8 & 127u && (state >> 16) % 100 >= absent_in_ten
                            ? static_cast<double>(state >> 20)
                            : none);
    }
    cells.cells = form % 3 == 0 ? Cells::from_doubles(figures, {}) : Cells::doubles(figures, {});
    if (form % 3 == 2) cells.cells = Cells::from_doubles(figures, {});
    for (std::uint32_t dimension = 0; dimension < 3; ++dimension) {
      std::vector<std::uint32_t> categories;
      for (std::uint32_t i = seed % 2; i < sizes[dimension]; i += 1 + seed % 3) {
        categories.push_back(i);
      }
      std::vector<double> expected;
      const std::size_t stride = dimension == 0   ? sizes[1] * sizes[2]
                                 : dimension == 1 ? sizes[2]
                                                  : 1;
      for (std::size_t base = 0; base < figures.size(); ++base) {
        if (base / stride % sizes[dimension] != 0) continue;
        double sum = none;
        for (const std::uint32_t category : categories) {
          const double figure = figures[base + category * stride];
          if (!std::isnan(figure)) sum = std::isnan(sum) ? figure : sum + figure;
        }
        expected.push_back(sum);
      }
      const std::vector<double> sums = sums_over_dimension(cells, dimension, categories);
      RC_ASSERT(sums.size() == expected.size());
      for (std::size_t i = 0; i < sums.size(); ++i) {
        RC_ASSERT((std::isnan(expected[i]) ? std::isnan(sums[i]) : sums[i] == expected[i]));
      }
    }
  }));
}

}  // namespace
}  // namespace stats
