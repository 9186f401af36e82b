#include "output/xlsx_book.h"

#include <vector>

#include <catch2/catch_test_macros.hpp>

namespace output {
namespace {

TEST_CASE("equal looks are one format, different looks are two") {
  XlsxBook book({}, 0.5);
  const CellLook bold{CellLook::Kind::text, 0, true, false};
  CHECK(book.format(bold) == book.format(bold));
  CHECK(book.format(bold) != book.format({CellLook::Kind::text, 0, false, false}));
}

TEST_CASE("what Excel cannot hold is an error at the end, not a damaged file") {
  XlsxBook book({}, 0.5);
  XlsxSheet sheet = book.add_sheet("Tabel");
  sheet.text(0, 0, std::string(40'000, 'a'), nullptr);
  const auto bytes = book.take_bytes();
  REQUIRE_FALSE(bytes);
  CHECK(bytes.error().code == base::ErrorCode::internal);
  CHECK_FALSE(bytes.error().detail.empty());
}

TEST_CASE("progress counts the cells of the filling share") {
  std::vector<double> shares;
  XlsxBook book(
      [&](double share) {
        shares.push_back(share);
        return true;
      },
      0.5);
  book.add_sheet("Tabel");
  book.expect_cells(40'000);
  CHECK(book.count_cells(20'000));
  CHECK(book.count_cells(20'000));
  CHECK(shares == std::vector<double>{0.25, 0.5});
}

TEST_CASE("a book that is given up leaves nothing behind") {
  XlsxBook book({}, 0.5);
  XlsxSheet sheet = book.add_sheet("Tabel");
  sheet.merge(0, 0, 2, 1);
  sheet.text(0, 0, "satu", nullptr);
  sheet.number(1, 1, -5.2, nullptr);
  CHECK_FALSE(book.was_stopped());
}

}  // namespace
}  // namespace output
