#include "http/readiness.h"

#include <catch2/catch_test_macros.hpp>

#include "support/temporary_folder.h"

TEST_CASE("a folder that takes what is written is ready") {
  support::TemporaryFolder folder;
  CHECK(http::StateProbe(folder.path()).why_not_ready().empty());
}

TEST_CASE("a folder that cannot be written to says so, without its path") {
  support::TemporaryFolder folder;
  folder.write("file", "x");
  http::StateProbe probe(folder.path() / "file" / "below");
  CHECK(probe.why_not_ready() == "The state folder cannot be written to.");
}

TEST_CASE("the folder is not tried again at every question") {
  support::TemporaryFolder folder;
  http::StateProbe probe(folder.path());
  CHECK(probe.why_not_ready().empty());
  std::filesystem::remove(folder.path() / "probe");
  CHECK(probe.why_not_ready().empty());
  CHECK_FALSE(std::filesystem::exists(folder.path() / "probe"));
}
