#include "exporter/picture.h"

#include <algorithm>
#include <utility>

#include "base/number.h"
#include "base/text.h"
#include "base/words.h"
#include "formats/geojson.h"
#include "stats/chart.h"
#include "stats/map.h"

namespace exporter {
namespace {

using base::Language;
using base::Word;
using wire::PictureChoice;

// Parameters of the address. One of the map's dimensions is its code behind `map_dimension`.
constexpr std::string_view chart_kind = "grafik", chart_measure = "grafik.ukuran";
constexpr std::string_view map_dimension = "peta.d.";
constexpr std::string_view map_classing = "peta.kelas";
constexpr std::string_view map_count = "peta.banyak";
constexpr std::string_view map_limits = "peta.batas";
constexpr std::string_view map_colours = "peta.warna";
constexpr std::string_view padi = "padi", enim = "enim", fitting = "0";

/// Of a wide one, so that a usual window has it in sight as a whole; a narrow one is square.
constexpr float map_height = 470;

std::string label(Word word, Language language) { return std::string(base::text(word, language)); }

std::string_view wish_of(const Wanted& wanted, std::string_view name) {
  const auto found = wanted.picture.find(std::string(name));
  return found == wanted.picture.end() ? std::string_view() : found->second;
}

// --- Charts ---

/// Which of several measures is drawn; the first option is all of them together.
PictureChoice measure_choice(const stats::PivotGrid& grid,
                             const std::vector<std::uint32_t>& measures, const Wanted& wanted) {
  const stats::Dimension& dimension = grid.table().measure();
  PictureChoice choice{std::string(chart_measure), dimension.label.in(wanted.language), {}};
  choice.options.push_back({{}, label(Word::all_periods, wanted.language)});
  for (const std::uint32_t measure : measures) {
    const stats::Category& category = dimension.categories[measure];
    if (category.code == wish_of(wanted, chart_measure)) choice.chosen = category.code;
    choice.options.push_back({category.code, category.label.in(wanted.language)});
  }
  return choice;
}

wire::Picture chart_of_grid(const stats::PivotGrid& grid, const Wanted& wanted,
                            const PictureFrame& frame, const stats::TextMeasure& measure) {
  stats::ChartChoice wish;
  wish.kind =
      stats::chart_kind_from_word(wish_of(wanted, chart_kind)).value_or(stats::default_chart(grid));
  wish.width = frame.width;
  wish.language = wanted.language;
  wish.address = frame.address;
  PictureChoice kinds{std::string(chart_kind), label(Word::chart_kind, wanted.language),
                      std::string(stats::word_from_chart_kind(wish.kind))};
  for (const stats::ChartKind kind : stats::chart_kinds) {
    kinds.options.push_back({std::string(stats::word_from_chart_kind(kind)),
                             label(stats::name_of(kind), wanted.language),
                             stats::chart_refusal(grid, kind, wanted.language)});
  }
  return {stats::chart_from_grid(grid, wish, measure), {std::move(kinds)}};
}

wire::Picture chart_of(const stats::PivotGrid& grid, const Wanted& wanted,
                       const PictureFrame& frame, const stats::TextMeasure& measure) {
  const std::vector<std::uint32_t> measures = stats::measures_of_chart(grid);
  if (measures.empty()) return chart_of_grid(grid, wanted, frame, measure);
  PictureChoice choice = measure_choice(grid, measures, wanted);
  const auto chosen = grid.table().measure().find(choice.chosen);
  wire::Picture picture =
      chosen ? chart_of_grid(stats::grid_of_measure(grid, *chosen), wanted, frame, measure)
             : chart_of_grid(grid, wanted, frame, measure);
  picture.choices.push_back(std::move(choice));
  return picture;
}

// --- Maps ---

/// Figures between commas. What is no figure makes limits that are not well, so that the map
/// says what they have to be.
std::vector<double> limits_of(std::string_view figures) {
  std::vector<double> limits;
  for (const std::string_view part : base::split(figures, ',')) {
    if (part.empty()) continue;
    const auto limit = base::number_from_figure(part);
    if (!limit) return {};
    limits.push_back(*limit);
  }
  return limits;
}

stats::ClassChoice classes_of(const Wanted& wanted) {
  stats::ClassChoice classes;
  classes.classing =
      stats::classing_from_word(wish_of(wanted, map_classing)).value_or(stats::Classing::round);
  const auto count = base::number_from_figure(wish_of(wanted, map_count));
  if (count && *count >= 2 && *count <= stats::map_classes_max)
    classes.count = static_cast<int>(*count);
  if (classes.classing == stats::Classing::own)
    classes.limits = limits_of(wish_of(wanted, map_limits));
  return classes;
}

stats::MapPicks picks_of(const Wanted& wanted) {
  stats::MapPicks picks;
  for (const auto& [name, value] : wanted.picture)
    if (name.starts_with(map_dimension)) picks[name.substr(map_dimension.size())] = value;
  return picks;
}

PictureChoice count_choice(const stats::ClassChoice& classes, Language language) {
  PictureChoice choice{std::string(map_count), label(Word::map_classes_count, language),
                       std::to_string(classes.count)};
  choice.options.push_back({std::string(fitting), label(Word::map_count_fitting, language)});
  for (int count = 2; count <= stats::map_classes_max; ++count)
    choice.options.push_back({std::to_string(count), std::to_string(count)});
  return choice;
}

std::vector<PictureChoice> choices_of_map(const stats::PivotGrid& grid,
                                          const stats::MapChoice& wish) {
  std::vector<PictureChoice> choices;
  for (const stats::MapPicker& picker : stats::pickers_of_map(grid, wish.picks, wish.language)) {
    PictureChoice choice{std::string(map_dimension) + picker.dimension, picker.label,
                         picker.chosen};
    for (const stats::MapPicker::Option& option : picker.options)
      choice.options.push_back({option.code, option.label});
    choices.push_back(std::move(choice));
  }
  const stats::Classing classing = wish.classes.classing;
  PictureChoice classings{std::string(map_classing), label(Word::map_classes, wish.language),
                          std::string(stats::word_from_classing(classing))};
  for (const stats::Classing each : stats::classings) {
    classings.options.push_back(
        {std::string(stats::word_from_classing(each)), label(stats::name_of(each), wish.language)});
  }
  choices.push_back(std::move(classings));
  if (classing == stats::Classing::own) {
    choices.push_back({std::string(map_limits),
                       label(Word::map_own, wish.language),
                       {},
                       {},
                       label(Word::map_own_hint, wish.language)});
  } else {
    choices.push_back(count_choice(wish.classes, wish.language));
  }
  choices.push_back({std::string(map_colours),
                     label(Word::map_colours, wish.language),
                     std::string(wish.ramp == stats::Ink::sequential_padi ? padi : enim),
                     {{std::string(enim), label(Word::map_colours_enim, wish.language)},
                      {std::string(padi), label(Word::map_colours_padi, wish.language)}}});
  return choices;
}

base::Result<wire::Picture> map_of(const stats::PivotGrid& grid, const Wanted& wanted,
                                   const PictureFrame& frame, const stats::TextMeasure& measure) {
  const auto outlines = formats::outlines_from_geojson(frame.outlines);
  if (!outlines) return tl::unexpected<base::Error>(outlines.error());
  stats::MapChoice wish;
  wish.classes = classes_of(wanted);
  wish.picks = picks_of(wanted);
  if (wish_of(wanted, map_colours) == padi) wish.ramp = stats::Ink::sequential_padi;
  wish.language = wanted.language;
  wish.width = frame.width;
  wish.height = frame.width < stats::map_wide_min ? frame.width : map_height;
  wish.address = frame.address;
  return wire::Picture{stats::map_from_grid(grid, *outlines, wish, measure),
                       choices_of_map(grid, wish)};
}

}  // namespace

base::Result<wire::Picture> picture_from_grid(const stats::PivotGrid& grid, const Wanted& wanted,
                                              const PictureFrame& frame,
                                              const stats::TextMeasure& measure) {
  if (wanted.is_map) return map_of(grid, wanted, frame, measure);
  return chart_of(grid, wanted, frame, measure);
}

}  // namespace exporter
