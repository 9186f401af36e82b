// JSON-stat 2.0 ⇄ Table, as docs/data-format.md says. Reads foreign datasets too.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "stats/table.h"

namespace formats {

/// Where a large table keeps its cells.
struct SidecarName {
  std::string address;  ///< Relative to the document. Empty: the cells are in the document.
  std::uint64_t bytes = 0;
};

/// A document read: the table, and the sidecar that must still be read into it.
struct JsonstatDocument {
  stats::Table table;  ///< Without cells where `sidecar` has an address.
  SidecarName sidecar;
};

/// Fails with `invalid` where the bytes are no JSON (message: line and column), no dataset, or
/// where the dataset does not hold together; `too_large` beyond 512 MiB, depth 64, or
/// cells_count_max. A JSON-stat "collection" or "dimension", or a version 1 bundle of several
/// datasets, is refused with a sentence saying so; a bundle of one is read.
base::Result<JsonstatDocument> table_from_jsonstat(std::string_view bytes);

/// The document with its cells inside.
std::string jsonstat_from_table(const stats::Table& table);

/// The document for a table whose cells stand in a sidecar.
std::string jsonstat_from_table(const stats::Table& table, const SidecarName& sidecar);

/// Tables with more cells than this are published with a sidecar.
inline constexpr std::size_t inline_cells_max = 200'000;

}  // namespace formats
