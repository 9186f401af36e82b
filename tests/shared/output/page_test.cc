#include "output/page.h"

#include <catch2/catch_test_macros.hpp>

#include <limits>
#include <memory>

namespace output {
namespace {

using base::Language;

stats::Category category(std::string code, base::Text label, int parent = -1) {
  stats::Category made;
  made.code = std::move(code);
  made.label = std::move(label);
  made.parent = parent;
  return made;
}

/// Kecamatan (a total and its two parts) by year (2024, 2025), one measure.
std::shared_ptr<stats::Table> table() {
  auto made = std::make_shared<stats::Table>();
  made->code = "pop-01";
  made->title = {"Jumlah penduduk", "Population"};
  made->source = {"BPS", "Statistics"};
  made->updated = {2026, 11, 3};
  made->licence = "CC BY 4.0";
  stats::Dimension area{"kec", {"Kecamatan", "District"}, stats::Role::geo, {}};
  area.categories = {category("16", {"Kabupaten", "Regency"}), category("161", {"Lubai", {}}, 0),
                     category("162", {"Gelumbang", {}}, 0)};
  stats::Dimension year{"tahun", {"Tahun", "Year"}, stats::Role::time, {}};
  year.categories = {category("2024", {"2024", {}}), category("2025", {"2025", {}})};
  stats::Dimension measure{"ukuran", {"Ukuran", "Measure"}, stats::Role::measure, {}};
  measure.categories = {category("n", {"Penduduk", "Population"})};
  measure.categories[0].unit = {"jiwa", "persons"};
  measure.categories[0].additivity = stats::Additivity::stock;
  made->dimensions = {area, year, measure};
  const double gap = std::numeric_limits<double>::quiet_NaN();
  made->cells = stats::Cells::from_doubles({5000, 5100, 3000, 3100, 2000, gap},
                                           {{3, stats::CellStatus::provisional}});
  made->notes = {{{"Lubai dimekarkan.", "Lubai was split."}, true, {{0, 1}}}};
  return made;
}

stats::View view() {
  stats::View made;
  made.pivot.stub = {"kec"};
  made.pivot.heading = {"tahun"};
  return made;
}

Page page_of(const stats::View& shown, Language language = Language::id, std::size_t rows_max = 0) {
  return page_from_grid(stats::grid_from_table(table(), shown), language, rows_max);
}

TEST_CASE("a page says what the grid says") {
  const Page page = page_of(view());
  CHECK(page.code == "pop-01");
  CHECK(page.title == "Jumlah penduduk, 2024–2025");
  CHECK(page.title_other == "Population, 2024–2025");
  CHECK(page.unit == "jiwa");
  CHECK(page.has_one_unit);
  CHECK(page.fixed == std::vector<std::string>{"Ukuran: Penduduk"});
  CHECK(page.stub_titles == std::vector<std::string>{"Kecamatan"});
  CHECK(page.heading_titles == std::vector<std::string>{"Tahun"});
  CHECK(page.source == "BPS");
  CHECK(page.updated == "3 November 2026");
  CHECK(page.licence == "CC BY 4.0");
  CHECK(page.period == "2024–2025");
}

TEST_CASE("a page speaks its language") {
  const Page page = page_of(view(), Language::en);
  CHECK(page.title == "Population, 2024–2025");
  CHECK(page.title_other == "Jumlah penduduk, 2024–2025");
  CHECK(page.unit == "persons");
  CHECK(page.rows[0].labels[0].text == "Lubai");
  CHECK(page.rows[2].labels[0].text == "Regency");
  CHECK(page.rows[2].cells[0].text.figure == "5,000");
}

TEST_CASE("rows carry labels with their depth and cells with text and figure") {
  const Page page = page_of(view());
  REQUIRE(page.rows.size() == 3);
  CHECK(page.rows_count == 3);
  CHECK(page.rows[2].is_total);
  CHECK(page.rows[2].labels[0].is_total);
  CHECK_FALSE(page.rows[0].is_total);
  const PageCell& provisional = page.rows[0].cells[1];
  CHECK(provisional.text == stats::CellText{"3.100", "*"});
  CHECK(provisional.figure == "3100");
  CHECK(provisional.value == 3100);
  CHECK(provisional.status == stats::CellStatus::provisional);
  const PageCell& missing = page.rows[1].cells[1];
  CHECK_FALSE(missing.has_value);
  CHECK(missing.text == stats::CellText{"…", ""});
  CHECK(missing.figure.empty());
}

TEST_CASE("parts are indented under what stands above them, not under a total below them") {
  CHECK(page_of(view()).rows[0].labels[0].depth == 0);
  const auto deeper = table();
  deeper->dimensions[0].categories[2].parent = 1;
  const Page page = page_from_grid(stats::grid_from_table(deeper, view()), Language::id);
  CHECK(page.rows[0].labels[0].depth == 0);
  CHECK(page.rows[1].labels[0].depth == 1);
  CHECK(page.rows[2].labels[0].depth == 0);
}

TEST_CASE("a note on the whole table has its mark at the title") {
  const auto noted = table();
  CHECK(page_of(view()).title_marks.empty());
  noted->notes.push_back({{"Angka dibulatkan.", {}}, true, {}});
  const Page page = page_from_grid(stats::grid_from_table(noted, view()), Language::id);
  REQUIRE(page.notes.size() == 2);
  CHECK(page.notes[0].text == "Angka dibulatkan.");
  CHECK(page.title_marks == "¹");
  CHECK(page.rows[0].labels[0].note_marks == "²");
}

TEST_CASE("notes are numbered and stand at their label, the legend has what is in use") {
  const Page page = page_of(view());
  REQUIRE(page.notes.size() == 1);
  CHECK(page.notes[0].number == 1);
  CHECK(page.notes[0].text == "Lubai dimekarkan.");
  CHECK(page.rows[0].labels[0].note_marks == "¹");
  CHECK(page.rows[1].labels[0].note_marks.empty());
  CHECK(page.legend == std::vector<std::pair<std::string, std::string>>{
                           {"…", "data tidak tersedia"}, {"*", "angka sementara"}});
}

TEST_CASE("headings have the other language where it says something else") {
  const Page page = page_of(view());
  CHECK(page.unit_other == "persons");
  CHECK(page.stub_titles_other == std::vector<std::string>{"District"});
  CHECK(page.heading[0][0].other.empty());  // 2024
  stats::View areas;
  areas.pivot.stub = {"tahun"};
  areas.pivot.heading = {"kec"};
  const Page english = page_of(areas, Language::en);
  CHECK(english.heading[0][0].other == "Kabupaten");
  CHECK(english.heading[0][1].other.empty());  // Lubai
  for (const PageRow& row : english.rows)
    CHECK(row.labels[0].other.empty());
}

TEST_CASE("of notes that are left out the mandatory ones stay, each with its own number") {
  auto noted = table();
  noted->notes = {{{"Sementara.", {}}, false, {{0, 0}}}, {{"Dimekarkan.", {}}, true, {{0, 1}}}};
  Page page = page_from_grid(stats::grid_from_table(noted, view()), Language::id);
  REQUIRE(page.notes.size() == 2);
  leave_out_notes(page);
  REQUIRE(page.notes.size() == 1);
  CHECK(page.notes[0].text == "Dimekarkan.");
  const std::string kept = stats::superscript_from_number(page.notes[0].number);
  std::string marks;
  for (const PageRow& row : page.rows)
    marks += row.labels[0].note_marks;
  CHECK(marks == kept);
  CHECK(page.legend.empty());
  CHECK(page.rows[0].cells[1].text.figure == "3.100");
  CHECK(page.rows[0].cells[1].text.mark == "*");
}

TEST_CASE("a source that is left out takes date and licence with it") {
  Page page = page_of(view());
  leave_out_source(page);
  CHECK((page.source + page.updated + page.licence).empty());
  CHECK(page.unit == "jiwa");
}

TEST_CASE("labels span what they stand over") {
  stats::View heading;
  heading.pivot.stub = {"ukuran"};
  heading.pivot.heading = {"kec", "tahun"};
  const Page page = page_of(heading);
  REQUIRE(page.heading.size() == 2);
  REQUIRE(page.heading[0].size() == 3);
  CHECK(page.heading[0][1].text == "Lubai");
  CHECK(page.heading[0][1].span == 2);
  CHECK(page.heading[1].size() == 6);

  stats::View stub;
  stub.pivot.stub = {"kec", "tahun"};
  stub.pivot.heading = {"ukuran"};
  const Page tall = page_of(stub);
  REQUIRE(tall.rows.size() == 6);
  CHECK(tall.rows[2].labels[0].span == 2);
  CHECK(tall.rows[3].labels[0].span == 0);
  CHECK(tall.rows[3].labels[0].text == "Lubai");
}

TEST_CASE("a page is cut where it was told to, and no label reaches beyond") {
  stats::View stub;
  stub.pivot.stub = {"kec", "tahun"};
  stub.pivot.heading = {"ukuran"};
  const Page page = page_of(stub, Language::id, 3);
  REQUIRE(page.rows.size() == 3);
  CHECK(page.rows_count == 6);
  CHECK(page.rows[2].labels[0].span == 1);
}

TEST_CASE("a page knows where periods run down its side") {
  stats::View series;
  series.pivot.stub = {"tahun"};
  CHECK(page_of(series).rows_are_periods);
  CHECK_FALSE(page_of(view()).rows_are_periods);
}

TEST_CASE("measures of different units have none in common") {
  const auto two = table();
  two->dimensions[1].categories.pop_back();
  auto& measures = two->dimensions[2].categories;
  measures.push_back(measures[0]);
  measures[1].code = "d";
  stats::View shown;
  shown.pivot.stub = {"kec"};
  shown.pivot.heading = {"ukuran"};
  CHECK(page_from_grid(stats::grid_from_table(two, shown), Language::id).has_one_unit);
  measures[1].unit = {"jiwa/km²", {}};
  CHECK_FALSE(page_from_grid(stats::grid_from_table(two, shown), Language::id).has_one_unit);
}

TEST_CASE("a computed total has its label once") {
  stats::View shown;
  shown.query.set("kec", {stats::Selection::Kind::list, {"161", "162"}, 0});
  shown.pivot.stub = {"kec", "tahun"};
  shown.pivot.heading = {"ukuran"};
  shown.pivot.row_total = true;
  shown.query.set("tahun", {stats::Selection::Kind::list, {"2024"}, 0});
  const Page page = page_of(shown);
  REQUIRE(page.rows.size() == 3);
  const PageRow& total = page.rows.back();
  CHECK(total.is_total);
  CHECK(total.labels[0].text == "Jumlah yang tampil");
  CHECK(total.labels[0].is_computed);
  CHECK(total.labels[1].text.empty());
  CHECK(total.cells[0].text.figure == "5.000");
}

}  // namespace
}  // namespace output
