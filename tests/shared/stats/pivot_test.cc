#include "stats/pivot.h"

#include <algorithm>
#include <cmath>

#include <rapidcheck.h>
#include <catch2/catch_test_macros.hpp>

#include "support/grid_text.h"
#include "support/table_builder.h"

namespace stats {
namespace {

using support::none;
using support::table;
using support::text_from_grid;
using Codes = std::vector<std::string>;

Selection list(Codes codes) { return {Selection::Kind::list, std::move(codes), 0}; }

View view_of(Codes stub, Codes heading) {
  View view;
  view.pivot.stub = std::move(stub);
  view.pivot.heading = std::move(heading);
  return view;
}

/// Two areas, two sexes, two years; figures say their own place.
support::TableBuilder people() {
  return table("pop")
      .geo("wilayah", {{"N", "Utara"}, {"S", "Selatan"}})
      .dimension("sex", {"L", "P"})
      .time("tahun", {"2023", "2024"})
      .measure("jumlah", "jiwa", 0, Additivity::stock)
      .cells({10, 11, 12, 12, 20, 21, 22, none})
      .status(1, CellStatus::provisional);
}

// --- Arranging ---

TEST_CASE("the last dimension of the stub varies fastest") {
  const PivotGrid grid = grid_from_table(people().share(), view_of({"wilayah", "sex"}, {"tahun"}));
  CHECK(text_from_grid(grid) ==
        "| 2023 2024\n"
        "Utara L | 10 11*\n"
        "Utara P | 12 12\n"
        "Selatan L | 20 21\n"
        "Selatan P | 22 …\n");
}

TEST_CASE("any dimension can stand anywhere") {
  CHECK(text_from_grid(grid_from_table(people().share(), view_of({"tahun"}, {"sex", "wilayah"}))) ==
        "| L L P P\n"
        "| Utara Selatan Utara Selatan\n"
        "2023 | 10 20 12 22\n"
        "2024 | 11* 21 12 …\n");
  CHECK(text_from_grid(grid_from_table(people().share(),
                                       view_of({"sex", "tahun", "wilayah", "ukuran"}, {}))) ==
        "L 2023 Utara jumlah | 10\n"
        "L 2023 Selatan jumlah | 20\n"
        "L 2024 Utara jumlah | 11*\n"
        "L 2024 Selatan jumlah | 21\n"
        "P 2023 Utara jumlah | 12\n"
        "P 2023 Selatan jumlah | 22\n"
        "P 2024 Utara jumlah | 12\n"
        "P 2024 Selatan jumlah | …\n");
}

TEST_CASE("dimensions on neither axis stand at their first picked category") {
  View view = view_of({"wilayah"}, {"tahun"});
  view.query.set("sex", list({"P", "L"}));
  const PivotGrid grid = grid_from_table(people().share(), view);
  CHECK(text_from_grid(grid) ==
        "| 2023 2024\n"
        "Utara | 12 12\n"
        "Selatan | 22 …\n");
  CHECK(grid.fixed() == std::vector<Coordinate>{{1, 1}, {3, 0}});
}

TEST_CASE("picked categories are shown in the order of the query") {
  View view = view_of({"wilayah"}, {"tahun"});
  view.query.set("tahun", list({"2024", "2023"}));
  view.query.set("wilayah", list({"S"}));
  CHECK(text_from_grid(grid_from_table(people().share(), view)) ==
        "| 2024 2023\n"
        "Selatan | 21 20\n");
}

TEST_CASE("a table of one cell makes a grid of one cell") {
  const PivotGrid grid = grid_from_table(
      table("t").measure("m", "x", 1, Additivity::flow).cells({2.5}).share(), View{});
  CHECK(text_from_grid(grid) == "| 2,5\n");
}

TEST_CASE("a dimension without categories makes an empty grid") {
  const auto empty = table("t")
                         .dimension("d", {})
                         .dimension("e", {"a", "b"})
                         .measure("m", "x", 0, Additivity::flow)
                         .share();
  for (const View& view : {view_of({"d"}, {"e"}), view_of({"e"}, {}), View{}}) {
    View asks_everything = view;
    asks_everything.pivot.row_total = asks_everything.pivot.column_total = true;
    asks_everything.pivot.hide_empty = true;
    asks_everything.pivot.sorts = {{Sort::Axis::rows, {"a"}, {}}, {Sort::Axis::columns, {}, {}}};
    const PivotGrid grid = grid_from_table(empty, asks_everything);
    CHECK(grid.rows_count() * grid.columns_count() == 0);
    CHECK(grid.statuses_in_use().empty());
  }
}

TEST_CASE("cells say where they come from") {
  View view = view_of({"tahun"}, {"wilayah"});
  view.query.set("sex", list({"P"}));
  const PivotGrid grid = grid_from_table(people().share(), view);
  CHECK(grid.coordinates(1, 0) == std::vector<std::uint32_t>{0, 1, 1, 0});
  CHECK(grid.row_offset(1) + grid.column_offset(0) == 3);
  CHECK(grid.measure_at(1, 0) == 0);
}

TEST_CASE("lines are found by codes, and tell theirs") {
  const PivotGrid grid = grid_from_table(people().share(), view_of({"wilayah", "sex"}, {"tahun"}));
  CHECK(grid.find_row({"S", "L"}) == 2u);
  CHECK(grid.find_row({"S"}) == std::nullopt);
  CHECK(grid.find_row({"S", "X"}) == std::nullopt);
  CHECK(grid.row_codes(2) == Codes{"S", "L"});
  CHECK(grid.find_column({"2024"}) == 1u);
  CHECK(grid.column_codes(1) == Codes{"2024"});
}

TEST_CASE("an axis without dimensions has one line, named by its measure") {
  const PivotGrid grid = grid_from_table(people().share(), view_of({"wilayah"}, {}));
  CHECK(grid.column_codes(0) == Codes{"jumlah"});
  CHECK(grid.find_column({"jumlah"}) == 0u);
  CHECK(grid.find_column({}) == std::nullopt);
}

TEST_CASE("an axis without dimensions has no total: it would be its one line again") {
  View view = view_of({"wilayah"}, {});
  view.pivot.row_total = view.pivot.column_total = true;
  CHECK(text_from_grid(grid_from_table(people().share(), view)) ==
        "Utara | 10\nSelatan | 20\nJumlah | 30\n");
  CHECK(grid_from_table(people().share(), view).column_total_refusal() ==
        TotalRefusal::single_line);
  std::swap(view.pivot.stub, view.pivot.heading);
  CHECK(text_from_grid(grid_from_table(people().share(), view)) ==
        "| Utara Selatan Jumlah\n| 10 20 30\n");
}

TEST_CASE("labels span their neighbours") {
  const PivotGrid grid = grid_from_table(people().share(), view_of({"wilayah", "sex"}, {"tahun"}));
  const Label outer = grid.row_label(0, 3);
  CHECK(outer.category == 1);
  CHECK(outer.begin == 2);
  CHECK(outer.count == 2);
  CHECK(grid.row_label(1, 3).begin == 3);
  CHECK(grid.row_label(1, 3).count == 1);
}

TEST_CASE("every cell of any view is the table's cell at its coordinates") {
  CHECK(rc::check(
      [](std::uint32_t arrangement, std::vector<std::uint8_t> picks, bool sorts, bool hides) {
        const auto source = people().share();
        View view;
        for (std::uint32_t i = 0; i < 4; ++i) {
          const std::uint32_t place = arrangement >> (2 * i) & 3;
          if (place == 0) view.pivot.stub.push_back(source->dimensions[i].code);
          if (place == 1) {
            view.pivot.heading.insert(view.pivot.heading.begin(), source->dimensions[i].code);
          }
        }
        for (std::uint32_t i = 0; i < picks.size() && i < 3; ++i) {
          const Dimension& dimension = source->dimensions[i];
          if (picks[i] % 3 < 2) {
            view.query.set(dimension.code, list({dimension.categories[picks[i] % 3].code}));
          }
        }
        if (sorts && !view.pivot.stub.empty()) {
          const PivotGrid plain = grid_from_table(source, view);
          view.pivot.sorts = {{Sort::Axis::rows, plain.column_codes(0), Direction::ascending}};
        }
        view.pivot.hide_empty = hides;
        const PivotGrid grid = grid_from_table(source, view);
        const std::vector<std::uint64_t> strides = source->strides();
        for (std::size_t row = 0; row < grid.rows_count(); ++row) {
          for (std::size_t column = 0; column < grid.columns_count(); ++column) {
            const std::vector<std::uint32_t> at = grid.coordinates(row, column);
            std::uint64_t index = 0;
            for (std::size_t i = 0; i < at.size(); ++i)
              index += at[i] * strides[i];
            RC_ASSERT(grid.at(row, column).cell == source->cells.at(index));
            for (std::size_t i = 0; i < grid.stub().size(); ++i) {
              RC_ASSERT(grid.row_label(i, row).category == at[grid.stub()[i].dimension]);
            }
            RC_ASSERT(grid.find_row(grid.row_codes(row)) == row);
            RC_ASSERT(grid.find_column(grid.column_codes(column)) == column);
          }
        }
      }));
}

// --- Published totals ---

support::TableBuilder areas() {
  return table("pop")
      .geo("wilayah", {{"1603", "Kabupaten"}, "a", "b", "c"})
      .parent("1603", {"a", "b", "c"})
      .time("tahun", {"2023", "2024"})
      .measure("jumlah", "jiwa", 0, Additivity::stock)
      .cells({60, 66, 10, 33, 20, 22, 30, 11});
}

TEST_CASE("a published total stands in the last row") {
  const PivotGrid grid = grid_from_table(areas().share(), view_of({"wilayah"}, {"tahun"}));
  CHECK(text_from_grid(grid) ==
        "| 2023 2024\n"
        "a | 10 33\n"
        "b | 20 22\n"
        "c | 30 11\n"
        "Kabupaten | 60 66\n");
  CHECK(grid.row_kind(2) == LineKind::plain);
  CHECK(grid.row_kind(3) == LineKind::published_total);
}

TEST_CASE("columns keep their own order, with the total where it stands") {
  const PivotGrid grid = grid_from_table(areas().share(), view_of({"tahun"}, {"wilayah"}));
  CHECK(text_from_grid(grid) ==
        "| Kabupaten a b c\n"
        "2023 | 60 10 20 30\n"
        "2024 | 66 33 22 11\n");
  CHECK(grid.column_kind(0) == LineKind::published_total);
}

TEST_CASE("with several levels in the stub a published total stays in its group") {
  const PivotGrid grid = grid_from_table(areas().share(), view_of({"tahun", "wilayah"}, {}));
  CHECK(text_from_grid(grid) ==
        "2023 Kabupaten | 60\n"
        "2023 a | 10\n"
        "2023 b | 20\n"
        "2023 c | 30\n"
        "2024 Kabupaten | 66\n"
        "2024 a | 33\n"
        "2024 b | 22\n"
        "2024 c | 11\n");
  CHECK(grid.row_kind(4) == LineKind::published_total);
  CHECK(grid.row_kind(5) == LineKind::plain);
}

TEST_CASE("a total shown alone is a plain row") {
  View view = view_of({"wilayah"}, {"tahun"});
  view.query.set("wilayah", list({"1603"}));
  CHECK(grid_from_table(areas().share(), view).row_kind(0) == LineKind::plain);
}

// --- Sorting and hiding ---

TEST_CASE("rows sort by a column, totals stay at the end") {
  View view = view_of({"wilayah"}, {"tahun"});
  view.pivot.sorts = {{Sort::Axis::rows, {"2024"}, Direction::ascending}};
  CHECK(text_from_grid(grid_from_table(areas().share(), view)) ==
        "| 2023 2024\n"
        "c | 30 11\n"
        "b | 20 22\n"
        "a | 10 33\n"
        "Kabupaten | 60 66\n");
}

TEST_CASE("missing figures sort last in both directions") {
  View view = view_of({"wilayah", "sex"}, {"tahun"});
  view.pivot.sorts = {{Sort::Axis::rows, {"2024"}, Direction::descending}};
  CHECK(text_from_grid(grid_from_table(people().share(), view)) ==
        "| 2023 2024\n"
        "Selatan L | 20 21\n"
        "Utara P | 12 12\n"
        "Utara L | 10 11*\n"
        "Selatan P | 22 …\n");
  view.pivot.sorts[0].direction = Direction::ascending;
  const PivotGrid rising = grid_from_table(people().share(), view);
  CHECK(text_from_grid(rising) ==
        "| 2023 2024\n"
        "Utara L | 10 11*\n"
        "Utara P | 12 12\n"
        "Selatan L | 20 21\n"
        "Selatan P | 22 …\n");
  CHECK(rising.find_row({"S", "P"}) == 3u);
}

TEST_CASE("a sorted axis has spans of the lines as they now stand") {
  View view = view_of({"wilayah", "sex"}, {"tahun"});
  view.pivot.sorts = {{Sort::Axis::rows, {"2024"}, Direction::descending}};
  const PivotGrid grid = grid_from_table(people().share(), view);
  CHECK(grid.row_label(0, 0).count == 1);
  CHECK(grid.row_label(0, 2).begin == 1);
  CHECK(grid.row_label(0, 2).count == 2);
  CHECK(grid.row_label(0, 3).begin == 3);
}

TEST_CASE("columns sort by a row") {
  View view = view_of({"tahun"}, {"wilayah"});
  view.pivot.sorts = {{Sort::Axis::columns, {"2024"}, Direction::descending}};
  CHECK(text_from_grid(grid_from_table(areas().share(), view)) ==
        "| a b c Kabupaten\n"
        "2023 | 10 20 30 60\n"
        "2024 | 33 22 11 66\n");
}

TEST_CASE("rows sort by label as a reader sorts") {
  View view = view_of({"usia"}, {});
  view.pivot.sorts = {{Sort::Axis::rows, {}, Direction::ascending}};
  const auto ages = table("t")
                        .dimension("usia", {{"a", "10-14"},
                                            {"b", "5-9"},
                                            {"c", "anak"},
                                            {"d", "0-4"},
                                            {"e", "Anak"},
                                            {"f", "65+"}})
                        .measure("m", "x", 0, Additivity::flow)
                        .cells({1, 2, 3, 4, 5, 6})
                        .share();
  CHECK(text_from_grid(grid_from_table(ages, view)) ==
        "0-4 | 4\n5-9 | 2\n10-14 | 1\n65+ | 6\nanak | 3\nAnak | 5\n");
  view.pivot.sorts[0].direction = Direction::descending;
  CHECK(text_from_grid(grid_from_table(ages, view)) ==
        "anak | 3\nAnak | 5\n65+ | 6\n10-14 | 1\n5-9 | 2\n0-4 | 4\n");
}

TEST_CASE("sorting follows the figures that are shown, also computed ones") {
  View view = view_of({"wilayah"}, {"tahun"});
  view.pivot.calculation = Calculation::change;
  view.pivot.sorts = {{Sort::Axis::rows, {"2024"}, Direction::descending}};
  CHECK(text_from_grid(grid_from_table(areas().share(), view)) ==
        "| 2023 2024\n"
        "a | … 23\n"
        "b | … 2\n"
        "c | … −19\n"
        "Kabupaten | … 6\n");
}

TEST_CASE("sorting is stable and puts every line in its place once") {
  CHECK(rc::check([](const std::vector<std::int8_t>& figures, bool is_descending,
                     bool has_decimals) {
    RC_PRE(!figures.empty());
    Table rows = table("t").measure("m", "x", 0, Additivity::flow).make();
    Dimension dimension{"d", {"d", ""}, Role::other, {}, true};
    std::vector<double> values;
    for (const std::int8_t figure : figures) {
      Category category;
      category.code = std::to_string(values.size());
      dimension.categories.push_back(category);
      // A third cannot be scaled, and so is sorted as a double.
      values.push_back(figure % 5 == 0 ? none : figure / (has_decimals ? 3.0 : 1.0));
    }
    rows.dimensions.insert(rows.dimensions.begin(), dimension);
    rows.cells = Cells::from_doubles(values, {});
    View view = view_of({"d"}, {});
    view.pivot.sorts = {
        {Sort::Axis::rows, {"m"}, is_descending ? Direction::descending : Direction::ascending}};
    const PivotGrid grid = grid_from_table(std::make_shared<const Table>(rows), view);

    std::vector<std::uint32_t> expected(values.size());
    for (std::uint32_t i = 0; i < expected.size(); ++i)
      expected[i] = i;
    std::stable_sort(expected.begin(), expected.end(), [&](std::uint32_t a, std::uint32_t b) {
      if (std::isnan(values[a]) || std::isnan(values[b])) {
        return !std::isnan(values[a]) && std::isnan(values[b]);
      }
      return is_descending ? values[a] > values[b] : values[a] < values[b];
    });
    RC_ASSERT(grid.rows_count() == expected.size());
    for (std::size_t row = 0; row < expected.size(); ++row) {
      RC_ASSERT(grid.row_label(0, row).category == expected[row]);
    }
  }));
}

TEST_CASE("rows and columns without any figure can be hidden") {
  const auto gaps = table("t")
                        .dimension("d", {"a", "b", "c"})
                        .time("tahun", {"2022", "2023", "2024"})
                        .measure("m", "x", 0, Additivity::flow)
                        .cells({none, none, 3, none, none, none, 1, none, 2})
                        .share();
  View view = view_of({"d"}, {"tahun"});
  view.pivot.hide_empty = true;
  const PivotGrid grid = grid_from_table(gaps, view);
  CHECK(text_from_grid(grid) ==
        "| 2022 2024\n"
        "a | … 3\n"
        "c | 1 2\n");
  CHECK(grid.find_row({"b"}) == std::nullopt);
  CHECK(grid.find_row({"c"}) == 1u);
  view.pivot.sorts = {{Sort::Axis::rows, {"2024"}, Direction::ascending}};
  CHECK(text_from_grid(grid_from_table(gaps, view)) ==
        "| 2022 2024\n"
        "c | 1 2\n"
        "a | … 3\n");
}

TEST_CASE("hiding may leave nothing") {
  View view = view_of({"d"}, {});
  view.pivot.hide_empty = view.pivot.row_total = true;
  const PivotGrid grid = grid_from_table(table("t")
                                             .dimension("d", {"a", "b"})
                                             .measure("m", "x", 0, Additivity::flow)
                                             .cells({none, none})
                                             .share(),
                                         view);
  CHECK(grid.rows_count() == 0);
}

// --- Computed totals ---

TEST_CASE("computed totals come last and add what is there") {
  View view = view_of({"wilayah"}, {"sex"});
  view.query.set("tahun", list({"2024"}));
  view.pivot.row_total = view.pivot.column_total = true;
  const PivotGrid grid = grid_from_table(people().share(), view);
  CHECK(text_from_grid(grid) ==
        "| L P Jumlah\n"
        "Utara | 11* 12 23\n"
        "Selatan | 21 … 21\n"
        "Jumlah | 32 12 44\n");
  CHECK(grid.row_kind(2) == LineKind::computed_total);
  CHECK(grid.column_kind(2) == LineKind::computed_total);
  CHECK(grid.at(2, 0).is_computed);
  CHECK(grid.coordinates(2, 0).empty());
  CHECK(grid.row_codes(2).empty());
  CHECK(grid.row_label(0, 2).is_total);
  CHECK(grid.cell_notes(2, 0).empty());
}

TEST_CASE("a computed total stays last in a sorted grid") {
  View view = view_of({"wilayah"}, {"sex"});
  view.pivot.row_total = true;
  view.pivot.sorts = {{Sort::Axis::rows, {"L"}, Direction::descending}};
  CHECK(text_from_grid(grid_from_table(people().share(), view)) ==
        "| L P\n"
        "Selatan | 20 22\n"
        "Utara | 10 12\n"
        "Jumlah | 30 34\n");
}

TEST_CASE("a total of nothing is no figure") {
  View view = view_of({"d"}, {});
  view.pivot.row_total = true;
  const PivotGrid grid = grid_from_table(table("t")
                                             .dimension("d", {"a", "b"})
                                             .measure("m", "x", 0, Additivity::flow)
                                             .cells({none, none})
                                             .share(),
                                         view);
  CHECK(text_from_grid(grid) == "a | …\nb | …\nJumlah | …\n");
}

TEST_CASE("totals are refused where adding means nothing") {
  const auto refusals = [](const support::TableBuilder& builder, const View& view) {
    View asking = view;
    asking.pivot.row_total = asking.pivot.column_total = true;
    const PivotGrid grid = grid_from_table(builder.share(), asking);
    const bool shows_row = grid.row_kind(grid.rows_count() - 1) == LineKind::computed_total;
    CHECK(shows_row == (grid.row_total_refusal() == TotalRefusal::none));
    return std::pair(grid.row_total_refusal(), grid.column_total_refusal());
  };
  using enum TotalRefusal;
  CHECK(refusals(people(), view_of({"wilayah"}, {"tahun"})) == std::pair(none, stock_over_time));
  CHECK(refusals(people(), view_of({"tahun"}, {"sex"})) == std::pair(stock_over_time, none));
  CHECK(refusals(areas(), view_of({"wilayah"}, {})) == std::pair(parts_and_totals, single_line));

  View shares = view_of({"wilayah"}, {"sex"});
  shares.pivot.calculation = Calculation::share_of_column;
  CHECK(refusals(people(), shares) == std::pair(calculation, calculation));

  const auto rates = table("t")
                         .dimension("d", {"a", "b"})
                         .measure("kepadatan", "jiwa/km²", 1, Additivity::rate)
                         .cells({1, 2});
  CHECK(refusals(rates, view_of({"d"}, {})) == std::pair(rate, rate));
}

TEST_CASE("a refusal is known before a total is asked for") {
  const PivotGrid grid = grid_from_table(areas().share(), view_of({"wilayah"}, {"tahun"}));
  CHECK(grid.row_total_refusal() == TotalRefusal::parts_and_totals);
}

TEST_CASE("with measures side by side totals stand where the measure may be added") {
  const auto mixed = table("t")
                         .dimension("d", {"a", "b"})
                         .measure("jumlah", "jiwa", 0, Additivity::stock)
                         .measure("kepadatan", "jiwa/km²", 1, Additivity::rate)
                         .cells({10, 1.5, 20, 2.5})
                         .share();
  View view = view_of({"d"}, {"ukuran"});
  view.pivot.row_total = view.pivot.column_total = true;
  const PivotGrid grid = grid_from_table(mixed, view);
  CHECK(text_from_grid(grid) ==
        "| jumlah kepadatan\n"
        "a | 10 1,5\n"
        "b | 20 2,5\n"
        "Jumlah | 30 NA\n");
  CHECK(grid.column_total_refusal() == TotalRefusal::several_measures);
}

TEST_CASE("flows add up over time") {
  View view = view_of({"tahun"}, {});
  view.pivot.row_total = true;
  const auto births = table("t")
                          .time("tahun", {"2023", "2024"})
                          .measure("kelahiran", "jiwa", 0, Additivity::flow)
                          .cells({5, 6})
                          .share();
  CHECK(text_from_grid(grid_from_table(births, view)) == "2023 | 5\n2024 | 6\nJumlah | 11\n");
}

// --- Notes, statuses ---

TEST_CASE("notes are numbered as they are met, mandatory ones of the table first") {
  const auto noted = people()
                         .note("sel", {{0, 1}, {1, 1}, {2, 1}, {3, 0}})
                         .note("tabel", {})
                         .note("tahun 2024", {{2, 1}})
                         .note("Selatan", {{0, 1}})
                         .note("wajib", {}, true)
                         .note("Utara L", {{0, 0}, {1, 0}})
                         .share();
  const PivotGrid grid = grid_from_table(noted, view_of({"wilayah", "sex"}, {"tahun"}));
  CHECK(grid.notes_in_use() == std::vector<std::uint32_t>{4, 1, 2, 5, 3, 0});
  CHECK(grid.note_number(4) == 1);
  CHECK(grid.note_number(0) == 6);
  CHECK(grid.category_note_numbers(2, 1) == std::vector<int>{3});
  CHECK(grid.category_note_numbers(2, 0).empty());
  CHECK(grid.cell_notes(0, 0) == std::vector<std::uint32_t>{5});
  CHECK(grid.cell_notes(3, 1) == std::vector<std::uint32_t>{0});
  CHECK(grid.cell_notes(3, 0).empty());
}

TEST_CASE("notes on what is not shown are not in use") {
  const auto noted = people().note("2024", {{2, 1}}).note("P", {{1, 1}}).share();
  View view = view_of({"wilayah"}, {"tahun"});
  view.query.set("tahun", list({"2023"}));
  const PivotGrid grid = grid_from_table(noted, view);
  CHECK(grid.notes_in_use().empty());
  CHECK(grid.note_number(0) == 0);
}

TEST_CASE("notes are numbered by the rows as sorted, and not for hidden ones") {
  const auto noted = areas().note("a", {{0, 1}}).note("c", {{0, 3}}).share();
  View view = view_of({"wilayah"}, {"tahun"});
  view.pivot.sorts = {{Sort::Axis::rows, {"2023"}, Direction::descending}};
  CHECK(grid_from_table(noted, view).notes_in_use() == std::vector<std::uint32_t>{1, 0});

  View hiding = view_of({"wilayah"}, {"tahun"});
  hiding.pivot.hide_empty = true;
  const auto gap = areas()
                       .cells({60, 66, none, none, 20, 22, 30, 11})
                       .note("a", {{0, 1}})
                       .note("c", {{0, 3}})
                       .share();
  CHECK(grid_from_table(gap, hiding).notes_in_use() == std::vector<std::uint32_t>{1});
}

TEST_CASE("the legend has the statuses of the picked part only") {
  using Statuses = std::vector<CellStatus>;
  View view = view_of({"wilayah", "sex"}, {"tahun"});
  CHECK(grid_from_table(people().share(), view).statuses_in_use() ==
        Statuses{CellStatus::not_available, CellStatus::provisional});
  view.query.set("tahun", list({"2023"}));
  CHECK(grid_from_table(people().share(), view).statuses_in_use().empty());
  view.query.set("tahun", list({"2024"}));
  view.query.set("wilayah", list({"N"}));
  CHECK(grid_from_table(people().share(), view).statuses_in_use() ==
        Statuses{CellStatus::provisional});
  view.query.set("wilayah", list({"S"}));
  CHECK(grid_from_table(people().share(), view).statuses_in_use() ==
        Statuses{CellStatus::not_available});
}

TEST_CASE("the legend knows what computing could not give") {
  View view = view_of({"wilayah"}, {"tahun"});
  view.pivot.calculation = Calculation::change;
  CHECK(grid_from_table(areas().share(), view).statuses_in_use() ==
        std::vector<CellStatus>{CellStatus::not_available});
}

TEST_CASE("the legend of any part is what its cells say") {
  CHECK(rc::check(
      [](const std::vector<std::uint8_t>& marks, std::uint8_t first, std::uint8_t second) {
        support::TableBuilder builder = people();
        std::vector<double> figures(8, 1);
        for (std::uint32_t i = 0; i < marks.size() && i < 8; ++i) {
          const auto status = static_cast<CellStatus>(marks[i] % cell_status_count);
          if (marks[i] % 3 == 0) figures[i] = none;
          if (marks[i] % 2 == 0 && status != CellStatus::final) builder.status(i, status);
        }
        Table marked = builder.make();
        std::vector<StatusAt> statuses(marked.cells.statuses().begin() + 1,
                                       marked.cells.statuses().end());
        marked.cells = Cells::from_doubles(figures, statuses);
        View view = view_of({"wilayah", "sex"}, {"tahun"});
        if (first % 3 < 2) view.query.set("wilayah", list({first % 3 ? "N" : "S"}));
        if (second % 3 < 2) view.query.set("tahun", list({second % 3 ? "2023" : "2024"}));
        const PivotGrid grid = grid_from_table(std::make_shared<const Table>(marked), view);
        std::vector<CellStatus> expected;
        for (int i = 1; i < cell_status_count; ++i) {
          bool occurs = false;
          for (std::size_t row = 0; row < grid.rows_count(); ++row) {
            for (std::size_t column = 0; column < grid.columns_count(); ++column) {
              occurs = occurs || grid.at(row, column).cell.status == static_cast<CellStatus>(i);
            }
          }
          if (occurs) expected.push_back(static_cast<CellStatus>(i));
        }
        RC_ASSERT(grid.statuses_in_use() == expected);
      }));
}

// --- Title and unit ---

TEST_CASE("the title names the years, and fixed categories that matter") {
  View view = view_of({"wilayah"}, {"tahun"});
  const PivotGrid grid = grid_from_table(people().share(), view);
  CHECK(title_from_grid(grid, base::Language::id) == "Jumlah penduduk, L, 2023–2024");
  CHECK(title_from_grid(grid, base::Language::en) == "Population, L, 2023–2024");
  // A total goes without saying.
  CHECK(title_from_grid(grid_from_table(areas().share(), view_of({}, {"tahun"})),
                        base::Language::id) == "Jumlah penduduk, 2023–2024");
}

TEST_CASE("years that are no neighbours are listed, and too many of them shortened") {
  const auto years = table("t")
                         .time("tahun", {"2015", "2016", "2017", "2018", "2019", "2020", "2021"})
                         .measure("m", "x", 0, Additivity::flow)
                         .cells({1, 2, 3, 4, 5, 6, 7})
                         .share();
  const auto title = [&](Codes picked) {
    View view = view_of({"tahun"}, {});
    view.query.set("tahun", list(std::move(picked)));
    return title_from_grid(grid_from_table(years, view), base::Language::id);
  };
  CHECK(title({"2016"}) == "Jumlah penduduk, 2016");
  CHECK(title({"2020", "2016"}) == "Jumlah penduduk, 2016, 2020");
  CHECK(title({"2015", "2016", "2017", "2020", "2021"}) == "Jumlah penduduk, 2015–2017, 2020–2021");
  CHECK(title({"2015", "2017", "2019", "2021"}) == "Jumlah penduduk, 2015, …, 2021");
}

TEST_CASE("one unit stands alone, several are told apart by their measures") {
  const auto measures = table("t")
                            .dimension("d", {"a"})
                            .measure("penduduk", "jiwa", 0, Additivity::stock)
                            .measure("laki-laki", "jiwa", 0, Additivity::stock)
                            .measure("kepadatan", "jiwa/km²", 1, Additivity::rate)
                            .cells({1, 1, 1})
                            .share();
  View view = view_of({"d"}, {"ukuran"});
  CHECK(unit_from_grid(grid_from_table(measures, view), base::Language::id) ==
        "penduduk (jiwa); laki-laki (jiwa); kepadatan (jiwa/km²)");
  view.query.set("ukuran", list({"laki-laki", "penduduk"}));
  CHECK(unit_from_grid(grid_from_table(measures, view), base::Language::id) == "jiwa");
}

TEST_CASE("a calculation has a unit of its own") {
  View view = view_of({"wilayah"}, {"sex"});
  const auto unit = [&](Calculation calculation) {
    view.pivot.calculation = calculation;
    return unit_from_grid(grid_from_table(people().share(), view), base::Language::id);
  };
  CHECK(unit(Calculation::share_of_row) == "persen");
  CHECK(unit(Calculation::change_percent) == "persen");
  CHECK(unit(Calculation::change) == "jiwa");
  CHECK(unit(Calculation::rank) == "peringkat");
}

}  // namespace
}  // namespace stats
