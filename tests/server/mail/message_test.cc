// Mails as bytes. That foreign programs read them so is tests/mail/mail_test.py's.
#include "mail/message.h"

#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "mail/incoming.h"
#include "support/has.h"

namespace {

using mail::bytes_from_message;
using mail::Message;
using support::has;

Message letter() {
  Message message;
  message.from = {"BPS Kabupaten Muara Enim", "bps1603@example.go.id"};
  message.to = {"Rina Wijaya", "rina@example.org"};
  message.subject = "Permintaan PD-2026-0001";
  message.text = "Data yang diminta terlampir.\n";
  message.message_id = "sent.PD-2026-0001.3@example.go.id";
  message.sent_at = 1'790'000'000;
  return message;
}

TEST_CASE("a letter has one reader, its date, its id, and its text in quoted-printable") {
  CHECK(bytes_from_message(letter()).value() ==
        "Date: Mon, 21 Sep 2026 14:13:20 +0000\r\n"
        "From: BPS Kabupaten Muara Enim <bps1603@example.go.id>\r\n"
        "Subject: Permintaan PD-2026-0001\r\n"
        "To: Rina Wijaya <rina@example.org>\r\n"
        "Message-Id: <sent.PD-2026-0001.3@example.go.id>\r\n"
        "MIME-Version: 1.0\r\n"
        "Content-Type: text/plain; charset=us-ascii\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n"
        "\r\n"
        "Data yang diminta terlampir.\r\n");
}

TEST_CASE("what is written comes back when it is read") {
  Message message = letter();
  message.subject = "Penduduk – Kecamatan “Lawang Kidul” ½ 数";
  message.text = "Baris satu\n.titik\nFrom di awal\n" + std::string(2000, 'x') + "\nakhir = 5 %";
  message.attachments = {
      {"jumlah penduduk ½.pdf", "application/pdf", std::string("%PDF\0\xff\r\n", 8)},
      {"b.csv", "text/csv", "a;b\r\n1;2\r\n"}};
  message.in_reply_to = "abc@example.org";
  message.references = {"first@example.org", "abc@example.org"};
  message.is_automatic = true;
  const auto bytes = bytes_from_message(message);
  REQUIRE(bytes);
  CHECK(*bytes == bytes_from_message(message).value());
  const auto read = mail::incoming_from_bytes(*bytes).value();
  CHECK(read.from == message.from);
  CHECK(read.to == std::vector<std::string>{"rina@example.org"});
  CHECK(read.subject == message.subject);
  CHECK(read.text == message.text);
  CHECK(read.attachments == message.attachments);
  CHECK(read.message_id == message.message_id);
  CHECK(read.references == message.references);
  CHECK(read.kind == mail::Incoming::Kind::automatic);
}

TEST_CASE("no line of a mail is longer than 998 bytes, whatever it says") {
  Message message = letter();
  message.subject = std::string(3000, 'a') + " " + std::string(200, 'b');
  message.text = std::string(20'000, 'y');
  message.references = std::vector<std::string>(60, std::string(40, 'r') + "@example.org");
  const std::string bytes = bytes_from_message(message).value();
  std::size_t begin = 0, longest = 0;
  for (std::size_t end; (end = bytes.find("\r\n", begin)) != std::string::npos; begin = end + 2)
    longest = std::max(longest, end - begin);
  CHECK(longest <= 998);
}

TEST_CASE("what would make a header of a reader's text is refused, in words") {
  const std::vector<std::string> hostile = {
      "a\r\nBcc: b@c.org",    "a\nBcc: b@c.org", "a\r\n\r\n<script>", "a\rb",
      std::string("a\0b", 3), "a\x0b\x0c",       "\xff\xfe",          "a\x7f"};
  for (const std::string& text : hostile) {
    CAPTURE(text);
    Message in_subject = letter(), in_name = letter(), in_address = letter(), in_file = letter();
    in_subject.subject = text;
    in_name.to.name = text;
    in_address.to.address = text + "@example.org";
    in_file.attachments = {{text + ".pdf", "application/pdf", "x"}};
    for (const Message& message : {in_subject, in_name, in_address, in_file}) {
      const auto bytes = bytes_from_message(message);
      REQUIRE_FALSE(bytes);
      CHECK(bytes.error().code == base::ErrorCode::invalid);
      CHECK(has(bytes.error().message, "was expected"));
    }
  }
}

TEST_CASE("a name with signs of addresses stays a name") {
  for (const char* name : {"Wijaya, Rina", "Rina <x@y.org>", "\"Rina\"", "Rina (BPS); a@b.org",
                           "Rina\\", "=?utf-8?q?x?= <x@y.org>"}) {
    CAPTURE(name);
    Message message = letter();
    message.to.name = name;
    const auto read = mail::incoming_from_bytes(bytes_from_message(message).value()).value();
    CHECK(read.to == std::vector<std::string>{"rina@example.org"});
  }
}

}  // namespace
