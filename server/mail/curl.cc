#include "mail/curl.h"

namespace mail {

CurlHandle new_curl() {
  // Not safe beside other threads in this libcurl, so once and early; statics are made one by one.
  static const bool is_started = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
  if (!is_started) return nullptr;
  CurlHandle handle(curl_easy_init());
  if (handle) {
    // Threads and signals do not go together.
    curl_easy_setopt(handle.get(), CURLOPT_NOSIGNAL, 1L);
    // The settings name the server; what the environment says about proxies is for other programs.
    curl_easy_setopt(handle.get(), CURLOPT_PROXY, "");
  }
  return handle;
}

void set_patience(CURL* handle, long connect_ms, long answer_ms, long whole_ms) {
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, connect_ms);
  // This option counts in seconds, and 0 would mean for ever.
  curl_easy_setopt(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT,
                   answer_ms < 1000 ? 1L : answer_ms / 1000);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, whole_ms);
}

void set_trust(CURL* handle, const std::string& ca_file) {
  if (!ca_file.empty()) curl_easy_setopt(handle, CURLOPT_CAINFO, ca_file.c_str());
}

}  // namespace mail
