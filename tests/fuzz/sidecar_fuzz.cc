// The reader of sidecars under any bytes: it answers, and what it accepted it can write and read.
#include "formats/sidecar.h"

#include <cstring>
#include <memory>
#include <span>
#include <vector>

#include "fuzz/fuzz.h"
#include "support/table_difference.h"

namespace {

/// A copy on an 8-byte boundary, as the reader asks for.
base::Result<stats::Cells> cells_from_bytes(const void* bytes, std::size_t size,
                                            std::size_t cells_count) {
  auto owner = std::make_shared<std::vector<std::uint64_t>>((size + 7) / 8);
  if (size > 0) std::memcpy(owner->data(), bytes, size);
  const auto* begin = reinterpret_cast<const std::byte*>(owner->data());
  return formats::cells_from_sidecar(owner, std::span(begin, size), cells_count);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // The document says how many cells there are; here the first byte does.
  if (size == 0) return 0;
  const std::size_t cells_count = data[0];
  const auto cells = cells_from_bytes(data + 1, size - 1, cells_count);
  if (!cells) return 0;
  const std::string written = formats::sidecar_from_cells(*cells);
  const auto again = cells_from_bytes(written.data(), written.size(), cells_count);
  fuzz::must_hold("what is written can be read", again ? "" : again.error().message);
  fuzz::must_hold("reading what was written gives the same cells",
                  support::difference_of_cells(*cells, *again));
  return 0;
}
