// One axis of a grid: its levels, its lines, the order in which they are shown, and where their
// cells lie. Lines are counted in two ways: an own line is a place in the product of the levels,
// the last level varying fastest; a shown line is a place on the screen. They differ where lines
// are sorted or left out. Does not know figures.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "stats/table.h"

namespace stats {

/// One level of an axis: a dimension and its picked categories in the order shown.
struct AxisLevel {
  std::uint32_t dimension = 0;
  std::vector<std::uint32_t> categories;
};

class Axis {
 public:
  Axis() = default;
  Axis(const Table& table, std::vector<AxisLevel> levels);

  const std::vector<AxisLevel>& levels() const { return levels_; }
  std::size_t own_count() const { return own_count_; }
  std::size_t shown_count() const { return is_ordered_ ? order_.size() : own_count_; }

  std::size_t own_from_shown(std::size_t shown) const {
    return is_ordered_ ? order_[shown] : shown;
  }
  /// Nothing where the line is left out. Takes time in proportion to the lines of an ordered axis.
  std::optional<std::size_t> shown_from_own(std::size_t own) const;
  /// For each own line its shown line, `not_shown` where it is left out; empty where the two agree.
  std::vector<std::uint32_t> shown_lines() const;
  static constexpr std::uint32_t not_shown = UINT32_MAX;

  /// Shows these own lines in this order.
  void show(std::vector<std::uint32_t> order);

  /// What the line adds to the index of its cells.
  std::size_t offset(std::size_t own) const;
  /// Place in `levels()[level].categories`.
  std::size_t position(std::size_t level, std::size_t own) const {
    return own / repeats_[level] % levels_[level].categories.size();
  }
  std::uint32_t category(std::size_t level, std::size_t own) const {
    return levels_[level].categories[position(level, own)];
  }
  /// Own lines from one category of the level to the next.
  std::size_t repeats(std::size_t level) const { return repeats_[level]; }
  const std::vector<std::size_t>& offsets(std::size_t level) const { return offsets_[level]; }

  /// The level of this dimension.
  std::optional<std::size_t> level_of(std::uint32_t dimension) const;
  /// Where the category stands in the level.
  std::optional<std::size_t> position_of(std::size_t level, std::uint32_t category) const;
  /// Where the level shows the total of its dimension beside other categories.
  std::optional<std::size_t> total_position(std::size_t level) const { return totals_[level]; }
  /// True for a line of which some level is at the total of its dimension.
  bool is_total(std::size_t own) const;

  /// Shown lines of the same categories in `level` and all outer ones, around `shown`.
  struct Span {
    std::size_t begin = 0, count = 1;
  };
  Span span(std::size_t level, std::size_t shown) const;

  /// Calls work(own line, offset) for each own line in its order.
  template <class Work>
  void each_line(Work work) const;

 private:
  std::vector<std::uint32_t> run_begins(std::size_t level) const;

  std::vector<AxisLevel> levels_;
  std::vector<std::vector<std::size_t>> offsets_;   ///< By level, by position.
  std::vector<std::size_t> repeats_;                ///< By level.
  std::vector<std::optional<std::size_t>> totals_;  ///< By level.
  std::size_t own_count_ = 1;                       ///< An axis without levels has one line.
  std::vector<std::uint32_t> order_;                ///< Own lines as shown, where `is_ordered_`.
  bool is_ordered_ = false;
  /// By level: where the spans of an ordered axis begin. Made when first asked for.
  mutable std::vector<std::vector<std::uint32_t>> runs_;
};

template <class Work>
void Axis::each_line(Work work) const {
  if (own_count_ == 0) return;
  if (levels_.empty()) {
    work(std::size_t{0}, std::size_t{0});
    return;
  }
  const std::vector<std::size_t>& inner = offsets_.back();
  for (std::size_t own = 0; own < own_count_;) {
    const std::size_t outer_offset = offset(own) - inner.front();
    for (const std::size_t inner_offset : inner)
      work(own++, outer_offset + inner_offset);
  }
}

}  // namespace stats
