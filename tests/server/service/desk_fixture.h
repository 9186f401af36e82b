// A desk over a database in a folder of its own, with the office's own data.
#pragma once

#include <string>
#include <utility>

#include <catch2/catch_test_macros.hpp>

#include "base/json_writer.h"
#include "publish/files.h"
#include "publish/page_frame.h"
#include "service/desk_data.h"
#include "store/database.h"
#include "support/temporary_folder.h"

namespace support {

inline constexpr base::Instant desk_monday{1'795'395'600};  ///< Monday 23 November 2026, 08:00 WIB.

inline service::DeskData desk_data() {
  const std::string office = std::string(LUMBUNG_SOURCE_FOLDER) + "/data/office/";
  const auto bytes = [&](const char* name) {
    return publish::bytes_from_file(office + name).value();
  };
  service::DeskData data;
  data.calendar = desk::calendar_from_json(bytes("calendar.json")).value();
  data.classifications = desk::classifications_from_json(bytes("classifications.json")).value();
  data.settings = desk::desk_settings_from_json(bytes("desk.json")).value();
  REQUIRE(service::read_reply_templates(data, office + "templates"));
  data.letterhead = {
      {"BADAN PUSAT STATISTIK", "KABUPATEN MUARA ENIM"},
      publish::bytes_from_file(LUMBUNG_FONT_FOLDER "/LumbungSans-Regular.ttf").value(),
      publish::bytes_from_file(LUMBUNG_FONT_FOLDER "/LumbungSans-SemiBold.ttf").value()};
  data.site.base_path = "/";
  data.site.origin = "https://data.example.go.id";
  data.html_template = "{{lang}}{{title}}{{head}}{{boot}}{{body}}{{header}}{{main}}{{footer}}";
  data.office_mail = "office@bps.example";
  stats::TableCard card;
  card.code = "penduduk";
  card.title = {"Jumlah penduduk", "Population"};
  card.subject = "kependudukan";
  data.catalogue.tables.push_back(card);
  stats::SearchDocument document;
  document.code = card.code;
  document.title = card.title;
  document.fields = {{stats::SearchDocument::Field::Place::title, card.title}};
  // Beside another one: a word that every document has tells nothing.
  stats::SearchDocument other;
  other.kind = stats::SearchDocument::Kind::not_available;
  other.title = {"Harga cabai", "Price of chilli"};
  other.fields = {{stats::SearchDocument::Field::Place::title, other.title}};
  data.search = stats::SearchIndex::from_documents({document, other});
  return data;
}

/// A published site without a table, in `folder` of a test's own folder ("" or "site/").
inline void write_empty_site(const TemporaryFolder& files, const std::string& folder,
                             const output::Site& site) {
  base::JsonWriter json;
  json.open_object();
  json.text_member("catalogue", "data/c.json");
  json.text_member("search", "data/s.json");
  publish::write_page_frame(json, site);
  json.close_object();
  files.write(folder + "site.json", std::move(json).take());
  files.write(folder + "data/c.json", R"({"format": 1, "subjects": [], "tables": []})");
  files.write(folder + "data/s.json", R"({"format": 1, "documents": []})");
}

class DeskFixture {
 public:
  DeskFixture()
      : data(desk_data()),
        database(store::Database::open({(folder_.path() / "lumbung.db").string()},
                                       store::Time(std::chrono::seconds(desk_monday.seconds)))
                     .value()) {}

 private:
  TemporaryFolder folder_;

 public:
  service::DeskData data;
  store::Database database;
};

}  // namespace support
