#include "stats/cells.h"

#include <cmath>

#include <rapidcheck.h>
#include <catch2/catch_test_macros.hpp>

#include "support/table_builder.h"

namespace stats {
namespace {

using support::none;

TEST_CASE("scaled cells give figures, and none where there is none") {
  const Cells cells = Cells::scaled({1234, Cells::absent_scaled, -5}, 2, {});
  CHECK(cells.at(0) == Cell{12.34, true, CellStatus::final});
  CHECK(cells.at(1) == Cell{0, false, CellStatus::not_available});
  CHECK(cells.at(2) == Cell{-0.05, true, CellStatus::final});
  CHECK(cells.decimals() == 2);
}

TEST_CASE("statuses are found by index, and the rest is final or not available") {
  const Cells cells =
      Cells::doubles({1, none, 0, 4}, {{0, CellStatus::provisional}, {2, CellStatus::nil}});
  CHECK(cells.status_at(0) == CellStatus::provisional);
  CHECK(cells.status_at(1) == CellStatus::not_available);
  CHECK(cells.status_at(2) == CellStatus::nil);
  CHECK(cells.status_at(3) == CellStatus::final);
}

TEST_CASE("sparse cells have figures at their indices only") {
  const Cells cells = Cells::sparse(100, {3, 40}, {1.5, -2}, {{40, CellStatus::revised}});
  CHECK(cells.count() == 100);
  CHECK(cells.at(3) == Cell{1.5, true, CellStatus::final});
  CHECK(cells.at(40) == Cell{-2, true, CellStatus::revised});
  CHECK_FALSE(cells.has_value(4));
  CHECK_FALSE(cells.has_value(99));
}

TEST_CASE("the smallest faithful form is chosen") {
  CHECK(Cells::from_doubles({1, 2, none}, {}).form() == Cells::Form::scaled);
  CHECK(Cells::from_doubles({1, 2, none}, {}).decimals() == 0);
  CHECK(Cells::from_doubles({1.5, 2.25, 3}, {}).decimals() == 2);
  CHECK(Cells::from_doubles({0.1, 0.2, 0.3}, {}).decimals() == 1);
  CHECK(Cells::from_doubles({1.0 / 3}, {}).form() == Cells::Form::doubles);
  CHECK(Cells::from_doubles({0.1 + 0.2}, {}).form() == Cells::Form::doubles);
  CHECK(Cells::from_doubles({3e9}, {}).form() == Cells::Form::doubles);
  CHECK(Cells::from_doubles({2147483647.0}, {}).form() == Cells::Form::scaled);
  // Each figure alone would fit, but not both at the same number of decimals.
  CHECK(Cells::from_doubles({2000000000, 0.5}, {}).form() == Cells::Form::doubles);
  CHECK(Cells::from_doubles({}, {}).form() == Cells::Form::scaled);
}

TEST_CASE("less than a tenth of the cells with a figure makes cells sparse") {
  std::vector<double> values(20, none);
  values[7] = 1;
  CHECK(Cells::from_doubles(values, {}).form() == Cells::Form::sparse);
  values[8] = 2;
  CHECK(Cells::from_doubles(values, {}).form() == Cells::Form::scaled);
}

TEST_CASE("the statuses that occur are known, also absent cells without one") {
  const Cells whole = Cells::scaled({1, 2}, 0, {{1, CellStatus::estimate}});
  CHECK(whole.statuses_mask() == 1u << static_cast<unsigned>(CellStatus::estimate));
  CHECK_FALSE(whole.has_unmarked_absent());

  const Cells marked =
      Cells::scaled({1, Cells::absent_scaled}, 0, {{1, CellStatus::not_displayable}});
  CHECK_FALSE(marked.has_unmarked_absent());

  const Cells unmarked = Cells::scaled({Cells::absent_scaled, 1}, 0, {{1, CellStatus::revised}});
  CHECK(unmarked.has_unmarked_absent());
  CHECK((unmarked.statuses_mask() & 1u << static_cast<unsigned>(CellStatus::not_available)) != 0);
}

TEST_CASE("every status has its mark") {
  CHECK(mark_from_status(CellStatus::final) == "");
  CHECK(mark_from_status(CellStatus::not_available) == "…");
  CHECK(mark_from_status(CellStatus::nil) == "–");
  CHECK(mark_from_status(CellStatus::not_displayable) == "NA");
  CHECK(mark_from_status(CellStatus::provisional) == "*");
  CHECK(mark_from_status(CellStatus::very_provisional) == "**");
  CHECK(mark_from_status(CellStatus::revised) == "r");
  CHECK(mark_from_status(CellStatus::estimate) == "e");
}

TEST_CASE("bytes count figures and statuses") {
  CHECK(Cells::scaled({1, 2, 3}, 0, {}).bytes() == 12);
  CHECK(Cells::doubles({1, 2, 3}, {{0, CellStatus::revised}}).bytes() == 24 + sizeof(StatusAt));
}

TEST_CASE("whatever the form, the figures are those that came") {
  CHECK(rc::check(
      [](const std::vector<double>& figures, const std::vector<bool>& absent, bool is_decimal) {
        std::vector<double> values = figures;
        for (std::size_t i = 0; i < values.size(); ++i) {
          if (is_decimal) values[i] = std::nearbyint(std::fmod(values[i], 1e6)) / 100;
          if (i < absent.size() && absent[i]) values[i] = none;
        }
        const Cells cells = Cells::from_doubles(values, {});
        RC_ASSERT(cells.count() == values.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
          const double value = cells.value_or_nan(i);
          RC_ASSERT((std::isnan(values[i]) ? std::isnan(value) : value == values[i]));
          RC_ASSERT(cells.has_value(i) == !std::isnan(values[i]));
        }
      }));
}

}  // namespace
}  // namespace stats
