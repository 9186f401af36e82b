// A grid as lines of text, for tests:
//
//   | 2023 2024
//   Utara L | 10 11*
//   Utara P | … 12
#pragma once

#include <string>

#include "stats/cell_text.h"
#include "stats/pivot.h"

namespace support {

inline std::string label_text(const stats::PivotGrid& grid, const stats::Label& label) {
  if (label.is_total) return "Jumlah";
  return grid.table().dimensions[label.dimension].categories[label.category].label.id;
}

inline std::string text_from_grid(const stats::PivotGrid& grid) {
  std::string text;
  for (std::size_t level = 0; level < grid.heading().size(); ++level) {
    text += "|";
    for (std::size_t column = 0; column < grid.columns_count(); ++column) {
      text += " " + label_text(grid, grid.column_label(level, column));
    }
    text += "\n";
  }
  for (std::size_t row = 0; row < grid.rows_count(); ++row) {
    for (std::size_t level = 0; level < grid.stub().size(); ++level) {
      text += label_text(grid, grid.row_label(level, row)) + " ";
    }
    text += "|";
    for (std::size_t column = 0; column < grid.columns_count(); ++column) {
      const stats::CellText cell = text_from_cell(grid.at(row, column), base::Language::id);
      text += " " + cell.figure + cell.mark;
    }
    text += "\n";
  }
  return text;
}

}  // namespace support
