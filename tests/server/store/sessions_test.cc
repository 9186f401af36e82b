#include "store/sessions.h"

#include "server/store/test_store.h"
#include "store/accounts.h"

using namespace store_test;
using store::Milliseconds;

namespace {

std::int64_t account_with_login(TestStore& store, const std::string& login) {
  return store
      .written([&](Transaction& t) {
        return add_account(t, {login, login, "admin_web"}, at(0));
      })
      .id;
}

store::NewSession session_with_token(const std::string& token, std::int64_t account_id) {
  return {.token_sha256 = token,
          .account_id = account_id,
          .idle_time = Milliseconds(30),
          .whole_time = Milliseconds(100)};
}

store::Session begin(TestStore& store, const store::NewSession& wanted, std::int64_t ms) {
  return store.written([&](Transaction& t) { return begin_session(t, wanted, at(ms)); });
}

bool is_good(TestStore& store, const std::string& token, std::int64_t ms) {
  return store
      .write([&](Transaction& t) { return see_session(t, token, Milliseconds(30), at(ms)); })
      .has_value();
}

base::Result<std::string> use_token(TestStore& store, const std::string& token,
                                    const std::string& purpose, std::int64_t ms) {
  return store.write([&](Transaction& t) { return use_one_time_token(t, token, purpose, at(ms)); });
}

}  // namespace

STORE_TEST("a session is put off each time it is seen, and ends when it is idle") {
  begin(store, session_with_token("a", account_with_login(store, "sari")), 0);
  CHECK(is_good(store, "a", 29));
  CHECK(is_good(store, "a", 58));
  CHECK_FALSE(is_good(store, "a", 88));
  CHECK_FALSE(is_good(store, "b", 58));
}

STORE_TEST("a session ends at its last hour, however often it is seen") {
  begin(store, session_with_token("a", account_with_login(store, "sari")), 0);
  for (const std::int64_t ms : {25, 50, 75, 99})
    CHECK(is_good(store, "a", ms));
  CHECK_FALSE(is_good(store, "a", 100));
}

STORE_TEST("a session that steps up has a new token, and no more time than before") {
  const std::int64_t account = account_with_login(store, "sari");
  CHECK(begin(store, session_with_token("a", account), 0).stepped_up_at == std::nullopt);
  store::NewSession wanted = session_with_token("b", account);
  wanted.in_place_of = "a";
  wanted.is_stepped_up = true;
  const store::Session session = begin(store, wanted, 20);
  CHECK(session.stepped_up_at == at(20));
  CHECK(session.expires_at == at(100));
  CHECK_FALSE(is_good(store, "a", 21));
  CHECK(is_good(store, "b", 21));
}

STORE_TEST("nobody steps up in another's session, or in one that is over") {
  const std::int64_t sari = account_with_login(store, "sari");
  const std::int64_t budi = account_with_login(store, "budi");
  begin(store, session_with_token("a", sari), 0);
  const auto step_up = [&](std::int64_t account, std::int64_t ms) {
    store::NewSession wanted = session_with_token("b", account);
    wanted.in_place_of = "a";
    return store.write([&](Transaction& t) { return begin_session(t, wanted, at(ms)); });
  };
  CHECK_FALSE(step_up(budi, 1));
  CHECK_FALSE(step_up(sari, 30));
  CHECK(is_good(store, "a", 1));
}

STORE_TEST("sessions are ended one by one, and all of an account") {
  const std::int64_t sari = account_with_login(store, "sari");
  for (const std::string token : {"a", "b", "c"})
    begin(store, session_with_token(token, sari), 0);
  begin(store, session_with_token("d", account_with_login(store, "budi")), 5);
  value(store.write([](Transaction& t) { return end_session(t, "a"); }));
  const auto tokens = [&](std::optional<std::int64_t> account, std::int64_t ms) {
    std::string text;
    for (const auto& session :
         store.seen([&](Transaction& t) { return list_sessions(t, account, at(ms)); }))
      text += session.token_sha256;
    return text;
  };
  CHECK(tokens(sari, 1) == "bc");
  CHECK(tokens({}, 1) == "dbc");
  CHECK(tokens({}, 31) == "d");
  value(store.write([&](Transaction& t) { return end_sessions_of_account(t, sari); }));
  CHECK(tokens({}, 1) == "d");
}

STORE_TEST("a session of a disabled account is not good") {
  const std::int64_t sari = account_with_login(store, "sari");
  value(store.write([&](Transaction& t) { return set_account_disabled(t, sari, true); }));
  begin(store, session_with_token("a", sari), 0);
  CHECK_FALSE(is_good(store, "a", 1));
}

STORE_TEST("a token works once, for its purpose, until it expires") {
  const auto add = [&](const std::string& token) {
    return store.write([&](Transaction& t) {
      return add_one_time_token(t, {token, "password", "sari", at(50)});
    });
  };
  CHECK(add("a"));
  CHECK_FALSE(use_token(store, "a", "recovery", 1));
  CHECK(value(use_token(store, "a", "password", 1)) == "sari");
  const auto again = use_token(store, "a", "password", 2);
  REQUIRE_FALSE(again);
  CHECK(again.error().code == base::ErrorCode::not_found);
  const auto added_again = add("a");
  REQUIRE_FALSE(added_again);
  CHECK(added_again.error().code == base::ErrorCode::conflict);
  CHECK(add("b"));
  CHECK_FALSE(use_token(store, "b", "password", 50));
  CHECK(add("c"));
  value(store.write([](Transaction& t) { return revoke_one_time_tokens(t, "password", "sari"); }));
  CHECK_FALSE(use_token(store, "c", "password", 1));
}

STORE_TEST("what is over is swept, and what is good stays") {
  const std::int64_t sari = account_with_login(store, "sari");
  begin(store, session_with_token("old", sari), 0);
  begin(store, session_with_token("new", sari), 20);
  for (const std::int64_t ms : {30, 60}) {
    value(store.write([&](Transaction& t) {
      return add_one_time_token(t, {std::to_string(ms), "password", "sari", at(ms)});
    }));
  }
  value(store.write([](Transaction& t) { return sweep_sessions(t, at(40)); }));
  const auto left = store.seen([](Transaction& t) { return list_sessions(t, {}, at(1)); });
  REQUIRE(left.size() == 1);
  CHECK(left[0].token_sha256 == "new");
  CHECK_FALSE(use_token(store, "30", "password", 1));
  CHECK(use_token(store, "60", "password", 41));
}
