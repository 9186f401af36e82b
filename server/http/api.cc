#include "http/api.h"

#include "base/text.h"

namespace http {

bool is_own_page(const Sender& sender) {
  std::string_view origin = sender.origin;
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (!origin.starts_with(scheme)) continue;
    origin.remove_prefix(scheme.size());
    const bool is_same_site = sender.fetch_site.empty() || sender.fetch_site == "same-origin";
    return is_same_site && !sender.host.empty() && origin == sender.host;
  }
  return false;
}

bool is_api_media_type(std::string_view media_type) {
  return media_type == "application/json" || media_type == "application/octet-stream";
}

std::string cookie_value(std::string_view cookies, std::string_view name) {
  std::string value;
  int found = 0;
  for (const std::string_view part : base::split(cookies, ';')) {
    const std::string_view cookie = base::trimmed(part);
    if (!cookie.starts_with(name) || cookie.size() <= name.size() || cookie[name.size()] != '=')
      continue;
    value = cookie.substr(name.size() + 1);
    ++found;
  }
  return found == 1 ? value : std::string();
}

}  // namespace http
