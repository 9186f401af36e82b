#include "service/accounts.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include <sodium.h>
#include <spdlog/spdlog.h>

#include "base/digest.h"
#include "base/must.h"
#include "base/text.h"
#include "service/ticket_record.h"
#include "service/totp.h"
#include "store/audit.h"
#include "store/limits.h"
#include "store/sessions.h"

namespace service {
namespace {

using base::ErrorCode;
using base::Instant;
using base::Word;
using std::chrono::seconds;
using store::Transaction;

constexpr std::string_view set_up_purpose = "set_up";
constexpr std::string_view first_purpose = "first_account";
constexpr std::string_view recovery_purpose = "recovery";
constexpr std::size_t login_bytes_max = 40;

constexpr store::RateLimit client_limit{20, std::chrono::minutes(15)};
constexpr store::DelayCurve account_delay{seconds(2), std::chrono::minutes(15)};

/// 256 bits that nobody can guess.
std::string new_token() {
  MUST(sodium_init() >= 0);
  std::string bytes(32, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return base::hex_from_bytes(bytes);
}

/// "4f1c-22d0-…": 64 bits, to be written down.
std::string new_recovery_code() { return new_token().substr(0, 16); }

std::string login_from_text(std::string_view text) {
  std::string login(base::trimmed(text));
  for (char& sign : login) {
    if (sign >= 'A' && sign <= 'Z') sign = static_cast<char>(sign - 'A' + 'a');
  }
  return login;
}

bool is_login(std::string_view text) {
  return !text.empty() && text.size() <= login_bytes_max &&
         std::all_of(text.begin(), text.end(), [](char sign) {
           return base::is_digit(sign) || (sign >= 'a' && sign <= 'z') || sign == '.' ||
                  sign == '-' || sign == '_';
         });
}

base::Result<void> audit(Transaction& transaction, Instant now, const std::string& actor,
                         const std::string& action, const std::string& object) {
  const auto head = store::append_audit(transaction, {store_time(now), actor, action, object, ""});
  if (!head) return tl::unexpected(head.error());
  return {};
}

base::Result<std::string> link_for(Transaction& transaction, std::string_view purpose,
                                   const std::string& subject, Instant now) {
  const auto revoked = store::revoke_one_time_tokens(transaction, std::string(purpose), subject);
  if (!revoked) return tl::unexpected(revoked.error());
  std::string token = new_token();
  const auto added = store::add_one_time_token(
      transaction, {base::sha256_hex(token), std::string(purpose), subject,
                    store_time({now.seconds + set_up_link_seconds})});
  if (!added) return tl::unexpected(added.error());
  return token;
}

/// Uses up a recovery code of this account.
bool is_recovery_code(Transaction& transaction, const std::string& login, std::string_view code,
                      Instant now) {
  const auto subject =
      store::use_one_time_token(transaction, base::sha256_hex(login + " " + std::string(code)),
                                std::string(recovery_purpose), store_time(now));
  return subject && *subject == login;
}

}  // namespace

Accounts::Accounts(store::Database& database, PasswordCost cost)
    : database_(database), cost_(cost) {}

// --- Signing in ---

Accounts::Checked Accounts::check(const Credentials& credentials, Instant now) {
  Checked checked;
  const auto account = database_.read([&](Transaction& transaction) {
    return store::find_account(transaction, credentials.login);
  });
  if (account) checked.account = *account;
  const bool is_right_password =
      is_password(checked.account.password_hash, credentials.password, cost_);
  checked.step = totp_step_of(checked.account.totp_secret, credentials.code, now);
  checked.is_right = is_right_password && !checked.account.is_disabled;
  return checked;
}

SignInOutcome Accounts::attempt(const Credentials& given, const std::string& client,
                                const std::string& in_place_of, Instant now) {
  const Credentials credentials{login_from_text(given.login), given.password,
                                std::string(base::trimmed(given.code))};
  const std::string delay_key = "account:" + credentials.login.substr(0, login_bytes_max);
  SignInOutcome outcome;
  bool may_try = false;
  const auto asked = database_.write([&](Transaction& transaction) -> base::Result<void> {
    may_try = false;
    const auto delay = store::find_login_delay(transaction, delay_key);
    if (!delay) return tl::unexpected(delay.error());
    outcome.wait_seconds =
        std::max<std::int64_t>(0, instant_from_store(delay->allowed_at).seconds - now.seconds);
    if (outcome.wait_seconds > 0) return {};
    const auto taken = store::take(transaction, "sign-in:" + client, client_limit, store_time(now));
    if (!taken) return tl::unexpected(taken.error());
    may_try = *taken;
    if (!may_try) outcome.wait_seconds = 15 * 60;
    return {};
  });
  if (!asked) {
    outcome.is_store_at_fault = true;
    return outcome;
  }
  if (!may_try) return outcome;

  // Outside of the transaction: it takes a tenth of a second.
  const Checked checked = check(credentials, now);
  const auto done = database_.write([&](Transaction& transaction) -> base::Result<void> {
    outcome.token.clear();
    bool is_right = checked.is_right;
    if (is_right && checked.step) {
      const auto used = store::use_totp_step(transaction, checked.account.id, *checked.step);
      if (!used) return tl::unexpected(used.error());
      is_right = *used;
    } else if (is_right) {
      is_right = is_recovery_code(transaction, credentials.login, credentials.code, now);
    }
    if (!is_right) {
      const auto delay =
          store::count_login_failure(transaction, delay_key, account_delay, store_time(now));
      if (!delay) return tl::unexpected(delay.error());
      outcome.wait_seconds =
          std::max<std::int64_t>(0, instant_from_store(delay->allowed_at).seconds - now.seconds);
      // The account's name is not logged: people type their password there.
      return audit(transaction, now, "system", "sign_in.refused",
                   checked.account.id != 0 ? checked.account.known_as.login : "");
    }
    outcome.token = new_token();
    store::NewSession session;
    session.token_sha256 = base::sha256_hex(outcome.token);
    session.account_id = checked.account.id;
    session.idle_time = seconds(session_idle_seconds);
    session.whole_time = seconds(session_whole_seconds);
    session.in_place_of = in_place_of;
    session.is_stepped_up = !in_place_of.empty();
    const auto begun = store::begin_session(transaction, session, store_time(now));
    if (!begun) return tl::unexpected(begun.error());
    const auto forgotten = store::forget_login_failures(transaction, delay_key);
    if (!forgotten) return tl::unexpected(forgotten.error());
    return audit(transaction, now, credentials.login, in_place_of.empty() ? "sign_in" : "step_up",
                 credentials.login);
  });
  if (!done) {
    outcome.token.clear();
    outcome.is_store_at_fault = true;
  }
  return outcome;
}

SignInOutcome Accounts::sign_in(const Credentials& credentials, const std::string& client,
                                Instant now) {
  return attempt(credentials, client, "", now);
}

SignInOutcome Accounts::step_up(const SignedIn& session, const Credentials& credentials,
                                const std::string& client, Instant now) {
  return attempt({session.account.known_as.login, credentials.password, credentials.code}, client,
                 session.token_sha256, now);
}

base::Result<SignedIn> Accounts::seen(const std::string& token, Instant now) {
  return database_.write([&](Transaction& transaction) -> base::Result<SignedIn> {
    const std::string token_sha256 = base::sha256_hex(token);
    const auto session = store::see_session(transaction, token_sha256,
                                            seconds(session_idle_seconds), store_time(now));
    if (!session) return tl::unexpected(session.error());
    const auto account = store::find_account_by_id(transaction, session->account_id);
    if (!account) return tl::unexpected(account.error());
    const auto role = desk::role_from_text(account->known_as.role);
    if (!role)
      return base::fail(ErrorCode::not_found, "The account has a role that is none.",
                        account->known_as.role);
    SignedIn signed_in{*account, *role, token_sha256, false};
    if (session->stepped_up_at)
      signed_in.is_stepped_up =
          now.seconds - instant_from_store(*session->stepped_up_at).seconds <= step_up_seconds;
    return signed_in;
  });
}

base::Result<void> Accounts::sign_out(const SignedIn& session, Instant now) {
  return database_.write([&](Transaction& transaction) -> base::Result<void> {
    const auto ended = store::end_session(transaction, session.token_sha256);
    if (!ended) return ended;
    const std::string& login = session.account.known_as.login;
    return audit(transaction, now, login, "sign_out", login);
  });
}

// --- Accounts ---

base::Result<std::string> Accounts::add(const std::string& login, const std::string& name,
                                        desk::Role role, Instant now) {
  if (!is_login(login))
    return base::fail(ErrorCode::invalid,
                      "A login has 1 to 40 signs of a to z, 0 to 9, '.', '-' and '_'.", login);
  return database_.write([&](Transaction& transaction) -> base::Result<std::string> {
    const auto added = store::add_account(
        transaction, {login, name, std::string(desk::text_from_role(role))}, store_time(now));
    if (!added) return tl::unexpected(added.error());
    const auto noted = audit(transaction, now, "system", "account.add", login);
    if (!noted) return tl::unexpected(noted.error());
    return link_for(transaction, set_up_purpose, login, now);
  });
}

base::Result<std::string> Accounts::new_link(const std::string& login, Instant now) {
  return database_.write([&](Transaction& transaction) -> base::Result<std::string> {
    const auto account = store::find_account(transaction, login);
    if (!account) return tl::unexpected(account.error());
    const auto noted = audit(transaction, now, "system", "account.link", login);
    if (!noted) return tl::unexpected(noted.error());
    return link_for(transaction, set_up_purpose, login, now);
  });
}

base::Result<std::optional<std::string>> Accounts::first_link(Instant now) {
  return database_.write([&](Transaction& transaction) -> base::Result<std::optional<std::string>> {
    const auto accounts = store::list_accounts(transaction);
    if (!accounts) return tl::unexpected(accounts.error());
    if (!accounts->empty()) return std::nullopt;
    auto token = link_for(transaction, first_purpose, "", now);
    if (!token) return tl::unexpected(token.error());
    return std::optional<std::string>(*std::move(token));
  });
}

base::Result<void> Accounts::disable(const std::string& login, Instant now) {
  return database_.write([&](Transaction& transaction) -> base::Result<void> {
    const auto account = store::find_account(transaction, login);
    if (!account) return tl::unexpected(account.error());
    const auto disabled = store::set_account_disabled(transaction, account->id, true);
    if (!disabled) return disabled;
    return audit(transaction, now, "system", "account.disable", login);
  });
}

namespace {

/// The account that a link is for; the first of all is made.
base::Result<store::Account> account_of_link(Transaction& transaction, const SetUp& wanted,
                                             const std::string& login, Instant now) {
  const std::string token = base::sha256_hex(wanted.token);
  const auto subject =
      store::use_one_time_token(transaction, token, std::string(set_up_purpose), store_time(now));
  if (subject) return store::find_account(transaction, *subject);
  const auto first =
      store::use_one_time_token(transaction, token, std::string(first_purpose), store_time(now));
  if (!first) return tl::unexpected(first.error());
  const auto accounts = store::list_accounts(transaction);
  if (!accounts) return tl::unexpected(accounts.error());
  if (!accounts->empty()) return base::fail(ErrorCode::not_found, "There is an account already.");
  if (!is_login(login)) return base::fail(ErrorCode::invalid, "A login is needed.", login);
  return store::add_account(
      transaction, {login, wanted.name, std::string(desk::text_from_role(desk::Role::admin_web))},
      store_time(now));
}

base::Result<std::vector<std::string>> new_recovery_codes(Transaction& transaction,
                                                          const std::string& login, Instant now) {
  const auto revoked =
      store::revoke_one_time_tokens(transaction, std::string(recovery_purpose), login);
  if (!revoked) return tl::unexpected(revoked.error());
  constexpr std::int64_t kept_seconds = std::int64_t{10} * 365 * 24 * 60 * 60;
  std::vector<std::string> codes;
  for (int i = 0; i < recovery_codes_count; ++i) {
    codes.push_back(new_recovery_code());
    const auto added = store::add_one_time_token(
        transaction, {base::sha256_hex(login + " " + codes.back()), std::string(recovery_purpose),
                      login, store_time({now.seconds + kept_seconds})});
    if (!added) return tl::unexpected(added.error());
  }
  return codes;
}

}  // namespace

SetUpOutcome Accounts::set_up(const SetUp& wanted, Instant now) {
  SetUpOutcome outcome;
  const std::string login = login_from_text(wanted.login);
  if (!wanted.login.empty() && !is_login(login))
    outcome.findings.emplace_back("login", Word::finding_login);
  if (const auto refusal = refusal_of_password(wanted.password, login))
    outcome.findings.emplace_back("password", *refusal);
  const auto step = totp_step_of(wanted.secret, base::trimmed(wanted.code), now);
  if (!step) outcome.findings.emplace_back("code", Word::finding_code);
  if (!outcome.findings.empty()) return outcome;

  const std::string hash = hash_from_password(wanted.password, cost_);
  const auto done = database_.write([&](Transaction& transaction) -> base::Result<void> {
    const auto account = account_of_link(transaction, wanted, login, now);
    if (!account) return tl::unexpected(account.error());
    for (const base::Result<void>& changed :
         {store::set_password_hash(transaction, account->id, hash),
          store::set_totp_secret(transaction, account->id, wanted.secret)}) {
      if (!changed) return changed;
    }
    const auto used = store::use_totp_step(transaction, account->id, *step);
    if (!used) return tl::unexpected(used.error());
    auto codes = new_recovery_codes(transaction, account->known_as.login, now);
    if (!codes) return tl::unexpected(codes.error());
    outcome.recovery_codes = *std::move(codes);
    return audit(transaction, now, account->known_as.login, "account.set_up",
                 account->known_as.login);
  });
  if (!done) {
    outcome.recovery_codes.clear();
    if (done.error().code == ErrorCode::not_found)
      outcome.findings.emplace_back("token", Word::finding_link);
    else if (done.error().code == ErrorCode::invalid)
      outcome.findings.emplace_back("login", Word::finding_login);
    else
      outcome.findings.emplace_back("", Word::request_unavailable);
  }
  return outcome;
}

}  // namespace service
