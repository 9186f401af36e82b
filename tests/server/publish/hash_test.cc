#include "publish/hash.h"

#include <catch2/catch_test_macros.hpp>

TEST_CASE("the digests are those of the standard") {
  CHECK(publish::sha256_hex("abc") ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(publish::integrity_from_bytes("abc") ==
        "sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/"
        "uu9RU1EI2Q86A4qmslPpUyknw"
        "==");
}
