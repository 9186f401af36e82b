#include "stats/map_classes.h"

#include <limits>
#include <string>
#include <vector>

#include <rapidcheck.h>
#include <catch2/catch_test_macros.hpp>

namespace {

using base::Language;
using stats::ClassChoice;
using stats::Classing;
using stats::MapClasses;

/// "kurang dari 20: 3": a line for each class.
std::vector<std::string> lines(const std::vector<double>& figures, const ClassChoice& choice,
                               int decimals = 0, Language language = Language::id) {
  const MapClasses classes(figures, choice, decimals);
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < classes.count(); ++i)
    lines.push_back(classes.label(i, language) + ": " + std::to_string(classes.figures_in(i)));
  return lines;
}
using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("round limits are the roundest figures near the quantiles") {
  CHECK(lines({11234, 12876, 18900, 21050, 29999, 34120, 41007, 58000, 61500}, {}) ==
        Lines{"kurang dari 20.000: 3", "20.000–49.999: 4", "50.000 atau lebih: 2"});
}

TEST_CASE("quantiles part the figures equally, and equal figures stay together") {
  const ClassChoice halves{Classing::quantile, 2, {}};
  CHECK(lines({1, 2, 3, 4}, halves) == Lines{"kurang dari 3: 2", "3 atau lebih: 2"});
  CHECK(lines({1, 3, 3, 3}, halves) == Lines{"kurang dari 3: 1", "3 atau lebih: 3"});
  CHECK(lines({3, 3, 3, 4}, {Classing::quantile, 4, {}}) ==
        Lines{"kurang dari 4: 3", "4 atau lebih: 1"});
}

TEST_CASE("equal steps are equally wide, and a class may be empty") {
  CHECK(lines({0, 10, 95, 100}, {Classing::equal_steps, 4, {}}) ==
        Lines{"kurang dari 25: 2", "25–49: 0", "50–74: 0", "75 atau lebih: 2"});
}

TEST_CASE("own limits are kept, whether or not a figure is near") {
  const ClassChoice own{Classing::own, 0, {5, 50, 500}};
  CHECK(lines({4.9, 5, 49, 50}, own, 1) ==
        Lines{"kurang dari 5,0: 1", "5,0–49,9: 2", "50,0–499,9: 1", "500,0 atau lebih: 0"});
}

TEST_CASE("an own limit between two steps of the last decimal goes up to the next") {
  CHECK(lines({12, 13}, {Classing::own, 0, {12.5}}) ==
        Lines{"kurang dari 13: 1", "13 atau lebih: 1"});
  // 4.35 is a hair less as a double, 0.3 * 10 a hair more.
  CHECK(lines({4.34, 4.35}, {Classing::own, 0, {4.35}}, 2) ==
        Lines{"kurang dari 4,35: 1", "4,35 atau lebih: 1"});
  CHECK(lines({0.3, 0.2}, {Classing::own, 0, {0.1 + 0.2}}, 1) ==
        Lines{"kurang dari 0,3: 1", "0,3 atau lebih: 1"});
}

TEST_CASE("own limits must be there, rise, and have colours enough") {
  CHECK(stats::is_well({Classing::own, 0, {1, 2, 3, 4, 5, 6}}));
  CHECK_FALSE(stats::is_well({Classing::own, 0, {}}));
  CHECK_FALSE(stats::is_well({Classing::own, 0, {2, 1}}));
  CHECK_FALSE(stats::is_well({Classing::own, 0, {1, 1}}));
  CHECK_FALSE(stats::is_well({Classing::own, 0, {1, 2, 3, 4, 5, 6, 7}}));
  CHECK_FALSE(stats::is_well({Classing::own, 0, {std::numeric_limits<double>::infinity()}}));
  CHECK(stats::is_well({Classing::quantile, 3, {2, 1}}));
}

TEST_CASE("equal figures make one class, named by the figure") {
  for (const Classing classing : {Classing::round, Classing::quantile, Classing::equal_steps}) {
    CHECK(lines({7, 7, 7}, {classing, 5, {}}) == Lines{"7: 3"});
    CHECK(lines({-1.5}, {classing, 5, {}}, 1) == Lines{"−1,5: 1"});
  }
}

TEST_CASE("no figure makes no class") { CHECK(MapClasses({}, {}, 0).count() == 0); }

TEST_CASE("fewer different figures than classes make fewer classes") {
  for (const Classing classing : {Classing::round, Classing::quantile}) {
    CHECK(lines({1, 1, 2, 2}, {classing, 6, {}}) == Lines{"kurang dari 2: 2", "2 atau lebih: 2"});
  }
}

TEST_CASE("a range with a minus is written with a word, and nought is the roundest limit") {
  CHECK(lines({-8.1, -5.2, -3.3, -1.2, 2.4, 3.3, 6.1, 7.0, 9.9}, {Classing::round, 3, {}}, 1) ==
        Lines{"kurang dari 0,0: 4", "0,0–4,9: 2", "5,0 atau lebih: 3"});
  CHECK(lines({-9, -5, -1, 4}, {Classing::own, 0, {-6, -2}}) ==
        Lines{"kurang dari −6: 1", "−6 sampai −3: 1", "−2 atau lebih: 2"});
  CHECK(lines({-9, -5, -1, 4}, {Classing::own, 0, {-6, -2}}, 0, Language::en) ==
        Lines{"less than −6: 1", "−6 to −3: 1", "−2 or more: 2"});
}

TEST_CASE("a figure is classed as it is read") {
  // 19.96 is read as 20,0 where there is one decimal.
  CHECK(lines({19.96, 10}, {Classing::own, 0, {20}}, 1) ==
        Lines{"kurang dari 20,0: 1", "20,0 atau lebih: 1"});
}

TEST_CASE("a class of one step is named by its figure") {
  CHECK(lines({1, 2, 3}, {Classing::own, 0, {2, 3}}) ==
        Lines{"kurang dari 2: 1", "2: 1", "3 atau lebih: 1"});
}

TEST_CASE("each figure is in just one class, and no class of round limits or quantiles is empty") {
  CHECK(rc::check([](const std::vector<std::int32_t>& whole) {
    const std::vector<double> figures(whole.begin(), whole.end());
    for (const Classing classing : {Classing::round, Classing::quantile, Classing::equal_steps}) {
      for (int count = 2; count <= stats::map_classes_max; ++count) {
        const MapClasses classes(figures, {classing, count, {}}, 2);
        RC_ASSERT(classes.count() <= static_cast<std::size_t>(count));
        std::size_t sum = 0;
        for (std::size_t i = 0; i < classes.count(); ++i) {
          sum += classes.figures_in(i);
          RC_ASSERT(classing == Classing::equal_steps || classes.figures_in(i) > 0);
          if (i > 0) RC_ASSERT(classes.ramp_place(i) > classes.ramp_place(i - 1));
        }
        RC_ASSERT(sum == figures.size());
      }
    }
  }));
}

TEST_CASE("each way to part figures has a word of its own, which leads back to it") {
  for (const Classing classing : stats::classings)
    CHECK(stats::classing_from_word(stats::word_from_classing(classing)) == classing);
  CHECK_FALSE(stats::classing_from_word("jenks"));
  CHECK(stats::name_of(Classing::quantile) == base::Word::map_quantile);
}
