// Taking expected values out of JSON: what is left out is empty, what is of another kind is told.
#include "base/json_expect.h"

#include <string>

#include <catch2/catch_test_macros.hpp>

namespace {

const base::JsonDocument& document_from(const char* json) {
  static base::JsonDocument document;
  document = base::json_from_bytes(json).value();
  return document;
}

}  // namespace

TEST_CASE("members that are left out or null read as empty") {
  const auto root = document_from(R"({"code": null})").root();
  base::JsonExpect expect;
  CHECK(expect.text(root, "code").empty());
  CHECK(expect.text_pair(root, "title").empty());
  CHECK_FALSE(expect.date(root, "updated").is_set());
  CHECK(expect.truth(root, "mandatory", true));
  CHECK(expect.whole(root, "bytes", 7) == 7);
  CHECK(expect.texts(root, "stub").empty());
  CHECK(expect.is_well());
}

TEST_CASE("members read as what they are") {
  const auto root = document_from(R"({"code": "a", "title": {"id": "Luas", "en": "Area"},
      "plain": "Luas", "updated": "2026-11-03", "bytes": 40, "stub": ["x", "y"]})")
                        .root();
  base::JsonExpect expect;
  CHECK(expect.text(root, "code") == "a");
  CHECK(expect.text_pair(root, "title") == base::Text{"Luas", "Area"});
  CHECK(expect.text_pair(root, "plain") == base::Text{"Luas", ""});
  CHECK(expect.date(root, "updated") == base::Date{2026, 11, 3});
  CHECK(expect.whole(root, "bytes", 0) == 40);
  CHECK(expect.texts(root, "stub") == std::vector<std::string>{"x", "y"});
  CHECK(expect.is_well());
}

TEST_CASE("the first complaint names the member and its place, and later ones do not replace it") {
  const auto root = document_from("{\"code\": 5,\n \"title\": 6}").root();
  base::JsonExpect expect;
  CHECK(expect.text(root, "code").empty());
  CHECK(expect.text(root, "title").empty());
  REQUIRE_FALSE(expect.is_well());
  CHECK(expect.error().message ==
        "The member \"code\" must be a text, but is a number (line 1, column 10).");
}

TEST_CASE("a needed member that is missing is a complaint") {
  const auto root = document_from(R"({"a": {}})").root();
  base::JsonExpect expect;
  expect.needed_text(root["a"], "code");
  REQUIRE_FALSE(expect.is_well());
  CHECK(expect.error().message ==
        "The member \"code\" is missing; it must be a text (line 1, column 7).");
}

TEST_CASE("a needed pair of texts may be one text, but not nothing") {
  const auto root = document_from(R"({"plain": "Luas", "empty": {}})").root();
  base::JsonExpect expect;
  CHECK(expect.needed_text_pair(root, "plain") == base::Text{"Luas", ""});
  expect.needed_text_pair(root, "empty");
  REQUIRE_FALSE(expect.is_well());
  CHECK(expect.error().message ==
        "The member \"empty\" is missing; it must be {\"id\": \"…\", \"en\": \"…\"} "
        "(line 1, column 1).");
}

TEST_CASE("a date that is no day of the calendar is a complaint") {
  const auto root = document_from(R"({"updated": "2026-02-30"})").root();
  base::JsonExpect expect;
  expect.date(root, "updated");
  REQUIRE_FALSE(expect.is_well());
  CHECK(expect.error().message.find("must be a date such as 2026-11-03") != std::string::npos);
}

TEST_CASE("a whole number has digits alone") {
  CHECK(base::whole_from_figure("0") == 0);
  CHECK(base::whole_from_figure("9999999999999999999") == 9999999999999999999u);
  for (const char* text : {"", "-1", "1.0", "1e3", "01", "10000000000000000000", "x"}) {
    CAPTURE(text);
    CHECK_FALSE(base::whole_from_figure(text));
  }
}
