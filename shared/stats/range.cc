#include "stats/range.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <utility>
#include <vector>

#include "base/must.h"
#include "base/number.h"
#include "base/words.h"
#include "stats/cell_text.h"

namespace stats {
namespace {

// --- What may be added up ---

/// The categories of each level that occur in lines [begin, end) of one axis.
class RangeLabels {
 public:
  /// `label_of(level, line)` is the grid's label there.
  template <class LabelOf>
  RangeLabels(const Table& table, const std::vector<AxisLevel>& levels, std::size_t begin,
              std::size_t end, LabelOf label_of)
      : table_(table), levels_(levels), categories_(levels.size()) {
    for (std::size_t level = 0; level < levels.size(); ++level) {
      std::vector<char> is_met(table.dimensions[levels[level].dimension].categories.size(), 0);
      for (std::size_t line = begin; line < end;) {
        const Label label = label_of(level, line);
        if (label.is_total) {
          has_computed_total_ = true;
        } else if (!std::exchange(is_met[label.category], 1)) {
          categories_[level].push_back(label.category);
        }
        line = label.begin + label.count;
      }
    }
  }

  /// A computed total beside other lines is a total beside its parts.
  bool mixes_parts_and_totals(std::size_t lines_count) const {
    if (has_computed_total_ && lines_count > 1) return true;
    for (std::size_t i = 0; i < levels_.size(); ++i) {
      if (has_parts_and_totals(table_.dimensions[levels_[i].dimension], categories_[i]))
        return true;
    }
    return false;
  }

  bool has_several_periods() const {
    for (std::size_t i = 0; i < levels_.size(); ++i) {
      const Role role = table_.dimensions[levels_[i].dimension].role;
      if (role == Role::time && categories_[i].size() > 1) return true;
    }
    return false;
  }

  /// Empty where the measures are not on this axis.
  std::vector<std::uint32_t> measures() const {
    for (std::size_t i = 0; i < levels_.size(); ++i) {
      if (table_.dimensions[levels_[i].dimension].role == Role::measure) return categories_[i];
    }
    return {};
  }

 private:
  const Table& table_;
  const std::vector<AxisLevel>& levels_;
  std::vector<std::vector<std::uint32_t>> categories_;  ///< By level, each once.
  bool has_computed_total_ = false;
};

/// The measures, the most decimals and the refusal of one range.
struct RangeMeaning {
  int decimals = 0;
  TotalRefusal sum_refusal = TotalRefusal::none;
};

RangeMeaning meaning_from_range(const PivotGrid& grid, const CellRange& range) {
  const Table& table = grid.table();
  const RangeLabels rows(
      table, grid.stub(), range.row_begin, range.row_end,
      [&](std::size_t level, std::size_t row) { return grid.row_label(level, row); });
  const RangeLabels columns(
      table, grid.heading(), range.column_begin, range.column_end,
      [&](std::size_t level, std::size_t column) { return grid.column_label(level, column); });
  std::vector<std::uint32_t> measures = rows.measures();
  if (measures.empty()) measures = columns.measures();
  if (measures.empty()) measures = {grid.measure_at(range.row_begin, range.column_begin)};

  RangeMeaning meaning;
  bool has_rate = false, has_stock = false;
  for (const std::uint32_t index : measures) {
    const Category& measure = table.measure().categories[index];
    meaning.decimals = std::max(meaning.decimals, measure.decimals);
    has_rate = has_rate || !is_additive(measure.additivity);
    has_stock = has_stock || measure.additivity == Additivity::stock;
  }
  const bool is_over_time = rows.has_several_periods() || columns.has_several_periods();
  if (grid.view().pivot.calculation != Calculation::none) {
    meaning.sum_refusal = TotalRefusal::calculation;
    meaning.decimals = grid.at(range.row_begin, range.column_begin).decimals;
  } else if (measures.size() > 1) {
    meaning.sum_refusal = TotalRefusal::several_measures;
  } else if (has_rate) {
    meaning.sum_refusal = TotalRefusal::rate;
  } else if (has_stock && is_over_time) {
    meaning.sum_refusal = TotalRefusal::stock_over_time;
  } else if (rows.mixes_parts_and_totals(range.row_end - range.row_begin) ||
             columns.mixes_parts_and_totals(range.column_end - range.column_begin)) {
    meaning.sum_refusal = TotalRefusal::parts_and_totals;
  }
  return meaning;
}

// --- Adding up ---

struct Tally {
  std::size_t figures = 0;
  double sum = 0;
  double min = std::numeric_limits<double>::infinity();
  double max = -std::numeric_limits<double>::infinity();

  void add(double figure) {
    ++figures;
    sum += figure;
    min = std::min(min, figure);
    max = std::max(max, figure);
  }
};

bool is_published(const PivotGrid& grid, const CellRange& range) {
  return grid.view().pivot.calculation == Calculation::none &&
         grid.row_kind(range.row_end - 1) != LineKind::computed_total &&
         grid.column_kind(range.column_end - 1) != LineKind::computed_total;
}

/// Published figures are read in place and scaled once, so that sums are exact and a selection of
/// millions of cells does not make the page wait.
Tally tally_published(const PivotGrid& grid, const CellRange& range) {
  std::vector<std::size_t> column_offsets;
  for (std::size_t column = range.column_begin; column < range.column_end; ++column) {
    column_offsets.push_back(grid.column_offset(column));
  }
  return with_reader(grid.table().cells, [&](const auto& reader) {
    Tally tally;
    for (std::size_t row = range.row_begin; row < range.row_end; ++row) {
      const std::size_t row_offset = grid.row_offset(row);
      for (const std::size_t column_offset : column_offsets) {
        const std::size_t index = row_offset + column_offset;
        if (reader.has_value(index)) tally.add(reader.raw(index));
      }
    }
    tally.sum = reader.figure(tally.sum);
    tally.min = reader.figure(tally.min);
    tally.max = reader.figure(tally.max);
    return tally;
  });
}

Tally tally_shown(const PivotGrid& grid, const CellRange& range) {
  Tally tally;
  for (std::size_t row = range.row_begin; row < range.row_end; ++row) {
    for (std::size_t column = range.column_begin; column < range.column_end; ++column) {
      const Cell cell = grid.at(row, column).cell;
      if (cell.has_value) tally.add(cell.value);
    }
  }
  return tally;
}

// --- Text for a spreadsheet ---

/// A label as one field: without the signs that end a field or a row, and so that a spreadsheet
/// does not take it for a formula.
std::string field_from_label(std::string_view label) {
  std::string field(label);
  for (char& c : field) {
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  }
  if (!field.empty() && std::string_view("=+-@").find(field.front()) != std::string_view::npos) {
    field.insert(field.begin(), '\'');
  }
  return field;
}

std::string field_from_cell(const GridCell& cell, base::Language language) {
  if (!cell.cell.has_value || cell.cell.status == CellStatus::nil) {
    return text_from_cell(cell, language).figure;
  }
  std::string figure = base::figure_from_number(cell.cell.value, cell.decimals);
  if (language == base::Language::id) std::replace(figure.begin(), figure.end(), '.', ',');
  return figure;
}

std::string label_text(const Table& table, const Label& label, base::Language language) {
  if (label.is_total) return std::string(text(base::Word::total, language));
  return field_from_label(
      table.dimensions[label.dimension].categories[label.category].label.in(language));
}

/// One row for each level of the heading; the names of the stub's dimensions stand in the last one.
/// A grid without a heading has the measure there.
void add_heading(std::string& text, const PivotGrid& grid, const CellRange& range,
                 base::Language language) {
  const Table& table = grid.table();
  const std::size_t heading_rows = std::max<std::size_t>(1, grid.heading().size());
  for (std::size_t level = 0; level < heading_rows; ++level) {
    for (const AxisLevel& stub : grid.stub()) {
      if (level + 1 == heading_rows) {
        text += field_from_label(table.dimensions[stub.dimension].label.in(language));
      }
      text += '\t';
    }
    for (std::size_t column = range.column_begin; column < range.column_end; ++column) {
      if (column > range.column_begin) text += '\t';
      if (!grid.heading().empty()) {
        text += label_text(table, grid.column_label(level, column), language);
      } else {
        const std::uint32_t measure = grid.measure_at(range.row_begin, column);
        text += field_from_label(table.measure().categories[measure].label.in(language));
      }
    }
    text += '\n';
  }
}

}  // namespace

RangeSummary summary_from_range(const PivotGrid& grid, const CellRange& range) {
  MUST(range.row_end <= grid.rows_count() && range.column_end <= grid.columns_count());
  RangeSummary summary;
  summary.cells = range.cells_count();
  if (summary.cells == 0) return summary;
  const RangeMeaning meaning = meaning_from_range(grid, range);
  summary.decimals = meaning.decimals;
  summary.sum_refusal = meaning.sum_refusal;
  const Tally tally =
      is_published(grid, range) ? tally_published(grid, range) : tally_shown(grid, range);
  summary.figures = tally.figures;
  if (tally.figures == 0) return summary;
  summary.sum = tally.sum;
  summary.mean = tally.sum / static_cast<double>(tally.figures);
  summary.min = tally.min;
  summary.max = tally.max;
  return summary;
}

std::string tsv_from_range(const PivotGrid& grid, const CellRange& range, base::Language language) {
  MUST(range.row_end <= grid.rows_count() && range.column_end <= grid.columns_count());
  std::string text;
  if (range.cells_count() == 0) return text;
  add_heading(text, grid, range, language);
  for (std::size_t row = range.row_begin; row < range.row_end; ++row) {
    for (std::size_t level = 0; level < grid.stub().size(); ++level) {
      text += label_text(grid.table(), grid.row_label(level, row), language) + '\t';
    }
    for (std::size_t column = range.column_begin; column < range.column_end; ++column) {
      if (column > range.column_begin) text += '\t';
      text += field_from_cell(grid.at(row, column), language);
    }
    text += '\n';
  }
  return text;
}

}  // namespace stats
