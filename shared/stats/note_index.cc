#include "stats/note_index.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace stats {
namespace {

/// Where the reader meets a note: lines count from 1, 0 is the heading's or the stub's side.
struct Meeting {
  std::size_t row = 0, column = 0;
  std::uint32_t note = 0;
};

/// Finds the first shown line of an axis at which conditions hold.
class FirstLine {
 public:
  explicit FirstLine(const Axis& axis) : axis_(axis), shown_(axis.shown_lines()) {}

  /// `positions` by level; a level without one may be anywhere. Nothing where no such line is
  /// shown.
  std::optional<std::size_t> find(const std::vector<std::optional<std::size_t>>& positions) const {
    std::size_t own = 0;
    for (std::size_t i = 0; i < positions.size(); ++i) {
      own += positions[i].value_or(0) * axis_.repeats(i);
    }
    if (axis_.shown_count() == 0) return std::nullopt;
    if (shown_.empty()) return own;
    const std::uint32_t first = first_shown(positions, 0, 0);
    return first == Axis::not_shown ? std::nullopt : std::optional<std::size_t>(first);
  }

 private:
  std::uint32_t first_shown(const std::vector<std::optional<std::size_t>>& positions,
                            std::size_t level, std::size_t own) const {
    if (level == positions.size()) return shown_[own];
    const std::size_t begin = positions[level].value_or(0);
    const std::size_t end = positions[level] ? begin + 1 : axis_.levels()[level].categories.size();
    std::uint32_t first = Axis::not_shown;
    for (std::size_t i = begin; i < end; ++i) {
      first = std::min(first, first_shown(positions, level + 1, own + i * axis_.repeats(level)));
    }
    return first;
  }

  const Axis& axis_;
  std::vector<std::uint32_t> shown_;
};

/// Looks up where notes are met. Made once per grid, and only where the table has notes.
class Meetings {
 public:
  Meetings(const Table& table, const Axis& rows, const Axis& columns,
           const std::vector<Coordinate>& fixed)
      : places_(table.dimensions.size()), first_row_(rows), first_column_(columns) {
    for (const Coordinate& at : fixed)
      place(table, at.dimension, Place::Kind::fixed, 0, {at.category});
    for (std::size_t i = 0; i < rows.levels().size(); ++i) {
      place(table, rows.levels()[i].dimension, Place::Kind::row, i, rows.levels()[i].categories);
    }
    for (std::size_t i = 0; i < columns.levels().size(); ++i) {
      place(table, columns.levels()[i].dimension, Place::Kind::column, i,
            columns.levels()[i].categories);
    }
    row_levels_ = rows.levels().size();
    column_levels_ = columns.levels().size();
  }

  /// Nothing where the note's place is not in the grid.
  std::optional<Meeting> find(const Note& note, std::uint32_t index) const {
    std::vector<std::optional<std::size_t>> rows(row_levels_), columns(column_levels_);
    bool is_in_rows = false, is_in_columns = false;
    for (const Coordinate& at : note.where) {
      const Place& place = places_[at.dimension];
      const std::uint32_t position = place.positions[at.category];
      if (position == Axis::not_shown) return std::nullopt;
      if (place.kind == Place::Kind::row) {
        rows[place.level] = position;
        is_in_rows = true;
      } else if (place.kind == Place::Kind::column) {
        columns[place.level] = position;
        is_in_columns = true;
      }
    }
    const std::optional<std::size_t> row = first_row_.find(rows);
    const std::optional<std::size_t> column = first_column_.find(columns);
    if (!row || !column) return std::nullopt;
    return Meeting{is_in_rows ? *row + 1 : 0, is_in_columns ? *column + 1 : 0, index};
  }

 private:
  struct Place {
    enum class Kind { fixed, row, column } kind = Kind::fixed;
    std::size_t level = 0;
    std::vector<std::uint32_t> positions;  ///< By category; not_shown where it is not picked.
  };

  void place(const Table& table, std::uint32_t dimension, Place::Kind kind, std::size_t level,
             const std::vector<std::uint32_t>& categories) {
    std::vector<std::uint32_t> positions(table.dimensions[dimension].categories.size(),
                                         Axis::not_shown);
    for (std::size_t i = 0; i < categories.size(); ++i) {
      positions[categories[i]] = static_cast<std::uint32_t>(i);
    }
    places_[dimension] = {kind, level, std::move(positions)};
  }

  std::vector<Place> places_;  ///< By dimension.
  FirstLine first_row_, first_column_;
  std::size_t row_levels_ = 0, column_levels_ = 0;
};

bool is_met_before(const Table& table, const Meeting& a, const Meeting& b) {
  const auto rank = [&](const Meeting& meeting) {
    const Note& note = table.notes[meeting.note];
    const int group = !note.where.empty() ? 2 : (note.is_mandatory ? 0 : 1);
    return std::tuple(group, meeting.row, meeting.column, meeting.note);
  };
  return rank(a) < rank(b);
}

bool is_before(Coordinate a, Coordinate b) {
  return std::tie(a.dimension, a.category) < std::tie(b.dimension, b.category);
}

}  // namespace

NoteIndex::NoteIndex(const Table& table, const Axis& rows, const Axis& columns,
                     const std::vector<Coordinate>& fixed)
    : numbers_(table.notes.size(), 0) {
  if (table.notes.empty()) return;
  const Meetings places(table, rows, columns, fixed);
  std::vector<Meeting> meetings;
  for (std::uint32_t i = 0; i < table.notes.size(); ++i) {
    const std::optional<Meeting> meeting = places.find(table.notes[i], i);
    if (meeting) meetings.push_back(*meeting);
  }
  std::sort(meetings.begin(), meetings.end(),
            [&](const Meeting& a, const Meeting& b) { return is_met_before(table, a, b); });

  const std::vector<std::uint64_t> strides = table.strides();
  for (const Meeting& meeting : meetings) {
    in_use_.push_back(meeting.note);
    const int number = static_cast<int>(in_use_.size());
    numbers_[meeting.note] = number;
    const std::vector<Coordinate>& where = table.notes[meeting.note].where;
    if (where.size() == 1) category_numbers_.push_back({where.front(), number});
    if (where.size() < 2) continue;
    if (where.size() < table.dimensions.size()) {
      at_cells_.push_back(number);
      continue;
    }
    std::uint64_t cell = 0;
    for (const Coordinate& at : where)
      cell += at.category * strides[at.dimension];
    at_cell_.emplace_back(static_cast<std::size_t>(cell), number);
  }
  std::stable_sort(
      category_numbers_.begin(), category_numbers_.end(),
      [](const CategoryNumber& a, const CategoryNumber& b) { return is_before(a.where, b.where); });
  std::sort(at_cell_.begin(), at_cell_.end());
}

std::vector<int> NoteIndex::category_numbers(std::uint32_t dimension,
                                             std::uint32_t category) const {
  const Coordinate wanted{dimension, category};
  std::vector<int> numbers;
  auto found = std::lower_bound(
      category_numbers_.begin(), category_numbers_.end(), wanted,
      [](const CategoryNumber& held, Coordinate place) { return is_before(held.where, place); });
  for (; found != category_numbers_.end() && found->where == wanted; ++found) {
    numbers.push_back(found->number);
  }
  return numbers;
}

std::vector<std::uint32_t> NoteIndex::cell_notes(const Table& table, std::size_t cell_index) const {
  std::vector<int> numbers;
  const auto begin = std::lower_bound(at_cell_.begin(), at_cell_.end(), std::pair(cell_index, 0));
  for (auto found = begin; found != at_cell_.end() && found->first == cell_index; ++found) {
    numbers.push_back(found->second);
  }
  if (!at_cells_.empty()) {
    const std::vector<std::uint64_t> strides = table.strides();
    for (const int number : at_cells_) {
      const Note& note = table.notes[in_use_[static_cast<std::size_t>(number - 1)]];
      const bool meets = std::all_of(note.where.begin(), note.where.end(), [&](Coordinate at) {
        const std::size_t count = table.dimensions[at.dimension].categories.size();
        return cell_index / strides[at.dimension] % count == at.category;
      });
      if (meets) numbers.push_back(number);
    }
  }
  std::sort(numbers.begin(), numbers.end());
  std::vector<std::uint32_t> notes;
  for (const int number : numbers)
    notes.push_back(in_use_[static_cast<std::size_t>(number - 1)]);
  return notes;
}

}  // namespace stats
