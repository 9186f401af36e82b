// Small grids of every shape that charts tell apart, and their drawings.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "stats/chart.h"
#include "support/scene_text.h"
#include "support/table_builder.h"

namespace support {

inline stats::PivotGrid grid_of(const TableBuilder& builder, std::vector<std::string> stub,
                                std::vector<std::string> heading) {
  stats::View view;
  view.pivot.stub = std::move(stub);
  view.pivot.heading = std::move(heading);
  return stats::grid_from_table(builder.share(), view);
}

/// Two districts over four years: one gap, and a last year that is provisional.
inline stats::PivotGrid over_time() {
  return grid_of(table("penduduk")
                     .geo("kecamatan", {"Lawang Kidul", "Muara Enim"})
                     .time("tahun", {"2020", "2021", "2022", "2025"})
                     .measure("Penduduk", "jiwa", 0, stats::Additivity::stock)
                     .cells({71, 73, none, 80, 66, 68, 70, 79})
                     .status(3, stats::CellStatus::provisional)
                     .status(7, stats::CellStatus::provisional),
                 {"kecamatan"}, {"tahun"});
}

inline stats::PivotGrid areas() {
  return grid_of(table("luas")
                     .geo("kecamatan", {"Kabupaten", "Lubai", "Gelumbang", "Benakat"})
                     .parent("Kabupaten", {"Lubai", "Gelumbang", "Benakat"})
                     .measure("Luas", "km²", 1, stats::Additivity::stock)
                     .cells({60, 20, 40, none}),
                 {"kecamatan"}, {});
}

inline stats::PivotGrid divorces() {
  return grid_of(table("cerai")
                     .geo("wilayah", {"Lahat", "Muara Enim", "Empat Lawang"})
                     .dimension("jenis", {"Jumlah", "Talak", "Gugat"})
                     .parent("Jumlah", {"Talak", "Gugat"})
                     .measure("Perceraian", "kasus", 0, stats::Additivity::flow)
                     .cells({50, 20, 30, 100, 25, 75, 30, none, 30}),
                 {"wilayah"}, {"jenis"});
}

inline stats::PivotGrid ages() {
  return grid_of(table("umur")
                     .dimension("kelompok-umur", {"0–4", "5–9", "75+"})
                     .dimension("jk", {"Perempuan", "Laki-laki"})
                     .measure("Penduduk", "jiwa", 0, stats::Additivity::stock)
                     .cells({28, 30, 29, 31, 5, 4}),
                 {"kelompok-umur"}, {"jk"});
}

inline stats::PivotGrid two_measures() {
  return grid_of(table("kerja")
                     .geo("wilayah", {"A", "B", "C", "D"})
                     .measure("TPT", "persen", 1, stats::Additivity::rate)
                     .measure("TPAK", "tahun", 1, stats::Additivity::rate)
                     .cells({1, 60, 2, 62, 3, 64, none, 70}),
                 {"wilayah"}, {"ukuran"});
}

inline stats::Scene scene_of(const stats::PivotGrid& grid, stats::ChartKind kind,
                             base::Language language = base::Language::id, float width = 600) {
  stats::ChartChoice choice;
  choice.kind = kind;
  choice.width = width;
  choice.height = 300;
  choice.language = language;
  choice.address = "https://x.id/t";
  return stats::chart_from_grid(grid, choice, six_tenths);
}

/// The boxes of all texts, as wide as the measure says.
inline std::vector<base::Rect> text_boxes(const stats::Scene& scene) {
  std::vector<base::Rect> boxes;
  for (const stats::Shape& shape : scene.shapes) {
    const auto* line = std::get_if<stats::TextLine>(&shape);
    if (!line || line->text.empty()) continue;
    const float width = six_tenths(line->text, line->weight, line->size);
    const float share = line->anchor == stats::Anchor::start    ? 0.0f
                        : line->anchor == stats::Anchor::middle ? 0.5f
                                                                : 1.0f;
    boxes.push_back({line->at.x - share * width, line->at.y - 11, width, 13});
  }
  return boxes;
}

}  // namespace support
