// Handing a mail to the office's mail server (SMTP, RFC 5321), by libcurl.
#pragma once

#include <string>

#include "mail/server_settings.h"

namespace mail {

/// The usual ports: 587 with Security::starttls, 465 with Security::tls.
struct SmtpSettings : ServerSettings {
  std::string own_name = "localhost";  ///< How we greet it (EHLO).
};

/// What became of a mail.
struct Handover {
  enum class Outcome {
    accepted,  ///< The server answered that it has it.
    later,     ///< Not now: unreachable, hung up, busy (4xx). The fate may be unknown where the
               ///< line broke after the text; the same Message-ID tells a double.
    never      ///< Refused for good (5xx), or cannot be sent so.
  };
  Outcome outcome = Outcome::later;
  std::string said;  ///< The server's last line, or what went wrong before there was one.
};

/// Hands `bytes` (CRLF lines, as bytes_from_message makes them) over for one reader. Blocks as long
/// as the settings allow; safe to call from several threads.
Handover hand_over(const SmtpSettings& settings, const std::string& sender,
                   const std::string& reader, const std::string& bytes);

/// Greets the server, secures the line and signs in, but sends nothing: for the test button.
Handover try_server(const SmtpSettings& settings);

}  // namespace mail
