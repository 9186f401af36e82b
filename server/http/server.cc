#include "http/server.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <ctime>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "base/digest.h"

namespace http {
namespace {

using std::chrono::milliseconds;

constexpr std::uint64_t listener_id = ~std::uint64_t{0};
constexpr std::uint64_t wake_id = listener_id - 1;
constexpr int backlog = 4096;
constexpr int accepted_at_once_max = 256;
constexpr milliseconds sweep_time{100};
constexpr milliseconds log_time{60'000};
/// A client that has only just come is not pushed out by the next one: its request may be under
/// way.
constexpr milliseconds unbothered_time{250};
/// A stopped server still reads requests that were sent before the client could know of it.
constexpr milliseconds last_request_time{300};
/// So much of an answer may wait in the kernel for a slow client.
constexpr int unsent_bytes_max = 256 * 1024;

bool is_out_of_descriptors(int error_number) {
  return error_number == EMFILE || error_number == ENFILE || error_number == ENOBUFS ||
         error_number == ENOMEM;
}

}  // namespace

// --- Open ---

Server::Server(const ServerSettings& settings, TrustedProxies proxies, Responder& responder)
    : settings_(settings),
      proxies_(std::move(proxies)),
      responder_(responder),
      workers_(settings.workers_count, settings.queue_max) {}

Server::~Server() = default;

base::Result<std::unique_ptr<Server>> Server::listening(const ServerSettings& settings,
                                                        Responder& responder) {
  auto proxies = TrustedProxies::from_texts(settings.trusted_proxies);
  if (!proxies) return tl::unexpected(proxies.error());
  std::unique_ptr<Server> server(new Server(settings, *std::move(proxies), responder));
  if (auto opened = server->open(); !opened) return tl::unexpected(opened.error());
  return server;
}

base::Result<void> Server::open() {
  addrinfo hints{}, *found = nullptr;
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE;
  if (::getaddrinfo(settings_.address.c_str(), std::to_string(settings_.port).c_str(), &hints,
                    &found) != 0) {
    return base::fail(base::ErrorCode::invalid,
                      "The address to listen on must be an IP address in figures.",
                      settings_.address);
  }
  const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> address(found, &::freeaddrinfo);
  listener_ = publish::Descriptor(
      ::socket(address->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  const int yes = 1;
  ::setsockopt(listener_.number(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (::bind(listener_.number(), address->ai_addr, address->ai_addrlen) != 0 ||
      ::listen(listener_.number(), backlog) != 0) {
    return base::fail(
        base::ErrorCode::unavailable,
        "The server cannot listen there. Is the port taken by another program?",
        publish::system_reason(errno, fmt::format("{}:{}", settings_.address, settings_.port)));
  }
  sockaddr_storage bound{};
  socklen_t bound_size = sizeof bound;
  ::getsockname(listener_.number(), reinterpret_cast<sockaddr*>(&bound), &bound_size);
  port_ = ntohs(bound.ss_family == AF_INET6 ? reinterpret_cast<sockaddr_in6&>(bound).sin6_port
                                            : reinterpret_cast<sockaddr_in&>(bound).sin_port);

  epoll_ = publish::Descriptor(::epoll_create1(EPOLL_CLOEXEC));
  wake_ = publish::Descriptor(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC));
  for (const auto& [number, id] :
       {std::pair(listener_.number(), listener_id), std::pair(wake_.number(), wake_id)}) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = id;
    if (::epoll_ctl(epoll_.number(), EPOLL_CTL_ADD, number, &event) != 0) {
      return base::fail(base::ErrorCode::unavailable, "The server cannot watch its sockets.",
                        publish::system_reason(errno, "epoll"));
    }
  }
  return {};
}

// --- The loop ---

void Server::run() {
  std::array<epoll_event, 256> events{};
  next_log_ = Clock::now() + log_time;
  while (!is_ending_ || !connections_.empty()) {
    const bool has_deadlines = !connections_.empty() || !is_accepting_;
    const int count =
        ::epoll_wait(epoll_.number(), events.data(), static_cast<int>(events.size()),
                     static_cast<int>(has_deadlines ? sweep_time.count() : log_time.count()));
    now_ = Clock::now();
    if (is_stop_wished_ && !is_ending_) begin_ending();  // First: what is answered now closes.
    for (int i = 0; i < count; ++i) {
      const Id id = events[static_cast<std::size_t>(i)].data.u64;
      if (id == listener_id) {
        accept_clients();
      } else if (id == wake_id) {
        take_worker_answers();
      } else {
        handle(id, events[static_cast<std::size_t>(i)].events);
      }
    }
    if (now_ >= next_sweep_) sweep();
    if (is_ending_ && now_ >= ends_at_) break;
  }
  connections_.clear();  // Those whose time ran out.
  per_address_.clear();
  log_counts();
}

void Server::stop() {
  is_stop_wished_ = true;
  const std::uint64_t one = 1;
  // The counter can only be full where a wake-up is waiting already.
  [[maybe_unused]] const ssize_t written = ::write(wake_.number(), &one, sizeof one);
}

void Server::begin_ending() {
  accept_clients();  // Those who connected before the end are still answered.
  is_ending_ = true;
  ends_at_ = now_ + settings_.ending_time;
  listener_ = publish::Descriptor();
  spdlog::info("Stopping: {} connections are open.", connections_.size());
}

// --- Clients come ---

void Server::accept_clients() {
  for (int i = 0; i < accepted_at_once_max && listener_.is_open(); ++i) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    publish::Descriptor socket(::accept4(listener_.number(), reinterpret_cast<sockaddr*>(&address),
                                         &size, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (socket.is_open()) {
      take_in(std::move(socket), peer_from_address(address));
      continue;
    }
    if (errno == EINTR || errno == ECONNABORTED) continue;
    if (is_out_of_descriptors(errno) && !make_room(nullptr)) {
      // The waiting client stays in the kernel's queue until the next sweep.
      epoll_event nothing{};
      nothing.data.u64 = listener_id;
      ::epoll_ctl(epoll_.number(), EPOLL_CTL_MOD, listener_.number(), &nothing);
      is_accepting_ = false;
      return;
    }
    if (!is_out_of_descriptors(errno)) return;
  }
}

void Server::take_in(publish::Descriptor socket, Peer peer) {
  const auto from_there = per_address_.find(peer.key);
  const bool is_address_full = from_there != per_address_.end() &&
                               from_there->second >= settings_.connections_per_address_max;
  const bool is_full = connections_.size() >= settings_.connections_max;
  if ((is_address_full && !make_room(&peer.key)) ||
      (is_full && !is_address_full && !make_room(nullptr))) {
    turn_away(socket);
    return;
  }
  const int yes = 1;
  ::setsockopt(socket.number(), IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  ::setsockopt(socket.number(), IPPROTO_TCP, TCP_NOTSENT_LOWAT, &unsent_bytes_max,
               sizeof unsent_bytes_max);
  epoll_event event{};
  event.events = EPOLLIN;
  event.data.u64 = next_id_;
  if (::epoll_ctl(epoll_.number(), EPOLL_CTL_ADD, socket.number(), &event) != 0) return;
  ++per_address_[peer.key];
  connections_.emplace(next_id_++,
                       Held{Connection(std::move(socket), std::move(peer), now_), EPOLLIN});
}

/// Closes the connection that has waited longest for a request, of one client or of all. A crowd of
/// silent connections thereby pushes out its own, and not those who have something to ask.
bool Server::make_room(const std::string* peer_key) {
  auto longest = connections_.end();
  for (auto at = connections_.begin(); at != connections_.end(); ++at) {
    const Connection& connection = at->second.connection;
    const bool is_quiet = connection.phase() == Connection::Phase::waiting ||
                          connection.phase() == Connection::Phase::reading;
    if (!is_quiet || (peer_key && connection.peer().key != *peer_key)) continue;
    if (longest == connections_.end() || connection.since() < longest->second.connection.since()) {
      longest = at;
    }
  }
  if (longest == connections_.end() ||
      now_ - longest->second.connection.since() < unbothered_time) {
    return false;
  }
  ++counts_.turned_away;
  longest->second.connection.reset_on_close();
  close(longest->first);
  return true;
}

void Server::turn_away(const publish::Descriptor& socket) {
  ++counts_.turned_away;
  const HttpOut out = busy_answer();
  const std::string bytes =
      head_from_answer(out, date(), true) + *std::get<MemoryBody>(out.body).bytes;
  // Where even this does not fit into an empty socket, the client learns it from the closing.
  [[maybe_unused]] const ssize_t sent =
      ::send(socket.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
}

// --- Requests and answers ---

void Server::handle(Id id, std::uint32_t events) {
  const auto found = connections_.find(id);
  if (found == connections_.end()) return;  // Closed earlier in this round.
  Held& held = found->second;
  Connection& connection = held.connection;
  switch (connection.phase()) {
    case Connection::Phase::waiting:
    case Connection::Phase::reading:
      switch (connection.receive(now_)) {
        case Connection::Io::done:
          return advance(id, held);
        case Connection::Io::blocked:
          return;
        case Connection::Io::ended:
          return close(id);
      }
      return;
    case Connection::Phase::working:
      if (events & (EPOLLERR | EPOLLHUP)) close(id);
      return;
    case Connection::Phase::sending:
      if (continue_sending(id, held)) advance(id, held);
      return;
    case Connection::Phase::lingering:
      if (connection.drain() == Connection::Io::ended) close(id);
      return;
  }
}

/// Answers every request that has come whole, in order, until one has to wait.
void Server::advance(Id id, Held& held) {
  for (;;) {
    auto next = held.connection.next_request(settings_.limits, now_);
    if (std::holds_alternative<NeedsMore>(next)) {
      if (has_place_for_body(held)) return watch(id, held, EPOLLIN);
      return refuse(id, held, {503, "Other files are being sent. Please try again in a moment."});
    }
    leave_place_for_body(held);
    if (const auto* refusal = std::get_if<Refusal>(&next)) return refuse(id, held, *refusal);
    HttpIn& in = std::get<HttpIn>(next);
    const Peer client = proxies_.client_of(held.connection.peer(), in.fields);
    in.is_from_loopback = client.is_loopback;
    in.client = base::hex_from_bytes(client.key);
    if (!answer(id, held, std::move(in))) return;
  }
}

/// False where the body that is on its way is a large one, and too many of them are.
bool Server::has_place_for_body(Held& held) {
  const bool is_large = held.connection.body_bytes() > settings_.limits.body_bytes_max;
  if (!is_large || held.has_large_body) return true;
  if (large_bodies_count_ == settings_.large_bodies_max) return false;
  ++large_bodies_count_;
  held.has_large_body = true;
  return true;
}

void Server::leave_place_for_body(Held& held) {
  if (!held.has_large_body) return;
  --large_bodies_count_;
  held.has_large_body = false;
}

void Server::refuse(Id id, Held& held, const Refusal& refusal) {
  ++counts_.refused;
  held.has_body = true;
  begin_sending(id, held, answer_from_refusal(refusal));
}

/// True where the answer is sent and the connection stays open.
bool Server::answer(Id id, Held& held, HttpIn in) {
  held.has_body = in.method != Method::head;
  held.wants_close = in.wants_close;
  if (auto out = responder_.answer_at_once(in)) return begin_sending(id, held, *std::move(out));
  const bool is_taken = workers_.give([this, id, in = std::move(in)] {
    HttpOut out = responder_.answer_with_work(in);
    {
      const std::lock_guard lock(answers_mutex_);
      worker_answers_.emplace_back(id, std::move(out));
    }
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = ::write(wake_.number(), &one, sizeof one);
  });
  if (!is_taken) return begin_sending(id, held, busy_answer());
  held.connection.begin_work(now_);
  watch(id, held, 0);
  return false;
}

void Server::take_worker_answers() {
  std::uint64_t count = 0;
  [[maybe_unused]] const ssize_t taken = ::read(wake_.number(), &count, sizeof count);
  std::vector<std::pair<Id, HttpOut>> answers;
  {
    const std::lock_guard lock(answers_mutex_);
    answers.swap(worker_answers_);
  }
  for (auto& [id, out] : answers) {
    const auto found = connections_.find(id);
    if (found == connections_.end()) continue;  // The client did not wait for it.
    if (begin_sending(id, found->second, std::move(out))) advance(id, found->second);
  }
}

bool Server::begin_sending(Id id, Held& held, HttpOut out) {
  ++counts_.by_class[out.status / 100 % 6];
  const bool closes = out.closes || held.wants_close || is_ending_;
  held.connection.begin_answer(std::move(out), date(), closes, held.has_body, now_);
  return continue_sending(id, held);
}

bool Server::continue_sending(Id id, Held& held) {
  switch (held.connection.send()) {
    case Connection::Io::blocked:
      watch(id, held, EPOLLOUT);
      return false;
    case Connection::Io::ended:
      close(id);
      return false;
    case Connection::Io::done:
      break;
  }
  if (held.connection.closes()) {
    held.connection.begin_lingering(now_);
    watch(id, held, EPOLLIN);
    return false;
  }
  held.was_answered = true;
  held.connection.begin_waiting(now_);
  return true;
}

void Server::watch(Id id, Held& held, std::uint32_t events) {
  if (held.events == events) return;
  held.events = events;
  epoll_event event{};
  event.events = events;
  event.data.u64 = id;
  ::epoll_ctl(epoll_.number(), EPOLL_CTL_MOD, held.connection.socket(), &event);
}

void Server::close(Id id) {
  const auto found = connections_.find(id);
  const auto from_there = per_address_.find(found->second.connection.peer().key);
  if (--from_there->second == 0) per_address_.erase(from_there);
  leave_place_for_body(found->second);
  connections_.erase(found);  // Closing the socket takes it out of epoll.
}

// --- Time ---

bool Server::is_over_time(const Held& held) const {
  const Connection& connection = held.connection;
  const auto waited = now_ - connection.since();
  switch (connection.phase()) {
    case Connection::Phase::waiting:
      if (is_ending_) return waited > last_request_time;
      return waited > (held.was_answered ? settings_.idle_time : settings_.head_time);
    case Connection::Phase::reading:
      if (held.has_large_body) return waited > settings_.large_body_time;
      return waited > (connection.has_head() ? settings_.whole_time : settings_.head_time);
    case Connection::Phase::working:
      return false;
    case Connection::Phase::sending: {
      if (waited <= settings_.send_time) return false;
      const double seconds = std::chrono::duration<double>(waited - settings_.send_time).count();
      return static_cast<double>(connection.sent_bytes()) <
             seconds * static_cast<double>(settings_.send_bytes_per_second_min);
    }
    case Connection::Phase::lingering:
      return waited > settings_.linger_time;
  }
  return true;
}

void Server::sweep() {
  next_sweep_ = now_ + sweep_time;
  std::vector<Id> late;
  for (const auto& [id, held] : connections_) {
    if (is_over_time(held)) late.push_back(id);
  }
  for (const Id id : late) {
    Held& held = connections_.find(id)->second;
    if (held.connection.phase() == Connection::Phase::reading) {
      ++counts_.too_slow;
      held.has_body = true;
      begin_sending(id, held, answer_from_refusal({408, "The request did not come in time."}));
      continue;
    }
    if (held.connection.phase() == Connection::Phase::sending) {
      ++counts_.too_slow;
      held.connection.reset_on_close();
    }
    close(id);
  }
  if (!is_accepting_ && listener_.is_open()) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = listener_id;
    ::epoll_ctl(epoll_.number(), EPOLL_CTL_MOD, listener_.number(), &event);
    is_accepting_ = true;
  }
  if (now_ >= next_log_) log_counts();
}

std::string_view Server::date() {
  const std::int64_t second = std::time(nullptr);
  if (second != date_second_) {
    date_second_ = second;
    date_ = text_from_http_date(second);
  }
  return date_;
}

/// One line a minute at most, and nothing in it that tells of a person.
void Server::log_counts() {
  next_log_ = now_ + log_time;
  std::uint64_t answers = 0;
  for (const std::uint64_t count : counts_.by_class)
    answers += count;
  if (answers + counts_.refused + counts_.too_slow + counts_.turned_away == 0) return;
  spdlog::info(
      "Answers {} (2xx {}, 3xx {}, 4xx {}, 5xx {}), refused {}, too slow {}, turned away {}, "
      "open {}.",
      answers, counts_.by_class[2], counts_.by_class[3], counts_.by_class[4], counts_.by_class[5],
      counts_.refused, counts_.too_slow, counts_.turned_away, connections_.size());
  counts_ = Counts{};
}

}  // namespace http
