// Whoever answers complete, checked requests: the seam between the guard and the site behind it.
#pragma once

#include <optional>

#include "http/http_in.h"
#include "http/http_out.h"

namespace http {

class Responder {
 public:
  virtual ~Responder() = default;

  /// On the guard's own thread: must not wait for anything. Nothing: `answer_with_work` is asked.
  virtual std::optional<HttpOut> answer_at_once(const HttpIn& in) = 0;

  /// On the thread of a worker, several at a time: may read, write and wait. Must not throw.
  virtual HttpOut answer_with_work(const HttpIn& in) = 0;
};

}  // namespace http
