#include "publish/compress.h"

#include <catch2/catch_test_macros.hpp>

TEST_CASE("what is compressed is smaller and reads back") {
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{100'000}}) {
    const std::string bytes(size, 'x');
    CHECK(publish::bytes_from_brotli(publish::brotli_from_bytes(bytes), size) == bytes);
    CHECK(publish::bytes_from_gzip(publish::gzip_from_bytes(bytes), size) == bytes);
  }
  CHECK(publish::brotli_from_bytes(std::string(100'000, 'x')).size() < 1000);
  CHECK(publish::gzip_from_bytes(std::string(100'000, 'x')).size() < 1000);
}

TEST_CASE("gzip says no time, so that the same bytes make the same file") {
  CHECK(publish::gzip_from_bytes("abc").substr(4, 4) == std::string(4, '\0'));
}

TEST_CASE("what is broken, cut or of another size does not read back") {
  const std::string brotli = publish::brotli_from_bytes("some bytes, some bytes");
  const std::string gzip = publish::gzip_from_bytes("some bytes, some bytes");
  CHECK(publish::bytes_from_brotli(brotli, 22));
  CHECK(publish::bytes_from_gzip(gzip, 22));
  CHECK_FALSE(publish::bytes_from_brotli(brotli, 21));
  CHECK_FALSE(publish::bytes_from_brotli(brotli, 23));
  CHECK_FALSE(publish::bytes_from_gzip(gzip, 21));
  CHECK_FALSE(publish::bytes_from_gzip(gzip, 23));
  CHECK_FALSE(publish::bytes_from_brotli(brotli.substr(0, brotli.size() - 1), 22));
  CHECK_FALSE(publish::bytes_from_gzip(gzip.substr(0, gzip.size() - 1), 22));
  CHECK_FALSE(publish::bytes_from_gzip(gzip + "x", 22));
  CHECK_FALSE(publish::bytes_from_gzip("", 22));
}
