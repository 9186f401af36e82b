// Mail that came in: which one has been taken already, to which ticket it went, and what waits for
// a person because it fits nowhere.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/database.h"
#include "store/time.h"

namespace store {

/// Kept for every mail that was taken. Only digests: nothing of it names anybody.
struct TakenMail {
  std::string fingerprint;        ///< What tells that a mail is the same one.
  std::string message_id_sha256;  ///< Empty: the mail has no Message-ID.
};

/// False where a mail with this fingerprint has been taken before; nothing is written then. Two who
/// bring the same one at the same time: one of them waits, and gets false.
base::Result<bool> take_mail(Transaction& transaction, const TakenMail& mail, Time now);

/// What became of a mail that was taken: a word of the service, and the ticket that it went to.
base::Result<void> mail_became(Transaction& transaction, const std::string& fingerprint,
                               const std::string& what, std::optional<std::int64_t> ticket_id);

/// The ticket that a mail with this Message-ID went to; nothing where there is none.
base::Result<std::optional<std::int64_t>> ticket_of_taken_mail(
    Transaction& transaction, const std::string& message_id_sha256);

// --- The holding list ---

struct NewHeldMail {
  std::string reason;                     ///< A word of the service, such as "other_sender".
  std::string sender;                     ///< One address; may be empty.
  std::string subject;                    ///< As it came.
  std::optional<std::int64_t> ticket_id;  ///< Where it may belong.
  std::string bytes;                      ///< The mail as it came, so that nothing of it is lost.
  Time expires_at;
};

struct HeldMail {
  std::int64_t id = 0;
  std::string reason;
  std::string sender;
  std::string subject;
  std::optional<std::int64_t> ticket_id;
  std::int64_t bytes_count = 0;
  Time held_at;
};

/// Gives the id under which the mail waits.
base::Result<std::int64_t> hold_mail(Transaction& transaction, const NewHeldMail& mail, Time now);

/// What waits, oldest first.
base::Result<std::vector<HeldMail>> list_held_mails(Transaction& transaction, std::int64_t limit);

/// The bytes of one that waits. Fails with `not_found`, also where it has been resolved.
base::Result<std::string> read_held_mail(Transaction& transaction, std::int64_t id);

/// A person has decided: `resolution` is a word of the service, `actor` a login. Sender, subject
/// and bytes are erased. Fails with `conflict` where somebody was faster, and with `not_found`.
base::Result<void> resolve_held_mail(Transaction& transaction, std::int64_t id,
                                     const std::string& resolution, const std::string& actor,
                                     Time now);

/// Erases, as resolving does, what nobody has looked at in time, and gives how many there were.
base::Result<std::int64_t> expire_held_mails(Transaction& transaction, Time now);

}  // namespace store
