#include "output/xlsx_memory.h"

#include <catch2/catch_test_macros.hpp>

namespace output {
namespace {

constexpr std::size_t part_bytes = 3'000'000;

std::string read_back(std::FILE* part) {
  std::rewind(part);
  std::string bytes(part_bytes + 1, '\0');
  bytes.resize(std::fread(bytes.data(), 1, bytes.size(), part));
  return bytes;
}

std::string long_text() {
  std::string text;
  while (text.size() < part_bytes)
    text += std::to_string(text.size()) + ";";
  text.resize(part_bytes);
  return text;
}

TEST_CASE("a part is read back as it was written") {
  XlsxMemory memory({});
  std::FILE* part = memory.open_part();
  REQUIRE(part);
  const std::string text = long_text();
  std::fwrite(text.data(), 1, text.size(), part);
  CHECK(read_back(part) == text);
  std::fclose(part);
}

TEST_CASE("two parts do not mix") {
  XlsxMemory memory({});
  std::FILE* one = memory.open_part();
  std::FILE* two = memory.open_part();
  std::fputs("satu", one);
  std::fputs("dua", two);
  CHECK(read_back(two) == "dua");
  CHECK(read_back(one) == "satu");
  // Both are left open: the memory closes them, which the sanitizer watches.
}

TEST_CASE("whoever says stop while a part is read gets the rest left out") {
  int asked = 0;
  XlsxMemory memory([&](std::uint64_t packed, std::uint64_t all) {
    ++asked;
    CHECK(packed <= all);
    return false;
  });
  std::FILE* part = memory.open_part();
  const std::string text = long_text();
  std::fwrite(text.data(), 1, text.size(), part);
  CHECK(read_back(part).size() < text.size());
  CHECK(asked == 1);
  CHECK(memory.was_stopped());
  std::fclose(part);
}

TEST_CASE("the memory of this thread is known while it lives") {
  CHECK(XlsxMemory::current() == nullptr);
  {
    XlsxMemory memory({});
    CHECK(XlsxMemory::current() == &memory);
  }
  CHECK(XlsxMemory::current() == nullptr);
}

}  // namespace
}  // namespace output
