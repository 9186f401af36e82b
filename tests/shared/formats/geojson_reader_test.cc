// Reading outlines: what becomes of them, and what is refused with which sentence.
#include "formats/geojson.h"

#include <string>

#include <catch2/catch_test_macros.hpp>

namespace {

/// A collection of the given features with a head that is well.
std::string collection(const std::string& features) {
  return R"({"type":"FeatureCollection",
"lumbung":{"format":1,"code":"desa","area_level":"village","source":{"id":"Sumber","en":"Source"},
"note":{"id":"Catatan","en":"Note"}},
"features":[)" +
         features + "]}";
}

std::string feature(const std::string& code, const std::string& geometry) {
  return R"({"type":"Feature","properties":{"code":")" + code + R"("},"geometry":)" + geometry +
         "}";
}

std::string polygon(const std::string& rings) {
  return R"({"type":"Polygon","coordinates":[)" + rings + "]}";
}

std::string error_of(const std::string& bytes) {
  const auto outlines = formats::outlines_from_geojson(bytes);
  REQUIRE_FALSE(outlines);
  CHECK(outlines.error().code == base::ErrorCode::invalid);
  return outlines.error().message;
}

const std::string triangle = "[[103.5,-3],[104,-3],[104,-2.5],[103.5,-3]]";

}  // namespace

TEST_CASE("polygons become rings that do not repeat their first point") {
  const auto outlines =
      formats::outlines_from_geojson(collection(feature("1603", polygon(triangle))));
  REQUIRE(outlines);
  CHECK(outlines->code == "desa");
  CHECK(outlines->area_level == "village");
  CHECK(outlines->source == base::Text{"Sumber", "Source"});
  CHECK(outlines->note == base::Text{"Catatan", "Note"});
  REQUIRE(outlines->areas.size() == 1);
  CHECK(outlines->areas[0].code == "1603");
  CHECK(outlines->areas[0].rings ==
        std::vector<stats::GeoRing>{{{103.5, -3}, {104, -3}, {104, -2.5}}});
}

TEST_CASE("an area of several parts has several rings") {
  const auto outlines = formats::outlines_from_geojson(collection(feature(
      "A", R"({"type":"MultiPolygon","coordinates":[[)" + triangle + "],[" + triangle + "]]}")));
  REQUIRE(outlines);
  CHECK(outlines->areas[0].rings.size() == 2);
}

TEST_CASE("what is no collection of outlines is refused with its place") {
  CHECK(error_of("{").find("line 1, column 2") != std::string::npos);
  CHECK(error_of(R"({"type":"Feature"})") ==
        "Outlines must be a GeoJSON object of type \"FeatureCollection\" (line 1, column 1).");
  CHECK(error_of(R"({"type":"FeatureCollection","features":[]})") ==
        "The member \"lumbung\" is missing; it must be an object (line 1, column 1).");
  CHECK(error_of(collection("")) ==
        "There must be an area at least in \"features\" (line 1, column 1).");
}

TEST_CASE("a ring that is open, too short or full of holes is refused") {
  CHECK(error_of(collection(feature("A", polygon("[[1,1],[2,1],[2,2],[1,2]]"))))
            .starts_with("A ring must end where it begins (line 4"));
  CHECK(error_of(collection(feature("A", polygon("[[1,1],[2,1],[1,1]]"))))
            .starts_with("A ring must be an array of 4 positions or more (line 4"));
  CHECK(error_of(collection(feature("A", polygon(triangle + "," + triangle))))
            .starts_with("A polygon must have one ring"));
}

TEST_CASE("a position that is not on the globe is refused") {
  for (const char* position :
       {"[181,0]", "[0,-91]", "[1]", "[1,2,3]", "[\"1\",2]", "7", "[null,1]"})
    CHECK(error_of(collection(
                       feature("A", polygon("[" + std::string(position) + ",[2,1],[2,2],[1,2]]"))))
              .starts_with("A position must be an array of two numbers"));
}

TEST_CASE("another geometry, an area without code and one that stands twice are refused") {
  CHECK(error_of(collection(feature("A", R"({"type":"Point","coordinates":[1,2]})")))
            .find("but its type is \"Point\"") != std::string::npos);
  CHECK(error_of(collection(feature("A", R"({"type":"MultiPolygon","coordinates":[]})")))
            .find("of one part or more") != std::string::npos);
  CHECK(error_of(collection(R"({"type":"Feature","properties":{},"geometry":)" + polygon(triangle) +
                            "}"))
            .starts_with("The member \"code\" is missing"));
  const std::string area = feature("A", polygon(triangle));
  CHECK(error_of(collection(area + "," + area)).starts_with("The area \"A\" stands twice"));
}

TEST_CASE("a file that is far too large for a map is not read") {
  const auto outlines =
      formats::outlines_from_geojson(std::string(formats::geojson_bytes_max + 1, ' '));
  REQUIRE_FALSE(outlines);
  CHECK(outlines.error().code == base::ErrorCode::too_large);
}
