#include "stats/note_index.h"

#include <catch2/catch_test_macros.hpp>

#include "stats/arrangement.h"
#include "support/table_builder.h"

namespace stats {
namespace {

using support::table;
using Notes = std::vector<std::uint32_t>;
using Numbers = std::vector<int>;

support::TableBuilder source() {
  return table("t")
      .dimension("d", {"a", "b", "c"})
      .time("tahun", {"2023", "2024"})
      .measure("m", "x", 0, Additivity::flow)
      .cells({1, 2, 3, 4, 5, 6});
}

struct Indexed {
  explicit Indexed(const support::TableBuilder& builder)
      : table(builder.make()),
        arrangement(table, fitted_view(table, {{}, {{"d"}, {"tahun"}, {}, {}, {}, {}, {}}})),
        notes(table, arrangement.rows, arrangement.columns, arrangement.fixed) {}
  Table table;
  Arrangement arrangement;
  NoteIndex notes;
};

TEST_CASE("a table without notes has none in use") {
  const Indexed indexed(source());
  CHECK(indexed.notes.in_use().empty());
  CHECK(indexed.notes.number(0) == 0);
  CHECK(indexed.notes.cell_notes(indexed.table, 0).empty());
}

TEST_CASE("several notes on one category keep the order of the table") {
  const Indexed indexed(source().note("x", {{0, 1}}).note("y", {{0, 0}}).note("z", {{0, 1}}));
  CHECK(indexed.notes.in_use() == Notes{1, 0, 2});
  CHECK(indexed.notes.category_numbers(0, 1) == Numbers{2, 3});
  CHECK(indexed.notes.category_numbers(0, 2).empty());
}

TEST_CASE("headings are met before the stub, and the stub before its cells") {
  const Indexed indexed(source()
                            .note("cell", {{0, 0}, {1, 0}})
                            .note("stub", {{0, 0}})
                            .note("heading", {{1, 1}})
                            .note("fixed", {{2, 0}}));
  CHECK(indexed.notes.in_use() == Notes{3, 2, 1, 0});
}

TEST_CASE("notes on one cell and on several are found at the cell") {
  const Indexed indexed(source()
                            .note("one", {{0, 1}, {1, 1}, {2, 0}})
                            .note("row part", {{0, 1}, {2, 0}})
                            .note("category", {{0, 1}}));
  CHECK(indexed.notes.cell_notes(indexed.table, 3) == Notes{1, 0});
  CHECK(indexed.notes.cell_notes(indexed.table, 2) == Notes{1});
  CHECK(indexed.notes.cell_notes(indexed.table, 0).empty());
}

}  // namespace
}  // namespace stats
