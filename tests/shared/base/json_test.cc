// The JSON reader: values, places, and a sentence for each way of being wrong.
#include "base/json.h"

#include <string>

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

namespace {

using base::JsonValue;
using Kind = base::JsonValue::Kind;

std::string json_message(std::string_view json) {
  const auto document = base::json_from_bytes(json);
  return document ? "" : document.error().message;
}

/// The same document in the words of another reader, for comparison.
nlohmann::json foreign_from(JsonValue value) {
  switch (value.kind()) {
    case Kind::boolean:
      return value.is_true();
    case Kind::number:
      return nlohmann::json::parse(value.text());
    case Kind::string:
      return std::string(value.text());
    case Kind::array: {
      nlohmann::json array = nlohmann::json::array();
      for (const JsonValue element : value.elements())
        array.push_back(foreign_from(element));
      return array;
    }
    case Kind::object: {
      nlohmann::json object = nlohmann::json::object();
      for (const auto& [key, member] : value.members())
        object[std::string(key)] = foreign_from(member);
      return object;
    }
    default:
      return nullptr;
  }
}

}  // namespace

TEST_CASE("a member is found by its name, and what is not there is missing all the way down") {
  const std::string json = R"({"a": {"b": [1, 2.50, "x"]}, "c": null})";
  const auto document = base::json_from_bytes(json);
  REQUIRE(document);
  const JsonValue root = document->root();

  CHECK(root["a"]["b"].count() == 3);
  CHECK(root["c"].is(Kind::null));
  CHECK(root["c"]["d"]["e"].is(Kind::missing));
  CHECK_FALSE(root["z"]);
}

TEST_CASE("a number keeps the text in which it was written") {
  const auto document = base::json_from_bytes("[1, 2.50, -0, 1e-7, 12345678901234567890]");
  REQUIRE(document);
  std::string texts;
  for (const JsonValue number : document->root().elements())
    texts += std::string(number.text()) + " ";
  CHECK(texts == "1 2.50 -0 1e-7 12345678901234567890 ");
}

TEST_CASE("escapes are resolved, surrogate pairs among them") {
  const std::string json =
      R"(["a\"\\\/\b\f\n\r\t", "\u00e9\u2026", "\ud83c\udf3e", "k\u00e9y tail"])";
  const auto document = base::json_from_bytes(json);
  REQUIRE(document);
  std::vector<std::string> texts;
  for (const JsonValue text : document->root().elements())
    texts.emplace_back(text.text());
  CHECK(texts == std::vector<std::string>{"a\"\\/\b\f\n\r\t", "é…", "🌾", "kéy tail"});
}

TEST_CASE("a value knows where it stands, in characters") {
  const auto document = base::json_from_bytes("{\n  \"é\": \"x\", \"b\": 7\n}");
  REQUIRE(document);
  CHECK(document->root()["b"].place() == base::TextPlace{2, 18});
}

TEST_CASE("a byte order mark before a document is passed over") {
  const auto document = base::json_from_bytes("\xef\xbb\xbf[1]");
  REQUIRE(document);
  CHECK(document->root().count() == 1);
}

TEST_CASE("what is no JSON is refused with the line, the column and the byte") {
  CHECK(json_message("{\n  \"a\": 1,\n  \"b\" 2}") ==
        "The file is no valid JSON at line 3, column 7 (byte 18): expected ':' after a member's "
        "name, but '2' stands there.");
  CHECK(json_message("") ==
        "The file is no valid JSON at line 1, column 1 (byte 0): expected a "
        "value, but the file ends there.");
  CHECK(json_message("[1, 2") ==
        "The file is no valid JSON at line 1, column 6 (byte 5): expected "
        "',' or ']' after an element, but the file ends there.");
  CHECK(json_message("[1] x").find("expected the end of the file, but 'x' stands") !=
        std::string::npos);
  CHECK(json_message("{\"a\": \"x").find("line 1, column 7 (byte 6): this text has no closing") !=
        std::string::npos);
}

TEST_CASE("what some readers let pass is refused") {
  for (const char* json : {"[1,]",           "{\"a\":1,}",    "[01]",
                           "[+1]",           "[.5]",          "[1.]",
                           "[1e]",           "[NaN]",         "[Infinity]",
                           "['a']",          "{a: 1}",        "[1] // x",
                           "[\"a\nb\"]",     "[\"\\x41\"]",   "[\"\\ud800\"]",
                           "[\"\\udc00\"]",  "[\"\\u12g4\"]", "[\"\xff\"]",
                           "[\"\xc0\x80\"]", "nul",           "[tru]",
                           "\xff\xfe[",      "--1",           "[-]"}) {
    CAPTURE(json);
    CHECK_FALSE(base::json_from_bytes(json));
  }
}

TEST_CASE("a key that stands twice in one object is refused, naming both places") {
  CHECK(json_message("{\"b\": 1, \"a\": 2,\n \"b\": 3}") ==
        "The file is no valid JSON at line 2, column 2 (byte 18): the member \"b\" stands twice in "
        "one object, first at line 1, column 2.");
  CHECK(json_message(R"({"a": 1, "\u0061": 2})").find("stands twice") != std::string::npos);
  CHECK(json_message(R"({"a": {"x": 1}, "b": {"x": 1}})").empty());
}

TEST_CASE("nesting is allowed 64 deep and no deeper") {
  CHECK(json_message(std::string(64, '[') + std::string(64, ']')).empty());
  CHECK(json_message(std::string(65, '[') + std::string(65, ']')).find("nest deeper than 64") !=
        std::string::npos);
  CHECK(json_message(std::string(1'000'000, '[')).find("nest deeper than 64") != std::string::npos);
}

TEST_CASE("what is read is what nlohmann/json reads") {
  const std::string json =
      R"({"id": ["a", "b"], "n": [0, -1.5e3, 1E+2], "deep": [[[{"x": [true, false, null]}]], {}],)"
      R"( "text": "\u00e9 \"q\" \ud83c\udf3e é", "": "empty key"})";
  const auto document = base::json_from_bytes(json);
  REQUIRE(document);
  CHECK(foreign_from(document->root()) == nlohmann::json::parse(json));
}

TEST_CASE("a text in quotes reads back as it was") {
  std::string json;
  using namespace std::string_literals;
  const std::string text = "\"\\\n\r\t\0\x1f\x7f é…🌾 </script>"s;
  base::append_json_text(json, text);
  const auto document = base::json_from_bytes(json);
  REQUIRE(document);
  CHECK(document->root().text() == text);
  CHECK(nlohmann::json::parse(json) == text);
}
