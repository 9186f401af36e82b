#include "store/inbox.h"

#include "store/failure.h"
#include "store/statement.h"

namespace store {
namespace {

using base::ErrorCode;

/// Of SQLite and PostgreSQL alike: what is erased leaves its row, and no byte of what came.
constexpr std::string_view erase_held =
    "UPDATE held_mail SET sender = '', subject = '', bytes = :nothing, resolution = :resolution, "
    "actor = :actor, resolved_at = :now WHERE resolved_at IS NULL AND ";

std::string erase_held_where(Engine engine, std::string_view condition) {
  std::string sql(erase_held);
  const std::string_view place = ":nothing";
  sql.replace(sql.find(place), place.size(), bytes_parameter(engine, "nothing"));
  return sql + std::string(condition) + " RETURNING id";
}

}  // namespace

base::Result<bool> take_mail(Transaction& transaction, const TakenMail& mail, Time now) {
  return at_door(transaction, [&]() -> base::Result<bool> {
    std::string taken;
    return Statement(transaction,
                     "INSERT INTO taken_mail (fingerprint, message_id_sha256, taken_at, became) "
                     "VALUES (:fingerprint, :message_id, :now, '') "
                     "ON CONFLICT (fingerprint) DO NOTHING RETURNING fingerprint")
        .bind("fingerprint", mail.fingerprint)
        .bind("message_id", mail.message_id_sha256)
        .bind("now", now)
        .into(taken)
        .first();
  });
}

base::Result<void> mail_became(Transaction& transaction, const std::string& fingerprint,
                               const std::string& what, std::optional<std::int64_t> ticket_id) {
  return at_door(transaction, [&]() -> base::Result<void> {
    Statement(transaction,
              "UPDATE taken_mail SET became = :what, ticket_id = :ticket_id "
              "WHERE fingerprint = :fingerprint")
        .bind("what", what)
        .bind("ticket_id", ticket_id)
        .bind("fingerprint", fingerprint)
        .run();
    return {};
  });
}

base::Result<std::optional<std::int64_t>> ticket_of_taken_mail(
    Transaction& transaction, const std::string& message_id_sha256) {
  return at_door(transaction, [&]() -> base::Result<std::optional<std::int64_t>> {
    std::optional<std::int64_t> ticket_id;
    Statement(transaction,
              "SELECT ticket_id FROM taken_mail WHERE message_id_sha256 = :message_id "
              "AND ticket_id IS NOT NULL ORDER BY taken_at, fingerprint LIMIT 1")
        .bind("message_id", message_id_sha256)
        .into(ticket_id)
        .first();
    return ticket_id;
  });
}

base::Result<std::int64_t> hold_mail(Transaction& transaction, const NewHeldMail& mail, Time now) {
  return at_door(transaction, [&]() -> base::Result<std::int64_t> {
    std::int64_t id = 0;
    Statement insert(
        transaction,
        "INSERT INTO held_mail (reason, sender, subject, ticket_id, bytes_count, bytes, held_at, "
        "expires_at, resolution, actor) VALUES (:reason, :sender, :subject, :ticket_id, "
        ":bytes_count, " +
            bytes_parameter(transaction.engine(), "bytes") +
            ", :now, :expires_at, '', '') RETURNING id");
    insert.bind("reason", mail.reason)
        .bind("sender", mail.sender)
        .bind("subject", mail.subject)
        .bind("ticket_id", mail.ticket_id)
        .bind("bytes_count", static_cast<std::int64_t>(mail.bytes.size()))
        .bind("now", now)
        .bind("expires_at", mail.expires_at);
    insert.bind_bytes("bytes", mail.bytes).into(id).first();
    return id;
  });
}

base::Result<std::vector<HeldMail>> list_held_mails(Transaction& transaction, std::int64_t limit) {
  return at_door(transaction, [&]() -> base::Result<std::vector<HeldMail>> {
    std::vector<HeldMail> mails;
    HeldMail mail;
    Statement find(transaction,
                   "SELECT id, reason, sender, subject, ticket_id, bytes_count, held_at "
                   "FROM held_mail WHERE resolved_at IS NULL ORDER BY id LIMIT :limit");
    find.bind("limit", limit)
        .into(mail.id, mail.reason, mail.sender, mail.subject, mail.ticket_id, mail.bytes_count,
              mail.held_at);
    while (find.next())
      mails.push_back(mail);
    return mails;
  });
}

base::Result<std::string> read_held_mail(Transaction& transaction, std::int64_t id) {
  return at_door(transaction, [&]() -> base::Result<std::string> {
    std::string bytes;
    Statement find(transaction, "SELECT " + bytes_column(transaction.engine(), "bytes") +
                                    " FROM held_mail WHERE id = :id AND resolved_at IS NULL");
    find.bind("id", id).into_bytes(bytes);
    if (find.first()) return bytes;
    return base::fail(ErrorCode::not_found, "No such mail waits.");
  });
}

base::Result<void> resolve_held_mail(Transaction& transaction, std::int64_t id,
                                     const std::string& resolution, const std::string& actor,
                                     Time now) {
  return at_door(transaction, [&]() -> base::Result<void> {
    std::int64_t found = 0;
    const bool is_ours = Statement(transaction, erase_held_where(transaction.engine(), "id = :id"))
                             .bind_bytes("nothing", "")
                             .bind("resolution", resolution)
                             .bind("actor", actor)
                             .bind("now", now)
                             .bind("id", id)
                             .into(found)
                             .first();
    transaction.leave_no_traces();
    if (is_ours) return {};
    const bool is_there = Statement(transaction, "SELECT id FROM held_mail WHERE id = :id")
                              .bind("id", id)
                              .into(found)
                              .first();
    if (!is_there) return base::fail(ErrorCode::not_found, "There is no such mail.");
    return base::fail(ErrorCode::conflict, "Somebody else has decided about this mail already.");
  });
}

base::Result<std::int64_t> expire_held_mails(Transaction& transaction, Time now) {
  return at_door(transaction, [&]() -> base::Result<std::int64_t> {
    std::int64_t id = 0, count = 0;
    Statement erase(transaction, erase_held_where(transaction.engine(), "expires_at <= :now"));
    erase.bind_bytes("nothing", "")
        .bind("resolution", "expired")
        .bind("actor", "system")
        .bind("now", now)
        .into(id);
    while (erase.next())
      ++count;
    if (count > 0) transaction.leave_no_traces();
    return count;
  });
}

}  // namespace store
