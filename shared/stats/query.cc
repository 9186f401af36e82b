#include "stats/query.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <unordered_map>

namespace stats {
namespace {

constexpr std::uint64_t heading_columns_max = 12;

/// Finds codes that mostly come in the order of the table, without hashing any.
class CodeFinder {
 public:
  explicit CodeFinder(const Dimension& dimension) : categories_(dimension.categories) {}

  std::optional<std::uint32_t> find(std::string_view code) {
    if (places_.empty()) {
      for (std::size_t i = next_; i < categories_.size(); ++i) {
        if (categories_[i].code != code) continue;
        next_ = i + 1;
        return static_cast<std::uint32_t>(i);
      }
      // Out of order or unknown: from now on every code is looked up.
      for (std::uint32_t i = 0; i < categories_.size(); ++i)
        places_.try_emplace(categories_[i].code, i);
    }
    const auto found = places_.find(code);
    if (found == places_.end()) return std::nullopt;
    return found->second;
  }

 private:
  const std::vector<Category>& categories_;
  std::size_t next_ = 0;
  std::unordered_map<std::string_view, std::uint32_t> places_;
};

std::vector<std::uint32_t> all_categories(const Dimension& dimension) {
  std::vector<std::uint32_t> categories(dimension.categories.size());
  std::iota(categories.begin(), categories.end(), 0u);
  return categories;
}

void pick_list(const Dimension& dimension, const std::vector<std::string>& codes, Picked& picked) {
  CodeFinder finder(dimension);
  std::vector<char> is_picked(dimension.categories.size(), 0);
  for (const std::string& code : codes) {
    const std::optional<std::uint32_t> found = finder.find(code);
    if (!found) {
      picked.unknown_codes.push_back(code);
    } else if (!std::exchange(is_picked[*found], 1)) {
      picked.categories.push_back(*found);
    }
  }
}

/// From one end to the other. An end that the table does not have any more gives way to the first
/// or the last category, so that what is left of the range is shown.
void pick_range(const Dimension& dimension, const std::vector<std::string>& codes, Picked& picked) {
  std::optional<std::uint32_t> ends[2];
  for (std::size_t i = 0; i < 2 && i < codes.size(); ++i) {
    ends[i] = dimension.find(codes[i]);
    if (!ends[i]) picked.unknown_codes.push_back(codes[i]);
  }
  if (!ends[0] && !ends[1]) return;
  const auto last = static_cast<std::uint32_t>(dimension.categories.size() - 1);
  const auto [from, to] = std::minmax({ends[0].value_or(0), ends[1].value_or(last)});
  for (std::uint32_t i = from; i <= to; ++i)
    picked.categories.push_back(i);
}

void pick_newest(const Dimension& dimension, int newest, Picked& picked) {
  const std::size_t count = dimension.categories.size();
  const std::size_t wished = newest > 0 ? static_cast<std::size_t>(newest) : 0;
  for (std::size_t i = count - std::min(count, wished); i < count; ++i) {
    picked.categories.push_back(static_cast<std::uint32_t>(i));
  }
}

}  // namespace

// --- Selections ---

const Selection* Query::find(std::string_view dimension_code) const {
  for (const auto& [code, selection] : selections) {
    if (code == dimension_code) return &selection;
  }
  return nullptr;
}

void Query::set(std::string_view dimension_code, Selection selection) {
  for (auto& [code, held] : selections) {
    if (code != dimension_code) continue;
    held = std::move(selection);
    return;
  }
  selections.emplace_back(std::string(dimension_code), std::move(selection));
}

Picked picked_from_selection(const Dimension& dimension, const Selection* selection) {
  if (!selection || selection->kind == Selection::Kind::all)
    return {all_categories(dimension), false, {}};
  Picked picked;
  switch (selection->kind) {
    case Selection::Kind::all:
      break;
    case Selection::Kind::list:
      pick_list(dimension, selection->codes, picked);
      break;
    case Selection::Kind::range:
      pick_range(dimension, selection->codes, picked);
      break;
    case Selection::Kind::newest:
      pick_newest(dimension, selection->newest, picked);
      break;
  }
  if (picked.categories.empty()) {
    picked.categories = all_categories(dimension);
    picked.lost = true;
  }
  return picked;
}

Selection selection_from_picked(const Dimension& dimension,
                                const std::vector<std::uint32_t>& categories) {
  Selection selection;
  const std::size_t count = dimension.categories.size();
  bool rises_by_one = !categories.empty();
  for (std::size_t i = 1; i < categories.size(); ++i) {
    rises_by_one = rises_by_one && categories[i] == categories[i - 1] + 1;
  }
  if (rises_by_one && categories.size() == count) return selection;
  const bool ends_last = rises_by_one && categories.back() + std::size_t{1} == count;
  if (dimension.role == Role::time && ends_last) {
    selection.kind = Selection::Kind::newest;
    selection.newest = static_cast<int>(categories.size());
    return selection;
  }
  if (rises_by_one && categories.size() > 2) {
    selection.kind = Selection::Kind::range;
    selection.codes = {dimension.categories[categories.front()].code,
                       dimension.categories[categories.back()].code};
    return selection;
  }
  selection.kind = Selection::Kind::list;
  for (const std::uint32_t category : categories) {
    selection.codes.push_back(dimension.categories[category].code);
  }
  return selection;
}

// --- The first view of a table ---

namespace {

bool has_choice(const Dimension& dimension) { return dimension.categories.size() > 1; }

/// The longest dimension with a choice that is neither time nor measure. Without one, time.
std::optional<std::uint32_t> default_stub(const Table& table) {
  std::optional<std::uint32_t> stub;
  for (std::uint32_t i = 0; i < table.dimensions.size(); ++i) {
    const Dimension& dimension = table.dimensions[i];
    if (!has_choice(dimension) || dimension.role == Role::time || dimension.role == Role::measure) {
      continue;
    }
    if (!stub || dimension.categories.size() > table.dimensions[*stub].categories.size()) stub = i;
  }
  if (stub) return stub;
  const std::optional<std::uint32_t> time = table.time_dimension();
  if (time && has_choice(table.dimensions[*time])) return time;
  const std::uint32_t measure = table.measure_dimension();
  return has_choice(table.dimensions[measure]) ? std::optional(measure) : std::nullopt;
}

/// Dimensions with a choice for the heading, as many as leave room for at least one period: time,
/// then the others, then measures.
std::vector<std::string> default_heading(const Table& table, std::optional<std::uint32_t> stub) {
  const auto is_open = [&](std::uint32_t i) {
    return i != stub && has_choice(table.dimensions[i]);
  };
  std::uint64_t columns = 1;
  const auto fits = [&](std::uint32_t i) {
    const std::uint64_t with = columns * table.dimensions[i].categories.size();
    if (with > heading_columns_max) return false;
    columns = with;
    return true;
  };
  const std::uint32_t measure = table.measure_dimension();
  const bool has_measures = is_open(measure) && fits(measure);
  std::vector<std::string> heading;
  const std::optional<std::uint32_t> time = table.time_dimension();
  if (time && is_open(*time)) heading.push_back(table.dimensions[*time].code);
  for (std::uint32_t i = 0; i < table.dimensions.size(); ++i) {
    if (i == time || i == measure || !is_open(i) || !fits(i)) continue;
    heading.push_back(table.dimensions[i].code);
  }
  if (has_measures) heading.push_back(table.dimensions[measure].code);
  return heading;
}

bool names(const std::vector<std::string>& codes, std::string_view code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

/// Time in the heading is cut to its newest periods, so that at most twelve columns stand there.
void limit_periods(const Table& table, View& view) {
  const std::optional<std::uint32_t> time = table.time_dimension();
  if (!time || !names(view.pivot.heading, table.dimensions[*time].code)) return;
  std::uint64_t columns = 1;
  for (const Dimension& dimension : table.dimensions) {
    if (dimension.role == Role::time || !names(view.pivot.heading, dimension.code)) continue;
    columns = std::min(columns * dimension.categories.size(), heading_columns_max);
  }
  const std::uint64_t periods =
      std::max<std::uint64_t>(1, heading_columns_max / std::max<std::uint64_t>(columns, 1));
  if (periods >= table.dimensions[*time].categories.size()) return;
  view.query.set(table.dimensions[*time].code,
                 {Selection::Kind::newest, {}, static_cast<int>(periods)});
}

/// Dimensions outside stub and heading show their total, the newest period, or their first
/// category.
void fix_others(const Table& table, View& view) {
  for (const Dimension& dimension : table.dimensions) {
    if (!has_choice(dimension) || names(view.pivot.stub, dimension.code) ||
        names(view.pivot.heading, dimension.code)) {
      continue;
    }
    if (dimension.role == Role::time) {
      view.query.set(dimension.code, {Selection::Kind::newest, {}, 1});
      continue;
    }
    const std::uint32_t category = dimension.total().value_or(0);
    view.query.set(dimension.code,
                   {Selection::Kind::list, {dimension.categories[category].code}, 0});
  }
}

}  // namespace

View default_view(const Table& table) {
  View view;
  view.pivot.stub = table.layout.stub;
  view.pivot.heading = table.layout.heading;
  const auto is_unknown = [&](const std::string& code) { return !table.find(code); };
  std::erase_if(view.pivot.stub, is_unknown);
  std::erase_if(view.pivot.heading, is_unknown);
  if (view.pivot.stub.empty() && view.pivot.heading.empty()) {
    const std::optional<std::uint32_t> stub = default_stub(table);
    if (stub) view.pivot.stub.push_back(table.dimensions[*stub].code);
    view.pivot.heading = default_heading(table, stub);
  }
  limit_periods(table, view);
  fix_others(table, view);
  return view;
}

// --- Fitting a view to a table ---

namespace {

/// Leaves in `codes` the dimensions of the table, each once in both lists together.
void fit_axis(const Table& table, std::vector<std::string>& codes, std::vector<char>& is_placed,
              std::vector<std::string>& dropped) {
  std::erase_if(codes, [&](const std::string& code) {
    const std::optional<std::uint32_t> dimension = table.find(code);
    if (!dimension) dropped.push_back(code);
    return !dimension || std::exchange(is_placed[*dimension], 1);
  });
}

void fit_query(const Table& table, Query& query, FittedView& fitted) {
  Query kept;
  for (auto& [code, selection] : query.selections) {
    const std::optional<std::uint32_t> dimension = table.find(code);
    if (!dimension) fitted.dropped.push_back(code);
    if (!dimension || kept.find(code)) continue;
    Picked picked = picked_from_selection(table.dimensions[*dimension], &selection);
    for (std::string& unknown : picked.unknown_codes)
      fitted.dropped.push_back(std::move(unknown));
    if (!picked.lost) {
      if (!picked.unknown_codes.empty()) {
        selection = selection_from_picked(table.dimensions[*dimension], picked.categories);
      }
      kept.selections.emplace_back(code, std::move(selection));
    }
    fitted.picked[*dimension] = std::move(picked.categories);
  }
  query = std::move(kept);
}

/// True where the sort names one shown line of the other axis, or a label to sort by.
bool is_sort_possible(const Table& table, const Sort& sort, const FittedView& fitted) {
  const bool sorts_rows = sort.axis == Sort::Axis::rows;
  const PivotSpec& pivot = fitted.view.pivot;
  if (sort.line.empty()) return !(sorts_rows ? pivot.stub : pivot.heading).empty();
  const std::vector<std::string>& across = sorts_rows ? pivot.heading : pivot.stub;
  // An axis without dimensions has one line, named by its measure.
  if (across.empty()) {
    return sort.line.size() == 1 && table.measure().find(sort.line.front()).has_value();
  }
  if (sort.line.size() != across.size()) return false;
  for (std::size_t i = 0; i < across.size(); ++i) {
    const std::uint32_t dimension = *table.find(across[i]);
    const std::optional<std::uint32_t> category = table.dimensions[dimension].find(sort.line[i]);
    const std::vector<std::uint32_t>& picked = fitted.picked[dimension];
    if (!category || std::find(picked.begin(), picked.end(), *category) == picked.end())
      return false;
  }
  return true;
}

void fit_sorts(const Table& table, FittedView& fitted) {
  std::vector<Sort> kept;
  for (Sort& sort : fitted.view.pivot.sorts) {
    const bool has_axis = std::any_of(kept.begin(), kept.end(),
                                      [&](const Sort& other) { return other.axis == sort.axis; });
    if (!has_axis && is_sort_possible(table, sort, fitted)) kept.push_back(std::move(sort));
  }
  fitted.view.pivot.sorts = std::move(kept);
}

}  // namespace

FittedView fitted_view(const Table& table, View view) {
  FittedView fitted;
  fitted.picked.resize(table.dimensions.size());
  std::vector<char> is_placed(table.dimensions.size(), 0);
  fit_axis(table, view.pivot.stub, is_placed, fitted.dropped);
  fit_axis(table, view.pivot.heading, is_placed, fitted.dropped);
  fit_query(table, view.query, fitted);
  for (std::size_t i = 0; i < table.dimensions.size(); ++i) {
    if (fitted.picked[i].empty()) fitted.picked[i] = all_categories(table.dimensions[i]);
  }
  if (view.pivot.stub.empty() && view.pivot.heading.empty()) {
    for (std::size_t i = 0; i < table.dimensions.size(); ++i) {
      if (fitted.picked[i].size() > 1) view.pivot.heading.push_back(table.dimensions[i].code);
    }
  }
  fitted.view = std::move(view);
  fit_sorts(table, fitted);
  return fitted;
}

}  // namespace stats
