#include "http/page.h"

#include "base/text.h"

namespace http {

std::optional<Fields> fields_from_form(std::string_view text) {
  Fields fields;
  if (text.empty()) return fields;
  for (const std::string_view part : base::split(text, '&')) {
    if (part.empty()) continue;
    if (fields.size() == fields_max) return std::nullopt;
    const std::size_t sign = part.find('=');
    const std::string_view value =
        sign == std::string_view::npos ? std::string_view() : part.substr(sign + 1);
    std::string name = base::url_decoded(part.substr(0, sign), true);
    std::string decoded = base::url_decoded(value, true);
    if (!base::is_utf8(name) || !base::is_utf8(decoded)) return std::nullopt;
    fields.emplace_back(std::move(name), std::move(decoded));
  }
  return fields;
}

}  // namespace http
