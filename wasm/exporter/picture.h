// The view as a drawing: a chart or a map, and what may be chosen about it.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "exporter/job.h"
#include "stats/pivot.h"
#include "stats/scene.h"
#include "wire/picture.h"

namespace exporter {

/// Where and how large a picture stands.
struct PictureFrame {
  float width = 720;
  std::string address;        ///< Of the view, for the citation.
  std::string_view outlines;  ///< GeoJSON; only a map needs it.
};

/// The wished chart or map; what is not wished, or is no choice there is, is what fits the data.
/// Fails as formats::outlines_from_geojson does where the outlines of a map cannot be read.
base::Result<wire::Picture> picture_from_grid(const stats::PivotGrid& grid, const Wanted& wanted,
                                              const PictureFrame& frame,
                                              const stats::TextMeasure& measure);

}  // namespace exporter
