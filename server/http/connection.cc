#include "http/connection.h"

#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace http {
namespace {

/// A client that goes on sending after it was refused is cut off after so many bytes.
constexpr std::uint64_t drained_bytes_max = 256 * 1024;

/// How much of a file is handed to the kernel at a time, so that one quick client does not hold up
/// the others.
constexpr std::uint64_t file_step_bytes = 1024 * 1024;

bool would_block(int error_number) { return error_number == EAGAIN || error_number == EWOULDBLOCK; }

}  // namespace

void Connection::enter(Phase phase, Clock::time_point now) {
  phase_ = phase;
  since_ = now;
}

Connection::Io Connection::receive(Clock::time_point now) {
  static thread_local std::array<char, 16 * 1024> buffer;
  const ssize_t count = ::recv(socket(), buffer.data(), buffer.size(), 0);
  if (count < 0) return would_block(errno) || errno == EINTR ? Io::blocked : Io::ended;
  if (count == 0) return Io::ended;
  received_.append(buffer.data(), static_cast<std::size_t>(count));
  if (phase_ == Phase::waiting) enter(Phase::reading, now);
  return Io::done;
}

std::variant<NeedsMore, Refusal, HttpIn> Connection::next_request(const GuardLimits& limits,
                                                                  Clock::time_point now) {
  if (received_.empty() && !head_) return NeedsMore{};
  if (phase_ == Phase::waiting) enter(Phase::reading, now);
  if (!head_) {
    HeadOutcome outcome = head_from_bytes(received_, limits);
    if (std::holds_alternative<NeedsMore>(outcome)) return NeedsMore{};
    if (const auto* refusal = std::get_if<Refusal>(&outcome)) return *refusal;
    head_ = std::move(std::get<Head>(outcome));
    received_.erase(0, head_->bytes);
  }
  if (received_.size() < head_->body_bytes) return NeedsMore{};
  HttpIn in = std::move(head_->in);
  in.body = received_.substr(0, head_->body_bytes);
  received_.erase(0, head_->body_bytes);
  head_.reset();
  return in;
}

void Connection::begin_answer(HttpOut out, std::string_view date, bool closes, bool has_body,
                              Clock::time_point now) {
  enter(Phase::sending, now);
  answer_head_ = head_from_answer(out, date, closes);
  answer_body_ = has_body ? std::move(out.body) : MemoryBody{};
  sent_bytes_ = 0;
  closes_ = closes;
}

Connection::Io Connection::send() {
  if (const Io io = send_head_and_memory(); io != Io::done) return io;
  if (const auto* body = std::get_if<FileBody>(&answer_body_)) return send_file(*body);
  return Io::done;
}

Connection::Io Connection::send_head_and_memory() {
  const auto* body = std::get_if<MemoryBody>(&answer_body_);
  const std::uint64_t body_length = body ? body->length : 0;
  const std::uint64_t whole = answer_head_.size() + body_length;
  while (sent_bytes_ < whole) {
    std::array<iovec, 2> parts{};
    std::size_t parts_count = 0;
    if (sent_bytes_ < answer_head_.size()) {
      parts[parts_count++] = {answer_head_.data() + sent_bytes_,
                              static_cast<std::size_t>(answer_head_.size() - sent_bytes_)};
    }
    if (body_length > 0) {
      const std::uint64_t sent_of_body =
          sent_bytes_ > answer_head_.size() ? sent_bytes_ - answer_head_.size() : 0;
      // sendmsg does not write through the pointer; iovec has no const form.
      char* begin = const_cast<char*>(body->bytes->data()) + body->offset + sent_of_body;
      parts[parts_count++] = {begin, static_cast<std::size_t>(body_length - sent_of_body)};
    }
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = parts_count;
    const bool file_follows = std::holds_alternative<FileBody>(answer_body_);
    const ssize_t count =
        ::sendmsg(socket(), &message, MSG_NOSIGNAL | (file_follows ? MSG_MORE : 0));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return would_block(errno) ? Io::blocked : Io::ended;
    sent_bytes_ += static_cast<std::uint64_t>(count);
  }
  return Io::done;
}

Connection::Io Connection::send_file(const FileBody& body) {
  std::uint64_t step = 0;
  while (sent_bytes_ - answer_head_.size() < body.length) {
    if (step >= file_step_bytes) return Io::blocked;
    const std::uint64_t sent_of_body = sent_bytes_ - answer_head_.size();
    off_t offset = static_cast<off_t>(body.offset + sent_of_body);
    const std::uint64_t wanted = std::min(body.length - sent_of_body, file_step_bytes);
    const ssize_t count = ::sendfile(socket(), body.file->number(), &offset, wanted);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return would_block(errno) ? Io::blocked : Io::ended;
    if (count == 0)
      return Io::ended;  // The file has become shorter: the promised length cannot be kept.
    sent_bytes_ += static_cast<std::uint64_t>(count);
    step += static_cast<std::uint64_t>(count);
  }
  return Io::done;
}

void Connection::begin_waiting(Clock::time_point now) {
  enter(Phase::waiting, now);
  answer_head_.clear();
  answer_body_ = MemoryBody{};
  if (received_.empty()) received_.shrink_to_fit();
}

void Connection::begin_lingering(Clock::time_point now) {
  enter(Phase::lingering, now);
  answer_body_ = MemoryBody{};
  ::shutdown(socket(), SHUT_WR);
}

Connection::Io Connection::drain() {
  static thread_local std::array<char, 16 * 1024> buffer;
  const ssize_t count = ::recv(socket(), buffer.data(), buffer.size(), 0);
  if (count < 0) return would_block(errno) || errno == EINTR ? Io::blocked : Io::ended;
  drained_bytes_ += static_cast<std::uint64_t>(count);
  return count == 0 || drained_bytes_ > drained_bytes_max ? Io::ended : Io::done;
}

void Connection::reset_on_close() {
  const linger at_once{1, 0};
  ::setsockopt(socket(), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
}

}  // namespace http
