#include "stats/axis.h"

#include <algorithm>
#include <utility>

#include "base/must.h"

namespace stats {

Axis::Axis(const Table& table, std::vector<AxisLevel> levels)
    : levels_(std::move(levels)), repeats_(levels_.size()) {
  const std::vector<std::uint64_t> strides = table.strides();
  for (std::size_t i = levels_.size(); i-- > 0;) {
    repeats_[i] = own_count_;
    own_count_ *= levels_[i].categories.size();
  }
  for (const AxisLevel& level : levels_) {
    std::vector<std::size_t>& offsets = offsets_.emplace_back();
    offsets.reserve(level.categories.size());
    for (const std::uint32_t category : level.categories) {
      offsets.push_back(static_cast<std::size_t>(category * strides[level.dimension]));
    }
  }
  for (std::size_t i = 0; i < levels_.size(); ++i) {
    const bool has_parts = levels_[i].categories.size() > 1;
    const std::optional<std::uint32_t> total =
        has_parts ? table.dimensions[levels_[i].dimension].total() : std::nullopt;
    totals_.push_back(total ? position_of(i, *total) : std::nullopt);
  }
}

std::optional<std::size_t> Axis::shown_from_own(std::size_t own) const {
  if (!is_ordered_) return own;
  const auto found = std::find(order_.begin(), order_.end(), own);
  if (found == order_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - order_.begin());
}

std::vector<std::uint32_t> Axis::shown_lines() const {
  if (!is_ordered_) return {};
  std::vector<std::uint32_t> lines(own_count_, not_shown);
  for (std::size_t i = 0; i < order_.size(); ++i)
    lines[order_[i]] = static_cast<std::uint32_t>(i);
  return lines;
}

void Axis::show(std::vector<std::uint32_t> order) {
  order_ = std::move(order);
  is_ordered_ = true;
  runs_.clear();
}

std::size_t Axis::offset(std::size_t own) const {
  std::size_t offset = 0;
  for (std::size_t i = 0; i < levels_.size(); ++i)
    offset += offsets_[i][position(i, own)];
  return offset;
}

std::optional<std::size_t> Axis::level_of(std::uint32_t dimension) const {
  for (std::size_t i = 0; i < levels_.size(); ++i) {
    if (levels_[i].dimension == dimension) return i;
  }
  return std::nullopt;
}

std::optional<std::size_t> Axis::position_of(std::size_t level, std::uint32_t category) const {
  const std::vector<std::uint32_t>& categories = levels_[level].categories;
  const auto found = std::find(categories.begin(), categories.end(), category);
  if (found == categories.end()) return std::nullopt;
  return static_cast<std::size_t>(found - categories.begin());
}

bool Axis::is_total(std::size_t own) const {
  for (std::size_t i = 0; i < levels_.size(); ++i) {
    if (totals_[i] && *totals_[i] == position(i, own)) return true;
  }
  return false;
}

std::vector<std::uint32_t> Axis::run_begins(std::size_t level) const {
  std::vector<std::uint32_t> begins;
  for (std::size_t i = 0; i < order_.size(); ++i) {
    // Lines share their labels down to `level` where the places above its repeats agree.
    const bool continues = i > 0 && order_[i] / repeats_[level] == order_[i - 1] / repeats_[level];
    if (!continues) begins.push_back(static_cast<std::uint32_t>(i));
  }
  return begins;
}

Axis::Span Axis::span(std::size_t level, std::size_t shown) const {
  MUST(level < levels_.size());
  if (!is_ordered_) return {shown - shown % repeats_[level], repeats_[level]};
  if (level + 1 == levels_.size()) return {shown, 1};
  if (runs_.empty()) runs_.resize(levels_.size());
  if (runs_[level].empty()) runs_[level] = run_begins(level);
  const std::vector<std::uint32_t>& begins = runs_[level];
  const auto after = std::upper_bound(begins.begin(), begins.end(), shown);
  const std::size_t begin = *(after - 1);
  return {begin, (after == begins.end() ? order_.size() : *after) - begin};
}

}  // namespace stats
