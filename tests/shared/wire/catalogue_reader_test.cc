// Reading the catalogue and the search file, by hand and as published.
#include <catch2/catch_test_macros.hpp>

#include "wire/catalogue.h"

namespace {

std::string catalogue_message(const std::string& json) {
  const auto catalogue = wire::catalogue_from_json(json);
  return catalogue ? "" : catalogue.error().message;
}

}  // namespace

TEST_CASE("a catalogue by hand has no tables yet") {
  const auto catalogue = wire::catalogue_from_json(
      R"({"format": 1, "subjects": [{"code": "a", "label": {"id": "A", "en": "A!"}},)"
      R"( {"code": "b", "label": {"id": "B"}, "parent": "a"}],)"
      R"( "not_available": [{"code": "n", "title": {"id": "N"}, "subject": "b",)"
      R"( "reason": {"id": "R"}, "substitute": ""}],)"
      R"( "frequent_searches": [{"id": "luas", "en": "area"}]})");
  REQUIRE(catalogue);
  CHECK(catalogue->subjects[1].parent == "a");
  CHECK(catalogue->subjects[0].label == base::Text{"A", "A!"});
  CHECK(catalogue->tables.empty());
  CHECK(catalogue->not_available[0].reason.id == "R");
  CHECK(catalogue->frequent_searches[0].en == "area");
}

TEST_CASE("a member that is missing or of another kind is named with its place") {
  CHECK(catalogue_message(R"({"format": 1})") ==
        "The member \"subjects\" is missing; it must be an array (line 1, column 1).");
  CHECK(catalogue_message(R"({"subjects": []})").find("\"format\" is missing") !=
        std::string::npos);
  CHECK(catalogue_message(R"({"format": 2, "subjects": []})").find("must be 1") !=
        std::string::npos);
  CHECK(catalogue_message(R"({"format": 1, "subjects": [{"code": 5, "label": {"id": "A"}}]})") ==
        "The member \"code\" must be a text, but is a number (line 1, column 37).");
  CHECK(catalogue_message(R"({"format": 1, "subjects": [{"code": "a"}]})")
            .find("\"label\" is missing") != std::string::npos);
  CHECK(catalogue_message(
            R"({"format": 1, "subjects": [], "tables": [{"code": "t", "title": {"id": "T"},)"
            R"( "subject": "a"}]})")
            .find("\"dimensions\" is missing") != std::string::npos);
  CHECK(catalogue_message("[]").find("An object was expected") != std::string::npos);
  CHECK(catalogue_message("{").find("no valid JSON") != std::string::npos);
}

TEST_CASE("a subject's parent stands before it, so that there is no circle") {
  CHECK(
      catalogue_message(R"({"format": 1, "subjects": [{"code": "a", "label": {"id": "A"},)"
                        R"( "parent": "b"}, {"code": "b", "label": {"id": "B"}, "parent": "a"}]})")
          .find("must stand before it, but \"b\" does not") != std::string::npos);
}

TEST_CASE("a search file with a word that does not exist is refused") {
  const auto message = [](const std::string& document) {
    const auto read =
        wire::search_documents_from_json(R"({"format": 1, "documents": [)" + document + "]}");
    return read ? std::string() : read.error().message;
  };
  const std::string head = R"({"kind": "table", "code": "t", "title": {"id": "T"}, "fields": )";
  CHECK(message(head + R"([["title", "T"]]})").empty());
  CHECK(message(head + R"([["place", "T"]]})").find("place must be") != std::string::npos);
  CHECK(message(head + R"([["title"]]})").find("one or two texts") != std::string::npos);
  CHECK(message(R"({"kind": "book", "code": "t", "title": {"id": "T"}, "fields": []})")
            .find("kind must be") != std::string::npos);
}
