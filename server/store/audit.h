// The record of who did what, which nobody can change without being found out: triggers refuse it,
// and each entry carries the digest of the one before. Holds no personal data.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/database.h"
#include "store/time.h"

namespace store {

struct AuditEntry {
  Time at;
  std::string actor;   ///< A login, or "system".
  std::string action;  ///< A word of the service, such as "ticket.assign".
  std::string object;  ///< What it was done to: a ticket's number, a login.
  std::string detail;  ///< JSON, or empty.

  friend bool operator==(const AuditEntry&, const AuditEntry&) = default;
};

/// The last entry, which stands for all before it.
struct AuditHead {
  std::int64_t sequence = 0;  ///< Entries so far.
  std::string sha256;         ///< Of the last; empty where there is none.

  friend bool operator==(const AuditHead&, const AuditHead&) = default;
};

/// Others who append wait until this transaction has ended.
base::Result<AuditHead> append_audit(Transaction& transaction, const AuditEntry& entry);

base::Result<AuditHead> audit_head(Transaction& transaction);

/// Newest first; `actor` and `object` empty: any.
struct AuditFilter {
  std::string actor = {};
  std::string object = {};
  std::int64_t limit = 100;
};
base::Result<std::vector<AuditEntry>> list_audit(Transaction& transaction,
                                                 const AuditFilter& filter);

/// Works out the whole chain again and gives its head. Fails with `conflict`, naming the first
/// entry that is not what was written. Entries cut off at the end are only found with `known`, a
/// head that was kept elsewhere, such as in the system's log.
base::Result<AuditHead> verify_audit(Transaction& transaction,
                                     const std::optional<AuditHead>& known);

}  // namespace store
