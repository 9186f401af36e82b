// The figures of a JSON-stat dataset: its members `value` and `status` read into cells.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json_expect.h"
#include "stats/cells.h"

namespace formats {

/// Figures by cell index while they are being read: dense, or sorted pairs where few cells have
/// one.
class Figures {
 public:
  /// Reads `value` of a dataset with `count` cells; complains to `expect` where it does not fit.
  static Figures from_json(base::JsonValue value, std::size_t count, base::JsonExpect& expect);

  std::size_t count() const { return count_; }
  double value_or_nan(std::size_t index) const;
  /// Gives a cell without a figure the figure 0. Takes rising indices.
  void set_zero(std::uint32_t index);

  /// For each figure of `value`, in order of the index: visit(index, figure).
  template <class Visit>
  void for_each(Visit visit) const {
    if (is_sparse_) {
      for (const auto& [index, value] : pairs_)
        visit(index, value);
      return;
    }
    for (std::size_t index = 0; index < dense_.size(); ++index)
      if (dense_[index] == dense_[index]) visit(index, dense_[index]);
  }

  stats::Cells cells(std::vector<stats::StatusAt> statuses) &&;

 private:
  void read_array(base::JsonValue value, base::JsonExpect& expect);
  void read_object(base::JsonValue value, base::JsonExpect& expect);

  std::size_t count_ = 0;
  bool is_sparse_ = false;
  std::vector<double> dense_;                            ///< NaN where there is no figure.
  std::vector<std::pair<std::uint32_t, double>> pairs_;  ///< Rising indices.
  std::vector<std::pair<std::uint32_t, double>> zeros_;  ///< What set_zero adds to the pairs.
};

/// The statuses of a dataset: those that are marks of ours, and the others as they stand.
struct Statuses {
  std::vector<stats::StatusAt> marks;  ///< In order of the index.
  std::vector<std::pair<std::uint32_t, std::string_view>> foreign;
  std::string_view foreign_for_all;  ///< One status for the whole dataset; empty: none.
};

/// Reads `status`. A nil cell without a figure gets 0. A mark that contradicts its figure ("…" on a
/// figure, "–" on one that is not 0) is a complaint where `is_ours`, else a foreign status.
Statuses statuses_from_json(base::JsonValue status, bool is_ours, Figures& figures,
                            base::JsonExpect& expect);

/// How many decimals are needed to show `value` as it is, at most 6.
int decimals_from_value(double value);

}  // namespace formats
