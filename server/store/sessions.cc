#include "store/sessions.h"

#include <string_view>

#include "store/failure.h"
#include "store/statement.h"

namespace store {
namespace {

using base::ErrorCode;

constexpr std::string_view session_columns =
    "token_sha256, account_id, created_at, seen_at, idle_until, expires_at, stepped_up_at";

/// Of a session that is good at :now.
constexpr std::string_view is_good =
    "idle_until > :now AND expires_at > :now AND account_id IN "
    "(SELECT id FROM account WHERE is_disabled = 0)";

void into_session(Statement& statement, Session& session) {
  statement.into(session.token_sha256, session.account_id, session.created_at, session.seen_at,
                 session.idle_until, session.expires_at, session.stepped_up_at);
}

tl::unexpected<base::Error> no_session() {
  return base::fail(ErrorCode::not_found, "You are not signed in any more. Sign in again.");
}

/// Takes a session that is good out of the table.
std::optional<Session> taken_session(Transaction& transaction, const std::string& token_sha256,
                                     std::int64_t account_id, Time now) {
  Session session;
  Statement take(transaction,
                 "DELETE FROM session WHERE token_sha256 = :token AND " + std::string(is_good) +
                     " AND account_id = :account_id RETURNING " + std::string(session_columns));
  take.bind("token", token_sha256).bind("now", now).bind("account_id", account_id);
  into_session(take, session);
  if (!take.first()) return std::nullopt;
  return session;
}

}  // namespace

base::Result<Session> begin_session(Transaction& transaction, const NewSession& wanted, Time now) {
  return at_door(transaction, [&]() -> base::Result<Session> {
    Session session{.token_sha256 = wanted.token_sha256,
                    .account_id = wanted.account_id,
                    .created_at = now,
                    .seen_at = now,
                    .idle_until = now + wanted.idle_time,
                    .expires_at = now + wanted.whole_time,
                    .stepped_up_at = {}};
    if (!wanted.in_place_of.empty()) {
      const auto before = taken_session(transaction, wanted.in_place_of, wanted.account_id, now);
      if (!before) return no_session();
      session.created_at = before->created_at;
      session.expires_at = before->expires_at;
      session.stepped_up_at = before->stepped_up_at;
    }
    if (wanted.is_stepped_up) session.stepped_up_at = now;
    Statement(transaction,
              "INSERT INTO session (token_sha256, account_id, created_at, seen_at, idle_until, "
              "expires_at, stepped_up_at) VALUES (:token, :account_id, :created_at, :seen_at, "
              ":idle_until, :expires_at, :stepped_up_at)")
        .bind("token", session.token_sha256)
        .bind("account_id", session.account_id)
        .bind("created_at", session.created_at)
        .bind("seen_at", session.seen_at)
        .bind("idle_until", session.idle_until)
        .bind("expires_at", session.expires_at)
        .bind("stepped_up_at", session.stepped_up_at)
        .run();
    return session;
  });
}

base::Result<Session> see_session(Transaction& transaction, const std::string& token_sha256,
                                  Milliseconds idle_time, Time now) {
  return at_door(transaction, [&]() -> base::Result<Session> {
    Session session;
    Statement see(transaction,
                  "UPDATE session SET seen_at = :now, idle_until = :idle_until "
                  "WHERE token_sha256 = :token AND " +
                      std::string(is_good) + " RETURNING " + std::string(session_columns));
    see.bind("now", now).bind("idle_until", now + idle_time).bind("token", token_sha256);
    into_session(see, session);
    if (see.first()) return session;
    return no_session();
  });
}

base::Result<void> end_session(Transaction& transaction, const std::string& token_sha256) {
  return at_door(transaction, [&]() -> base::Result<void> {
    Statement(transaction, "DELETE FROM session WHERE token_sha256 = :token")
        .bind("token", token_sha256)
        .run();
    return {};
  });
}

base::Result<void> end_sessions_of_account(Transaction& transaction, std::int64_t account_id) {
  return at_door(transaction, [&]() -> base::Result<void> {
    Statement(transaction, "DELETE FROM session WHERE account_id = :account_id")
        .bind("account_id", account_id)
        .run();
    return {};
  });
}

base::Result<std::vector<Session>> list_sessions(Transaction& transaction,
                                                 std::optional<std::int64_t> account_id, Time now) {
  return at_door(transaction, [&]() -> base::Result<std::vector<Session>> {
    std::vector<Session> sessions;
    Session session;
    Statement find(transaction, "SELECT " + std::string(session_columns) + " FROM session WHERE " +
                                    std::string(is_good) +
                                    (account_id ? " AND account_id = :account_id" : "") +
                                    " ORDER BY created_at DESC, token_sha256");
    find.bind("now", now);
    if (account_id) find.bind("account_id", *account_id);
    into_session(find, session);
    while (find.next())
      sessions.push_back(session);
    return sessions;
  });
}

base::Result<void> add_one_time_token(Transaction& transaction, const OneTimeToken& token) {
  return at_door(transaction, [&]() -> base::Result<void> {
    std::string added;
    const bool is_new =
        Statement(transaction,
                  "INSERT INTO one_time_token (token_sha256, purpose, subject, expires_at) "
                  "VALUES (:token, :purpose, :subject, :expires_at) "
                  "ON CONFLICT (token_sha256) DO NOTHING RETURNING token_sha256")
            .bind("token", token.token_sha256)
            .bind("purpose", token.purpose)
            .bind("subject", token.subject)
            .bind("expires_at", token.expires_at)
            .into(added)
            .first();
    if (is_new) return {};
    return base::fail(ErrorCode::conflict, "This has been used already.");
  });
}

base::Result<std::string> use_one_time_token(Transaction& transaction,
                                             const std::string& token_sha256,
                                             const std::string& purpose, Time now) {
  return at_door(transaction, [&]() -> base::Result<std::string> {
    std::string subject;
    const bool is_good_now =
        Statement(transaction,
                  "UPDATE one_time_token SET used_at = :now WHERE token_sha256 = :token "
                  "AND purpose = :purpose AND used_at IS NULL AND expires_at > :now "
                  "RETURNING subject")
            .bind("now", now)
            .bind("token", token_sha256)
            .bind("purpose", purpose)
            .into(subject)
            .first();
    if (is_good_now) return subject;
    return base::fail(ErrorCode::not_found,
                      "This link or code does not work (any more). Ask for a new one.");
  });
}

base::Result<void> revoke_one_time_tokens(Transaction& transaction, const std::string& purpose,
                                          const std::string& subject) {
  return at_door(transaction, [&]() -> base::Result<void> {
    Statement(transaction,
              "DELETE FROM one_time_token WHERE purpose = :purpose AND subject = :subject "
              "AND used_at IS NULL")
        .bind("purpose", purpose)
        .bind("subject", subject)
        .run();
    return {};
  });
}

base::Result<void> sweep_sessions(Transaction& transaction, Time now) {
  return at_door(transaction, [&]() -> base::Result<void> {
    Statement(transaction, "DELETE FROM session WHERE idle_until <= :now OR expires_at <= :now")
        .bind("now", now)
        .run();
    // A token that was used stays until it would have expired: it must not be added again.
    Statement(transaction, "DELETE FROM one_time_token WHERE expires_at <= :now")
        .bind("now", now)
        .run();
    return {};
  });
}

}  // namespace store
