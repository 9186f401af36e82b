// Picking categories of one dimension: sets of indices made from sets of indices. Pure.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "stats/search.h"
#include "stats/table.h"

namespace app {

/// A category that the search of a list leaves, and the words of it that matched.
struct FoundCategory {
  std::uint32_t category = 0;
  std::vector<stats::TextRange> marks;
};

/// What `search` leaves, in published order; without a search every category.
std::vector<FoundCategory> categories_found(const stats::Dimension& dimension,
                                            std::string_view search, base::Language language);

/// The category and all that hangs below it. Of the total only itself: everything hangs below it,
/// so that it could be neither taken out alone nor be unticked at all.
std::vector<std::uint32_t> family_of(const stats::Dimension& dimension, std::uint32_t category);

/// True for each category that has parts below it.
std::vector<bool> parents_of(const stats::Dimension& dimension);

/// `picked` with `added`: in published order where it was in it, else behind the others.
std::vector<std::uint32_t> picked_with(const std::vector<std::uint32_t>& picked,
                                       const std::vector<std::uint32_t>& added);
std::vector<std::uint32_t> picked_without(const std::vector<std::uint32_t>& picked,
                                          const std::vector<std::uint32_t>& removed);

/// By category: whether it is among `picked`.
std::vector<bool> marks_of(const stats::Dimension& dimension,
                           const std::vector<std::uint32_t>& picked);

}  // namespace app
