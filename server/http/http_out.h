// An answer on its way to the client: status, header lines, and a body that stands in memory or in
// an open file, so that many clients share one copy.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "http/guard.h"
#include "publish/files.h"

namespace http {

/// A stretch of bytes that is shared by all who send it.
struct MemoryBody {
  std::shared_ptr<const std::string> bytes;
  std::size_t offset = 0;
  std::size_t length = 0;
};

/// A stretch of an open file: sent by the kernel, never copied into our memory.
struct FileBody {
  std::shared_ptr<const publish::Descriptor> file;
  std::uint64_t offset = 0;
  std::uint64_t length = 0;
};

struct HttpOut {
  int status = 200;
  /// Header lines, each ended by CR LF. `Date` and `Connection` are added when it is sent.
  std::string fields;
  std::variant<MemoryBody, FileBody> body;  ///< Left out by whoever sends it where HEAD was asked.
  bool closes = false;                      ///< The connection ends after this answer.

  std::uint64_t body_bytes() const;
};

/// "Not Found" for 404; "Unknown" for a status that this server never sends.
std::string_view reason_phrase(int status);

/// The headers of safety that every answer carries, errors too. Lines ended by CR LF.
std::string_view security_fields();

/// Whole answer of plain text, not to be stored. For what has no page of its own.
HttpOut plain_answer(int status, std::string text, std::string_view more_fields = {});

/// The same from a refusal of the guard. Closes the connection: where a request is not understood,
/// nobody knows where the next one begins.
HttpOut answer_from_refusal(const Refusal& refusal);

/// 503 with `Retry-After`: all places are taken.
HttpOut busy_answer();

/// "HTTP/1.1 200 OK", date, fields, and the empty line.
std::string head_from_answer(const HttpOut& out, std::string_view date, bool closes);

/// A time as HTTP writes it: "Sun, 06 Nov 1994 08:49:37 GMT".
std::string text_from_http_date(std::int64_t seconds_since_epoch);

}  // namespace http
