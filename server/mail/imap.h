// The office's mailbox (IMAP, RFC 3501), by libcurl.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "mail/server_settings.h"

namespace mail {

/// The usual ports: 143 with Security::starttls, 993 with Security::tls.
struct ImapSettings : ServerSettings {
  std::string folder = "INBOX";
  std::size_t bytes_max = 25'000'000;  ///< Of one mail; a longer one is not fetched.
};

/// One signed-in connection. A mail that was taken carries the keyword LumbungTaken, and keeps its
/// place: the office may read and move it with any other program, which does not hide it from us.
/// Whoever takes a mail stores it first and marks it then: after a stop between the two it comes
/// once more, and its Message-ID tells that it is there already.
class Mailbox {
 public:
  explicit Mailbox(ImapSettings settings);
  ~Mailbox();

  /// Numbers (UID) of the mails that were not taken yet, oldest first. `unavailable` where the
  /// server cannot be reached or does not let us in.
  base::Result<std::vector<std::uint32_t>> waiting();

  /// The mail as it came. `not_found` where it is gone meanwhile, `too_large` beyond the limit.
  base::Result<std::string> fetch(std::uint32_t uid);

  base::Result<void> mark_taken(std::uint32_t uid);

 private:
  struct Connection;
  std::unique_ptr<Connection> connection_;
};

}  // namespace mail
