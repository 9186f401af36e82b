// The words for kinds and places in the search file.
#pragma once

#include <cstddef>
#include <iterator>
#include <optional>
#include <string_view>

#include "stats/search.h"

namespace wire {

inline constexpr std::string_view search_kinds[] = {"table", "not_available", "subject", "area"};
inline constexpr std::string_view search_places[] = {"title", "subject", "dimension", "category",
                                                     "note",  "unit",    "code",      "keyword"};

constexpr std::string_view text_from_search_kind(stats::SearchDocument::Kind kind) {
  return search_kinds[static_cast<std::size_t>(kind)];
}

constexpr std::string_view text_from_search_place(stats::SearchDocument::Field::Place place) {
  return search_places[static_cast<std::size_t>(place)];
}

constexpr std::optional<stats::SearchDocument::Kind> search_kind_from_text(std::string_view text) {
  for (std::size_t at = 0; at < std::size(search_kinds); ++at)
    if (search_kinds[at] == text) return static_cast<stats::SearchDocument::Kind>(at);
  return std::nullopt;
}

constexpr std::optional<stats::SearchDocument::Field::Place> search_place_from_text(
    std::string_view text) {
  for (std::size_t at = 0; at < std::size(search_places); ++at)
    if (search_places[at] == text) return static_cast<stats::SearchDocument::Field::Place>(at);
  return std::nullopt;
}

}  // namespace wire
