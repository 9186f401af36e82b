// Outlines of areas out of GeoJSON (RFC 7946), as docs/maps.md says.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/result.h"
#include "stats/outlines.h"

namespace formats {

/// A file of outlines may have this many bytes: a map is small.
inline constexpr std::size_t geojson_bytes_max = 1'000'000;

/// Reads a FeatureCollection of polygons without holes, each with its area's `code` among its
/// properties, and what the member `lumbung` says of them all. Fails with `invalid`, naming line
/// and column, where the file is anything else; with `too_large` beyond geojson_bytes_max.
base::Result<stats::Outlines> outlines_from_geojson(std::string_view bytes);

}  // namespace formats
