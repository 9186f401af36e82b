#include "stats/table.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "base/must.h"
#include "base/number.h"
#include "base/text.h"

namespace stats {
namespace {

constexpr std::array<std::pair<Additivity, std::string_view>, 5> additivity_words = {{
    {Additivity::stock, "stock"},
    {Additivity::flow, "flow"},
    {Additivity::rate, "rate"},
    {Additivity::average, "average"},
    {Additivity::index, "index"},
}};

std::optional<std::uint32_t> first_with_role(const Table& table, Role role) {
  for (std::uint32_t i = 0; i < table.dimensions.size(); ++i) {
    if (table.dimensions[i].role == role) return i;
  }
  return std::nullopt;
}

}  // namespace

std::string_view text_from_additivity(Additivity additivity) {
  for (const auto& [value, word] : additivity_words) {
    if (value == additivity) return word;
  }
  return "";
}

std::optional<Additivity> additivity_from_text(std::string_view text) {
  for (const auto& [value, word] : additivity_words) {
    if (word == text) return value;
  }
  return std::nullopt;
}

// --- Dimension ---

std::optional<std::uint32_t> Dimension::find(std::string_view code_wanted) const {
  for (std::uint32_t i = 0; i < categories.size(); ++i) {
    if (categories[i].code == code_wanted) return i;
  }
  return std::nullopt;
}

bool Dimension::has_hierarchy() const {
  return std::any_of(categories.begin(), categories.end(),
                     [](const Category& category) { return category.parent >= 0; });
}

int Dimension::depth_of(std::uint32_t category) const {
  int depth = 0;
  for (int parent = categories[category].parent; parent >= 0;
       parent = categories[static_cast<std::size_t>(parent)].parent) {
    ++depth;
  }
  return depth;
}

std::optional<std::uint32_t> Dimension::total() const {
  std::optional<std::uint32_t> root;
  for (std::uint32_t i = 0; i < categories.size(); ++i) {
    if (categories[i].parent >= 0) continue;
    if (root) return std::nullopt;
    root = i;
  }
  return categories.size() > 1 ? root : std::nullopt;
}

// --- Table ---

std::optional<std::uint32_t> Table::find(std::string_view dimension_code) const {
  for (std::uint32_t i = 0; i < dimensions.size(); ++i) {
    if (dimensions[i].code == dimension_code) return i;
  }
  return std::nullopt;
}

std::uint32_t Table::measure_dimension() const {
  const std::optional<std::uint32_t> found = first_with_role(*this, Role::measure);
  MUST(found.has_value());
  return *found;
}

const Dimension& Table::measure() const { return dimensions[measure_dimension()]; }

std::optional<std::uint32_t> Table::time_dimension() const {
  return first_with_role(*this, Role::time);
}

std::optional<std::uint32_t> Table::geo_dimension() const {
  return first_with_role(*this, Role::geo);
}

std::size_t Table::cells_expected() const {
  std::size_t count = 1;
  for (const Dimension& dimension : dimensions)
    count *= dimension.categories.size();
  return count;
}

std::vector<std::uint64_t> Table::strides() const {
  std::vector<std::uint64_t> strides(dimensions.size(), 1);
  for (std::size_t i = dimensions.size(); i-- > 1;) {
    strides[i - 1] = strides[i] * dimensions[i].categories.size();
  }
  return strides;
}

std::string Table::period(base::Language language) const {
  const std::optional<std::uint32_t> time = time_dimension();
  if (!time || dimensions[*time].categories.empty()) return "";
  const std::vector<Category>& periods = dimensions[*time].categories;
  const std::string& first = periods.front().label.in(language);
  if (periods.size() == 1) return first;
  return first + "–" + periods.back().label.in(language);
}

// --- Findings: what no single value shows ---

namespace {

using Severity = Finding::Severity;

class Findings {
 public:
  void error(std::string code, std::string message) {
    list_.push_back({Severity::error, std::move(code), std::move(message), 0, 0});
    has_errors_ = true;
  }
  void warning(std::string code, std::string message) {
    list_.push_back({Severity::warning, std::move(code), std::move(message), 0, 0});
  }
  bool has_errors() const { return has_errors_; }
  std::vector<Finding> take() { return std::move(list_); }

 private:
  std::vector<Finding> list_;
  bool has_errors_ = false;
};

bool is_table_code(std::string_view code) {
  return !code.empty() && std::all_of(code.begin(), code.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

void check_head(const Table& table, Findings& findings) {
  if (!is_table_code(table.code)) {
    findings.error(
        "table_code",
        fmt::format("A table code of lower case letters, digits and '-' was expected, but "
                    "“{}” came. Give the table such a code.",
                    table.code));
  }
  if (table.title.empty()) {
    findings.error("title_missing", "The table has no title. Give it one, without the years.");
  }
  if (table.source.empty()) {
    findings.error("source_missing",
                   "The table has no source. Name the office or the publication.");
  }
  constexpr std::array<std::string_view, 5> levels = {"", "province", "regency", "district",
                                                      "village"};
  if (std::find(levels.begin(), levels.end(), table.area_level) == levels.end()) {
    findings.error(
        "area_level",
        fmt::format("The area level “{}” is not known. Use province, regency, district or "
                    "village, or leave it out.",
                    table.area_level));
  }
  for (const std::vector<std::string>* codes : {&table.layout.stub, &table.layout.heading}) {
    for (const std::string& code : *codes) {
      if (table.find(code)) continue;
      findings.warning("layout_dimension",
                       fmt::format("The layout names the dimension “{}”, which the table does not "
                                   "have. Correct the code or leave it out.",
                                   code));
    }
  }
}

void check_parents(const Dimension& dimension, Findings& findings) {
  const std::size_t count = dimension.categories.size();
  for (const Category& category : dimension.categories) {
    if (category.parent >= static_cast<int>(count) || category.parent < -1) {
      findings.error(
          "parent_place",
          fmt::format("In the dimension “{}” the category “{}” has a parent that does not "
                      "exist. Correct the parent.",
                      dimension.code, category.code));
      return;
    }
  }
  // Each category is walked from once: those known to end at a root are not walked again.
  std::vector<char> ends_at_root(count, 0);
  for (std::size_t start = 0; start < count; ++start) {
    std::vector<std::size_t> path;
    int at = static_cast<int>(start);
    while (at >= 0 && !ends_at_root[static_cast<std::size_t>(at)] && path.size() <= count) {
      path.push_back(static_cast<std::size_t>(at));
      at = dimension.categories[static_cast<std::size_t>(at)].parent;
    }
    if (path.size() > count) {
      findings.error("parent_circle",
                     fmt::format("In the dimension “{}” the category “{}” is its own ancestor. "
                                 "Correct the parents.",
                                 dimension.code, dimension.categories[start].code));
      return;
    }
    for (const std::size_t category : path)
      ends_at_root[category] = 1;
  }
}

/// Compares codes of periods: runs of digits by number, everything else by byte. "2024M2" <
/// "2024M10".
int compare_periods(std::string_view a, std::string_view b) {
  using base::is_digit;
  while (!a.empty() && !b.empty()) {
    if (!is_digit(a.front()) || !is_digit(b.front())) {
      if (a.front() != b.front()) return a.front() < b.front() ? -1 : 1;
      a.remove_prefix(1);
      b.remove_prefix(1);
      continue;
    }
    const auto take_number = [&](std::string_view& text) {
      std::size_t count = 0;
      while (count < text.size() && is_digit(text[count]))
        ++count;
      std::string_view digits = text.substr(0, count);
      text.remove_prefix(count);
      while (digits.size() > 1 && digits.front() == '0')
        digits.remove_prefix(1);
      return digits;
    };
    const std::string_view left = take_number(a);
    const std::string_view right = take_number(b);
    if (left.size() != right.size()) return left.size() < right.size() ? -1 : 1;
    if (const int order = left.compare(right); order != 0) return order;
  }
  return a.empty() ? (b.empty() ? 0 : -1) : 1;
}

void check_time(const Dimension& dimension, Findings& findings) {
  // Years and their quarters may stand in one dimension; each depth rises for itself.
  std::vector<const Category*> last_at_depth;
  for (std::uint32_t i = 0; i < dimension.categories.size(); ++i) {
    const Category& category = dimension.categories[i];
    const auto depth = static_cast<std::size_t>(dimension.depth_of(i));
    if (depth >= last_at_depth.size()) last_at_depth.resize(depth + 1, nullptr);
    const Category* const before = std::exchange(last_at_depth[depth], &category);
    if (!before || compare_periods(before->code, category.code) < 0) continue;
    findings.error(
        "time_order",
        fmt::format("Periods must rise, but in the dimension “{}” “{}” stands before “{}”. "
                    "Put the periods in order.",
                    dimension.code, before->code, category.code));
    return;
  }
}

void check_categories(const Dimension& dimension, Findings& findings) {
  if (dimension.categories.empty()) {
    findings.error(
        "dimension_empty",
        fmt::format("The dimension “{}” has no categories. Give it at least one.", dimension.code));
  }
  std::unordered_set<std::string_view> seen;
  for (const Category& category : dimension.categories) {
    if (category.code.empty()) {
      findings.error(
          "category_code",
          fmt::format("The dimension “{}” has a category without a code (“{}”). Give it one.",
                      dimension.code, category.label.in(base::Language::id)));
    } else if (!seen.insert(category.code).second) {
      findings.error(
          "category_twice",
          fmt::format("The dimension “{}” has the category “{}” twice. Codes must differ "
                      "within a dimension.",
                      dimension.code, category.code));
    }
    if (category.label.empty()) {
      findings.warning(
          "label_missing",
          fmt::format("The category “{}” of the dimension “{}” has no label. Readers will "
                      "see its code.",
                      category.code, dimension.code));
    }
  }
}

void check_measures(const Dimension& dimension, Findings& findings) {
  for (const Category& measure : dimension.categories) {
    if (measure.unit.empty()) {
      findings.warning(
          "unit_missing",
          fmt::format("The measure “{}” has no unit. Give it one, so that readers know "
                      "what is counted.",
                      measure.code));
    }
    if (measure.decimals < 0 || measure.decimals > 9) {
      findings.error("decimals", fmt::format("The measure “{}” shows {} decimals. From 0 to 9 are "
                                             "possible.",
                                             measure.code, measure.decimals));
    }
  }
}

void check_dimensions(const Table& table, Findings& findings) {
  std::unordered_set<std::string_view> seen;
  std::size_t measures = 0;
  for (const Dimension& dimension : table.dimensions) {
    if (dimension.code.empty()) {
      findings.error("dimension_code", fmt::format("A dimension has no code (“{}”). Give it one.",
                                                   dimension.label.in(base::Language::id)));
    } else if (!seen.insert(dimension.code).second) {
      findings.error("dimension_twice",
                     fmt::format("The table has the dimension “{}” twice. Codes must differ.",
                                 dimension.code));
    }
    check_categories(dimension, findings);
    check_parents(dimension, findings);
    if (dimension.role == Role::measure) {
      ++measures;
      check_measures(dimension, findings);
    }
  }
  if (measures != 1) {
    findings.error(
        "measure_dimension",
        fmt::format("A table has exactly one dimension of measures, but this one has {}. "
                    "Mark the dimension that says what is counted.",
                    measures));
  }
}

void check_cells(const Table& table, Findings& findings) {
  std::uint64_t expected = 1;
  bool is_too_large = false;
  for (const Dimension& dimension : table.dimensions) {
    expected *= dimension.categories.size();
    is_too_large = is_too_large || expected > cells_count_max;
    if (is_too_large) break;
  }
  if (is_too_large) {
    findings.error("cells_too_many",
                   fmt::format("The dimensions make more than {} cells. Publish the "
                               "table in parts.",
                               cells_count_max));
    return;
  }
  if (expected != table.cells_count()) {
    findings.error(
        "cells_count",
        fmt::format("The table has {} cells where its dimensions make {}. The file may be "
                    "incomplete; compare it with its source.",
                    table.cells_count(), expected));
  }
}

/// The place of a cell in words of codes: "kecamatan=1603010, tahun=2024".
std::string place_from_index(const Table& table, std::uint64_t index) {
  const std::vector<std::uint64_t> strides = table.strides();
  std::string place;
  for (std::size_t i = 0; i < table.dimensions.size(); ++i) {
    const Dimension& dimension = table.dimensions[i];
    const std::size_t category = index / strides[i] % dimension.categories.size();
    place += fmt::format("{}{}={}", i == 0 ? "" : ", ", dimension.code,
                         dimension.categories[category].code);
  }
  return place;
}

void check_statuses(const Table& table, Findings& findings) {
  std::optional<std::uint32_t> before;
  for (const StatusAt& status : table.cells.statuses()) {
    if (status.index >= table.cells_count() || (before && status.index <= *before)) {
      findings.error(
          "status_place",
          fmt::format("The status of cell {} is out of order or beyond the {} cells. List "
                      "statuses once each, by rising cell.",
                      status.index, table.cells_count()));
      return;
    }
    before = status.index;
    const double value = table.cells.value_or_nan(status.index);
    if (status.status == CellStatus::nil && value != 0) {
      findings.error("nil_figure",
                     fmt::format("The cell {} is marked as nil but its figure is not 0. "
                                 "Correct the mark or the figure.",
                                 place_from_index(table, status.index)));
      return;
    }
    const bool hides =
        status.status == CellStatus::not_available || status.status == CellStatus::not_displayable;
    if (hides && !std::isnan(value)) {
      // The figure would be readable in the published file, which matters where it is confidential.
      findings.error(
          "hidden_figure",
          fmt::format("The cell {} is marked {} but has a figure. Remove the figure or the "
                      "mark.",
                      place_from_index(table, status.index), mark_from_status(status.status)));
      return;
    }
  }
}

void check_notes(const Table& table, Findings& findings) {
  for (std::size_t i = 0; i < table.notes.size(); ++i) {
    const Note& note = table.notes[i];
    if (note.text.empty()) {
      findings.error("note_empty",
                     fmt::format("Note {} has no text. Write it or leave it out.", i + 1));
    }
    const bool exists = std::all_of(note.where.begin(), note.where.end(), [&](Coordinate at) {
      return at.dimension < table.dimensions.size() &&
             at.category < table.dimensions[at.dimension].categories.size();
    });
    std::vector<std::uint32_t> named;
    for (const Coordinate& at : note.where)
      named.push_back(at.dimension);
    std::sort(named.begin(), named.end());
    const bool names_once = std::adjacent_find(named.begin(), named.end()) == named.end();
    if (!exists || !names_once) {
      findings.error("note_place",
                     fmt::format("Note {} stands at a place that the table does not have. Name one "
                                 "existing category in each dimension of the note.",
                                 i + 1));
    }
  }
}

}  // namespace

std::vector<Finding> findings_from_table(const Table& table) {
  Findings findings;
  check_dimensions(table, findings);
  check_cells(table, findings);
  // Periods and statuses are reached through parents and cells, which must be sound for that.
  const bool is_sound = !findings.has_errors();
  check_head(table, findings);
  check_notes(table, findings);
  if (is_sound) {
    for (const Dimension& dimension : table.dimensions) {
      if (dimension.role == Role::time) check_time(dimension, findings);
    }
    check_statuses(table, findings);
  }
  return findings.take();
}

// --- Findings: published totals against the sums of their parts ---

namespace {

constexpr std::size_t total_findings_max = 100;

/// Reads the figures of one published total and of its parts, at every place of the other
/// dimensions.
class TotalsCheck {
 public:
  TotalsCheck(const Table& table, Findings& findings)
      : table_(table), strides_(table.strides()), findings_(findings) {}

  void check_dimension(std::uint32_t dimension_index) {
    const Dimension& dimension = table_.dimensions[dimension_index];
    std::vector<std::vector<std::uint32_t>> parts(dimension.categories.size());
    for (std::uint32_t i = 0; i < dimension.categories.size(); ++i) {
      const int parent = dimension.categories[i].parent;
      if (parent >= 0) parts[static_cast<std::size_t>(parent)].push_back(i);
    }
    for (std::uint32_t total = 0; total < parts.size(); ++total) {
      if (!parts[total].empty()) check_total(dimension_index, total, parts[total]);
    }
  }

  std::size_t differing() const { return differing_; }

 private:
  void check_total(std::uint32_t dimension, std::uint32_t total,
                   const std::vector<std::uint32_t>& parts) {
    const std::uint64_t stride = strides_[dimension];
    const std::uint64_t block = stride * table_.dimensions[dimension].categories.size();
    for (std::uint64_t outer = 0; outer < table_.cells_count(); outer += block) {
      for (std::uint64_t inner = 0; inner < stride; ++inner) {
        check_place(dimension, outer + inner, stride, total, parts);
      }
    }
  }

  void check_place(std::uint32_t dimension, std::uint64_t base, std::uint64_t stride,
                   std::uint32_t total, const std::vector<std::uint32_t>& parts) {
    const Dimension& measures = table_.measure();
    const std::size_t measure_index =
        base / strides_[table_.measure_dimension()] % measures.categories.size();
    const Category& measure = measures.categories[measure_index];
    if (!is_additive(measure.additivity)) return;
    const bool is_over_time = table_.dimensions[dimension].role == Role::time;
    if (is_over_time && measure.additivity == Additivity::stock) return;

    const double published = table_.cells.value_or_nan(base + total * stride);
    if (std::isnan(published)) return;
    double sum = 0;
    for (const std::uint32_t part : parts)
      sum += table_.cells.value_or_nan(base + part * stride);
    if (std::isnan(sum)) return;
    const double half_unit = 0.5 * std::pow(10.0, -measure.decimals);
    // A hair of slack, because sums of decimal figures are not exact in binary.
    const double slack = 1e-9 * std::max(std::fabs(published), std::fabs(sum));
    if (std::fabs(published - sum) <= half_unit * static_cast<double>(parts.size()) + slack) return;

    ++differing_;
    if (differing_ > total_findings_max) return;
    findings_.warning(
        "total_differs",
        fmt::format("At {} the published total is {}, but its parts add up to {}. Compare with the "
                    "source, or say why in a note.",
                    place_from_index(table_, base + total * stride),
                    base::figure_from_number(published, measure.decimals),
                    base::figure_from_number(sum, measure.decimals)));
  }

  const Table& table_;
  std::vector<std::uint64_t> strides_;
  Findings& findings_;
  std::size_t differing_ = 0;
};

}  // namespace

std::vector<Finding> findings_from_totals(const Table& table) {
  Findings findings;
  TotalsCheck check(table, findings);
  for (std::uint32_t i = 0; i < table.dimensions.size(); ++i) {
    if (table.dimensions[i].role != Role::measure) check.check_dimension(i);
  }
  if (check.differing() > total_findings_max) {
    findings.warning("total_differs",
                     fmt::format("{} more published totals differ from the sums of their parts. "
                                 "Correct those above first.",
                                 check.differing() - total_findings_max));
  }
  return findings.take();
}

}  // namespace stats
