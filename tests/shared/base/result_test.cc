#include "base/result.h"

#include <catch2/catch_test_macros.hpp>

namespace {

base::Result<int> half(int number) {
  if (number % 2 != 0)
    return base::fail(base::ErrorCode::invalid, "An even number is needed.", "3");
  return number / 2;
}

}  // namespace

TEST_CASE("a result is the value, or the error in its three tellings") {
  CHECK(half(4) == 2);
  CHECK(half(3).error() == base::Error{base::ErrorCode::invalid, "An even number is needed.", "3"});
}

TEST_CASE("every error code has its own word") {
  using base::ErrorCode;
  CHECK(base::text_from_error_code(ErrorCode::invalid) == "invalid");
  CHECK(base::text_from_error_code(ErrorCode::not_found) == "not_found");
  CHECK(base::text_from_error_code(ErrorCode::conflict) == "conflict");
  CHECK(base::text_from_error_code(ErrorCode::too_large) == "too_large");
  CHECK(base::text_from_error_code(ErrorCode::forbidden) == "forbidden");
  CHECK(base::text_from_error_code(ErrorCode::unavailable) == "unavailable");
  CHECK(base::text_from_error_code(ErrorCode::cancelled) == "cancelled");
  CHECK(base::text_from_error_code(ErrorCode::internal) == "internal");
}
