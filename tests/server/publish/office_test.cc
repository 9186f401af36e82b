#include "publish/office.h"

#include <catch2/catch_test_macros.hpp>

TEST_CASE("the office's names and address are read") {
  const auto office = publish::office_from_json(
      R"({"name": {"id": "Kantor", "en": "Office"}, "area": {"id": "Kabupaten", "en": "Regency"},
          "address": "Jalan 1", "mail": "a@b.id", "reply_working_days": 3})");
  REQUIRE(office);
  CHECK(office->name == base::Text{"Kantor", "Office"});
  CHECK(office->area == base::Text{"Kabupaten", "Regency"});
  CHECK(office->address == "Jalan 1");
  CHECK(office->mail == "a@b.id");
}

TEST_CASE("an office without a name, or with a name that is none, is refused with the place") {
  CHECK(publish::office_from_json("{}").error().message.find("name") != std::string::npos);
  CHECK(publish::office_from_json(R"({"name": 3})").error().message.find("line 1") !=
        std::string::npos);
  CHECK_FALSE(publish::office_from_json("not JSON"));
}
