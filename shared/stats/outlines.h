// Simplified outlines of areas, for maps: rings on the globe, by the codes that tables use. Made by
// a reader in `formats`. Knows neither figures nor pixels.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "stats/table.h"

namespace stats {

/// Degrees, to the east and to the north.
struct GeoPoint {
  double longitude = 0, latitude = 0;

  friend bool operator==(const GeoPoint&, const GeoPoint&) = default;
};

/// A closed line: the last point is joined to the first.
using GeoRing = std::vector<GeoPoint>;

/// Where an area lies: a ring for each of its parts. There are no holes.
struct AreaOutline {
  std::string code;
  std::vector<GeoRing> rings;
};

struct Outlines {
  std::string code;        ///< Of the map: "kecamatan".
  std::string area_level;  ///< As in Table: what the areas are.
  base::Text source;       ///< A sentence that names it. Always shown.
  base::Text note;         ///< How far the outlines may be trusted. Always shown.
  std::vector<AreaOutline> areas;

  const AreaOutline* find(std::string_view area_code) const;
};

/// True where the outlines can show the table: they are of its area level, and each of its areas
/// that is not made of others has an outline. A single area makes no map.
bool fits(const Outlines& outlines, const Table& table);

}  // namespace stats
