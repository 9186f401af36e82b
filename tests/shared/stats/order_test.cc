#include "stats/order.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <rapidcheck.h>
#include <catch2/catch_test_macros.hpp>

namespace stats {
namespace {

using Lines = std::vector<std::uint32_t>;

template <class Order, class Figure>
Lines sorted(const std::vector<Figure>& figures, Direction direction) {
  Order order(direction);
  for (std::uint32_t i = 0; i < figures.size(); ++i)
    order.add(i, figures[i]);
  return order.take();
}

template <class Figure>
Lines expected(const std::vector<Figure>& figures, Direction direction) {
  Lines lines(figures.size());
  std::iota(lines.begin(), lines.end(), 0u);
  std::stable_sort(lines.begin(), lines.end(), [&](std::uint32_t a, std::uint32_t b) {
    return direction == Direction::ascending ? figures[a] < figures[b] : figures[a] > figures[b];
  });
  return lines;
}

TEST_CASE("nothing and one line are in order") {
  CHECK(sorted<ScaledOrder>(std::vector<std::int32_t>{}, Direction::ascending).empty());
  CHECK(sorted<ScaledOrder>(std::vector<std::int32_t>{7}, Direction::descending) == Lines{0});
  CHECK(sorted<DoublesOrder>(std::vector<double>{}, Direction::ascending).empty());
}

TEST_CASE("the ends of the range are in order") {
  const std::vector<std::int32_t> scaled = {0, INT32_MAX, INT32_MIN + 1, -1, 1};
  CHECK(sorted<ScaledOrder>(scaled, Direction::ascending) == Lines{2, 3, 0, 4, 1});
  CHECK(sorted<ScaledOrder>(scaled, Direction::descending) == Lines{1, 4, 0, 3, 2});
  const double huge = std::numeric_limits<double>::max();
  const std::vector<double> doubles = {0.0, huge, -huge, -1e-300, 1e-300};
  CHECK(sorted<DoublesOrder>(doubles, Direction::ascending) == Lines{2, 3, 0, 4, 1});
  CHECK(sorted<DoublesOrder>(doubles, Direction::descending) == Lines{1, 4, 0, 3, 2});
}

TEST_CASE("zero and minus zero are equal") {
  CHECK(sorted<DoublesOrder>(std::vector<double>{0.0, -0.0, 0.0}, Direction::ascending) ==
        Lines{0, 1, 2});
}

TEST_CASE("the order is that of a stable sort") {
  CHECK(rc::check([](const std::vector<std::int32_t>& figures, bool is_ascending) {
    const Direction direction = is_ascending ? Direction::ascending : Direction::descending;
    RC_ASSERT(sorted<ScaledOrder>(figures, direction) == expected(figures, direction));
  }));
  CHECK(rc::check([](const std::vector<double>& figures, bool is_ascending) {
    const Direction direction = is_ascending ? Direction::ascending : Direction::descending;
    RC_ASSERT(sorted<DoublesOrder>(figures, direction) == expected(figures, direction));
  }));
}

}  // namespace
}  // namespace stats
