#include "stats/map_figures.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

namespace stats {
namespace {

bool has_level(const std::vector<AxisLevel>& levels, std::uint32_t dimension) {
  return std::any_of(levels.begin(), levels.end(),
                     [&](const AxisLevel& level) { return level.dimension == dimension; });
}

/// What a coordinate counts for when the series is chosen that is shown: the more the better.
std::uint32_t preference(const Table& table, const MapPicks& picks, const Coordinate& at) {
  const Dimension& dimension = table.dimensions[at.dimension];
  const auto count = static_cast<std::uint32_t>(dimension.categories.size());
  const auto wished = picks.find(dimension.code);
  if (wished != picks.end() && dimension.categories[at.category].code == wished->second)
    return count + 1;
  if (dimension.role == Role::time) return at.category;
  if (dimension.total() == at.category) return count;
  return count - 1 - at.category;
}

/// Ranks in falling order of the figures; equals share one.
void rank(std::vector<AreaFigure>& areas) {
  std::vector<double> figures;
  for (const AreaFigure& area : areas) {
    if (area.cell.cell.has_value) figures.push_back(area.cell.cell.value);
  }
  std::sort(figures.begin(), figures.end(), std::greater<>());
  for (AreaFigure& area : areas) {
    if (!area.cell.cell.has_value) continue;
    const auto first =
        std::lower_bound(figures.begin(), figures.end(), area.cell.cell.value, std::greater<>());
    area.rank = static_cast<std::size_t>(first - figures.begin()) + 1;
  }
}

}  // namespace

MapFigures::MapFigures(const PivotGrid& grid) : grid_(&grid) {
  const auto geo = grid.table().geo_dimension();
  if (!geo) return;
  geo_ = *geo;
  areas_in_rows_ = has_level(grid.stub(), geo_);
  has_areas_ = areas_in_rows_ || has_level(grid.heading(), geo_);
  if (!has_areas_) return;
  survey(true);
  survey(false);
}

/// The categories of a line but for its area, which is told apart.
MapFigures::Key MapFigures::key_of(bool is_row, std::size_t line, std::uint32_t& area) const {
  const std::size_t levels = (is_row ? grid_->stub() : grid_->heading()).size();
  Key key;
  for (std::size_t level = 0; level < levels; ++level) {
    const Label label = is_row ? grid_->row_label(level, line) : grid_->column_label(level, line);
    if (label.dimension == geo_)
      area = label.category;
    else
      key.push_back({label.dimension, label.category});
  }
  return key;
}

void MapFigures::survey(bool is_row) {
  const bool has_areas = is_row == areas_in_rows_;
  std::vector<Key>& keys = has_areas ? area_keys_ : other_keys_;
  std::map<std::vector<std::uint32_t>, std::size_t> places;
  const std::size_t lines = is_row ? grid_->rows_count() : grid_->columns_count();
  for (std::size_t line = 0; line < lines; ++line) {
    const LineKind kind = is_row ? grid_->row_kind(line) : grid_->column_kind(line);
    if (kind == LineKind::computed_total) continue;
    std::uint32_t area = 0;
    Key key = key_of(is_row, line, area);
    std::vector<std::uint32_t> categories;
    for (const Coordinate& at : key)
      categories.push_back(at.category);
    const auto [found, is_new] = places.try_emplace(std::move(categories), keys.size());
    if (is_new) keys.push_back(std::move(key));
    if (has_areas)
      area_lines_.push_back({line, found->second, area});
    else
      other_lines_.push_back(line);
  }
}

std::string MapFigures::series_label(std::size_t series, base::Language language) const {
  std::string label;
  for (const Coordinate& at : coordinates_of(series)) {
    if (at.dimension == grid_->table().measure_dimension()) continue;
    if (!label.empty()) label += ", ";
    label += grid_->table().dimensions[at.dimension].categories[at.category].label.in(language);
  }
  return label;
}

const Category& MapFigures::measure_of(std::size_t series) const {
  const Dimension& measures = grid_->table().measure();
  Key known = coordinates_of(series);
  known.insert(known.end(), grid_->fixed().begin(), grid_->fixed().end());
  for (const Coordinate& at : known) {
    if (at.dimension == grid_->table().measure_dimension()) return measures.categories[at.category];
  }
  return measures.categories.front();
}

MapFigures::Key MapFigures::coordinates_of(std::size_t series) const {
  Key key = area_keys_[series / other_keys_.size()];
  const Key& other = other_keys_[series % other_keys_.size()];
  key.insert(key.end(), other.begin(), other.end());
  return key;
}

std::size_t MapFigures::series_of(const MapPicks& picks) const {
  const auto best = [&](const std::vector<Key>& keys) {
    const auto is_less = [&](const Key& a, const Key& b) {
      return std::lexicographical_compare(
          a.begin(), a.end(), b.begin(), b.end(), [&](const Coordinate& x, const Coordinate& y) {
            return preference(grid_->table(), picks, x) < preference(grid_->table(), picks, y);
          });
    };
    return static_cast<std::size_t>(std::max_element(keys.begin(), keys.end(), is_less) -
                                    keys.begin());
  };
  return best(area_keys_) * other_keys_.size() + best(other_keys_);
}

std::vector<MapPicker> MapFigures::pickers(std::size_t series, base::Language language) const {
  std::vector<MapPicker> pickers;
  const auto add = [&](const std::vector<Key>& keys, const Key& chosen) {
    for (std::size_t level = 0; level < chosen.size(); ++level) {
      const Dimension& dimension = grid_->table().dimensions[chosen[level].dimension];
      MapPicker picker{dimension.code, dimension.label.in(language), {}, {}};
      std::vector<bool> is_listed(dimension.categories.size());
      for (const Key& key : keys) {
        const std::uint32_t place = key[level].category;
        if (is_listed[place]) continue;
        is_listed[place] = true;
        const Category& category = dimension.categories[place];
        picker.options.push_back({category.code, category.label.in(language)});
      }
      picker.chosen = dimension.categories[chosen[level].category].code;
      if (picker.options.size() > 1) pickers.push_back(std::move(picker));
    }
  };
  add(area_keys_, area_keys_[series / other_keys_.size()]);
  add(other_keys_, other_keys_[series % other_keys_.size()]);
  return pickers;
}

AreaFigure MapFigures::figure_at(const AreaLine& at, std::size_t other_line) const {
  const std::size_t row = areas_in_rows_ ? at.line : other_line;
  const std::size_t column = areas_in_rows_ ? other_line : at.line;
  AreaFigure area;
  area.category = at.category;
  area.cell = grid_->at(row, column);
  for (const std::uint32_t note : grid_->cell_notes(row, column))
    area.note_numbers.push_back(grid_->note_number(note));
  return area;
}

std::vector<AreaFigure> MapFigures::areas(std::size_t series, const Outlines& outlines) const {
  const std::size_t area_key = series / other_keys_.size();
  const std::size_t other_line = other_lines_[series % other_keys_.size()];
  const Dimension& dimension = grid_->table().dimensions[geo_];
  std::vector<AreaFigure> areas;
  std::vector<bool> is_there(dimension.categories.size());
  const auto add = [&](AreaFigure area) {
    area.outline = outlines.find(dimension.categories[area.category].code);
    if (!area.outline || is_there[area.category]) return;
    is_there[area.category] = true;
    areas.push_back(std::move(area));
  };
  for (const AreaLine& at : area_lines_) {
    if (at.key == area_key) add(figure_at(at, other_line));
  }
  const Selection* selection = grid_->view().query.find(dimension.code);
  for (const std::uint32_t category : picked_from_selection(dimension, selection).categories) {
    AreaFigure area;
    area.category = category;
    add(std::move(area));
  }
  rank(areas);
  return areas;
}

}  // namespace stats
