#include "http/http_out.h"

#include <ctime>

#include <fmt/format.h>

#include "base/variant.h"

namespace http {
namespace {

constexpr std::string_view security_text =
    "Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; "
    "connect-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "object-src 'none'; require-trusted-types-for 'script'; trusted-types lumbung\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: strict-origin-when-cross-origin\r\n"
    "Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Permissions-Policy: accelerometer=(), autoplay=(), camera=(), display-capture=(), "
    "encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), "
    "microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), "
    "screen-wake-lock=(), usb=(), xr-spatial-tracking=()\r\n";

}  // namespace

std::uint64_t HttpOut::body_bytes() const {
  return std::visit(base::on{[](const MemoryBody& held) { return std::uint64_t{held.length}; },
                             [](const FileBody& held) { return held.length; }},
                    body);
}

std::string_view reason_phrase(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 206:
      return "Partial Content";
    case 304:
      return "Not Modified";
    case 308:
      return "Permanent Redirect";
    case 400:
      return "Bad Request";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 406:
      return "Not Acceptable";
    case 408:
      return "Request Timeout";
    case 411:
      return "Length Required";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 415:
      return "Unsupported Media Type";
    case 416:
      return "Range Not Satisfiable";
    case 417:
      return "Expectation Failed";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 503:
      return "Service Unavailable";
    default:
      return "Unknown";
  }
}

std::string_view security_fields() { return security_text; }

HttpOut plain_answer(int status, std::string text, std::string_view more_fields) {
  HttpOut out;
  out.status = status;
  out.fields = fmt::format(
      "{}Content-Type: text/plain; charset=utf-8\r\nCache-Control: no-store\r\n"
      "Content-Length: {}\r\n{}",
      security_text, text.size(), more_fields);
  const std::size_t length = text.size();
  out.body = MemoryBody{std::make_shared<const std::string>(std::move(text)), 0, length};
  return out;
}

HttpOut answer_from_refusal(const Refusal& refusal) {
  HttpOut out = plain_answer(refusal.status, fmt::format("{}\n", refusal.reason),
                             refusal.status == 405 ? "Allow: GET, HEAD\r\n" : "");
  out.closes = true;
  return out;
}

HttpOut busy_answer() {
  HttpOut out = plain_answer(503, "The server is busy. Please try again in a few seconds.\n",
                             "Retry-After: 5\r\n");
  out.closes = true;
  return out;
}

std::string head_from_answer(const HttpOut& out, std::string_view date, bool closes) {
  return fmt::format("HTTP/1.1 {} {}\r\nDate: {}\r\n{}{}\r\n", out.status,
                     reason_phrase(out.status), date, out.fields,
                     closes ? "Connection: close\r\n" : "");
}

std::string text_from_http_date(std::int64_t seconds_since_epoch) {
  // strftime would write the names in the language of the process.
  static constexpr const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                           "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::time_t time = seconds_since_epoch;
  std::tm utc{};
  gmtime_r(&time, &utc);
  return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT", days[utc.tm_wday], utc.tm_mday,
                     months[utc.tm_mon], utc.tm_year + 1900, utc.tm_hour, utc.tm_min, utc.tm_sec);
}

}  // namespace http
