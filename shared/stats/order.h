// Stable sorting of lines by their figures: radix sorts, because a million rows must be in order
// before the reader looks up again.
#pragma once

#include <cstdint>
#include <vector>

#include "stats/query.h"

namespace stats {

/// Lines with a figure and lines without, collected in their own order and then put in order.
/// Scaled figures and doubles each have their own collector; they give the same order.
class ScaledOrder {
 public:
  explicit ScaledOrder(Direction direction) : direction_(direction) {}
  void reserve(std::size_t count) { items_.reserve(count); }
  void add(std::uint32_t line, std::int32_t figure) {
    const std::uint32_t rising = static_cast<std::uint32_t>(figure) ^ 0x80000000u;
    const std::uint32_t key = direction_ == Direction::ascending ? rising : ~rising;
    items_.push_back(std::uint64_t{key} << 32 | line);
  }
  /// The lines by figure; equal figures stay in the order in which they were added.
  std::vector<std::uint32_t> take();

 private:
  Direction direction_;
  std::vector<std::uint64_t> items_;  ///< Key in the upper half, line in the lower.
};

class DoublesOrder {
 public:
  explicit DoublesOrder(Direction direction) : direction_(direction) {}
  void reserve(std::size_t count) { items_.reserve(count); }
  /// `figure` is not NaN.
  void add(std::uint32_t line, double figure);
  std::vector<std::uint32_t> take();

 private:
  struct Item {
    std::uint64_t key;
    std::uint32_t line;
  };
  Direction direction_;
  std::vector<Item> items_;
};

}  // namespace stats
