// Scatters: points, and names that do not cover each other.
#include "stats/chart_parts.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/stats/sample_chart.h"
#include "support/golden.h"

namespace stats {
namespace {

using namespace support;  // The grids are named as what they hold.

TEST_CASE("a scatter has a point for each pair of figures") {
  golden::check("chart/scatter", text_from_scene(scene_of(two_measures(), ChartKind::scatter)));
}

TEST_CASE("names of points stand where no other name or point stands") {
  const Scene scene = scene_of(two_measures(), ChartKind::scatter);
  std::vector<base::Rect> boxes = text_boxes(scene);
  for (const Shape& shape : scene.shapes)
    if (const auto* point = std::get_if<Marker>(&shape))
      boxes.push_back({point->centre.x - 4, point->centre.y - 4, 8, 8});
  for (std::size_t i = 0; i < boxes.size(); ++i)
    for (std::size_t k = 0; k < i; ++k)
      CHECK_FALSE(boxes[i].overlaps(boxes[k]));
}

}  // namespace
}  // namespace stats
