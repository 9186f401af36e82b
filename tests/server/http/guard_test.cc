#include "http/guard.h"

#include <string>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

namespace {

using http::GuardLimits;
using http::Head;
using http::HeadOutcome;
using http::NeedsMore;
using http::Refusal;

HeadOutcome outcome(const std::string& bytes) {
  return http::head_from_bytes(bytes, GuardLimits{});
}

/// The status of the refusal; 0 where the head was taken, -1 where more is needed.
int status(const std::string& bytes) {
  const HeadOutcome result = outcome(bytes);
  if (std::holds_alternative<NeedsMore>(result)) return -1;
  const auto* refusal = std::get_if<Refusal>(&result);
  return refusal ? refusal->status : 0;
}

Head head(const std::string& bytes) {
  const HeadOutcome result = outcome(bytes);
  REQUIRE(std::holds_alternative<Head>(result));
  return std::get<Head>(result);
}

std::string get(const std::string& target) {
  return "GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n";
}

std::string with_fields(const std::string& fields) {
  return "GET / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
}

std::string post(const std::string& fields) {
  return "POST / HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
}

}  // namespace

TEST_CASE("a plain request is read into its parts") {
  const Head read = head(
      "GET /id/tabel/murid/?urut=-jumlah HTTP/1.1\r\nHost: example.go.id:80\r\n"
      "Accept-Language:  id \r\n\r\nbehind");
  CHECK(read.in.method == http::Method::get);
  CHECK(read.in.path == "/id/tabel/murid/");
  CHECK(read.in.query == "urut=-jumlah");
  CHECK(read.in.field("host") == "example.go.id:80");
  CHECK(read.in.field("accept-language") == "id");
  CHECK_FALSE(read.in.wants_close);
  CHECK(read.bytes == 93);
  CHECK(read.body_bytes == 0);
}

TEST_CASE("a field that is sent twice has no value") {
  const Head read = head(with_fields("Range: bytes=0-1\r\nRange: bytes=2-3\r\n"));
  CHECK(read.in.field("range").empty());
}

TEST_CASE("the five methods are taken, others are refused by name and by form") {
  CHECK(status(get("/")) == 0);
  CHECK(status("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n") == 0);
  CHECK(status("DELETE / HTTP/1.1\r\nHost: a\r\n\r\n") == 0);
  CHECK(status("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n") == 0);
  CHECK(status(post("Content-Length: 0\r\n")) == 0);
  CHECK(status("TRACE / HTTP/1.1\r\nHost: a\r\n\r\n") == 405);
  CHECK(status("get / HTTP/1.1\r\nHost: a\r\n\r\n") == 405);
  CHECK(status("G(T / HTTP/1.1\r\nHost: a\r\n\r\n") == 400);
  CHECK(status(" GET / HTTP/1.1\r\nHost: a\r\n\r\n") == 400);
}

TEST_CASE("the request line has three parts and a known protocol") {
  CHECK(status("GET /\r\nHost: a\r\n\r\n") == 400);
  CHECK(status("GET  / HTTP/1.1\r\nHost: a\r\n\r\n") == 400);
  CHECK(status("GET / HTTP/1.1 \r\nHost: a\r\n\r\n") == 400);
  CHECK(status("GET / HTTP/2.0\r\nHost: a\r\n\r\n") == 400);
  CHECK(status("GET / http/1.1\r\nHost: a\r\n\r\n") == 400);
  CHECK(status("\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n") == 400);
  CHECK(head("GET / HTTP/1.0\r\nHost: a\r\n\r\n").in.wants_close);
}

TEST_CASE("a path holds only what our own addresses hold") {
  CHECK(status(get("/assets/viewer.0af.wasm")) == 0);
  CHECK(status(get("/a_B-9.x/")) == 0);
  const auto refused = GENERATE(as<std::string>{}, "", "id/", "*", "http://a/", "/..", "/a/../b",
                                "/a..b", "//evil.example", "/a//b", "/%61", "/a%00", "/a\\b",
                                "/a;b", "/a:b", "/~a", "/caf\xc3\xa9", "/a#b", "/a\tb");
  CAPTURE(refused);
  CHECK(status(get(refused)) == 400);
}

TEST_CASE("a path of 512 bytes is taken, one of 513 is too long") {
  CHECK(status(get("/" + std::string(511, 'a'))) == 0);
  CHECK(status(get("/" + std::string(512, 'a'))) == 414);
}

TEST_CASE("a query of 1,024 bytes is taken, one of 1,025 is too long") {
  CHECK(status(get("/?" + std::string(1024, 'a'))) == 0);
  CHECK(status(get("/?" + std::string(1025, 'a'))) == 414);
}

TEST_CASE("a query may hold escaped letters of any language, and no escaped control byte") {
  CHECK(head(get("/?kec=Lubuk%20Raman&q=caf%C3%A9&x=a?b")).in.query ==
        "kec=Lubuk%20Raman&q=caf%C3%A9&x=a?b");
  const auto refused = GENERATE(as<std::string>{}, "%00", "%0d%0aSet-Cookie", "%1F", "%7f", "%",
                                "%4", "%zz", "a#b", "caf\xc3\xa9");
  CAPTURE(refused);
  CHECK(status(get("/?" + refused)) == 400);
}

TEST_CASE("lines end in CR LF and hold no control byte") {
  CHECK(status("GET / HTTP/1.1\nHost: a\n\n") == 400);
  CHECK(status("GET / HTTP/1.1\r\nHost: a\n\r\n") == 400);
  CHECK(status(with_fields("X: a\rb\r\n")) == 400);
  CHECK(status(with_fields(std::string("X: a\0b\r\n", 8))) == 400);
  CHECK(status(with_fields("X: \x1b[31m\r\n")) == 400);
  CHECK(status(with_fields("X: \x7f\r\n")) == 400);
  CHECK(status(with_fields("X: a\tb\r\n")) == 0);
}

TEST_CASE("a control byte is refused before the head is complete") {
  CHECK(status("\x16\x03\x01") == 400);
  CHECK(status("GET / HTTP/1.1\n") == 400);
  CHECK(status("GET / HTTP/1.1\r") == -1);
  CHECK(status("GET / HTTP/1.1\rX") == 400);
}

TEST_CASE("names of fields are tokens that a colon follows at once") {
  CHECK(status(with_fields("X-Y_z.1: a\r\n")) == 0);
  CHECK(status(with_fields("X : a\r\n")) == 400);
  CHECK(status(with_fields(": a\r\n")) == 400);
  CHECK(status(with_fields("X\r\n")) == 400);
  CHECK(status(with_fields("X(Y): a\r\n")) == 400);
  CHECK(status(with_fields("X: a\r\n folded\r\n")) == 400);
  CHECK(status(with_fields("X: a\r\n\tfolded\r\n")) == 400);
}

TEST_CASE("there is exactly one host, and it looks like one") {
  CHECK(status("GET / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n") == 0);
  CHECK(status("GET / HTTP/1.1\r\n\r\n") == 400);
  CHECK(status("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n") == 400);
  CHECK(status("GET / HTTP/1.1\r\nHost:\r\n\r\n") == 400);
  CHECK(status("GET / HTTP/1.1\r\nHost: a b\r\n\r\n") == 400);
  CHECK(status("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n") == 400);
  CHECK(status("GET / HTTP/1.1\r\nHost: " + std::string(255, 'a') + "\r\n\r\n") == 0);
  CHECK(status("GET / HTTP/1.1\r\nHost: " + std::string(256, 'a') + "\r\n\r\n") == 400);
}

TEST_CASE("64 fields are taken, 65 are too many") {
  std::string fields;
  for (int i = 0; i < 63; ++i)
    fields += "X: a\r\n";
  CHECK(status(with_fields(fields)) == 0);
  CHECK(status(with_fields(fields + "X: a\r\n")) == 431);
}

TEST_CASE("a head of 8,192 bytes is taken, a longer one is too long") {
  const std::string frame = with_fields("X: \r\n");
  const std::string fitting = with_fields("X: " + std::string(8192 - frame.size(), 'a') + "\r\n");
  REQUIRE(fitting.size() == 8192);
  CHECK(status(fitting) == 0);
  CHECK(status(with_fields("X: " + std::string(8193 - frame.size(), 'a') + "\r\n")) == 431);
  CHECK(status(std::string(8191, 'a')) == -1);
  CHECK(status(std::string(8192, 'a')) == 431);
}

TEST_CASE("a body has one length in digits, of 64 KiB at most") {
  CHECK(head(post("Content-Length: 65536\r\n")).body_bytes == 65536);
  CHECK(status(post("Content-Length: 65537\r\n")) == 413);
  CHECK(status(post("Content-Length: 99999999999999999999\r\n")) == 413);
  CHECK(head(post("Content-Length: 000000005\r\n")).body_bytes == 5);
  CHECK(status(post("")) == 411);
  const auto refused =
      GENERATE(as<std::string>{}, "", "-1", "+1", "1 ", "0x10", "1,1", "1e3", "5\xc2\xa0");
  CAPTURE(refused);
  CHECK(status(post("Content-Length: " + refused + (refused == "1 " ? "x" : "") + "\r\n")) == 400);
}

TEST_CASE("two lengths are refused, also where they are the same") {
  CHECK(status(post("Content-Length: 5\r\nContent-Length: 5\r\n")) == 400);
  CHECK(status(post("Content-Length: 5\r\ncontent-length: 6\r\n")) == 400);
}

TEST_CASE("a larger body is taken at its own address alone, and in a POST alone") {
  GuardLimits limits;
  limits.large_bodies = {{"/api/upload", 1'000'000}};
  const auto outcome_of = [&](const std::string& begin, const std::string& bytes) {
    return http::head_from_bytes(
        begin + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + bytes + "\r\n\r\n", limits);
  };
  const auto status_of = [&](const std::string& begin, const std::string& bytes) {
    const auto outcome = outcome_of(begin, bytes);
    const auto* refusal = std::get_if<http::Refusal>(&outcome);
    return refusal ? refusal->status : 0;
  };
  CHECK(std::get<http::Head>(outcome_of("POST /api/upload", "1000000")).body_bytes == 1'000'000);
  CHECK(status_of("POST /api/upload", "1000001") == 413);
  CHECK(status_of("POST /api/upload", "99999999999") == 413);
  CHECK(status_of("POST /api/other", "1000000") == 413);
  CHECK(status_of("PUT /api/upload", "1000000") == 413);
}

TEST_CASE("a request that only reads has no body") {
  CHECK(status(with_fields("Content-Length: 0\r\n")) == 0);
  CHECK(status(with_fields("Content-Length: 5\r\n")) == 400);
  CHECK(status("DELETE / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n") == 400);
}

TEST_CASE("codings, expectations and other protocols are refused") {
  CHECK(status(post("Transfer-Encoding: chunked\r\n")) == 400);
  CHECK(status(post("Content-Length: 5\r\nTransfer-Encoding: identity\r\n")) == 400);
  CHECK(status(post("Content-Length: 5\r\nContent-Encoding: gzip\r\n")) == 415);
  CHECK(status(post("Content-Length: 5\r\nExpect: 100-continue\r\n")) == 417);
  CHECK(status(with_fields("Upgrade: h2c\r\n")) == 400);
}

TEST_CASE("the client may ask for the connection to be closed") {
  CHECK(head(with_fields("Connection: close\r\n")).in.wants_close);
  CHECK(head(with_fields("Connection: TE, Close\r\n")).in.wants_close);
  CHECK_FALSE(head(with_fields("Connection: keep-alive\r\n")).in.wants_close);
}
