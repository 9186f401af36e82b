// The guard's rules: which bytes are a request that the server is willing to answer. It reads the
// head of an HTTP/1.1 request strictly and refuses whatever two readers could understand in two
// ways. Pure: no sockets, no clock. Deadlines and numbers of connections are kept by `Server`.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "http/http_in.h"

namespace http {

/// An address whose body may be larger than others: files are sent there.
struct LargeBody {
  std::string path;  ///< Letter by letter.
  std::size_t bytes_max = 0;
};

struct GuardLimits {
  std::size_t head_bytes_max = 8 * 1024;  ///< Request line, fields, and the empty line.
  std::size_t fields_max = 64;
  std::size_t path_bytes_max = 512;
  std::size_t query_bytes_max = 1024;
  std::size_t body_bytes_max = 64 * 1024;
  std::vector<LargeBody> large_bodies;  ///< POST only.
};

/// A request that is not answered: the connection closes after this status.
struct Refusal {
  int status = 400;
  std::string_view reason;  ///< A sentence for the client. Never holds bytes of the request.
};

/// The head is not complete yet; what has come so far breaks no rule.
struct NeedsMore {};

/// A complete head. `in.body` is still empty.
struct Head {
  HttpIn in;
  std::size_t bytes = 0;       ///< Length of the head in the buffer.
  std::size_t body_bytes = 0;  ///< Bytes of body that follow it.
};

using HeadOutcome = std::variant<NeedsMore, Refusal, Head>;

/// Reads the head at the beginning of `bytes`. Bytes behind it are not looked at.
HeadOutcome head_from_bytes(std::string_view bytes, const GuardLimits& limits);

}  // namespace http
