#include "http/http_out.h"

#include <string>

#include <catch2/catch_test_macros.hpp>

TEST_CASE("a time is written as HTTP writes it") {
  CHECK(http::text_from_http_date(784111777) == "Sun, 06 Nov 1994 08:49:37 GMT");
  CHECK(http::text_from_http_date(0) == "Thu, 01 Jan 1970 00:00:00 GMT");
}

TEST_CASE("the head has status, date, fields and an empty line") {
  http::HttpOut out;
  out.status = 404;
  out.fields = "X: 1\r\n";
  CHECK(http::head_from_answer(out, "now", false) ==
        "HTTP/1.1 404 Not Found\r\nDate: now\r\nX: 1\r\n\r\n");
  CHECK(http::head_from_answer(out, "now", true) ==
        "HTTP/1.1 404 Not Found\r\nDate: now\r\nX: 1\r\nConnection: close\r\n\r\n");
}

TEST_CASE("a refusal says why, carries the headers of safety and closes") {
  const http::HttpOut out = http::answer_from_refusal({405, "This method is not used here."});
  CHECK(out.status == 405);
  CHECK(out.closes);
  CHECK(out.fields.find(http::security_fields()) == 0);
  CHECK(out.fields.find("Allow: GET, HEAD\r\n") != std::string::npos);
  CHECK(*std::get<http::MemoryBody>(out.body).bytes == "This method is not used here.\n");
}

TEST_CASE("a busy server says when to come again") {
  const http::HttpOut out = http::busy_answer();
  CHECK(out.status == 503);
  CHECK(out.fields.find("Retry-After: 5\r\n") != std::string::npos);
  CHECK(out.closes);
}

TEST_CASE("every status that is sent has its phrase") {
  for (const int status :
       {200, 206, 304, 308, 400, 404, 405, 406, 408, 411, 413, 414, 415, 416, 417, 431, 500, 503}) {
    CAPTURE(status);
    CHECK(http::reason_phrase(status) != "Unknown");
  }
}
