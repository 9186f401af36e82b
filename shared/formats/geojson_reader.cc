// GeoJSON to outlines: the part of it that maps need.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/json_expect.h"
#include "base/number.h"
#include "formats/geojson.h"

namespace formats {
namespace {

using base::JsonExpect;
using base::JsonValue;
using Kind = base::JsonValue::Kind;
using stats::GeoPoint;
using stats::GeoRing;

/// A ring that encloses anything has three corners and comes back to the first.
constexpr std::size_t positions_min = 4;

GeoPoint point_from_json(JsonExpect& expect, JsonValue position) {
  std::optional<double> degrees[2];
  if (position.is(Kind::array) && position.count() == 2) {
    std::size_t at = 0;
    for (const JsonValue figure : position.elements()) {
      if (figure.is(Kind::number)) degrees[at] = base::number_from_figure(figure.text());
      ++at;
    }
  }
  if (!degrees[0] || !degrees[1] || *degrees[0] < -180 || *degrees[0] > 180 || *degrees[1] < -90 ||
      *degrees[1] > 90) {
    expect.fail(position,
                "A position must be an array of two numbers, the longitude from -180 to 180 and "
                "the latitude from -90 to 90");
    return {};
  }
  return {*degrees[0], *degrees[1]};
}

GeoRing ring_from_json(JsonExpect& expect, JsonValue polygon) {
  if (!polygon.is(Kind::array) || polygon.count() != 1) {
    expect.fail(polygon,
                "A polygon must have one ring: areas with holes are not drawn. Give the hole to "
                "the area, or cut the area into parts");
    return {};
  }
  const JsonValue positions = *polygon.elements().begin();
  if (!positions.is(Kind::array) || positions.count() < positions_min) {
    expect.fail(positions, "A ring must be an array of 4 positions or more");
    return {};
  }
  GeoRing ring;
  ring.reserve(positions.count());
  for (const JsonValue position : positions.elements()) {
    ring.push_back(point_from_json(expect, position));
    if (!expect.is_well()) return {};
  }
  if (ring.front() != ring.back()) {
    expect.fail(positions, "A ring must end where it begins");
    return {};
  }
  ring.pop_back();
  return ring;
}

stats::AreaOutline area_from_json(JsonExpect& expect, JsonValue feature) {
  stats::AreaOutline area;
  if (!expect.as_object(feature, "features")) return area;
  area.code = expect.needed_text(expect.needed(feature, "properties", Kind::object), "code");
  const JsonValue geometry = expect.needed(feature, "geometry", Kind::object);
  const std::string type = expect.needed_text(geometry, "type");
  const JsonValue coordinates = expect.needed(geometry, "coordinates", Kind::array);
  if (!expect.is_well()) return area;
  if (type == "Polygon") {
    area.rings.push_back(ring_from_json(expect, coordinates));
  } else if (type == "MultiPolygon" && coordinates.count() > 0) {
    for (const JsonValue polygon : coordinates.elements())
      area.rings.push_back(ring_from_json(expect, polygon));
  } else {
    expect.fail(geometry,
                "The geometry of an area must be a Polygon, or a MultiPolygon of one part or "
                "more, but its type is \"" +
                    type.substr(0, 40) + "\"");
  }
  return area;
}

void read_head(JsonExpect& expect, JsonValue root, stats::Outlines& outlines) {
  const JsonValue head = expect.needed(root, "lumbung", Kind::object);
  expect.needed(head, "format", Kind::number);
  if (expect.is_well() && expect.whole(head, "format", 0) != 1) {
    expect.fail(head["format"],
                "The member \"format\" must be 1, the only version that this program reads");
  }
  outlines.code = expect.needed_text(head, "code");
  outlines.area_level = expect.needed_text(head, "area_level");
  outlines.source = expect.needed_text_pair(head, "source");
  outlines.note = expect.needed_text_pair(head, "note");
}

}  // namespace

base::Result<stats::Outlines> outlines_from_geojson(std::string_view bytes) {
  if (bytes.size() > geojson_bytes_max) {
    return base::fail(base::ErrorCode::too_large,
                      "A file of outlines may have " + std::to_string(geojson_bytes_max) +
                          " bytes, but this one has " + std::to_string(bytes.size()) +
                          ". Simplify the outlines.");
  }
  const auto document = base::json_from_bytes(bytes);
  if (!document) return tl::unexpected<base::Error>(document.error());
  JsonExpect expect;
  const JsonValue root = document->root();
  if (root["type"].text() != "FeatureCollection")
    expect.fail(root, "Outlines must be a GeoJSON object of type \"FeatureCollection\"");
  stats::Outlines outlines;
  read_head(expect, root, outlines);
  const JsonValue features = expect.needed(root, "features", Kind::array);
  for (const JsonValue feature : features.elements()) {
    stats::AreaOutline area = area_from_json(expect, feature);
    if (outlines.find(area.code))
      expect.fail(feature, "The area \"" + area.code + "\" stands twice");
    if (!expect.is_well()) break;
    outlines.areas.push_back(std::move(area));
  }
  if (outlines.areas.empty()) expect.fail(root, "There must be an area at least in \"features\"");
  if (!expect.is_well()) return tl::unexpected<base::Error>(expect.error());
  return outlines;
}

}  // namespace formats
