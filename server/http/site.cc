#include "http/site.h"

namespace http {

std::optional<HttpOut> Site::answer_at_once(const HttpIn& in) {
  if (auto out = files_.answer(in)) return out;
  // How the server feels is nobody's business but that of whoever runs it on this machine.
  if (!routes_.knows(in.path) || !in.is_from_loopback) return files_.not_found(in);
  if (in.method != Method::get && in.method != Method::head) {
    return plain_answer(405, "This address can only be read.\n", "Allow: GET, HEAD\r\n");
  }
  return std::nullopt;
}

}  // namespace http
