#include "stats/map.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <utility>

#include "base/number.h"
#include "base/text.h"
#include "base/words.h"
#include "stats/cell_text.h"
#include "stats/map_figures.h"
#include "stats/triangles.h"

namespace stats {
namespace {

using base::Language;
using base::Word;

// Pixels.
constexpr float margin = 8;  // Around the areas: room for the outer edge and the outline.
constexpr float edge_width = 3;
constexpr float border_width = 1;
constexpr float hatch_spacing = 5;
constexpr float legend_width = 288;
constexpr float map_legend_gap = 24;
constexpr float legend_row = 23;
constexpr float swatch_width = 28, swatch_height = 16;
constexpr float area_label_gap = 8;
constexpr float list_gap = 12;
constexpr float list_swatch = 12;
constexpr float list_row_gap = 4;
constexpr float list_row_margin = 6;  // The frame around a row keeps off its text.
constexpr float title_size = 15, text_size = 13;
constexpr float title_line = 20, text_line = 18;

/// "6 kecamatan": areas by the name of their level.
std::string areas_text(const Outlines& outlines, std::size_t count, Language language) {
  const Word word = outlines.area_level == "district"  ? Word::map_districts
                    : outlines.area_level == "regency" ? Word::map_regencies
                                                       : Word::map_areas;
  return base::text(word, language, {base::text_from_count(count, language)});
}

/// Degrees to pixels: equidistant, true to shape in the middle of the map, fitted into a box.
class Projection {
 public:
  Projection(const Outlines& outlines, const base::Rect& box) {
    constexpr double far = std::numeric_limits<double>::max();
    double west = far, east = -far, south = far, north = -far;
    for (const AreaOutline& area : outlines.areas) {
      for (const GeoRing& ring : area.rings) {
        for (const GeoPoint& point : ring) {
          west = std::min(west, point.longitude);
          east = std::max(east, point.longitude);
          south = std::min(south, point.latitude);
          north = std::max(north, point.latitude);
        }
      }
    }
    middle_ = {(west + east) / 2, (south + north) / 2};
    squeeze_ = std::cos(middle_.latitude * std::numbers::pi / 180);
    const double width = (east - west) * squeeze_, height = north - south;
    scale_ = std::min(box.w / width, box.h / height);
    centre_ = {box.x + box.w / 2, box.y + box.h / 2};
  }

  Ring ring(const GeoRing& ring) const {
    Ring projected;
    projected.reserve(ring.size());
    for (const GeoPoint& point : ring) {
      const double x = (point.longitude - middle_.longitude) * squeeze_ * scale_;
      const double y = (middle_.latitude - point.latitude) * scale_;
      projected.push_back({centre_.x + static_cast<float>(x), centre_.y + static_cast<float>(y)});
    }
    return projected;
  }

 private:
  GeoPoint middle_;
  double squeeze_ = 1;  ///< How much shorter a degree of longitude is here than at the equator.
  double scale_ = 1;
  Point centre_;
};

/// Makes one scene; its steps share what they know.
class MapPainter {
 public:
  MapPainter(const PivotGrid& grid, const Outlines& outlines, const MapChoice& choice,
             const TextMeasure& measure)
      : grid_(grid),
        table_(grid.table()),
        outlines_(outlines),
        choice_(choice),
        measure_(measure),
        figures_(grid) {}

  Scene paint() {
    scene_.width = choice_.width;
    scene_.height = choice_.height;
    if (!settle()) return std::move(scene_);
    say();
    const bool is_wide = choice_.width >= map_wide_min;
    base::Rect legend{0, choice_.height + map_legend_gap, choice_.width, 0};
    base::Rect map{0, 0, choice_.width, choice_.height};
    if (is_wide) {
      legend = map.cut_right(legend_width);
      map.cut_right(map_legend_gap);
    }
    draw_areas(map.inset(margin));
    legend = legend.inset(border_width);
    draw_legend(legend);
    draw_list(legend);
    scene_.height = std::max(scene_.height, legend.y);
    return std::move(scene_);
  }

 private:
  // --- What is shown ---

  /// Finds figures and classes; false where there is nothing to draw, and the scene says why.
  bool settle() {
    if (!figures_.has_areas()) return refuse(Word::map_needs_areas);
    if (!is_well(choice_.classes)) {
      return refuse(Word::map_needs_limits, {std::to_string(map_classes_max - 1)});
    }
    if (figures_.series_count() != 0) {
      series_ = figures_.series_of(choice_.picks);
      areas_ = figures_.areas(series_, outlines_);
    }
    std::vector<double> values;
    for (const AreaFigure& area : areas_) {
      if (!area.cell.cell.has_value) continue;
      values.push_back(area.cell.cell.value);
      decimals_ = area.cell.decimals;
    }
    if (values.empty()) {
      return refuse(has_outlined_area() ? Word::chart_no_figures : Word::map_no_outlines);
    }
    ranked_count_ = values.size();
    classes_.emplace(values, choice_.classes, decimals_);
    return true;
  }

  bool refuse(Word why, const std::vector<std::string>& arguments = {}) {
    scene_.refusal = base::text(why, choice_.language, arguments);
    return false;
  }

  bool has_outlined_area() const {
    const auto& categories = geo().categories;
    return std::any_of(categories.begin(), categories.end(), [&](const Category& category) {
      return outlines_.find(category.code) != nullptr;
    });
  }

  const Dimension& geo() const { return table_.dimensions[*table_.geo_dimension()]; }
  const std::string& name_of(const AreaFigure& area) const {
    return geo().categories[area.category].label.in(choice_.language);
  }

  std::string unit() const {
    const Calculation calculation = grid_.view().pivot.calculation;
    if (calculation == Calculation::none || calculation == Calculation::change)
      return figures_.measure_of(series_).unit.in(choice_.language);
    return unit_from_grid(grid_, choice_.language);
  }

  /// "66.572 * jiwa".
  std::string value_of(const AreaFigure& area) const {
    const CellText shown = text_from_cell(area.cell, choice_.language);
    std::string value = shown.figure;
    if (!shown.mark.empty()) value += " " + shown.mark;
    if (area.cell.cell.has_value && !unit().empty()) value += " " + unit();
    const std::string marks = marks_from_numbers(area.note_numbers);
    return marks.empty() ? value : value + " " + marks;
  }

  // --- Texts ---

  void say() {
    const Language language = choice_.language;
    const Category& measure = figures_.measure_of(series_);
    scene_.unit = unit();
    scene_.subtitle = measure.label.in(language);
    for (const std::string& part : {scene_.unit, what_is_fixed(), series_text()}) {
      if (!part.empty()) scene_.subtitle += ", " + part;
    }
    scene_.title = extremes();
    scene_.sentence = scene_.title + ".";
    add_notes(measure);
    scene_.source = table_.source.in(language);
    scene_.citation = base::text(Word::citation, language,
                                 {scene_.source, title_from_grid(grid_, language), table_.code});
    if (!choice_.address.empty()) scene_.citation += ", " + choice_.address;
  }

  std::string series_text() const { return figures_.series_label(series_, choice_.language); }

  /// The part of the table that the whole grid shows: "Perempuan, 2024".
  std::string what_is_fixed() const {
    std::string fixed;
    for (const Coordinate& at : grid_.fixed()) {
      const Dimension& dimension = table_.dimensions[at.dimension];
      if (dimension.role == Role::measure || dimension.total() == at.category) continue;
      if (dimension.role != Role::time && dimension.categories.size() < 2) continue;
      if (!fixed.empty()) fixed += ", ";
      fixed += dimension.categories[at.category].label.in(choice_.language);
    }
    return fixed;
  }

  /// "Tertinggi Lawang Kidul (80.123 jiwa), terendah Muara Belida (8.184 jiwa)".
  std::string extremes() const {
    const auto is_less = [](const AreaFigure* a, const AreaFigure* b) {
      return a->cell.cell.value < b->cell.cell.value;
    };
    std::vector<const AreaFigure*> ranked;
    for (const AreaFigure& area : areas_) {
      if (area.rank != 0) ranked.push_back(&area);
    }
    const AreaFigure& lowest = **std::min_element(ranked.begin(), ranked.end(), is_less);
    const AreaFigure& highest = **std::max_element(ranked.begin(), ranked.end(), is_less);
    if (lowest.cell.cell.value == highest.cell.cell.value) {
      return base::text(
          Word::map_says_same, choice_.language,
          {areas_text(outlines_, ranked_count_, choice_.language), value_of(highest)});
    }
    return base::text(Word::chart_says_extremes, choice_.language,
                      {name_of(highest), value_of(highest), name_of(lowest), value_of(lowest)});
  }

  void add_notes(const Category& measure) {
    const Language language = choice_.language;
    const Calculation calculation = grid_.view().pivot.calculation;
    // A figure for each square kilometre, or each of anything else, bears comparison by itself.
    if (is_additive(measure.additivity) && calculation != Calculation::rank &&
        calculation != Calculation::change_percent &&
        measure.unit.id.find('/') == std::string::npos) {
      scene_.notes.emplace_back(base::text(Word::map_absolute, language));
    }
    const std::size_t absent = absent_count();
    if (absent != 0) {
      scene_.notes.push_back(
          base::text(Word::map_areas_absent, language, {areas_text(outlines_, absent, language)}));
    }
    for (const CellStatus status : statuses_shown()) {
      scene_.notes.push_back(std::string(mark_from_status(status)) + " " +
                             std::string(meaning_from_status(status, language)));
    }
    for (const std::uint32_t note : grid_.notes_in_use()) {
      scene_.notes.push_back(superscript_from_number(grid_.note_number(note)) + " " +
                             table_.notes[note].text.in(language));
    }
    scene_.notes.push_back(outlines_.note.in(language) + " " + outlines_.source.in(language));
  }

  /// Areas of the outlines that the table does not have at all.
  std::size_t absent_count() const {
    const auto count =
        std::count_if(outlines_.areas.begin(), outlines_.areas.end(),
                      [&](const AreaOutline& area) { return !geo().find(area.code).has_value(); });
    return static_cast<std::size_t>(count);
  }

  std::vector<CellStatus> statuses_shown() const {
    std::vector<CellStatus> statuses;
    for (const CellStatus status : grid_.statuses_in_use()) {
      const bool is_shown = std::any_of(areas_.begin(), areas_.end(), [&](const AreaFigure& area) {
        return area.cell.cell.status == status;
      });
      if (is_shown) statuses.push_back(status);
    }
    return statuses;
  }

  // --- Areas ---

  /// How an outline is filled: by its class, hatched, or not at all.
  enum class Fill { classed, hatched, empty };
  struct Painted {
    const AreaOutline* outline;
    const AreaFigure* figure;  ///< Null where the table has no such area, or it is not picked.
    Fill fill;
  };

  /// Every outline, in its own order.
  std::vector<Painted> painted() const {
    std::vector<Painted> all;
    for (const AreaOutline& outline : outlines_.areas) {
      const auto found = std::find_if(areas_.begin(), areas_.end(), [&](const AreaFigure& area) {
        return area.outline == &outline;
      });
      if (found != areas_.end())
        all.push_back({&outline, &*found, found->rank != 0 ? Fill::classed : Fill::hatched});
      else
        all.push_back({&outline, nullptr, geo().find(outline.code) ? Fill::empty : Fill::hatched});
    }
    return all;
  }

  Ink ink_of_class(std::size_t place) const {
    return ink_of(choice_.ramp, classes_->ramp_place(place));
  }

  Ink ink_of_figure(const AreaFigure& area) const {
    return area.rank != 0 ? ink_of_class(classes_->class_of(area.cell.cell.value)) : Ink::surface;
  }

  void draw_areas(const base::Rect& box) {
    const Projection projection(outlines_, box);
    // One pass under all others: what stays of it in sight is the outer edge.
    for (const AreaOutline& area : outlines_.areas) {
      for (const GeoRing& ring : area.rings)
        scene_.shapes.push_back(
            Polygon{projection.ring(ring), std::nullopt, Ink::border_strong, edge_width});
    }
    for (const Painted& area : painted()) {
      for (const GeoRing& geo_ring : area.outline->rings)
        draw_area(projection.ring(geo_ring), area);
    }
    for (const AreaFigure& area : areas_)
      scene_.marks.push_back(mark_of(area, projection));
  }

  void draw_area(Ring ring, const Painted& area) {
    const std::vector<std::uint32_t> triangles = triangles_from_ring(ring);
    if (area.fill == Fill::classed) {
      scene_.shapes.push_back(Polygon{std::move(ring), ink_of_figure(*area.figure),
                                      Ink::area_outline, border_width, triangles});
      return;
    }
    scene_.shapes.push_back(
        Polygon{ring, Ink::surface, Ink::border_strong, border_width, triangles});
    if (area.fill == Fill::hatched) hatch(ring);
  }

  void hatch(const Ring& ring) {
    for (Polyline& line : hatch_lines(ring, hatch_spacing, Ink::no_data_hatch))
      scene_.shapes.emplace_back(std::move(line));
  }

  Mark mark_of(const AreaFigure& area, const Projection& projection) const {
    const Language language = choice_.language;
    Mark mark;
    for (const GeoRing& ring : area.outline->rings)
      mark.rings.push_back(projection.ring(ring));
    const auto geo_dimension = *table_.geo_dimension();
    const std::string notes =
        marks_from_numbers(grid_.category_note_numbers(geo_dimension, area.category));
    mark.name = notes.empty() ? name_of(area) : name_of(area) + " " + notes;
    mark.values.push_back(value_of(area));
    if (area.rank != 0) {
      mark.values.push_back(base::text(Word::map_rank, language,
                                       {base::text_from_count(area.rank, language),
                                        areas_text(outlines_, ranked_count_, language)}));
    }
    mark.status = meaning_from_status(area.cell.cell.status, language);
    return mark;
  }

  // --- Legend ---

  /// A row of the legend: a colour, what it stands for, and how many areas there are of it.
  struct LegendRow {
    Ink fill;
    std::string label;
    std::size_t count;
    bool is_hatched = false;
  };

  std::vector<LegendRow> legend_rows() const {
    const Language language = choice_.language;
    std::vector<LegendRow> rows;
    for (std::size_t place = 0; place < classes_->count(); ++place) {
      rows.push_back(
          {ink_of_class(place), classes_->label(place, language), classes_->figures_in(place)});
    }
    std::size_t hatched = 0, empty = 0;
    for (const Painted& area : painted()) {
      hatched += area.fill == Fill::hatched;
      empty += area.fill == Fill::empty;
    }
    rows.push_back({Ink::surface,
                    std::string(meaning_from_status(CellStatus::not_available, language)), hatched,
                    true});
    if (empty != 0) {
      rows.push_back(
          {Ink::surface, std::string(base::text(Word::map_not_selected, language)), empty});
    }
    return rows;
  }

  /// Draws from the top of `box` down, and cuts off what it takes.
  void draw_legend(base::Rect& box) {
    std::string title = figures_.measure_of(series_).label.in(choice_.language);
    if (!scene_.unit.empty()) title += ", " + scene_.unit;
    write_lines(box, title, Weight::semibold, title_size, title_line, Ink::text);
    std::string part = what_is_fixed();
    if (!part.empty() && !series_text().empty()) part += ", ";
    write_lines(box, part + series_text(), Weight::regular, text_size, text_line, Ink::text_muted);
    box.y += area_label_gap;
    const std::vector<LegendRow> rows = legend_rows();
    // Bare numbers where the name of the areas would run into some label.
    const bool has_names = std::all_of(rows.begin(), rows.end(), [&](const LegendRow& row) {
      const std::string count = areas_text(outlines_, row.count, choice_.language);
      return swatch_width + area_label_gap + width_of(row.label) + area_label_gap +
                 width_of(count) <=
             box.w;
    });
    for (const LegendRow& row : rows)
      draw_row(box, row, has_names);
  }

  /// "66.572 *": without its unit, which the legend says.
  std::string figure_of(const AreaFigure& area) const {
    const CellText shown = text_from_cell(area.cell, choice_.language);
    return shown.mark.empty() ? shown.figure : shown.figure + " " + shown.mark;
  }

  /// Each mark's colour, name and figure, from the top of `box` down.
  void draw_list(base::Rect& box) {
    box.y += list_gap;
    scene_.shapes.emplace_back(
        Polyline{{{box.x, box.y}, {box.right(), box.y}}, Ink::gridline, border_width});
    box.y += list_gap;
    for (std::size_t i = 0; i < areas_.size(); ++i) {
      const AreaFigure& area = areas_[i];
      const float top = box.y;
      const Ring swatch =
          ring_from_box({box.x, top + (text_line - list_swatch) / 2, list_swatch, list_swatch});
      scene_.shapes.emplace_back(
          Polygon{swatch, ink_of_figure(area), Ink::border_strong, border_width});
      if (area.rank == 0) hatch(swatch);
      const std::string figure = figure_of(area);
      scene_.shapes.emplace_back(TextLine{{box.right(), top + text_size},
                                          figure,
                                          Anchor::end,
                                          Weight::regular,
                                          text_size,
                                          Ink::text});
      base::Rect name = box;
      name.cut_left(list_swatch + area_label_gap);
      name.cut_right(width_of(figure) + area_label_gap);
      write_lines(name, scene_.marks[i].name, Weight::regular, text_size, text_line, Ink::text);
      box.y = name.y + list_row_gap;
      scene_.marks[i].row = {box.x - list_row_margin, top - list_row_gap / 2,
                             box.w + 2 * list_row_margin, box.y - top};
    }
  }

  float width_of(const std::string& text) const {
    return measure_(text, Weight::regular, text_size);
  }

  /// Writes a text into as many lines as its width asks for, at the top of `box`, and cuts it off.
  void write_lines(base::Rect& box, const std::string& text, Weight weight, float size,
                   float line_height, Ink ink) {
    std::string line;
    const auto write = [&] {
      if (line.empty()) return;
      const float baseline = box.y + size;
      scene_.shapes.emplace_back(
          TextLine{{box.x, baseline}, line, Anchor::start, weight, size, ink});
      box.y += line_height;
      line.clear();
    };
    for (const std::string_view word : base::split(text, ' ')) {
      const std::string longer = line.empty() ? std::string(word) : line + " " + std::string(word);
      if (measure_(longer, weight, size) > box.w) write();
      line = line.empty() ? std::string(word) : longer;
    }
    write();
  }

  void draw_row(base::Rect& box, const LegendRow& row, bool has_names) {
    const Language language = choice_.language;
    const Ring swatch = ring_from_box({box.x, box.y, swatch_width, swatch_height});
    scene_.shapes.emplace_back(Polygon{swatch, row.fill, Ink::border_strong, border_width});
    if (row.is_hatched) hatch(swatch);
    const float baseline = box.y + text_size;
    scene_.shapes.emplace_back(TextLine{{box.x + swatch_width + area_label_gap, baseline},
                                        row.label,
                                        Anchor::start,
                                        Weight::regular,
                                        text_size,
                                        Ink::text});
    scene_.shapes.emplace_back(TextLine{{box.right(), baseline},
                                        has_names ? areas_text(outlines_, row.count, language)
                                                  : base::text_from_count(row.count, language),
                                        Anchor::end,
                                        Weight::regular,
                                        text_size,
                                        Ink::text_muted});
    box.y += legend_row;
  }

  const PivotGrid& grid_;
  const Table& table_;
  const Outlines& outlines_;
  const MapChoice& choice_;
  const TextMeasure& measure_;
  MapFigures figures_;
  Scene scene_;
  std::size_t series_ = 0;
  std::vector<AreaFigure> areas_;
  std::size_t ranked_count_ = 0;
  int decimals_ = 0;
  std::optional<MapClasses> classes_;
};

}  // namespace

std::vector<MapPicker> pickers_of_map(const PivotGrid& grid, const MapPicks& picks,
                                      Language language) {
  const MapFigures figures(grid);
  if (figures.series_count() == 0) return {};
  return figures.pickers(figures.series_of(picks), language);
}

Scene map_from_grid(const PivotGrid& grid, const Outlines& outlines, const MapChoice& choice,
                    const TextMeasure& measure) {
  return MapPainter(grid, outlines, choice, measure).paint();
}

}  // namespace stats
