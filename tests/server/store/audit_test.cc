#include "store/audit.h"

#include <thread>

#include "server/store/test_store.h"
#include "store/statement.h"

using namespace store_test;

namespace {

store::AuditEntry entry(const std::string& object) {
  return {.at = at(1), .actor = "sari", .action = "ticket.assign", .object = object, .detail = ""};
}

store::AuditHead append(TestStore& store, const std::string& object) {
  return store.written([&](Transaction& t) { return append_audit(t, entry(object)); });
}

base::Result<store::AuditHead> verify(TestStore& store,
                                      std::optional<store::AuditHead> known = {}) {
  return store.read([&](Transaction& t) { return verify_audit(t, known); });
}

/// What somebody with the administrator's rights in the database could do.
void tamper(TestStore& store, const std::string& sql) {
  const bool is_sqlite = store.place().engine() == Engine::sqlite;
  value(store.write([&](Transaction& t) -> base::Result<void> {
    if (is_sqlite) {
      store::Statement(t, "DROP TRIGGER audit_no_UPDATE").run();
      store::Statement(t, "DROP TRIGGER audit_no_DELETE").run();
    } else {
      store::Statement(t, "ALTER TABLE audit DISABLE TRIGGER USER").run();
    }
    store::Statement(t, sql).run();
    return {};
  }));
}

std::string broken_entry(TestStore& store, std::optional<store::AuditHead> known = {}) {
  const auto broken = verify(store, known);
  REQUIRE_FALSE(broken);
  CHECK(broken.error().code == base::ErrorCode::conflict);
  return broken.error().message.substr(0, broken.error().message.find(" on."));
}

}  // namespace

STORE_TEST("each entry follows the one before, and the chain holds") {
  CHECK(value(verify(store)) == store::AuditHead{0, ""});
  const auto first = append(store, "PD-1");
  CHECK(first.sequence == 1);
  CHECK(first.sha256.size() == 64);
  const auto second = append(store, "PD-1");
  CHECK(second.sequence == 2);
  CHECK(second.sha256 != first.sha256);
  CHECK(value(verify(store)) == second);
  CHECK(value(verify(store, first)) == second);
  CHECK(store.seen([](Transaction& t) { return audit_head(t); }) == second);
}

STORE_TEST("entries are listed newest first, by actor and by object") {
  append(store, "PD-1");
  append(store, "PD-2");
  const auto listed = [&](const store::AuditFilter& filter) {
    return store.seen([&](Transaction& t) { return list_audit(t, filter); });
  };
  CHECK(listed({}) == std::vector{entry("PD-2"), entry("PD-1")});
  CHECK(listed({.object = "PD-1"}) == std::vector{entry("PD-1")});
  CHECK(listed({.actor = "budi"}).empty());
  CHECK(listed({.limit = 1}) == std::vector{entry("PD-2")});
}

STORE_TEST("an entry that was changed is found") {
  for (const std::string object : {"PD-1", "PD-2", "PD-3"})
    append(store, object);
  tamper(store, "UPDATE audit SET object = 'PD-9' WHERE sequence = 2");
  CHECK(broken_entry(store) == "The record of actions has been changed from entry 2");
}

STORE_TEST("an entry that was taken out is found") {
  for (const std::string object : {"PD-1", "PD-2", "PD-3"})
    append(store, object);
  tamper(store, "DELETE FROM audit WHERE sequence = 2");
  CHECK(broken_entry(store) == "The record of actions has been changed from entry 2");
}

STORE_TEST("entries cut off at the end are found by a head that was kept") {
  append(store, "PD-1");
  const auto known = append(store, "PD-2");
  tamper(store, "DELETE FROM audit WHERE sequence = 2");
  CHECK(verify(store));
  CHECK(broken_entry(store, known) == "The record of actions has been changed from entry 2");
  append(store, "PD-8");
  CHECK(verify(store));
  CHECK(broken_entry(store, known) == "The record of actions has been changed from entry 2");
}

STORE_TEST("two who append at once make one chain") {
  const auto append_some = [&] {
    for (int i = 0; i < 10; ++i)
      append(store, "PD-1");
  };
  std::thread other(append_some);
  append_some();
  other.join();
  CHECK(value(verify(store)).sequence == 20);
}
