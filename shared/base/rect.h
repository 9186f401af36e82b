// A rectangle in CSS pixels, and cutting pieces off it: the whole of our layout.
#pragma once

#include <algorithm>

namespace base {

struct Rect {
  float x = 0, y = 0, w = 0, h = 0;

  float right() const { return x + w; }
  float bottom() const { return y + h; }
  float middle_x() const { return x + w / 2; }
  float middle_y() const { return y + h / 2; }
  bool is_empty() const { return w <= 0 || h <= 0; }
  bool contains(float px, float py) const { return px >= x && px < x + w && py >= y && py < y + h; }
  bool overlaps(const Rect& other) const {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }
  Rect inset(float dx, float dy) const {
    return {x + dx, y + dy, std::max(0.0f, w - 2 * dx), std::max(0.0f, h - 2 * dy)};
  }
  Rect inset(float d) const { return inset(d, d); }
  Rect clipped_to(const Rect& other) const {
    const float left = std::max(x, other.x), top = std::max(y, other.y);
    return {left, top, std::max(0.0f, std::min(right(), other.right()) - left),
            std::max(0.0f, std::min(bottom(), other.bottom()) - top)};
  }
  /// A piece of `size` in the middle of this one's height.
  Rect centred_y(float height) const { return {x, y + (h - height) / 2, w, height}; }

  // Each cuts a piece off this rectangle and returns it; the rest stays.
  Rect cut_left(float size) {
    size = std::min(size, w);
    const Rect piece{x, y, size, h};
    x += size;
    w -= size;
    return piece;
  }
  Rect cut_right(float size) {
    size = std::min(size, w);
    w -= size;
    return {x + w, y, size, h};
  }
  Rect cut_top(float size) {
    size = std::min(size, h);
    const Rect piece{x, y, w, size};
    y += size;
    h -= size;
    return piece;
  }
  Rect cut_bottom(float size) {
    size = std::min(size, h);
    h -= size;
    return {x, y + h, w, size};
  }

  friend bool operator==(const Rect&, const Rect&) = default;
};

}  // namespace base
