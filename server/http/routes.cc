#include "http/routes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <exception>

#include <fmt/format.h>
#include <httplib.h>
#include <spdlog/spdlog.h>

#include "http/field_text.h"

namespace http {
namespace {

/// A request in memory in the place of a socket; what the library writes is collected.
class MemoryStream final : public httplib::Stream {
 public:
  explicit MemoryStream(std::string in) : in_(std::move(in)) {}

  bool is_readable() const override { return true; }
  bool is_writable() const override { return true; }
  ssize_t read(char* to, size_t size) override {
    const std::size_t count = std::min(size, in_.size() - read_);
    std::memcpy(to, in_.data() + read_, count);
    read_ += count;
    return static_cast<ssize_t>(count);
  }
  ssize_t write(const char* from, size_t size) override {
    out_.append(from, size);
    return static_cast<ssize_t>(size);
  }
  void get_remote_ip_and_port(std::string&, int&) const override {}
  void get_local_ip_and_port(std::string&, int&) const override {}
  socket_t socket() const override { return INVALID_SOCKET; }

  const std::string& written() const { return out_; }

 private:
  std::string in_;
  std::size_t read_ = 0;
  std::string out_;
};

/// The request written anew. Only the fields that routes use go through, so that none can pose as
/// one of those that the library adds itself ("REMOTE_ADDR").
std::string bytes_from_http_in(const HttpIn& in) {
  constexpr std::array<std::string_view, 8> passed = {
      "accept", "accept-language", "content-type",   "cookie",
      "host",   "origin",          "sec-fetch-site", "idempotency-key"};
  std::string bytes = fmt::format("{} {}{}{} HTTP/1.1\r\n", text_from_method(in.method), in.path,
                                  in.query.empty() ? "" : "?", in.query);
  for (const HeaderField& field : in.fields) {
    if (std::find(passed.begin(), passed.end(), field.name) == passed.end()) continue;
    bytes += fmt::format("{}: {}\r\n", field.name, field.value);
  }
  if (in.method == Method::post || in.method == Method::put) {
    bytes += fmt::format("content-length: {}\r\n", in.body.size());
  }
  return bytes + "\r\n" + in.body;
}

HttpOut failed_answer() {
  return plain_answer(500, "Something went wrong on our side. Please try again later.\n");
}

/// Takes apart what the library wrote. The connection is not its business: those lines are left
/// out.
HttpOut answer_from_bytes(const std::string& bytes) {
  constexpr std::string_view version = "HTTP/1.1 ";
  const std::size_t head_end = bytes.find("\r\n\r\n");
  HttpOut out;
  const char* status = bytes.data() + version.size();
  if (head_end == std::string::npos || bytes.compare(0, version.size(), version) != 0 ||
      std::from_chars(status, status + 3, out.status).ec != std::errc()) {
    return failed_answer();
  }
  out.fields = security_fields();
  std::string_view rest = std::string_view(bytes).substr(0, head_end + 2);
  rest.remove_prefix(rest.find("\r\n") + 2);
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find("\r\n") + 2);
    rest.remove_prefix(line.size());
    const std::string_view name = line.substr(0, line.find(':'));
    if (equals_ignoring_case(name, "connection") || equals_ignoring_case(name, "keep-alive")) {
      continue;
    }
    out.fields += line;
  }
  const std::size_t length = bytes.size() - head_end - 4;
  out.body = MemoryBody{std::make_shared<const std::string>(bytes, head_end + 4), 0, length};
  return out;
}

void answer_with_text(httplib::Response& response, int status, const std::string& text) {
  response.status = status;
  response.set_header("Cache-Control", "no-store");
  response.set_content(text, "text/plain; charset=utf-8");
}

}  // namespace

class Routes::Guest final : public httplib::Server {
 public:
  explicit Guest(ReadyCheck ready_check) {
    add("/livez", [](const httplib::Request&, httplib::Response& response) {
      answer_with_text(response, 200, "alive\n");
    });
    add("/readyz",
        [check = std::move(ready_check)](const httplib::Request&, httplib::Response& response) {
          const std::string why_not = check();
          answer_with_text(response, why_not.empty() ? 200 : 503,
                           why_not.empty() ? "ready\n" : why_not + "\n");
        });
    // The library's own answer to an exception names it in a header.
    set_exception_handler(
        [](const httplib::Request& request, httplib::Response& response, std::exception_ptr) {
          spdlog::error("A route failed: {}", request.path);
          answer_with_text(response, 500,
                           "Something went wrong on our side. Please try again later.\n");
        });
    set_error_handler([](const httplib::Request&, httplib::Response& response) {
      if (response.body.empty()) {
        answer_with_text(response, response.status,
                         fmt::format("{}.\n", reason_phrase(response.status)));
      }
    });
  }

  bool knows(std::string_view path) const {
    return std::find(paths_.begin(), paths_.end(), path) != paths_.end();
  }

  HttpOut answer(const HttpIn& in) {
    MemoryStream stream(bytes_from_http_in(in));
    bool is_closed = false;
    process_request(stream, "", 0, "", 0, true, is_closed, nullptr);
    return answer_from_bytes(stream.written());
  }

 private:
  void add(const std::string& path, Handler handler) {
    paths_.push_back(path);
    Get(path, std::move(handler));
  }

  std::vector<std::string> paths_;
};

Routes::Routes(ReadyCheck ready_check) : guest_(std::make_unique<Guest>(std::move(ready_check))) {}
Routes::~Routes() = default;
Routes::Routes(Routes&&) noexcept = default;
Routes& Routes::operator=(Routes&&) noexcept = default;

bool Routes::knows(std::string_view path) const { return guest_->knows(path); }

HttpOut Routes::answer(const HttpIn& in) const {
  // No exception of the library leaves this room.
  try {
    return guest_->answer(in);
  } catch (const std::exception& failure) {
    spdlog::error("The route {} failed: {}", in.path, failure.what());
    return failed_answer();
  }
}

}  // namespace http
