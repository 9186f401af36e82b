#include "store/accounts.h"

#include <string_view>

#include "store/failure.h"
#include "store/sessions.h"
#include "store/statement.h"

namespace store {
namespace {

using base::ErrorCode;

constexpr std::string_view account_columns =
    "id, login, name, role, password_hash, totp_secret, is_disabled, created_at";

void into_account(Statement& statement, Account& account) {
  statement.into(account.id, account.known_as.login, account.known_as.name, account.known_as.role,
                 account.password_hash, account.totp_secret, account.is_disabled,
                 account.created_at);
}

template <class Value>
base::Result<Account> account_where(Transaction& transaction, std::string_view condition,
                                    const Value& value) {
  Account account;
  Statement find(transaction, "SELECT " + std::string(account_columns) + " FROM account WHERE " +
                                  std::string(condition));
  find.bind("value", value);
  into_account(find, account);
  if (find.first()) return account;
  return base::fail(ErrorCode::not_found, "There is no such account.");
}

/// `set` changes the account to `value`. Whoever signed in under the old terms signs in again.
template <class Value>
base::Result<void> change(Transaction& transaction, std::int64_t id, std::string_view set,
                          const Value& value, bool ends_sessions) {
  return at_door(transaction, [&]() -> base::Result<void> {
    std::int64_t changed = 0;
    const bool is_there = Statement(transaction, "UPDATE account SET " + std::string(set) +
                                                     " WHERE id = :id RETURNING id")
                              .bind("id", id)
                              .bind("value", value)
                              .into(changed)
                              .first();
    if (!is_there) return base::fail(ErrorCode::not_found, "There is no such account.");
    if (ends_sessions) return end_sessions_of_account(transaction, id);
    return {};
  });
}

}  // namespace

base::Result<Account> add_account(Transaction& transaction, const NewAccount& account, Time now) {
  return at_door(transaction, [&]() -> base::Result<Account> {
    std::int64_t id = 0;
    const bool is_new =
        Statement(transaction,
                  "INSERT INTO account (login, name, role, password_hash, totp_secret, "
                  "totp_step_used, is_disabled, created_at) "
                  "VALUES (:login, :name, :role, '', '', 0, 0, :now) "
                  "ON CONFLICT (login) DO NOTHING RETURNING id")
            .bind("login", account.login)
            .bind("name", account.name)
            .bind("role", account.role)
            .bind("now", now)
            .into(id)
            .first();
    if (is_new) return account_where(transaction, "id = :value", id);
    return base::fail(ErrorCode::conflict,
                      "There is an account with this login already. Choose another login.");
  });
}

base::Result<Account> find_account(Transaction& transaction, const std::string& login) {
  return at_door(transaction, [&] { return account_where(transaction, "login = :value", login); });
}

base::Result<Account> find_account_by_id(Transaction& transaction, std::int64_t id) {
  return at_door(transaction, [&] { return account_where(transaction, "id = :value", id); });
}

base::Result<std::vector<Account>> list_accounts(Transaction& transaction) {
  return at_door(transaction, [&]() -> base::Result<std::vector<Account>> {
    std::vector<Account> accounts;
    Account account;
    Statement find(transaction,
                   "SELECT " + std::string(account_columns) + " FROM account ORDER BY login");
    into_account(find, account);
    while (find.next())
      accounts.push_back(account);
    return accounts;
  });
}

base::Result<void> set_account_name(Transaction& transaction, std::int64_t id,
                                    const std::string& name) {
  return change(transaction, id, "name = :value", name, false);
}

base::Result<void> set_account_role(Transaction& transaction, std::int64_t id,
                                    const std::string& role) {
  return change(transaction, id, "role = :value", role, true);
}

base::Result<void> set_password_hash(Transaction& transaction, std::int64_t id,
                                     const std::string& password_hash) {
  return change(transaction, id, "password_hash = :value", password_hash, true);
}

base::Result<void> set_totp_secret(Transaction& transaction, std::int64_t id,
                                   const std::string& totp_secret) {
  return change(transaction, id, "totp_secret = :value, totp_step_used = 0", totp_secret, true);
}

base::Result<void> set_account_disabled(Transaction& transaction, std::int64_t id,
                                        bool is_disabled) {
  return change(transaction, id, "is_disabled = :value", is_disabled, is_disabled);
}

base::Result<bool> use_totp_step(Transaction& transaction, std::int64_t id, std::int64_t step) {
  return at_door(transaction, [&]() -> base::Result<bool> {
    std::int64_t changed = 0;
    return Statement(transaction,
                     "UPDATE account SET totp_step_used = :step "
                     "WHERE id = :id AND totp_step_used < :step RETURNING id")
        .bind("step", step)
        .bind("id", id)
        .into(changed)
        .first();
  });
}

}  // namespace store
