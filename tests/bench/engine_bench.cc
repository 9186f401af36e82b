// How long the engine takes for what a reader does with a table: natively, and as WebAssembly in
// Node. Prints one Markdown row for each operation and size; asserts nothing. tests/bench/cube.mjs
// does the same work on the same figures in plain JavaScript, and prints the same check figures.
//
//   cmake --preset release && ninja -C build/release engine_bench &&
//   build/release/tests/engine_bench tests/bench/engine_bench_web.sh
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "bench/synthetic.h"
#include "stats/cell_text.h"
#include "stats/pivot.h"
#include "stats/range.h"
#include "stats/sums.h"

namespace {

using stats::PivotGrid;
using stats::Selection;
using stats::View;

constexpr std::uint32_t seed = 1;
constexpr int rounds = 15;
constexpr std::size_t window_rows = 40;
constexpr std::size_t window_columns = 12;

/// Runs `work` some rounds and prints the best and the middle time; `check` says that the work was
/// done.
template <class Work>
void measure(const char* what, std::uint64_t cells, Work work) {
  using Clock = std::chrono::steady_clock;
  std::vector<double> times;
  double check = 0;
  for (int round = 0; round < rounds; ++round) {
    const Clock::time_point begin = Clock::now();
    check = work();
    times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
  }
  std::sort(times.begin(), times.end());
  std::printf("| %-38s | %8.2f M | %9.3f | %9.3f | %18.1f |\n", what,
              static_cast<double>(cells) / 1e6, times.front(), times[times.size() / 2], check);
}

/// Reads what a screen shows: labels and cell texts of one window.
double read_window(const PivotGrid& grid) {
  double read = 0;
  const std::size_t rows = std::min(window_rows, grid.rows_count());
  const std::size_t columns = std::min(window_columns, grid.columns_count());
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t level = 0; level < grid.stub().size(); ++level) {
      read += static_cast<double>(grid.row_label(level, row).count);
    }
    for (std::size_t column = 0; column < columns; ++column) {
      read += grid.at(row, column).cell.value;
    }
  }
  return read;
}

/// Some of the sums: adding up all of them would take longer than making them.
double check_of(const std::vector<double>& sums) {
  double check = 0;
  for (const std::size_t place : {std::size_t{0}, sums.size() / 2, sums.size() - 1}) {
    if (!std::isnan(sums[place])) check += sums[place];
  }
  return check;
}

std::vector<std::uint32_t> all_of(const stats::Table& table, std::uint32_t dimension) {
  std::vector<std::uint32_t> categories(table.dimensions[dimension].categories.size());
  for (std::uint32_t i = 0; i < categories.size(); ++i)
    categories[i] = i;
  return categories;
}

View view_of(std::vector<std::string> stub, std::vector<std::string> heading) {
  View view;
  view.pivot.stub = std::move(stub);
  view.pivot.heading = std::move(heading);
  return view;
}

using SharedTable = std::shared_ptr<const stats::Table>;

void measure_reshaping(const SharedTable& table) {
  const std::uint64_t cells = table->cells_count();
  const View first = view_of({"desa", "usia"}, {"tahun", "sex"});
  measure("first grid", cells, [&] { return read_window(grid_from_table(table, first)); });

  View half = first;
  Selection every_other{Selection::Kind::list, {}, 0};
  for (std::size_t i = 0; i < table->dimensions[0].categories.size(); i += 2) {
    every_other.codes.push_back(table->dimensions[0].categories[i].code);
  }
  half.query.set("desa", every_other);
  measure("filter: every other village", cells,
          [&] { return read_window(grid_from_table(table, half)); });

  View newest = first;
  newest.query.set("tahun", {Selection::Kind::newest, {}, 5});
  measure("filter: newest 5 years", cells,
          [&] { return read_window(grid_from_table(table, newest)); });

  const View swapped = view_of({"tahun", "sex"}, {"desa", "usia"});
  measure("pivot: rows and columns swapped", cells,
          [&] { return read_window(grid_from_table(table, swapped)); });
  const View moved = view_of({"usia", "desa", "sex"}, {"tahun"});
  measure("pivot: one dimension moved", cells,
          [&] { return read_window(grid_from_table(table, moved)); });

  measure("legend of a filtered part", cells, [&] {
    return static_cast<double>(grid_from_table(table, half).statuses_in_use().size());
  });
}

void measure_sums(const SharedTable& table) {
  const std::uint64_t cells = table->cells_count();
  const char* const names[] = {"sum over villages", "sum over ages", "sum over sexes",
                               "sum over years"};
  for (std::uint32_t dimension = 0; dimension < 4; ++dimension) {
    measure(names[dimension], cells, [&] {
      return check_of(sums_over_dimension(*table, dimension, all_of(*table, dimension)));
    });
  }
  View totals = view_of({"desa", "usia", "sex"}, {"tahun"});
  totals.pivot.row_total = true;
  measure("total row of all years", cells, [&] {
    const PivotGrid grid = grid_from_table(table, totals);
    double total = 0;
    for (std::size_t column = 0; column < grid.columns_count(); ++column) {
      total += grid.at(grid.rows_count() - 1, column).cell.value;
    }
    return total;
  });
  const PivotGrid grid = grid_from_table(table, view_of({"desa", "usia", "sex"}, {"tahun"}));
  measure("sum of a selection of all cells", cells, [&] {
    return summary_from_range(grid, {0, grid.rows_count(), 0, grid.columns_count()}).sum;
  });
}

void measure_sorting(const SharedTable& table) {
  const std::uint64_t cells = table->cells_count();
  View sorted = view_of({"desa", "usia", "sex", "tahun"}, {});
  sorted.pivot.sorts = {{stats::Sort::Axis::rows, {"1"}, stats::Direction::descending}};
  measure("sort: every cell a row", cells, [&] {
    const PivotGrid grid = grid_from_table(table, sorted);
    return grid.at(0, 0).cell.value + grid.at(grid.rows_count() / 2, 0).cell.value;
  });
  View by_year = view_of({"desa", "usia", "sex"}, {"tahun"});
  by_year.pivot.sorts = {{stats::Sort::Axis::rows, {"2020"}, stats::Direction::descending}};
  measure("sort: by one year", cells, [&] {
    const PivotGrid grid = grid_from_table(table, by_year);
    const std::size_t year = *grid.find_column({"2020"});
    return grid.at(0, year).cell.value + grid.at(grid.rows_count() / 2, year).cell.value;
  });
  View hiding = view_of({"desa", "usia", "sex"}, {"tahun"});
  hiding.pivot.hide_empty = true;
  measure("empty rows hidden", cells,
          [&] { return static_cast<double>(grid_from_table(table, hiding).rows_count()); });
}

}  // namespace

int main() {
  std::printf("| operation | cells | best ms | middle ms | check |\n|---|---|---|---|---|\n");
  for (const bench::SyntheticShape& shape :
       {bench::synthetic_14_thousand, bench::synthetic_1_million, bench::synthetic_10_million}) {
    const auto table = std::make_shared<const stats::Table>(bench::synthetic_table(shape, seed));
    measure("cells taken over from a sidecar", table->cells_count(), [&] {
      const stats::Cells& cells = table->cells;
      const auto statuses = cells.statuses();
      return static_cast<double>(stats::Cells::scaled_view(table, cells.scaled_values(), 1,
                                                           {statuses.begin(), statuses.end()})
                                     .statuses_mask());
    });
    measure_reshaping(table);
    measure_sums(table);
    measure_sorting(table);
  }
}
