// The golden files' own test.
#include "support/golden.h"

#include <filesystem>

#include <catch2/catch_test_macros.hpp>

namespace {

const std::filesystem::path golden_folder = LUMBUNG_SOURCE_FOLDER "/tests/golden/support";

}  // namespace

TEST_CASE("a text equal to the approved one leaves nothing behind") {
  CHECK(golden::difference("support/two_lines", "one line\nanother\n") == std::nullopt);
  CHECK_FALSE(std::filesystem::exists(golden_folder / "two_lines.received.txt"));
}

TEST_CASE("a text that differs is told beside the approved one, and left to be looked at") {
  const auto told = golden::difference("support/two_lines", "one line\n");
  CHECK(told ==
        "--- approved ---\none line\nanother\n"
        "--- received support/two_lines ---\none line\n"
        "\nIf this is as it should be: ./test approve");
  CHECK(std::filesystem::remove(golden_folder / "two_lines.received.txt"));
}

TEST_CASE("a text that nobody has approved is told, and left to be looked at") {
  CHECK(golden::difference("support/unheard_of", "new\n") ==
        "Nothing is approved yet.\n--- received support/unheard_of ---\nnew\n");
  CHECK(std::filesystem::remove(golden_folder / "unheard_of.received.txt"));
}
