#include "service/accounts.h"

#include <catch2/catch_test_macros.hpp>

#include "server/service/account_fixture.h"
#include "service/totp.h"
#include "store/audit.h"

namespace {

using base::Instant;
using service::Accounts;
using service::Credentials;
using support::app_code;
using support::app_secret;
using support::desk_monday;
using support::good_password;

Instant later(std::int64_t seconds) { return {desk_monday.seconds + seconds}; }

struct Office : support::DeskFixture {
  Accounts accounts{database, support::cheap_password};

  service::SetUpOutcome set_up(const std::string& token, Instant now,
                               const std::string& login = "") {
    return support::set_up_account(accounts, token, now, login);
  }
  std::vector<std::string> with_rina() { return support::first_account(accounts); }
  service::SignInOutcome sign_in(Instant now, const std::string& password, const std::string& code,
                                 const std::string& client = "c") {
    return accounts.sign_in({" RINA ", password, code}, client, now);
  }
  service::SignInOutcome good_sign_in(Instant now) {
    return sign_in(now, std::string(good_password), app_code(now));
  }
};

}  // namespace

TEST_CASE("the first account is set up by its link, once, and signs in") {
  Office office;
  CHECK(office.with_rina().size() == 10);
  CHECK(office.accounts.first_link(desk_monday).value() == std::nullopt);

  const auto outcome = office.good_sign_in(later(60));
  REQUIRE_FALSE(outcome.token.empty());
  const auto seen = office.accounts.seen(outcome.token, later(61));
  REQUIRE(seen);
  CHECK(seen->account.known_as.login == "rina");
  CHECK(seen->role == desk::Role::admin_web);
  CHECK_FALSE(seen->is_stepped_up);
}

TEST_CASE("a link works once, for a day, and only the newest") {
  Office office;
  office.with_rina();
  const std::string first =
      office.accounts.add("yogi", "Yogi", desk::Role::section_head, desk_monday).value();
  const std::string second = office.accounts.new_link("yogi", desk_monday).value();
  const auto finding = [&](const std::string& token, Instant now) {
    const auto outcome = office.set_up(token, now);
    return outcome.findings.empty() ? std::string("none") : outcome.findings[0].first;
  };
  CHECK(finding(first, later(60)) == "token");
  CHECK(finding(second, later(25 * 60 * 60)) == "token");
  CHECK(finding(second, later(60)) == "none");
  CHECK(finding(second, later(120)) == "token");
}

TEST_CASE("a weak password, a wrong code and a strange name are told, and leave the link good") {
  Office office;
  const std::string token = *office.accounts.first_link(desk_monday).value();
  const auto outcome = office.accounts.set_up(
      {token, "Rina O", "Rina", "admin2026admin", std::string(app_secret), "000000"}, desk_monday);
  REQUIRE(outcome.findings.size() == 3);
  CHECK(outcome.findings[0].first == "login");
  CHECK(outcome.findings[1].first == "password");
  CHECK(outcome.findings[2].first == "code");
  CHECK(office.set_up(token, desk_monday, "").findings.at(0).first == "login");
  CHECK(office.set_up(token, desk_monday, "rina").findings.empty());
}

TEST_CASE("a code of the app is good once, a recovery code too") {
  Office office;
  const std::vector<std::string> codes = office.with_rina();
  const Instant now = later(60);
  CHECK_FALSE(office.good_sign_in(now).token.empty());
  CHECK(office.good_sign_in(now).token.empty());
  const std::string password(good_password);
  CHECK_FALSE(office.sign_in(later(600), password, codes[3]).token.empty());
  CHECK(office.sign_in(later(700), password, codes[3]).token.empty());
  CHECK(office.sign_in(later(800), password, "").token.empty());
}

TEST_CASE("each failure doubles the wait, and the wait is kept even with the right password") {
  Office office;
  office.with_rina();
  CHECK(office.sign_in(later(60), "wrong", app_code(later(60))).wait_seconds == 2);
  CHECK(office.good_sign_in(later(61)).token.empty());
  CHECK(office.sign_in(later(62), "wrong", app_code(later(62))).wait_seconds == 4);
  CHECK(office.good_sign_in(later(65)).wait_seconds == 1);
  CHECK_FALSE(office.good_sign_in(later(66)).token.empty());
}

TEST_CASE("an account that is not there waits like one that is") {
  Office office;
  office.with_rina();
  const Credentials nobody{"nobody", "wrong", "123456"};
  CHECK(office.accounts.sign_in(nobody, "c", later(60)).wait_seconds == 2);
  CHECK(office.accounts.sign_in(nobody, "c", later(61)).wait_seconds == 1);
}

TEST_CASE("a client has twenty tries in a quarter of an hour") {
  Office office;
  office.with_rina();
  for (int i = 0; i < 20; ++i)
    office.accounts.sign_in({"nobody" + std::to_string(i), "wrong", ""}, "c", later(60));
  CHECK(office.good_sign_in(later(60)).token.empty());
  CHECK_FALSE(office.sign_in(later(60), std::string(good_password), app_code(later(60)), "d")
                  .token.empty());
}

TEST_CASE("a session ends by rest, by age, by signing out, and with its account") {
  Office office;
  office.with_rina();
  const auto is_good = [&](const std::string& token, Instant now) {
    return office.accounts.seen(token, now).has_value();
  };
  const std::string rested = office.good_sign_in(later(60)).token;
  CHECK(is_good(rested, later(60 + 29 * 60)));
  CHECK_FALSE(is_good(rested, later(60 + 60 * 60)));

  const std::string left = office.good_sign_in(later(4000)).token;
  REQUIRE(office.accounts.sign_out(office.accounts.seen(left, later(4001)).value(), later(4001)));
  CHECK_FALSE(is_good(left, later(4002)));

  const std::string disabled = office.good_sign_in(later(5000)).token;
  REQUIRE(office.accounts.disable("rina", later(5001)));
  CHECK_FALSE(is_good(disabled, later(5002)));
  CHECK(office.good_sign_in(later(5100)).token.empty());
  CHECK_FALSE(is_good("", later(60)));
}

TEST_CASE("stepping up gives a new token, good for five minutes") {
  Office office;
  office.with_rina();
  const std::string before = office.good_sign_in(later(60)).token;
  const auto session = office.accounts.seen(before, later(61)).value();
  const Credentials again{"", std::string(good_password), app_code(later(120))};
  const std::string after = office.accounts.step_up(session, again, "c", later(120)).token;
  REQUIRE_FALSE(after.empty());
  CHECK_FALSE(office.accounts.seen(before, later(121)));
  CHECK(office.accounts.seen(after, later(121))->is_stepped_up);
  CHECK_FALSE(office.accounts.seen(after, later(120 + 301))->is_stepped_up);
}

TEST_CASE("who came in, and who was refused, is in the record, without what was typed") {
  Office office;
  office.with_rina();
  office.good_sign_in(later(60));
  office.accounts.sign_in({"mypassword", "x", ""}, "c", later(61));
  const auto entries =
      office.database.read([](store::Transaction& t) { return store::list_audit(t, {}); }).value();
  REQUIRE(entries.size() == 3);
  CHECK(entries[0].action == "sign_in.refused");
  CHECK(entries[0].object.empty());
  CHECK(entries[1].action == "sign_in");
  CHECK(entries[2].action == "account.set_up");
}
