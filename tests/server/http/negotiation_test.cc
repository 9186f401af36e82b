#include "http/negotiation.h"

#include <catch2/catch_test_macros.hpp>

using http::ByteRange;
using http::encoding_wishes;
using http::names_etag;
using http::range_wish;

TEST_CASE("without a wish only identity is acceptable") {
  const auto wishes = encoding_wishes("");
  CHECK(wishes.br == 0);
  CHECK(wishes.gzip == 0);
  CHECK(wishes.identity > 0);
}

TEST_CASE("a browser's wish ranks br and gzip above identity") {
  const auto wishes = encoding_wishes("gzip, deflate, br, zstd");
  CHECK(wishes.br == 1000);
  CHECK(wishes.gzip == 1000);
  CHECK(wishes.identity == 1);
}

TEST_CASE("qualities rank the encodings, and nought refuses") {
  const auto wishes = encoding_wishes("br;q=0, gzip ; q=0.25,identity;q=1");
  CHECK(wishes.br == 0);
  CHECK(wishes.gzip == 250);
  CHECK(wishes.identity == 1000);
}

TEST_CASE("a star stands for every encoding that is not named") {
  CHECK(encoding_wishes("*").br == 1000);
  CHECK(encoding_wishes("gzip;q=0.5, *;q=0.1").br == 100);
  CHECK(encoding_wishes("gzip, *;q=0").identity == 0);
  CHECK(encoding_wishes("identity;q=0.2, *;q=0").identity == 200);
}

TEST_CASE("a quality that is none leaves its encoding out") {
  CHECK(encoding_wishes("br;q=2").br == 0);
  CHECK(encoding_wishes("br;q=1.001").br == 0);
  CHECK(encoding_wishes("br;q=").br == 0);
  CHECK(encoding_wishes("br;level=3").br == 0);
  CHECK(encoding_wishes("br;q=1.000").br == 1000);
}

TEST_CASE("an entity tag is found in a list, weak or strong") {
  CHECK(names_etag("\"a\"", "\"a\""));
  CHECK(names_etag("\"b\", W/\"a\"", "\"a\""));
  CHECK(names_etag(" * ", "\"a\""));
  CHECK_FALSE(names_etag("\"a-br\"", "\"a\""));
  CHECK_FALSE(names_etag("a", "\"a\""));
}

TEST_CASE("one range of bytes is read and cut at the end of the file") {
  CHECK(std::get<ByteRange>(range_wish("bytes=0-0", 10)) == ByteRange{0, 1});
  CHECK(std::get<ByteRange>(range_wish("bytes=3-5", 10)) == ByteRange{3, 3});
  CHECK(std::get<ByteRange>(range_wish("bytes=3-", 10)) == ByteRange{3, 7});
  CHECK(std::get<ByteRange>(range_wish("bytes=9-99", 10)) == ByteRange{9, 1});
  CHECK(std::get<ByteRange>(range_wish("bytes=-4", 10)) == ByteRange{6, 4});
  CHECK(std::get<ByteRange>(range_wish("bytes=-99", 10)) == ByteRange{0, 10});
}

TEST_CASE("a range that begins behind the file cannot be met") {
  CHECK(std::holds_alternative<http::Unsatisfiable>(range_wish("bytes=10-", 10)));
  CHECK(std::holds_alternative<http::Unsatisfiable>(range_wish("bytes=-0", 10)));
  CHECK(std::holds_alternative<http::Unsatisfiable>(range_wish("bytes=0-", 0)));
}

TEST_CASE("several ranges, other units and broken ranges make the whole file") {
  for (const char* range :
       {"", "bytes=0-1,3-4", "rows=0-1", "bytes=5-3", "bytes=a-b", "bytes=-", "bytes=1",
        "bytes=--1", "bytes=0x1-2", "bytes=1-2-3", "bytes=9999999999999999999999-"}) {
    CAPTURE(range);
    CHECK(std::holds_alternative<http::WholeFile>(range_wish(range, 10)));
  }
}
