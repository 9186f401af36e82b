#include "formats/sidecar.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <type_traits>
#include <vector>

#include "base/must.h"

namespace formats {
namespace {

using stats::Cells;
using stats::CellStatus;
using stats::StatusAt;

// Every machine that this runs on, WebAssembly among them, is little-endian, as the file is.
static_assert(std::endian::native == std::endian::little);

constexpr std::string_view magic = "LMBC";
constexpr std::uint32_t sidecar_version = 1;
constexpr std::uint32_t scaled_decimals_max = 9;  // 10^9 is the last power of ten below 2^31.

/// The first 32 bytes. All members stand at their natural place, so that nothing is padded.
struct Head {
  char magic[4];
  std::uint32_t version;
  std::uint64_t cells_count;
  std::uint32_t decimals;
  std::uint32_t form;  ///< 0 scaled, 1 doubles.
  std::uint64_t statuses_count;
};
static_assert(sizeof(Head) == 32 && std::is_trivially_copyable_v<Head>);

tl::unexpected<base::Error> damaged(std::string problem) {
  return base::fail(base::ErrorCode::invalid, "The file of cells is damaged: " + problem +
                                                  ". Fetch it again, or publish the table again.");
}

std::uint64_t cell_bytes(std::uint32_t form) {
  return form == 0 ? sizeof(std::int32_t) : sizeof(double);
}

base::Result<Head> head_from_bytes(std::span<const std::byte> bytes, std::size_t cells_count) {
  Head head;
  if (bytes.size() < sizeof head)
    return damaged("it must begin with 32 bytes that describe it, but has " +
                   std::to_string(bytes.size()));
  std::memcpy(&head, bytes.data(), sizeof head);
  if (std::string_view(head.magic, sizeof head.magic) != magic)
    return damaged("it must begin with LMBC");
  if (head.version != sidecar_version)
    return damaged("its version must be 1, but is " + std::to_string(head.version));
  if (head.cells_count != cells_count)
    return damaged("the table has " + std::to_string(cells_count) + " cells, but the file " +
                   std::to_string(head.cells_count));
  if (head.form > 1) return damaged("its form must be 0 or 1, but is " + std::to_string(head.form));
  if (head.form == 0 && head.decimals > scaled_decimals_max)
    return damaged("its decimals must be 0 to 9, but are " + std::to_string(head.decimals));
  if (head.form == 1 && head.decimals != 0) return damaged("doubles have no decimals");
  if (head.cells_count > stats::cells_count_max || head.statuses_count > head.cells_count)
    return damaged("it has more statuses or cells than a table may have");
  const std::uint64_t length = sizeof head + head.cells_count * cell_bytes(head.form) +
                               head.statuses_count * (sizeof(std::uint32_t) + 1);
  if (length != bytes.size())
    return damaged("it must have " + std::to_string(length) + " bytes, but has " +
                   std::to_string(bytes.size()));
  return head;
}

base::Result<std::vector<StatusAt>> statuses_from_bytes(std::span<const std::byte> bytes,
                                                        const Head& head) {
  const std::size_t count = static_cast<std::size_t>(head.statuses_count);
  const std::byte* const indices = bytes.data();
  const std::byte* const statuses = indices + count * sizeof(std::uint32_t);
  std::vector<StatusAt> read;
  read.reserve(count);
  for (std::size_t at = 0; at < count; ++at) {
    std::uint32_t index = 0;
    std::memcpy(&index, indices + at * sizeof index, sizeof index);
    const auto status = static_cast<int>(statuses[at]);
    if (index >= head.cells_count || (at > 0 && index <= read.back().index))
      return damaged("the cells of its statuses must rise and be cells of the table");
    if (status >= stats::cell_status_count)
      return damaged("a status must be 0 to 7, but is " + std::to_string(status));
    read.push_back({index, static_cast<CellStatus>(status)});
  }
  return read;
}

/// "…" and NA stand in the place of a figure, "–" for the figure 0; no other mark contradicts one.
base::Result<Cells> checked(Cells cells) {
  for (const StatusAt& at : cells.statuses()) {
    const double value = cells.value_or_nan(at.index);
    const bool has_value = value == value;
    const bool is_nil = at.status == CellStatus::nil;
    if (stats::replaces_figure(at.status) && has_value != is_nil)
      return damaged("cell " + std::to_string(at.index) + " has a status that contradicts it");
    if (is_nil && value != 0)
      return damaged("cell " + std::to_string(at.index) + " is nil, but its figure is not 0");
  }
  return cells;
}

template <class T>
void append_bytes(std::string& bytes, std::span<const T> values) {
  bytes.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
}

}  // namespace

base::Result<Cells> cells_from_sidecar(std::shared_ptr<const void> owner,
                                       std::span<const std::byte> bytes, std::size_t cells_count) {
  MUST(reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(double) == 0);
  const base::Result<Head> head = head_from_bytes(bytes, cells_count);
  if (!head) return tl::unexpected<base::Error>(head.error());
  const std::span<const std::byte> cells =
      bytes.subspan(sizeof(Head), cells_count * cell_bytes(head->form));
  auto statuses = statuses_from_bytes(bytes.subspan(sizeof(Head) + cells.size()), *head);
  if (!statuses) return tl::unexpected<base::Error>(statuses.error());
  if (head->form == 0) {
    const std::span<const std::int32_t> values(reinterpret_cast<const std::int32_t*>(cells.data()),
                                               cells_count);
    return checked(Cells::scaled_view(std::move(owner), values, static_cast<int>(head->decimals),
                                      std::move(*statuses)));
  }
  std::vector<double> values(cells_count);
  if (cells_count != 0) std::memcpy(values.data(), cells.data(), cells.size());
  for (const double value : values)
    if (std::isinf(value)) return damaged("a figure is infinite");
  return checked(Cells::doubles(std::move(values), std::move(*statuses)));
}

std::string sidecar_from_cells(const Cells& cells) {
  const bool is_scaled = cells.form() == Cells::Form::scaled;
  const std::span<const StatusAt> statuses = cells.statuses();
  Head head{{'L', 'M', 'B', 'C'}, sidecar_version,
            cells.count(),        is_scaled ? static_cast<std::uint32_t>(cells.decimals()) : 0u,
            is_scaled ? 0u : 1u,  statuses.size()};
  std::string bytes;
  bytes.reserve(sizeof head + cells.count() * cell_bytes(head.form) + statuses.size() * 5);
  append_bytes(bytes, std::span<const Head>(&head, 1));
  if (is_scaled) {
    append_bytes(bytes, cells.scaled_values());
  } else if (cells.form() == Cells::Form::doubles) {
    append_bytes(bytes, cells.double_values());
  } else {
    std::vector<double> values(cells.count(), std::numeric_limits<double>::quiet_NaN());
    for (std::size_t at = 0; at < cells.sparse_indices().size(); ++at)
      values[cells.sparse_indices()[at]] = cells.double_values()[at];
    append_bytes(bytes, std::span<const double>(values));
  }
  for (const StatusAt& at : statuses)
    append_bytes(bytes, std::span<const std::uint32_t>(&at.index, 1));
  for (const StatusAt& at : statuses)
    bytes += static_cast<char>(at.status);
  return bytes;
}

}  // namespace formats
