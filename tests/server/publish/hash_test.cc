#include "publish/hash.h"

#include <catch2/catch_test_macros.hpp>

TEST_CASE("a script is named by its SHA-512") {
  CHECK(publish::integrity_from_bytes("abc") ==
        "sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/"
        "uu9RU1EI2Q86A4qmslPpUyknw"
        "==");
}
