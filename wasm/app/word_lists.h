// How values of enumerations are written: in addresses, on the device, in jobs and in logs.
#pragma once

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>

#include "stats/pivot.h"

namespace app {

// Each in the order of its enumeration.
inline constexpr std::string_view theme_words[] = {"system", "light", "dark"};
inline constexpr std::string_view density_words[] = {"comfortable", "compact"};
inline constexpr std::string_view calculation_words[] = {
    "none", "share_of_column", "share_of_row", "change", "change_percent", "rank"};
static_assert(std::size(calculation_words) == stats::calculation_count);

/// The place of `word` in `all` as a value of the enumeration whose order that is.
template <class Enum, std::size_t size>
std::optional<Enum> value_from_word(const std::string_view (&all)[size], std::string_view word) {
  const auto found = std::find(std::begin(all), std::end(all), word);
  if (found == std::end(all)) return std::nullopt;
  return static_cast<Enum>(found - std::begin(all));
}

}  // namespace app
