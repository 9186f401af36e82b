// Raw cells beside a document: written and read_sidecar back, and every kind of damage refused.
#include "formats/sidecar.h"

#include <cstring>
#include <limits>

#include <catch2/catch_test_macros.hpp>

#include "support/table_difference.h"

namespace {

using stats::Cells;
using stats::CellStatus;

base::Result<Cells> read_sidecar(const std::string& bytes, std::size_t cells_count) {
  const auto owner = std::make_shared<std::vector<std::uint64_t>>(bytes.size() / 8 + 1);
  std::memcpy(owner->data(), bytes.data(), bytes.size());
  const auto* begin = reinterpret_cast<const std::byte*>(owner->data());
  return formats::cells_from_sidecar(owner, {begin, bytes.size()}, cells_count);
}

Cells three_cells() {
  return Cells::scaled({15, Cells::absent_scaled, 0}, 1,
                       {{1, CellStatus::not_displayable}, {2, CellStatus::nil}});
}

std::string damage(std::string bytes, std::size_t at, char byte) {
  bytes[at] = byte;
  return bytes;
}

bool sidecar_refuses(const std::string& bytes, std::string_view words) {
  const auto cells = read_sidecar(bytes, 3);
  INFO((cells ? "read" : cells.error().message));
  return !cells && cells.error().message.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("the bytes stand where the format says") {
  const std::string bytes = formats::sidecar_from_cells(three_cells());
  using namespace std::string_literals;
  const std::string head = "LMBC\1\0\0\0\3\0\0\0\0\0\0\0\1\0\0\0\0\0\0\0\2\0\0\0\0\0\0\0"s;
  const std::string cells = "\x0f\0\0\0\0\0\0\x80\0\0\0\0"s;
  const std::string statuses = "\1\0\0\0\2\0\0\0\3\2"s;
  CHECK(bytes == head + cells + statuses);
}

TEST_CASE("scaled cells read_sidecar back in place") {
  const auto cells = read_sidecar(formats::sidecar_from_cells(three_cells()), 3);
  REQUIRE(cells);
  CHECK(cells->form() == Cells::Form::scaled);
  CHECK(cells->decimals() == 1);
  CHECK(support::difference_of_cells(*cells, three_cells()).empty());
}

TEST_CASE("doubles and sparse cells read_sidecar back as doubles") {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  const Cells doubles = Cells::doubles({1.0 / 3, none, 1e300}, {{0, CellStatus::estimate}});
  const auto read_doubles = read_sidecar(formats::sidecar_from_cells(doubles), 3);
  REQUIRE(read_doubles);
  CHECK(support::difference_of_cells(*read_doubles, doubles).empty());

  const Cells sparse = Cells::sparse(50, {7, 49}, {2.5, -1}, {{8, CellStatus::not_displayable}});
  const auto read_sparse = read_sidecar(formats::sidecar_from_cells(sparse), 50);
  REQUIRE(read_sparse);
  CHECK(read_sparse->form() == Cells::Form::doubles);
  CHECK(support::difference_of_cells(*read_sparse, sparse).empty());
}

TEST_CASE("no cells at all read_sidecar back") {
  const auto cells = read_sidecar(formats::sidecar_from_cells(Cells::scaled({}, 0, {})), 0);
  REQUIRE(cells);
  CHECK(cells->count() == 0);
}

TEST_CASE("a damaged file is refused with what is wrong") {
  const std::string bytes = formats::sidecar_from_cells(three_cells());
  CHECK(sidecar_refuses(bytes.substr(0, 31), "but has 31"));
  CHECK(sidecar_refuses(bytes.substr(0, 53), "must have 54 bytes, but has 53"));
  CHECK(sidecar_refuses(bytes + 'x', "must have 54 bytes, but has 55"));
  CHECK(sidecar_refuses(damage(bytes, 0, 'X'), "begin with LMBC"));
  CHECK(sidecar_refuses(damage(bytes, 4, 2), "version must be 1, but is 2"));
  CHECK(sidecar_refuses(damage(bytes, 8, 4), "the table has 3 cells, but the file 4"));
  CHECK(sidecar_refuses(damage(bytes, 16, 10), "decimals must be 0 to 9"));
  CHECK(sidecar_refuses(damage(bytes, 20, 2), "form must be 0 or 1"));
  CHECK(sidecar_refuses(damage(bytes, 24, 4), "more statuses"));
  CHECK(sidecar_refuses(damage(bytes, 44, 2), "must rise"));
  CHECK(sidecar_refuses(damage(bytes, 48, 3), "must rise"));
  CHECK(sidecar_refuses(damage(bytes, 52, 8), "status must be 0 to 7"));
  CHECK(sidecar_refuses(damage(bytes, 40, 1), "nil, but its figure is not 0"));
  CHECK(sidecar_refuses(damage(bytes, 53, 1), "contradicts"));
}

TEST_CASE("infinite figures and decimals of doubles are refused") {
  const Cells cells = Cells::doubles({1, 2, std::numeric_limits<double>::infinity()}, {});
  CHECK(sidecar_refuses(formats::sidecar_from_cells(cells), "infinite"));
  const Cells finite = Cells::doubles({1, 2, 3}, {});
  CHECK(sidecar_refuses(damage(formats::sidecar_from_cells(finite), 16, 1),
                        "doubles have no decimals"));
}
