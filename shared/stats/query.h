// Which part of a table is looked at, and how it is arranged: two small values that live in the
// address bar. Codes only, so that they outlive a new version of the table.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "stats/table.h"

namespace stats {

/// The categories picked from one dimension.
struct Selection {
  enum class Kind { all, list, range, newest };
  Kind kind = Kind::all;
  std::vector<std::string>
      codes;       ///< list: in the order in which they are shown. range: {from, to}.
  int newest = 0;  ///< newest: how many of the last categories.

  friend bool operator==(const Selection&, const Selection&) = default;
};

/// Selections by dimension code. A dimension without one has all its categories.
struct Query {
  std::vector<std::pair<std::string, Selection>> selections;

  const Selection* find(std::string_view dimension_code) const;
  void set(std::string_view dimension_code, Selection selection);
  friend bool operator==(const Query&, const Query&) = default;
};

enum class Direction { descending, ascending };

/// Sorting the rows by the figures of one column, or the columns by those of one row. The line is
/// named by category codes, outermost first, one for each dimension on its axis.
struct Sort {
  enum class Axis { rows, columns };
  Axis axis = Axis::rows;
  std::vector<std::string>
      line;  ///< rows: the column's codes. Empty: by label of the last stub dimension.
  Direction direction = Direction::descending;

  friend bool operator==(const Sort&, const Sort&) = default;
};

/// What stands in the cells instead of the published figure.
enum class Calculation {
  none,
  share_of_column,  ///< Per cent of the total of its column (additive measures only).
  share_of_row,     ///< Per cent of the total of its row (additive measures only).
  change,           ///< Minus the period before.
  change_percent,   ///< Per cent change from the period before.
  rank,             ///< 1 for the highest figure of its column; equals share a rank.
};
inline constexpr int calculation_count = 6;

/// How the picked part is laid out. Dimensions in neither list are fixed: only their first picked
/// category is shown, and it is named above the grid.
struct PivotSpec {
  std::vector<std::string> stub;     ///< Dimension codes, outermost first.
  std::vector<std::string> heading;  ///< Dimension codes, outermost first.
  std::vector<Sort> sorts;           ///< At most one an axis.
  bool hide_empty = false;           ///< Rows and columns without any figure are left out.
  bool row_total = false;            ///< A computed last row, where the measure is additive and the
                                     ///< stub has dimensions.
  bool column_total = false;         ///< A computed last column, likewise.
  Calculation calculation = Calculation::none;

  friend bool operator==(const PivotSpec&, const PivotSpec&) = default;
};

struct View {
  Query query;
  PivotSpec pivot;

  friend bool operator==(const View&, const View&) = default;
};

/// How a table is first shown. Its own `layout` where it has one; else: A) one dimension of more
/// than one category: stub. B) time in the heading, the longest other in the stub, measures in the
/// heading. Dimensions of one category are fixed. Time shows its newest periods so that the heading
/// has at most 12 columns (at least 1 period); in the stub it shows all. Dimensions that would push
/// the heading over 12 columns are fixed at their total, or first category.
View default_view(const Table& table);

/// Indices of the picked categories, in the order in which they are shown. Codes that the table
/// does not have are passed over; where nothing is left, all categories are picked and `lost` says
/// true.
struct Picked {
  std::vector<std::uint32_t> categories;
  bool lost = false;  ///< None of the wished categories exists any more.
  std::vector<std::string> unknown_codes;
};
Picked picked_from_selection(const Dimension& dimension, const Selection* selection);

/// The shortest selection that picks just `categories`: all, newest n (time only), range, or list.
Selection selection_from_picked(const Dimension& dimension,
                                const std::vector<std::uint32_t>& categories);

/// Makes a view fit a table: unknown dimensions are dropped, each dimension is at most once in stub
/// or heading, missing ones are fixed (put in the heading where they have several picked categories
/// and neither list names them, only when both lists are empty). What was changed is told in words
/// of codes, so that the caller can say it: `dropped`.
struct FittedView {
  View view;
  std::vector<std::string> dropped;  ///< Dimension or category codes that the table does not have.
  std::vector<std::vector<std::uint32_t>> picked;  ///< The picked categories of each dimension.
};
FittedView fitted_view(const Table& table, View view);

}  // namespace stats
