#include "stats/query.h"

#include <algorithm>

#include <rapidcheck.h>
#include <catch2/catch_test_macros.hpp>

#include "support/table_builder.h"

namespace stats {
namespace {

using support::table;
using Categories = std::vector<std::uint32_t>;
using Codes = std::vector<std::string>;

Selection listed(Codes codes) { return {Selection::Kind::list, std::move(codes), 0}; }
Selection range(std::string from, std::string to) {
  return {Selection::Kind::range, {std::move(from), std::move(to)}, 0};
}
Selection newest(int count) { return {Selection::Kind::newest, {}, count}; }

Dimension years() {
  return table("t").time("tahun", {"2021", "2022", "2023", "2024"}).make().dimensions[0];
}

TEST_CASE("without a selection all categories are picked") {
  CHECK(picked_from_selection(years(), nullptr).categories == Categories{0, 1, 2, 3});
  const Selection all;
  CHECK(picked_from_selection(years(), &all).categories == Categories{0, 1, 2, 3});
}

TEST_CASE("a list picks in its own order, each category once") {
  const Selection selection = listed({"2023", "2021", "2023"});
  CHECK(picked_from_selection(years(), &selection).categories == Categories{2, 0});
}

TEST_CASE("a range picks from one end to the other, in either direction") {
  const Selection rising = range("2022", "2024");
  CHECK(picked_from_selection(years(), &rising).categories == Categories{1, 2, 3});
  const Selection falling = range("2023", "2022");
  CHECK(picked_from_selection(years(), &falling).categories == Categories{1, 2});
}

TEST_CASE("newest picks the last categories, all where there are fewer") {
  const Selection two = newest(2);
  CHECK(picked_from_selection(years(), &two).categories == Categories{2, 3});
  const Selection many = newest(99);
  CHECK(picked_from_selection(years(), &many).categories == Categories{0, 1, 2, 3});
}

TEST_CASE("unknown codes are passed over and told") {
  const Selection selection = listed({"1999", "2024", "2030"});
  const Picked picked = picked_from_selection(years(), &selection);
  CHECK(picked.categories == Categories{3});
  CHECK(picked.unknown_codes == Codes{"1999", "2030"});
  CHECK_FALSE(picked.lost);
}

TEST_CASE("an end of a range that is gone gives way to the first or last category") {
  const Selection open = range("2023", "2030");
  const Picked picked = picked_from_selection(years(), &open);
  CHECK(picked.categories == Categories{2, 3});
  CHECK(picked.unknown_codes == Codes{"2030"});
}

TEST_CASE("where nothing is left all categories are picked, and it says so") {
  for (const Selection& selection : {listed({"1999"}), listed({}), range("1998", "1999"),
                                     range("", ""), newest(0), newest(-1)}) {
    const Picked picked = picked_from_selection(years(), &selection);
    CHECK(picked.categories == Categories{0, 1, 2, 3});
    CHECK(picked.lost);
  }
}

TEST_CASE("picking from a dimension without categories picks none") {
  const Dimension empty = table("t").dimension("d", {}).make().dimensions[0];
  const Selection selection = range("a", "b");
  CHECK(picked_from_selection(empty, &selection).categories.empty());
  CHECK(picked_from_selection(empty, nullptr).categories.empty());
}

TEST_CASE("the shortest selection is found") {
  const Dimension time = years();
  CHECK(selection_from_picked(time, {0, 1, 2, 3}) == Selection{});
  CHECK(selection_from_picked(time, {2, 3}) == newest(2));
  CHECK(selection_from_picked(time, {0, 1, 2}) == range("2021", "2023"));
  CHECK(selection_from_picked(time, {0, 1}) == listed({"2021", "2022"}));
  CHECK(selection_from_picked(time, {3, 2}) == listed({"2024", "2023"}));
  Dimension other = time;
  other.role = Role::other;
  CHECK(selection_from_picked(other, {2, 3}) == listed({"2023", "2024"}));
  CHECK(selection_from_picked(other, {1, 2, 3}) == range("2022", "2024"));
}

TEST_CASE("a selection made from categories picks these categories") {
  CHECK(rc::check([](std::vector<std::uint32_t> wished, bool is_time) {
    Dimension dimension;
    dimension.role = is_time ? Role::time : Role::other;
    for (int i = 0; i < 8; ++i) {
      Category category;
      category.code = "c" + std::to_string(i);
      dimension.categories.push_back(category);
    }
    Categories categories;
    for (const std::uint32_t wish : wished) {
      const std::uint32_t category = wish % 8;
      if (std::count(categories.begin(), categories.end(), category) == 0) {
        categories.push_back(category);
      }
    }
    RC_PRE(!categories.empty());
    const Selection selection = selection_from_picked(dimension, categories);
    const Picked picked = picked_from_selection(dimension, &selection);
    RC_ASSERT(picked.categories == categories);
    RC_ASSERT(!picked.lost);
  }));
}

TEST_CASE("a query holds one selection for each dimension") {
  Query query;
  query.set("tahun", newest(2));
  query.set("sex", listed({"M"}));
  query.set("tahun", newest(3));
  REQUIRE(query.find("tahun"));
  CHECK(*query.find("tahun") == newest(3));
  CHECK(query.find("wilayah") == nullptr);
  CHECK(query.selections.size() == 2);
}

// --- The first view ---

support::TableBuilder population() {
  return table("pop")
      .geo("wilayah", {"all", "a", "b", "c", "d"})
      .parent("all", {"a", "b", "c", "d"})
      .dimension("sex", {"T", "L", "P"})
      .parent("T", {"L", "P"})
      .time("tahun", {"2019", "2020", "2021", "2022", "2023", "2024"})
      .measure("jumlah", "jiwa", 0, Additivity::stock);
}

TEST_CASE("one dimension with a choice is the stub") {
  const Table one =
      table("t").geo("wilayah", {"a", "b"}).time("tahun", {"2024"}).measure("m", "x", 0, {}).make();
  const View view = default_view(one);
  CHECK(view.pivot.stub == Codes{"wilayah"});
  CHECK(view.pivot.heading.empty());
  CHECK(view.query.selections.empty());
}

TEST_CASE("the longest dimension is the stub, time the heading, cut to twelve columns") {
  const View view = default_view(population().make());
  CHECK(view.pivot.stub == Codes{"wilayah"});
  CHECK(view.pivot.heading == Codes{"tahun", "sex"});
  REQUIRE(view.query.find("tahun"));
  CHECK(*view.query.find("tahun") == newest(4));
}

TEST_CASE("time alone is the stub and shows all its periods") {
  const Table times = table("t")
                          .time("tahun", {"2021", "2022", "2023"})
                          .measure("a", "x", 0, {})
                          .measure("b", "y", 0, {})
                          .make();
  const View view = default_view(times);
  CHECK(view.pivot.stub == Codes{"tahun"});
  CHECK(view.pivot.heading == Codes{"ukuran"});
  CHECK(view.query.selections.empty());
}

TEST_CASE("what would make the heading too wide is fixed at its total, or its first category") {
  const Table wide = table("t")
                         .geo("wilayah", {"a", "b", "c", "d", "e", "f", "g", "h"})
                         .dimension("usia", {"0", "1", "2", "3", "4", "5", "T"})
                         .parent("T", {"0", "1", "2", "3", "4", "5"})
                         .dimension("status", {"i", "ii", "iii"})
                         .time("tahun", {"2023", "2024"})
                         .measure("m", "x", 0, {})
                         .make();
  const View view = default_view(wide);
  CHECK(view.pivot.stub == Codes{"wilayah"});
  CHECK(view.pivot.heading == Codes{"tahun", "usia"});
  CHECK(*view.query.find("tahun") == newest(1));
  CHECK(*view.query.find("status") == listed({"i"}));

  const Table wider = table("t")
                          .geo("wilayah", {"a", "b", "c", "d", "e", "f", "g", "h"})
                          .dimension("usia", {"0", "1", "2", "3", "4", "5", "T"})
                          .parent("T", {"0", "1", "2", "3", "4", "5"})
                          .measure("m", "x", 0, {})
                          .measure("n", "x", 0, {})
                          .make();
  CHECK(default_view(wider).pivot.heading == Codes{"ukuran"});
  CHECK(*default_view(wider).query.find("usia") == listed({"T"}));
}

TEST_CASE("a table's own layout comes first, without what the table does not have") {
  const View view = default_view(population().layout({"sex", "bulan"}, {"tahun"}).make());
  CHECK(view.pivot.stub == Codes{"sex"});
  CHECK(view.pivot.heading == Codes{"tahun"});
  CHECK(view.query.find("tahun") == nullptr);
  CHECK(*view.query.find("wilayah") == listed({"all"}));
}

TEST_CASE("time outside a layout shows its newest period") {
  const View view = default_view(population().layout({"wilayah"}, {"sex"}).make());
  CHECK(*view.query.find("tahun") == newest(1));
}

TEST_CASE("a table without any choice has an empty first view") {
  const Table lone = table("t").time("tahun", {"2024"}).measure("m", "x", 0, {}).make();
  CHECK(default_view(lone) == View{});
}

// --- Fitting ---

TEST_CASE("a view that fits stays as it is") {
  const Table pop = population().make();
  View view = default_view(pop);
  view.pivot.sorts = {{Sort::Axis::rows, {"2024", "L"}, Direction::descending}};
  const FittedView fitted = fitted_view(pop, view);
  CHECK(fitted.view == view);
  CHECK(fitted.dropped.empty());
  CHECK(fitted.picked[2] == Categories{2, 3, 4, 5});
}

TEST_CASE("unknown dimensions and categories are dropped and told") {
  View view;
  view.pivot.stub = {"wilayah", "desa"};
  view.pivot.heading = {"tahun", "wilayah"};
  view.query.set("agama", listed({"x"}));
  view.query.set("sex", listed({"L", "X"}));
  view.query.set("tahun", listed({"1999"}));
  const FittedView fitted = fitted_view(population().make(), view);
  CHECK(fitted.view.pivot.stub == Codes{"wilayah"});
  CHECK(fitted.view.pivot.heading == Codes{"tahun"});
  CHECK(*fitted.view.query.find("sex") == listed({"L"}));
  CHECK(fitted.view.query.find("tahun") == nullptr);
  CHECK(fitted.dropped == Codes{"desa", "agama", "X", "1999"});
}

TEST_CASE("where no axis is named, dimensions with several picked categories make the heading") {
  View view;
  view.query.set("sex", listed({"L"}));
  CHECK(fitted_view(population().make(), view).view.pivot.heading == Codes{"wilayah", "tahun"});
  view.pivot.stub = {"sex"};
  CHECK(fitted_view(population().make(), view).view.pivot.heading.empty());
}

TEST_CASE("a sort by a line that is not shown is dropped") {
  const Table pop = population().make();
  View view;
  view.pivot.stub = {"wilayah"};
  view.pivot.heading = {"tahun"};
  view.query.set("tahun", newest(2));
  const auto sorts = [&](Sort sort) {
    view.pivot.sorts = {std::move(sort)};
    return fitted_view(pop, view).view.pivot.sorts.size();
  };
  CHECK(sorts({Sort::Axis::rows, {"2024"}, {}}) == 1);
  CHECK(sorts({Sort::Axis::rows, {"2019"}, {}}) == 0);
  CHECK(sorts({Sort::Axis::rows, {"1999"}, {}}) == 0);
  CHECK(sorts({Sort::Axis::rows, {"2024", "L"}, {}}) == 0);
  CHECK(sorts({Sort::Axis::rows, {}, {}}) == 1);
  CHECK(sorts({Sort::Axis::columns, {"a"}, {}}) == 1);
  CHECK(sorts({Sort::Axis::columns, {"z"}, {}}) == 0);
}

TEST_CASE("at most one sort an axis is kept, the first") {
  View view;
  view.pivot.stub = {"wilayah"};
  view.pivot.heading = {"tahun"};
  view.pivot.sorts = {{Sort::Axis::rows, {"2024"}, Direction::ascending},
                      {Sort::Axis::rows, {"2023"}, Direction::ascending},
                      {Sort::Axis::columns, {"a"}, Direction::ascending}};
  const std::vector<Sort> kept = fitted_view(population().make(), view).view.pivot.sorts;
  REQUIRE(kept.size() == 2);
  CHECK(kept[0].line == Codes{"2024"});
  CHECK(kept[1].axis == Sort::Axis::columns);
}

TEST_CASE("a grid without a heading is sorted by its measure, or by label") {
  View view;
  view.pivot.stub = {"wilayah"};
  view.pivot.sorts = {{Sort::Axis::rows, {"jumlah"}, {}}};
  CHECK(fitted_view(population().make(), view).view.pivot.sorts.size() == 1);
  view.pivot.sorts = {{Sort::Axis::rows, {"x"}, {}}};
  CHECK(fitted_view(population().make(), view).view.pivot.sorts.empty());
  // The columns have no label to be sorted by.
  view.pivot.sorts = {{Sort::Axis::columns, {}, {}}};
  CHECK(fitted_view(population().make(), view).view.pivot.sorts.empty());
}

}  // namespace
}  // namespace stats
