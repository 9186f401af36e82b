#include "app/arranging.h"

#include <algorithm>
#include <numeric>

namespace app {
namespace {

/// As many periods as a heading is given at once; more are a scroll away from their names.
constexpr std::size_t heading_periods_max = 12;

bool contains(const std::vector<std::string>& codes, std::string_view code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

std::vector<std::uint32_t> all_categories(const stats::Dimension& dimension) {
  std::vector<std::uint32_t> categories(dimension.categories.size());
  std::iota(categories.begin(), categories.end(), 0u);
  return categories;
}

std::uint32_t category_when_fixed(const stats::Dimension& dimension,
                                  const std::vector<std::uint32_t>& picked) {
  const auto total = dimension.total();
  const bool is_total_picked =
      total && std::find(picked.begin(), picked.end(), *total) != picked.end();
  return is_total_picked ? *total : picked.front();
}

std::vector<std::uint32_t> categories_when_freed(const stats::Dimension& dimension, Zone zone) {
  std::vector<std::uint32_t> categories = all_categories(dimension);
  const bool is_cut = dimension.role == stats::Role::time && zone == Zone::heading &&
                      categories.size() > heading_periods_max;
  if (is_cut) categories.erase(categories.begin(), categories.end() - heading_periods_max);
  return categories;
}

void drop_sorts_of_changed_axes(stats::PivotSpec& pivot, const stats::PivotSpec& before) {
  const bool is_stub_changed = pivot.stub != before.stub;
  const bool is_heading_changed = pivot.heading != before.heading;
  std::erase_if(pivot.sorts, [&](const stats::Sort& sort) {
    // A sort by figures names a line of the other axis; one by label follows its own.
    const bool follows_heading = (sort.axis == stats::Sort::Axis::rows) != sort.line.empty();
    return follows_heading ? is_heading_changed : is_stub_changed;
  });
}

}  // namespace

stats::View settled_view(const stats::Table& table, const stats::View& wished) {
  stats::View view = stats::fitted_view(table, wished).view;
  stats::Query query;
  for (const stats::Dimension& dimension : table.dimensions) {
    stats::Selection selection =
        stats::selection_from_picked(dimension, shown_categories(dimension, view));
    if (selection.kind != stats::Selection::Kind::all) {
      query.set(dimension.code, std::move(selection));
    }
  }
  view.query = std::move(query);
  return view;
}

stats::View settled_default(const stats::Table& table) {
  return settled_view(table, stats::default_view(table));
}

Zone zone_of(const stats::PivotSpec& pivot, std::string_view dimension) {
  if (contains(pivot.stub, dimension)) return Zone::stub;
  return contains(pivot.heading, dimension) ? Zone::heading : Zone::fixed;
}

std::vector<std::uint32_t> shown_categories(const stats::Dimension& dimension,
                                            const stats::View& view) {
  std::vector<std::uint32_t> categories =
      stats::picked_from_selection(dimension, view.query.find(dimension.code)).categories;
  if (zone_of(view.pivot, dimension.code) == Zone::fixed) categories.resize(1);
  return categories;
}

stats::View with_picked(const stats::Dimension& dimension, stats::View view,
                        const std::vector<std::uint32_t>& categories) {
  view.query.set(dimension.code, stats::selection_from_picked(dimension, categories));
  return view;
}

stats::View with_moved(const stats::Table& table, stats::View view, std::string_view dimension,
                       Zone zone, std::size_t place) {
  const auto index = table.find(dimension);
  if (!index) return view;
  const stats::Dimension& moved = table.dimensions[*index];
  const stats::PivotSpec before = view.pivot;
  const Zone zone_before = zone_of(before, dimension);
  const std::vector<std::uint32_t> shown = shown_categories(moved, view);

  std::erase(view.pivot.stub, dimension);
  std::erase(view.pivot.heading, dimension);
  if (zone != Zone::fixed) {
    std::vector<std::string>& codes = zone == Zone::stub ? view.pivot.stub : view.pivot.heading;
    codes.insert(codes.begin() + static_cast<std::ptrdiff_t>(std::min(place, codes.size())),
                 std::string(dimension));
  }
  if (zone == Zone::fixed && zone_before != Zone::fixed) {
    view = with_picked(moved, std::move(view), {category_when_fixed(moved, shown)});
  } else if (zone != Zone::fixed && zone_before == Zone::fixed) {
    view = with_picked(moved, std::move(view), categories_when_freed(moved, zone));
  }
  drop_sorts_of_changed_axes(view.pivot, before);
  return view;
}

stats::View with_axes_swapped(stats::View view) {
  using stats::Calculation;
  stats::PivotSpec& pivot = view.pivot;
  std::swap(pivot.stub, pivot.heading);
  std::swap(pivot.row_total, pivot.column_total);
  for (stats::Sort& sort : pivot.sorts) {
    sort.axis =
        sort.axis == stats::Sort::Axis::rows ? stats::Sort::Axis::columns : stats::Sort::Axis::rows;
  }
  if (pivot.calculation == Calculation::share_of_column) {
    pivot.calculation = Calculation::share_of_row;
  } else if (pivot.calculation == Calculation::share_of_row) {
    pivot.calculation = Calculation::share_of_column;
  }
  return view;
}

stats::View without_sort(stats::View view, stats::Sort::Axis axis) {
  std::erase_if(view.pivot.sorts, [&](const stats::Sort& sort) { return sort.axis == axis; });
  return view;
}

stats::View with_sort(stats::View view, stats::Sort sort) {
  view = without_sort(std::move(view), sort.axis);
  view.pivot.sorts.push_back(std::move(sort));
  return view;
}

}  // namespace app
