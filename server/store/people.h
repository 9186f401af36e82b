// Personal data, apart from everything else, so that it can be erased while tickets and counts
// stay: who asked, what they wrote in their own words, and who has looked at it. What mails to them
// still hold, and files that they sent, are erased with it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/database.h"
#include "store/time.h"

namespace store {

/// One part of what is known about the person behind a ticket: "requester" for name and addresses,
/// "message-3" for the words of event 3. Which parts there are is the service's matter.
struct PersonPart {
  std::string part;
  std::string body;  ///< JSON, kept byte for byte.

  friend bool operator==(const PersonPart&, const PersonPart&) = default;
};

/// Writes a part, in place of an earlier one of the same name. Fails with `not_found` where there
/// is no such ticket.
base::Result<void> put_person(Transaction& transaction, std::int64_t ticket_id,
                              const PersonPart& part, Time expires_at);

/// Another expiry for all parts of a ticket, when it is closed or opened again.
base::Result<void> set_person_expiry(Transaction& transaction, std::int64_t ticket_id,
                                     Time expires_at);

/// Who looks, and what for; never the person itself.
struct Viewer {
  std::string actor;    ///< A login, "requester" or "system".
  std::string purpose;  ///< A word of the service, such as "ticket" or "export".
};

/// All parts by name, empty where nothing is known (any more). The look is written into the access
/// log, so this needs `Database::write`.
base::Result<std::vector<PersonPart>> view_person(Transaction& transaction, std::int64_t ticket_id,
                                                  const Viewer& viewer, Time now);

struct PersonView {
  std::int64_t ticket_id = 0;
  Viewer viewer;
  Time at;
};

/// The access log of one ticket, oldest first.
base::Result<std::vector<PersonView>> views_of_person(Transaction& transaction,
                                                      std::int64_t ticket_id);

/// Erases the person of a ticket: all parts, recipients and texts of the ticket's mails (what was
/// not sent yet will not be), and its attachments that are personal. Ticket, events and counts
/// stay. Erasing twice changes nothing. Fails with `not_found` where there is no such ticket.
base::Result<void> erase_person(Transaction& transaction, std::int64_t ticket_id, Time now);

/// Erases everyone whose parts have all expired by `now`, at most `limit` at a time, and gives
/// their tickets' ids.
base::Result<std::vector<std::int64_t>> erase_expired_people(Transaction& transaction, Time now,
                                                             std::int64_t limit);

}  // namespace store
