#include "stats/line_order.h"

#include <catch2/catch_test_macros.hpp>

#include "support/table_builder.h"

namespace stats {
namespace {

using support::none;
using support::table;
using Lines = std::vector<std::uint32_t>;

/// Rows d, columns e.
struct Ordered {
  explicit Ordered(std::vector<double> figures)
      : table(support::table("t")
                  .dimension("d", {"T", "a", "b", "c"})
                  .parent("T", {"a", "b", "c"})
                  .dimension("e", {"x", "y"})
                  .measure("m", "x", 0, Additivity::flow)
                  .cells(std::move(figures))
                  .share()),
        arrangement(std::make_shared<Arrangement>(
            *table, fitted_view(*table, {{}, {{"d"}, {"e"}, {}, {}, {}, {}, {}}}))),
        figures(table, arrangement, Calculation::none) {}

  Lines rows(Direction direction, std::optional<std::size_t> across,
             const std::vector<char>& is_shown = {}) {
    return sorted_lines(*table, *arrangement, figures, Calculation::none, arrangement->rows,
                        direction, across, is_shown);
  }

  std::shared_ptr<const Table> table;
  std::shared_ptr<Arrangement> arrangement;
  GridFigures figures;
};

// Own lines of d are a, b, c and then T, which stands last.
TEST_CASE("lines sort by the figures across, the missing behind them, totals at the end") {
  Ordered scaled({9, 9, 1, none, 3, 5, 2, 6});
  CHECK(scaled.rows(Direction::descending, 0) == Lines{1, 2, 0, 3});
  CHECK(scaled.rows(Direction::descending, 1) == Lines{2, 1, 0, 3});
  CHECK(scaled.rows(Direction::ascending, 1) == Lines{1, 2, 0, 3});
}

TEST_CASE("doubles sort as scaled figures do") {
  Ordered doubles({9, 9, 1.0 / 3, none, 3, 5, 2, 6});
  CHECK(doubles.table->cells.form() == Cells::Form::doubles);
  CHECK(doubles.rows(Direction::descending, 0) == Lines{1, 2, 0, 3});
  CHECK(doubles.rows(Direction::ascending, 1) == Lines{1, 2, 0, 3});
}

TEST_CASE("lines that are not shown are left out") {
  Ordered scaled({9, 9, 1, none, 3, 5, 2, 6});
  CHECK(scaled.rows(Direction::descending, 0, {1, 0, 1, 0}) == Lines{2, 0});
  CHECK(own_lines({1, 0, 1, 0}) == Lines{0, 2});
}

TEST_CASE("lines sort by label where no line across is named") {
  Ordered scaled({9, 9, 1, none, 3, 5, 2, 6});
  CHECK(scaled.rows(Direction::descending, std::nullopt) == Lines{2, 1, 0, 3});
}

TEST_CASE("a line has figures where any cell across has one") {
  const Ordered scaled({9, none, none, none, none, 5, none, none});
  CHECK(lines_with_figures(*scaled.table, *scaled.arrangement, scaled.arrangement->rows) ==
        std::vector<char>{0, 1, 0, 1});
  CHECK(lines_with_figures(*scaled.table, *scaled.arrangement, scaled.arrangement->columns) ==
        std::vector<char>{1, 1});
}

}  // namespace
}  // namespace stats
