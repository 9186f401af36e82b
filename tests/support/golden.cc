// Golden files on the disk; see golden.h.
#include "support/golden.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <catch2/catch_test_macros.hpp>

namespace golden {
namespace {

std::optional<std::string> text_from_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string{std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

std::optional<std::string> difference(std::string_view name, std::string_view text) {
  const std::string stem = std::string(LUMBUNG_GOLDEN_FOLDER "/").append(name);
  const std::filesystem::path received = stem + ".received.txt";
  const std::optional<std::string> approved = text_from_file(stem + ".approved.txt");
  if (approved == text) {
    std::filesystem::remove(received);
    return std::nullopt;
  }

  std::filesystem::create_directories(received.parent_path());
  std::ofstream(received, std::ios::binary) << text;
  std::string told = "--- received " + std::string(name) + " ---\n" + std::string(text);
  if (!approved) return "Nothing is approved yet.\n" + told;
  return "--- approved ---\n" + *approved + told + "\nIf this is as it should be: ./test approve";
}

void check(std::string_view name, std::string_view text) {
  const std::optional<std::string> told = difference(name, text);
  if (told) FAIL_CHECK(*told);
  SUCCEED();
}

}  // namespace golden
