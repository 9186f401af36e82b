#include "publish/site.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/digest.h"
#include "base/json_writer.h"
#include "base/must.h"
#include "base/text.h"
#include "formats/csv.h"
#include "formats/jsonstat.h"
#include "formats/sidecar.h"
#include "output/html.h"
#include "output/page.h"
#include "publish/archive.h"
#include "publish/assets.h"
#include "publish/files.h"
#include "publish/hash.h"
#include "publish/maps.h"
#include "publish/office.h"
#include "publish/page_frame.h"
#include "publish/table_file.h"
#include "stats/pivot.h"
#include "stats/search.h"
#include "wire/catalogue.h"

namespace publish {
namespace {

namespace fs = std::filesystem;
using base::Language;

/// A page shows a table whole up to here, else its beginning; the viewer and the files have it all.
constexpr std::size_t whole_rows_max = 1000;
constexpr std::size_t first_rows = 200;
constexpr std::string_view archive_address = "data/semua-tabel.zip";

/// A table with the addresses of its files.
struct Published {
  std::shared_ptr<const stats::Table> table;
  stats::TableCard card;
  std::vector<output::Download> downloads;
};

/// Seconds since 1970, UTC. A date that is not set gives the first day of ZIP, in 1980.
std::int64_t midnight(base::Date date) {
  if (!date.is_set()) date = {1980, 1, 1};
  const std::chrono::year_month_day day{std::chrono::year(date.year),
                                        std::chrono::month(static_cast<unsigned>(date.month)),
                                        std::chrono::day(static_cast<unsigned>(date.day))};
  return std::chrono::seconds(std::chrono::sys_days(day).time_since_epoch()).count();
}

base::Error in_file(base::Error error, const fs::path& path) {
  error.detail = error.detail.empty() ? path.string() : error.detail;
  return error;
}

class SiteBuilder {
 public:
  explicit SiteBuilder(const SiteSource& source) : source_(source) {}

  base::Result<void> build() {
    for (const auto step :
         {&SiteBuilder::read_office, &SiteBuilder::add_viewer, &SiteBuilder::read_catalogue,
          &SiteBuilder::read_maps, &SiteBuilder::read_tables, &SiteBuilder::add_archive,
          &SiteBuilder::add_catalogue_files, &SiteBuilder::add_pages}) {
      if (auto done = (this->*step)(); !done) return done;
    }
    add_files_for_crawlers();
    add_mark();
    return {};
  }

  const std::vector<SiteFile>& files() const { return files_; }
  SiteReport take_report() {
    report_.tables_count = published_.size();
    report_.files_count = files_.size();
    for (const SiteFile& file : files_)
      report_.bytes += file.bytes.size();
    return std::move(report_);
  }

 private:
  // --- What the site is made from ---

  base::Result<void> read_office() {
    const fs::path path = source_.data / "office" / "office.json";
    const auto bytes = bytes_from_file(path);
    if (!bytes) return tl::unexpected(bytes.error());
    const auto office = office_from_json(*bytes);
    if (!office) return tl::unexpected(in_file(office.error(), path));
    site_.name = office->name;
    site_.place = office->area;
    site_.contact_address = office->address;
    site_.contact_mail = office->mail;
    site_.has_desk = office->has_desk;
    site_.base_path = source_.base_path;
    site_.origin = source_.origin;
    return {};
  }

  base::Result<void> add_viewer() {
    const auto names = files_below(source_.viewer);
    if (!names) return tl::unexpected(names.error());
    std::vector<SiteFile> given;
    for (const std::string& name : *names) {
      auto bytes = bytes_from_file(source_.viewer / name);
      if (!bytes) return tl::unexpected(bytes.error());
      given.push_back({name, *std::move(bytes)});
    }
    given.push_back({"icon.svg", output::icon_svg()});
    auto assets = assets_from_files(std::move(given));
    if (!assets) return tl::unexpected(assets.error());
    assets_ = *std::move(assets);
    for (const char* name : {"page.css", "office.css"}) {
      if (assets_.address(name).empty()) {
        return base::fail(base::ErrorCode::not_found,
                          fmt::format("The viewer's folder has no {}, without which no page can be "
                                      "read with comfort. Build the viewer first, or name its "
                                      "folder.",
                                      name),
                          source_.viewer.string());
      }
    }
    for (const char* name :
         {"viewer.js", "viewer.wasm", "viewer.css", "office.js", "office.wasm", "sheet_exporter.js",
          "sheet_exporter.wasm", "paper_exporter.js", "paper_exporter.wasm"}) {
      if (!assets_.address("boot.js").empty() && assets_.address(name).empty()) {
        return base::fail(base::ErrorCode::not_found,
                          fmt::format("The viewer's folder has boot.js but no {}.", name),
                          source_.viewer.string());
      }
    }
    for (const SiteFile& file : assets_.files) {
      const std::string integrity = integrity_from_bytes(file.bytes);
      if (file.name == assets_.address("page.css")) site_.style_integrity = integrity;
      if (file.name == assets_.address("office.css")) site_.office_style_integrity = integrity;
      if (file.name == assets_.address("boot.js")) site_.boot_integrity = integrity;
      if (file.name == assets_.address("request.js")) site_.request_integrity = integrity;
      files_.push_back(file);
    }
    site_.style_address = assets_.address("page.css");
    site_.office_style_address = assets_.address("office.css");
    site_.icon_address = assets_.address("icon.svg");
    site_.boot_address = assets_.address("boot.js");
    site_.request_script = assets_.address("request.js");
    return {};
  }

  base::Result<void> read_catalogue() {
    const fs::path path = source_.data / "catalogue.json";
    const auto bytes = bytes_from_file(path);
    if (!bytes) return tl::unexpected(bytes.error());
    auto catalogue = wire::catalogue_from_json(*bytes);
    if (!catalogue) return tl::unexpected(in_file(catalogue.error(), path));
    catalogue_ = *std::move(catalogue);
    catalogue_.tables.clear();
    return {};
  }

  base::Result<void> read_maps() {
    auto maps = maps_from_folder(source_.data / "maps");
    if (!maps) return tl::unexpected(maps.error());
    maps_ = *std::move(maps);
    return {};
  }

  base::Result<void> read_tables() {
    const auto names = files_below(source_.data / "tables");
    if (!names) return tl::unexpected(names.error());
    std::vector<FileFinding> errors;
    for (const std::string& name : *names) {
      if (!name.ends_with(".json")) continue;
      TableFile file = table_file_from_path(source_.data / "tables" / name, Format::jsonstat,
                                            Checks::publishable);
      if (file.table) check_place(name, file);
      for (FileFinding& finding : file.findings) {
        const bool is_error = finding.finding.severity == stats::Finding::Severity::error;
        (is_error ? errors : report_.findings).push_back(std::move(finding));
      }
      if (errors.empty()) publish_table(*std::move(file.table));
    }
    if (errors.empty()) return {};
    std::string lines;
    for (const FileFinding& finding : errors)
      lines += "\n" + json_from_finding(finding);
    return base::fail(
        base::ErrorCode::invalid,
        fmt::format("Nothing was published: {} errors stand in the tables.", errors.size()),
        std::move(lines));
  }

  /// What only the folder and the catalogue can tell of a table.
  void check_place(const std::string& name, TableFile& file) const {
    const std::string path = (source_.data / "tables" / name).string();
    const auto add = [&](std::string code, std::string message) {
      stats::Finding finding;
      finding.code = std::move(code);
      finding.message = std::move(message);
      file.findings.push_back({path, std::move(finding)});
    };
    if (name != file.table->code + ".json") {
      add("file_name", fmt::format("The table's code is {0}, so its file must be named {0}.json.",
                                   file.table->code));
    }
    if (!catalogue_.find_subject(file.table->subject)) {
      add("subject_unknown",
          fmt::format("The subject \"{}\" is not among those of catalogue.json. Add it there, or "
                      "correct it in the table.",
                      file.table->subject));
    }
  }

  // --- Files for machines ---

  /// Adds a file that is named by its content; returns its address.
  std::string add_content(std::string bytes, std::string_view ending) {
    std::string address = fmt::format("data/{}{}", base::sha256_hex(bytes), ending);
    files_.push_back({address, std::move(bytes)});
    return address;
  }

  /// The address of the outlines that fit a table, which are published with the first such table;
  /// empty where none fit.
  std::string map_address(const stats::Table& table) {
    for (const MapFile& map : maps_) {
      if (!stats::fits(map.outlines, table)) continue;
      std::string& address = map_addresses_[map.outlines.code];
      if (address.empty()) address = add_content(map.bytes, ".geojson");
      return address;
    }
    return {};
  }

  void publish_table(stats::Table read) {
    Published published;
    published.table = std::make_shared<const stats::Table>(std::move(read));
    const stats::Table& table = *published.table;
    published.card = stats::card_from_table(table);

    const bool is_large = table.cells_count() > formats::inline_cells_max;
    std::string document;
    if (is_large) {
      std::string cells = formats::sidecar_from_cells(table.cells);
      published.card.bytes = cells.size();
      const std::string address = add_content(std::move(cells), ".cells");
      document = formats::jsonstat_from_table(
          table, {address.substr(address.rfind('/') + 1), published.card.bytes});
    } else {
      document = formats::jsonstat_from_table(table);
      std::string csv = formats::csv_from_table(table, {});
      const std::string address = fmt::format("data/{}.csv", table.code);
      published.downloads.push_back({"CSV", address, csv.size(), "text/csv"});
      files_.push_back({address, std::move(csv)});
    }
    published.card.bytes += document.size();
    // The same document once more under a name that people can write down; the cells of a large one
    // lie beside both.
    const std::string stable = fmt::format("data/{}.json", table.code);
    published.downloads.push_back({"JSON-stat", stable, document.size(), "application/json"});
    files_.push_back({stable, document});
    published.card.address = add_content(std::move(document), ".json");
    published.card.map = map_address(table);
    catalogue_.tables.push_back(published.card);
    published_.push_back(std::move(published));
  }

  const std::string& bytes_of(const std::string& name) const {
    const auto is_named = [&](const SiteFile& file) { return file.name == name; };
    const auto found = std::find_if(files_.begin(), files_.end(), is_named);
    MUST(found != files_.end());
    return found->bytes;
  }

  /// All tables in three formats, and a list of them. Its date is that of the newest table, so that
  /// the same tables make the same archive.
  base::Result<void> add_archive() {
    std::vector<SiteFile> files;
    base::Date newest;
    std::string list = "kode,judul,title,subjek,periode,diperbarui,sumber\n";
    for (const Published& published : published_) {
      const stats::Table& table = *published.table;
      newest = std::max(newest, table.updated);
      for (const std::string& field :
           {table.code, table.title.id, table.title.en, table.subject, table.period(Language::id),
            base::iso_from_date(table.updated)})
        list += formats::csv_text(field, ',') + ",";
      list += formats::csv_text(table.source.id, ',') + "\n";
      for (const output::Download& download : published.downloads)
        files.push_back(
            {download.address.substr(download.address.find('/') + 1), bytes_of(download.address)});
      if (table.cells_count() > formats::inline_cells_max) continue;
      auto workbook = bytes_from_table(table, Format::xlsx);
      if (!workbook) return tl::unexpected(workbook.error());
      files.push_back({table.code + ".xlsx", *std::move(workbook)});
    }
    files.insert(files.begin(), {"daftar.csv", std::move(list)});
    auto zip = zip_from_files(files, midnight(newest));
    if (!zip) return tl::unexpected(zip.error());
    site_.archive = {"ZIP", std::string(archive_address), zip->size(), "application/zip"};
    files_.push_back({site_.archive.address, *std::move(zip)});
    return {};
  }

  base::Result<void> add_catalogue_files() {
    catalogue_address_ = add_content(wire::json_from_catalogue(catalogue_), ".json");
    std::vector<stats::SearchDocument> documents;
    for (const Published& published : published_) {
      documents.push_back(stats::search_document_from_table(*published.table, catalogue_));
    }
    for (auto& document : stats::search_documents_from_catalogue(catalogue_)) {
      documents.push_back(std::move(document));
    }
    search_address_ = add_content(wire::json_from_search_documents(documents), ".json");
    return {};
  }

  static void add_pair(base::JsonWriter& json, std::string_view name, const base::Text& text) {
    json.key(name);
    json.open_object();
    json.set_text_member("id", text.id);
    json.set_text_member("en", text.en);
    json.close_object();
  }

  void write_fonts(base::JsonWriter& json) const {
    json.key("fonts");
    json.open_array();
    for (const auto& [name, address] : assets_.addresses) {
      if (name.ends_with(".ttf")) json.text(address);
    }
    json.close_array();
  }

  /// docs/viewer.md says what boot.js needs. `card` is the page's own table, if it is one's page;
  /// `client` is "viewer" for readers, "office" for officers.
  std::string viewer_json(const stats::TableCard* card, const std::string& client) const {
    if (site_.boot_address.empty()) return {};
    base::JsonWriter json;
    json.open_object();
    json.text_member("viewer", assets_.address(client + ".js"));
    json.text_member("wasm", assets_.address(client + ".wasm"));
    json.text_member("style", assets_.address("viewer.css"));
    json.key("exporters");
    json.open_object();
    for (const std::string kind : {"sheet", "paper"}) {
      json.key(kind);
      json.open_object();
      json.text_member("script", assets_.address(kind + "_exporter.js"));
      json.text_member("wasm", assets_.address(kind + "_exporter.wasm"));
      json.close_object();
    }
    json.close_object();
    json.key("office");
    json.open_object();
    add_pair(json, "name", site_.name);
    add_pair(json, "area", site_.place);
    json.close_object();
    write_fonts(json);
    // What the client reads first is fetched along with it; the office's asks for neither.
    if (client == "viewer") {
      json.text_member("catalogue", catalogue_address_);
      json.text_member("search", search_address_);
    }
    write_page_frame(json, site_);
    if (!site_.archive.address.empty()) {
      json.key("archive");
      json.open_object();
      json.text_member("address", site_.archive.address);
      json.whole_member("bytes", site_.archive.bytes);
      json.close_object();
    }
    if (card) {
      json.key("tables");
      json.open_object();
      json.text_member(card->code, card->address);
      json.close_object();
    }
    json.close_object();
    return std::move(json).take();
  }

  // --- Pages ---

  /// Adds a page at `path`, which begins with the base path and ends with a slash.
  void add_page(const std::string& path, std::string html) {
    page_paths_.push_back(path);
    files_.push_back({path.substr(source_.base_path.size()) + "index.html", std::move(html)});
  }

  base::Result<void> add_pages() {
    for (const Language language : {Language::id, Language::en}) {
      if (auto added = add_catalogue_page(language); !added) return added;
      for (const Published& published : published_) {
        if (auto added = add_table_page(published, language); !added) return added;
      }
    }
    return {};
  }

  base::Result<void> add_catalogue_page(Language language) {
    site_.viewer_json = viewer_json(nullptr, "viewer");
    auto html = output::catalogue_document(source_.html_template, catalogue_, site_, language);
    if (!html) return tl::unexpected(html.error());
    const auto missing = output::message_document(
        source_.html_template, output::message_not_found(language), site_, language);
    if (!missing) return tl::unexpected(missing.error());
    // Whoever comes to the bare address reads Indonesian; hosts without a server of their own look
    // for the page of a missing address at the top.
    if (language == Language::id) {
      files_.push_back({"index.html", *html});
      files_.push_back({"404.html", *missing});
    }
    files_.push_back({fmt::format("{}/404.html", base::code_from_language(language)), *missing});
    add_page(output::catalogue_path(site_, language), *std::move(html));
    return {};
  }

  base::Result<void> add_table_page(const Published& published, Language language) {
    const stats::Table& table = *published.table;
    const stats::PivotGrid grid =
        stats::grid_from_table(published.table, stats::default_view(table));
    const output::Page page =
        output::page_from_grid(grid, language, grid.rows_count() > whole_rows_max ? first_rows : 0);
    site_.viewer_json = viewer_json(&published.card, "viewer");
    auto html = output::table_document(source_.html_template, page, site_, published.card,
                                       catalogue_, published.downloads);
    if (!html) return tl::unexpected(html.error());
    add_page(output::table_path(site_, table.code, language), *std::move(html));
    return {};
  }

  void add_files_for_crawlers() {
    // A sitemap needs whole addresses; without an origin there are none.
    std::string robots = "User-agent: *\nAllow: /\n";
    if (!source_.origin.empty()) {
      std::string sitemap =
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
      for (const std::string& path : page_paths_) {
        sitemap +=
            fmt::format("<url><loc>{}</loc></url>\n", base::html_escaped(source_.origin + path));
      }
      files_.push_back({"sitemap.xml", sitemap + "</urlset>\n"});
      robots += fmt::format("Sitemap: {}{}sitemap.xml\n", source_.origin, source_.base_path);
    }
    files_.push_back({"robots.txt", std::move(robots)});
  }

  void add_mark() {
    std::string addresses = catalogue_address_ + search_address_;
    for (const SiteFile& file : assets_.files)
      addresses += file.name;
    report_.version = base::sha256_hex(addresses).substr(0, 16);
    base::JsonWriter json;
    json.open_object();
    json.whole_member("format", 1);
    json.text_member("version", report_.version);
    json.text_member("catalogue", catalogue_address_);
    json.text_member("search", search_address_);
    // For pages that the server makes and the viewer covers: the office's.
    json.text_member("viewer_json", viewer_json(nullptr, "office"));
    write_fonts(json);  // For letters that the server draws.
    write_page_frame(json, site_);
    json.close_object();
    files_.push_back({std::string(site_mark), std::move(json).take() + "\n"});
  }

  const SiteSource& source_;
  output::Site site_;
  Assets assets_;
  stats::Catalogue catalogue_;
  std::vector<MapFile> maps_;
  std::map<std::string, std::string> map_addresses_;  ///< By code; of the published ones.
  std::vector<Published> published_;
  std::string catalogue_address_, search_address_;
  std::vector<std::string> page_paths_;
  std::vector<SiteFile> files_;
  SiteReport report_;
};

}  // namespace

base::Result<SiteReport> build_site(const SiteSource& source, const fs::path& out) {
  if (!source.base_path.starts_with('/') || !source.base_path.ends_with('/')) {
    return base::fail(base::ErrorCode::invalid,
                      "The base path must begin and end with a slash, as \"/lumbung/\".",
                      source.base_path);
  }
  SiteBuilder builder(source);
  if (auto built = builder.build(); !built) return tl::unexpected(built.error());
  if (auto written = write_site(builder.files(), out); !written) {
    return tl::unexpected(written.error());
  }
  return builder.take_report();
}

}  // namespace publish
