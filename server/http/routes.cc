#include "http/routes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <exception>

#include <fmt/format.h>
#include <httplib.h>
#include <spdlog/spdlog.h>

#include "base/text.h"
#include "http/field_text.h"

namespace http {
namespace {

/// A request in memory in the place of a socket; what the library writes is collected.
class MemoryStream final : public httplib::Stream {
 public:
  MemoryStream(std::string in, std::string client)
      : in_(std::move(in)), client_(std::move(client)) {}

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
  void get_remote_ip_and_port(std::string& address, int&) const override { address = client_; }
  void get_local_ip_and_port(std::string&, int&) const override {}
  socket_t socket() const override { return INVALID_SOCKET; }

  const std::string& written() const { return out_; }

 private:
  std::string in_, client_;
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

/// A form of a page is sent as browsers send forms without files.
constexpr std::string_view form_type = "application/x-www-form-urlencoded";

bool is_from_own_page(const httplib::Request& request) {
  const std::string host = request.get_header_value("Host");
  const std::string origin = request.get_header_value("Origin");
  const std::string fetch_site = request.get_header_value("Sec-Fetch-Site");
  return is_own_page({host, origin, fetch_site});
}

/// A quoted name of ASCII, and the name itself beside it (RFC 6266).
std::string disposition_of(const std::string& file_name) {
  std::string plain;
  for (const char sign : file_name)
    plain += sign >= ' ' && sign < 0x7f && sign != '"' && sign != '\\' ? sign : '_';
  return fmt::format("attachment; filename=\"{}\"; filename*=UTF-8''{}", plain,
                     base::url_encoded(file_name));
}

/// A file that somebody sent is saved, and never shown as a part of this site.
void set_file_name(const std::string& file_name, httplib::Response& response) {
  if (file_name.empty()) return;
  response.set_header("Content-Disposition", disposition_of(file_name));
  response.set_header("Content-Security-Policy", "sandbox");
}

void answer_page(const Page& page, const httplib::Request& request, httplib::Response& response) {
  const std::size_t question = request.target.find('?');
  const std::string_view target = request.target;
  const auto query = fields_from_form(question == std::string::npos ? std::string_view()
                                                                    : target.substr(question + 1));
  PageAsk ask;
  ask.is_form = request.method == "POST";
  if (ask.is_form && !request.get_header_value("Content-Type").starts_with(form_type))
    return answer_with_text(response, 415, "A form was expected.\n");
  const auto form = ask.is_form ? fields_from_form(request.body) : Fields();
  if (!query || !form)
    return answer_with_text(response, 400, "Fields of UTF-8 were expected, and fewer of them.\n");
  ask.query = *query;
  ask.form = *form;
  ask.client = request.remote_addr;
  ask.cookies = request.get_header_value("Cookie");
  ask.is_own_page = is_from_own_page(request);
  const PageAnswer answer = page(ask);
  response.status = answer.status;
  if (!answer.location.empty()) response.set_header("Location", answer.location);
  if (!answer.cookie.empty()) response.set_header("Set-Cookie", answer.cookie);
  if (answer.retry_after_seconds > 0)
    response.set_header("Retry-After", std::to_string(answer.retry_after_seconds));
  response.set_header("Cache-Control", "no-store");
  set_file_name(answer.file_name, response);
  response.set_content(answer.html, answer.media_type);
}

void answer_api(const Api& api, const httplib::Request& request, httplib::Response& response) {
  ApiAsk ask;
  ask.is_change = request.method == "POST";
  const std::string type = request.get_header_value("Content-Type");
  ask.media_type = base::trimmed(type.substr(0, type.find(';')));
  if (ask.is_change && !is_api_media_type(ask.media_type))
    return answer_with_text(response, 415, "JSON or the bytes of a file were expected.\n");
  if (ask.is_change && !is_from_own_page(request))
    return answer_with_text(response, 403, "Only a page of this site may ask for this.\n");
  const std::size_t question = request.target.find('?');
  const auto query = fields_from_form(question == std::string::npos
                                          ? std::string_view()
                                          : std::string_view(request.target).substr(question + 1));
  if (!query) return answer_with_text(response, 400, "Fields of UTF-8 were expected.\n");
  ask.query = *query;
  ask.body = request.body;
  ask.cookies = request.get_header_value("Cookie");
  ask.client = request.remote_addr;
  const ApiAnswer answer = api(ask);
  response.status = answer.status;
  response.set_header("Cache-Control", "no-store");
  if (!answer.cookie.empty()) response.set_header("Set-Cookie", answer.cookie);
  set_file_name(answer.file_name, response);
  response.set_content(answer.body, answer.media_type);
}

}  // namespace

class Routes::Guest final : public httplib::Server {
 public:
  Guest(ReadyCheck ready_check, std::vector<PageRoute> pages, std::vector<ApiRoute> apis) {
    add("/livez", [](const httplib::Request&, httplib::Response& response) {
      answer_with_text(response, 200, "alive\n");
    });
    add("/readyz",
        [check = std::move(ready_check)](const httplib::Request&, httplib::Response& response) {
          const std::string why_not = check();
          answer_with_text(response, why_not.empty() ? 200 : 503,
                           why_not.empty() ? "ready\n" : why_not + "\n");
        });
    for (PageRoute& route : pages)
      add_page(std::move(route));
    for (ApiRoute& route : apis)
      add_api(std::move(route));
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
    return is_page(path) || std::find(paths_.begin(), paths_.end(), path) != paths_.end();
  }
  bool is_page(std::string_view path) const {
    return std::find(page_paths_.begin(), page_paths_.end(), path) != page_paths_.end();
  }

  HttpOut answer(const HttpIn& in) {
    MemoryStream stream(bytes_from_http_in(in), in.client);
    bool is_closed = false;
    process_request(stream, in.client, 0, "", 0, true, is_closed, nullptr);
    return answer_from_bytes(stream.written());
  }

 private:
  void add(const std::string& path, Handler handler) {
    paths_.push_back(path);
    Get(path, std::move(handler));
  }

  void add_page(PageRoute route) {
    page_paths_.push_back(route.path);
    const auto handler = [page = std::move(route.page)](const httplib::Request& request,
                                                        httplib::Response& response) {
      answer_page(page, request, response);
    };
    Get(route.path, handler);
    Post(route.path, handler);
  }

  void add_api(ApiRoute route) {
    page_paths_.push_back(route.path);
    const auto handler = [api = std::move(route.api)](const httplib::Request& request,
                                                      httplib::Response& response) {
      answer_api(api, request, response);
    };
    Get(route.path, handler);
    Post(route.path, handler);
  }

  std::vector<std::string> paths_, page_paths_;
};

Routes::Routes(ReadyCheck ready_check, std::vector<PageRoute> pages, std::vector<ApiRoute> apis)
    : guest_(std::make_unique<Guest>(std::move(ready_check), std::move(pages), std::move(apis))) {}
Routes::~Routes() = default;
Routes::Routes(Routes&&) noexcept = default;
Routes& Routes::operator=(Routes&&) noexcept = default;

bool Routes::knows(std::string_view path) const { return guest_->knows(path); }
bool Routes::is_page(std::string_view path) const { return guest_->is_page(path); }

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
