#include "http/guard.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "http/field_text.h"

namespace http {
namespace {

using MaybeRefusal = std::optional<Refusal>;

/// RFC 9110 5.6.2: what names of methods and fields are made of.
constexpr bool is_token_char(char c) {
  return is_digit(c) || is_letter(c) ||
         std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

constexpr bool is_path_char(char c) {
  return is_digit(c) || is_letter(c) || c == '/' || c == '_' || c == '.' || c == '-';
}

constexpr int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  const char small = lower(c);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

/// Lines end in CR LF and in nothing else, and hold no control byte: a proxy before us may take a
/// lone LF or a NUL for the end of a line, or not.
MaybeRefusal refusal_from_bytes(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    if (c == '\r') {
      if (i + 1 < bytes.size() && bytes[i + 1] != '\n') {
        return Refusal{400, "A carriage return stands alone in the request head."};
      }
    } else if (c == '\n') {
      if (i == 0 || bytes[i - 1] != '\r') {
        return Refusal{400, "A line of the request head does not end in CR LF."};
      }
    } else if ((c < 0x20 && c != '\t') || c == 0x7f) {
      return Refusal{400, "A control byte stands in the request head."};
    }
  }
  return std::nullopt;
}

MaybeRefusal read_method(std::string_view text, HttpIn& in) {
  constexpr std::array methods = {Method::get, Method::head, Method::post, Method::put,
                                  Method::del};
  for (const Method method : methods) {
    if (text == text_from_method(method)) {
      in.method = method;
      return std::nullopt;
    }
  }
  if (text.empty() || !std::all_of(text.begin(), text.end(), is_token_char)) {
    return Refusal{400, "The request line does not begin with a method."};
  }
  return Refusal{405, "This method is not used here."};
}

MaybeRefusal refusal_from_path(std::string_view path, const GuardLimits& limits) {
  if (path.empty() || path.front() != '/') {
    return Refusal{400, "The request target does not begin with a slash."};
  }
  if (path.size() > limits.path_bytes_max) return Refusal{414, "The path is too long."};
  if (!std::all_of(path.begin(), path.end(), is_path_char)) {
    return Refusal{400, "The path holds a character that no address of this site has."};
  }
  if (path.find("..") != std::string_view::npos || path.find("//") != std::string_view::npos) {
    return Refusal{400, "The path holds \"..\" or \"//\"."};
  }
  return std::nullopt;
}

/// Escapes stay as they are, but must be whole and must not hide a control byte.
MaybeRefusal refusal_from_query(std::string_view query, const GuardLimits& limits) {
  if (query.size() > limits.query_bytes_max) return Refusal{414, "The query is too long."};
  for (std::size_t i = 0; i < query.size(); ++i) {
    const char c = query[i];
    if (c <= ' ' || c > '~' || c == '#') {
      return Refusal{400, "The query holds a character that must be percent-encoded."};
    }
    if (c != '%') continue;
    const int high = i + 2 < query.size() ? hex_value(query[i + 1]) : -1;
    const int low = i + 2 < query.size() ? hex_value(query[i + 2]) : -1;
    if (high < 0 || low < 0) return Refusal{400, "The query holds a broken percent escape."};
    if (const int byte = high * 16 + low; byte < 0x20 || byte == 0x7f) {
      return Refusal{400, "The query holds an escaped control byte."};
    }
  }
  return std::nullopt;
}

/// "GET /id/?urut=jumlah HTTP/1.1"
MaybeRefusal read_request_line(std::string_view line, const GuardLimits& limits, HttpIn& in) {
  const std::size_t first = line.find(' ');
  const std::size_t last = line.rfind(' ');
  if (first == std::string_view::npos || first == last) {
    return Refusal{400, "The request line does not have three parts."};
  }
  if (const auto refusal = read_method(line.substr(0, first), in)) return refusal;

  const std::string_view version = line.substr(last + 1);
  if (version != "HTTP/1.1" && version != "HTTP/1.0") {
    return Refusal{400, "The protocol is not HTTP/1.1."};
  }
  in.wants_close = version == "HTTP/1.0";

  const std::string_view target = line.substr(first + 1, last - first - 1);
  const std::size_t mark = target.find('?');
  const std::string_view path = target.substr(0, mark);
  const std::string_view query =
      mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1);
  if (const auto refusal = refusal_from_path(path, limits)) return refusal;
  if (const auto refusal = refusal_from_query(query, limits)) return refusal;
  in.path = path;
  in.query = query;
  return std::nullopt;
}

MaybeRefusal read_field(std::string_view line, HttpIn& in) {
  if (line.front() == ' ' || line.front() == '\t') {
    return Refusal{400, "A header field is folded over two lines."};
  }
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) {
    return Refusal{400, "A header field has no name."};
  }
  // Also refuses white space before the colon, which proxies read in several ways.
  const std::string_view name = line.substr(0, colon);
  if (!std::all_of(name.begin(), name.end(), is_token_char)) {
    return Refusal{400, "The name of a header field holds a character that is not allowed."};
  }
  HeaderField field{std::string(name), std::string(without_blanks(line.substr(colon + 1)))};
  std::transform(field.name.begin(), field.name.end(), field.name.begin(), lower);
  in.fields.push_back(std::move(field));
  return std::nullopt;
}

bool is_host(std::string_view value) {
  return !value.empty() && value.size() <= 255 &&
         std::all_of(value.begin(), value.end(), [](char c) {
           return is_digit(c) || is_letter(c) ||
                  std::string_view(".-_:[]").find(c) != std::string_view::npos;
         });
}

std::size_t body_bytes_max_of(const HttpIn& in, const GuardLimits& limits) {
  if (in.method != Method::post) return limits.body_bytes_max;
  for (const LargeBody& large : limits.large_bodies)
    if (large.path == in.path) return large.bytes_max;
  return limits.body_bytes_max;
}

/// Fields that decide where this request ends and the next begins, and those that ask for a
/// protocol that is not spoken here.
MaybeRefusal read_framing(const GuardLimits& limits, Head& head) {
  const std::size_t bytes_max = body_bytes_max_of(head.in, limits);
  int hosts = 0, lengths = 0;
  for (const HeaderField& field : head.in.fields) {
    if (field.name == "host") {
      ++hosts;
      if (!is_host(field.value)) return Refusal{400, "The Host field is not the name of a host."};
    } else if (field.name == "content-length") {
      ++lengths;
      if (field.value.empty() || !std::all_of(field.value.begin(), field.value.end(), is_digit)) {
        return Refusal{400, "The Content-Length is not a number."};
      }
      // Ten digits and more are beyond every limit, and beyond what the addition below can hold.
      std::size_t bytes = field.value.size() > 9 ? bytes_max + 1 : 0;
      if (bytes == 0) {
        for (const char digit : field.value)
          bytes = bytes * 10 + static_cast<unsigned>(digit - '0');
      }
      head.body_bytes = bytes;
    } else if (field.name == "transfer-encoding") {
      return Refusal{400, "Transfer codings are not accepted; send a Content-Length."};
    } else if (field.name == "content-encoding") {
      return Refusal{415, "Compressed requests are not accepted."};
    } else if (field.name == "expect") {
      return Refusal{417, "Expectations are not met here; send the body at once."};
    } else if (field.name == "upgrade") {
      return Refusal{400, "No other protocol is spoken here."};
    }
  }
  if (hosts != 1) return Refusal{400, "The request does not have exactly one Host field."};
  if (lengths > 1) return Refusal{400, "The request has more than one Content-Length."};
  if (head.body_bytes > bytes_max) return Refusal{413, "The body is too large."};

  const bool takes_body = head.in.method == Method::post || head.in.method == Method::put;
  if (takes_body && lengths == 0) return Refusal{411, "The request lacks a Content-Length."};
  if (!takes_body && head.body_bytes > 0) {
    return Refusal{400, "A request of this method must not have a body."};
  }
  return std::nullopt;
}

void read_connection(HttpIn& in) {
  for (const HeaderField& field : in.fields) {
    if (field.name != "connection") continue;
    for (const std::string_view part : base::split(field.value, ',')) {
      if (equals_ignoring_case(without_blanks(part), "close")) in.wants_close = true;
    }
  }
}

}  // namespace

HeadOutcome head_from_bytes(std::string_view bytes, const GuardLimits& limits) {
  const std::size_t end = bytes.substr(0, limits.head_bytes_max).find("\r\n\r\n");
  const bool is_complete = end != std::string_view::npos;
  const std::size_t head_bytes =
      is_complete ? end + 4 : std::min(bytes.size(), limits.head_bytes_max);
  if (const auto refusal = refusal_from_bytes(bytes.substr(0, head_bytes))) return *refusal;
  if (!is_complete) {
    if (bytes.size() < limits.head_bytes_max) return NeedsMore{};
    return Refusal{431, "The request head is too long."};
  }

  Head head;
  head.bytes = head_bytes;
  std::string_view rest = bytes.substr(0, end + 2);
  const auto next_line = [&rest] {
    const std::size_t length = rest.find("\r\n");
    const std::string_view line = rest.substr(0, length);
    rest.remove_prefix(length + 2);
    return line;
  };
  if (const auto refusal = read_request_line(next_line(), limits, head.in)) return *refusal;
  while (!rest.empty()) {
    if (head.in.fields.size() == limits.fields_max) {
      return Refusal{431, "The request has too many header fields."};
    }
    if (const auto refusal = read_field(next_line(), head.in)) return *refusal;
  }
  if (const auto refusal = read_framing(limits, head)) return *refusal;
  read_connection(head.in);
  return head;
}

}  // namespace http
