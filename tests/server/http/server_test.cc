#include "http/server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include <catch2/catch_test_macros.hpp>

#include "support/temporary_folder.h"

namespace {

using http::HttpIn;
using http::HttpOut;
using namespace std::chrono_literals;

/// Answers "/quick" at once with the method, path and body, "/client" with who asks, all else by a
/// worker that waits for `let_go`.
class FakeResponder final : public http::Responder {
 public:
  std::optional<HttpOut> answer_at_once(const HttpIn& in) override {
    if (in.path == "/large") return large();
    if (in.path == "/client")
      return http::plain_answer(200, in.client + (in.is_from_loopback ? " here" : " elsewhere"));
    if (in.path != "/quick") return std::nullopt;
    return http::plain_answer(
        200, std::string(http::text_from_method(in.method)) + " " + in.path + " " + in.body);
  }
  HttpOut answer_with_work(const HttpIn&) override {
    std::unique_lock lock(mutex_);
    may_go_.wait(lock, [this] { return is_let_go_; });
    return http::plain_answer(200, "worked");
  }
  void let_go() {
    {
      const std::lock_guard lock(mutex_);
      is_let_go_ = true;
    }
    may_go_.notify_all();
  }

  static constexpr std::size_t large_bytes = 16 * 1024 * 1024;

 private:
  /// More than the kernel keeps for a client that does not read.
  static HttpOut large() { return http::plain_answer(200, std::string(large_bytes, 'x')); }

  std::mutex mutex_;
  std::condition_variable may_go_;
  bool is_let_go_ = false;
};

/// A server on a free port, running until the end of the test.
class Running {
 public:
  explicit Running(http::ServerSettings settings = {}) {
    auto server = http::Server::listening(settings, responder_);
    REQUIRE(server);
    server_ = *std::move(server);
    thread_ = std::thread([this] { server_->run(); });
  }
  ~Running() {
    responder_.let_go();
    stop();
  }

  void begin_stop() { server_->stop(); }
  void stop() {
    begin_stop();
    if (thread_.joinable()) thread_.join();
  }

  FakeResponder& responder() { return responder_; }
  std::uint16_t port() const { return server_->port(); }

 private:
  FakeResponder responder_;
  std::unique_ptr<http::Server> server_;
  std::thread thread_;
};

/// A client that speaks bytes.
class Client {
 public:
  explicit Client(const Running& server) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(server.port());
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
  }
  ~Client() { ::close(socket_); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  void send(const std::string& bytes) {
    REQUIRE(::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
            static_cast<ssize_t>(bytes.size()));
  }
  void get(const std::string& path, const std::string& fields = "") {
    send("GET " + path + " HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n");
  }
  void end_sending() { ::shutdown(socket_, SHUT_WR); }

  /// Reads until `end` has come, or the server has closed.
  std::string read_until(const std::string& end) {
    while (received_.find(end) == std::string::npos && read_more()) {
    }
    const std::size_t at = received_.find(end);
    const std::size_t length = at == std::string::npos ? received_.size() : at + end.size();
    const std::string text = received_.substr(0, length);
    received_.erase(0, length);
    return text;
  }
  std::string read_all() {
    while (read_more()) {
    }
    return std::exchange(received_, "");
  }

 private:
  bool read_more() {
    char buffer[65536];
    const ssize_t count = ::recv(socket_, buffer, sizeof buffer, 0);
    if (count > 0) received_.append(buffer, static_cast<std::size_t>(count));
    return count > 0;
  }

  int socket_;
  std::string received_;
};

}  // namespace

TEST_CASE("a client behind a proxy on this machine is counted for itself") {
  const Running server;
  Client client(server);
  client.get("/client");
  CHECK(client.read_until("\r\n\r\n7f000001 here").ends_with("7f000001 here"));
  client.get("/client", "X-Forwarded-For: 192.0.2.7\r\n");
  CHECK(client.read_until("elsewhere").ends_with("c0000207 elsewhere"));
}

TEST_CASE("requests on one connection are answered in order, also where they come at once") {
  Running server;
  Client client(server);
  client.send(
      "GET /quick HTTP/1.1\r\nHost: a\r\n\r\n"
      "POST /quick HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc"
      "GET /quick HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  CHECK(client.read_until("GET /quick ").find("HTTP/1.1 200 OK\r\n") == 0);
  CHECK(client.read_until("POST /quick abc").find("HTTP/1.1 200 OK\r\n") == 0);
  CHECK(client.read_all().find("Connection: close\r\n") != std::string::npos);
}

TEST_CASE("a request that comes byte by byte is put together") {
  Running server;
  Client client(server);
  for (const char byte :
       std::string("POST /quick HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nab")) {
    client.send(std::string(1, byte));
  }
  CHECK(client.read_until("POST /quick ab").ends_with("POST /quick ab"));
}

TEST_CASE("a body arrives whole at every length up to the limit") {
  Running server;
  Client client(server);
  for (const std::size_t length : {0u, 1u, 16383u, 16384u, 16385u, 65535u, 65536u}) {
    const std::string body(length, 'b');
    client.send("POST /quick HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(length) +
                "\r\n\r\n" + body);
    const std::string expected = "\r\n\r\nPOST /quick " + body;
    CHECK(client.read_until(expected).ends_with(expected));
  }
}

TEST_CASE("a client that has said all it wants still gets its answer") {
  Running server;
  Client client(server);
  client.get("/quick");
  client.end_sending();
  CHECK(client.read_all().ends_with("GET /quick "));
}

TEST_CASE("a refusal is sent and the connection closed, though more has come") {
  Running server;
  Client client(server);
  client.send("GET /../ HTTP/1.1\r\nHost: a\r\n\r\n" + std::string(100'000, 'x'));
  const std::string answer = client.read_all();
  CHECK(answer.find("HTTP/1.1 400 Bad Request\r\n") == 0);
  CHECK(answer.find("HTTP/1.1", 1) == std::string::npos);
}

TEST_CASE("HEAD is answered with the length and without the body") {
  Running server;
  Client client(server);
  client.send("HEAD /quick HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  const std::string answer = client.read_all();
  CHECK(answer.find("Content-Length: 12\r\n") != std::string::npos);
  CHECK(answer.ends_with("\r\n\r\n"));
}

TEST_CASE("a head that does not come in time is refused") {
  http::ServerSettings settings;
  settings.head_time = 20ms;
  Running server(settings);
  Client begun(server), silent(server);
  begun.send("GET /quick HTTP/1.1\r\n");
  CHECK(begun.read_all().find("HTTP/1.1 408 Request Timeout\r\n") == 0);
  CHECK(silent.read_all().empty());
}

TEST_CASE("a body that does not come in time is refused") {
  http::ServerSettings settings;
  settings.whole_time = 20ms;
  Running server(settings);
  Client client(server);
  client.send("POST /quick HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab");
  CHECK(client.read_all().find("HTTP/1.1 408 Request Timeout\r\n") == 0);
}

TEST_CASE("a connection that is no longer used is closed") {
  http::ServerSettings settings;
  settings.idle_time = 20ms;
  Running server(settings);
  Client client(server);
  client.get("/quick");
  CHECK(client.read_all().ends_with("GET /quick "));
}

TEST_CASE("a client that does not read is cut off") {
  http::ServerSettings settings;
  settings.send_time = 20ms;
  settings.send_bytes_per_second_min = 1'000'000'000;
  Running server(settings);
  Client slow(server);
  slow.get("/large");
  // While the slow one holds its answer, others are served; then it is cut off, and so reads less
  // than it was promised.
  Client other(server);
  other.get("/quick", "Connection: close\r\n");
  CHECK(other.read_all().ends_with("GET /quick "));
  server.stop();
  CHECK(slow.read_all().size() < FakeResponder::large_bytes);
}

TEST_CASE("a large answer is sent whole to a client that reads it") {
  Running server;
  Client client(server);
  client.get("/large", "Connection: close\r\n");
  const std::string answer = client.read_all();
  CHECK(answer.size() - answer.find("\r\n\r\n") - 4 == FakeResponder::large_bytes);
}

TEST_CASE("work beyond the queue is turned away with 503, and what is in it is answered") {
  http::ServerSettings settings;
  settings.workers_count = 1;
  settings.queue_max = 1;
  Running server(settings);
  // One is worked on and one waits; which of the three is turned away depends on how soon the
  // worker takes the first.
  Client first(server), second(server), third(server);
  for (Client* client : {&first, &second, &third})
    client->get("/slow", "Connection: close\r\n");
  Client probe(server);
  probe.get("/quick", "Connection: close\r\n");
  CHECK(probe.read_all().ends_with("GET /quick "));
  server.responder().let_go();
  int worked = 0, turned_away = 0;
  for (Client* client : {&first, &second, &third}) {
    const std::string answer = client->read_all();
    worked += answer.ends_with("worked");
    turned_away += answer.find("HTTP/1.1 503 Service Unavailable\r\n") == 0 &&
                   answer.find("Retry-After: 5\r\n") != std::string::npos;
  }
  CHECK(worked + turned_away == 3);
  CHECK(worked >= 1);
}

TEST_CASE("a client beyond the limit is told to come again") {
  http::ServerSettings settings;
  settings.connections_per_address_max = 1;
  Running server(settings);
  Client first(server);
  first.get("/slow", "Connection: close\r\n");  // Busy, so that it cannot be pushed out.
  Client second(server);
  CHECK(second.read_all().find("HTTP/1.1 503 Service Unavailable\r\n") == 0);
  server.responder().let_go();
  CHECK(first.read_all().ends_with("worked"));
}

TEST_CASE("silent connections give way to those who have something to ask") {
  http::ServerSettings settings;
  settings.connections_max = 1;
  settings.head_time = 60s;
  Running server(settings);
  Client silent(server);
  // Newcomers are turned away until the silent one has had its fair time.
  std::string answer;
  while (answer.find("HTTP/1.1 200 OK\r\n") != 0) {
    Client client(server);
    client.get("/quick", "Connection: close\r\n");
    answer = client.read_all();
  }
  CHECK(silent.read_all().empty());
}

TEST_CASE("a stopped server finishes the work under way and takes nothing new") {
  Running server;
  Client client(server);
  client.get("/slow");
  Client probe(server);
  probe.get("/quick");
  probe.read_until("GET /quick ");
  server.begin_stop();
  server.responder().let_go();
  const std::string answer = client.read_all();
  CHECK(answer.ends_with("worked"));
  CHECK(answer.find("Connection: close\r\n") != std::string::npos);
}

TEST_CASE("a stopped server does not wait for ever for work that does not end") {
  http::ServerSettings settings;
  settings.ending_time = 20ms;
  Running server(settings);
  Client client(server);
  client.get("/slow");
  Client probe(server);
  probe.get("/quick");
  probe.read_until("GET /quick ");
  server.stop();
  CHECK(client.read_all().empty());
}

TEST_CASE("an address that is none, and a port that is taken, are told") {
  FakeResponder responder;
  http::ServerSettings settings;
  settings.address = "localhost";
  CHECK(http::Server::listening(settings, responder).error().code == base::ErrorCode::invalid);
  Running server;
  settings.address = "127.0.0.1";
  settings.port = server.port();
  CHECK(http::Server::listening(settings, responder).error().code == base::ErrorCode::unavailable);
}

TEST_CASE("no more large bodies are on their way at a time than there are places for") {
  http::ServerSettings settings;
  settings.limits.large_bodies = {{"/quick", 1'000'000}};
  settings.large_bodies_max = 1;
  Running server(settings);
  const std::string head = "POST /quick HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n";
  Client first(server), second(server);
  first.send(head + "x");
  second.send("GET /quick HTTP/1.1\r\nHost: a\r\n\r\n");
  second.read_until("\r\n\r\n");  // By now the server has read the first one's head.
  second.send(head);
  CHECK(second.read_all().find("HTTP/1.1 503") != std::string::npos);

  first.send(std::string(99'999, 'x'));
  CHECK(first.read_until("\r\n").starts_with("HTTP/1.1 200"));
  Client third(server);
  third.send(head + std::string(100'000, 'x'));
  CHECK(third.read_until("\r\n").starts_with("HTTP/1.1 200"));
}
