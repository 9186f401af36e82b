#include "app/update.h"

#include <catch2/catch_test_macros.hpp>

#include "wasm/app/session.h"

using support::Session;

namespace {

std::string title_of(const app::Effects& effects) {
  for (const app::Effect& effect : effects) {
    if (const auto* address = std::get_if<app::SetAddress>(&effect)) return address->title;
  }
  return "";
}

}  // namespace

TEST_CASE("the window's title is the catalogue, its subject, or what was searched for") {
  Session session = Session::at_catalogue();
  CHECK(title_of(session.effects).empty());
  session.send(app::OpenSubject{"penduduk"});
  CHECK(title_of(session.effects) == "Penduduk · Lumbung");
  session.send(app::SearchFor{"padi"});
  CHECK(title_of(session.effects) == "padi · Lumbung");
  session.send(app::OpenCatalogue{});
  CHECK(title_of(session.effects) == "Katalog · Lumbung");
}

TEST_CASE("a table's title is its code, then the catalogue's, then that of what is shown") {
  Session session;
  session.state.site.tables["penduduk"] = "data/aa.json";
  session.send(app::OpenTable{"penduduk"});
  CHECK(title_of(session.effects) == "penduduk · Lumbung");
  session.catalogue_arrives();
  CHECK(title_of(session.effects) == "Jumlah penduduk · Lumbung");
  session.table_arrives(support::people_table());
  CHECK(title_of(session.effects) == "Jumlah penduduk, 2023–2025 · Lumbung");
}

TEST_CASE("the state's time is the frame's") {
  app::State state;
  CHECK(app::update(state, app::WindowChanged{{390, 844}}, 1234.5).empty());
  CHECK(state.now_ms == 1234.5);
  CHECK(state.window.width == 390);
}
