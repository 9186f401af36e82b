// View models are made again when, and only when, something changed.
#include "app/view_model.h"

#include <catch2/catch_test_macros.hpp>

#include "wasm/app/session.h"

using support::Session;

TEST_CASE("a view model is kept until something that it shows changes") {
  Session session = Session::at_people();
  app::ViewModels models;
  CHECK(models.table(session.state).can_undo == false);
  session.send(app::SwapStubAndHeading{});
  CHECK(models.table(session.state).can_undo == true);
  CHECK(models.table(session.state).stub.at(0).code == "tahun");
  session.send(app::TypeListSearch{"kecamatan", "semende"});
  CHECK(models.table(session.state).dimensions.at(0).rows.size() == 1);
  session.send(app::SetLanguage{base::Language::en});
  CHECK(models.table(session.state).code_line == "Table penduduk");
  session.send(app::ToggleFavourite{"penduduk"});
  CHECK(models.table(session.state).is_favourite);

  session.send(app::SelectCell{0, 0, false});
  CHECK(models.selection(session.state).cells == "1 cell selected");
  session.send(app::SelectCell{1, 1, true});
  CHECK(models.selection(session.state).cells == "4 cells selected");

  session.send(app::OpenCatalogue{});
  session.search_arrives();
  CHECK(models.catalogue(session.state).heading == "All subjects");
  session.send(app::ToggleSubjectOpen{"kependudukan"});
  CHECK(models.catalogue(session.state).subjects.size() == 4);
  session.send(app::SearchFor{"poverty"});
  CHECK(models.catalogue(session.state).entries.size() == 1);
}
