// libcurl's handles, held and let go. Only for the files of this room.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>

#include <curl/curl.h>

#include "mail/server_settings.h"

namespace mail {

struct CurlRelease {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using CurlHandle = std::unique_ptr<CURL, CurlRelease>;
using CurlList = std::unique_ptr<curl_slist, CurlRelease>;

/// A handle of its own; null where there is no memory.
inline CurlHandle new_curl() {
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

/// Where the server is, whether the line is encrypted, who we are, and how long to wait. `scheme`
/// is "smtp" or "imap"; comes back as the address to which a path is added.
inline std::string set_server(CURL* handle, std::string_view scheme,
                              const ServerSettings& settings) {
  if (settings.security == Security::starttls)
    curl_easy_setopt(handle, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
  if (!settings.user.empty()) {
    curl_easy_setopt(handle, CURLOPT_USERNAME, settings.user.c_str());
    curl_easy_setopt(handle, CURLOPT_PASSWORD, settings.password.c_str());
  }
  if (!settings.ca_file.empty()) curl_easy_setopt(handle, CURLOPT_CAINFO, settings.ca_file.c_str());
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, settings.connect_ms);
  // This option counts in seconds, and 0 would mean for ever.
  curl_easy_setopt(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT,
                   std::max(1L, settings.answer_ms / 1000));
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, settings.whole_ms);
  const std::string_view secure = settings.security == Security::tls ? "s" : "";
  return std::string(scheme) + std::string(secure) + "://" + settings.host + ":" +
         std::to_string(settings.port) + "/";
}

}  // namespace mail
