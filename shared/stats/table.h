// One published table: dimensions with their categories, cells, notes, and what must be known about
// them. Made by a reader in `formats`, checked once by `findings_from_table`, then immutable and
// shared. Does not know how it is arranged or drawn.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/language.h"
#include "base/result.h"
#include "stats/cells.h"

namespace stats {

enum class Role { other, time, geo, measure };

/// How a measure behaves under addition: figures of a stock or a flow may be added, those of a
/// rate, an average or an index may not.
enum class Additivity { stock, flow, rate, average, index };

/// "stock", "flow"…: the words of the file format.
std::string_view text_from_additivity(Additivity additivity);
std::optional<Additivity> additivity_from_text(std::string_view text);

/// True for stock and flow.
constexpr bool is_additive(Additivity additivity) {
  return additivity == Additivity::stock || additivity == Additivity::flow;
}

/// One value of a dimension.
struct Category {
  std::string code;
  base::Text label;
  int parent = -1;  ///< Index of the parent in the same dimension; -1: none. Parents come first or
                    ///< later, never in a circle.

  // Only on categories of the measure dimension.
  base::Text unit;  ///< "jiwa", "jiwa/km²". Empty where the source gives none.
  int decimals = 0;
  Additivity additivity =
      Additivity::rate;  ///< `rate`, the careful answer, where the source says nothing.
};

/// One axis of meaning: kecamatan, sex, year.
struct Dimension {
  std::string code;
  base::Text label;
  Role role = Role::other;
  std::vector<Category> categories;  ///< In published order; time rises.
  bool is_mandatory = true;          ///< False: may be left out, and then its total stands for it.

  /// Index of the category with this code.
  std::optional<std::uint32_t> find(std::string_view code) const;
  bool has_hierarchy() const;
  /// 0 for a category without parent, 1 for its children…
  int depth_of(std::uint32_t category) const;
  /// The one root under which every other category hangs ("Kabupaten Muara Enim"), if there is one.
  std::optional<std::uint32_t> total() const;
};

/// A place in a table, whole or in part: category `category` of dimension `dimension` (indices).
struct Coordinate {
  std::uint32_t dimension;
  std::uint32_t category;

  friend bool operator==(const Coordinate&, const Coordinate&) = default;
};

/// A text tied to a place. Empty `where`: the whole table. One coordinate: a category. More: the
/// cells in which all of them meet.
struct Note {
  base::Text text;
  bool is_mandatory = false;  ///< Must be shown wherever its place is shown.
  std::vector<Coordinate> where;
};

struct Contact {
  base::Text name;
  std::string mail;
  std::string phone;
};

/// How a table is first shown; every field may be empty, then `default_view` decides.
struct Layout {
  std::vector<std::string> stub;     ///< Dimension codes.
  std::vector<std::string> heading;  ///< Dimension codes.
};

struct Table {
  std::string code;     ///< Lower case letters, digits, '-': stands in addresses and file names.
  base::Text title;     ///< Without the years; these are added from what is shown.
  std::string subject;  ///< Code of the catalogue's subject.
  std::vector<Dimension>
      dimensions;  ///< Row-major: the last varies fastest. Exactly one has role measure.
  Cells cells;
  std::vector<Note> notes;
  base::Text source;  ///< "BPS Kabupaten Muara Enim, Proyeksi Penduduk". Always shown.
  base::Text publisher;
  base::Date updated;
  base::Date next_update;  ///< Not set: not known.
  std::string licence;     ///< Name or address.
  Contact contact;
  std::string
      area_level;  ///< Finest area: "province", "regency", "district", "village"; empty: none.
  Layout layout;

  std::size_t cells_count() const { return cells.count(); }
  /// What the dimensions make: cells_count() once the cells are there.
  std::size_t cells_expected() const;
  std::optional<std::uint32_t> find(std::string_view dimension_code) const;
  const Dimension& measure() const;         ///< The dimension with role measure.
  std::uint32_t measure_dimension() const;  ///< Its index.
  std::optional<std::uint32_t> time_dimension() const;
  std::optional<std::uint32_t> geo_dimension() const;
  /// Cells between two neighbours along each dimension: the last is 1.
  std::vector<std::uint64_t> strides() const;
  /// First and last period as one text: "2010–2025", "2024", or empty without a time dimension.
  std::string period(base::Language language) const;
};

/// What is wrong with a table, or doubtful. Errors stop publishing, warnings do not.
struct Finding {
  enum class Severity { error, warning };
  Severity severity = Severity::error;
  std::string code;     ///< "cells_count", "category_twice"… for programs.
  std::string message;  ///< A sentence: expected, came, where, what to do.
  int line = 0;         ///< 1-based; 0: not known.
  int column = 0;

  friend bool operator==(const Finding&, const Finding&) = default;
};

/// Checks what no single value shows: codes present and unique, one measure dimension, cells as
/// many as the dimensions make, parents without a circle, notes that point to places that exist,
/// source, title and unit present, time rising.
std::vector<Finding> findings_from_table(const Table& table);

/// Compares published totals with the sums of their parts, where the measure is additive and every
/// part has a figure. Differences beyond rounding (half a unit of the last decimal for each part)
/// are warnings with code `total_differs` naming both figures.
std::vector<Finding> findings_from_totals(const Table& table);

}  // namespace stats
