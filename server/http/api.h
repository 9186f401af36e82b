// Answers for programs that are computed when they are asked for: JSON and files, beside the pages
// of http/page.h. What changes something is refused unless a page of this very site sends it.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "http/page.h"

namespace http {

struct ApiAsk {
  bool is_change = false;  ///< POST: something is to happen.
  Fields query;
  std::string media_type;  ///< Of the body, without parameters: "application/json".
  std::string body;
  std::string cookies;  ///< The field as it was sent.
  std::string client;
};

struct ApiAnswer {
  int status = 200;
  std::string body;
  std::string media_type = "application/json";
  std::string cookie;     ///< To be kept, a whole Set-Cookie; empty: none.
  std::string file_name;  ///< The browser saves the answer under it; empty: it is read.
};

/// May be asked by several threads at a time.
using Api = std::function<ApiAnswer(const ApiAsk&)>;

struct ApiRoute {
  std::string path;  ///< "/api/office/queue", letter by letter.
  Api api;
  std::size_t body_bytes_max = 0;  ///< Of a POST; 0: as everywhere.
};

/// What a browser says of where a request comes from.
struct Sender {
  std::string_view host;        ///< The Host field: who was asked.
  std::string_view origin;      ///< The Origin field: whose page asks.
  std::string_view fetch_site;  ///< Sec-Fetch-Site; browsers of 2023 and later send it.
};

/// True where a page of this very site asks. A browser names the origin with every POST, so one
/// that is missing, or "null", is foreign.
bool is_own_page(const Sender& sender);

/// The media types that a change may have: none that a form of a foreign page can send.
bool is_api_media_type(std::string_view media_type);

/// The value of a cookie; empty where there is none, and where it is sent twice.
std::string cookie_value(std::string_view cookies, std::string_view name);

}  // namespace http
