// The JSON writer: which lines it makes, and what it leaves out.
#include "base/json_writer.h"

#include <catch2/catch_test_macros.hpp>

using Lines = base::JsonWriter::Lines;

TEST_CASE("objects of many lines are indented, objects of one line stay on it") {
  base::JsonWriter json;
  json.open_object(Lines::many);
  json.text_member("code", "a");
  json.key("size");
  json.open_array();
  json.whole(2);
  json.whole(3);
  json.close_array();
  json.key("empty");
  json.open_object(Lines::many);
  json.close_object();
  json.close_object();
  CHECK(std::move(json).take() == "{\n  \"code\": \"a\",\n  \"size\": [2, 3],\n  \"empty\": {}\n}");
}

TEST_CASE("what stands inside one line stays on it") {
  base::JsonWriter json;
  json.open_array();
  json.open_object(Lines::many);
  json.whole_member("a", 1);
  json.close_object();
  json.truth(true);
  json.raw("-1.50");
  json.close_array();
  CHECK(std::move(json).take() == R"([{"a": 1}, true, -1.50])");
}

TEST_CASE("members that are set are left out where there is nothing to say") {
  base::JsonWriter json;
  json.open_object();
  json.set_text_member("licence", "");
  json.set_pair_member("publisher", {});
  json.set_pair_member("title", {"Luas", ""});
  json.set_text_member("code", "luas");
  json.close_object();
  CHECK(std::move(json).take() == R"({"title": {"id": "Luas"}, "code": "luas"})");
}
