#include "store/people.h"

#include "store/failure.h"
#include "store/statement.h"

namespace store {
namespace {

using base::ErrorCode;

base::Result<void> require_ticket(Transaction& transaction, std::int64_t ticket_id) {
  std::int64_t found = 0;
  const bool is_there = Statement(transaction, "SELECT id FROM ticket WHERE id = :id")
                            .bind("id", ticket_id)
                            .into(found)
                            .first();
  if (is_there) return {};
  return base::fail(ErrorCode::not_found, "There is no such request.");
}

void erase(Transaction& transaction, std::int64_t ticket_id, Time now) {
  Statement(transaction, "DELETE FROM person WHERE ticket_id = :id").bind("id", ticket_id).run();
  Statement(transaction, "DELETE FROM attachment WHERE ticket_id = :id AND is_personal = 1")
      .bind("id", ticket_id)
      .run();
  Statement(transaction,
            "UPDATE outbox SET recipient = '', body = '', last_error = '', leased_until = NULL, "
            "state = CASE WHEN state = 'handed_over' THEN state ELSE 'erased' END "
            "WHERE ticket_id = :id")
      .bind("id", ticket_id)
      .run();
  Statement(transaction,
            "UPDATE ticket SET person_erased_at = :now WHERE id = :id AND person_erased_at IS NULL")
      .bind("id", ticket_id)
      .bind("now", now)
      .run();
  transaction.leave_no_traces();
}

}  // namespace

base::Result<void> put_person(Transaction& transaction, std::int64_t ticket_id,
                              const PersonPart& part, Time expires_at) {
  return at_door(transaction, [&]() -> base::Result<void> {
    if (auto there = require_ticket(transaction, ticket_id); !there) return there;
    Statement(transaction,
              "INSERT INTO person (ticket_id, part, body, expires_at) "
              "VALUES (:ticket_id, :part, :body, :expires_at) "
              "ON CONFLICT (ticket_id, part) "
              "DO UPDATE SET body = excluded.body, expires_at = excluded.expires_at")
        .bind("ticket_id", ticket_id)
        .bind("part", part.part)
        .bind("body", part.body)
        .bind("expires_at", expires_at)
        .run();
    Statement(transaction, "UPDATE ticket SET person_erased_at = NULL WHERE id = :id")
        .bind("id", ticket_id)
        .run();
    return {};
  });
}

base::Result<void> set_person_expiry(Transaction& transaction, std::int64_t ticket_id,
                                     Time expires_at) {
  return at_door(transaction, [&]() -> base::Result<void> {
    Statement(transaction, "UPDATE person SET expires_at = :expires_at WHERE ticket_id = :id")
        .bind("id", ticket_id)
        .bind("expires_at", expires_at)
        .run();
    return {};
  });
}

base::Result<std::vector<PersonPart>> view_person(Transaction& transaction, std::int64_t ticket_id,
                                                  const Viewer& viewer, Time now) {
  return at_door(transaction, [&]() -> base::Result<std::vector<PersonPart>> {
    if (auto there = require_ticket(transaction, ticket_id); !there) {
      return tl::unexpected<base::Error>(there.error());
    }
    Statement(transaction,
              "INSERT INTO person_view (ticket_id, actor, purpose, at) "
              "VALUES (:ticket_id, :actor, :purpose, :now)")
        .bind("ticket_id", ticket_id)
        .bind("actor", viewer.actor)
        .bind("purpose", viewer.purpose)
        .bind("now", now)
        .run();
    std::vector<PersonPart> parts;
    PersonPart part;
    Statement find(transaction,
                   "SELECT part, body FROM person WHERE ticket_id = :ticket_id ORDER BY part");
    find.bind("ticket_id", ticket_id).into(part.part, part.body);
    while (find.next())
      parts.push_back(part);
    return parts;
  });
}

base::Result<std::vector<PersonView>> views_of_person(Transaction& transaction,
                                                      std::int64_t ticket_id) {
  return at_door(transaction, [&]() -> base::Result<std::vector<PersonView>> {
    std::vector<PersonView> views;
    PersonView view;
    Statement find(transaction,
                   "SELECT ticket_id, actor, purpose, at FROM person_view "
                   "WHERE ticket_id = :ticket_id ORDER BY id");
    find.bind("ticket_id", ticket_id)
        .into(view.ticket_id, view.viewer.actor, view.viewer.purpose, view.at);
    while (find.next())
      views.push_back(view);
    return views;
  });
}

base::Result<void> erase_person(Transaction& transaction, std::int64_t ticket_id, Time now) {
  return at_door(transaction, [&]() -> base::Result<void> {
    if (auto there = require_ticket(transaction, ticket_id); !there) return there;
    erase(transaction, ticket_id, now);
    return {};
  });
}

base::Result<std::vector<std::int64_t>> erase_expired_people(Transaction& transaction, Time now,
                                                             std::int64_t limit) {
  return at_door(transaction, [&]() -> base::Result<std::vector<std::int64_t>> {
    std::vector<std::int64_t> expired;
    std::int64_t ticket_id = 0;
    Statement find(transaction,
                   "SELECT ticket_id FROM person GROUP BY ticket_id "
                   "HAVING MAX(expires_at) <= :now ORDER BY ticket_id LIMIT :limit");
    find.bind("now", now).bind("limit", limit).into(ticket_id);
    while (find.next())
      expired.push_back(ticket_id);
    for (const std::int64_t id : expired)
      erase(transaction, id, now);
    return expired;
  });
}

}  // namespace store
