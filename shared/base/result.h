// Errors as values: what went wrong, in three tellings, and the type that carries it.
// Used by every room. No exception crosses a room; see docs/adr/0002.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <tl/expected.hpp>

namespace base {

enum class ErrorCode {
  invalid,
  not_found,
  conflict,
  too_large,
  forbidden,
  unavailable,
  cancelled,  ///< Whoever asked for it said stop.
  internal
};

/// The word for a code in JSON and logs: `not_found`, `too_large`.
std::string_view text_from_error_code(ErrorCode code);

/// What went wrong: `code` for programs, `message` for the person at the screen (a whole sentence:
/// what was expected, what came, what to do), `detail` for the log. Paths and addresses go at the
/// end of `detail`.
struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string message;
  std::string detail;

  friend bool operator==(const Error&, const Error&) = default;
};

/// A value, or the reason there is none.
template <class T>
using Result = tl::expected<T, Error>;

/// `return base::fail(ErrorCode::invalid, "…");` from a function that returns any Result.
inline tl::unexpected<Error> fail(ErrorCode code, std::string message, std::string detail = {}) {
  return tl::unexpected<Error>(Error{code, std::move(message), std::move(detail)});
}

}  // namespace base
