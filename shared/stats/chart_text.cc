// What a chart shows, in sentences made from its figures: nothing that they do not say.
#include <algorithm>
#include <cmath>
#include <optional>

#include "base/number.h"
#include "base/words.h"
#include "stats/chart_parts.h"

namespace stats {
namespace {

using base::Word;

constexpr std::size_t series_told_max = 3;

std::optional<std::size_t> first_figure(const ChartSeries& series) {
  for (std::size_t i = 0; i < series.values.size(); ++i)
    if (series.values[i].has_figure) return i;
  return std::nullopt;
}

std::optional<std::size_t> last_figure(const ChartSeries& series) {
  for (std::size_t i = series.values.size(); i-- > 0;)
    if (series.values[i].has_figure) return i;
  return std::nullopt;
}

/// "Lubai naik dari 30.000 (2010) menjadi 35.284 (2025)"; empty where there are no two figures.
std::string change_of(const ChartSeries& series, const ChartData& data) {
  const auto first = first_figure(series), last = last_figure(series);
  if (!first || first == last) return "";
  const ChartValue& from = series.values[*first];
  const ChartValue& to = series.values[*last];
  const Word word = to.figure > from.figure   ? Word::chart_says_rose
                    : to.figure < from.figure ? Word::chart_says_fell
                                              : Word::chart_says_same;
  return base::text(
      word, data.language,
      {series.name, from.text, data.categories[*first], to.text, data.categories[*last]});
}

/// "A melampaui B sepanjang 2010–2025", "A menyusul B pada 2025"; empty where it is neither, or
/// where a figure lacks that would decide.
std::string comparison_of(const ChartSeries& above, const ChartSeries& below,
                          const ChartData& data) {
  std::optional<std::size_t> passed_at;
  bool is_above_throughout = true;
  for (std::size_t i = 0; i < above.values.size(); ++i) {
    const ChartValue& a = above.values[i];
    const ChartValue& b = below.values[i];
    if (!a.has_figure || !b.has_figure) return "";
    if (a.figure > b.figure) {
      if (!passed_at) passed_at = i;
    } else {
      is_above_throughout = false;
      passed_at.reset();
    }
  }
  if (!passed_at) return "";
  if (!is_above_throughout)
    return base::text(Word::chart_says_passed, data.language,
                      {above.name, below.name, data.categories[*passed_at]});
  return base::text(
      Word::chart_says_above, data.language,
      {above.name, below.name, data.categories.front() + "–" + data.categories.back()});
}

/// By the last period, the highest first; those without a figure there are left out.
std::vector<const ChartSeries*> by_last_figure(const ChartData& data) {
  std::vector<const ChartSeries*> order;
  for (const ChartSeries& series : data.series)
    if (!series.values.empty() && series.values.back().has_figure) order.push_back(&series);
  std::stable_sort(order.begin(), order.end(), [](const ChartSeries* a, const ChartSeries* b) {
    return a->values.back().figure > b->values.back().figure;
  });
  return order;
}

void add_sentence(std::string& text, const std::string& sentence) {
  if (sentence.empty()) return;
  if (!text.empty()) text += ' ';
  text += sentence + ".";
}

/// The highest and the lowest figure of all; nothing where there is none.
struct Extreme {
  std::string name;
  std::string text;
  double figure;
};
std::optional<std::pair<Extreme, Extreme>> extremes_of(const ChartData& data) {
  std::optional<std::pair<Extreme, Extreme>> found;
  for (const ChartSeries& series : data.series) {
    for (std::size_t i = 0; i < series.values.size(); ++i) {
      const ChartValue& value = series.values[i];
      if (!value.has_figure) continue;
      std::string name = data.categories[i];
      if (name.empty() || data.series.size() > 1) name += (name.empty() ? "" : ", ") + series.name;
      const Extreme here{name, value.text, value.figure};
      if (!found) found = {here, here};
      if (here.figure > found->first.figure) found->first = here;
      if (here.figure < found->second.figure) found->second = here;
    }
  }
  return found;
}

}  // namespace

void say_changes(Scene& scene, const ChartData& data) {
  const std::vector<const ChartSeries*> order = by_last_figure(data);
  if (order.size() >= 2) scene.title = comparison_of(*order[0], *order[1], data);
  if (scene.title.empty() && !order.empty()) scene.title = change_of(*order[0], data);
  if (order.size() >= 2) add_sentence(scene.sentence, scene.title);
  if (data.series.size() > chart_series_max) {
    std::size_t rose = 0;
    for (const ChartSeries& series : data.series) {
      const auto first = first_figure(series), last = last_figure(series);
      if (first && series.values[*last].figure > series.values[*first].figure) ++rose;
    }
    scene.title = base::text(Word::chart_says_rose_count, data.language,
                             {base::text_from_count(rose, data.language),
                              base::text_from_count(data.series.size(), data.language),
                              data.categories.front(), data.categories.back()});
    scene.sentence = scene.title + ".";
  }
  for (std::size_t i = 0; i < std::min(order.size(), series_told_max); ++i) {
    const std::string change = change_of(*order[i], data);
    if (scene.sentence.find(change) == std::string::npos) add_sentence(scene.sentence, change);
  }
}

void say_extremes(Scene& scene, const ChartData& data, const std::string& measure) {
  const auto extremes = extremes_of(data);
  if (!extremes) return;
  const auto& [highest, lowest] = *extremes;
  scene.title = base::text(Word::chart_says_highest, data.language, {measure, highest.name});
  add_sentence(scene.sentence, base::text(Word::chart_says_extremes, data.language,
                                          {highest.name, highest.text, lowest.name, lowest.text}));
}

void say_correlation(Scene& scene, const ChartData& data) {
  double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
  const auto each_pair = [&](auto work) {
    for (std::size_t i = 0; i < data.categories.size(); ++i) {
      const ChartValue& a = data.series[0].values[i];
      const ChartValue& b = data.series[1].values[i];
      if (a.has_figure && b.has_figure) work(a.figure, b.figure);
    }
  };
  each_pair([&](double a, double b) { ++n, x += a, y += b; });
  each_pair([&](double a, double b) {
    xx += (a - x / n) * (a - x / n);
    yy += (b - y / n) * (b - y / n);
    xy += (a - x / n) * (b - y / n);
  });
  if (xx <= 0 || yy <= 0) return;
  scene.title = base::text(Word::chart_says_correlation, data.language,
                           {data.series[0].name, data.series[1].name,
                            base::text_from_number(xy / std::sqrt(xx * yy), 2, data.language),
                            base::text_from_count(static_cast<std::uint64_t>(n), data.language)});
  add_sentence(scene.sentence, scene.title);
}

}  // namespace stats
