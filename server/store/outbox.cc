#include "store/outbox.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/must.h"
#include "store/failure.h"
#include "store/statement.h"

namespace store {
namespace {

using base::ErrorCode;

constexpr std::string_view mail_columns =
    "id, message_id, ticket_id, kind, recipient, body, state, attempts_count, queued_at, "
    "next_attempt_at, last_error";

constexpr std::array<std::pair<std::string_view, MailState>, 5> state_words = {
    {{"waiting", MailState::waiting},
     {"leased", MailState::leased},
     {"handed_over", MailState::handed_over},
     {"dead", MailState::dead},
     {"erased", MailState::erased}}};

MailState state_from_word(std::string_view word) {
  for (const auto& [known, state] : state_words) {
    if (word == known) return state;
  }
  MUST(!"the table of mails holds a state that its own check forbids");
}

/// Rows of mails as values.
class MailReader {
 public:
  explicit MailReader(Statement& statement) : statement_(statement) {
    statement_.into(mail_.id, mail_.content.message_id, mail_.content.ticket_id, mail_.content.kind,
                    mail_.content.recipient, mail_.content.body, state_, mail_.attempts_count,
                    mail_.queued_at, mail_.next_attempt_at, mail_.last_error);
  }

  std::vector<Mail> all() {
    std::vector<Mail> mails;
    while (statement_.next()) {
      mail_.state = state_from_word(state_);
      mails.push_back(mail_);
    }
    return mails;
  }

 private:
  Statement& statement_;
  Mail mail_;
  std::string state_;
};

base::Result<Mail> mail_with_id(Transaction& transaction, std::int64_t id) {
  Statement find(transaction,
                 "SELECT " + std::string(mail_columns) + " FROM outbox WHERE id = :id");
  find.bind("id", id);
  const std::vector<Mail> found = MailReader(find).all();
  if (found.empty()) return base::fail(ErrorCode::not_found, "There is no such mail.");
  return found.front();
}

/// Ends the lease that the caller holds; `set` is what changes besides.
base::Result<void> end_lease(Transaction& transaction, std::int64_t id, std::int64_t attempt,
                             const std::string& set, Time at, const std::string& error) {
  return at_door(transaction, [&]() -> base::Result<void> {
    std::int64_t changed = 0;
    const bool is_ours =
        Statement(transaction,
                  "UPDATE outbox SET " + set +
                      ", last_error = :error, leased_until = NULL "
                      "WHERE id = :id AND state = 'leased' AND attempts_count = :attempt "
                      "RETURNING id")
            .bind("at", at)
            .bind("error", error)
            .bind("id", id)
            .bind("attempt", attempt)
            .into(changed)
            .first();
    if (is_ours) return {};
    if (auto found = mail_with_id(transaction, id); !found) {
      return tl::unexpected<base::Error>(found.error());
    }
    return base::fail(ErrorCode::conflict, "This mail is no longer on loan to you.");
  });
}

}  // namespace

base::Result<std::int64_t> enqueue_mail(Transaction& transaction, const NewMail& mail, Time now) {
  return at_door(transaction, [&]() -> base::Result<std::int64_t> {
    std::int64_t id = 0;
    const bool is_new =
        Statement(transaction,
                  "INSERT INTO outbox (message_id, ticket_id, kind, recipient, body, state, "
                  "attempts_count, queued_at, next_attempt_at, last_error) "
                  "VALUES (:message_id, :ticket_id, :kind, :recipient, :body, 'waiting', 0, :now, "
                  ":now, '') ON CONFLICT (message_id) DO NOTHING RETURNING id")
            .bind("message_id", mail.message_id)
            .bind("ticket_id", mail.ticket_id)
            .bind("kind", mail.kind)
            .bind("recipient", mail.recipient)
            .bind("body", mail.body)
            .bind("now", now)
            .into(id)
            .first();
    if (is_new) return id;
    Statement(transaction, "SELECT id FROM outbox WHERE message_id = :message_id")
        .bind("message_id", mail.message_id)
        .into(id)
        .first();
    return id;
  });
}

base::Result<std::vector<Mail>> lease_mails(Transaction& transaction, Time now,
                                            Milliseconds lease_time, std::int64_t count) {
  return at_door(transaction, [&]() -> base::Result<std::vector<Mail>> {
    // SQLite has one writer; PostgreSQL passes over rows that another server is just taking.
    const std::string lock =
        transaction.engine() == Engine::postgresql ? " FOR UPDATE SKIP LOCKED" : "";
    Statement lease(transaction,
                    "UPDATE outbox SET state = 'leased', leased_until = :until, "
                    "attempts_count = attempts_count + 1 WHERE id IN ("
                    "SELECT id FROM outbox WHERE (state = 'waiting' AND next_attempt_at <= :now) "
                    "OR (state = 'leased' AND leased_until <= :now) "
                    "ORDER BY next_attempt_at, id LIMIT :count" +
                        lock + ") RETURNING " + std::string(mail_columns));
    lease.bind("until", now + lease_time).bind("now", now).bind("count", count);
    std::vector<Mail> mails = MailReader(lease).all();
    // The order of RETURNING is not promised.
    std::sort(mails.begin(), mails.end(), [](const Mail& a, const Mail& b) {
      return std::pair(a.next_attempt_at, a.id) < std::pair(b.next_attempt_at, b.id);
    });
    return mails;
  });
}

base::Result<void> mail_handed_over(Transaction& transaction, std::int64_t id, Time now) {
  return at_door(transaction, [&]() -> base::Result<void> {
    std::int64_t changed = 0;
    const bool is_there = Statement(transaction,
                                    "UPDATE outbox SET state = 'handed_over', done_at = :now, "
                                    "last_error = '', leased_until = NULL "
                                    "WHERE id = :id RETURNING id")
                              .bind("now", now)
                              .bind("id", id)
                              .into(changed)
                              .first();
    if (is_there) return {};
    return base::fail(ErrorCode::not_found, "There is no such mail.");
  });
}

base::Result<void> retry_mail_at(Transaction& transaction, std::int64_t id, std::int64_t attempt,
                                 Time next_attempt_at, const std::string& error) {
  return end_lease(transaction, id, attempt, "state = 'waiting', next_attempt_at = :at",
                   next_attempt_at, error);
}

base::Result<void> give_up_mail(Transaction& transaction, std::int64_t id, std::int64_t attempt,
                                Time now, const std::string& error) {
  return end_lease(transaction, id, attempt, "state = 'dead', done_at = :at", now, error);
}

base::Result<void> send_mail_again(Transaction& transaction, std::int64_t id, Time now) {
  return at_door(transaction, [&]() -> base::Result<void> {
    std::int64_t changed = 0;
    const bool is_queued =
        Statement(transaction,
                  "UPDATE outbox SET state = 'waiting', attempts_count = 0, queued_at = :now, "
                  "next_attempt_at = :now, done_at = NULL "
                  "WHERE id = :id AND state IN ('dead', 'waiting') RETURNING id")
            .bind("now", now)
            .bind("id", id)
            .into(changed)
            .first();
    if (is_queued) return {};
    if (auto found = mail_with_id(transaction, id); !found) {
      return tl::unexpected<base::Error>(found.error());
    }
    return base::fail(ErrorCode::conflict,
                      "This mail cannot be sent again: it is being sent, was taken by the other "
                      "side, or its person has been erased.");
  });
}

base::Result<bool> mail_bounced(Transaction& transaction, const std::string& message_id, Time now,
                                const std::string& error) {
  return at_door(transaction, [&]() -> base::Result<bool> {
    std::int64_t changed = 0;
    return Statement(transaction,
                     "UPDATE outbox SET state = 'dead', done_at = :now, last_error = :error "
                     "WHERE message_id = :message_id AND state = 'handed_over' AND recipient <> '' "
                     "RETURNING id")
        .bind("now", now)
        .bind("error", error)
        .bind("message_id", message_id)
        .into(changed)
        .first();
  });
}

base::Result<std::optional<Mail>> find_mail_by_message_id(Transaction& transaction,
                                                          const std::string& message_id) {
  return at_door(transaction, [&]() -> base::Result<std::optional<Mail>> {
    Statement find(transaction, "SELECT " + std::string(mail_columns) +
                                    " FROM outbox WHERE message_id = :message_id");
    find.bind("message_id", message_id);
    const std::vector<Mail> found = MailReader(find).all();
    return found.empty() ? std::nullopt : std::optional(found.front());
  });
}

base::Result<Mail> find_mail(Transaction& transaction, std::int64_t id) {
  return at_door(transaction, [&] { return mail_with_id(transaction, id); });
}

base::Result<std::vector<Mail>> mails_of_ticket(Transaction& transaction, std::int64_t ticket_id) {
  return at_door(transaction, [&]() -> base::Result<std::vector<Mail>> {
    Statement find(transaction, "SELECT " + std::string(mail_columns) +
                                    " FROM outbox WHERE ticket_id = :ticket_id ORDER BY id");
    find.bind("ticket_id", ticket_id);
    return MailReader(find).all();
  });
}

base::Result<std::vector<Mail>> failed_mails(Transaction& transaction, std::int64_t limit) {
  return at_door(transaction, [&]() -> base::Result<std::vector<Mail>> {
    Statement find(transaction, "SELECT " + std::string(mail_columns) +
                                    " FROM outbox WHERE state = 'dead' OR (state = 'waiting' AND "
                                    "last_error <> '') ORDER BY state, id DESC LIMIT :limit");
    find.bind("limit", limit);
    return MailReader(find).all();
  });
}

base::Result<OutboxCounts> count_mails(Transaction& transaction) {
  return at_door(transaction, [&]() -> base::Result<OutboxCounts> {
    OutboxCounts counts;
    Statement(transaction,
              "SELECT COUNT(CASE WHEN state IN ('waiting', 'leased') THEN 1 END), "
              "COUNT(CASE WHEN state = 'handed_over' THEN 1 END), "
              "COUNT(CASE WHEN state = 'dead' THEN 1 END), "
              "COUNT(CASE WHEN state = 'erased' THEN 1 END), "
              "MIN(CASE WHEN state IN ('waiting', 'leased') THEN queued_at END) FROM outbox")
        .into(counts.waiting, counts.handed_over, counts.dead, counts.erased, counts.oldest_waiting)
        .first();
    return counts;
  });
}

}  // namespace store
