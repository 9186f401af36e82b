#include "app/address.h"

#include <rapidcheck.h>
#include <catch2/catch_test_macros.hpp>

using app::CatalogueScreen;
using app::Place;
using app::TableScreen;
using stats::Selection;

namespace {

Place place(std::string_view address) { return app::place_from_address(address, "/"); }

std::string address(const Place& place) { return app::address_from_place(place, "/", nullptr); }

const TableScreen& table_screen(const Place& place) { return std::get<TableScreen>(place.screen); }

/// A view in which everything is set.
stats::View full_view() {
  stats::View view;
  view.pivot.stub = {"kecamatan"};
  view.pivot.heading = {"tahun", "jk"};
  view.query.set("tahun", {Selection::Kind::newest, {}, 3});
  view.query.set("jk", {Selection::Kind::list, {"L", "P"}, 0});
  view.query.set("umur", {Selection::Kind::range, {"0-4", "20-24"}, 0});
  view.pivot.sorts = {{stats::Sort::Axis::rows, {"2025", "T"}, stats::Direction::descending},
                      {stats::Sort::Axis::columns, {"1603"}, stats::Direction::ascending}};
  view.pivot.hide_empty = true;
  view.pivot.row_total = true;
  view.pivot.column_total = true;
  view.pivot.calculation = stats::Calculation::rank;
  return view;
}

rc::Gen<std::string> any_code() {
  const auto parts =
      rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
          "a", "Z", "0", "9", "-", "_", ".", ",", "(", ")", "*", "~", "%", "+", "&", "=", "?", " ",
          "/", "#", "'", "\"", "é", "top(", "%41", "~2C")));
  return rc::gen::map(parts, [](const std::vector<std::string>& all) {
    std::string code;
    for (const std::string& part : all)
      code += part;
    return code;
  });
}

rc::Gen<Selection> any_selection() {
  return rc::gen::exec([] {
    Selection selection;
    selection.kind = *rc::gen::element(Selection::Kind::all, Selection::Kind::list,
                                       Selection::Kind::range, Selection::Kind::newest);
    if (selection.kind == Selection::Kind::list) {
      selection.codes =
          *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(any_code()));
    } else if (selection.kind == Selection::Kind::range) {
      selection.codes = {*any_code(), *any_code()};
    } else if (selection.kind == Selection::Kind::newest) {
      selection.newest = *rc::gen::inRange(1, 1000);
    }
    return selection;
  });
}

rc::Gen<stats::View> any_view() {
  return rc::gen::exec([] {
    const auto codes = rc::gen::container<std::vector<std::string>>(any_code());
    stats::View view;
    view.pivot.stub = *codes;
    view.pivot.heading = *codes;
    for (const std::string& dimension : *codes)
      view.query.set(dimension, *any_selection());
    for (const auto axis : {stats::Sort::Axis::rows, stats::Sort::Axis::columns}) {
      if (!*rc::gen::arbitrary<bool>()) continue;
      view.pivot.sorts.push_back(
          {axis, *codes,
           *rc::gen::element(stats::Direction::descending, stats::Direction::ascending)});
    }
    view.pivot.hide_empty = *rc::gen::arbitrary<bool>();
    view.pivot.row_total = *rc::gen::arbitrary<bool>();
    view.pivot.column_total = *rc::gen::arbitrary<bool>();
    view.pivot.calculation =
        static_cast<stats::Calculation>(*rc::gen::inRange(0, stats::calculation_count));
    return view;
  });
}

}  // namespace

TEST_CASE("a path says the language and the screen") {
  CHECK(place("/id/") == Place{base::Language::id, CatalogueScreen{}});
  CHECK(place("/en/") == Place{base::Language::en, CatalogueScreen{}});
  CHECK(place("/id/tabel/pop-01/") == Place{base::Language::id, TableScreen{"pop-01", {}, {}}});
  CHECK(place("/en/table/pop-01") == Place{base::Language::en, TableScreen{"pop-01", {}, {}}});
}

TEST_CASE("a path that is none of ours is the catalogue") {
  for (const char* path :
       {"/", "", "/de/", "/id/berkas/pop-01/", "/en/tabel/pop-01/", "/id/a/b/c/", "/other"}) {
    CAPTURE(path);
    CHECK(std::holds_alternative<CatalogueScreen>(place(path).screen));
  }
}

TEST_CASE("a site under a folder has its addresses there") {
  const Place here{base::Language::en, TableScreen{"pop-01", {}, {}}};
  CHECK(app::address_from_place(here, "/data/lumbung/", nullptr) ==
        "/data/lumbung/en/table/pop-01/");
  CHECK(app::place_from_address("/data/lumbung/en/table/pop-01/", "/data/lumbung/") == here);
}

TEST_CASE("a view is written in the words of the field") {
  CHECK(address({base::Language::id, TableScreen{"pop", {}, full_view()}}) ==
        "/id/tabel/pop/?baris=kecamatan&kolom=tahun,jk&d.tahun=top(3)&d.jk=L,P"
        "&d.umur=range(0-4,20-24)&urut=-2025,T&urut-kolom=1603&hitung=rank&kosong=0&jumlah=bk");
}

TEST_CASE("the default view is left out") {
  const stats::View view = full_view();
  const Place here{base::Language::id, TableScreen{"pop", app::TableTab::metadata, view}};
  CHECK(app::address_from_place(here, "/", &view) == "/id/tabel/pop/?tab=metadata");
}

TEST_CASE("without rows, columns and selections the default view is meant") {
  CHECK(!table_screen(place("/id/tabel/pop/?hitung=rank&kosong=0")).view);
  CHECK(table_screen(place("/id/tabel/pop/?baris=")).view == stats::View{});
}

TEST_CASE("an address means the same however a mail program encoded it") {
  const Place here = place("/id/tabel/pop/?baris=a&d.tahun=top(3)&d.jk=L,P&d.umur=range(0,4)");
  CHECK(place("/id/tabel/pop/?baris=a&d.tahun=top%283%29&d.jk=L%2CP&d.umur=range%280%2C4%29") ==
        here);
}

TEST_CASE("a code that looks like one of our signs stays a code") {
  stats::View view;
  view.query.set("d", {Selection::Kind::list, {"top(3)", "*", "a,b", "~2C"}, 0});
  const Place here{base::Language::id, TableScreen{"pop", {}, view}};
  CHECK(place(address(here)) == here);
}

TEST_CASE("a catalogue's address holds subject, question, order, years and areas") {
  CatalogueScreen screen;
  screen.subject = "penduduk";
  screen.question = "padi & jagung";
  screen.order = app::CatalogueOrder::title;
  screen.year_from = 2010;
  screen.year_to = 2020;
  screen.area_levels = {"district", "village"};
  const Place here{base::Language::id, screen};
  CHECK(address(here) ==
        "/id/?subjek=penduduk&cari=padi%20%26%20jagung&urut=title&tahun=2010-2020"
        "&wilayah=district,village");
  CHECK(place(address(here)) == here);
}

TEST_CASE("a link cannot bring in signs that are not for people") {
  for (const char* text : {"a%1Fb", "a%0Ab", "a%7Fb", "%FF"}) {
    CAPTURE(text);
    CHECK(std::get<CatalogueScreen>(place(std::string("/id/?cari=") + text).screen) ==
          CatalogueScreen{});
    CHECK(table_screen(place(std::string("/id/tabel/") + text + "/")).code.empty());
  }
  CHECK(table_screen(place("/id/tabel/a/?baris=x,~1F,~FF")).view->pivot.stub ==
        std::vector<std::string>{"x"});
}

TEST_CASE("a form's plus signs are spaces") {
  CHECK(std::get<CatalogueScreen>(place("/id/?cari=padi+sawah").screen).question == "padi sawah");
}

TEST_CASE("years may be open on one side, and nonsense is none") {
  const auto years = [](std::string_view address) {
    const auto screen = std::get<CatalogueScreen>(place(address).screen);
    return std::pair(screen.year_from, screen.year_to);
  };
  CHECK(years("/id/?tahun=2010-") == std::pair(2010, 0));
  CHECK(years("/id/?tahun=-2020") == std::pair(0, 2020));
  CHECK(years("/id/?tahun=2015") == std::pair(2015, 2015));
  CHECK(years("/id/?tahun=abcd-99999") == std::pair(0, 0));
}

TEST_CASE("a question is ordered by relevance unless the address says otherwise") {
  using app::CatalogueOrder;
  const auto order = [](std::string_view address) {
    return std::get<CatalogueScreen>(place(address).screen).order;
  };
  CHECK(order("/id/") == CatalogueOrder::newest);
  CHECK(order("/id/?cari=padi") == CatalogueOrder::relevance);
  CHECK(order("/id/?cari=padi&urut=newest") == CatalogueOrder::newest);
}

TEST_CASE("every table place comes back from its address") {
  CHECK(rc::check([] {
    TableScreen screen{*any_code(),
                       *rc::gen::element(app::TableTab::table, app::TableTab::metadata),
                       std::nullopt};
    if (*rc::gen::arbitrary<bool>()) screen.view = *any_view();
    const Place here{*rc::gen::element(base::Language::id, base::Language::en), screen};
    RC_ASSERT(place(address(here)) == here);
  }));
}
