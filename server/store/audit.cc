#include "store/audit.h"

#include <string_view>

#include <fmt/format.h>

#include "base/digest.h"
#include "store/failure.h"
#include "store/statement.h"

namespace store {
namespace {

using base::ErrorCode;

/// PostgreSQL's writers of the chain form a line behind this number until their transactions end.
constexpr std::int64_t chain_lock = 0x6c756d62756e6702;

/// Each field with its length before it, so that no two entries are written alike.
std::string digest_from_entry(std::int64_t sequence, const AuditEntry& entry,
                              std::string_view prev_sha256) {
  std::string text;
  const auto add = [&](std::string_view field) {
    fmt::format_to(std::back_inserter(text), "{}:{},", field.size(), field);
  };
  add(std::to_string(sequence));
  add(std::to_string(entry.at.time_since_epoch().count()));
  add(entry.actor);
  add(entry.action);
  add(entry.object);
  add(entry.detail);
  add(prev_sha256);
  return base::sha256_hex(text);
}

AuditHead last_of_chain(Transaction& transaction) {
  AuditHead head;
  Statement(transaction, "SELECT sequence, sha256 FROM audit ORDER BY sequence DESC LIMIT 1")
      .into(head.sequence, head.sha256)
      .first();
  return head;
}

tl::unexpected<base::Error> broken_at(std::int64_t sequence, std::string why) {
  return base::fail(ErrorCode::conflict,
                    fmt::format("The record of actions has been changed from entry {} on. Keep "
                                "this database as it is, and compare it with a backup.",
                                sequence),
                    std::move(why));
}

}  // namespace

base::Result<AuditHead> append_audit(Transaction& transaction, const AuditEntry& entry) {
  return at_door(transaction, [&]() -> base::Result<AuditHead> {
    if (transaction.engine() == Engine::postgresql) {
      Statement(transaction, "SELECT pg_advisory_xact_lock(:lock)").bind("lock", chain_lock).run();
    }
    const AuditHead last = last_of_chain(transaction);
    AuditHead head{.sequence = last.sequence + 1, .sha256 = {}};
    head.sha256 = digest_from_entry(head.sequence, entry, last.sha256);
    Statement(transaction,
              "INSERT INTO audit (sequence, at, actor, action, object, detail, prev_sha256, "
              "sha256) VALUES (:sequence, :at, :actor, :action, :object, :detail, :prev_sha256, "
              ":sha256)")
        .bind("sequence", head.sequence)
        .bind("at", entry.at)
        .bind("actor", entry.actor)
        .bind("action", entry.action)
        .bind("object", entry.object)
        .bind("detail", entry.detail)
        .bind("prev_sha256", last.sha256)
        .bind("sha256", head.sha256)
        .run();
    return head;
  });
}

base::Result<AuditHead> audit_head(Transaction& transaction) {
  return at_door(transaction,
                 [&]() -> base::Result<AuditHead> { return last_of_chain(transaction); });
}

base::Result<std::vector<AuditEntry>> list_audit(Transaction& transaction,
                                                 const AuditFilter& filter) {
  return at_door(transaction, [&]() -> base::Result<std::vector<AuditEntry>> {
    std::vector<AuditEntry> entries;
    AuditEntry entry;
    Statement find(transaction,
                   "SELECT at, actor, action, object, detail FROM audit "
                   "WHERE (:actor = '' OR actor = :actor) AND (:object = '' OR object = :object) "
                   "ORDER BY sequence DESC LIMIT :limit");
    find.bind("actor", filter.actor)
        .bind("object", filter.object)
        .bind("limit", filter.limit)
        .into(entry.at, entry.actor, entry.action, entry.object, entry.detail);
    while (find.next())
      entries.push_back(entry);
    return entries;
  });
}

base::Result<AuditHead> verify_audit(Transaction& transaction,
                                     const std::optional<AuditHead>& known) {
  return at_door(transaction, [&]() -> base::Result<AuditHead> {
    AuditHead head;
    AuditEntry entry;
    std::int64_t sequence = 0;
    std::string prev_sha256;
    std::string sha256;
    Statement find(transaction,
                   "SELECT sequence, at, actor, action, object, detail, prev_sha256, sha256 "
                   "FROM audit ORDER BY sequence");
    find.into(sequence, entry.at, entry.actor, entry.action, entry.object, entry.detail,
              prev_sha256, sha256);
    while (find.next()) {
      if (sequence != head.sequence + 1) return broken_at(head.sequence + 1, "it is missing");
      if (prev_sha256 != head.sha256) return broken_at(sequence, "it does not follow the last");
      if (sha256 != digest_from_entry(sequence, entry, prev_sha256)) {
        return broken_at(sequence, "its content does not have its digest");
      }
      if (known && known->sequence == sequence && known->sha256 != sha256) {
        return broken_at(sequence, "it is not the head that was kept");
      }
      head = {sequence, sha256};
    }
    if (known && known->sequence > head.sequence) {
      return broken_at(head.sequence + 1, "the head that was kept is no longer there");
    }
    return head;
  });
}

}  // namespace store
