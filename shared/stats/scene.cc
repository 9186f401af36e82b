#include "stats/scene.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace stats {
namespace {

constexpr float pi = 3.14159265f;
constexpr int circle_corners = 16;
constexpr float outline_width = 2;

bool holds(const Ring& ring, Point at) {
  bool is_inside = false;
  for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
    const Point a = ring[i], b = ring[before];
    if ((a.y > at.y) == (b.y > at.y)) continue;
    if (at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x) is_inside = !is_inside;
  }
  return is_inside;
}

float distance_to(const base::Rect& box, Point at) {
  const float x = std::max({box.x - at.x, 0.0f, at.x - box.right()});
  const float y = std::max({box.y - at.y, 0.0f, at.y - box.bottom()});
  return std::hypot(x, y);
}

Ring circle(Point centre, float radius) {
  Ring ring;
  for (int i = 0; i < circle_corners; ++i) {
    const float angle = 2 * pi * static_cast<float>(i) / circle_corners;
    ring.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
  }
  return ring;
}

Ring square(Point centre, float half) {
  return ring_from_box({centre.x - half, centre.y - half, 2 * half, 2 * half});
}

Ring triangle(Point centre, float half, float up) {
  return {{centre.x, centre.y - up * half},
          {centre.x + half, centre.y + up * half * 0.8f},
          {centre.x - half, centre.y + up * half * 0.8f}};
}

/// One stroke of a cross.
Ring stroke(Point centre, float half, float slope) {
  const float thick = outline_width * 0.5f;
  const float x = half * 0.7f, y = half * 0.7f * slope;
  return {{centre.x - x - thick, centre.y - y},
          {centre.x - x + thick, centre.y - y},
          {centre.x + x + thick, centre.y + y},
          {centre.x + x - thick, centre.y + y}};
}

Polygon filled(Ring ring, Ink ink) { return {std::move(ring), ink, std::nullopt, 0}; }

Polygon outlined(Ring ring, Ink ink) { return {std::move(ring), Ink::surface, ink, outline_width}; }

}  // namespace

base::Rect bounds_of(const Mark& mark) {
  constexpr float far = std::numeric_limits<float>::max();
  float left = far, top = far, right = -far, bottom = -far;
  for (const Ring& ring : mark.rings) {
    for (const Point& point : ring) {
      left = std::min(left, point.x);
      top = std::min(top, point.y);
      right = std::max(right, point.x);
      bottom = std::max(bottom, point.y);
    }
  }
  if (left > right) return {};
  return {left, top, right - left, bottom - top};
}

std::optional<std::size_t> mark_at(const Scene& scene, Point at, float reach) {
  std::optional<std::size_t> nearest;
  float nearest_distance = reach;
  for (std::size_t i = scene.marks.size(); i-- > 0;) {
    const Mark& mark = scene.marks[i];
    if (mark.row.contains(at.x, at.y)) return i;
    for (const Ring& ring : mark.rings) {
      if (!ring.empty() && holds(ring, at)) return i;
    }
    const float distance = distance_to(bounds_of(mark), at);
    if (distance >= nearest_distance) continue;
    nearest_distance = distance;
    nearest = i;
  }
  return nearest;
}

std::vector<Polyline> hatch_lines(const Ring& ring, float spacing, Ink ink) {
  std::vector<Polyline> lines;
  if (ring.size() < 3 || spacing <= 0) return lines;
  // Lines of x + y = sum. They lie at whole multiples of the step, so that neighbours go together.
  const float step = spacing * std::sqrt(2.0f);
  float least = std::numeric_limits<float>::max(), most = -least;
  for (const Point& point : ring) {
    least = std::min(least, point.x + point.y);
    most = std::max(most, point.x + point.y);
  }
  for (float sum = std::ceil(least / step) * step; sum < most; sum += step) {
    std::vector<Point> crossings;
    for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
      const Point a = ring[before], b = ring[i];
      const float a_sum = a.x + a.y, b_sum = b.x + b.y;
      if ((a_sum > sum) == (b_sum > sum)) continue;
      const float share = (sum - a_sum) / (b_sum - a_sum);
      crossings.push_back({a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)});
    }
    std::sort(crossings.begin(), crossings.end(),
              [](const Point& a, const Point& b) { return a.x < b.x; });
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2)
      lines.push_back({{crossings[i], crossings[i + 1]}, ink, 1});
  }
  return lines;
}

Ring ring_from_box(const base::Rect& box) {
  return {{box.x, box.y}, {box.right(), box.y}, {box.right(), box.bottom()}, {box.x, box.bottom()}};
}

std::vector<Polygon> polygons_from_marker(const Marker& marker) {
  const Point at = marker.centre;
  const float half = marker.size / 2;
  const Ink ink = marker.ink;
  if (marker.is_hollow) return {outlined(circle(at, half), ink)};
  switch (marker.shape) {
    case MarkerShape::circle:
      return {filled(circle(at, half), ink)};
    case MarkerShape::square:
      return {filled(square(at, half * 0.9f), ink)};
    case MarkerShape::triangle_up:
      return {filled(triangle(at, half * 1.1f, 1), ink)};
    case MarkerShape::diamond:
      return {filled({{at.x, at.y - half * 1.2f},
                      {at.x + half * 1.2f, at.y},
                      {at.x, at.y + half * 1.2f},
                      {at.x - half * 1.2f, at.y}},
                     ink)};
    case MarkerShape::triangle_down:
      return {filled(triangle(at, half * 1.1f, -1), ink)};
    // The dot tells the two from an empty circle, which says that a figure is not final.
    case MarkerShape::ring:
      return {outlined(circle(at, half), ink), filled(circle(at, half * 0.35f), ink)};
    case MarkerShape::square_ring:
      return {outlined(square(at, half * 0.9f), ink), filled(square(at, half * 0.3f), ink)};
    case MarkerShape::cross:
      return {filled(stroke(at, half, 1), ink), filled(stroke(at, half, -1), ink)};
  }
  return {};
}

}  // namespace stats
