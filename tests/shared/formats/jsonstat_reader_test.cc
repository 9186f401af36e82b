// Reading JSON-stat: our own documents, other people's, and what is refused with which sentence.
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "formats/jsonstat.h"

namespace {

using stats::CellStatus;
using stats::Role;
using stats::Table;

/// A dataset of two by two cells with a measure; `with` replaces members, by name.
std::string dataset(const std::string& more = "", const std::string& value = "[1, 2, 3, 4]") {
  return R"({"version": "2.0", "class": "dataset", "label": "Penduduk", "id": ["sex", "m"],)"
         R"( "size": [2, 2], "role": {"metric": ["m"]}, "dimension": {)"
         R"("sex": {"label": "Jenis kelamin", "category": {"index": ["F", "M"],)"
         R"( "label": {"F": "Perempuan", "M": "Laki-laki"}}},)"
         R"("m": {"category": {"index": ["n", "p"],)"
         R"( "unit": {"n": {"base": "jiwa", "decimals": 0}, "p": {"base": "persen"}}}}},)"
         R"( "value": )" +
         value + more + "}";
}

Table read_jsonstat(const std::string& json) {
  auto document = formats::table_from_jsonstat(json);
  INFO((document ? "" : document.error().message));
  REQUIRE(document);
  return std::move(document->table);
}

std::string jsonstat_message(const std::string& json) {
  const auto document = formats::table_from_jsonstat(json);
  return document ? "" : document.error().message;
}

bool refuses(const std::string& json, std::string_view words) {
  const std::string message = jsonstat_message(json);
  INFO(message);
  return message.find(words) != std::string::npos;
}

/// Wraps one dimension "d" of these categories into a dataset.
std::string one_dimension(const std::string& category, const std::string& size,
                          const std::string& value) {
  return R"({"class": "dataset", "id": ["d"], "size": [)" + size +
         R"(], "dimension": {"d": {"category": )" + category + R"(}}, "value": )" + value + "}";
}

}  // namespace

TEST_CASE("a dataset reads as a table, row-major") {
  const Table table = read_jsonstat(dataset());
  CHECK(table.title == base::Text{"Penduduk", ""});
  REQUIRE(table.dimensions.size() == 2);
  CHECK(table.dimensions[0].label.id == "Jenis kelamin");
  CHECK(table.dimensions[0].categories[1].label.id == "Laki-laki");
  CHECK(table.dimensions[1].role == Role::measure);
  CHECK(table.dimensions[1].label.id == "m");
  CHECK(table.dimensions[1].categories[0].unit.id == "jiwa");
  CHECK(table.cells.at(2) == stats::Cell{3, true, CellStatus::final});
}

TEST_CASE("figures may stand in an object by cell index; the others are absent") {
  const Table table = read_jsonstat(dataset("", R"({"3": 4.5, "0": 1, "1": null})"));
  CHECK(table.cells.at(0).value == 1);
  CHECK(table.cells.at(3).value == 4.5);
  CHECK(table.cells.at(1) == stats::Cell{0, false, CellStatus::not_available});
  CHECK(table.cells.at(2) == stats::Cell{0, false, CellStatus::not_available});
}

TEST_CASE("a few figures of many cells stay sparse") {
  std::string codes = R"("0")";
  for (int code = 1; code < 5000; ++code)
    codes += ",\"" + std::to_string(code) + '"';
  const std::string category = R"({"category": {"index": [)" + codes + "]}}";
  const Table table = read_jsonstat(
      R"({"class": "dataset", "id": ["a", "b"], "size": [5000, 5000], "dimension": {"a": )" +
      category + R"(, "b": )" + category + R"(}, "value": {"24999999": 7}, "status": {"5": "–"}})");
  CHECK(table.cells.form() == stats::Cells::Form::sparse);
  CHECK(table.cells.count() == 25'000'000);
  CHECK(table.cells.at(24'999'999).value == 7);
  CHECK(table.cells.at(5) == stats::Cell{0, true, CellStatus::nil});
}

TEST_CASE("marks are statuses, as one text, an array or an object") {
  CHECK(read_jsonstat(dataset(R"(, "status": "*")")).cells.status_at(3) == CellStatus::provisional);
  CHECK(read_jsonstat(dataset(R"(, "status": ["*"])")).cells.status_at(3) ==
        CellStatus::provisional);
  CHECK(read_jsonstat(dataset(R"(, "status": {"3": "r"})")).cells.status_at(3) ==
        CellStatus::revised);
  const Table table =
      read_jsonstat(dataset(R"(, "status": ["…", "–", "NA", null])", "[null, null, null, 4]"));
  CHECK(table.cells.at(0) == stats::Cell{0, false, CellStatus::not_available});
  CHECK(table.cells.at(1) == stats::Cell{0, true, CellStatus::nil});
  CHECK(table.cells.at(2) == stats::Cell{0, false, CellStatus::not_displayable});
  CHECK(table.cells.at(3) == stats::Cell{4, true, CellStatus::final});
}

TEST_CASE("a foreign status becomes a note on its cell, by its label where there is one") {
  const Table table = read_jsonstat(dataset(
      R"(, "status": {"1": "b", "2": "*"}, "extension": {"status": {"label": {"b": "break"}}})"));
  REQUIRE(table.notes.size() == 1);
  CHECK(table.notes[0].text.id == "Status b: break");
  CHECK(table.notes[0].is_mandatory);
  CHECK(table.notes[0].where == std::vector<stats::Coordinate>{{0, 0}, {1, 1}});
  CHECK(table.cells.status_at(2) == CellStatus::provisional);
}

TEST_CASE("a foreign status of all cells becomes one note on the table") {
  const Table table = read_jsonstat(dataset(R"(, "status": "a")"));
  REQUIRE(table.notes.size() == 1);
  CHECK(table.notes[0].text.id == "Status a");
  CHECK(table.notes[0].where.empty());
}

TEST_CASE("a mark that contradicts its figure is kept as a note in a foreign dataset") {
  const Table table = read_jsonstat(dataset(R"(, "status": {"0": "…"})"));
  CHECK(table.cells.at(0).value == 1);
  REQUIRE(table.notes.size() == 1);
  CHECK(table.notes[0].text.id == "Status …");
}

TEST_CASE("an index may be an object of places, and is left out where there is one category") {
  const Table ordered =
      read_jsonstat(one_dimension(R"({"index": {"b": 1, "a": 0}})", "2", "[10, 20]"));
  CHECK(ordered.dimensions[0].categories[0].code == "a");
  CHECK(ordered.dimensions[0].categories[1].code == "b");
  const Table single = read_jsonstat(one_dimension(R"({"label": {"CA": "Canada"}})", "1", "[10]"));
  CHECK(single.dimensions[0].categories[0].code == "CA");
  CHECK(single.dimensions[0].categories[0].label.id == "Canada");
}

TEST_CASE("a dataset without measures is given one, named after its label") {
  const Table table =
      read_jsonstat(R"({"class": "dataset", "label": "Angka", "id": ["ukuran"], "size": [1],)"
                    R"( "dimension": {"ukuran": {"category": {"index": ["x"]}}}, "value": [2.5]})");
  REQUIRE(table.dimensions.size() == 2);
  CHECK(table.dimensions[0].role == Role::other);
  CHECK(table.dimensions[1].code == "ukuran-2");
  CHECK(table.dimensions[1].role == Role::measure);
  CHECK(table.dimensions[1].categories[0].label.id == "Angka");
}

TEST_CASE("a measure that does not say its decimals shows as many as its figures need") {
  const Table table = read_jsonstat(dataset("", "[1, 2.25, 3, 4.5]"));
  CHECK(table.dimensions[1].categories[0].decimals == 0);
  CHECK(table.dimensions[1].categories[1].decimals == 2);
}

TEST_CASE("children hang below their parent") {
  const Table table = read_jsonstat(
      one_dimension(R"({"index": ["b", "t", "a"], "child": {"t": ["a", "b"]}})", "3", "[1, 2, 3]"));
  CHECK(table.dimensions[0].categories[0].parent == 1);
  CHECK(table.dimensions[0].categories[1].parent == -1);
  CHECK(table.dimensions[0].categories[2].parent == 1);
}

TEST_CASE("of several parents in a foreign dataset the first stands and a note tells the others") {
  const Table table = read_jsonstat(
      one_dimension(R"({"index": ["EU", "OECD", "DK"], "child": {"EU": ["DK"], "OECD": ["DK"]}})",
                    "3", "[1, 2, 3]"));
  CHECK(table.dimensions[0].categories[2].parent == 0);
  REQUIRE(table.notes.size() == 1);
  CHECK(table.notes[0].text.en == "Also a part of OECD.");
  CHECK(table.notes[0].where == std::vector<stats::Coordinate>{{0, 2}});
}

TEST_CASE("a foreign unit is called by its label, with the symbol beside it") {
  const std::string json = dataset();
  const auto unit_of = [&](const std::string& unit) {
    std::string changed = json;
    const std::string old = R"({"base": "persen"})";
    changed.replace(changed.find(old), old.size(), unit);
    return read_jsonstat(changed).dimensions[1].categories[1].unit.id;
  };
  CHECK(unit_of(R"({"base": "persons", "label": "thousands of persons"})") ==
        "thousands of persons");
  CHECK(unit_of(R"({"label": "million", "symbol": "$"})") == "million ($)");
  CHECK(unit_of(R"({"label": "%", "symbol": "%"})") == "%");
  CHECK(unit_of(R"({"symbol": "$"})") == "$");
  CHECK(unit_of("{}").empty());
}

TEST_CASE("foreign notes are read_jsonstat from dataset, dimension and category") {
  std::string json =
      dataset(R"(, "note": ["a", "b"], "extension": {"noteMandatory": {"1": true}})");
  json.replace(json.find(R"("index": ["F", "M"])"), 19,
               R"("note": {"M": ["c"]}, "index": ["F", "M"])");
  const Table table = read_jsonstat(json);
  REQUIRE(table.notes.size() == 3);
  CHECK(table.notes[0].text.id == "a");
  CHECK_FALSE(table.notes[0].is_mandatory);
  CHECK(table.notes[1].is_mandatory);
  CHECK(table.notes[2].text.id == "c");
  CHECK(table.notes[2].where == std::vector<stats::Coordinate>{{0, 1}});
}

TEST_CASE("what PxWebApi says of a table is read") {
  const Table table = read_jsonstat(
      dataset(R"(, "source": "SCB", "updated": "2026-06-08T06:00:00Z", "extension": {)"
              R"("contact": [{"name": "Statistikservice", "mail": "a@scb.se", "phone": "010"}],)"
              R"( "px": {"tableid": "TAB 6471", "decimals": 1, "subject-code": "BE",)"
              R"( "nextUpdate": "2026-07-01T06:00:00Z", "stub": ["sex"], "heading": ["m"]}})"));
  CHECK(table.code == "tab-6471");
  CHECK(table.subject == "be");
  CHECK(table.source.id == "SCB");
  CHECK(table.updated == base::Date{2026, 6, 8});
  CHECK(table.next_update == base::Date{2026, 7, 1});
  CHECK(table.contact.name.id == "Statistikservice");
  CHECK(table.contact.mail == "a@scb.se");
  CHECK(table.layout.stub == std::vector<std::string>{"sex"});
  CHECK(table.layout.heading == std::vector<std::string>{"m"});
  CHECK(table.dimensions[1].categories[0].decimals == 0);
  CHECK(table.dimensions[1].categories[1].decimals == 1);
}

TEST_CASE("a foreign extension of another shape is left alone") {
  const Table table =
      read_jsonstat(dataset(R"(, "extension": {"contact": "a@b",)"
                            R"( "px": {"stub": ["no such"], "tableid": 5, "decimals": []}})"));
  CHECK(table.code == "5");
  CHECK(table.layout.stub.empty());
}

TEST_CASE("a foreign date in another form is kept as a note") {
  const Table table = read_jsonstat(dataset(R"(, "updated": "17/10/2013 16:51:00")"));
  CHECK_FALSE(table.updated.is_set());
  REQUIRE(table.notes.size() == 1);
  CHECK(table.notes[0].text ==
        base::Text{"Diperbarui: 17/10/2013 16:51:00", "Updated: 17/10/2013 16:51:00"});
}

TEST_CASE("a table code is made from the address, or from the title") {
  CHECK(
      read_jsonstat(dataset(R"(, "href": "http://json-stat.org/samples/us-GSP.json?x=1")")).code ==
      "us-gsp");
  CHECK(read_jsonstat(dataset()).code == "penduduk");
  CHECK(read_jsonstat(one_dimension(R"({"index": ["x"]})", "1", "[1]")).code == "tabel");
}

TEST_CASE("a version 1 dataset is read, alone or as the only one of a bundle") {
  const std::string version_1 =
      R"({"label": "a", "value": [1, 2], "dimension": {"id": ["d"], "size": [2],)"
      R"( "role": {"time": ["d"]}, "d": {"category": {"index": {"x": 0, "y": 1}}}}})";
  CHECK(read_jsonstat(version_1).dimensions[0].role == Role::time);
  CHECK(read_jsonstat(R"({"dataset": )" + version_1 + "}").cells.count() == 2);
  CHECK(read_jsonstat(R"({"AB 12": )" + version_1 + "}").code == "ab-12");
}

TEST_CASE("documents of other kinds are refused by name") {
  CHECK(refuses(R"({"class": "collection", "link": {}})", R"(the file is a "collection")"));
  CHECK(refuses(R"({"class": "dimension", "category": {}})", R"(the file is a "dimension")"));
  CHECK(refuses(R"({"a": {"dimension": {}}, "b": {"dimension": {}}})",
                R"(bundle of version 1 with 2 datasets, "a" and "b" among them)"));
  CHECK(refuses(R"({"language": "en", "tables": []})", "the file has none of them"));
  CHECK(refuses("[1]", "but the file holds an array"));
  CHECK(refuses("{", "no valid JSON at line 1, column 2"));
}

TEST_CASE("a dataset that does not hold together is refused with the place") {
  CHECK(jsonstat_message(dataset("", "[1, 2, 3]")) ==
        "The sizes of the dimensions make 4 cells, but \"value\" has 3 (line 1, column 379).");
  CHECK(refuses(dataset("", R"(["a", 2, 3, 4])"), "cell 0 has a text"));
  CHECK(refuses(dataset("", "[1e999, 2, 3, 4]"), "too large"));
  CHECK(refuses(dataset("", R"({"4": 1})"), R"(0 to 4 exclusive, but one is named "4")"));
  CHECK(refuses(dataset("", R"({"01": 1})"), R"(one is named "01")"));
  CHECK(refuses(dataset("", "null"), R"("value" must be an array or an object)"));
  CHECK(refuses(dataset(R"(, "status": ["a", "b"])"), "but has 2"));
  CHECK(refuses(dataset(R"(, "status": {"9": "a"})"), R"(one is named "9")"));
  CHECK(refuses(one_dimension(R"({"index": ["a", "a"]})", "2", "[1, 2]"), R"("a" stands twice)"));
  CHECK(refuses(one_dimension(R"({"index": {"a": 0, "b": 2}})", "2", "[1, 2]"),
                R"(the numbers 0 to 1, each once, but the category "b" has "2")"));
  CHECK(refuses(one_dimension(R"({"index": ["a", "b"]})", "3", "[1, 2, 3]"),
                R"(has 2 categories, but its size says "3")"));
  CHECK(refuses(one_dimension(R"({"label": {"a": "A", "b": "B"}})", "2", "[1, 2]"),
                "only where there is one category may it be left out"));
  CHECK(refuses(one_dimension(R"({"index": ["a"], "label": {"b": "B"}})", "1", "[1]"),
                R"(The category "b" is not in "index")"));
  CHECK(refuses(
      one_dimension(R"({"index": ["a", "b"], "child": {"a": ["b"], "b": ["a"]}})", "2", "[1, 2]"),
      "is a part of itself"));
  CHECK(refuses(R"({"id": ["a"], "size": [1], "dimension": {}, "value": [1]})",
                R"("a" is named in "id", but does not stand here)"));
  CHECK(refuses(R"({"id": [], "size": [], "dimension": {"a": {}}, "value": [1]})",
                R"("a" is not in "id")"));
  CHECK(refuses(R"({"id": ["a"], "size": [1, 1], "dimension": {}, "value": [1]})",
                "one number for each id, 1, but has 2"));
  CHECK(refuses(dataset(R"(, "value": [1])"), R"(the member "value" stands twice)"));
}

TEST_CASE("roles must name dimensions that are there, each once, and one of measures") {
  const auto with_role = [](const std::string& role) {
    std::string json = dataset();
    const std::string old = R"({"metric": ["m"]})";
    return json.replace(json.find(old), old.size(), role);
  };
  CHECK(refuses(with_role(R"({"time": ["no"]})"), R"(names the dimension "no")"));
  CHECK(refuses(with_role(R"({"time": ["m"], "metric": ["m"]})"), "is given two roles"));
  CHECK(refuses(with_role(R"({"metric": ["m", "sex"]})"), "A second dimension"));
}

TEST_CASE("more cells than a table may have are refused before anything is made of them") {
  std::string codes = R"("0")";
  for (int code = 1; code < 2000; ++code)
    codes += ",\"" + std::to_string(code) + '"';
  const std::string category = R"({"category": {"index": [)" + codes + "]}}";
  const auto document = formats::table_from_jsonstat(
      R"({"class": "dataset", "id": ["a", "b", "c"], "size": [2000, 2000, 2000], "dimension": {)"
      R"("a": )" +
      category + R"(, "b": )" + category + R"(, "c": )" + category + R"(}, "value": {}})");
  REQUIRE_FALSE(document);
  CHECK(document.error().code == base::ErrorCode::too_large);
}

TEST_CASE("one status for all is not spread over more cells than a short file may ask for") {
  std::string codes = R"("0")";
  for (int code = 1; code < 4000; ++code)
    codes += ",\"" + std::to_string(code) + '"';
  const std::string category = R"({"category": {"index": [)" + codes + "]}}";
  const auto document = formats::table_from_jsonstat(
      R"({"class": "dataset", "id": ["a", "b"], "size": [4000, 4000], "dimension": {"a": )" +
      category + R"(, "b": )" + category + R"(}, "value": {}, "status": "*"})");
  REQUIRE_FALSE(document);
  CHECK(document.error().code == base::ErrorCode::too_large);
}

namespace {

/// A small document of our own, with `more` inside extension.lumbung.
std::string lumbung(const std::string& more, const std::string& value = "[1, null]",
                    const std::string& rest = "") {
  return R"({"class": "dataset", "label": "Luas", "source": "BPS", "id": ["kec", "m"],)"
         R"( "size": [2, 1], "role": {"geo": ["kec"], "metric": ["m"]}, "dimension": {)"
         R"("kec": {"label": "Kecamatan", "category": {"index": ["a", "b"]},)"
         R"( "extension": {"lumbung": {"label_en": "District", "category_label_en": {"a": "A"},)"
         R"( "mandatory": false}}}, "m": {"label": "Ukuran", "category": {"index": ["luas"],)"
         R"( "unit": {"luas": {"base": "km²", "decimals": 2}}}, "extension": {"lumbung": {)"
         R"("unit_en": {"luas": "sq km"}, "additivity": {"luas": "stock"}}}}}, "value": )" +
         value + rest + R"(, "extension": {"lumbung": {"format": 1, "code": "luas")" + more + "}}}";
}

}  // namespace

TEST_CASE("our own document reads with everything that JSON-stat has no place for") {
  const Table table = read_jsonstat(lumbung(
      R"(, "subject": "geografi", "title_en": "Area", "source_en": "BPS",)"
      R"( "publisher": {"id": "BPS",)"
      R"( "en": "Statistics"}, "next_update": "2027-02-01", "licence": "CC BY 4.0", "contact": {)"
      R"("name": "Humas", "mail": "a@b"}, "area_level": "district", "layout": {"stub": ["kec"],)"
      R"( "heading": ["m"]}, "notes": [{"id": "Catatan", "en": "Note", "mandatory": true,)"
      R"( "where": {"m": "luas", "kec": "b"}}])"));
  CHECK(table.code == "luas");
  CHECK(table.subject == "geografi");
  CHECK(table.title == base::Text{"Luas", "Area"});
  CHECK(table.publisher == base::Text{"BPS", "Statistics"});
  CHECK(table.next_update == base::Date{2027, 2, 1});
  CHECK(table.licence == "CC BY 4.0");
  CHECK(table.contact.name.id == "Humas");
  CHECK(table.area_level == "district");
  CHECK(table.layout.heading == std::vector<std::string>{"m"});
  CHECK(table.dimensions[0].label == base::Text{"Kecamatan", "District"});
  CHECK_FALSE(table.dimensions[0].is_mandatory);
  CHECK(table.dimensions[0].categories[0].label == base::Text{"a", "A"});
  CHECK(table.dimensions[1].categories[0].unit == base::Text{"km²", "sq km"});
  CHECK(table.dimensions[1].categories[0].decimals == 2);
  CHECK(table.dimensions[1].categories[0].additivity == stats::Additivity::stock);
  REQUIRE(table.notes.size() == 1);
  CHECK(table.notes[0].is_mandatory);
  CHECK(table.notes[0].where == std::vector<stats::Coordinate>{{0, 1}, {1, 0}});
}

TEST_CASE("our own document is refused where it contradicts itself") {
  CHECK(refuses(lumbung("", "[1, 2]", R"(, "status": {"0": "…"})"),
                R"(Cell 0 has the figure 1 and also the status "…")"));
  CHECK(refuses(lumbung("", "[1, 2]", R"(, "status": {"0": "b"})"), R"(but is "b")"));
  CHECK(refuses(lumbung(R"(, "area_level": "town")"), R"(but is "town")"));
  CHECK(refuses(lumbung(R"(, "layout": {"stub": ["no"]})"), R"(names the dimension "no")"));
  CHECK(refuses(lumbung(R"(, "notes": [{"id": "x", "where": {"kec": "z"}}])"),
                R"(names the category "z")"));
  CHECK(refuses(lumbung(R"(, "notes": [{"id": "x", "where": {"no": "z"}}])"),
                R"(names the dimension "no")"));
  CHECK(refuses(lumbung(R"(, "next_update": "soon")"), "must be a date"));
  std::string json = lumbung("");
  json.replace(json.find(R"("code": "luas")"), 14, R"("code": "../luas")");
  CHECK(refuses(json, "lower case letters, digits and '-'"));
  json = lumbung("");
  json.replace(json.find(R"("format": 1)"), 11, R"("format": 2)");
  CHECK(refuses(json, R"("format" of extension.lumbung must be 1)"));
}

TEST_CASE("a sidecar is named, and the cells wait for it") {
  const auto document = formats::table_from_jsonstat(lumbung(
      R"(, "cells": {"address": "0a1b.cells", "bytes": 40, "form": "scaled", "decimals": 1})",
      "{}"));
  REQUIRE(document);
  CHECK(document->sidecar.address == "0a1b.cells");
  CHECK(document->sidecar.bytes == 40);
  CHECK(document->table.cells.count() == 0);
}

TEST_CASE("a sidecar is a file beside the document and nothing else") {
  for (const char* address : {"", "../a.cells", "http://a/b", "a/b.cells", ".cells", "a b"}) {
    CAPTURE(address);
    CHECK(refuses(lumbung(R"(, "cells": {"address": ")" + std::string(address) + R"("})", "{}"),
                  "name of a file beside"));
  }
  CHECK(refuses(lumbung(R"(, "cells": {"address": "a.cells"})"), "must be empty"));
}
