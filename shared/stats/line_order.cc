#include "stats/line_order.h"

#include <algorithm>
#include <numeric>
#include <string_view>

#include "base/text.h"
#include "stats/order.h"

namespace stats {
namespace {

/// Own lines apart by what sorting does with them.
struct SortedParts {
  std::vector<std::uint32_t> without_figure;
  std::vector<std::uint32_t> totals;
};

std::vector<std::uint32_t> joined(std::vector<std::uint32_t> sorted, const SortedParts& parts) {
  sorted.insert(sorted.end(), parts.without_figure.begin(), parts.without_figure.end());
  sorted.insert(sorted.end(), parts.totals.begin(), parts.totals.end());
  return sorted;
}

bool may_have_totals(const Axis& lines) {
  for (std::size_t i = 0; i < lines.levels().size(); ++i) {
    if (lines.total_position(i)) return true;
  }
  return false;
}

/// Calls work(own line, offset) for the shown lines that are no published totals, and collects
/// these.
template <class Work>
void each_sortable_line(const Axis& lines, const std::vector<char>& is_shown, SortedParts& parts,
                        Work work) {
  const bool has_totals = may_have_totals(lines);
  lines.each_line([&](std::size_t own, std::size_t offset) {
    if (!is_shown.empty() && !is_shown[own]) return;
    if (has_totals && lines.is_total(own)) {
      parts.totals.push_back(static_cast<std::uint32_t>(own));
    } else {
      work(static_cast<std::uint32_t>(own), offset);
    }
  });
}

std::vector<std::uint32_t> lines_by_scaled(const Cells& cells, const Axis& lines, std::size_t base,
                                           Direction direction, const std::vector<char>& is_shown) {
  const std::int32_t* const values = cells.scaled_values().data() + base;
  SortedParts parts;
  ScaledOrder order(direction);
  order.reserve(lines.own_count());
  each_sortable_line(lines, is_shown, parts, [&](std::uint32_t own, std::size_t offset) {
    const std::int32_t value = values[offset];
    if (value == Cells::absent_scaled) {
      parts.without_figure.push_back(own);
    } else {
      order.add(own, value);
    }
  });
  return joined(order.take(), parts);
}

/// `cell_at(own line, offset)` gives the cell whose figure counts.
template <class CellAt>
std::vector<std::uint32_t> lines_by_doubles(const Axis& lines, Direction direction,
                                            const std::vector<char>& is_shown, CellAt cell_at) {
  SortedParts parts;
  DoublesOrder order(direction);
  order.reserve(lines.own_count());
  each_sortable_line(lines, is_shown, parts, [&](std::uint32_t own, std::size_t offset) {
    const Cell cell = cell_at(own, offset);
    if (cell.has_value) {
      order.add(own, cell.value);
    } else {
      parts.without_figure.push_back(own);
    }
  });
  return joined(order.take(), parts);
}

/// Compares labels as a reader does: without regard to case, and runs of digits by their number, so
/// that "5-9" stands before "10-14".
int compare_labels(std::string_view a, std::string_view b) {
  using base::is_digit;
  const auto lower = [](char c) {
    return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  };
  const auto take_number = [&](std::string_view& text) {
    std::size_t count = 0;
    while (count < text.size() && is_digit(text[count]))
      ++count;
    std::string_view digits = text.substr(0, count);
    text.remove_prefix(count);
    while (digits.size() > 1 && digits.front() == '0')
      digits.remove_prefix(1);
    return digits;
  };
  while (!a.empty() && !b.empty()) {
    if (is_digit(a.front()) && is_digit(b.front())) {
      const std::string_view left = take_number(a);
      const std::string_view right = take_number(b);
      if (left.size() != right.size()) return left.size() < right.size() ? -1 : 1;
      if (const int order = left.compare(right); order != 0) return order;
    } else {
      if (lower(a.front()) != lower(b.front())) return lower(a.front()) < lower(b.front()) ? -1 : 1;
      a.remove_prefix(1);
      b.remove_prefix(1);
    }
  }
  return static_cast<int>(b.empty()) - static_cast<int>(a.empty());
}

/// For each position of the level its rank by label; equal labels share one.
std::vector<std::uint32_t> label_ranks(const Dimension& dimension, const AxisLevel& level,
                                       Direction direction) {
  const auto label_of = [&](std::uint32_t position) -> std::string_view {
    return dimension.categories[level.categories[position]].label.in(base::Language::id);
  };
  std::vector<std::uint32_t> positions(level.categories.size());
  std::iota(positions.begin(), positions.end(), 0u);
  std::stable_sort(positions.begin(), positions.end(), [&](std::uint32_t a, std::uint32_t b) {
    const int order = compare_labels(label_of(a), label_of(b));
    return direction == Direction::ascending ? order < 0 : order > 0;
  });
  std::vector<std::uint32_t> ranks(positions.size(), 0);
  for (std::size_t i = 1; i < positions.size(); ++i) {
    const bool is_equal = compare_labels(label_of(positions[i - 1]), label_of(positions[i])) == 0;
    ranks[positions[i]] = ranks[positions[i - 1]] + (is_equal ? 0 : 1);
  }
  return ranks;
}

std::vector<std::uint32_t> lines_by_label(const Table& table, const Axis& lines,
                                          Direction direction, const std::vector<char>& is_shown) {
  const std::size_t last = lines.levels().size() - 1;
  const AxisLevel& level = lines.levels()[last];
  const std::vector<std::uint32_t> ranks =
      label_ranks(table.dimensions[level.dimension], level, direction);
  SortedParts parts;
  ScaledOrder order(Direction::ascending);
  order.reserve(lines.own_count());
  each_sortable_line(lines, is_shown, parts, [&](std::uint32_t own, std::size_t) {
    order.add(own, static_cast<std::int32_t>(ranks[lines.position(last, own)]));
  });
  return joined(order.take(), parts);
}

}  // namespace

std::vector<char> lines_with_figures(const Table& table, const Arrangement& arrangement,
                                     const Axis& lines) {
  std::vector<std::size_t> offsets_across;
  const Axis& across = arrangement.other_than(lines);
  offsets_across.reserve(across.own_count());
  across.each_line([&](std::size_t, std::size_t offset) { offsets_across.push_back(offset); });
  std::vector<char> has_figures(lines.own_count(), 0);
  with_reader(table.cells, [&](const auto& reader) {
    lines.each_line([&](std::size_t own, std::size_t offset) {
      for (const std::size_t offset_across : offsets_across) {
        if (!reader.has_value(arrangement.fixed_offset + offset + offset_across)) continue;
        has_figures[own] = 1;
        break;
      }
    });
  });
  return has_figures;
}

std::vector<std::uint32_t> sorted_lines(const Table& table, const Arrangement& arrangement,
                                        GridFigures& figures, Calculation calculation,
                                        const Axis& lines, Direction direction,
                                        std::optional<std::size_t> across,
                                        const std::vector<char>& is_shown) {
  if (!across) return lines_by_label(table, lines, direction, is_shown);
  const bool sorts_rows = &lines == &arrangement.rows;
  if (calculation != Calculation::none) {
    return lines_by_doubles(lines, direction, is_shown, [&](std::size_t own, std::size_t) {
      return (sorts_rows ? figures.cell(own, *across) : figures.cell(*across, own)).cell;
    });
  }
  const std::size_t base = arrangement.fixed_offset + arrangement.other_than(lines).offset(*across);
  if (table.cells.form() == Cells::Form::scaled) {
    return lines_by_scaled(table.cells, lines, base, direction, is_shown);
  }
  return lines_by_doubles(lines, direction, is_shown, [&](std::size_t, std::size_t offset) {
    return table.cells.at(base + offset);
  });
}

std::vector<std::uint32_t> own_lines(const std::vector<char>& is_shown) {
  std::vector<std::uint32_t> lines;
  for (std::size_t i = 0; i < is_shown.size(); ++i) {
    if (is_shown[i]) lines.push_back(static_cast<std::uint32_t>(i));
  }
  return lines;
}

}  // namespace stats
