#include "app/choosing.h"

#include <catch2/catch_test_macros.hpp>

#include "support/table_builder.h"

using Indices = std::vector<std::uint32_t>;

namespace {

/// A total, two districts, and villages under the first, which stand before it.
stats::Dimension areas() {
  return support::table("t")
      .geo("wilayah", {{"1603", "Kabupaten"},
                       {"1603010001", "Desa Satu"},
                       {"1603010002", "Desa Dua"},
                       {"1603010", "Kecamatan Satu"},
                       {"1603020", "Kecamatan Dua"}})
      .parent("1603", {"1603010", "1603020"})
      .parent("1603010", {"1603010001", "1603010002"})
      .make()
      .dimensions[0];
}

Indices found(std::string_view search) {
  Indices categories;
  for (const app::FoundCategory& each :
       app::categories_found(areas(), search, base::Language::id)) {
    categories.push_back(each.category);
  }
  return categories;
}

}  // namespace

TEST_CASE("a search leaves the categories that match, an empty one all") {
  CHECK(found("") == Indices{0, 1, 2, 3, 4});
  CHECK(found("  ") == Indices{0, 1, 2, 3, 4});
  CHECK(found("dua") == Indices{2, 4});
  CHECK(found("tiga").empty());
}

TEST_CASE("a family is the category and all below it, also where its parts stand before it") {
  CHECK(app::family_of(areas(), 3) == Indices{1, 2, 3});
  CHECK(app::family_of(areas(), 4) == Indices{4});
}

TEST_CASE("the total's family is itself alone") { CHECK(app::family_of(areas(), 0) == Indices{0}); }

TEST_CASE("what is added to a picked list in published order takes its place in it") {
  CHECK(app::picked_with({0, 3}, {1, 3}) == Indices{0, 1, 3});
}

TEST_CASE("what is added to a list in an order of its own stands behind it") {
  CHECK(app::picked_with({3, 0}, {1}) == Indices{3, 0, 1});
}

TEST_CASE("what is removed leaves the order as it was") {
  CHECK(app::picked_without({3, 0, 2}, {0, 1}) == Indices{3, 2});
}
