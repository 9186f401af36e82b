// Accounts of the office. Hashes and secrets are made and checked by the service; the store keeps
// them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/database.h"
#include "store/time.h"

namespace store {

struct NewAccount {
  std::string login;  ///< As the service spells it (in lower case); unique.
  std::string name;   ///< As colleagues read it.
  std::string role;   ///< A word of the service.
};

struct Account {
  std::int64_t id = 0;
  NewAccount known_as;
  std::string password_hash;  ///< Empty: no password yet, nobody can sign in.
  std::string totp_secret;    ///< Empty: no second factor yet.
  bool is_disabled = false;
  Time created_at;
};

/// Fails with `conflict` where the login is taken.
base::Result<Account> add_account(Transaction& transaction, const NewAccount& account, Time now);

/// Fail with `not_found`; disabled accounts are found.
base::Result<Account> find_account(Transaction& transaction, const std::string& login);
base::Result<Account> find_account_by_id(Transaction& transaction, std::int64_t id);

/// By login; disabled ones too.
base::Result<std::vector<Account>> list_accounts(Transaction& transaction);

// --- Changes: each fails with `not_found` ---

base::Result<void> set_account_name(Transaction& transaction, std::int64_t id,
                                    const std::string& name);
/// Ends all sessions of the account.
base::Result<void> set_account_role(Transaction& transaction, std::int64_t id,
                                    const std::string& role);
/// Ends all sessions of the account.
base::Result<void> set_password_hash(Transaction& transaction, std::int64_t id,
                                     const std::string& password_hash);
/// Also forgets which code was used last. Ends all sessions of the account.
base::Result<void> set_totp_secret(Transaction& transaction, std::int64_t id,
                                   const std::string& totp_secret);
/// Disabling ends all sessions of the account.
base::Result<void> set_account_disabled(Transaction& transaction, std::int64_t id,
                                        bool is_disabled);

/// Uses up the code of a time step (RFC 6238: seconds since 1970 divided by 30). False where this
/// step or a later one has been used: each code is good once.
base::Result<bool> use_totp_step(Transaction& transaction, std::int64_t id, std::int64_t step);

}  // namespace store
