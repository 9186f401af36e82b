#include "app/choosing.h"

#include <algorithm>

#include "base/text.h"

namespace app {

std::vector<FoundCategory> categories_found(const stats::Dimension& dimension,
                                            std::string_view search, base::Language language) {
  std::vector<FoundCategory> found;
  const bool is_searching = !base::trimmed(search).empty();
  if (!is_searching) found.reserve(dimension.categories.size());
  for (std::uint32_t i = 0; i < dimension.categories.size(); ++i) {
    if (!is_searching) {
      found.push_back({i, {}});
      continue;
    }
    stats::LabelMatch match =
        stats::match_label(dimension.categories[i].label.in(language), search);
    if (match.matches) found.push_back({i, std::move(match.marks)});
  }
  return found;
}

std::vector<std::uint32_t> family_of(const stats::Dimension& dimension, std::uint32_t category) {
  if (dimension.total() == category) return {category};
  // Parents may stand before or after their parts, so the family is grown level by level.
  std::vector<bool> belongs(dimension.categories.size());
  belongs[category] = true;
  for (bool has_grown = true; has_grown;) {
    has_grown = false;
    for (std::size_t i = 0; i < belongs.size(); ++i) {
      const int parent = dimension.categories[i].parent;
      if (belongs[i] || parent < 0 || !belongs[static_cast<std::size_t>(parent)]) continue;
      belongs[i] = true;
      has_grown = true;
    }
  }
  std::vector<std::uint32_t> family;
  for (std::uint32_t i = 0; i < belongs.size(); ++i) {
    if (belongs[i]) family.push_back(i);
  }
  return family;
}

std::vector<bool> parents_of(const stats::Dimension& dimension) {
  std::vector<bool> parents(dimension.categories.size());
  for (const stats::Category& category : dimension.categories) {
    if (category.parent >= 0) parents[static_cast<std::size_t>(category.parent)] = true;
  }
  return parents;
}

std::vector<std::uint32_t> picked_with(const std::vector<std::uint32_t>& picked,
                                       const std::vector<std::uint32_t>& added) {
  std::vector<std::uint32_t> known = picked;
  std::sort(known.begin(), known.end());
  std::vector<std::uint32_t> result = picked;
  for (const std::uint32_t category : added) {
    if (!std::binary_search(known.begin(), known.end(), category)) result.push_back(category);
  }
  if (std::is_sorted(picked.begin(), picked.end())) std::sort(result.begin(), result.end());
  return result;
}

std::vector<std::uint32_t> picked_without(const std::vector<std::uint32_t>& picked,
                                          const std::vector<std::uint32_t>& removed) {
  std::vector<std::uint32_t> gone = removed;
  std::sort(gone.begin(), gone.end());
  std::vector<std::uint32_t> result;
  for (const std::uint32_t category : picked) {
    if (!std::binary_search(gone.begin(), gone.end(), category)) result.push_back(category);
  }
  return result;
}

std::vector<bool> marks_of(const stats::Dimension& dimension,
                           const std::vector<std::uint32_t>& picked) {
  std::vector<bool> marks(dimension.categories.size());
  for (const std::uint32_t category : picked)
    marks[category] = true;
  return marks;
}

}  // namespace app
