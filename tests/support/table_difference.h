// What differs between two tables, in words: for tests that write a table and read it again.
#pragma once

#include <string>

#include "stats/table.h"

namespace support {

/// Empty where both have the same cells: figures and statuses.
inline std::string difference_of_cells(const stats::Cells& one, const stats::Cells& other) {
  if (one.count() != other.count()) return "number of cells";
  for (std::size_t index = 0; index < one.count(); ++index)
    if (one.at(index) != other.at(index)) return "cell " + std::to_string(index);
  return {};
}

inline std::string difference_of_dimensions(const stats::Dimension& one,
                                            const stats::Dimension& other) {
  if (one.code != other.code || one.label != other.label || one.role != other.role ||
      one.is_mandatory != other.is_mandatory)
    return "dimension " + one.code;
  if (one.categories.size() != other.categories.size()) return "categories of " + one.code;
  for (std::size_t at = 0; at < one.categories.size(); ++at) {
    const stats::Category& left = one.categories[at];
    const stats::Category& right = other.categories[at];
    if (left.code != right.code || left.label != right.label || left.parent != right.parent ||
        left.unit != right.unit || left.decimals != right.decimals ||
        left.additivity != right.additivity)
      return "category " + left.code + " of " + one.code;
  }
  return {};
}

inline std::string difference_of_notes(const stats::Table& one, const stats::Table& other) {
  if (one.notes.size() != other.notes.size()) return "number of notes";
  for (std::size_t at = 0; at < one.notes.size(); ++at)
    if (one.notes[at].text != other.notes[at].text ||
        one.notes[at].is_mandatory != other.notes[at].is_mandatory ||
        one.notes[at].where != other.notes[at].where)
      return "note " + std::to_string(at);
  return {};
}

/// Empty where the tables are equal in all that a reader could tell apart.
inline std::string difference_of_tables(const stats::Table& one, const stats::Table& other) {
  if (one.code != other.code || one.subject != other.subject) return "code or subject";
  if (one.title != other.title) return "title";
  if (one.source != other.source || one.publisher != other.publisher) return "source";
  if (one.updated != other.updated || one.next_update != other.next_update) return "dates";
  if (one.licence != other.licence || one.area_level != other.area_level) return "licence or area";
  if (one.contact.name != other.contact.name || one.contact.mail != other.contact.mail ||
      one.contact.phone != other.contact.phone)
    return "contact";
  if (one.layout.stub != other.layout.stub || one.layout.heading != other.layout.heading)
    return "layout";
  if (one.dimensions.size() != other.dimensions.size()) return "number of dimensions";
  for (std::size_t at = 0; at < one.dimensions.size(); ++at) {
    std::string found = difference_of_dimensions(one.dimensions[at], other.dimensions[at]);
    if (!found.empty()) return found;
  }
  const std::string notes = difference_of_notes(one, other);
  return notes.empty() ? difference_of_cells(one.cells, other.cells) : notes;
}

}  // namespace support
