// The reader of JSON-stat under any bytes: it answers, and what it accepted it can write and read.
#include "formats/jsonstat.h"

#include "fuzz/fuzz.h"
#include "support/table_difference.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto document = formats::table_from_jsonstat(fuzz::text_from_input(data, size));
  if (!document || !document->sidecar.address.empty()) return 0;
  // Sparse figures stand for more cells than a comparison should visit.
  constexpr std::size_t compared_cells_max = 100'000;
  if (document->table.cells.count() > compared_cells_max) return 0;
  const auto again = formats::table_from_jsonstat(formats::jsonstat_from_table(document->table));
  fuzz::must_hold("what is written can be read", again ? "" : again.error().message);
  fuzz::must_hold("reading what was written gives the same table",
                  support::difference_of_tables(document->table, again->table));
  return 0;
}
