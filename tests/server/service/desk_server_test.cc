// The pages that the desk adds to the server. What they say is request_desk_test's.
#include "service/desk_server.h"

#include <string>

#include <catch2/catch_test_macros.hpp>

#include "server/service/desk_fixture.h"
#include "support/has.h"

namespace {

service::DeskServerSettings settings_in(const support::TemporaryFolder& folder) {
  output::Site site;
  site.base_path = "/lumbung/";
  support::write_empty_site(folder, "site/", site);
  service::DeskServerSettings settings;
  settings.database = (folder.path() / "state" / "lumbung.db").string();
  settings.office = std::string(LUMBUNG_SOURCE_FOLDER) + "/data/office";
  settings.site = folder.path() / "site";
  return settings;
}

TEST_CASE("a desk has the form, the ticket and the office's door, below the site's place") {
  const support::TemporaryFolder folder;
  const auto desk = service::DeskServer::start(settings_in(folder));
  REQUIRE(desk);
  std::string paths;
  for (const http::PageRoute& route : (*desk)->pages()) {
    if (!route.path.starts_with("/lumbung/id/")) continue;
    paths += route.path + " ";
    const http::PageAnswer answer = route.page({});
    CHECK((support::has(answer.html, "<main") || answer.media_type == "application/json" ||
           answer.status == 303));
  }
  CHECK(paths ==
        "/lumbung/id/permintaan/ /lumbung/id/permintaan/periksa/ /lumbung/id/tiket/ "
        "/lumbung/id/petugas/masuk/ /lumbung/id/petugas/akun/ /lumbung/id/petugas/ "
        "/lumbung/id/petugas/tiket/ /lumbung/id/petugas/laporan/ ");
}

TEST_CASE("a desk does not start over what it cannot read, or beside another one") {
  const support::TemporaryFolder folder;
  const service::DeskServerSettings settings = settings_in(folder);
  service::DeskServerSettings without_office = settings;
  without_office.office = folder.path();
  CHECK(service::DeskServer::start(without_office).error().code == base::ErrorCode::not_found);
  const auto running = service::DeskServer::start(settings);
  REQUIRE(running);
  CHECK(service::DeskServer::start(settings).error().code == base::ErrorCode::conflict);
}

}  // namespace
