#include "stats/chart_scale.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/number.h"

namespace stats {
namespace {

// Beyond this share of the way from zero to the highest figure, lines begin above zero.
constexpr double far_from_zero = 0.6;

/// How many decimals a step of this size has: 0.25 → 2.
int decimals_of(double step) {
  int decimals = 0;
  for (double rest = step; decimals < 9; rest *= 10, ++decimals) {
    if (std::abs(rest - std::round(rest)) < 1e-6) break;
  }
  return decimals;
}

/// The smallest round step that is at least `wished`.
double round_step(double wished, int decimals_max) {
  const double least = std::pow(10.0, -decimals_max);
  wished = std::max(wished, least);
  for (double power = std::pow(10.0, std::floor(std::log10(wished)));; power *= 10) {
    for (const double part : std::array{1.0, 2.0, 2.5, 5.0}) {
      const double step = part * power;
      if (step >= wished * (1 - 1e-9) && decimals_of(step) <= decimals_max) return step;
    }
  }
}

}  // namespace

std::vector<double> ChartScale::ticks() const {
  std::vector<double> ticks;
  const auto count = static_cast<int>(std::lround((high - low) / step));
  for (int i = 0; i <= count; ++i)
    ticks.push_back(low + i * step);
  return ticks;
}

std::string ChartScale::text(double tick, base::Language language) const {
  // What adding up steps leaves of a zero would show as "−0".
  const double shown = std::abs(tick) < step / 1000 ? 0 : tick;
  return base::text_from_number(shown, decimals, language);
}

ChartScale scale_between(double low, double high, int steps, int decimals) {
  if (high <= low) high = low + std::max(std::abs(low) * 0.1, std::pow(10.0, -decimals));
  ChartScale scale;
  scale.step = round_step((high - low) / steps, decimals);
  scale.low = std::floor(low / scale.step + 1e-9) * scale.step;
  scale.high = std::ceil(high / scale.step - 1e-9) * scale.step;
  // Figures that differ by what calculating leaves of them have no room between two steps.
  if (scale.high <= scale.low) scale.high = scale.low + scale.step;
  scale.decimals = decimals_of(scale.step);
  return scale;
}

ChartScale scale_from_zero(double low, double high, int steps, int decimals) {
  return scale_between(std::min(low, 0.0), std::max(high, 0.0), steps, decimals);
}

ChartScale scale_for_lines(double low, double high, int steps, int decimals) {
  const bool is_far =
      (low > 0 && low > far_from_zero * high) || (high < 0 && high < far_from_zero * low);
  return is_far ? scale_between(low, high, steps, decimals)
                : scale_from_zero(low, high, steps, decimals);
}

}  // namespace stats
