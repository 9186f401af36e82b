#include "stats/chart_data.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "stats/cell_text.h"

namespace stats {
namespace {

using Categories = std::vector<std::uint32_t>;

/// Every level of both axes, stub first.
std::vector<AxisLevel> levels_of(const PivotGrid& grid) {
  std::vector<AxisLevel> levels = grid.stub();
  levels.insert(levels.end(), grid.heading().begin(), grid.heading().end());
  return levels;
}

Categories shown_measures(const PivotGrid& grid) {
  const std::uint32_t measure = grid.table().measure_dimension();
  for (const AxisLevel& level : levels_of(grid))
    if (level.dimension == measure) return level.categories;
  for (const Coordinate& at : grid.fixed())
    if (at.dimension == measure) return {at.category};
  return {};
}

bool are_additive(const PivotGrid& grid) {
  const auto& measures = grid.table().measure().categories;
  for (const std::uint32_t measure : shown_measures(grid))
    if (!is_additive(measures[measure].additivity)) return false;
  return true;
}

/// The categories without those that have a descendant among them.
Categories parts_among(const Dimension& dimension, const Categories& categories) {
  std::set<std::uint32_t> ancestors;
  for (const std::uint32_t category : categories) {
    for (int parent = dimension.categories[category].parent; parent >= 0;
         parent = dimension.categories[static_cast<std::size_t>(parent)].parent)
      ancestors.insert(static_cast<std::uint32_t>(parent));
  }
  Categories parts;
  for (const std::uint32_t category : categories)
    if (!ancestors.contains(category)) parts.push_back(category);
  return parts;
}

/// A line of the grid, parted into what names the category and what names the series.
struct LineKey {
  bool is_left_out = false;
  Categories along, across;
};

class DataMaker {
 public:
  DataMaker(const PivotGrid& grid, const Categories& along, base::Language language)
      : grid_(grid), along_(along), language_(language) {
    for (const AxisLevel& level : levels_of(grid)) {
      const Categories charted = charted_categories(grid, level.dimension);
      charted_[level.dimension] = {charted.begin(), charted.end()};
    }
  }

  ChartData make() {
    std::vector<LineKey> columns;
    for (std::size_t column = 0; column < grid_.columns_count(); ++column)
      columns.push_back(key_of(column, false));
    for (std::size_t row = 0; row < grid_.rows_count(); ++row) {
      const LineKey key = key_of(row, true);
      for (std::size_t column = 0; column < columns.size(); ++column) {
        if (key.is_left_out || columns[column].is_left_out) continue;
        take(row, column, joined(key.along, columns[column].along),
             joined(key.across, columns[column].across));
      }
    }
    return finished();
  }

 private:
  static Categories joined(Categories first, const Categories& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
  }

  LineKey key_of(std::size_t line, bool is_row) const {
    LineKey key;
    const LineKind kind = is_row ? grid_.row_kind(line) : grid_.column_kind(line);
    if (kind == LineKind::computed_total) {
      key.is_left_out = true;
      return key;
    }
    const std::vector<AxisLevel>& levels = is_row ? grid_.stub() : grid_.heading();
    for (std::size_t i = 0; i < levels.size(); ++i) {
      const std::uint32_t category =
          (is_row ? grid_.row_label(i, line) : grid_.column_label(i, line)).category;
      const std::uint32_t dimension = levels[i].dimension;
      if (!charted_.at(dimension).contains(category)) key.is_left_out = true;
      const bool is_along = std::find(along_.begin(), along_.end(), dimension) != along_.end();
      (is_along ? key.along : key.across).push_back(category);
    }
    return key;
  }

  void take(std::size_t row, std::size_t column, const Categories& category,
            const Categories& series) {
    const auto place_in = [](std::map<Categories, std::size_t>& places, const Categories& key) {
      return places.try_emplace(key, places.size()).first->second;
    };
    const std::size_t category_at = place_in(category_places_, category);
    const std::size_t series_at = place_in(series_places_, series);
    if (series_at >= data_.series.size()) data_.series.resize(series_at + 1);
    ChartSeries& taken = data_.series[series_at];
    taken.measure = grid_.measure_at(row, column);
    if (category_at >= taken.values.size()) taken.values.resize(category_at + 1);

    const GridCell cell = grid_.at(row, column);
    const CellText text = text_from_cell(cell, language_);
    ChartValue& value = taken.values[category_at];
    value.has_figure = cell.cell.has_value || cell.cell.status == CellStatus::nil;
    value.figure = cell.cell.has_value ? cell.cell.value : 0;
    value.status = cell.cell.status;
    value.text = text.figure + text.mark;
    data_.decimals = std::max(data_.decimals, cell.decimals);
  }

  /// The labels of the dimensions that are along the categories, or of all the others.
  std::string name_of(const Categories& key, bool is_along) const {
    std::string name;
    std::size_t at = 0;
    for (const AxisLevel& level : levels_of(grid_)) {
      const bool is_here = std::find(along_.begin(), along_.end(), level.dimension) != along_.end();
      if (is_here != is_along) continue;
      const std::uint32_t category = key[at++];
      if (charted_.at(level.dimension).size() < 2) continue;
      if (!name.empty()) name += ", ";
      name += grid_.table().dimensions[level.dimension].categories[category].label.in(language_);
    }
    return name;
  }

  ChartData finished() {
    const auto& measures = grid_.table().measure().categories;
    data_.language = language_;
    data_.categories.resize(category_places_.size());
    for (const auto& [key, place] : category_places_) {
      data_.categories[place] = name_of(key, true);
    }
    for (const auto& [key, place] : series_places_) {
      ChartSeries& series = data_.series[place];
      series.values.resize(data_.categories.size());
      series.name = name_of(key, false);
      if (series.name.empty()) series.name = measures[series.measure].label.in(language_);
    }
    for (const AxisLevel& level : levels_of(grid_)) {
      const std::size_t charted = charted_.at(level.dimension).size();
      if (charted < level.categories.size()) data_.has_totals_left_out = true;
    }
    data_.unit = unit_from_grid(grid_, language_);
    if (grid_.view().pivot.calculation == Calculation::none) {
      for (const ChartSeries& series : data_.series) {
        if (measures[series.measure].unit != measures[data_.series.front().measure].unit)
          data_.has_one_unit = false;
      }
    }
    data_.is_additive = grid_.view().pivot.calculation == Calculation::none && are_additive(grid_);
    return std::move(data_);
  }

  const PivotGrid& grid_;
  const Categories& along_;
  base::Language language_;
  std::map<std::uint32_t, std::set<std::uint32_t>> charted_;  ///< By dimension.
  std::map<Categories, std::size_t> category_places_, series_places_;
  ChartData data_;
};

/// The Latin letters of a text in words of lower case: "Kelompok-umur" → {"kelompok", "umur"}.
std::set<std::string> words_of(std::string_view text) {
  std::set<std::string> words;
  std::string word;
  for (const char c : text) {
    const char letter = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (letter >= 'a' && letter <= 'z') {
      word += letter;
    } else {
      words.insert(std::exchange(word, ""));
    }
  }
  words.insert(std::move(word));
  return words;
}

}  // namespace

ChartData data_from_grid(const PivotGrid& grid, const std::vector<std::uint32_t>& along,
                         base::Language language) {
  return DataMaker(grid, along, language).make();
}

std::vector<std::uint32_t> charted_categories(const PivotGrid& grid, std::uint32_t dimension) {
  for (const AxisLevel& level : levels_of(grid)) {
    if (level.dimension != dimension) continue;
    if (!are_additive(grid)) return level.categories;
    return parts_among(grid.table().dimensions[dimension], level.categories);
  }
  return {};
}

std::vector<std::uint32_t> spread_dimensions(const PivotGrid& grid) {
  std::vector<std::uint32_t> dimensions;
  for (const AxisLevel& level : levels_of(grid)) {
    if (charted_categories(grid, level.dimension).size() > 1) dimensions.push_back(level.dimension);
  }
  return dimensions;
}

bool is_age(const Dimension& dimension) {
  const std::set<std::string> words =
      words_of(dimension.code + " " + dimension.label.id + " " + dimension.label.en);
  return words.contains("umur") || words.contains("usia") || words.contains("age") ||
         words.contains("ages");
}

bool has_own_order(const Dimension& dimension) {
  if (dimension.role == Role::time || is_age(dimension)) return true;
  const auto begins_with_digit = [](const Category& category) {
    const char first = category.label.id.empty() ? ' ' : category.label.id.front();
    return (first >= '0' && first <= '9') || first == '<' || first == '>';
  };
  const auto classes = static_cast<std::size_t>(
      std::count_if(dimension.categories.begin(), dimension.categories.end(), begins_with_digit));
  return 2 * classes > dimension.categories.size();
}

bool is_unsure(CellStatus status) {
  return status == CellStatus::provisional || status == CellStatus::very_provisional ||
         status == CellStatus::estimate;
}

}  // namespace stats
