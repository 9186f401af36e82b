#include "mail/smtp.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "mail/address.h"
#include "mail/curl.h"

namespace mail {
namespace {

using Outcome = Handover::Outcome;

/// What is left of the mail to be sent.
struct Outgoing {
  std::string_view bytes;
};

std::size_t give_bytes(char* to, std::size_t size, std::size_t count, void* user) {
  auto& outgoing = *static_cast<Outgoing*>(user);
  const std::size_t taken = std::min(size * count, outgoing.bytes.size());
  std::copy_n(outgoing.bytes.data(), taken, to);
  outgoing.bytes.remove_prefix(taken);
  return taken;
}

/// Keeps the first refusal (4xx, 5xx), else the last line that says something: a farewell follows
/// either.
std::size_t keep_line(char* line, std::size_t size, std::size_t count, void* user) {
  const std::string_view said = base::trimmed({line, size * count});
  auto& kept = *static_cast<std::string*>(user);
  const bool has_refusal = kept.starts_with('4') || kept.starts_with('5');
  if (!said.empty() && !has_refusal) kept = std::string(said);
  return size * count;
}

CurlHandle prepared(const SmtpSettings& settings, std::string& said) {
  CurlHandle handle = new_curl();
  if (!handle) return handle;
  CURL* curl = handle.get();
  const std::string address = set_server(curl, "smtp", settings) + settings.own_name;
  curl_easy_setopt(curl, CURLOPT_URL, address.c_str());
  curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, keep_line);
  curl_easy_setopt(curl, CURLOPT_HEADERDATA, &said);
  // A command without a mail answers in lines, too, which are not for standard output.
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, keep_line);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &said);
  return handle;
}

Handover performed(CURL* curl, const std::string& said) {
  const CURLcode code = curl_easy_perform(curl);
  if (code == CURLE_OK) return {Outcome::accepted, said};
  std::string words = curl_easy_strerror(code);
  // What the server said belongs to the failure only where it refused.
  const bool is_refused = said.starts_with('4') || said.starts_with('5');
  if (is_refused) words += " (" + said + ")";
  // A password that is refused is the office's mistake in the settings: the mails wait for it.
  const bool is_for_good = said.starts_with('5') && code != CURLE_LOGIN_DENIED;
  return {is_for_good ? Outcome::never : Outcome::later, words};
}

constexpr std::string_view no_memory = "There was no memory for the connection.";

}  // namespace

Handover hand_over(const SmtpSettings& settings, const std::string& sender,
                   const std::string& reader, const std::string& bytes) {
  for (const std::string* address : {&sender, &reader}) {
    if (!is_address(*address))
      return {Outcome::never, "A mail address as name@domain was expected, but " +
                                  base::quoted(*address) + " came."};
  }
  std::string said;
  const CurlHandle handle = prepared(settings, said);
  const CurlList readers(curl_slist_append(nullptr, ("<" + reader + ">").c_str()));
  if (!handle || !readers) return {Outcome::later, std::string(no_memory)};
  CURL* curl = handle.get();
  Outgoing outgoing{bytes};
  curl_easy_setopt(curl, CURLOPT_MAIL_FROM, ("<" + sender + ">").c_str());
  curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, readers.get());
  curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(curl, CURLOPT_READFUNCTION, give_bytes);
  curl_easy_setopt(curl, CURLOPT_READDATA, &outgoing);
  curl_easy_setopt(curl, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(bytes.size()));
  return performed(curl, said);
}

Handover try_server(const SmtpSettings& settings) {
  std::string said;
  const CurlHandle handle = prepared(settings, said);
  if (!handle) return {Outcome::later, std::string(no_memory)};
  // Signs in on the way to a command that changes nothing.
  curl_easy_setopt(handle.get(), CURLOPT_CUSTOMREQUEST, "NOOP");
  return performed(handle.get(), said);
}

}  // namespace mail
