#include "stats/order.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>

namespace stats {
namespace {

// 2048 counters stay in the first-level cache, and three passes cover 32 bits.
constexpr unsigned digit_bits = 11;
constexpr std::size_t digit_values = std::size_t{1} << digit_bits;

/// Sorts by `key_of(item)`, least significant digit first. Only the bits in which the keys differ
/// are looked at.
template <class Item, class KeyOf>
void radix_sort(std::vector<Item>& items, KeyOf key_of) {
  if (items.size() < 2) return;
  using Key = decltype(key_of(items.front()));
  Key lowest = key_of(items.front());
  Key highest = lowest;
  for (const Item& item : items) {
    lowest = std::min(lowest, key_of(item));
    highest = std::max(highest, key_of(item));
  }
  const Key range = highest - lowest;
  std::vector<Item> other(range == 0 ? 0 : items.size());
  for (unsigned shift = 0; shift < 8 * sizeof(Key) && range >> shift != 0; shift += digit_bits) {
    const auto digit_of = [&](const Item& item) {
      return static_cast<std::size_t>((key_of(item) - lowest) >> shift) & (digit_values - 1);
    };
    std::array<std::uint32_t, digit_values> places{};
    for (const Item& item : items)
      ++places[digit_of(item)];
    std::uint32_t place = 0;
    for (std::uint32_t& count : places)
      place += std::exchange(count, place);
    for (const Item& item : items)
      other[places[digit_of(item)]++] = item;
    items.swap(other);
  }
}

}  // namespace

std::vector<std::uint32_t> ScaledOrder::take() {
  radix_sort(items_, [](std::uint64_t item) { return static_cast<std::uint32_t>(item >> 32); });
  std::vector<std::uint32_t> lines;
  lines.reserve(items_.size());
  for (const std::uint64_t item : items_)
    lines.push_back(static_cast<std::uint32_t>(item));
  items_.clear();
  return lines;
}

void DoublesOrder::add(std::uint32_t line, double figure) {
  // Doubles order as their bits do, once negative ones are turned over. Adding 0 makes -0 equal to
  // 0.
  // Emscripten's library has no std::bit_cast.
  const double summed = figure + 0.0;
  std::uint64_t bits;
  std::memcpy(&bits, &summed, sizeof bits);
  const std::uint64_t sign = std::uint64_t{1} << 63;
  const std::uint64_t rising = bits & sign ? ~bits : bits | sign;
  items_.push_back({direction_ == Direction::ascending ? rising : ~rising, line});
}

std::vector<std::uint32_t> DoublesOrder::take() {
  radix_sort(items_, [](const Item& item) { return item.key; });
  std::vector<std::uint32_t> lines;
  lines.reserve(items_.size());
  for (const Item& item : items_)
    lines.push_back(item.line);
  items_.clear();
  return lines;
}

}  // namespace stats
