#include "publish/site.h"

#include <algorithm>
#include <filesystem>

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "base/digest.h"
#include "formats/jsonstat.h"
#include "publish/files.h"
#include "publish/hash.h"
#include "server/publish/sample_data.h"
#include "wire/catalogue.h"

using support::TemporaryFolder;

namespace {

publish::SiteSource source(const TemporaryFolder& folder) {
  publish::SiteSource made;
  made.data = folder.path() / "data";
  made.viewer = folder.path() / "viewer";
  made.html_template = publish::own_html_template();
  return made;
}

publish::SiteReport build(const TemporaryFolder& folder, const publish::SiteSource& from,
                          const std::string& name = "site") {
  const auto report = publish::build_site(from, folder.path() / name);
  INFO((report ? "" : report.error().message + report.error().detail));
  REQUIRE(report);
  return *report;
}

std::vector<std::string> names(const TemporaryFolder& folder, const std::string& name = "site") {
  return publish::files_below(folder.path() / name).value();
}

bool has(const TemporaryFolder& folder, const std::string& name) {
  return std::filesystem::exists(folder.path() / "site" / name);
}

nlohmann::json mark(const TemporaryFolder& folder) {
  return nlohmann::json::parse(folder.read("site/site.json"));
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a site has its pages in both languages, its data, and files for crawlers") {
  TemporaryFolder folder;
  sample::write(folder);
  const publish::SiteReport report = build(folder, source(folder));
  CHECK(report.tables_count == 1);
  CHECK(report.findings.empty());
  for (const char* name :
       {"index.html", "404.html", "id/index.html", "id/404.html", "id/tabel/desa/index.html",
        "en/index.html", "en/404.html", "en/table/desa/index.html", "data/desa.csv",
        "data/desa.json", "robots.txt", "site.json"}) {
    CAPTURE(name);
    CHECK(has(folder, name));
  }
  CHECK(contains(folder.read("site/id/tabel/desa/index.html"), "Gelumbang"));
  CHECK(contains(folder.read("site/en/table/desa/index.html"), "Number of villages"));
}

TEST_CASE("every file named by its content has that content") {
  TemporaryFolder folder;
  sample::write(folder);
  build(folder, source(folder));
  int checked = 0;
  for (const std::string& name : names(folder)) {
    const std::string stem = std::filesystem::path(name).stem().string();
    if (stem.size() != 64) continue;
    CAPTURE(name);
    CHECK(base::sha256_hex(folder.read("site/" + name)) == stem);
    ++checked;
  }
  CHECK(checked == 3);  // The table, the catalogue, the search file.
}

TEST_CASE("the catalogue leads to the table, and the search file knows it") {
  TemporaryFolder folder;
  sample::write(folder);
  build(folder, source(folder));
  const auto catalogue = wire::catalogue_from_json(
      folder.read("site/" + mark(folder)["catalogue"].get<std::string>()));
  REQUIRE(catalogue);
  REQUIRE(catalogue->tables.size() == 1);
  const stats::TableCard& card = catalogue->tables[0];
  CHECK(card.code == "desa");
  const std::string document = folder.read("site/" + card.address);
  CHECK(card.bytes == document.size());
  CHECK(document == folder.read("site/data/desa.json"));
  REQUIRE(formats::table_from_jsonstat(document));

  const auto search = wire::search_documents_from_json(
      folder.read("site/" + mark(folder)["search"].get<std::string>()));
  REQUIRE(search);
  CHECK(std::any_of(search->begin(), search->end(),
                    [](const auto& entry) { return entry.code == "desa"; }));
}

TEST_CASE("a table whose areas have outlines leads to them, and they are published once") {
  TemporaryFolder folder;
  sample::write(folder);
  std::string table = sample::table_json("desa");
  const std::string subject = "\"subject\": \"wilayah\"";
  table.insert(table.find(subject), "\"area_level\": \"district\", ");
  folder.write("data/tables/desa.json", table);
  folder.write("data/tables/dua.json", table.replace(table.find("\"desa\", \"area"), 6, "\"dua\""));
  folder.write("data/tables/tiga.json", sample::table_json("tiga"));
  folder.write("data/maps/kecamatan.geojson", sample::outlines_json("kecamatan"));
  build(folder, source(folder));
  const auto catalogue = wire::catalogue_from_json(
      folder.read("site/" + mark(folder)["catalogue"].get<std::string>()));
  REQUIRE(catalogue);
  const std::string address = catalogue->find_table("desa")->map;
  CHECK(address.ends_with(".geojson"));
  CHECK(folder.read("site/" + address) == sample::outlines_json("kecamatan"));
  CHECK(catalogue->find_table("dua")->map == address);
  CHECK(catalogue->find_table("tiga")->map.empty());
  const auto all = names(folder);
  CHECK(std::count_if(all.begin(), all.end(),
                      [](const std::string& name) { return name.ends_with(".geojson"); }) == 1);
}

TEST_CASE("outlines that cannot be read stop publishing") {
  TemporaryFolder folder;
  sample::write(folder);
  folder.write("data/maps/kecamatan.geojson", "[]");
  const auto report = publish::build_site(source(folder), folder.path() / "site");
  REQUIRE_FALSE(report);
  CHECK(report.error().detail.ends_with("data/maps/kecamatan.geojson"));
}

TEST_CASE("a page names the viewer's files by their hashed names") {
  TemporaryFolder folder;
  sample::write(folder);
  build(folder, source(folder));
  const std::string html = folder.read("site/id/tabel/desa/index.html");
  int named = 0;
  for (const std::string& name : names(folder)) {
    const bool is_twin = name.ends_with(".br") || name.ends_with(".gz");
    if (name.starts_with("assets/") && !is_twin) named += contains(html, name);
  }
  CHECK(named == 12);
  CHECK(contains(
      html, "integrity=\"" + publish::integrity_from_bytes(folder.read("viewer/page.css")) + "\""));
  CHECK(contains(html, "&quot;tables&quot;: {&quot;desa&quot;: &quot;data/"));
}

TEST_CASE("every page names the site's icon, which lies among the assets") {
  TemporaryFolder folder;
  sample::write(folder);
  build(folder, source(folder));
  std::string icon;
  for (const std::string& name : names(folder))
    if (name.starts_with("assets/icon.") && name.ends_with(".svg")) icon = name;
  REQUIRE_FALSE(icon.empty());
  int pages = 0;
  for (const std::string& name : names(folder)) {
    if (!name.ends_with(".html")) continue;
    ++pages;
    INFO(name);
    CHECK(contains(folder.read("site/" + name),
                   "<link rel=\"icon\" type=\"image/svg+xml\" href=\"/" + icon + "\">"));
  }
  CHECK(pages > 4);
}

TEST_CASE("a viewer's folder without boot.js makes a site without a viewer") {
  TemporaryFolder folder;
  sample::write(folder);
  std::filesystem::remove(folder.path() / "viewer" / "boot.js");
  build(folder, source(folder));
  CHECK_FALSE(contains(folder.read("site/id/index.html"), "data-viewer"));
}

TEST_CASE("a viewer's folder that lacks a file is refused by name") {
  for (const std::string name :
       {"page.css", "office.css", "viewer.js", "viewer.wasm", "viewer.css", "office.js",
        "office.wasm", "sheet_exporter.js", "paper_exporter.wasm"}) {
    CAPTURE(name);
    TemporaryFolder folder;
    sample::write(folder);
    std::filesystem::remove(folder.path() / "viewer" / name);
    const auto report = publish::build_site(source(folder), folder.path() / "site");
    REQUIRE_FALSE(report);
    CHECK(contains(report.error().message, name));
  }
}

TEST_CASE("the same input makes the same bytes") {
  TemporaryFolder folder;
  sample::write(folder);
  build(folder, source(folder), "first");
  build(folder, source(folder), "second");
  build(folder, source(folder), "second");
  REQUIRE(names(folder, "first") == names(folder, "second"));
  for (const std::string& name : names(folder, "first")) {
    CAPTURE(name);
    CHECK(folder.read("first/" + name) == folder.read("second/" + name));
  }
}

TEST_CASE("an error in a table stops publishing and leaves the old site") {
  TemporaryFolder folder;
  sample::write(folder);
  build(folder, source(folder));
  const std::string before = folder.read("site/site.json");
  folder.write("data/tables/desa.json", sample::table_json("desa", "11"));
  folder.write("data/tables/rusak.json", "{");
  const auto report = publish::build_site(source(folder), folder.path() / "site");
  REQUIRE_FALSE(report);
  CHECK(report.error().code == base::ErrorCode::invalid);
  CHECK(contains(report.error().detail, "rusak.json"));
  CHECK(folder.read("site/site.json") == before);
}

TEST_CASE("a table stands in the file of its code and under a subject of the catalogue") {
  TemporaryFolder folder;
  sample::write(folder);
  folder.write("data/tables/lain.json", sample::table_json("desa"));
  CHECK(contains(publish::build_site(source(folder), folder.path() / "site").error().detail,
                 "\"file_name\""));

  std::filesystem::remove(folder.path() / "data/tables/lain.json");
  folder.write("data/catalogue.json",
               R"({"format": 1, "subjects": [], "not_available": [], "frequent_searches": []})");
  CHECK(contains(publish::build_site(source(folder), folder.path() / "site").error().detail,
                 "\"subject_unknown\""));
}

TEST_CASE("a site that knows its origin has a sitemap of whole addresses") {
  TemporaryFolder folder;
  sample::write(folder);
  publish::SiteSource from = source(folder);
  from.origin = "https://data.example.go.id";
  from.base_path = "/lumbung/";
  build(folder, from);
  CHECK(contains(folder.read("site/sitemap.xml"),
                 "<loc>https://data.example.go.id/lumbung/en/table/desa/</loc>"));
  CHECK(contains(folder.read("site/robots.txt"),
                 "Sitemap: https://data.example.go.id/lumbung/sitemap.xml\n"));
  CHECK(has(folder, "en/table/desa/index.html"));

  build(folder, source(folder));
  CHECK_FALSE(has(folder, "sitemap.xml"));
}

TEST_CASE("a base path without its slashes is refused") {
  TemporaryFolder folder;
  sample::write(folder);
  publish::SiteSource from = source(folder);
  from.base_path = "/lumbung";
  CHECK_FALSE(publish::build_site(from, folder.path() / "site"));
}

TEST_CASE("the version changes with the data and with the viewer") {
  TemporaryFolder folder;
  sample::write(folder);
  const std::string first = build(folder, source(folder)).version;
  folder.write("data/tables/desa.json", sample::table_json("desa", "11"));
  const std::string second = build(folder, source(folder)).version;
  folder.write("viewer/viewer.wasm", "new");
  const std::string third = build(folder, source(folder)).version;
  CHECK(first != second);
  CHECK(second != third);
}

TEST_CASE("a large table is published with its cells beside it and without CSV") {
  TemporaryFolder folder;
  sample::write(folder);
  nlohmann::json table = nlohmann::json::parse(sample::table_json("desa"));
  std::vector<std::string> rows, columns;
  for (int i = 0; i < 447; ++i) rows.push_back("r" + std::to_string(i));
  for (int i = 0; i < 448; ++i) columns.push_back("c" + std::to_string(i));
  REQUIRE(rows.size() * columns.size() > formats::inline_cells_max);
  table["id"] = {"kecamatan", "desa", "tahun", "ukuran"};
  table["size"] = {rows.size(), columns.size(), 1, 1};
  table["dimension"]["kecamatan"]["category"] = {{"index", rows}};
  table["dimension"]["desa"] = {{"label", "Desa"}, {"category", {{"index", columns}}}};
  table["value"] = std::vector<int>(rows.size() * columns.size(), 7);
  folder.write("data/tables/desa.json", table.dump());
  build(folder, source(folder));

  CHECK_FALSE(has(folder, "data/desa.csv"));
  const auto document = formats::table_from_jsonstat(folder.read("site/data/desa.json"));
  REQUIRE(document);
  const std::string cells = folder.read("site/data/" + document->sidecar.address);
  CHECK(cells.size() == document->sidecar.bytes);
  CHECK(cells.substr(0, 4) == "LMBC");
}

TEST_CASE("all tables lie in one archive, which the catalogue offers") {
  TemporaryFolder folder;
  sample::write(folder);
  build(folder, source(folder));
  CHECK(folder.read("site/data/semua-tabel.zip").starts_with("PK"));
  CHECK(contains(folder.read("site/id/index.html"), "href=\"/data/semua-tabel.zip\""));
}
