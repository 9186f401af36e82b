// A request as the guard hands it on: complete, and within every limit. Nothing here is decoded.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace http {

enum class Method { get, head, post, put, del };

/// "GET", "HEAD"…
std::string_view text_from_method(Method method);

struct HeaderField {
  std::string name;  ///< In lower case.
  std::string value;
};

struct HttpIn {
  Method method = Method::get;
  std::string path;  ///< "/id/tabel/penduduk/": begins with '/', never has "..", "//" or an escape.
  std::string query;  ///< Behind the '?', still percent-encoded.
  std::vector<HeaderField> fields;
  std::string body;
  bool wants_close = false;  ///< The client said so, or speaks HTTP/1.0.
  // Set by the server, by what its connection and its trusted proxies say.
  bool is_from_loopback = false;
  std::string client;  ///< Tells clients apart, as Peer::key, in hexadecimal digits.

  /// The value of the field with this name (lower case). Empty where there is none, and where there
  /// are several: a client that says two things is not guessed at.
  std::string_view field(std::string_view name) const;
};

}  // namespace http
