#include "stats/cells.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/must.h"

namespace stats {
namespace {

constexpr int scaled_decimals_max = 9;
constexpr int found_decimals_max = 6;  // More decimals than any publication shows.
constexpr double scaled_max = std::numeric_limits<std::int32_t>::max();

constexpr std::array<double, scaled_decimals_max + 1> powers_of_ten = {1e0, 1e1, 1e2, 1e3, 1e4,
                                                                       1e5, 1e6, 1e7, 1e8, 1e9};

double power_of_ten(int decimals) {
  MUST(decimals >= 0 && decimals <= scaled_decimals_max);
  return powers_of_ten[static_cast<std::size_t>(decimals)];
}

/// The fewest decimals from `decimals` on at which `value` is a whole number of units, or -1. The
/// quotient of two exact doubles is the double nearest to the decimal text, so the comparison is
/// that of the texts.
int decimals_for(double value, int decimals) {
  for (; decimals <= found_decimals_max; ++decimals) {
    const double unit = power_of_ten(decimals);
    const double scaled = std::nearbyint(value * unit);
    if (std::fabs(scaled) > scaled_max) return -1;
    if (scaled / unit == value) return decimals;
  }
  return -1;
}

/// The number of decimals at which every figure fits 31 bits, or -1.
int common_decimals(const std::vector<double>& values) {
  int decimals = 0;
  double largest = 0;
  for (const double value : values) {
    if (std::isnan(value)) continue;
    largest = std::max(largest, std::fabs(value));
    const double unit = power_of_ten(decimals);
    if (std::nearbyint(value * unit) / unit != value) decimals = decimals_for(value, decimals);
    if (decimals < 0) return -1;
  }
  return std::nearbyint(largest * power_of_ten(decimals)) <= scaled_max ? decimals : -1;
}

Cells scaled_from_doubles(const std::vector<double>& values, int decimals,
                          std::vector<StatusAt> statuses) {
  std::vector<std::int32_t> scaled(values.size(), Cells::absent_scaled);
  const double unit = power_of_ten(decimals);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!std::isnan(values[i]))
      scaled[i] = static_cast<std::int32_t>(std::nearbyint(values[i] * unit));
  }
  return Cells::scaled(std::move(scaled), decimals, std::move(statuses));
}

/// True where `absent(index)` holds for some index that has no status.
template <class Absent>
bool any_unmarked(std::size_t count, std::span<const StatusAt> statuses, Absent absent) {
  std::size_t begin = 0;
  const auto any_between = [&](std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
      if (absent(i)) return true;
    }
    return false;
  };
  for (const StatusAt& status : statuses) {
    if (any_between(begin, std::min<std::size_t>(status.index, count))) return true;
    begin = std::size_t{status.index} + 1;
  }
  return any_between(begin, count);
}

}  // namespace

std::string_view mark_from_status(CellStatus status) {
  switch (status) {
    case CellStatus::final:
      return "";
    case CellStatus::not_available:
      return "…";
    case CellStatus::nil:
      return "–";
    case CellStatus::not_displayable:
      return "NA";
    case CellStatus::provisional:
      return "*";
    case CellStatus::very_provisional:
      return "**";
    case CellStatus::revised:
      return "r";
    case CellStatus::estimate:
      return "e";
  }
  return "";
}

Cells Cells::scaled(std::vector<std::int32_t> values, int decimals,
                    std::vector<StatusAt> statuses) {
  const auto owner = std::make_shared<const std::vector<std::int32_t>>(std::move(values));
  return scaled_view(owner, *owner, decimals, std::move(statuses));
}

Cells Cells::scaled_view(std::shared_ptr<const void> owner, std::span<const std::int32_t> values,
                         int decimals, std::vector<StatusAt> statuses) {
  Cells cells;
  cells.form_ = Form::scaled;
  cells.count_ = values.size();
  cells.decimals_ = decimals;
  cells.unit_ = power_of_ten(decimals);
  cells.owner_ = std::move(owner);
  cells.scaled_ = values;
  cells.statuses_ = std::move(statuses);
  cells.survey_statuses();
  return cells;
}

Cells Cells::doubles(std::vector<double> values, std::vector<StatusAt> statuses) {
  const auto owner = std::make_shared<const std::vector<double>>(std::move(values));
  Cells cells;
  cells.form_ = Form::doubles;
  cells.count_ = owner->size();
  cells.owner_ = owner;
  cells.doubles_ = *owner;
  cells.statuses_ = std::move(statuses);
  cells.survey_statuses();
  return cells;
}

Cells Cells::sparse(std::size_t count, std::vector<std::uint32_t> indices,
                    std::vector<double> values, std::vector<StatusAt> statuses) {
  MUST(indices.size() == values.size());
  struct Held {
    std::vector<std::uint32_t> indices;
    std::vector<double> values;
  };
  const auto owner = std::make_shared<const Held>(Held{std::move(indices), std::move(values)});
  Cells cells;
  cells.form_ = Form::sparse;
  cells.count_ = count;
  cells.owner_ = owner;
  cells.indices_ = owner->indices;
  cells.doubles_ = owner->values;
  cells.statuses_ = std::move(statuses);
  cells.survey_statuses();
  return cells;
}

Cells Cells::from_doubles(std::vector<double> values, std::vector<StatusAt> statuses) {
  const auto figures = static_cast<std::size_t>(
      std::count_if(values.begin(), values.end(), [](double value) { return !std::isnan(value); }));
  if (figures < (values.size() + 9) / 10) {
    std::vector<std::uint32_t> indices;
    std::vector<double> held;
    indices.reserve(figures);
    held.reserve(figures);
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (std::isnan(values[i])) continue;
      indices.push_back(static_cast<std::uint32_t>(i));
      held.push_back(values[i]);
    }
    return sparse(values.size(), std::move(indices), std::move(held), std::move(statuses));
  }
  const int decimals = common_decimals(values);
  if (decimals < 0) return doubles(std::move(values), std::move(statuses));
  return scaled_from_doubles(values, decimals, std::move(statuses));
}

void Cells::survey_statuses() {
  for (const StatusAt& status : statuses_)
    statuses_mask_ |= 1u << static_cast<unsigned>(status.status);
  has_unmarked_absent_ = with_reader(*this, [&](const auto& reader) {
    return any_unmarked(count_, statuses_, [&](std::size_t i) { return !reader.has_value(i); });
  });
  if (has_unmarked_absent_)
    statuses_mask_ |= 1u << static_cast<unsigned>(CellStatus::not_available);
}

double Cells::value_or_nan(std::size_t index) const {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  switch (form_) {
    case Form::scaled:
      return scaled_[index] == absent_scaled ? none : scaled_[index] / unit_;
    case Form::doubles:
      return doubles_[index];
    case Form::sparse:
      break;
  }
  const auto found = std::lower_bound(indices_.begin(), indices_.end(), index);
  if (found == indices_.end() || *found != index) return none;
  return doubles_[static_cast<std::size_t>(found - indices_.begin())];
}

bool Cells::has_value(std::size_t index) const { return !std::isnan(value_or_nan(index)); }

CellStatus Cells::status_at(std::size_t index) const {
  const auto found = std::lower_bound(
      statuses_.begin(), statuses_.end(), index,
      [](const StatusAt& status, std::size_t wanted) { return status.index < wanted; });
  if (found != statuses_.end() && found->index == index) return found->status;
  return has_value(index) ? CellStatus::final : CellStatus::not_available;
}

Cell Cells::at(std::size_t index) const {
  MUST(index < count_);
  const double value = value_or_nan(index);
  const bool has_figure = !std::isnan(value);
  return {has_figure ? value : 0, has_figure, status_at(index)};
}

std::size_t Cells::bytes() const {
  return scaled_.size_bytes() + doubles_.size_bytes() + indices_.size_bytes() +
         statuses_.size() * sizeof(StatusAt);
}

ScaledReader::ScaledReader(const Cells& cells)
    : values_(cells.scaled_values().data()), unit_(power_of_ten(cells.decimals())) {}

}  // namespace stats
