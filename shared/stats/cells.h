// The cells of a table: figures in row-major order, statuses beside them only where there are any.
// Made once by a reader and never changed. Knows nothing of dimensions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace stats {

/// Why a cell has no figure, or how sure its figure is. The marks are BPS's (screens.md 2.3).
enum class CellStatus : std::uint8_t {
  final,             ///< No mark.
  not_available,     ///< "…"  No figure.
  nil,               ///< "–"  Nil or none; counts as zero in sums.
  not_displayable,   ///< "NA" No figure; also where it is confidential.
  provisional,       ///< "*"
  very_provisional,  ///< "**"
  revised,           ///< "r"
  estimate,          ///< "e"
};
inline constexpr int cell_status_count = 8;

/// "…", "–", "NA", "*", "**", "r", "e"; empty for `final`.
std::string_view mark_from_status(CellStatus status);

/// True for the statuses whose mark stands in the place of the figure (…, –, NA).
constexpr bool replaces_figure(CellStatus status) {
  return status == CellStatus::not_available || status == CellStatus::nil ||
         status == CellStatus::not_displayable;
}

/// One figure. Absent and nil are two things: an absent cell has no figure, a nil one has 0.
struct Cell {
  double value = 0;
  bool has_value = false;
  CellStatus status = CellStatus::not_available;

  friend bool operator==(const Cell&, const Cell&) = default;
};

/// A cell index and its status, in order of the index.
struct StatusAt {
  std::uint32_t index;
  CellStatus status;

  friend bool operator==(const StatusAt&, const StatusAt&) = default;
};

/// At most this many cells a table may have (2^32 - 2).
inline constexpr std::uint64_t cells_count_max = 0xfffffffeu;

class Cells {
 public:
  /// The figure that stands for "none" among scaled figures, and NaN among doubles.
  static constexpr std::int32_t absent_scaled = INT32_MIN;

  Cells() = default;

  /// `values[i]` / 10^decimals is the figure; `absent_scaled` where there is none. `statuses` are
  /// in order of their index; an absent cell without a status is `not_available`, any other
  /// `final`.
  static Cells scaled(std::vector<std::int32_t> values, int decimals,
                      std::vector<StatusAt> statuses);

  /// The same over memory that someone else made (a fetched sidecar): `owner` keeps it alive.
  static Cells scaled_view(std::shared_ptr<const void> owner, std::span<const std::int32_t> values,
                           int decimals, std::vector<StatusAt> statuses);

  /// NaN where there is no figure.
  static Cells doubles(std::vector<double> values, std::vector<StatusAt> statuses);

  /// For very sparse tables: the figures of the cells in `indices` (rising); all others are absent.
  static Cells sparse(std::size_t count, std::vector<std::uint32_t> indices,
                      std::vector<double> values, std::vector<StatusAt> statuses);

  /// Chooses the smallest faithful form: scaled where every figure is an integer of at most 31 bits
  /// at some number of decimals up to 6 (exactly, as decimal text), sparse where less than a tenth
  /// of the cells has a figure, else doubles. NaN is absent.
  static Cells from_doubles(std::vector<double> values, std::vector<StatusAt> statuses);

  std::size_t count() const { return count_; }
  Cell at(std::size_t index) const;
  bool has_value(std::size_t index) const;
  double value_or_nan(std::size_t index) const;
  CellStatus status_at(std::size_t index) const;

  enum class Form { scaled, doubles, sparse };
  Form form() const { return form_; }
  int decimals() const { return decimals_; }  ///< Of the scaled form.
  std::span<const std::int32_t> scaled_values() const { return scaled_; }
  std::span<const double> double_values() const { return doubles_; }  ///< Also the sparse figures.
  std::span<const std::uint32_t> sparse_indices() const { return indices_; }
  std::span<const StatusAt> statuses() const { return statuses_; }

  /// The statuses that occur, one bit each (1 << status), with `not_available` where a cell is
  /// absent and has no status of its own.
  unsigned statuses_mask() const { return statuses_mask_; }
  /// True where some cell has neither a figure nor a status.
  bool has_unmarked_absent() const { return has_unmarked_absent_; }

  /// Bytes held by figures and statuses.
  std::size_t bytes() const;

 private:
  void survey_statuses();

  Form form_ = Form::doubles;
  std::size_t count_ = 0;
  int decimals_ = 0;
  double unit_ = 1;  ///< 10^decimals. Figures are divided by it, because 10^-decimals is not exact.
  unsigned statuses_mask_ = 0;
  bool has_unmarked_absent_ = false;
  std::shared_ptr<const void> owner_;
  std::span<const std::int32_t> scaled_;
  std::span<const double> doubles_;
  std::span<const std::uint32_t> indices_;
  std::vector<StatusAt> statuses_;
};

// --- Reading many cells: one of these for each form, so that the form is asked once and not for
// each cell ---

/// Reads scaled figures. `raw` figures may be added exactly; `figure` makes a figure of their sum.
class ScaledReader {
 public:
  explicit ScaledReader(const Cells& cells);
  double raw(std::size_t index) const {
    return values_[index] == Cells::absent_scaled ? std::numeric_limits<double>::quiet_NaN()
                                                  : values_[index];
  }
  /// What is added where many figures are added up: 0 where there is none, so that nothing
  /// branches. `Sum` holds such a sum exactly and quickly.
  using Sum = std::int64_t;
  std::int32_t addend(std::size_t index) const {
    return values_[index] == Cells::absent_scaled ? 0 : values_[index];
  }
  bool has_value(std::size_t index) const { return values_[index] != Cells::absent_scaled; }
  double figure(double raw_sum) const { return raw_sum / unit_; }
  const std::int32_t* values() const { return values_; }

 private:
  const std::int32_t* values_;
  double unit_;
};

/// Reads doubles.
class DoublesReader {
 public:
  explicit DoublesReader(const Cells& cells) : values_(cells.double_values().data()) {}
  double raw(std::size_t index) const { return values_[index]; }
  using Sum = double;
  double addend(std::size_t index) const { return has_value(index) ? values_[index] : 0; }
  bool has_value(std::size_t index) const { return values_[index] == values_[index]; }
  double figure(double raw_sum) const { return raw_sum; }

 private:
  const double* values_;
};

/// Reads sparse figures.
class SparseReader {
 public:
  explicit SparseReader(const Cells& cells) : cells_(&cells) {}
  double raw(std::size_t index) const { return cells_->value_or_nan(index); }
  using Sum = double;
  double addend(std::size_t index) const {
    const double value = raw(index);
    return value == value ? value : 0;
  }
  bool has_value(std::size_t index) const { return cells_->has_value(index); }
  double figure(double raw_sum) const { return raw_sum; }

 private:
  const Cells* cells_;
};

/// Calls `work` with the reader that fits the form of `cells`, and returns what it returns.
template <class Work>
auto with_reader(const Cells& cells, Work work) {
  switch (cells.form()) {
    case Cells::Form::scaled:
      return work(ScaledReader(cells));
    case Cells::Form::sparse:
      return work(SparseReader(cells));
    case Cells::Form::doubles:
      break;
  }
  return work(DoublesReader(cells));
}

}  // namespace stats
