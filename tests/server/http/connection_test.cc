#include "http/connection.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "support/temporary_folder.h"

namespace {

using http::Connection;
using http::HttpIn;
using http::NeedsMore;
using Io = Connection::Io;
using Phase = Connection::Phase;

const http::GuardLimits limits;
const http::Clock::time_point start{};

/// A connection and the client at its other end.
class Pair {
 public:
  Pair() {
    REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends_.data()) == 0);
    connection_.emplace(publish::Descriptor(ends_[0]), http::Peer{"peer", true}, start);
  }
  ~Pair() { hang_up(); }

  Connection& connection() { return *connection_; }
  void say(const std::string& bytes) {
    REQUIRE(::write(ends_[1], bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
  }
  std::string hear() {
    std::string bytes(1 << 20, '\0');
    const ssize_t count = ::read(ends_[1], bytes.data(), bytes.size());
    bytes.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
    return bytes;
  }
  void hang_up() {
    if (ends_[1] >= 0) ::close(ends_[1]);
    ends_[1] = -1;
  }

 private:
  std::array<int, 2> ends_{};
  std::optional<Connection> connection_;
};

http::HttpOut answer_of(const std::string& body) {
  http::HttpOut out;
  out.fields = "Content-Length: " + std::to_string(body.size()) + "\r\n";
  out.body = http::MemoryBody{std::make_shared<const std::string>(body), 0, body.size()};
  return out;
}

}  // namespace

TEST_CASE("a connection waits, reads, and hands out the request when it is whole") {
  Pair pair;
  Connection& connection = pair.connection();
  CHECK(connection.receive(start) == Io::blocked);
  CHECK(connection.phase() == Phase::waiting);

  pair.say("POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nab");
  CHECK(connection.receive(start) == Io::done);
  CHECK(connection.phase() == Phase::reading);
  CHECK(std::holds_alternative<NeedsMore>(connection.next_request(limits, start)));
  CHECK(connection.has_head());

  pair.say("cGET /b");
  CHECK(connection.receive(start) == Io::done);
  const auto next = connection.next_request(limits, start);
  REQUIRE(std::holds_alternative<HttpIn>(next));
  CHECK(std::get<HttpIn>(next).path == "/a");
  CHECK(std::get<HttpIn>(next).body == "abc");
  CHECK(std::holds_alternative<NeedsMore>(connection.next_request(limits, start)));
}

TEST_CASE("the time of a request begins with its first byte, also where it has come already") {
  Pair pair;
  Connection& connection = pair.connection();
  const auto later = start + std::chrono::seconds(3);
  pair.say("GET / HTTP/1.1\r\nHost: a\r\n\r\nGET /");
  REQUIRE(connection.receive(start) == Io::done);
  REQUIRE(std::holds_alternative<HttpIn>(connection.next_request(limits, start)));
  connection.begin_waiting(later);
  CHECK(std::holds_alternative<NeedsMore>(connection.next_request(limits, later)));
  CHECK(connection.phase() == Phase::reading);
  CHECK(connection.since() == later);
}

TEST_CASE("a client that is gone is noticed") {
  Pair pair;
  pair.hang_up();
  CHECK(pair.connection().receive(start) == Io::ended);
}

TEST_CASE("an answer is sent with its head, and without its body where HEAD was asked") {
  Pair pair;
  Connection& connection = pair.connection();
  connection.begin_answer(answer_of("body"), "now", false, true, start);
  CHECK(connection.send() == Io::done);
  CHECK_FALSE(connection.closes());
  CHECK(pair.hear() == "HTTP/1.1 200 OK\r\nDate: now\r\nContent-Length: 4\r\n\r\nbody");

  connection.begin_answer(answer_of("body"), "now", true, false, start);
  CHECK(connection.send() == Io::done);
  CHECK(connection.closes());
  CHECK(pair.hear() ==
        "HTTP/1.1 200 OK\r\nDate: now\r\nContent-Length: 4\r\nConnection: close\r\n\r\n");
}

TEST_CASE("what does not fit into the socket is sent later, byte for byte") {
  std::string body(4'000'000, 'x');
  for (std::size_t i = 0; i < body.size(); ++i)
    body[i] = static_cast<char>('a' + i % 23);
  Pair pair;
  Connection& connection = pair.connection();
  connection.begin_answer(answer_of(body), "now", false, true, start);
  CHECK(connection.send() == Io::blocked);
  CHECK(connection.sent_bytes() > 0);
  std::string heard = pair.hear();
  while (connection.send() == Io::blocked)
    heard += pair.hear();
  for (std::string more = pair.hear(); !more.empty(); more = pair.hear())
    heard += more;
  CHECK(heard.substr(heard.find("\r\n\r\n") + 4) == body);
}

TEST_CASE("a stretch of a file is sent from the disk") {
  support::TemporaryFolder folder;
  folder.write("file", "0123456789");
  auto file = publish::open_to_read(folder.path() / "file");
  REQUIRE(file);
  http::HttpOut out;
  out.body = http::FileBody{std::make_shared<const publish::Descriptor>(*std::move(file)), 3, 4};
  Pair pair;
  pair.connection().begin_answer(std::move(out), "now", false, true, start);
  CHECK(pair.connection().send() == Io::done);
  CHECK(pair.hear().ends_with("\r\n\r\n3456"));
}

TEST_CASE("a file that has become shorter ends the connection, since its length is promised") {
  support::TemporaryFolder folder;
  folder.write("file", "0123");
  auto file = publish::open_to_read(folder.path() / "file");
  REQUIRE(file);
  http::HttpOut out;
  out.body = http::FileBody{std::make_shared<const publish::Descriptor>(*std::move(file)), 0, 10};
  Pair pair;
  pair.connection().begin_answer(std::move(out), "now", false, true, start);
  CHECK(pair.connection().send() == Io::ended);
}

TEST_CASE("a closed side still takes the client's last bytes, but not for ever") {
  Pair pair;
  Connection& connection = pair.connection();
  connection.begin_lingering(start);
  CHECK(connection.drain() == Io::blocked);
  pair.say("more");
  CHECK(connection.drain() == Io::done);
  Io io = Io::done;
  for (int i = 0; i < 100 && io == Io::done; ++i) {
    pair.say(std::string(16 * 1024, 'x'));
    io = connection.drain();
  }
  CHECK(io == Io::ended);
}
