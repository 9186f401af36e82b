#include "store/accounts.h"

#include "server/store/test_store.h"
#include "store/sessions.h"

using namespace store_test;

namespace {

store::Account add_sari(TestStore& store) {
  return store.written([](Transaction& t) {
    return add_account(t, {"sari", "Sari A.", "admin_web"}, at(1));
  });
}

store::Account account_of(TestStore& store, const std::string& login) {
  return store.seen([&](Transaction& t) { return find_account(t, login); });
}

void sign_in(TestStore& store, std::int64_t account_id) {
  store.written([&](Transaction& t) {
    return begin_session(t,
                         {.token_sha256 = "token",
                          .account_id = account_id,
                          .idle_time = store::Milliseconds(100),
                          .whole_time = store::Milliseconds(100)},
                         at(0));
  });
}

bool is_signed_in(TestStore& store, std::int64_t account_id) {
  return !store.seen([&](Transaction& t) { return list_sessions(t, account_id, at(1)); }).empty();
}

}  // namespace

STORE_TEST("an account is added without password or code, and found by its login") {
  const store::Account added = add_sari(store);
  const store::Account found = account_of(store, "sari");
  CHECK(found.id == added.id);
  CHECK(found.known_as.name == "Sari A.");
  CHECK(found.known_as.role == "admin_web");
  CHECK(found.password_hash.empty());
  CHECK(found.totp_secret.empty());
  CHECK_FALSE(found.is_disabled);
  CHECK(found.created_at == at(1));
  CHECK(store.seen([&](Transaction& t) { return find_account_by_id(t, added.id); }).id == added.id);
}

STORE_TEST("a login is given once") {
  add_sari(store);
  const auto second = store.write([](Transaction& t) {
    return add_account(t, {"sari", "S.", "kabid"}, at(2));
  });
  REQUIRE_FALSE(second);
  CHECK(second.error().code == base::ErrorCode::conflict);
  CHECK(account_of(store, "sari").known_as.role == "admin_web");
}

STORE_TEST("accounts are listed by login") {
  add_sari(store);
  store.written([](Transaction& t) { return add_account(t, {"budi", "Budi", "kabid"}, at(2)); });
  const auto accounts = store.seen([](Transaction& t) { return list_accounts(t); });
  REQUIRE(accounts.size() == 2);
  CHECK(accounts[0].known_as.login == "budi");
  CHECK(accounts[1].known_as.login == "sari");
}

STORE_TEST("what changes an account's rights ends its sessions, and its name does not") {
  const std::int64_t id = add_sari(store).id;
  const auto ends_session = [&](auto change) {
    value(store.write([&](Transaction& t) { return end_sessions_of_account(t, id); }));
    sign_in(store, id);
    value(store.write(change));
    return !is_signed_in(store, id);
  };
  CHECK_FALSE(ends_session([&](Transaction& t) { return set_account_name(t, id, "Sari B."); }));
  CHECK(ends_session([&](Transaction& t) { return set_account_role(t, id, "kabid"); }));
  CHECK(ends_session([&](Transaction& t) { return set_password_hash(t, id, "$argon2id$"); }));
  CHECK(ends_session([&](Transaction& t) { return set_totp_secret(t, id, "JBSWY3DP"); }));
  CHECK(ends_session([&](Transaction& t) { return set_account_disabled(t, id, true); }));
  const store::Account changed = account_of(store, "sari");
  CHECK(changed.known_as.name == "Sari B.");
  CHECK(changed.known_as.role == "kabid");
  CHECK(changed.password_hash == "$argon2id$");
  CHECK(changed.totp_secret == "JBSWY3DP");
  CHECK(changed.is_disabled);
}

STORE_TEST("an account that is not there cannot be found or changed") {
  const auto missing = store.write([](Transaction& t) { return set_account_role(t, 77, "kabid"); });
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == base::ErrorCode::not_found);
  const auto unknown = store.read([](Transaction& t) { return find_account(t, "' OR 1=1 --"); });
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().code == base::ErrorCode::not_found);
}

STORE_TEST("a code is good once, and none before it afterwards") {
  const std::int64_t id = add_sari(store).id;
  const auto use = [&](std::int64_t step) {
    return store.written([&](Transaction& t) { return use_totp_step(t, id, step); });
  };
  CHECK(use(100));
  CHECK_FALSE(use(100));
  CHECK_FALSE(use(99));
  CHECK(use(101));
  value(store.write([&](Transaction& t) { return set_totp_secret(t, id, "NEW"); }));
  CHECK(use(100));
}
