#include "http/site.h"

#include <catch2/catch_test_macros.hpp>

#include "support/temporary_folder.h"

namespace {

http::Site site_of(const support::TemporaryFolder& folder) {
  auto files = http::StaticFiles::from_folder(folder.path());
  REQUIRE(files);
  return http::Site(*std::move(files), http::Routes([] { return std::string(); }));
}

http::HttpIn site_request(const std::string& path) {
  http::HttpIn in;
  in.path = path;
  in.is_from_loopback = true;
  return in;
}

}  // namespace

TEST_CASE("files and missing addresses are answered at once, routes by a worker") {
  support::TemporaryFolder folder;
  folder.write("id/index.html", "x");
  http::Site site = site_of(folder);
  CHECK(site.answer_at_once(site_request("/id/"))->status == 200);
  CHECK(site.answer_at_once(site_request("/nope"))->status == 404);
  CHECK_FALSE(site.answer_at_once(site_request("/livez")));
  CHECK(site.answer_with_work(site_request("/livez")).status == 200);
}

TEST_CASE("how the server feels is told to its own machine alone") {
  support::TemporaryFolder folder;
  http::Site site = site_of(folder);
  http::HttpIn in = site_request("/readyz");
  in.is_from_loopback = false;
  CHECK(site.answer_at_once(in)->status == 404);
}

TEST_CASE("a route is read and not written") {
  support::TemporaryFolder folder;
  http::Site site = site_of(folder);
  http::HttpIn in = site_request("/livez");
  in.method = http::Method::post;
  CHECK(site.answer_at_once(in)->status == 405);
}
