#include "publish/page_frame.h"

#include <string>

#include <catch2/catch_test_macros.hpp>

namespace {

std::string site_json(const output::Site& site) {
  base::JsonWriter json;
  json.open_object();
  publish::write_page_frame(json, site);
  json.close_object();
  return std::move(json).take();
}

TEST_CASE("what pages have in common comes back from the site's mark") {
  output::Site site;
  site.name = {"Nama \"Kantor\"", "Office"};
  site.place = {"Muara Enim", "Muara Enim Regency"};
  site.base_path = "/lumbung/";
  site.origin = "https://data.example.go.id";
  site.style_address = "assets/page.1.css";
  site.style_integrity = "sha384-s";
  site.office_style_address = "assets/office.2.css";
  site.office_style_integrity = "sha384-o";
  site.icon_address = "assets/icon.3.svg";
  site.contact_address = "Jalan 1";
  site.contact_mail = "a@b.go.id";
  site.has_desk = true;
  const auto read = publish::page_frame_from_json(site_json(site));
  REQUIRE(read);
  CHECK(site_json(*read) == site_json(site));
  CHECK(read->office_style_address == "assets/office.2.css");
  CHECK(read->contact_mail == "a@b.go.id");
  CHECK(read->has_desk);
}

TEST_CASE("a site that was made without them is refused") {
  for (const char* json : {"", "{}", R"({"format": 1, "version": "1"})", R"({"page": 7})"}) {
    CAPTURE(json);
    CHECK(publish::page_frame_from_json(json).error().code == base::ErrorCode::invalid);
  }
}

}  // namespace
