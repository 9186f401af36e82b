#include "stats/triangles.h"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <fstream>
#include <iterator>

#include "formats/geojson.h"

namespace stats {
namespace {

double area_of(const Ring& ring) {
  double twice = 0;
  for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
    twice += static_cast<double>(ring[before].x) * ring[i].y -
             static_cast<double>(ring[i].x) * ring[before].y;
  }
  return std::abs(twice) / 2;
}

double area_of_triangles(const Ring& ring) {
  const std::vector<std::uint32_t> corners = triangles_from_ring(ring);
  double area = 0;
  for (std::size_t i = 0; i + 2 < corners.size(); i += 3)
    area += area_of({ring[corners[i]], ring[corners[i + 1]], ring[corners[i + 2]]});
  return area;
}

/// True where the triangles cover the ring and nothing beside it, each place once.
bool are_filled(const Ring& ring) {
  return triangles_from_ring(ring).size() == 3 * (ring.size() - 2) &&
         std::abs(area_of_triangles(ring) - area_of(ring)) < 1e-4 * area_of(ring);
}

TEST_CASE("a square is two triangles, whichever way round it runs") {
  CHECK(triangles_from_ring({{0, 0}, {1, 0}, {1, 1}, {0, 1}}) ==
        std::vector<std::uint32_t>{3, 0, 1, 3, 1, 2});
  CHECK(are_filled({{0, 0}, {0, 1}, {1, 1}, {1, 0}}));
}

TEST_CASE("a bay of a ring is left empty") {
  CHECK(are_filled({{0, 0}, {4, 0}, {4, 4}, {2, 1}, {0, 4}}));
  CHECK(are_filled({{0, 0}, {9, 0}, {9, 5}, {6, 5}, {6, 2}, {3, 2}, {3, 5}, {0, 5}}));
}

TEST_CASE("corners on one line, or twice at one place, do no harm") {
  CHECK(are_filled({{0, 0}, {2, 0}, {4, 0}, {4, 4}, {0, 4}}));
  CHECK(are_filled({{0, 0}, {4, 0}, {4, 0}, {4, 4}, {0, 4}}));
}

TEST_CASE("what has no area, or crosses itself, ends in triangles all the same") {
  CHECK(triangles_from_ring({}).empty());
  CHECK(triangles_from_ring({{0, 0}, {1, 1}}).empty());
  CHECK(triangles_from_ring({{0, 0}, {1, 1}, {2, 2}, {3, 3}}).size() == 6);
  CHECK(triangles_from_ring({{0, 0}, {4, 4}, {4, 0}, {0, 4}, {2, -3}}).size() == 9);
}

TEST_CASE("the triangles of every published outline cover just its area") {
  for (const char* map : {"kecamatan", "kabkota"}) {
    std::ifstream file(LUMBUNG_SOURCE_FOLDER "/data/maps/" + std::string(map) + ".geojson");
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const auto outlines = formats::outlines_from_geojson(bytes);
    REQUIRE(outlines);
    for (const AreaOutline& area : outlines->areas) {
      INFO(area.code);
      for (const GeoRing& geo_ring : area.rings) {
        Ring ring;
        for (const GeoPoint& point : geo_ring) {
          ring.push_back({static_cast<float>((point.longitude - 103) * 200),
                          static_cast<float>((point.latitude + 4) * 200)});
        }
        CHECK(are_filled(ring));
      }
    }
  }
}

}  // namespace
}  // namespace stats
