#include "publish/maps.h"

#include <catch2/catch_test_macros.hpp>

#include "server/publish/sample_data.h"

using support::TemporaryFolder;

TEST_CASE("the outlines of a folder are read; other files beside them are left alone") {
  TemporaryFolder folder;
  folder.write("maps/kecamatan.geojson", sample::outlines_json("kecamatan"));
  folder.write("maps/README.md", "# Outlines");
  const auto maps = publish::maps_from_folder(folder.path() / "maps");
  REQUIRE(maps);
  REQUIRE(maps->size() == 1);
  CHECK(maps->front().outlines.areas.size() == 2);
  CHECK(maps->front().bytes == sample::outlines_json("kecamatan"));
}

TEST_CASE("a data folder may do without maps") {
  TemporaryFolder folder;
  const auto maps = publish::maps_from_folder(folder.path() / "maps");
  REQUIRE(maps);
  CHECK(maps->empty());
}

TEST_CASE("outlines that are broken or misnamed are refused, and the file is named") {
  TemporaryFolder folder;
  folder.write("broken/a.geojson", "{}");
  const auto broken = publish::maps_from_folder(folder.path() / "broken");
  REQUIRE_FALSE(broken);
  CHECK(broken.error().message.starts_with("Outlines must be a GeoJSON object"));
  CHECK(broken.error().detail.ends_with("broken/a.geojson"));

  folder.write("misnamed/a.geojson", sample::outlines_json("b"));
  const auto misnamed = publish::maps_from_folder(folder.path() / "misnamed");
  REQUIRE_FALSE(misnamed);
  CHECK(misnamed.error().message ==
        "The outlines' code is b, so their file must be named b.geojson.");
}
