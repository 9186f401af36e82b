#include "base/digest.h"

#include <catch2/catch_test_macros.hpp>

TEST_CASE("bytes are written as two digits each") {
  CHECK(base::hex_from_bytes(std::string_view("\x00\x0f\xf0\xff", 4)) == "000ff0ff");
  CHECK(base::hex_from_bytes("").empty());
}

TEST_CASE("the digest is that of the standard") {
  CHECK(base::sha256_hex("abc") ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(base::sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}
