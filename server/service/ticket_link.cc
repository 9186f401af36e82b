#include "service/ticket_link.h"

#include <sodium.h>

#include "base/digest.h"
#include "base/must.h"
#include "output/html.h"

namespace service {

std::string new_link_key() {
  MUST(sodium_init() >= 0);
  std::string bytes(32, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return base::hex_from_bytes(bytes);
}

std::string ticket_address(const DeskData& data, base::Language language, std::string_view key) {
  return data.site.origin + output::ticket_path(data.site, language) + "?key=" + std::string(key);
}

}  // namespace service
