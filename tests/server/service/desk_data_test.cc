#include "service/desk_data.h"

#include <string>

#include <catch2/catch_test_macros.hpp>

#include "base/json_writer.h"
#include "publish/page_frame.h"
#include "support/has.h"
#include "support/temporary_folder.h"

namespace {

/// A site with a mark and an empty catalogue.
void write_site(const support::TemporaryFolder& folder) {
  output::Site site;
  site.contact_mail = "office@bps.example";
  base::JsonWriter json;
  json.open_object();
  json.text_member("catalogue", "data/c.json");
  json.text_member("search", "data/s.json");
  publish::write_page_frame(json, site);
  json.close_object();
  folder.write("site.json", std::move(json).take());
  folder.write("data/c.json", R"({"format": 1, "subjects": [], "tables": []})");
  folder.write("data/s.json", R"({"format": 1, "documents": []})");
}

const std::string office_folder = std::string(LUMBUNG_SOURCE_FOLDER) + "/data/office";

TEST_CASE("the office's own data and a site make a desk") {
  const support::TemporaryFolder folder;
  write_site(folder);
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
