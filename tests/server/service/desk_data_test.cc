#include "service/desk_data.h"

#include <string>

#include <catch2/catch_test_macros.hpp>

#include "server/service/desk_fixture.h"
#include "support/has.h"

namespace {

const std::string office_folder = std::string(LUMBUNG_SOURCE_FOLDER) + "/data/office";

TEST_CASE("the office's own data and a site make a desk") {
  const support::TemporaryFolder folder;
  output::Site site;
  site.contact_mail = "office@bps.example";
  support::write_empty_site(folder, "", site);
  const auto data = service::desk_data_from_folders(office_folder, folder.path());
  REQUIRE(data);
  CHECK(data->settings.reply_working_days == 3);
  CHECK(data->office_mail == "office@bps.example");
  CHECK_FALSE(data->html_template.empty());
}

TEST_CASE("a file that is missing or broken is named") {
  const support::TemporaryFolder folder;
  CHECK(support::has(service::desk_data_from_folders(folder.path(), folder.path()).error().detail,
                     "calendar.json"));
  folder.write("site.json", "{}");
  const auto old_site = service::desk_data_from_folders(office_folder, folder.path());
  CHECK(old_site.error().code == base::ErrorCode::invalid);
  CHECK(support::has(old_site.error().detail, "site.json"));
}

}  // namespace
