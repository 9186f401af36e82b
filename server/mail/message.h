// A mail that leaves the office, as the bytes that a mail server takes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "mail/address.h"

namespace mail {

struct Attachment {
  std::string name;  ///< As the reader's program will save it: "jumlah-penduduk_2023-2025.xlsx".
  std::string type;  ///< "application/pdf".
  std::string bytes;

  friend bool operator==(const Attachment&, const Attachment&) = default;
};

/// A mail has one reader: nobody learns who else was written to.
struct Message {
  Address from, to;
  std::string subject;
  std::string text;  ///< Lines end with \n; long ones are left to the reader's program.
  std::vector<Attachment> attachments;
  /// Without < and >. The same mail sent again keeps it, so that a double can be told.
  std::string message_id;
  std::string in_reply_to;              ///< Empty where it begins a conversation.
  std::vector<std::string> references;  ///< The conversation so far, oldest first.
  bool is_automatic = false;            ///< Nobody wrote it: RFC 3834 asks machines not to answer.
  std::int64_t sent_at = 0;             ///< Seconds since 1970, UTC.
};

/// By RFC 5322 and MIME: lines end with CRLF, the text is UTF-8 in quoted-printable, attachments
/// are in base64 under their name (RFC 2231). The same message gives the same bytes. Refused
/// (invalid) where an address is none, or a header would hold more than a line of text.
base::Result<std::string> bytes_from_message(const Message& message);

}  // namespace mail
