// A mailbox that answers oddly. That a real one is read is tests/mail/delivery_test.py's.
#include "mail/imap.h"

#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "support/has.h"
#include "support/scripted_server.h"

namespace {

using support::has;
using support::ScriptedServer;
using Numbers = std::vector<std::uint32_t>;

mail::ImapSettings imap_settings(const ScriptedServer& server) {
  mail::ImapSettings settings;
  settings.host = "127.0.0.1";
  settings.port = server.port();
  settings.user = "office";
  settings.password = "secret";
  settings.answer_ms = 1000;
  settings.whole_ms = 5000;
  return settings;
}

/// Greeting, capabilities, sign-in, folder; then the answers given. libcurl counts its commands
/// A001, A002 and so on.
std::vector<ScriptedServer::Script> mailbox_that(const ScriptedServer::Script& answers) {
  ScriptedServer::Script script = {"* OK ready", "* CAPABILITY IMAP4rev1\r\nA001 OK",
                                   "A002 OK signed in", "* 3 EXISTS\r\nA003 OK"};
  script.insert(script.end(), answers.begin(), answers.end());
  return {script};
}

TEST_CASE("mails that were not taken are listed, oldest first") {
  ScriptedServer server(mailbox_that({"* SEARCH 12 4 7\r\nA004 OK"}));
  {
    mail::Mailbox mailbox(imap_settings(server));
    CHECK(mailbox.waiting().value() == Numbers{4, 7, 12});
  }
  CHECK(has(server.heard()[0], "UID SEARCH UNKEYWORD LumbungTaken"));
}

TEST_CASE("an empty mailbox has none, and odd words are no numbers") {
  for (const char* answer : {"* SEARCH\r\nA004 OK", "A004 OK", "* SEARCH x -1 5y\r\nA004 OK"}) {
    CAPTURE(answer);
    ScriptedServer server(mailbox_that({answer}));
    mail::Mailbox mailbox(imap_settings(server));
    CHECK(mailbox.waiting().value().empty());
  }
}

TEST_CASE("a mailbox that does not let us in is told as unavailable") {
  ScriptedServer server(std::vector<ScriptedServer::Script>{
      {"* OK ready", "* CAPABILITY IMAP4rev1\r\nA001 OK", "A002 NO wrong"}});
  mail::Mailbox mailbox(imap_settings(server));
  const auto waiting = mailbox.waiting();
  REQUIRE_FALSE(waiting);
  CHECK(waiting.error().code == base::ErrorCode::unavailable);
}

TEST_CASE("a mail that is longer than the limit is not taken into memory") {
  ScriptedServer server(
      mailbox_that({"* 1 FETCH (UID 4 BODY[] {30}\r\n" + std::string(30, 'x') + ")\r\nA004 OK"}));
  mail::ImapSettings settings = imap_settings(server);
  settings.bytes_max = 20;
  mail::Mailbox mailbox(settings);
  const auto bytes = mailbox.fetch(4);
  REQUIRE_FALSE(bytes);
  CHECK(bytes.error().code == base::ErrorCode::too_large);
}

}  // namespace
