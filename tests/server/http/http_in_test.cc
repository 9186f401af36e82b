#include "http/http_in.h"

#include <catch2/catch_test_macros.hpp>

TEST_CASE("a field is found by its name, and has no value where it came twice") {
  http::HttpIn in;
  in.fields = {{"host", "a"}, {"range", "bytes=0-1"}, {"range", "bytes=0-1"}};
  CHECK(in.field("host") == "a");
  CHECK(in.field("range").empty());
  CHECK(in.field("cookie").empty());
}

TEST_CASE("methods have the names that stand in requests") {
  CHECK(http::text_from_method(http::Method::get) == "GET");
  CHECK(http::text_from_method(http::Method::head) == "HEAD");
  CHECK(http::text_from_method(http::Method::post) == "POST");
  CHECK(http::text_from_method(http::Method::put) == "PUT");
  CHECK(http::text_from_method(http::Method::del) == "DELETE");
}
