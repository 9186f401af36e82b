// libcurl's handles, held and let go. Only for the files of this room.
#pragma once

#include <memory>
#include <string>

#include <curl/curl.h>

namespace mail {

struct CurlRelease {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using CurlHandle = std::unique_ptr<CURL, CurlRelease>;
using CurlList = std::unique_ptr<curl_slist, CurlRelease>;

/// A handle of its own; null where there is no memory.
CurlHandle new_curl();

/// How long to wait: until connected, without an answer, in all.
void set_patience(CURL* handle, long connect_ms, long answer_ms, long whole_ms);

/// Who may sign the server's certificate; empty: the machine's list.
void set_trust(CURL* handle, const std::string& ca_file);

}  // namespace mail
