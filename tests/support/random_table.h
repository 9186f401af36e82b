// Tables made from a row of numbers: the same numbers make the same table, and shrinking the
// numbers shrinks the table.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "stats/table.h"

namespace support {

/// Hands out one number after the other; zeros when there are no more.
class Numbers {
 public:
  explicit Numbers(std::vector<std::uint32_t> numbers) : numbers_(std::move(numbers)) {}
  /// A number below `limit`.
  std::uint32_t below(std::uint32_t limit) {
    return at_ < numbers_.size() ? numbers_[at_++] % limit : 0;
  }
  bool chance(std::uint32_t one_in) { return below(one_in) == one_in - 1; }

 private:
  std::vector<std::uint32_t> numbers_;
  std::size_t at_ = 0;
};

/// A text of the kinds that writers get wrong: quotes, separators, formulas, line ends, other
/// scripts.
inline std::string text_from_numbers(Numbers& numbers) {
  static const char* const parts[] = {"a",  "Muara Enim", "\"", ",", ";",  "\t", "\n", "\r\n", "'",
                                      "=1", "+",          "-",  "@", "＝", "é",  "日", "\\",   " "};
  std::string text;
  for (std::uint32_t count = numbers.below(4); count > 0; --count)
    text += parts[numbers.below(std::size(parts))];
  return text;
}

inline stats::Dimension dimension_from_numbers(Numbers& numbers, std::size_t number) {
  stats::Dimension dimension;
  dimension.code = "d" + std::to_string(number) + text_from_numbers(numbers);
  dimension.label = {text_from_numbers(numbers), text_from_numbers(numbers)};
  dimension.role = numbers.chance(3) ? stats::Role::geo : stats::Role::other;
  dimension.is_mandatory = !numbers.chance(3);
  const std::uint32_t count = 1 + numbers.below(4);
  for (std::uint32_t at = 0; at < count; ++at) {
    stats::Category& category = dimension.categories.emplace_back();
    category.code = std::to_string(at) + text_from_numbers(numbers);
    category.label = {text_from_numbers(numbers), text_from_numbers(numbers)};
    if (at > 0 && numbers.chance(2)) category.parent = static_cast<int>(numbers.below(at));
  }
  return dimension;
}

inline void make_measure(Numbers& numbers, stats::Dimension& dimension) {
  dimension.role = stats::Role::measure;
  for (stats::Category& category : dimension.categories) {
    category.unit = {text_from_numbers(numbers), text_from_numbers(numbers)};
    category.decimals = static_cast<int>(numbers.below(10));
    category.additivity = static_cast<stats::Additivity>(numbers.below(5));
  }
}

/// Figures of every kind: whole, with decimals, tiny, huge, negative, none.
inline double figure_from_numbers(Numbers& numbers) {
  const double figure = numbers.below(100'000);
  switch (numbers.below(8)) {
    case 0:
      return std::numeric_limits<double>::quiet_NaN();
    case 1:
      return figure / 100;
    case 2:
      return -figure / 7;
    case 3:
      return figure * 1e300;
    case 4:
      return figure * 1e-300;
    default:
      return figure;
  }
}

inline stats::Cells cells_from_numbers(Numbers& numbers, std::size_t count) {
  std::vector<double> figures;
  std::vector<stats::StatusAt> statuses;
  const bool is_whole = numbers.chance(2);
  const bool is_sparse = numbers.chance(3);
  for (std::uint32_t index = 0; index < count; ++index) {
    double figure = is_whole ? numbers.below(50) : figure_from_numbers(numbers);
    if (is_sparse && !numbers.chance(20)) figure = std::numeric_limits<double>::quiet_NaN();
    if (numbers.chance(4)) {
      const auto status = static_cast<stats::CellStatus>(1 + numbers.below(7));
      if (status == stats::CellStatus::nil)
        figure = 0;
      else if (stats::replaces_figure(status))
        figure = std::numeric_limits<double>::quiet_NaN();
      statuses.push_back({index, status});
    }
    figures.push_back(figure);
  }
  return stats::Cells::from_doubles(std::move(figures), std::move(statuses));
}

inline stats::Note note_from_numbers(Numbers& numbers, const stats::Table& table) {
  stats::Note note{{text_from_numbers(numbers), text_from_numbers(numbers)}, numbers.chance(2), {}};
  for (std::uint32_t at = 0; at < table.dimensions.size(); ++at)
    if (numbers.chance(2))
      note.where.push_back(
          {at, numbers.below(static_cast<std::uint32_t>(table.dimensions[at].categories.size()))});
  return note;
}

/// A table that holds together: what a writer may be given.
inline stats::Table table_from_numbers(std::vector<std::uint32_t> values) {
  Numbers numbers(std::move(values));
  stats::Table table;
  table.code = "t-" + std::to_string(numbers.below(1000));
  table.title = {text_from_numbers(numbers), text_from_numbers(numbers)};
  table.source = {text_from_numbers(numbers), text_from_numbers(numbers)};
  table.publisher = {text_from_numbers(numbers), text_from_numbers(numbers)};
  table.subject = text_from_numbers(numbers);
  table.licence = text_from_numbers(numbers);
  table.contact = {{text_from_numbers(numbers), {}}, text_from_numbers(numbers), {}};
  if (numbers.chance(2)) table.updated = {2000 + static_cast<int>(numbers.below(40)), 2, 28};
  if (numbers.chance(2)) table.next_update = {2027, 12, 31};
  if (numbers.chance(2)) table.area_level = "village";
  const std::size_t dimensions_count = 1 + numbers.below(4);
  for (std::size_t at = 0; at < dimensions_count; ++at)
    table.dimensions.push_back(dimension_from_numbers(numbers, at));
  const std::uint32_t measure = numbers.below(static_cast<std::uint32_t>(dimensions_count));
  make_measure(numbers, table.dimensions[measure]);
  if (numbers.chance(2)) table.layout.stub = {table.dimensions[measure].code};
  std::size_t count = 1;
  for (const stats::Dimension& dimension : table.dimensions)
    count *= dimension.categories.size();
  table.cells = cells_from_numbers(numbers, count);
  for (std::uint32_t notes = numbers.below(4); notes > 0; --notes)
    table.notes.push_back(note_from_numbers(numbers, table));
  return table;
}

}  // namespace support
