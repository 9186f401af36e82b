#include "http/peer.h"

#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

namespace {

using http::HeaderField;
using http::Peer;
using http::peer_from_text;
using http::TrustedProxies;

const Peer loopback{std::string("\x7f\0\0\x01", 4), true};
const Peer stranger{"\x0a\x01\x02\x03", false};

Peer peer_of(const std::string& text) { return peer_from_text(text).value(); }

/// Whom a connection from `peer` with these fields is counted for.
Peer counted(const Peer& peer, const std::vector<HeaderField>& fields,
             const std::vector<std::string>& trusted = {}) {
  return TrustedProxies::from_texts(trusted).value().client_of(peer, fields);
}

TEST_CASE("an address in figures is a peer, and nothing else is") {
  CHECK(peer_of("10.1.2.3") == stranger);
  CHECK(peer_of("::ffff:10.1.2.3") == stranger);
  CHECK(peer_of("127.0.0.1") == loopback);
  CHECK(peer_of("::1").is_loopback);
  CHECK(peer_of("2001:db8:1:2:3::4") == peer_of("2001:db8:1:2::"));
  CHECK_FALSE(peer_of("2001:db8:1:2::") == peer_of("2001:db8:1:3::"));
  for (const char* text : {"", "unknown", "10.1.2.3:80", "10.1.2", "[2001:db8::1]", "a.example"}) {
    CAPTURE(text);
    CHECK_FALSE(peer_from_text(text));
  }
}

TEST_CASE("a stranger's word about who it is is not taken") {
  CHECK(counted(stranger, {{"x-forwarded-for", "192.0.2.7"}}) == stranger);
}

TEST_CASE("a proxy on this machine tells who asks, and then nobody is from this machine") {
  const Peer client = counted(loopback, {{"x-forwarded-for", "192.0.2.7"}});
  CHECK(client == peer_of("192.0.2.7"));
  CHECK_FALSE(client.is_loopback);
  CHECK(counted(loopback, {}) == loopback);
}

TEST_CASE("what a client wrote before its proxy did is not taken") {
  CHECK(counted(loopback, {{"x-forwarded-for", "198.51.100.1, 192.0.2.7"}}) ==
        peer_of("192.0.2.7"));
  CHECK(counted(loopback, {{"x-forwarded-for", "198.51.100.1"},
                           {"x-forwarded-for", "192.0.2.7"}}) == peer_of("192.0.2.7"));
  CHECK(counted(loopback, {{"x-forwarded-for", "198.51.100.1, nonsense"}}) == loopback);
}

TEST_CASE("a proxy on another machine is believed where it is named") {
  const std::vector<HeaderField> fields = {{"x-forwarded-for", "192.0.2.7, 10.1.2.3"}};
  CHECK(counted(loopback, fields) == stranger);
  CHECK(counted(loopback, fields, {"10.1.2.3"}) == peer_of("192.0.2.7"));
  CHECK(counted(stranger, {{"x-forwarded-for", "192.0.2.7"}}, {"10.1.2.3"}) ==
        peer_of("192.0.2.7"));
}

TEST_CASE("a proxy that is no address in figures is refused") {
  const auto refused = TrustedProxies::from_texts({"10.1.2.3", "proxy.example"});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == base::ErrorCode::invalid);
  CHECK(refused.error().detail == "proxy.example");
}

}  // namespace
