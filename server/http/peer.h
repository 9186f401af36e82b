// Where a request comes from: the other end of the connection, or the client for whom a proxy asks.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sys/socket.h>

#include "base/result.h"
#include "http/http_in.h"

namespace http {

struct Peer {
  std::string
      key;  ///< Bytes that tell clients apart: an IPv4 address, or the first half of an IPv6 one.
  bool is_loopback = false;

  friend bool operator==(const Peer&, const Peer&) = default;
};

/// Of an IPv4 or IPv6 socket.
Peer peer_from_address(const sockaddr_storage& address);

/// Of an address in figures, "192.0.2.7" or "2001:db8::7". Nothing for all else.
std::optional<Peer> peer_from_text(std::string_view text);

/// The proxies whose word about their clients is taken: those of this machine, and those named.
class TrustedProxies {
 public:
  /// Fails with `invalid` where one is no IP address in figures.
  static base::Result<TrustedProxies> from_texts(const std::vector<std::string>& addresses);

  /// Who asks: `peer` itself, unless it is a trusted proxy. Of what its X-Forwarded-For fields say,
  /// the last address that is no trusted proxy is the client: what stands before it is the client's
  /// own word.
  Peer client_of(const Peer& peer, const std::vector<HeaderField>& fields) const;

 private:
  bool is_trusted(const Peer& peer) const;

  std::vector<Peer> named_;
};

}  // namespace http
