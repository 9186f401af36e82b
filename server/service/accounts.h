// Who may come into the office: accounts, their first sign-in through a link that works once, and
// sessions. Time is an argument throughout; passwords and codes never reach a log.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/result.h"
#include "base/words.h"
#include "desk/access.h"
#include "service/password.h"
#include "store/accounts.h"
#include "store/database.h"

namespace service {

/// A session that is good now.
struct SignedIn {
  store::Account account;
  desk::Role role = desk::Role::admin_web;
  std::string token_sha256;
  bool is_stepped_up = false;  ///< Password and code were given within the last five minutes.
};

struct Credentials {
  std::string login;
  std::string password;
  std::string code;  ///< Of the app, or a recovery code.
};

struct SignInOutcome {
  std::string token;               ///< Of the session; empty: nobody signed in.
  std::int64_t wait_seconds = 0;   ///< Before the next try is looked at.
  bool is_store_at_fault = false;  ///< The store cannot be asked now.
};

struct SetUp {
  std::string token;  ///< Of the link.
  std::string login;  ///< For the first account, which has no name yet.
  std::string name;
  std::string password;
  std::string secret;  ///< As the page gave it to the app.
  std::string code;    ///< That the app makes of it: proves that it has it.
};

struct SetUpOutcome {
  /// Field and sentence; empty: done.
  std::vector<std::pair<std::string, base::Word>> findings;
  std::vector<std::string> recovery_codes;  ///< Shown once.
};

inline constexpr std::int64_t session_idle_seconds = 30 * 60;
inline constexpr std::int64_t session_whole_seconds = 8 * 60 * 60;
inline constexpr std::int64_t step_up_seconds = 5 * 60;
inline constexpr std::int64_t set_up_link_seconds = 24 * 60 * 60;
inline constexpr int recovery_codes_count = 10;

/// May be used by several threads at a time.
class Accounts {
 public:
  /// The database must outlive it.
  explicit Accounts(store::Database& database, PasswordCost cost = {});

  /// The same work and the same answer for an account that is not there, a wrong password, a wrong
  /// code and a disabled account. Each failure doubles the wait of that login, up to 15 minutes;
  /// a client has 20 tries in 15 minutes. Nobody is locked out for good.
  SignInOutcome sign_in(const Credentials& credentials, const std::string& client,
                        base::Instant now);

  /// The session of a token, put off by half an hour. Fails with `not_found` where it is over.
  base::Result<SignedIn> seen(const std::string& token, base::Instant now);

  /// A new token for the session, good for what needs a step-up; empty as `sign_in`.
  SignInOutcome step_up(const SignedIn& session, const Credentials& credentials,
                        const std::string& client, base::Instant now);

  base::Result<void> sign_out(const SignedIn& session, base::Instant now);

  // --- Accounts ---

  /// The token of a link that sets the account up. Fails with `conflict` where the login is taken,
  /// with `invalid` where it has other signs than a–z, 0–9, '.', '-' and '_'.
  base::Result<std::string> add(const std::string& login, const std::string& name, desk::Role role,
                                base::Instant now);
  /// A new link for an account that exists; the earlier ones are void.
  base::Result<std::string> new_link(const std::string& login, base::Instant now);
  /// The token of a link for the first account of all; nothing where there is an account.
  base::Result<std::optional<std::string>> first_link(base::Instant now);
  base::Result<void> disable(const std::string& login, base::Instant now);

  /// Sets password and second factor, and uses up the link. Ends the account's sessions.
  SetUpOutcome set_up(const SetUp& wanted, base::Instant now);

 private:
  struct Checked {
    store::Account account;
    std::optional<std::int64_t> step;  ///< Of a code from the app.
    bool is_right = false;
  };
  Checked check(const Credentials& credentials, base::Instant now);
  SignInOutcome attempt(const Credentials& credentials, const std::string& client,
                        const std::string& in_place_of, base::Instant now);

  store::Database& database_;
  const PasswordCost cost_;
};

}  // namespace service
