// The server's socket side: one thread that reads and writes for every client without ever waiting
// for one, keeps the deadlines and the numbers of connections, and asks a `Responder` for answers.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "http/connection.h"
#include "http/guard.h"
#include "http/peer.h"
#include "http/responder.h"
#include "http/workers.h"

namespace http {

struct ServerSettings {
  std::string address = "127.0.0.1";  ///< IPv4 or IPv6, in figures.
  std::uint16_t port = 0;             ///< 0: a free one.
  GuardLimits limits;
  /// IP addresses in figures, besides this machine's own: what they say about their clients
  /// (X-Forwarded-For) is taken.
  std::vector<std::string> trusted_proxies = {};

  std::size_t connections_max = 2048;
  std::size_t connections_per_address_max = 512;
  std::size_t workers_count = 2;
  std::size_t queue_max = 64;

  std::chrono::milliseconds head_time{5'000};    ///< From the first byte, or from connecting.
  std::chrono::milliseconds whole_time{15'000};  ///< From the first byte to the last of the body.
  /// Bodies beyond the common limit that are on their way at a time, so that strangers cannot fill
  /// the memory with them; and the time that each has.
  std::size_t large_bodies_max = 4;
  std::chrono::milliseconds large_body_time{120'000};
  std::chrono::milliseconds idle_time{15'000};     ///< Between an answer and the next request.
  std::chrono::milliseconds send_time{10'000};     ///< After it a client must have read…
  std::uint64_t send_bytes_per_second_min = 4096;  ///< …at least so much for every second beyond.
  std::chrono::milliseconds linger_time{2'000};
  std::chrono::milliseconds ending_time{
      10'000};  ///< For what is under way when the server is stopped.
};

class Server {
 public:
  /// Binds and listens. Fails with `invalid` for an address that is none (of a proxy, too),
  /// `unavailable` where the port is taken. `responder` must outlive the server.
  static base::Result<std::unique_ptr<Server>> listening(const ServerSettings& settings,
                                                         Responder& responder);
  ~Server();

  std::uint16_t port() const { return port_; }

  /// Serves until `stop`, then finishes what is under way.
  void run();

  /// From any thread, also from a signal handler.
  void stop();

 private:
  using Id = std::uint64_t;
  struct Held {
    Connection connection;
    std::uint32_t events = 0;     ///< What epoll watches for.
    bool has_body = true;         ///< The answer being made has a body (no HEAD).
    bool wants_close = false;     ///< The client of the answer being made.
    bool was_answered = false;    ///< At least one answer was sent.
    bool has_large_body = false;  ///< One of the few places for them is taken.
  };
  struct Counts {
    std::uint64_t by_class[6] = {};  ///< Answers by the first figure of their status.
    std::uint64_t refused = 0, too_slow = 0, turned_away = 0;
  };

  Server(const ServerSettings& settings, TrustedProxies proxies, Responder& responder);
  base::Result<void> open();

  void accept_clients();
  void take_in(publish::Descriptor socket, Peer peer);
  bool make_room(const std::string* peer_key);
  void turn_away(const publish::Descriptor& socket);

  void handle(Id id, std::uint32_t events);
  void advance(Id id, Held& held);
  bool answer(Id id, Held& held, HttpIn in);
  bool has_place_for_body(Held& held);
  void leave_place_for_body(Held& held);
  void refuse(Id id, Held& held, const Refusal& refusal);
  bool begin_sending(Id id, Held& held, HttpOut out);
  bool continue_sending(Id id, Held& held);
  void take_worker_answers();

  bool is_over_time(const Held& held) const;
  void sweep();
  void begin_ending();
  void watch(Id id, Held& held, std::uint32_t events);
  void close(Id id);
  std::string_view date();
  void log_counts();

  const ServerSettings settings_;
  const TrustedProxies proxies_;
  Responder& responder_;
  std::uint16_t port_ = 0;
  publish::Descriptor epoll_, listener_, wake_;
  bool is_accepting_ = true;
  Clock::time_point now_ = Clock::now();
  Clock::time_point next_sweep_ = now_, next_log_ = now_;
  bool is_ending_ = false;
  Clock::time_point ends_at_;

  Id next_id_ = 0;
  std::unordered_map<Id, Held> connections_;
  std::unordered_map<std::string, std::size_t> per_address_;
  std::size_t large_bodies_count_ = 0;
  Counts counts_;
  std::int64_t date_second_ = -1;
  std::string date_;

  std::atomic<bool> is_stop_wished_{false};
  std::mutex answers_mutex_;
  std::vector<std::pair<Id, HttpOut>> worker_answers_;  ///< Guarded by answers_mutex_.
  Workers workers_;  ///< Last, so that it ends before what its work uses.
};

}  // namespace http
