// A mail that came in, as the desk needs it: who wrote, to which conversation, and what.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "mail/message.h"

namespace mail {

struct Incoming {
  enum class Kind {
    letter,     ///< Somebody wrote it.
    automatic,  ///< An absence notice, a list, a machine: never answered (RFC 3834).
    bounce      ///< A mail server tells that one of ours did not arrive.
  };
  Kind kind = Kind::letter;
  Address from;      ///< The address is empty where the mail names none that can be written to.
  Address reply_to;  ///< Where an answer goes: Reply-To, or `from`.
  std::vector<std::string> to;  ///< Addresses in To, Cc and Delivered-To, in small letters.
  std::string subject;
  std::string message_id;               ///< Without < and >.
  std::vector<std::string> references;  ///< References and In-Reply-To, oldest first.
  /// UTF-8 with \n: the plain part, or what the HTML part says. As written, quotations included.
  std::string text;
  std::vector<Attachment> attachments;
  std::vector<std::string> left_out;  ///< Names of attachments beyond the limits.
};

struct IncomingLimits {
  std::size_t bytes_max = 25'000'000;       ///< Of the whole mail.
  std::size_t text_max = 100'000;           ///< Bytes of text; what is longer is cut at a letter.
  std::size_t attachment_max = 10'000'000;  ///< Of one attachment, decoded.
  std::size_t attachments_max = 10;
  std::size_t parts_max = 200;  ///< Parts looked at.
};

/// Reads a mail as it came from the wire. Mails of the world break rules: what cannot be decoded is
/// read as well as it can be, and nothing in a mail makes it unreadable but its size (too_large)
/// or that there is no header at all (invalid).
base::Result<Incoming> incoming_from_bytes(std::string_view bytes,
                                           const IncomingLimits& limits = {});

/// The text without what it quotes at its end: lines that begin with ">" and the line above them
/// that says who wrote them. Where nothing would be left, the whole text.
std::string without_quotation(std::string_view text);

}  // namespace mail
