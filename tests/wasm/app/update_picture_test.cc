// The drawing of a view: asked for when it is on the screen, kept until the next comes, told of
// where it fails.
#include "app/picture.h"

#include <catch2/catch_test_macros.hpp>

#include "semantics/keys.h"
#include "wasm/app/session.h"

using support::Session;

namespace {

wire::Picture small_picture() {
  wire::Picture picture;
  picture.choices = {{"grafik", "Jenis grafik", "bar", {{"bar", "Batang"}}, ""}};
  picture.scene.title = "Lubai";
  picture.scene.sentence = "Tertinggi Lubai.";
  picture.scene.citation = "BPS, tabel penduduk";
  picture.scene.marks = {{{}, "Lubai", {"12"}, ""}, {{}, "Benakat", {"9"}, ""}};
  return picture;
}

void arrives(Session& session) {
  session.send(
      app::PictureArrived{session.state.picture.number,
                          support::bytes_from_text(wire::bytes_from_picture(small_picture()))});
}

}  // namespace

TEST_CASE("a chart is asked for when its tab opens, and again when the view changes") {
  Session session = Session::at_people();
  CHECK(session.send(app::SetTheme{app::Theme::dark}).find("DrawPicture") == std::string::npos);
  const std::string opened = session.send(app::OpenTab{app::TableTab::chart});
  CHECK(opened.find("DrawPicture") != std::string::npos);
  CHECK(opened.find("tab=grafik") != std::string::npos);
  CHECK(session.send(app::SetTheme{app::Theme::light}).find("DrawPicture") == std::string::npos);
  CHECK(session.send(app::SetPicture{"grafik", "line"}).find("grafik=line") != std::string::npos);
  CHECK(session.send(app::SwapStubAndHeading{}).find("DrawPicture") != std::string::npos);
}

TEST_CASE("only the drawing that was asked for last is shown") {
  Session session = Session::at_people("?tab=grafik");
  const int first = session.state.picture.number;
  session.send(app::SetPicture{"grafik", "line"});
  session.send(app::PictureArrived{first, base::fail(base::ErrorCode::internal, "")});
  CHECK(session.state.picture.is_drawing);
  arrives(session);
  REQUIRE(session.state.picture.drawn);
  CHECK(session.state.picture.drawn->choices[0].chosen == "bar");
}

TEST_CASE("a drawing that fails is asked for again by the reader's wish") {
  Session session = Session::at_people("?tab=grafik");
  session.send(app::PictureArrived{session.state.picture.number,
                                   base::fail(base::ErrorCode::unavailable, "")});
  CHECK(session.state.picture.failed == base::ErrorCode::unavailable);
  CHECK(session.send(app::TryAgain{}).find("DrawPicture") != std::string::npos);
  session.send(
      app::PictureArrived{session.state.picture.number, support::bytes_from_text("no picture")});
  CHECK(session.state.picture.failed == base::ErrorCode::invalid);
}

TEST_CASE("arrows walk the marks from end to end") {
  Session session = Session::at_people("?tab=grafik");
  session.send(app::WalkMarks{1});
  CHECK_FALSE(session.state.picture.mark);
  arrives(session);
  session.send(app::WalkMarks{1});
  CHECK(session.state.picture.mark == 0);
  session.send(app::WalkMarks{1});
  session.send(app::WalkMarks{1});
  CHECK(session.state.picture.mark == 1);
}

TEST_CASE("the sentence is copied with its source, and a picture saved under a name of its own") {
  Session session = Session::at_people("?tab=grafik");
  arrives(session);
  session.send(app::CopySentence{});
  const auto* copied = std::get_if<app::CopyText>(&session.effects.at(0));
  REQUIRE(copied);
  CHECK(copied->text == "Tertinggi Lubai. (BPS, tabel penduduk)");
  session.send(app::SavePicture{app::FileFormat::png});
  const auto* saved = std::get_if<app::ExportFile>(&session.effects.at(0));
  REQUIRE(saved);
  CHECK(saved->name.ends_with(".png"));
  CHECK(saved->mime_type == "image/png");
  CHECK(saved->job.find(R"("format": "svg")") != std::string::npos);
}

TEST_CASE("a drawing on paper is a PDF document that the paper module makes") {
  Session session = Session::at_people("?tab=grafik");
  session.send(app::SavePicture{app::FileFormat::chart_pdf});
  const auto* saved = std::get_if<app::ExportFile>(&session.effects.at(0));
  REQUIRE(saved);
  CHECK(saved->exporter == "paper");
  CHECK(saved->name.ends_with(".pdf"));
  CHECK(saved->mime_type == "application/pdf");
  CHECK(saved->job.find(R"("format": "chart-pdf")") != std::string::npos);
}

TEST_CASE("a map is asked for with the address of its outlines, once the catalogue has said it") {
  Session session;
  session.send(app::AddressChanged{"/id/tabel/penduduk/?tab=peta"});
  const std::string before = session.table_arrives(support::people_table());
  CHECK(before.find("DrawPicture") == std::string::npos);
  const std::string after = session.catalogue_arrives();
  CHECK(after.find("DrawPicture") != std::string::npos);
  CHECK(after.find(R"("outlines": "data/maps/cc.geojson")") != std::string::npos);
  CHECK(session.send(app::OpenTab{app::TableTab::chart}).find("outlines") == std::string::npos);
}

TEST_CASE("the key 3 opens the map of a table that has one") {
  const Session session = Session::at_people();
  const auto wish = semantics::command_from_key(session.state, nullptr, {"3"}, 10);
  REQUIRE(wish);
  CHECK(text_from_command(*wish) == "OpenTab map");
}

TEST_CASE("a table without outlines has no map, and none is asked for") {
  Session session;
  session.send(app::AddressChanged{"/id/tabel/kemiskinan/?tab=peta"});
  session.catalogue_arrives();
  CHECK(session.table_arrives(support::poverty_table()).find("DrawPicture") == std::string::npos);
  CHECK(app::map_address(session.state).empty());
  CHECK_FALSE(app::shows_picture(session.state));
}

TEST_CASE("what is chosen about the map is held in the address, and taken back when emptied") {
  Session session = Session::at_people("?tab=peta");
  session.send(app::SetPicture{"peta.kelas", "own"});
  const std::string drawn = session.send(app::SetPicture{"peta.batas", "12,20.5"});
  CHECK(session.address() == "/id/tabel/penduduk/?tab=peta&peta.batas=12,20.5&peta.kelas=own");
  CHECK(drawn.find("DrawPicture") != std::string::npos);
  session.send(app::SetPicture{"peta.batas", ""});
  CHECK(session.address() == "/id/tabel/penduduk/?tab=peta&peta.kelas=own");
}

TEST_CASE("a chart is not shown in the place of a map that is on its way") {
  Session session = Session::at_people("?tab=grafik");
  arrives(session);
  session.send(app::OpenTab{app::TableTab::map});
  CHECK_FALSE(session.state.picture.drawn);
  CHECK(session.state.picture.is_drawing);
}

TEST_CASE("figures are typed in the reader's language, and held in that of the address") {
  using base::Language;
  CHECK(app::figures_from_typed("12.000; 20,5", Language::id) == "12000,20.5");
  CHECK(app::figures_from_typed("12,000; 20.5", Language::en) == "12000,20.5");
  CHECK(app::figures_from_typed("dua", Language::id) == "dua");
  CHECK(app::typed_from_figures("12000,20.5", Language::id) == "12000;20,5");
  CHECK(app::typed_from_figures("12000,20.5", Language::en) == "12000;20.5");
}

TEST_CASE("a drawing leaves room for what stands beside it") {
  app::State state;
  state.window.width = 390;
  CHECK(app::picture_width(state) == 310);
  state.window.width = 1440;
  CHECK(app::picture_width(state) == 960);
  state.window.width = 1100;
  CHECK(app::picture_width(state) == 700);
}
