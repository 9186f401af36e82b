#include "stats/catalogue.h"

#include <algorithm>

namespace stats {
namespace {

template <class Entry>
const Entry* find_by_code(const std::vector<Entry>& entries, std::string_view code) {
  const auto found = std::find_if(entries.begin(), entries.end(),
                                  [&](const Entry& entry) { return entry.code == code; });
  return found == entries.end() ? nullptr : &*found;
}

/// True where a figure of the newest period is provisional; without time, where any figure is.
bool has_provisional_figure(const Table& table) {
  const std::optional<std::uint32_t> time = table.time_dimension();
  const std::uint64_t stride = time ? table.strides()[*time] : 1;
  const std::size_t periods = time ? table.dimensions[*time].categories.size() : 1;
  const auto statuses = table.cells.statuses();
  return std::any_of(statuses.begin(), statuses.end(), [&](const StatusAt& status) {
    const bool is_provisional =
        status.status == CellStatus::provisional || status.status == CellStatus::very_provisional;
    return is_provisional && (!time || status.index / stride % periods == periods - 1);
  });
}

}  // namespace

const Subject* Catalogue::find_subject(std::string_view code) const {
  return find_by_code(subjects, code);
}

const TableCard* Catalogue::find_table(std::string_view code) const {
  return find_by_code(tables, code);
}

std::vector<const Subject*> Catalogue::path_of(std::string_view subject_code) const {
  std::vector<const Subject*> path;
  // A path longer than the list of subjects goes in a circle.
  for (const Subject* subject = find_subject(subject_code);
       subject && path.size() < subjects.size(); subject = find_subject(subject->parent)) {
    path.push_back(subject);
  }
  std::reverse(path.begin(), path.end());
  return path;
}

bool Catalogue::is_under(std::string_view subject, std::string_view ancestor) const {
  const std::vector<const Subject*> path = path_of(subject);
  return std::any_of(path.begin(), path.end(),
                     [&](const Subject* step) { return step->code == ancestor; });
}

TableCard card_from_table(const Table& table) {
  TableCard card;
  card.code = table.code;
  card.title = table.title;
  card.subject = table.subject;
  const Dimension& measure = table.measure();
  if (!measure.categories.empty()) card.unit = measure.categories.front().unit;
  if (const std::optional<std::uint32_t> time = table.time_dimension();
      time && !table.dimensions[*time].categories.empty()) {
    const std::vector<Category>& periods = table.dimensions[*time].categories;
    card.period_first = periods.front().label.in(base::Language::id);
    card.period_last = periods.back().label.in(base::Language::id);
  }
  card.updated = table.updated;
  card.has_provisional = has_provisional_figure(table);
  card.area_level = table.area_level;
  for (const Dimension& dimension : table.dimensions) {
    // A lone measure is told by title and unit.
    if (dimension.role == Role::measure && dimension.categories.size() == 1) continue;
    card.dimensions.push_back(
        {dimension.code, dimension.label, static_cast<std::uint32_t>(dimension.categories.size())});
  }
  card.cells_count = table.cells_count();
  return card;
}

}  // namespace stats
