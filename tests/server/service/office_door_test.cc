#include "service/office_door.h"

#include <regex>

#include <catch2/catch_test_macros.hpp>

#include "server/service/account_fixture.h"
#include "support/has.h"

namespace {

using base::Instant;
using base::Language;
using http::PageAsk;
using service::OfficeDoor;
using support::desk_monday;
using support::has;

constexpr Instant soon{desk_monday.seconds + 60};

PageAsk form_of(http::Fields fields) {
  PageAsk ask;
  ask.is_form = true;
  ask.is_own_page = true;
  ask.client = "c";
  ask.form = std::move(fields);
  return ask;
}

struct Door : support::DeskFixture {
  service::Accounts accounts{database, support::cheap_password};
  OfficeDoor door{accounts, data};

  /// Serves as the second factor here.
  std::string recovery_code() { return support::first_account(accounts).at(0); }
  http::PageAnswer signed_in(const std::string& next) {
    return door.sign_in(Language::id,
                        form_of({{"login", "rina"},
                                 {"password", std::string(support::good_password)},
                                 {"code", recovery_code()},
                                 {"next", next}}),
                        soon);
  }
};

std::string cookies_of(const http::PageAnswer& answer) {
  return answer.cookie.substr(0, answer.cookie.find(';'));
}

}  // namespace

TEST_CASE("who has not signed in is sent to the door, and comes back to where they wanted to go") {
  Door office;
  PageAsk ask;
  ask.query = {{"tiket", "PD-2026-0001"}};
  const http::PageAnswer sent = office.door.sent_to_sign_in(Language::id, "/id/petugas/", ask);
  CHECK(sent.status == 303);
  CHECK(sent.location == "/id/petugas/masuk/?next=%2Fid%2Fpetugas%2F%3Ftiket%3DPD-2026-0001");

  const http::PageAnswer in = office.signed_in("/id/petugas/?tiket=PD-2026-0001");
  CHECK(in.status == 303);
  CHECK(in.location == "/id/petugas/?tiket=PD-2026-0001");
  ask.cookies = cookies_of(in);
  CHECK(office.door.signed_in(ask.cookies, soon)->account.known_as.login == "rina");
}

TEST_CASE("nobody is sent to another site") {
  for (const std::string next :
       {"//evil.example", "/id/petugas//evil.example", "https://evil.example", "/\\evil.example",
        "/id/petugas/\r\nX: 1", "/id/", ""}) {
    Door office;
    CHECK(office.signed_in(next).location == "/id/petugas/");
  }
}

TEST_CASE("the cookie is for this host alone, and out of the reach of scripts") {
  Door office;
  const std::string cookie = office.signed_in("").cookie;
  CHECK(std::regex_match(cookie, std::regex("__Host-sid=[0-9a-f]{64}; Path=/; HttpOnly; "
                                            "SameSite=Strict; Secure")));
}

TEST_CASE("wrong credentials are told in one sentence, and nothing typed but the name comes back") {
  Door office;
  office.recovery_code();
  const auto answer = office.door.sign_in(
      Language::en,
      form_of({{"login", "rina\"><script>"}, {"password", "secret words"}, {"code", "123456"}}),
      soon);
  CHECK(answer.status == 401);
  CHECK(has(answer.html, "User name, password or code is wrong."));
  CHECK(has(answer.html, "Try again after 2 seconds."));
  CHECK(has(answer.html, "value=\"rina&quot;&gt;&lt;script&gt;\""));
  CHECK_FALSE(has(answer.html, "secret words"));
  CHECK(answer.cookie.empty());
}

TEST_CASE("a form from a page that is not ours signs nobody in") {
  Door office;
  PageAsk ask = form_of({{"login", "rina"},
                         {"password", std::string(support::good_password)},
                         {"code", office.recovery_code()}});
  ask.is_own_page = false;
  const auto answer = office.door.sign_in(Language::id, ask, soon);
  CHECK(answer.status == 403);
  CHECK(answer.cookie.empty());
}

TEST_CASE("signing out ends the session and forgets the cookie") {
  Door office;
  http::ApiAsk ask;
  ask.cookies = cookies_of(office.signed_in(""));
  const http::ApiAnswer out = office.door.sign_out(ask, soon);
  CHECK(out.status == 200);
  CHECK(has(out.cookie, "Max-Age=0"));
  CHECK_FALSE(office.door.signed_in(ask.cookies, soon));
}

TEST_CASE("stepping up takes the password, and gives another cookie") {
  Door office;
  http::ApiAsk ask;
  ask.cookies = cookies_of(office.signed_in(""));
  ask.body = "{\"password\": \"wrong\", \"code\": \"123456\"}";
  CHECK(office.door.step_up(ask, soon).status == 403);
  ask.body = "no JSON";
  CHECK(office.door.step_up(ask, soon).status == 422);
  ask.cookies = "";
  CHECK(office.door.step_up(ask, soon).status == 401);
}

TEST_CASE("the page that sets an account up shows the key as text and as a picture") {
  Door office;
  PageAsk ask;
  ask.query = {{"token", "abc"}, {"first", "yes"}};
  const auto page = office.door.set_up(Language::id, ask, soon);
  CHECK(page.status == 200);
  CHECK(std::regex_search(page.html, std::regex("<code>[A-Z2-7]{32}</code>")));
  CHECK(has(page.html, "<svg class=\"qr\""));
  CHECK(has(page.html, "name=\"login\""));

  const auto refused = office.door.set_up(
      Language::id,
      form_of({{"token", "abc"}, {"secret", "ABC"}, {"password", "short"}, {"code", "1"}}), soon);
  CHECK(refused.status == 422);
  CHECK(has(refused.html, "Kata sandi kurang dari 12 huruf."));
  CHECK(has(refused.html, "<code>ABC</code>"));
}
