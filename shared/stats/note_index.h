// Which notes of a table are in a grid, how they are numbered, and which of them stand at a cell.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "stats/axis.h"
#include "stats/table.h"

namespace stats {

class NoteIndex {
 public:
  NoteIndex() = default;
  NoteIndex(const Table& table, const Axis& rows, const Axis& columns,
            const std::vector<Coordinate>& fixed);

  /// Notes in the order of their numbers.
  const std::vector<std::uint32_t>& in_use() const { return in_use_; }
  /// 1…, or 0 where the note is not in use.
  int number(std::uint32_t note) const { return note < numbers_.size() ? numbers_[note] : 0; }
  /// Numbers of the notes tied to exactly this category, rising.
  std::vector<int> category_numbers(std::uint32_t dimension, std::uint32_t category) const;
  /// Notes in use at the cell of this index, in the order of their numbers. Notes on one category
  /// and on the whole table are not among them.
  std::vector<std::uint32_t> cell_notes(const Table& table, std::size_t cell_index) const;

 private:
  struct CategoryNumber {
    Coordinate where;
    int number;
  };
  std::vector<std::uint32_t> in_use_;
  std::vector<int> numbers_;                          ///< By note.
  std::vector<CategoryNumber> category_numbers_;      ///< By place, then number.
  std::vector<std::pair<std::size_t, int>> at_cell_;  ///< Notes on one cell: its index, the number.
  std::vector<int> at_cells_;                         ///< Numbers of the notes on several cells.
};

}  // namespace stats
