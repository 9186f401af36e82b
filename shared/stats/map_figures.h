// Which figures of a grid a map can show: for each area one, once the other dimensions are settled.
// Does not know colours or pixels.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/language.h"
#include "stats/outlines.h"
#include "stats/pivot.h"

namespace stats {

/// An area and its figure.
struct AreaFigure {
  const AreaOutline* outline = nullptr;
  std::uint32_t category = 0;  ///< In the geo dimension.
  GridCell cell;
  std::vector<int> note_numbers;  ///< Of the notes on its cell.
  std::size_t rank = 0;           ///< 1 for the highest; equals share one. 0: no figure.
};

/// A category of each dimension that is wished for, by its code.
using MapPicks = std::map<std::string, std::string>;

/// A dimension of which the grid has several categories for each area: one of them is coloured.
struct MapPicker {
  struct Option {
    std::string code, label;
  };
  std::string dimension;  ///< Its code.
  std::string label;
  std::vector<Option> options;  ///< In the order of the grid.
  std::string chosen;           ///< The code of the one that is coloured.
};

/// What the reader can choose from: figures of the same categories but for the area. The lines of
/// the axis that has the areas are told apart by their other categories, those of the other axis by
/// all of theirs.
class MapFigures {
 public:
  explicit MapFigures(const PivotGrid& grid);

  /// False where the areas are on neither axis; then there are no series.
  bool has_areas() const { return has_areas_; }
  std::size_t series_count() const { return area_keys_.size() * other_keys_.size(); }
  /// The categories that a series stands for, but for areas and measures: "2024, Perempuan".
  std::string series_label(std::size_t series, base::Language language) const;
  const Category& measure_of(std::size_t series) const;
  /// The one of the wished categories; of dimensions without a wish that can be met, the newest
  /// period, the total, the first measure.
  std::size_t series_of(const MapPicks& picks) const;
  /// A picker for each dimension that tells series apart, with what `series` has of it.
  std::vector<MapPicker> pickers(std::size_t series, base::Language language) const;
  /// The areas of a series that have an outline, in the order of the grid, with their ranks. Those
  /// that the reader has picked and the grid leaves out because they are empty come last.
  std::vector<AreaFigure> areas(std::size_t series, const Outlines& outlines) const;

 private:
  using Key = std::vector<Coordinate>;
  struct AreaLine {
    std::size_t line, key;
    std::uint32_t category;
  };
  Key key_of(bool is_row, std::size_t line, std::uint32_t& area) const;
  AreaFigure figure_at(const AreaLine& at, std::size_t other_line) const;
  Key coordinates_of(std::size_t series) const;
  void survey(bool is_row);

  const PivotGrid* grid_;
  std::uint32_t geo_ = 0;
  bool has_areas_ = false;
  bool areas_in_rows_ = false;
  std::vector<Key> area_keys_, other_keys_;
  std::vector<AreaLine> area_lines_;
  std::vector<std::size_t> other_lines_;  ///< By place in other_keys_.
};

}  // namespace stats
