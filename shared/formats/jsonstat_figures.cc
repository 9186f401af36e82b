#include "formats/jsonstat_figures.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string>

#include "base/number.h"
#include "formats/status_mark.h"

namespace formats {
namespace {

using base::JsonExpect;
using base::JsonValue;
using stats::CellStatus;
using Kind = base::JsonValue::Kind;

constexpr double missing_figure = std::numeric_limits<double>::quiet_NaN();

/// One status for all cells is spread over them only up to here: it costs 8 bytes a cell, which a
/// document of a few bytes could ask for four thousand million times.
constexpr std::size_t spread_cells_max = 10'000'000;

std::optional<double> figure_from_json(JsonValue value, std::size_t index, JsonExpect& expect) {
  if (value.is(Kind::null)) return missing_figure;
  if (!value.is(Kind::number)) {
    expect.fail(value, "A figure must be a number or null, but cell " + std::to_string(index) +
                           " has " + std::string(base::text_from_kind(value.kind())));
    return std::nullopt;
  }
  const std::optional<double> figure = base::number_from_figure(value.text());
  if (figure && std::isfinite(*figure)) return figure;
  expect.fail(value, "The figure of cell " + std::to_string(index) +
                         " is too large for a floating-point number");
  return std::nullopt;
}

/// The cell index that a member of `value` or `status` is named after.
std::optional<std::uint32_t> index_from_key(std::string_view key, JsonValue value,
                                            std::size_t count, std::string_view what,
                                            JsonExpect& expect) {
  const auto index = base::whole_from_figure(key);
  if (index && *index < count) return static_cast<std::uint32_t>(*index);
  expect.fail(value, "The members of \"" + std::string(what) +
                         "\" must be named by cell index, 0 to " + std::to_string(count) +
                         " exclusive, but one is named \"" + std::string(key.substr(0, 40)) + "\"");
  return std::nullopt;
}

constexpr auto by_index = [](const auto& left, const auto& right) {
  return left.first < right.first;
};

}  // namespace

Figures Figures::from_json(JsonValue value, std::size_t count, JsonExpect& expect) {
  Figures figures;
  figures.count_ = count;
  if (value.is(Kind::array))
    figures.read_array(value, expect);
  else if (value.is(Kind::object))
    figures.read_object(value, expect);
  else
    expect.fail(value, "The member \"value\" must be an array or an object, but is " +
                           std::string(base::text_from_kind(value.kind())));
  return figures;
}

void Figures::read_array(JsonValue value, JsonExpect& expect) {
  if (value.count() != count_) {
    expect.fail(value, "The sizes of the dimensions make " + std::to_string(count_) +
                           " cells, but \"value\" has " + std::to_string(value.count()));
    return;
  }
  dense_.reserve(count_);
  for (const JsonValue element : value.elements()) {
    const auto figure = figure_from_json(element, dense_.size(), expect);
    if (!figure) return;
    dense_.push_back(*figure);
  }
}

void Figures::read_object(JsonValue value, JsonExpect& expect) {
  pairs_.reserve(value.count());
  for (const auto& [key, member] : value.members()) {
    const auto index = index_from_key(key, member, count_, "value", expect);
    if (!index) return;
    const auto figure = figure_from_json(member, *index, expect);
    if (!figure) return;
    if (*figure == *figure) pairs_.emplace_back(*index, *figure);
  }
  if (!std::is_sorted(pairs_.begin(), pairs_.end(), by_index))
    std::sort(pairs_.begin(), pairs_.end(), by_index);
  // A dense array costs 8 bytes a cell, a pair 12: few figures stay apart, and a short document
  // cannot ask for more memory than ten times its figures.
  is_sparse_ = pairs_.size() < count_ / 10;
  if (is_sparse_) return;
  dense_.assign(count_, missing_figure);
  for (const auto& [index, figure] : pairs_)
    dense_[index] = figure;
  pairs_ = {};
}

double Figures::value_or_nan(std::size_t index) const {
  if (!is_sparse_) return dense_[index];
  const std::pair<std::uint32_t, double> wanted(static_cast<std::uint32_t>(index), 0);
  const auto found = std::lower_bound(pairs_.begin(), pairs_.end(), wanted, by_index);
  return found != pairs_.end() && found->first == index ? found->second : missing_figure;
}

void Figures::set_zero(std::uint32_t index) {
  if (!is_sparse_) {
    dense_[index] = 0;
    return;
  }
  zeros_.emplace_back(index, 0);
}

stats::Cells Figures::cells(std::vector<stats::StatusAt> statuses) && {
  if (!is_sparse_) return stats::Cells::from_doubles(std::move(dense_), std::move(statuses));
  const auto zeros_begin = static_cast<std::ptrdiff_t>(pairs_.size());
  pairs_.insert(pairs_.end(), zeros_.begin(), zeros_.end());
  std::inplace_merge(pairs_.begin(), pairs_.begin() + zeros_begin, pairs_.end(), by_index);
  std::vector<std::uint32_t> indices;
  std::vector<double> values;
  indices.reserve(pairs_.size());
  values.reserve(pairs_.size());
  for (const auto& [index, value] : pairs_) {
    indices.push_back(index);
    values.push_back(value);
  }
  return stats::Cells::sparse(count_, std::move(indices), std::move(values), std::move(statuses));
}

namespace {

/// Takes one status after the other, in order of the index.
class StatusTaker {
 public:
  StatusTaker(bool is_ours, Figures& figures, JsonExpect& expect)
      : is_ours_(is_ours), figures_(figures), expect_(expect) {}

  void take(std::uint32_t index, std::string_view text, JsonValue place);
  Statuses statuses;

 private:
  bool is_ours_;
  Figures& figures_;
  JsonExpect& expect_;
};

void StatusTaker::take(std::uint32_t index, std::string_view text, JsonValue place) {
  if (text.empty()) return;
  const double value = figures_.value_or_nan(index);
  const bool has_value = value == value;
  const std::optional<CellStatus> mark = status_from_mark(text);
  const bool contradicts = mark && has_value && stats::replaces_figure(*mark) &&
                           !(*mark == CellStatus::nil && value == 0);
  if (mark && !contradicts) {
    if (*mark == CellStatus::nil && !has_value) figures_.set_zero(index);
    statuses.marks.push_back({index, *mark});
    return;
  }
  if (!is_ours_) {
    statuses.foreign.emplace_back(index, text);
    return;
  }
  if (contradicts)
    expect_.fail(place, "Cell " + std::to_string(index) + " has the figure " +
                            base::figure_from_number(value) + " and also the status \"" +
                            std::string(text) + "\", which says that there is none");
  else
    expect_.fail(place, "The status of cell " + std::to_string(index) +
                            " must be one of … – NA * ** r e, but is \"" +
                            std::string(text.substr(0, 40)) + "\"");
}

/// One text, or an array of one, stands for every cell.
void take_status_for_all(std::string_view text, JsonValue place, bool is_ours, StatusTaker& taker,
                         std::size_t count, JsonExpect& expect) {
  if (!is_ours && !status_from_mark(text)) {
    taker.statuses.foreign_for_all = text;
    return;
  }
  if (count > spread_cells_max) {
    expect.fail(place,
                "One status for all is possible up to " + std::to_string(spread_cells_max) +
                    " cells; name them by their index instead",
                base::ErrorCode::too_large);
    return;
  }
  for (std::size_t index = 0; index < count && expect.is_well(); ++index)
    taker.take(static_cast<std::uint32_t>(index), text, place);
}

}  // namespace

Statuses statuses_from_json(JsonValue status, bool is_ours, Figures& figures, JsonExpect& expect) {
  StatusTaker taker(is_ours, figures, expect);
  const std::size_t count = figures.count();
  if (!status || status.is(Kind::null)) return {};
  if (status.is(Kind::string)) {
    take_status_for_all(status.text(), status, is_ours, taker, count, expect);
  } else if (status.is(Kind::array) && status.count() == 1 && count != 1) {
    for (const JsonValue element : status.elements())
      take_status_for_all(expect.as_text(element, "status"), element, is_ours, taker, count,
                          expect);
  } else if (status.is(Kind::array) && status.count() == count) {
    std::uint32_t index = 0;
    for (const JsonValue element : status.elements()) {
      if (!element.is(Kind::null)) taker.take(index, expect.as_text(element, "status"), element);
      ++index;
    }
  } else if (status.is(Kind::array)) {
    expect.fail(status, "\"status\" must have one element, or one for each of the " +
                            std::to_string(count) + " cells, but has " +
                            std::to_string(status.count()));
  } else if (status.is(Kind::object)) {
    std::vector<std::pair<std::uint32_t, JsonValue>> members;
    for (const auto& [key, member] : status.members()) {
      const auto index = index_from_key(key, member, count, "status", expect);
      if (!index) return {};
      if (!member.is(Kind::null)) members.emplace_back(*index, member);
    }
    std::sort(members.begin(), members.end(), by_index);
    for (const auto& [index, member] : members)
      taker.take(index, expect.as_text(member, "status"), member);
  } else {
    expect.fail(status, "\"status\" must be a text, an array or an object, but is " +
                            std::string(base::text_from_kind(status.kind())));
  }
  return std::move(taker.statuses);
}

int decimals_from_value(double value) {
  constexpr int decimals_max = 6;
  double unit = 1;
  for (int decimals = 0; decimals < decimals_max; ++decimals, unit *= 10)
    if (std::round(value * unit) / unit == value) return decimals;
  return decimals_max;
}

}  // namespace formats
