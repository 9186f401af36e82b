#include "stats/outlines.h"

#include <algorithm>
#include <cstddef>

namespace stats {

const AreaOutline* Outlines::find(std::string_view area_code) const {
  const auto found = std::find_if(areas.begin(), areas.end(),
                                  [&](const AreaOutline& area) { return area.code == area_code; });
  return found == areas.end() ? nullptr : &*found;
}

bool fits(const Outlines& outlines, const Table& table) {
  const auto geo = table.geo_dimension();
  if (!geo || outlines.area_level != table.area_level) return false;
  const std::vector<Category>& categories = table.dimensions[*geo].categories;
  std::vector<bool> is_parent(categories.size());
  for (const Category& category : categories) {
    if (category.parent >= 0) is_parent[static_cast<std::size_t>(category.parent)] = true;
  }
  std::size_t areas_count = 0;
  for (std::size_t i = 0; i < categories.size(); ++i) {
    if (is_parent[i]) continue;
    if (!outlines.find(categories[i].code)) return false;
    ++areas_count;
  }
  return areas_count > 1;
}

}  // namespace stats
