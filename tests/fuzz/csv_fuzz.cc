// The reader of CSV under any bytes: it answers, and what it accepted it can write and read.
#include "formats/csv.h"

#include "fuzz/fuzz.h"
#include "support/table_difference.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto read = formats::table_from_csv(fuzz::text_from_input(data, size), {});
  // A few rows can name thousands of categories in each column: their cells would all be written.
  constexpr std::size_t written_cells_max = 10'000;
  if (!read || read->table.cells.count() > written_cells_max) return 0;
  const std::string written = formats::csv_from_table(read->table, {});
  const formats::CsvReading reading{.separator = ',', .decimal = '.', .value_column = {}};
  const auto again = formats::table_from_csv(written, reading);
  fuzz::must_hold("what is written can be read", again ? "" : again.error().message);
  fuzz::must_hold("reading what was written gives the same cells",
                  support::difference_of_cells(read->table.cells, again->table.cells));
  return 0;
}
