#include "http/http_in.h"

namespace http {

std::string_view text_from_method(Method method) {
  switch (method) {
    case Method::get:
      return "GET";
    case Method::head:
      return "HEAD";
    case Method::post:
      return "POST";
    case Method::put:
      return "PUT";
    case Method::del:
      return "DELETE";
  }
  return "";
}

std::string_view HttpIn::field(std::string_view name) const {
  const HeaderField* found = nullptr;
  for (const HeaderField& field : fields) {
    if (field.name != name) continue;
    if (found) return {};
    found = &field;
  }
  return found ? std::string_view(found->value) : std::string_view();
}

}  // namespace http
