#include "http/site.h"

namespace http {

std::optional<HttpOut> Site::answer_at_once(const HttpIn& in) {
  if (auto out = files_.answer(in)) return out;
  // How the server feels is nobody's business but that of whoever runs it on this machine.
  const bool is_page = routes_.is_page(in.path);
  if (!is_page && !(routes_.knows(in.path) && in.is_from_loopback)) return files_.not_found(in);
  if (is_page && in.method == Method::post) return std::nullopt;
  if (in.method != Method::get && in.method != Method::head) {
    return is_page ? plain_answer(405, "This address can be read, and sent a form.\n",
                                  "Allow: GET, HEAD, POST\r\n")
                   : plain_answer(405, "This address can only be read.\n", "Allow: GET, HEAD\r\n");
  }
  return std::nullopt;
}

}  // namespace http
