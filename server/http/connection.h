// One client's connection: the bytes that have come, the request they make, and the answer that is
// on its way. Never waits; `Server` decides when it may go on and when its time is over.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "http/guard.h"
#include "http/http_in.h"
#include "http/http_out.h"
#include "http/peer.h"
#include "publish/files.h"

namespace http {

using Clock = std::chrono::steady_clock;

class Connection {
 public:
  enum class Phase {
    waiting,    ///< No byte of a request has come.
    reading,    ///< A part of a request has come.
    working,    ///< A worker makes the answer.
    sending,    ///< The answer is on its way.
    lingering,  ///< All is sent and our side is closed; the client's last bytes are thrown away.
  };
  enum class Io { done, blocked, ended };

  Connection(publish::Descriptor socket, Peer peer, Clock::time_point now)
      : socket_(std::move(socket)), peer_(std::move(peer)), since_(now) {}

  int socket() const { return socket_.number(); }
  const Peer& peer() const { return peer_; }
  Phase phase() const { return phase_; }
  Clock::time_point since() const { return since_; }        ///< When this phase began.
  std::uint64_t sent_bytes() const { return sent_bytes_; }  ///< Of the answer on its way.
  bool has_head() const { return head_.has_value(); }       ///< Only the body is missing.

  /// Length of the body that is missing or on its way; 0 before the head has come.
  std::size_t body_bytes() const { return head_ ? head_->body_bytes : 0; }

  /// Reads what has come, once. `blocked`: nothing yet. `ended`: the client is gone.
  Io receive(Clock::time_point now);

  /// Takes the next request out of what has come.
  std::variant<NeedsMore, Refusal, HttpIn> next_request(const GuardLimits& limits,
                                                        Clock::time_point now);

  void begin_work(Clock::time_point now) { enter(Phase::working, now); }

  /// Begins an answer; `has_body` is false for HEAD. Then `send` until it is done.
  void begin_answer(HttpOut out, std::string_view date, bool closes, bool has_body,
                    Clock::time_point now);
  Io send();
  bool closes() const { return closes_; }  ///< After the answer on its way.

  /// After an answer: waits for the next request, which may have come already.
  void begin_waiting(Clock::time_point now);

  /// Closes our side, so that the client reads the answer to its end.
  void begin_lingering(Clock::time_point now);
  /// Throws away what still comes. `ended`: the client has closed too, or sends without end.
  Io drain();

  /// Makes closing drop unsent bytes at once instead of keeping them for a client that reads
  /// slowly.
  void reset_on_close();

 private:
  void enter(Phase phase, Clock::time_point now);
  Io send_head_and_memory();
  Io send_file(const FileBody& body);

  publish::Descriptor socket_;
  Peer peer_;
  Phase phase_ = Phase::waiting;
  Clock::time_point since_;

  std::string received_;
  std::optional<Head> head_;  ///< Taken out of received_; its body has not come whole.

  std::string answer_head_;
  std::variant<MemoryBody, FileBody> answer_body_;
  std::uint64_t sent_bytes_ = 0;
  bool closes_ = false;
  std::uint64_t drained_bytes_ = 0;
};

}  // namespace http
