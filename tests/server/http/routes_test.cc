#include "http/routes.h"

#include <stdexcept>
#include <string>

#include <catch2/catch_test_macros.hpp>

namespace {

http::HttpIn get_request(const std::string& path) {
  http::HttpIn in;
  in.path = path;
  in.fields = {{"host", "a"}};
  return in;
}

std::string route_body(const http::HttpOut& out) {
  return *std::get<http::MemoryBody>(out.body).bytes;
}

}  // namespace

TEST_CASE("the routes are known letter by letter") {
  const http::Routes routes([] { return std::string(); });
  CHECK(routes.knows("/livez"));
  CHECK(routes.knows("/readyz"));
  CHECK_FALSE(routes.knows("/livez/"));
  CHECK_FALSE(routes.knows("/livezz"));
  CHECK_FALSE(routes.knows("/"));
}

TEST_CASE("an answer of the library carries our headers and says nothing of the connection") {
  const http::Routes routes([] { return std::string(); });
  const http::HttpOut out = routes.answer(get_request("/livez"));
  CHECK(out.status == 200);
  CHECK(route_body(out) == "alive\n");
  CHECK(out.fields.find(http::security_fields()) == 0);
  CHECK(out.fields.find("Cache-Control: no-store\r\n") != std::string::npos);
  CHECK(out.fields.find("Connection") == std::string::npos);
  CHECK(out.fields.find("Keep-Alive") == std::string::npos);
}

http::Routes routes_with_page(http::Page page) {
  return http::Routes([] { return std::string(); }, {{"/id/permintaan/", std::move(page)}});
}

http::HttpIn form_request(const std::string& body) {
  http::HttpIn in = get_request("/id/permintaan/");
  in.method = http::Method::post;
  in.fields.push_back({"content-type", "application/x-www-form-urlencoded"});
  in.body = body;
  in.client = "7f000001";
  return in;
}

TEST_CASE("a page gets its query and its form decoded, and answers with HTML that is not stored") {
  http::PageAsk asked;
  const http::Routes routes = routes_with_page([&](const http::PageAsk& ask) {
    asked = ask;
    return http::PageAnswer{422, "<p>½</p>"};
  });
  CHECK(routes.is_page("/id/permintaan/"));
  CHECK_FALSE(routes.is_page("/livez"));
  http::HttpIn in = form_request("text=a+%26+b&category=x%3D1&category=y");
  in.query = "table=desa%20a&x";
  const http::HttpOut out = routes.answer(in);
  CHECK(out.status == 422);
  CHECK(route_body(out) == "<p>½</p>");
  CHECK(out.fields.find("Content-Type: text/html; charset=utf-8\r\n") != std::string::npos);
  CHECK(out.fields.find("Cache-Control: no-store\r\n") != std::string::npos);
  CHECK(asked.is_form);
  CHECK(asked.form == http::Fields{{"text", "a & b"}, {"category", "x=1"}, {"category", "y"}});
  CHECK(asked.query == http::Fields{{"table", "desa a"}, {"x", ""}});
  CHECK(asked.client == "7f000001");
}

TEST_CASE("a page that turns somebody away for now says for how long") {
  const http::Routes routes = routes_with_page([](const http::PageAsk&) {
    http::PageAnswer answer;
    answer.status = 429;
    answer.retry_after_seconds = 90;
    return answer;
  });
  const http::HttpOut out = routes.answer(form_request("a=b"));
  CHECK(out.status == 429);
  CHECK(out.fields.find("Retry-After: 90\r\n") != std::string::npos);
}

TEST_CASE("a file that a page hands out is saved under its name, and runs nothing") {
  const http::Routes routes = routes_with_page([](const http::PageAsk&) {
    http::PageAnswer answer;
    answer.html = "<script>";
    answer.media_type = "application/octet-stream";
    answer.file_name = "a\"½.html";
    return answer;
  });
  const http::HttpOut out = routes.answer(form_request("a=b"));
  CHECK(out.fields.find("Content-Disposition: attachment; filename=\"a___.html\"; "
                        "filename*=UTF-8''a%22%C2%BD.html\r\n") != std::string::npos);
  CHECK(out.fields.find("Content-Security-Policy: sandbox\r\n") != std::string::npos);
  CHECK(out.fields.find("X-Content-Type-Options: nosniff\r\n") != std::string::npos);
}

TEST_CASE("what is no form never reaches a page") {
  const http::Routes routes = routes_with_page(
      [](const http::PageAsk&) -> http::PageAnswer { throw std::runtime_error("asked"); });
  http::HttpIn json = form_request("{}");
  json.fields.back().value = "application/json";
  CHECK(routes.answer(json).status == 415);
  CHECK(routes.answer(form_request("a=%ff")).status == 400);
}

TEST_CASE("readiness tells why there is none") {
  CHECK(http::Routes([] { return std::string(); }).answer(get_request("/readyz")).status == 200);
  const http::Routes routes([] { return std::string("The disk is full."); });
  CHECK(routes.answer(get_request("/readyz")).status == 503);
  CHECK(route_body(routes.answer(get_request("/readyz"))) == "The disk is full.\n");
}

TEST_CASE("a route that throws is answered with a plain 500 that tells nothing") {
  const http::Routes routes(
      []() -> std::string { throw std::runtime_error("secret\r\nX-Injected: 1"); });
  const http::HttpOut out = routes.answer(get_request("/readyz"));
  CHECK(out.status == 500);
  CHECK(out.fields.find("secret") == std::string::npos);
  CHECK(out.fields.find("EXCEPTION") == std::string::npos);
  CHECK(route_body(out).find("secret") == std::string::npos);
}
