// Who has signed in, and links that work once. Tokens are known to their holders alone: the store
// is given their SHA-256, so that nobody who reads the database can use one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/database.h"
#include "store/time.h"

namespace store {

struct Session {
  std::string token_sha256;
  std::int64_t account_id = 0;
  Time created_at;
  Time seen_at;
  Time idle_until;                    ///< Over then, unless it is seen before.
  Time expires_at;                    ///< Over then in any case.
  std::optional<Time> stepped_up_at;  ///< When password and code were last given again.
};

struct NewSession {
  std::string token_sha256;
  std::int64_t account_id = 0;
  Milliseconds idle_time{};
  Milliseconds whole_time{};
  /// Another token for the same sign-in, after stepping up: that session ends, and the new one is
  /// over when it would have been. Empty: a sign-in of its own.
  std::string in_place_of = {};
  bool is_stepped_up = false;
};

/// Fails with `not_found` where `in_place_of` names no session that is good.
base::Result<Session> begin_session(Transaction& transaction, const NewSession& wanted, Time now);

/// The session of this token where it is good at `now` and its account is not disabled, put off by
/// `idle_time`. Fails with `not_found`.
base::Result<Session> see_session(Transaction& transaction, const std::string& token_sha256,
                                  Milliseconds idle_time, Time now);

/// Ending what is not there is no error: it is over either way.
base::Result<void> end_session(Transaction& transaction, const std::string& token_sha256);
base::Result<void> end_sessions_of_account(Transaction& transaction, std::int64_t account_id);

/// Those that are good at `now`, newest first; `account_id` empty: everybody's.
base::Result<std::vector<Session>> list_sessions(Transaction& transaction,
                                                 std::optional<std::int64_t> account_id, Time now);

// --- Tokens that work once: links to set a password, recovery codes, spent proofs of work ---

struct OneTimeToken {
  std::string token_sha256;
  std::string purpose;  ///< A word of the service; a token is good for its own purpose alone.
  std::string subject;  ///< What it is for: a login, a ticket's number.
  Time expires_at;
};

/// Fails with `conflict` where there is this token already.
base::Result<void> add_one_time_token(Transaction& transaction, const OneTimeToken& token);

/// Uses up a token and gives its subject. Fails with `not_found` where it is not known for this
/// purpose, was used, or has expired; nobody is told which.
base::Result<std::string> use_one_time_token(Transaction& transaction,
                                             const std::string& token_sha256,
                                             const std::string& purpose, Time now);

/// All of one purpose for one subject that are left: a new link makes the old ones void.
base::Result<void> revoke_one_time_tokens(Transaction& transaction, const std::string& purpose,
                                          const std::string& subject);

/// Removes sessions and tokens that are over at `now`.
base::Result<void> sweep_sessions(Transaction& transaction, Time now);

}  // namespace store
