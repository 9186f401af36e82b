#include "http/api.h"

#include <catch2/catch_test_macros.hpp>

#include "http/routes.h"

namespace http {
namespace {

HttpIn api_request(Method method, const std::string& type, const std::string& origin) {
  HttpIn in;
  in.method = method;
  in.path = "/api/office/act";
  in.query = "number=PD-1";
  in.client = "7f000001";
  in.fields = {{"host", "data.example.go.id"}, {"cookie", "sid=abc"}};
  if (!type.empty()) in.fields.push_back({"content-type", type});
  if (!origin.empty()) in.fields.push_back({"origin", origin});
  if (method == Method::post) in.body = "{}";
  return in;
}

}  // namespace

TEST_CASE("only a page of this site is one of ours") {
  const auto is_own = [](std::string_view origin, std::string_view fetch_site) {
    return is_own_page({"data.example.go.id:8080", origin, fetch_site});
  };
  CHECK(is_own("https://data.example.go.id:8080", "same-origin"));
  CHECK(is_own("http://data.example.go.id:8080", ""));
  CHECK_FALSE(is_own("https://data.example.go.id:8080", "cross-site"));
  CHECK_FALSE(is_own("https://data.example.go.id:8080", "same-site"));
  CHECK_FALSE(is_own("https://data.example.go.id", ""));
  CHECK_FALSE(is_own("https://evil.example", ""));
  CHECK_FALSE(is_own("https://data.example.go.id:8080.evil.example", ""));
  CHECK_FALSE(is_own("null", ""));
  CHECK_FALSE(is_own("", ""));
  CHECK_FALSE(is_own_page({"", "https://", ""}));
}

TEST_CASE("a cookie is read by its whole name, and not where it is sent twice") {
  CHECK(cookie_value("a=1; __Host-sid=x=y; b=2", "__Host-sid") == "x=y");
  CHECK(cookie_value("xsid=1", "sid").empty());
  CHECK(cookie_value("sid=1; sid=2", "sid").empty());
  CHECK(cookie_value("", "sid").empty());
}

TEST_CASE("a change is taken from our own pages, and in no form that a foreign page can send") {
  int asked = 0;
  ApiAsk last;
  const Routes routes([] { return std::string(); }, {},
                      {{"/api/office/act", [&](const ApiAsk& ask) {
                          ++asked;
                          last = ask;
                          ApiAnswer answer;
                          answer.body = "{}";
                          answer.cookie = "sid=; Max-Age=0";
                          answer.file_name = "Surat “a\"\r\nX: 1.pdf";
                          return answer;
                        }}});
  const std::string own = "https://data.example.go.id";
  const auto status = [&](const HttpIn& in) { return routes.answer(in).status; };
  CHECK(status(api_request(Method::post, "application/json", "https://evil.example")) == 403);
  CHECK(status(api_request(Method::post, "application/json", "")) == 403);
  CHECK(status(api_request(Method::post, "text/plain", own)) == 415);
  CHECK(status(api_request(Method::post, "application/x-www-form-urlencoded", own)) == 415);
  CHECK(asked == 0);

  const HttpOut out =
      routes.answer(api_request(Method::post, "application/json; charset=utf-8", own));
  CHECK(out.status == 200);
  CHECK(asked == 1);
  CHECK(last.is_change);
  CHECK(last.body == "{}");
  CHECK(last.query == Fields{{"number", "PD-1"}});
  CHECK(last.cookies == "sid=abc");
  CHECK(out.fields.find("Cache-Control: no-store\r\n") != std::string::npos);
  CHECK(out.fields.find("Set-Cookie: sid=; Max-Age=0\r\n") != std::string::npos);
  CHECK(out.fields.find("\r\nX: 1.pdf") == std::string::npos);
  CHECK(out.fields.find("attachment; filename=\"Surat ___a___X: 1.pdf\"") != std::string::npos);

  CHECK(status(api_request(Method::get, "", "")) == 200);
  CHECK_FALSE(last.is_change);
}

}  // namespace http
