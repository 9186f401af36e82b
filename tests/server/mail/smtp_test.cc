// Handing mails over to servers that refuse, hang up, and answer oddly. That a real server takes
// them is tests/mail/delivery_test.py's.
#include "mail/smtp.h"

#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "support/has.h"
#include "support/scripted_server.h"

namespace {

using Outcome = mail::Handover::Outcome;
using support::has;
using support::ScriptedServer;

mail::SmtpSettings smtp_settings(const ScriptedServer& server) {
  mail::SmtpSettings settings;
  settings.host = "127.0.0.1";
  settings.port = server.port();
  settings.own_name = "lumbung.example";
  settings.answer_ms = 1000;
  settings.whole_ms = 5000;
  return settings;
}

mail::Handover handed(ScriptedServer& server,
                      const std::string& bytes = "Subject: a\r\n\r\nb\r\n") {
  return mail::hand_over(smtp_settings(server), "office@bps.example", "rina@example.org", bytes);
}

const ScriptedServer::Script good = {"220 mx", "250 mx",    "250 ok",
                                     "250 ok", "354 go on", "250 taken as 7"};

/// The same, but for the answer at `place`.
ScriptedServer::Script good_but(std::size_t place, const std::string& answer) {
  ScriptedServer::Script script = good;
  script.resize(place);
  script.push_back(answer);
  return script;
}

TEST_CASE("a mail that the server takes was handed over to one reader, as it is") {
  ScriptedServer server({good});
  const mail::Handover handover = handed(server, "Subject: a\r\n\r\n.\r\n..b\r\n.c\r\n");
  CHECK(handover.outcome == Outcome::accepted);
  CHECK(server.heard() ==
        std::vector<std::string>{"EHLO lumbung.example\r\nMAIL FROM:<office@bps.example>\r\n"
                                 "RCPT TO:<rina@example.org>\r\nDATA\r\n"
                                 // A dot that begins a line is doubled (RFC 5321, 4.5.2).
                                 "Subject: a\r\n\r\n..\r\n...b\r\n..c\r\n.\r\nQUIT\r\n"});
}

TEST_CASE("a server that is busy is asked again later, whenever it says so") {
  for (std::size_t place = 0; place < good.size(); ++place) {
    CAPTURE(place);
    ScriptedServer server({good_but(place, "451 later")});
    CHECK(handed(server).outcome == Outcome::later);
  }
}

TEST_CASE("a server that refuses the reader or the text is not asked again, and is quoted") {
  for (const std::size_t place : {2, 3, 4, 5}) {
    CAPTURE(place);
    ScriptedServer server({good_but(place, "550 no such reader")});
    const mail::Handover handover = handed(server);
    CHECK(handover.outcome == Outcome::never);
    CHECK(has(handover.said, "550 no such reader"));
  }
}

TEST_CASE("a server that hangs up at any point is asked again later") {
  for (std::size_t place = 0; place < good.size(); ++place) {
    CAPTURE(place);
    ScriptedServer server({good_but(place, "")});
    CHECK(handed(server).outcome == Outcome::later);
  }
}

TEST_CASE("where nobody listens, the mail waits") {
  mail::SmtpSettings settings;
  settings.host = "127.0.0.1";
  settings.port = 1;
  settings.connect_ms = 500;
  CHECK(mail::hand_over(settings, "a@b.org", "c@d.org", "x").outcome == Outcome::later);
}

TEST_CASE("a server that must encrypt but cannot gets neither password nor mail") {
  ScriptedServer server(std::vector<ScriptedServer::Script>{{"220 mx", "250 mx"}});
  mail::SmtpSettings settings = smtp_settings(server);
  settings.security = mail::Security::starttls;
  settings.user = "office";
  settings.password = "secret";
  CHECK(mail::hand_over(settings, "office@bps.example", "rina@example.org", "x").outcome ==
        Outcome::later);
  CHECK_FALSE(has(server.heard()[0], "AUTH"));
  CHECK_FALSE(has(server.heard()[0], "MAIL"));
}

TEST_CASE("a refused password keeps the mails waiting") {
  ScriptedServer server({{"220 mx", "250-mx\r\n250 AUTH PLAIN", "535 wrong", "535 wrong"}});
  mail::SmtpSettings settings = smtp_settings(server);
  settings.user = "office";
  settings.password = "secret";
  CHECK(mail::hand_over(settings, "office@bps.example", "rina@example.org", "x").outcome ==
        Outcome::later);
}

TEST_CASE("an address that would be a second command never reaches the server") {
  mail::SmtpSettings settings;
  settings.host = "127.0.0.1";
  settings.port = 1;
  for (const char* address : {"a@b.org>\r\nRCPT TO:<c@d.org", "a@b.org\n", "<a@b.org>", ""}) {
    CAPTURE(address);
    CHECK(mail::hand_over(settings, "office@bps.example", address, "x").outcome == Outcome::never);
    CHECK(mail::hand_over(settings, address, "rina@example.org", "x").outcome == Outcome::never);
  }
}

TEST_CASE("the test button greets the server and sends nothing") {
  ScriptedServer server({{"220 mx", "250 mx", "250 fine"}});
  CHECK(mail::try_server(smtp_settings(server)).outcome == Outcome::accepted);
  CHECK_FALSE(has(server.heard()[0], "MAIL"));
}

}  // namespace
