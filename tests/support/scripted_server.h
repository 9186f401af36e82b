// A mail server that does what a script says, on a free port of this machine: for what a real
// server does too seldom, such as hanging up in the middle.
#pragma once

#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>

namespace support {

/// One connection a script, in turn. A script is a list of answers: the first is the greeting, each
/// next one answers a line that came; after an answer that begins with 354 the lines up to a single
/// dot are read as one. An empty answer hangs up.
class ScriptedServer {
 public:
  using Script = std::vector<std::string>;

  explicit ScriptedServer(std::vector<Script> scripts) : scripts_(std::move(scripts)) {
    socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::bind(socket_, reinterpret_cast<sockaddr*>(&place), sizeof place) == 0);
    REQUIRE(::listen(socket_, 16) == 0);
    socklen_t size = sizeof place;
    ::getsockname(socket_, reinterpret_cast<sockaddr*>(&place), &size);
    port_ = ntohs(place.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~ScriptedServer() {
    ::shutdown(socket_, SHUT_RDWR);
    if (thread_.joinable()) thread_.join();
    ::close(socket_);
  }
  ScriptedServer(const ScriptedServer&) = delete;
  ScriptedServer& operator=(const ScriptedServer&) = delete;

  int port() const { return port_; }

  /// What came, a text a connection. Waits until every script was played or its client went.
  const std::vector<std::string>& heard() {
    if (thread_.joinable()) thread_.join();
    return heard_;
  }

 private:
  void serve() {
    for (const Script& script : scripts_) {
      const int client = ::accept(socket_, nullptr, nullptr);
      if (client < 0) return;
      heard_.emplace_back();
      play(client, script);
      ::close(client);
    }
  }

  void play(int client, const Script& script) {
    bool is_text = false;
    for (std::size_t i = 0; i < script.size(); ++i) {
      if (i > 0 && !hear(client, is_text ? "\r\n.\r\n" : "\r\n")) return;
      if (script[i].empty()) return;
      const std::string line = script[i] + "\r\n";
      if (::send(client, line.data(), line.size(), MSG_NOSIGNAL) < 0) return;
      is_text = script[i].starts_with("354");
    }
    // What follows is a farewell, which is answered so that nobody waits.
    constexpr std::string_view bye = "221 bye\r\n";
    if (hear(client, "\r\n")) ::send(client, bye.data(), bye.size(), MSG_NOSIGNAL);
  }

  bool hear(int client, std::string_view end) {
    std::string text;
    char sign = 0;
    while (!text.ends_with(end)) {
      if (::recv(client, &sign, 1, 0) != 1) return false;
      text += sign;
    }
    heard_.back() += text;
    return true;
  }

  std::vector<Script> scripts_;
  std::vector<std::string> heard_;
  int socket_ = -1, port_ = 0;
  std::thread thread_;
};

}  // namespace support
