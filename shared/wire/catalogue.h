// Catalogue and search file ⇄ bytes (docs/data-format.md). What publishing writes, the viewer
// reads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "stats/catalogue.h"
#include "stats/search.h"

namespace wire {

/// Fails with `invalid`, naming the member, where a member is missing or of another kind.
base::Result<stats::Catalogue> catalogue_from_json(std::string_view bytes);
std::string json_from_catalogue(const stats::Catalogue& catalogue);

base::Result<std::vector<stats::SearchDocument>> search_documents_from_json(std::string_view bytes);
std::string json_from_search_documents(const std::vector<stats::SearchDocument>& documents);

}  // namespace wire
