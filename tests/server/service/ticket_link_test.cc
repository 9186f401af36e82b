#include "service/ticket_link.h"

#include <catch2/catch_test_macros.hpp>

#include "server/service/desk_fixture.h"

TEST_CASE("a link's key is 64 hexadecimal digits, and never the same twice") {
  const std::string key = service::new_link_key();
  CHECK(key.size() == 64);
  CHECK(key.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(service::new_link_key() != key);
}

TEST_CASE("a link stands in a mail with the site's whole address") {
  CHECK(service::ticket_address(support::desk_data(), base::Language::en, "5f") ==
        "https://data.example.go.id/en/ticket/?key=5f");
}
