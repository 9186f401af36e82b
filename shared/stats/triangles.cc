// Ear clipping: a corner whose neighbours see each other is cut off, until a triangle is left.
#include "stats/triangles.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace stats {
namespace {

/// Twice the area of a triangle, above 0 where it turns the way that rings are walked here.
double turn(Point a, Point b, Point c) {
  return (static_cast<double>(b.x) - a.x) * (static_cast<double>(c.y) - a.y) -
         (static_cast<double>(b.y) - a.y) * (static_cast<double>(c.x) - a.x);
}

double twice_area(const Ring& ring) {
  double sum = 0;
  for (std::size_t i = 1; i + 1 < ring.size(); ++i)
    sum += turn(ring[0], ring[i], ring[i + 1]);
  return sum;
}

/// What is left of the ring while its ears are cut off.
class Remains {
 public:
  explicit Remains(const Ring& ring) : ring_(ring), corners_(ring.size()) {
    std::iota(corners_.begin(), corners_.end(), 0u);
    if (twice_area(ring) < 0) std::reverse(corners_.begin(), corners_.end());
  }

  std::vector<std::uint32_t> cut() {
    std::vector<std::uint32_t> triangles;
    while (corners_.size() >= 3) {
      const std::size_t place = next_ear();
      for (const std::size_t each : {before(place), place, after(place)})
        triangles.push_back(corners_[each]);
      corners_.erase(corners_.begin() + static_cast<std::ptrdiff_t>(place));
    }
    return triangles;
  }

 private:
  std::size_t before(std::size_t place) const {
    return place == 0 ? corners_.size() - 1 : place - 1;
  }
  std::size_t after(std::size_t place) const {
    return place + 1 == corners_.size() ? 0 : place + 1;
  }
  Point at(std::size_t place) const { return ring_[corners_[place]]; }

  double turn_at(std::size_t place) const {
    return turn(at(before(place)), at(place), at(after(place)));
  }

  /// An ear; where the ring crosses itself and has none, the corner that turns most.
  std::size_t next_ear() const {
    std::size_t sharpest = 0;
    double most = turn_at(0);
    for (std::size_t place = 0; place < corners_.size(); ++place) {
      const double here = turn_at(place);
      if (here >= 0 && is_free(place)) return place;
      if (here <= most) continue;
      most = here;
      sharpest = place;
    }
    return sharpest;
  }

  /// No corner lies in the triangle that would be cut off, or on its border, but those at the very
  /// places of its own corners.
  bool is_free(std::size_t place) const {
    const Point a = at(before(place)), b = at(place), c = at(after(place));
    if (a == b || b == c) return true;
    return std::none_of(corners_.begin(), corners_.end(), [&](std::uint32_t corner) {
      const Point p = ring_[corner];
      if (p == a || p == b || p == c) return false;
      return turn(a, b, p) >= 0 && turn(b, c, p) >= 0 && turn(c, a, p) >= 0;
    });
  }

  const Ring& ring_;
  std::vector<std::uint32_t> corners_;  ///< Places in the ring.
};

}  // namespace

std::vector<std::uint32_t> triangles_from_ring(const Ring& ring) { return Remains(ring).cut(); }

}  // namespace stats
