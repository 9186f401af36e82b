#include "app/state.h"

#include <catch2/catch_test_macros.hpp>

#include "wasm/app/session.h"

TEST_CASE("a selection covers the same cells whichever end is active") {
  const stats::CellRange range{1, 4, 2, 3};
  CHECK(app::CellSelection{1, 2, 3, 2}.range() == range);
  CHECK(app::CellSelection{3, 2, 1, 2}.range() == range);
}

TEST_CASE("a table is shown only on its own screen, once it is there") {
  support::Session session = support::Session::at_catalogue();
  CHECK(!app::shown_table(session.state));
  session.send(app::OpenTable{"penduduk"});
  CHECK(!app::shown_table(session.state));
  session.table_arrives(support::people_table());
  CHECK(app::shown_table(session.state)->code == "penduduk");
  session.send(app::OpenCatalogue{});
  CHECK(!app::shown_table(session.state));
}
