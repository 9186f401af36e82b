#include "stats/chart.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/number.h"
#include "stats/cell_text.h"
#include "stats/chart_parts.h"

namespace stats {
namespace {

using base::Language;
using base::Word;
using Dimensions = std::vector<std::uint32_t>;

// What a chart can hold lies far below; above, only reading the cells would take the time.
constexpr std::size_t cells_max = 20'000;

struct KindName {
  ChartKind kind;
  std::string_view word;
  Word name;
};
constexpr std::array kind_names = {
    KindName{ChartKind::line, "line", Word::chart_line},
    KindName{ChartKind::bar, "bar", Word::chart_bar},
    KindName{ChartKind::stacked, "stacked", Word::chart_stacked},
    KindName{ChartKind::stacked_share, "stacked-share", Word::chart_stacked_share},
    KindName{ChartKind::pyramid, "pyramid", Word::chart_pyramid},
    KindName{ChartKind::scatter, "scatter", Word::chart_scatter},
    KindName{ChartKind::multiples, "multiples", Word::chart_multiples},
};

bool is_over_time(ChartKind kind) {
  return kind == ChartKind::line || kind == ChartKind::multiples;
}

const Dimension& dimension_of(const PivotGrid& grid, std::uint32_t dimension) {
  return grid.table().dimensions[dimension];
}

/// "laki-laki", "male": the category is men, or women. By label, since codes differ from table to
/// table.
bool begins_with_any(const Category& category, std::initializer_list<std::string_view> words) {
  for (const std::string* label : {&category.label.id, &category.label.en})
    for (const std::string_view word : words)
      if (label->starts_with(word)) return true;
  return false;
}

bool is_men(const Category& category) {
  return begins_with_any(category, {"Laki", "laki", "Pria", "pria", "Male", "male", "Men", "Boys"});
}

bool is_women(const Category& category) {
  return begins_with_any(category, {"Perempuan", "perempuan", "Wanita", "wanita", "Female",
                                    "female", "Women", "Girls"});
}

/// Ages and the two sexes of a grid that shows nothing else.
struct AgesAndSexes {
  std::uint32_t ages = 0;
  bool are_women_first = false;
};
std::optional<AgesAndSexes> ages_and_sexes(const PivotGrid& grid) {
  const Dimensions spread = spread_dimensions(grid);
  if (spread.size() != 2) return std::nullopt;
  for (const std::size_t place : {0u, 1u}) {
    const std::uint32_t ages = spread[place], sexes = spread[1 - place];
    const Dimension& sex = dimension_of(grid, sexes);
    const std::vector<std::uint32_t> charted = charted_categories(grid, sexes);
    if (!has_own_order(dimension_of(grid, ages)) || charted.size() != 2) continue;
    if (dimension_of(grid, ages).role == Role::time) continue;
    const Category& first = sex.categories[charted[0]];
    const Category& second = sex.categories[charted[1]];
    if (is_men(first) && is_women(second)) return AgesAndSexes{ages, false};
    if (is_women(first) && is_men(second)) return AgesAndSexes{ages, true};
  }
  return std::nullopt;
}

/// The dimensions that make the categories of a chart of this kind.
Dimensions along_of(const PivotGrid& grid, ChartKind kind) {
  const Dimensions spread = spread_dimensions(grid);
  if (is_over_time(kind)) {
    const auto time = grid.table().time_dimension();
    if (time && std::find(spread.begin(), spread.end(), *time) != spread.end()) return {*time};
    return {};
  }
  if (kind == ChartKind::pyramid) {
    const auto found = ages_and_sexes(grid);
    return found ? Dimensions{found->ages} : Dimensions{};
  }
  Dimensions along;
  const std::uint32_t measure = grid.table().measure_dimension();
  if (kind == ChartKind::scatter) {
    for (const std::uint32_t dimension : spread)
      if (dimension != measure) along.push_back(dimension);
    return along;
  }
  for (const AxisLevel& level : grid.stub())
    if (std::find(spread.begin(), spread.end(), level.dimension) != spread.end())
      along.push_back(level.dimension);
  // A grid of one row is a chart of its columns.
  return along.empty() ? spread : along;
}

/// Figures of a chart of this kind; periods rise, whatever the order of the grid.
ChartData chart_data(const PivotGrid& grid, ChartKind kind, Language language) {
  ChartData data = data_from_grid(grid, along_of(grid, kind), language);
  if (kind == ChartKind::pyramid && ages_and_sexes(grid)->are_women_first)
    std::swap(data.series[0], data.series[1]);
  if (!is_over_time(kind)) return data;
  const std::vector<std::uint32_t> shown = charted_categories(grid, *grid.table().time_dimension());
  std::vector<std::size_t> order(shown.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    order[i] = i;
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return shown[a] < shown[b]; });
  // Lines that are left out of a grid leave fewer categories than its level has.
  if (data.categories.size() != shown.size()) return data;
  ChartData sorted = data;
  for (std::size_t i = 0; i < order.size(); ++i) {
    sorted.categories[i] = data.categories[order[i]];
    for (std::size_t s = 0; s < data.series.size(); ++s)
      sorted.series[s].values[i] = data.series[s].values[order[i]];
  }
  return sorted;
}

bool has_figures(const ChartData& data) {
  for (const ChartSeries& series : data.series)
    for (const ChartValue& value : series.values)
      if (value.has_figure) return true;
  return false;
}

std::string count(std::size_t number, Language language) {
  return base::text_from_count(number, language);
}

/// Why figures cannot be stacked: time and measures are no parts of a whole.
bool can_be_stacked(const PivotGrid& grid, const ChartData& data) {
  if (!data.is_additive || data.series.size() < 2 || bounds_of(data).low < 0) return false;
  const Dimensions along = along_of(grid, ChartKind::stacked);
  for (const std::uint32_t dimension : spread_dimensions(grid)) {
    if (std::find(along.begin(), along.end(), dimension) != along.end()) continue;
    const Role role = dimension_of(grid, dimension).role;
    if (role == Role::time || role == Role::measure) return false;
  }
  return true;
}

std::size_t pairs_count(const ChartData& data) {
  std::size_t pairs = 0;
  for (std::size_t i = 0; i < data.categories.size(); ++i)
    if (data.series[0].values[i].has_figure && data.series[1].values[i].has_figure) ++pairs;
  return pairs;
}

/// Too many series or bars, or units that do not go together; empty where all is well.
std::string refusal_of_size(const ChartData& data, ChartKind kind, Language language) {
  if (!data.has_one_unit) return std::string(base::text(Word::chart_several_units, language));
  const std::size_t series_max = kind == ChartKind::multiples ? chart_panels_max : chart_series_max;
  if (data.series.size() > series_max)
    return base::text(Word::chart_too_many_series, language,
                      {count(data.series.size(), language), count(series_max, language)});
  const std::size_t bars =
      kind == ChartKind::bar ? data.categories.size() * data.series.size() : data.categories.size();
  if (!is_over_time(kind) && bars > chart_bars_max)
    return base::text(Word::chart_too_many_bars, language,
                      {count(bars, language), count(chart_bars_max, language)});
  return "";
}

/// What the shape of the grid forbids, before its figures are read.
std::string refusal_of_shape(const PivotGrid& grid, ChartKind kind, Language language) {
  if (grid.rows_count() * grid.columns_count() > cells_max)
    return std::string(base::text(Word::chart_too_large, language));
  if (is_over_time(kind) && along_of(grid, kind).empty())
    return std::string(base::text(Word::chart_needs_periods, language));
  if (kind == ChartKind::pyramid && !ages_and_sexes(grid))
    return std::string(base::text(Word::chart_needs_ages, language));
  return "";
}

std::string refusal_of_data(const PivotGrid& grid, const ChartData& data, ChartKind kind,
                            Language language) {
  if (kind == ChartKind::scatter) {
    const bool are_measures =
        data.series.size() == 2 && data.series[0].measure != data.series[1].measure;
    if (!are_measures || pairs_count(data) < 3)
      return std::string(base::text(Word::chart_needs_measures, language));
    return "";
  }
  if (!has_figures(data)) return std::string(base::text(Word::chart_no_figures, language));
  const bool is_stack = kind == ChartKind::stacked || kind == ChartKind::stacked_share;
  if (is_stack && !can_be_stacked(grid, data))
    return std::string(base::text(Word::chart_needs_parts, language));
  if (kind == ChartKind::pyramid && bounds_of(data).low < 0)
    return std::string(base::text(Word::chart_needs_ages, language));
  return refusal_of_size(data, kind, language);
}

std::string refusal_of_grid(const PivotGrid& grid, ChartKind kind, Language language) {
  std::string of_shape = refusal_of_shape(grid, kind, language);
  if (!of_shape.empty()) return of_shape;
  return refusal_of_data(grid, chart_data(grid, kind, language), kind, language);
}

/// The same view with the first of its measures alone, where they have several units, which have no
/// axis together; else nothing.
std::optional<PivotGrid> grid_of_first_measure(const PivotGrid& grid) {
  if (grid.view().pivot.calculation != Calculation::none) return std::nullopt;
  const std::vector<std::uint32_t> shown = measures_of_chart(grid);
  const std::vector<Category>& measures = grid.table().measure().categories;
  const bool has_one_unit = std::all_of(shown.begin(), shown.end(), [&](std::uint32_t at) {
    return measures[at].unit == measures[shown.front()].unit;
  });
  if (has_one_unit) return std::nullopt;
  return grid_of_measure(grid, shown.front());
}

/// "Ukuran: Kepadatan. Satuan yang berbeda tidak digambar pada satu sumbu. Pilih satu ukuran."
std::string first_measure_note(const PivotGrid& first, Language language) {
  const Dimension& measure = first.table().measure();
  return measure.label.in(language) + ": " +
         measure.categories[first.measure_at(0, 0)].label.in(language) + ". " +
         std::string(base::text(Word::chart_several_units, language));
}

/// "Jumlah penduduk menurut kecamatan, 2010–2025, jiwa. Kecamatan: 5 dari 22".
std::string subtitle_of(const PivotGrid& grid, const ChartData& data, ChartKind kind) {
  std::string subtitle = title_from_grid(grid, data.language);
  const std::string marks = title_marks(grid);
  if (!marks.empty()) subtitle += " " + marks;
  const std::string unit = kind == ChartKind::stacked_share
                               ? std::string(base::text(Word::unit_per_cent, data.language))
                               : data.unit;
  if (!unit.empty()) subtitle += ", " + unit;
  for (const std::uint32_t at : spread_dimensions(grid)) {
    const Dimension& dimension = dimension_of(grid, at);
    const std::size_t shown = charted_categories(grid, at).size();
    if (dimension.role == Role::time || dimension.role == Role::measure) continue;
    if (shown + 1 >= dimension.categories.size()) continue;
    subtitle += " · " + base::text(Word::chart_part_count, data.language,
                                   {dimension.label.in(data.language), count(shown, data.language),
                                    count(dimension.categories.size(), data.language)});
  }
  return subtitle;
}

bool has_unsure_figure(const ChartData& data) {
  for (const ChartSeries& series : data.series)
    for (const ChartValue& value : series.values)
      if (value.has_figure && is_unsure(value.status)) return true;
  return false;
}

/// Notes, source and citation: what stands below the drawing.
void tell_origin(Scene& scene, const PivotGrid& grid, const ChartData& data,
                 const ChartChoice& choice) {
  const Table& table = grid.table();
  const bool has_points = is_over_time(choice.kind) || choice.kind == ChartKind::scatter;
  if (has_points && has_unsure_figure(data))
    scene.notes.emplace_back(base::text(Word::chart_empty_circle, choice.language));
  if (data.has_totals_left_out)
    scene.notes.emplace_back(base::text(Word::chart_totals_left_out, choice.language));
  for (const CellStatus status : grid.statuses_in_use()) {
    if (status == CellStatus::final) continue;
    scene.notes.push_back(std::string(mark_from_status(status)) + " " +
                          std::string(meaning_from_status(status, choice.language)));
  }
  for (const std::uint32_t note : grid.notes_in_use()) {
    const int number = grid.note_number(note);
    const std::string mark = number > 0 ? superscript_from_number(number) + " " : "";
    scene.notes.push_back(mark + table.notes[note].text.in(choice.language));
  }
  scene.source = table.source.in(choice.language);
  scene.citation = base::text(Word::citation, choice.language,
                              {scene.source, title_from_grid(grid, choice.language), table.code});
  if (!choice.address.empty()) scene.citation += ", " + choice.address;
}

std::string measure_name(const PivotGrid& grid, const ChartData& data) {
  const Table& table = grid.table();
  std::set<std::uint32_t> measures;
  for (const ChartSeries& series : data.series)
    measures.insert(series.measure);
  if (measures.size() != 1) return table.title.in(data.language);
  return table.measure().categories[*measures.begin()].label.in(data.language);
}

/// The categories keep the order of the grid: their own, or one that the reader has sorted.
bool keeps_order(const PivotGrid& grid, ChartKind kind) {
  if (!grid.view().pivot.sorts.empty()) return true;
  const Dimensions along = along_of(grid, kind);
  if (along.size() != 1) return true;
  return has_own_order(dimension_of(grid, along.front()));
}

void draw(ChartDrawing& drawing, const PivotGrid& grid) {
  const ChartData& data = drawing.data();
  Scene& scene = drawing.scene();
  const ChartKind kind = drawing.choice().kind;
  switch (kind) {
    case ChartKind::line:
      draw_lines(drawing);
      return say_changes(scene, data);
    case ChartKind::multiples:
      draw_multiples(drawing);
      return say_changes(scene, data);
    case ChartKind::bar:
      draw_bars(drawing, keeps_order(grid, kind));
      break;
    case ChartKind::stacked:
    case ChartKind::stacked_share:
      draw_stacks(drawing, keeps_order(grid, kind), kind == ChartKind::stacked_share);
      break;
    case ChartKind::pyramid:
      draw_pyramid(drawing, dimension_of(grid, ages_and_sexes(grid)->ages).label.in(data.language));
      break;
    case ChartKind::scatter: {
      std::vector<std::string> units;
      for (const ChartSeries& series : data.series)
        units.push_back(grid.table().measure().categories[series.measure].unit.in(data.language));
      draw_scatter(drawing, units);
      return say_correlation(scene, data);
    }
  }
  say_extremes(scene, data, measure_name(grid, data));
}

}  // namespace

std::string_view word_from_chart_kind(ChartKind kind) {
  return kind_names[static_cast<std::size_t>(kind)].word;
}

std::optional<ChartKind> chart_kind_from_word(std::string_view word) {
  for (const KindName& known : kind_names)
    if (known.word == word) return known.kind;
  return std::nullopt;
}

Word name_of(ChartKind kind) { return kind_names[static_cast<std::size_t>(kind)].name; }

std::string chart_refusal(const PivotGrid& grid, ChartKind kind, Language language) {
  std::string refusal = refusal_of_grid(grid, kind, language);
  if (refusal.empty()) return refusal;
  const std::optional<PivotGrid> first = grid_of_first_measure(grid);
  return first ? refusal_of_grid(*first, kind, language) : refusal;
}

std::vector<std::uint32_t> measures_of_chart(const PivotGrid& grid) {
  for (const auto* levels : {&grid.stub(), &grid.heading()}) {
    for (const AxisLevel& level : *levels) {
      if (level.dimension == grid.table().measure_dimension() && level.categories.size() > 1)
        return level.categories;
    }
  }
  return {};
}

PivotGrid grid_of_measure(const PivotGrid& grid, std::uint32_t measure) {
  const Dimension& dimension = grid.table().measure();
  View view = grid.view();
  view.query.set(dimension.code, selection_from_picked(dimension, {measure}));
  return grid_from_table(grid.table_pointer(), view);
}

ChartKind default_chart(const PivotGrid& grid) {
  const auto fits = [&](ChartKind kind) { return chart_refusal(grid, kind, Language::id).empty(); };
  // Measures of many periods would be a cloud that time has no place in.
  const bool has_periods = !along_of(grid, ChartKind::line).empty();
  if (!has_periods && fits(ChartKind::scatter)) return ChartKind::scatter;
  for (const ChartKind kind : {ChartKind::pyramid, ChartKind::line, ChartKind::multiples,
                               ChartKind::bar, ChartKind::stacked, ChartKind::scatter})
    if (fits(kind)) return kind;
  return ChartKind::bar;
}

Scene chart_from_grid(const PivotGrid& grid, const ChartChoice& choice,
                      const TextMeasure& measure) {
  ChartData data;
  std::string refusal = refusal_of_shape(grid, choice.kind, choice.language);
  if (refusal.empty()) {
    data = chart_data(grid, choice.kind, choice.language);
    refusal = refusal_of_data(grid, data, choice.kind, choice.language);
  }
  if (!refusal.empty()) {
    const std::optional<PivotGrid> first = grid_of_first_measure(grid);
    if (first && refusal_of_grid(*first, choice.kind, choice.language).empty()) {
      Scene scene = chart_from_grid(*first, choice, measure);
      scene.notes.insert(scene.notes.begin(), first_measure_note(*first, choice.language));
      return scene;
    }
    Scene scene;
    scene.title = title_from_grid(grid, choice.language);
    scene.width = choice.width;
    scene.refusal = std::move(refusal);
    return scene;
  }
  ChartDrawing drawing(data, choice, measure);
  draw(drawing, grid);
  Scene scene = std::move(drawing.scene());
  if (scene.title.empty()) scene.title = title_from_grid(grid, choice.language);
  scene.subtitle = subtitle_of(grid, data, choice.kind);
  scene.unit = data.unit;
  tell_origin(scene, grid, data, choice);
  return scene;
}

}  // namespace stats
