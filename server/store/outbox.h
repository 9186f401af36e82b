// Mail on its way out. It is written in the same transaction as what it is about, so that neither
// is ever there without the other, and handed over later, by one server at a time:
//
//   waiting ──lease──▶ leased ──handed_over──▶ handed_over
//      ▲                 ├──retry_at──▶ waiting (later)
//      │                 └──give_up──▶ dead ──send_again──▶ waiting
//      └── where the lease runs out, the next one who asks gets it
//
// A mail that was handed over and comes back undelivered is dead, too.
//
// The promise: at least once. A mail goes out twice only where the other side took it and its
// answer was lost, and then with the same Message-ID.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/database.h"
#include "store/time.h"

namespace store {

struct NewMail {
  std::string message_id;  ///< Made from what the mail is about, so that no retry makes a second.
  std::optional<std::int64_t> ticket_id;
  std::string kind;       ///< A word of the service, such as "receipt".
  std::string recipient;  ///< One address.
  std::string body;       ///< Headers and text as JSON, kept byte for byte.
};

enum class MailState { waiting, leased, handed_over, dead, erased };

struct Mail {
  std::int64_t id = 0;
  NewMail content;
  MailState state = MailState::waiting;
  std::int64_t attempts_count = 0;  ///< Leases since it was queued, the one under way among them.
  Time queued_at;                   ///< Or sent again by hand.
  Time next_attempt_at;
  std::string last_error;  ///< Why the last attempt failed; empty: none has.
};

/// Queues a mail and gives its id. The same `message_id` again gives the id of the first, and
/// changes nothing.
base::Result<std::int64_t> enqueue_mail(Transaction& transaction, const NewMail& mail, Time now);

/// Takes up to `count` mails that are due, oldest first, for `lease_time`. Two who ask at the same
/// time never get the same one.
base::Result<std::vector<Mail>> lease_mails(Transaction& transaction, Time now,
                                            Milliseconds lease_time, std::int64_t count);

/// The other side has taken it. Also good where the lease has run out: it is true all the same.
base::Result<void> mail_handed_over(Transaction& transaction, std::int64_t id, Time now);

/// It failed for now, and is due again at `next_attempt_at`. `attempt` is the lease's
/// `attempts_count`: fails with `conflict` where the lease has passed to somebody else.
base::Result<void> retry_mail_at(Transaction& transaction, std::int64_t id, std::int64_t attempt,
                                 Time next_attempt_at, const std::string& error);

/// It failed for good; a person has to look at it. Fails as `retry_mail_at` does.
base::Result<void> give_up_mail(Transaction& transaction, std::int64_t id, std::int64_t attempt,
                                Time now, const std::string& error);

/// A dead mail, or one that waits for a later attempt, is due at once, as if queued now. Fails with
/// `conflict` where it is in any other state, and with `not_found`.
base::Result<void> send_mail_again(Transaction& transaction, std::int64_t id, Time now);

/// The other side had taken a mail and has now told that it cannot be delivered: a person has to
/// look at it. True where it had been handed over and its person is not erased; anything else is
/// left as it is.
base::Result<bool> mail_bounced(Transaction& transaction, const std::string& message_id, Time now,
                                const std::string& error);

/// Nothing where no mail of ours has this Message-ID.
base::Result<std::optional<Mail>> find_mail_by_message_id(Transaction& transaction,
                                                          const std::string& message_id);

/// Fails with `not_found`.
base::Result<Mail> find_mail(Transaction& transaction, std::int64_t id);

/// All mails of one ticket, in the order of queueing.
base::Result<std::vector<Mail>> mails_of_ticket(Transaction& transaction, std::int64_t ticket_id);

/// What has failed: dead first, then what waits after a failed attempt; newest first in each.
base::Result<std::vector<Mail>> failed_mails(Transaction& transaction, std::int64_t limit);

struct OutboxCounts {
  std::int64_t waiting = 0;  ///< With those that are leased.
  std::int64_t handed_over = 0;
  std::int64_t dead = 0;
  std::int64_t erased = 0;
  std::optional<Time> oldest_waiting;  ///< When the oldest of those that wait was queued.
};

base::Result<OutboxCounts> count_mails(Transaction& transaction);

}  // namespace store
