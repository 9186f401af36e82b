#include "stats/map_classes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "base/must.h"
#include "base/number.h"
#include "base/words.h"

namespace stats {
namespace {

using base::Language;
using base::Word;

struct ClassingName {
  std::string_view word;
  Word name;
};
/// In the order of Classing.
constexpr ClassingName classing_names[] = {{"round", Word::map_round},
                                           {"quantile", Word::map_quantile},
                                           {"equal-steps", Word::map_equal_steps},
                                           {"own", Word::map_own}};

using Steps = std::vector<double>;  // Whole numbers, in steps of the last decimal.

/// The roundest number above `low` and up to `high`: a multiple of the largest 5, 2 or 1 with
/// noughts behind; of several the one nearest to `wish`.
double roundest_between(double low, double high, double wish) {
  constexpr int noughts_max = 18;
  for (int noughts = noughts_max; noughts >= 0; --noughts) {
    for (const double digit : {5.0, 2.0, 1.0}) {
      const double step = digit * std::pow(10.0, noughts);
      const double first = (std::floor(low / step) + 1) * step;
      const double last = std::floor(high / step) * step;
      if (first > last) continue;
      return std::clamp(std::round(wish / step) * step, first, last);
    }
  }
  return high;
}

/// Near each quantile the roundest number is taken that moves few areas to another class.
Steps round_limits(const Steps& sorted, std::size_t count) {
  const std::size_t size = sorted.size();
  const std::size_t leeway = std::max<std::size_t>(1, size / (3 * count));
  Steps limits;
  for (std::size_t k = 1; k < count; ++k) {
    const std::size_t place = (2 * k * size + count) / (2 * count);  // k/count of them, rounded.
    if (place == 0 || place >= size) continue;
    double low = sorted[place - std::min(place, 1 + leeway)];
    if (!limits.empty()) {
      // No class is empty: the one that ends here holds the first figure from the limit before on.
      const auto next = std::lower_bound(sorted.begin(), sorted.end(), limits.back());
      low = std::max(low, *next);
    }
    const double high = sorted[std::min(size - 1, place + leeway)];
    if (low >= high) continue;
    limits.push_back(roundest_between(low, high, (sorted[place - 1] + sorted[place]) / 2));
  }
  return limits;
}

Steps quantile_limits(const Steps& sorted, std::size_t count) {
  Steps limits;
  for (std::size_t k = 1; k < count; ++k) {
    const std::size_t place = (k * sorted.size() + count - 1) / count;  // k/count of them, up.
    const double limit = sorted[std::min(place, sorted.size() - 1)];
    if (limit > (limits.empty() ? sorted.front() : limits.back())) limits.push_back(limit);
  }
  return limits;
}

Steps equal_limits(const Steps& sorted, std::size_t count) {
  const double width = (sorted.back() - sorted.front()) / static_cast<double>(count);
  Steps limits;
  for (std::size_t k = 1; k < count; ++k) {
    const double limit = std::ceil(sorted.front() + static_cast<double>(k) * width);
    if (limit > (limits.empty() ? sorted.front() : limits.back())) limits.push_back(limit);
  }
  return limits;
}

/// Six for the 22 districts and five for the 17 regencies: three areas a class and more.
std::size_t fitting_count(std::size_t figures_count) {
  constexpr std::size_t areas_in_class = 3, most = 6;
  return std::clamp<std::size_t>(figures_count / areas_in_class, 2, most);
}

}  // namespace

std::string_view word_from_classing(Classing classing) {
  return classing_names[static_cast<std::size_t>(classing)].word;
}

std::optional<Classing> classing_from_word(std::string_view word) {
  for (const Classing classing : classings)
    if (word_from_classing(classing) == word) return classing;
  return std::nullopt;
}

base::Word name_of(Classing classing) {
  return classing_names[static_cast<std::size_t>(classing)].name;
}

bool is_well(const ClassChoice& choice) {
  if (choice.classing != Classing::own) return true;
  const auto does_not_rise = [](double a, double b) { return !(a < b); };
  return !choice.limits.empty() && choice.limits.size() < map_classes_max &&
         std::all_of(choice.limits.begin(), choice.limits.end(),
                     [](double limit) { return std::isfinite(limit); }) &&
         std::adjacent_find(choice.limits.begin(), choice.limits.end(), does_not_rise) ==
             choice.limits.end();
}

MapClasses::MapClasses(const std::vector<double>& figures, const ClassChoice& choice, int decimals)
    : decimals_(decimals), scale_(std::pow(10.0, decimals)) {
  MUST(is_well(choice));
  if (figures.empty()) return;
  Steps sorted;
  for (const double figure : figures)
    sorted.push_back(steps_from(figure));
  std::sort(sorted.begin(), sorted.end());
  first_ = sorted.front();
  const std::size_t count =
      choice.count == 0 ? fitting_count(sorted.size())
                        : static_cast<std::size_t>(std::clamp(choice.count, 2, map_classes_max));
  switch (choice.classing) {
    case Classing::round:
      limits_ = round_limits(sorted, count);
      break;
    case Classing::quantile:
      limits_ = quantile_limits(sorted, count);
      break;
    case Classing::equal_steps:
      limits_ = equal_limits(sorted, count);
      break;
    case Classing::own:
      for (const double limit : choice.limits) {
        // What is not below the limit begins at the next step; a limit that lies on a step may be
        // a hair above it as a double.
        const double steps = limit * scale_, nearest = std::round(steps);
        limits_.push_back(std::abs(steps - nearest) < 1e-6 ? nearest : std::ceil(steps));
      }
      limits_.erase(std::unique(limits_.begin(), limits_.end()), limits_.end());
      break;
  }
  counts_.resize(limits_.size() + 1);
  for (const double figure : figures)
    ++counts_[class_of(figure)];
}

double MapClasses::steps_from(double figure) const { return std::round(figure * scale_); }

std::size_t MapClasses::class_of(double figure) const {
  const auto above = std::upper_bound(limits_.begin(), limits_.end(), steps_from(figure));
  return static_cast<std::size_t>(above - limits_.begin());
}

std::string MapClasses::text(double steps, Language language) const {
  return base::text_from_number(steps / scale_, decimals_, language);
}

std::string MapClasses::label(std::size_t place, Language language) const {
  if (limits_.empty()) return text(first_, language);
  if (place == 0)
    return base::text(Word::map_class_below, language, {text(limits_.front(), language)});
  if (place == limits_.size())
    return base::text(Word::map_class_from, language, {text(limits_.back(), language)});
  const double first = limits_[place - 1], last = limits_[place] - 1;
  if (first == last) return text(first, language);
  // Between figures with a minus a dash would be read as one more.
  const Word range = first < 0 || last < 0 ? Word::map_class_to : Word::map_class_between;
  return base::text(range, language, {text(first, language), text(last, language)});
}

int MapClasses::ramp_place(std::size_t place) const {
  static constexpr std::array<std::array<int, map_classes_max>, map_classes_max> places = {{
      {3},
      {1, 4},
      {1, 3, 5},
      {0, 2, 3, 5},
      {0, 1, 3, 4, 5},
      {0, 1, 2, 3, 4, 5},
      {0, 1, 2, 3, 4, 5, 6},
  }};
  return places[count() - 1][place];
}

}  // namespace stats
