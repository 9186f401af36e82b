#include "mail/imap.h"

#include <algorithm>
#include <charconv>
#include <memory>
#include <string_view>

#include "base/text.h"
#include "mail/curl.h"

namespace mail {
namespace {

using base::ErrorCode;

constexpr std::string_view taken_keyword = "LumbungTaken";

/// What a command answered, no longer than is allowed.
struct Answer {
  std::string bytes;
  std::size_t bytes_max = 0;
};

std::size_t keep_bytes(char* bytes, std::size_t size, std::size_t count, void* user) {
  auto& answer = *static_cast<Answer*>(user);
  if (answer.bytes.size() + size * count > answer.bytes_max) return 0;
  answer.bytes.append(bytes, size * count);
  return size * count;
}

/// "* SEARCH 4 7 12" → 4, 7, 12, over all such lines.
std::vector<std::uint32_t> numbers_from_search(std::string_view answer) {
  std::vector<std::uint32_t> numbers;
  for (const std::string_view raw : base::split(answer, '\n')) {
    const std::string_view line = base::trimmed(raw);
    constexpr std::string_view begin = "* SEARCH";
    if (!line.starts_with(begin)) continue;
    for (const std::string_view word : base::split(line.substr(begin.size()), ' ')) {
      std::uint32_t number = 0;
      const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
      if (error == std::errc() && end == word.data() + word.size() && !word.empty())
        numbers.push_back(number);
    }
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

}  // namespace

struct Mailbox::Connection {
  ImapSettings settings;
  CurlHandle handle = new_curl();
  std::string folder_address;

  /// Asks at `address`; a command of our own instead of fetching where `command` is not empty.
  base::Result<std::string> ask(const std::string& address, const std::string& command);
};

base::Result<std::string> Mailbox::Connection::ask(const std::string& address,
                                                   const std::string& command) {
  CURL* curl = handle.get();
  if (!curl) return base::fail(ErrorCode::unavailable, "There was no memory for the connection.");
  Answer answer{{}, settings.bytes_max};
  curl_easy_setopt(curl, CURLOPT_URL, address.c_str());
  curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, command.empty() ? nullptr : command.c_str());
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &answer);
  const CURLcode code = curl_easy_perform(curl);
  if (code == CURLE_OK) return std::move(answer.bytes);
  if (code == CURLE_REMOTE_FILE_NOT_FOUND)
    return base::fail(ErrorCode::not_found, "The mail is not in the mailbox any more.");
  if (code == CURLE_WRITE_ERROR)
    return base::fail(ErrorCode::too_large, "A mail of at most " +
                                                std::to_string(settings.bytes_max) +
                                                " bytes was expected, but a longer one came.");
  return base::fail(ErrorCode::unavailable, "The mailbox cannot be read now.",
                    curl_easy_strerror(code));
}

Mailbox::Mailbox(ImapSettings settings) : connection_(std::make_unique<Connection>()) {
  connection_->settings = std::move(settings);
  CURL* curl = connection_->handle.get();
  if (!curl) return;
  const ImapSettings& used = connection_->settings;
  connection_->folder_address = set_server(curl, "imap", used) + base::url_encoded(used.folder);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, keep_bytes);
}

Mailbox::~Mailbox() = default;

base::Result<std::vector<std::uint32_t>> Mailbox::waiting() {
  const auto answer = connection_->ask(connection_->folder_address,
                                       "UID SEARCH UNKEYWORD " + std::string(taken_keyword));
  if (!answer) return tl::unexpected(answer.error());
  return numbers_from_search(*answer);
}

base::Result<std::string> Mailbox::fetch(std::uint32_t uid) {
  return connection_->ask(connection_->folder_address + "/;UID=" + std::to_string(uid), "");
}

base::Result<void> Mailbox::mark_taken(std::uint32_t uid) {
  const auto answer = connection_->ask(
      connection_->folder_address,
      "UID STORE " + std::to_string(uid) + " +FLAGS.SILENT (" + std::string(taken_keyword) + ")");
  if (!answer) return tl::unexpected(answer.error());
  return {};
}

}  // namespace mail
