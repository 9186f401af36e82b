// A small site: one table, one entry that is not available, three subjects.
#pragma once

#include "output/html.h"

namespace output {

inline Site sample_site() {
  Site made;
  made.name = {"Badan Pusat Statistik Kabupaten Muara Enim", "Statistics Muara Enim Regency"};
  made.place = {"Kabupaten Muara Enim", "Muara Enim Regency"};
  made.base_path = "/lumbung/";
  made.origin = "https://data.example.go.id";
  made.style_address = "assets/page.1.css";
  made.style_integrity = "sha384-s";
  made.office_style_address = "assets/office.2.css";
  made.office_style_integrity = "sha384-o";
  made.icon_address = "assets/icon.3.svg";
  made.boot_address = "assets/boot.2.js";
  made.boot_integrity = "sha384-b";
  made.viewer_json = R"({"catalogue":"c.json"})";
  made.contact_mail = "bps1603@example.go.id";
  return made;
}

/// Every marker of the page template, and nothing around them.
inline constexpr std::string_view bare_template =
    "{{lang}}|{{title}}|{{head}}{{boot}}{{body}}{{header}}\n{{main}}{{footer}}";

inline stats::TableCard sample_card() {
  stats::TableCard made;
  made.code = "pop-01";
  made.title = {"Jumlah penduduk menurut kecamatan", "Population by district"};
  made.subject = "penduduk";
  made.unit = {"jiwa", "persons"};
  made.period_first = "2010";
  made.period_last = "2025";
  made.updated = {2026, 11, 3};
  made.has_provisional = true;
  made.dimensions = {{"kec", {"Kecamatan", "District"}, 22},
                     {"tahun", {"Tahun", "Year"}, 16},
                     {"ukuran", {"Ukuran", "Measure"}, 1}};
  return made;
}

inline stats::Catalogue sample_catalogue() {
  stats::Catalogue made;
  made.subjects = {{"sosial", {"Sosial", "Social"}, ""},
                   {"penduduk", {"Kependudukan", "Population"}, "sosial"},
                   {"kosong", {"Tanpa tabel", "Without a table"}, ""}};
  made.tables = {sample_card()};
  made.not_available = {{"ahh",
                         {"Angka harapan hidup menurut kecamatan", "Life expectancy by district"},
                         "penduduk",
                         {"Hanya dihitung sampai kabupaten.", "Computed for the regency only."},
                         "pop-01"}};
  return made;
}

}  // namespace output
