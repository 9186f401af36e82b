// Pages that are computed when they are asked for: the seam between the library's routes and
// whoever makes the pages.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace http {

/// Names and values, decoded, in the order in which they were sent; a name may come often.
using Fields = std::vector<std::pair<std::string, std::string>>;

/// "a=1&b=x+y" as a form sends it (application/x-www-form-urlencoded). Nothing where there are more
/// than `fields_max` fields, or a name or value is not UTF-8.
std::optional<Fields> fields_from_form(std::string_view text);
inline constexpr std::size_t fields_max = 300;

struct PageAsk {
  bool is_form = false;      ///< Sent (POST), not only opened.
  Fields query;              ///< Behind the '?'.
  Fields form;               ///< What was sent.
  std::string client;        ///< Whose connection it is: for limits, never for a log.
  std::string cookies = {};  ///< The field as it was sent.
  bool is_own_page = false;  ///< A page of this very site sent it (http/api.h).
};

struct PageAnswer {
  int status = 200;
  std::string html;  ///< Or what `media_type` says.
  std::string media_type = "text/html; charset=utf-8";
  std::string location = {};   ///< Where to go instead, with a status of 303.
  std::string cookie = {};     ///< To be kept, a whole Set-Cookie; empty: none.
  std::string file_name = {};  ///< The browser saves the answer under it; empty: it is read.
  std::int64_t retry_after_seconds = 0;  ///< With a status of 429 or 503; 0: not said.
};

/// May be asked by several threads at a time.
using Page = std::function<PageAnswer(const PageAsk&)>;

struct PageRoute {
  std::string path;  ///< "/id/permintaan/", letter by letter.
  Page page;
};

}  // namespace http
