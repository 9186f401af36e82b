// Steps of an axis that people can read off, and how figures become pixels.
#pragma once

#include <string>
#include <vector>

#include "base/language.h"

namespace stats {

struct ChartScale {
  double low = 0, high = 1;  ///< Whole steps.
  double step = 1;
  int decimals = 0;  ///< What the steps need, never more than the figures have.

  /// 0 at `low`, 1 at `high`.
  double share(double figure) const { return (figure - low) / (high - low); }
  std::vector<double> ticks() const;
  std::string text(double tick, base::Language language) const;
};

/// About `steps` steps of 1, 2, 2.5 or 5 times a power of ten that hold everything between `low`
/// and `high`; no step needs more decimals than `decimals`.
ChartScale scale_between(double low, double high, int steps, int decimals);

/// The same from zero: what bars need.
ChartScale scale_from_zero(double low, double high, int steps, int decimals);

/// From zero, unless that would leave less than two fifths of the height to figures that are all
/// far from it.
ChartScale scale_for_lines(double low, double high, int steps, int decimals);

}  // namespace stats
