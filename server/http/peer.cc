#include "http/peer.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>

#include "base/text.h"

namespace http {
namespace {

Peer peer_from_v4(const unsigned char* bytes) {
  return {std::string(reinterpret_cast<const char*>(bytes), 4), bytes[0] == 127};
}

Peer peer_from_v6(const in6_addr& address) {
  if (IN6_IS_ADDR_V4MAPPED(&address)) return peer_from_v4(&address.s6_addr[12]);
  // One household or office has a whole /64 to itself.
  return {std::string(reinterpret_cast<const char*>(&address), 8),
          IN6_IS_ADDR_LOOPBACK(&address) != 0};
}

/// All addresses of all fields, in the order in which the proxies wrote them down.
std::vector<std::string_view> forwarded_addresses(const std::vector<HeaderField>& fields) {
  std::vector<std::string_view> addresses;
  for (const HeaderField& field : fields) {
    if (field.name != "x-forwarded-for") continue;
    for (const std::string_view address : base::split(field.value, ','))
      addresses.push_back(base::trimmed(address));
  }
  return addresses;
}

}  // namespace

Peer peer_from_address(const sockaddr_storage& address) {
  if (address.ss_family == AF_INET) {
    const auto& v4 = reinterpret_cast<const sockaddr_in&>(address);
    return peer_from_v4(reinterpret_cast<const unsigned char*>(&v4.sin_addr));
  }
  return peer_from_v6(reinterpret_cast<const sockaddr_in6&>(address).sin6_addr);
}

std::optional<Peer> peer_from_text(std::string_view text) {
  const std::string address(text);
  in_addr v4{};
  if (::inet_pton(AF_INET, address.c_str(), &v4) == 1)
    return peer_from_v4(reinterpret_cast<const unsigned char*>(&v4));
  in6_addr v6{};
  if (::inet_pton(AF_INET6, address.c_str(), &v6) == 1) return peer_from_v6(v6);
  return std::nullopt;
}

base::Result<TrustedProxies> TrustedProxies::from_texts(const std::vector<std::string>& addresses) {
  TrustedProxies proxies;
  for (const std::string& address : addresses) {
    auto peer = peer_from_text(address);
    if (!peer)
      return base::fail(base::ErrorCode::invalid,
                        "A trusted proxy must be an IP address in figures, as 192.0.2.7.", address);
    proxies.named_.push_back(*std::move(peer));
  }
  return proxies;
}

bool TrustedProxies::is_trusted(const Peer& peer) const {
  return peer.is_loopback || std::find(named_.begin(), named_.end(), peer) != named_.end();
}

Peer TrustedProxies::client_of(const Peer& peer, const std::vector<HeaderField>& fields) const {
  Peer client = peer;
  const auto addresses = forwarded_addresses(fields);
  for (auto at = addresses.rbegin(); at != addresses.rend() && is_trusted(client); ++at) {
    auto named = peer_from_text(*at);
    if (!named) break;  // What stands before it cannot be believed, either.
    client = *std::move(named);
  }
  return client;
}

}  // namespace http
