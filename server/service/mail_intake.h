// Mail that comes in: it becomes a ticket, joins one, or waits for a person (docs/desk.md, "Mail
// that comes in").
#pragma once

#include <string>
#include <string_view>

#include "base/instant.h"
#include "base/result.h"
#include "mail/imap.h"
#include "service/desk_data.h"
#include "service/desk_key.h"
#include "service/request_limits.h"
#include "store/database.h"

namespace service {

/// What became of a mail.
enum class MailFate {
  taken_before,  ///< It is here already; nothing was written.
  opened,        ///< A new ticket, with its receipt.
  joined,        ///< A message in the conversation of a ticket.
  bounced,       ///< One of our mails did not arrive, and is marked so.
  held           ///< It waits for a person.
};

class MailIntake {
 public:
  /// Database and data must outlive it.
  MailIntake(store::Database& database, const DeskData& data, const DeskKey& key,
             const DeskLimits& limits);

  /// Takes a mail as it came from the wire, all or nothing, and each mail once, however often it is
  /// brought. Nothing that a mail says makes this fail, only the store.
  base::Result<MailFate> take(std::string_view bytes, base::Instant now);

  /// Puts a mail that is too long to be fetched into the holding list, so that a person looks for
  /// it in the mailbox. `place` names it there.
  base::Result<MailFate> hold_unread(const std::string& place, base::Instant now);

 private:
  class Taking;
  base::Result<MailFate> hold_bytes(const std::string& fingerprint, const std::string& reason,
                                    std::string_view bytes, base::Instant now);
  store::Database& database_;
  const DeskData& data_;
  RequestLimits limits_;
};

struct IntakeRound {
  int taken = 0;
  int held = 0;  ///< Of those that were taken.
};

/// Takes what waits in the mailbox, oldest first. Each is stored first and marked then, so that a
/// stop between the two brings it once more and changes nothing. Fails where mailbox or store does.
base::Result<IntakeRound> take_waiting(mail::Mailbox& mailbox, MailIntake& intake,
                                       base::Instant now);

}  // namespace service
