// A data folder of one small table, and a viewer's folder, for tests of publishing.
#pragma once

#include <string>

#include "support/temporary_folder.h"

namespace sample {

/// Two districts, one year; `first` and `second` are the figures as they stand in the file.
inline std::string table_json(const std::string& code, const std::string& first = "10",
                              const std::string& second = "20") {
  return R"({
  "version": "2.0", "class": "dataset", "label": "Jumlah desa", "source": "BPS",
  "updated": "2026-01-31",
  "id": ["kecamatan", "tahun", "ukuran"], "size": [2, 1, 1],
  "role": {"geo": ["kecamatan"], "time": ["tahun"], "metric": ["ukuran"]},
  "dimension": {
    "kecamatan": {"label": "Kecamatan", "category": {"index": ["a", "b"],
                  "label": {"a": "Gelumbang", "b": "Lubai"}}},
    "tahun": {"label": "Tahun", "category": {"index": ["2025"], "label": {"2025": "2025"}}},
    "ukuran": {"label": "Ukuran", "category": {"index": ["jumlah"],
               "label": {"jumlah": "Jumlah desa"},
               "unit": {"jumlah": {"base": "desa", "decimals": 0}}},
               "extension": {"lumbung": {"additivity": {"jumlah": "stock"}}}}
  },
  "value": [)" +
         first + ", " + second + R"(],
  "extension": {"lumbung": {"format": 1, "code": ")" +
         code + R"(", "subject": "wilayah", "title_en": "Number of villages"}}
})";
}

/// Outlines of the two districts.
inline std::string outlines_json(const std::string& code) {
  return R"({"type": "FeatureCollection",
"lumbung": {"format": 1, "code": ")" +
         code + R"(", "area_level": "district", "source": {"id": "Sumber", "en": "Source"},
            "note": {"id": "Catatan", "en": "Note"}},
"features": [
{"type": "Feature", "properties": {"code": "a"}, "geometry": {"type": "Polygon",
  "coordinates": [[[103, -3], [104, -3], [104, -2], [103, -3]]]}},
{"type": "Feature", "properties": {"code": "b"}, "geometry": {"type": "Polygon",
  "coordinates": [[[103, -4], [104, -3], [103, -3], [103, -4]]]}}
]})";
}

/// data/ with the table "desa", and viewer/ with every file that a page needs.
inline void write(const support::TemporaryFolder& folder) {
  folder.write("data/catalogue.json",
               R"({"format": 1,
                   "subjects": [{"code": "wilayah", "label": {"id": "Wilayah", "en": "Areas"},
                                 "parent": ""}],
                   "not_available": [], "frequent_searches": []})");
  folder.write("data/office/office.json",
               R"({"name": {"id": "BPS Kabupaten", "en": "Regency Office"},
                   "place": "Muara Enim", "address": "Jalan 1", "mail": "a@b.id"})");
  folder.write("data/tables/desa.json", table_json("desa"));
  folder.write("viewer/page.css", "body { margin: 0 }");
  folder.write("viewer/office.css", "body { margin: 1px }");
  folder.write("viewer/boot.js", "import('./viewer.js')");
  folder.write("viewer/viewer.js", "load('viewer.wasm')");
  folder.write("viewer/viewer.wasm", "wasm");
  folder.write("viewer/office.js", "load('office.wasm')");
  folder.write("viewer/office.wasm", "wasm of the office");
  for (const std::string kind : {"sheet", "paper"}) {
    folder.write("viewer/" + kind + "_exporter.js", "load('" + kind + "_exporter.wasm')");
    folder.write("viewer/" + kind + "_exporter.wasm", "wasm of " + kind);
  }
  folder.write("viewer/viewer.css", "canvas { width: 100% }");
  folder.write("viewer/Sans.ttf", "font");
}

}  // namespace sample
