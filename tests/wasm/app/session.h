// A viewer without a screen, for tests: commands in, effects out as lines of text. What the world
// would answer is made from small tables and a small catalogue.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <utility>

#include "app/update.h"
#include "formats/jsonstat.h"
#include "stats/catalogue.h"
#include "support/table_builder.h"
#include "wire/catalogue.h"

namespace support {

inline app::Bytes bytes_from_text(std::string text) {
  auto owner = std::make_shared<const std::string>(std::move(text));
  const auto data = std::as_bytes(std::span(owner->data(), owner->size()));
  return {std::move(owner), data};
}

/// Inhabitants by district (a total and three), sex (two) and year (three).
inline stats::Table people_table() {
  stats::Table made = table("penduduk")
                          .title("Jumlah penduduk", "Population")
                          .geo("kecamatan", {{"1603", "Kabupaten Muara Enim"},
                                             {"1603010", "Semende"},
                                             {"1603020", "Tanjung Agung"},
                                             {"1603030", "Gelumbang"}})
                          .parent("1603", {"1603010", "1603020", "1603030"})
                          .dimension("jk", {{"L", "Laki-laki"}, {"P", "Perempuan"}})
                          .time("tahun", {"2023", "2024", "2025"})
                          .measure("jumlah", "jiwa", 0, stats::Additivity::stock)
                          .cells({60, 63, 66, 63, 66,   69,   // 1603: men, women
                                  10, 11, 12, 11, 12,   13,   // 1603010
                                  20, 21, 22, 21, 22,   23,   // 1603020
                                  30, 31, 32, 31, none, 33})  // 1603030
                          .status(2, stats::CellStatus::provisional)
                          .note("Angka 2025 sementara.", {{2, 2}}, true)
                          .layout({"kecamatan"}, {"tahun", "jk"})
                          .make();
  made.subject = "penduduk";
  made.updated = {2026, 11, 3};
  made.area_level = "district";
  made.licence = "CC BY 4.0";
  return made;
}

/// A rate, which may not be added up, by year.
inline stats::Table poverty_table() {
  stats::Table made = table("kemiskinan")
                          .title("Persentase penduduk miskin", "Poverty rate")
                          .time("tahun", {"2020", "2021"})
                          .measure("p0", "persen", 2, stats::Additivity::rate)
                          .cells({12.5, 12.25})
                          .make();
  made.subject = "sosial";
  made.updated = {2026, 7, 15};
  made.area_level = "regency";
  return made;
}

inline stats::Catalogue small_catalogue() {
  stats::Catalogue catalogue;
  catalogue.subjects = {{"kependudukan", {"Kependudukan", "Demography"}, ""},
                        {"penduduk", {"Penduduk", "Population"}, "kependudukan"},
                        {"sosial", {"Sosial", "Social affairs"}, ""}};
  catalogue.tables = {stats::card_from_table(people_table()),
                      stats::card_from_table(poverty_table())};
  catalogue.tables[0].address = "data/aa.json";
  catalogue.tables[0].map = "data/maps/cc.geojson";
  catalogue.tables[1].address = "data/bb.json";
  catalogue.not_available = {
      {"harapan-hidup",
       {"Angka harapan hidup menurut kecamatan", "Life expectancy by district"},
       "penduduk",
       {"Hanya dihitung sampai kabupaten.", "Computed for the regency only."},
       "penduduk"}};
  catalogue.frequent_searches = {{"penduduk", "population"}};
  return catalogue;
}

inline std::string search_json() {
  const stats::Catalogue catalogue = small_catalogue();
  std::vector<stats::SearchDocument> documents = stats::search_documents_from_catalogue(catalogue);
  documents.push_back(stats::search_document_from_table(people_table(), catalogue));
  documents.push_back(stats::search_document_from_table(poverty_table(), catalogue));
  return wire::json_from_search_documents(documents);
}

class Session {
 public:
  Session() {
    app::SiteAddresses site;
    site.archive = "data/semua-tabel.zip";
    site.archive_bytes = 412'000;
    site.catalogue = "catalogue.json";
    site.search = "search.json";
    site.has_desk = true;
    state.site = site;
  }

  /// The effects, one a line.
  std::string send(const app::Command& command) {
    now_ms += 1000;
    effects = app::update(state, command, now_ms);
    std::string text;
    for (const app::Effect& effect : effects)
      text += text_from_effect(effect) + "\n";
    return text;
  }

  std::string catalogue_arrives() {
    return send(
        app::CatalogueArrived{bytes_from_text(wire::json_from_catalogue(small_catalogue()))});
  }
  std::string search_arrives() {
    return send(app::SearchIndexArrived{bytes_from_text(search_json())});
  }
  std::string table_arrives(const stats::Table& table) {
    return send(
        app::TableArrived{table.code, bytes_from_text(formats::jsonstat_from_table(table))});
  }
  std::string table_fails(const std::string& code, base::ErrorCode error,
                          const std::string& detail = "") {
    return send(app::TableArrived{code, base::fail(error, "", detail)});
  }

  /// At the table of inhabitants, as the address says, with everything there.
  static Session at_people(const std::string& query = "") {
    Session session;
    session.send(app::AddressChanged{"/id/tabel/penduduk/" + query});
    session.catalogue_arrives();
    session.table_arrives(people_table());
    session.state.notice.reset();
    return session;
  }
  /// In the catalogue, with the search file there.
  static Session at_catalogue(const std::string& query = "") {
    Session session;
    session.send(app::AddressChanged{"/id/" + query});
    session.catalogue_arrives();
    session.search_arrives();
    return session;
  }

  std::string notice() const { return state.notice ? state.notice->text : ""; }

  /// Of the last effects: where the address bar was set to, or empty.
  std::string address() const {
    for (const app::Effect& effect : effects) {
      if (const auto* set = std::get_if<app::SetAddress>(&effect)) return set->path_and_query;
    }
    return "";
  }

  app::State state;
  app::Effects effects;
  double now_ms = 0;
};

}  // namespace support
