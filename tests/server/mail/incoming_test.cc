#include "mail/incoming.h"

#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

namespace {

using mail::Incoming;
using mail::incoming_from_bytes;
using Texts = std::vector<std::string>;

/// The header lines of somebody's letter, then more of them, then an empty line and the body.
Incoming incoming(const std::string& more, const std::string& body) {
  return incoming_from_bytes("From: Rina <rina@example.org>\r\nTo: Data <Data@bps.example>\r\n" +
                             more + "\r\n" + body)
      .value();
}

TEST_CASE("a plain letter says who wrote, what, and to which conversation") {
  const Incoming read = incoming(
      "Subject: Re: Permintaan\r\nMessage-ID: <b@example.org>\r\nIn-Reply-To: <a@bps.example>\r\n"
      "References: <z@bps.example>\r\n <a@bps.example>\r\n",
      "Terima kasih.\r\n\r\nRina\r\n");
  CHECK(read.kind == Incoming::Kind::letter);
  CHECK(read.from == mail::Address{"Rina", "rina@example.org"});
  CHECK(read.reply_to == read.from);
  CHECK(read.to == Texts{"data@bps.example"});
  CHECK(read.subject == "Re: Permintaan");
  CHECK(read.message_id == "b@example.org");
  CHECK(read.references == Texts{"z@bps.example", "a@bps.example"});
  CHECK(read.text == "Terima kasih.\n\nRina");
}

TEST_CASE("words in the encodings of the world become UTF-8") {
  CHECK(incoming("Subject: =?ISO-8859-1?Q?Angka_=BD?= =?UTF-8?B?4oCT?=\r\n", "x").subject ==
        "Angka ½–");
  CHECK(incoming("Content-Type: text/plain; charset=iso-8859-1\r\n"
                 "Content-Transfer-Encoding: quoted-printable\r\n",
                 "caf=E9 =3D 5\r\nsatu =\r\nbaris")
            .text == "café = 5\nsatu baris");
  CHECK(incoming("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n",
                 "a29waSDigJMgc3VzdQ==\r\n")
            .text == "kopi – susu");
  // Bytes that are not what they are called are left out.
  CHECK(incoming("Content-Type: text/plain; charset=utf-8\r\n", "caf\xe9!").text == "caf!");
  CHECK(incoming("Content-Type: text/plain; charset=no-such-thing\r\n", "halo").text == "halo");
}

TEST_CASE("of an HTML mail its words are read, and nothing that it runs or hides in its head") {
  const Incoming read = incoming("Content-Type: text/html; charset=utf-8\r\n",
                                 "<html><head><title>T</title><style>p{}</style><script>alert(1)</"
                                 "script></head><body><p>Selamat "
                                 "<b>pagi</b>,</p><p>mohon data<br>PDRB &amp; "
                                 "IPM.</p><ul><li>2024</li><li>2025</li></ul></body>");
  CHECK(read.text == "Selamat pagi,\nmohon data\nPDRB & IPM.\n- 2024\n- 2025");
}

TEST_CASE("where both are there, the plain part is read") {
  const Incoming read = incoming(
      "Content-Type: multipart/alternative; boundary=B\r\n",
      "--B\r\nContent-Type: text/plain\r\n\r\npolos\r\n--B\r\nContent-Type: text/html\r\n\r\n"
      "<p>kaya</p>\r\n--B--\r\n");
  CHECK(read.text == "polos");
  CHECK(read.attachments.empty());
}

TEST_CASE("attachments keep a name without a path, and those beyond the limits are named") {
  const std::string part =
      "--B\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; "
      "filename=\"../../etc/surat.pdf\"\r\n\r\n%PDF\r\n";
  const std::string bytes = "From: a@b.org\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n" +
                            part + part + part + "--B--\r\n";
  mail::IncomingLimits limits;
  limits.attachments_max = 2;
  const Incoming read = incoming_from_bytes(bytes, limits).value();
  REQUIRE(read.attachments.size() == 2);
  CHECK(read.attachments[0] == mail::Attachment{"surat.pdf", "application/pdf", "%PDF"});
  CHECK(read.left_out == Texts{"surat.pdf"});
}

TEST_CASE("machines are told from people, so that they are never answered") {
  CHECK(incoming("Auto-Submitted: auto-replied\r\n", "x").kind == Incoming::Kind::automatic);
  CHECK(incoming("Auto-Submitted: no\r\n", "x").kind == Incoming::Kind::letter);
  CHECK(incoming("Precedence: Bulk\r\n", "x").kind == Incoming::Kind::automatic);
  CHECK(incoming("List-Id: <a.b>\r\n", "x").kind == Incoming::Kind::automatic);
  CHECK(incoming("Return-Path: <>\r\n", "x").kind == Incoming::Kind::automatic);
  CHECK(incoming_from_bytes("From: MAILER-DAEMON@mx.org\r\n\r\nx").value().kind ==
        Incoming::Kind::bounce);
}

TEST_CASE("a bounce names the mail of ours that did not arrive") {
  const Incoming read =
      incoming("Content-Type: multipart/report; report-type=delivery-status; boundary=B\r\n",
               "--B\r\nContent-Type: text/plain\r\n\r\nTidak terkirim\r\n--B\r\nContent-Type: "
               "message/rfc822\r\n\r\nFrom: data@bps.example\r\nMessage-ID: "
               "<ours@bps.example>\r\n\r\nhalo\r\n"
               "--B--\r\n");
  CHECK(read.kind == Incoming::Kind::bounce);
  CHECK(read.references == Texts{"ours@bps.example"});
}

TEST_CASE("what is no mail, or too long a one, is refused") {
  CHECK(incoming_from_bytes("").error().code == base::ErrorCode::invalid);
  mail::IncomingLimits limits;
  limits.bytes_max = 10;
  CHECK(incoming_from_bytes("From: a@b.org\r\n\r\nx", limits).error().code ==
        base::ErrorCode::too_large);
}

TEST_CASE("a long text is cut at a letter") {
  mail::IncomingLimits limits;
  limits.text_max = 5;
  CHECK(incoming_from_bytes("From: a@b.org\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nab½½½",
                            limits)
            .value()
            .text == "ab½");
}

TEST_CASE("parts in parts without end are not followed") {
  std::string head, tail;
  for (int i = 0; i < 3000; ++i) {
    const std::string boundary = "b" + std::to_string(i);
    head +=
        "Content-Type: multipart/mixed; boundary=" + boundary + "\r\n\r\n--" + boundary + "\r\n";
    tail = "\r\n--" + boundary + "--" + tail;
  }
  CHECK(incoming_from_bytes("From: a@b.org\r\n" + head + "\r\nx" + tail).value().text.empty());
}

TEST_CASE("what a letter quotes at its end can be left out") {
  CHECK(mail::without_quotation(
            "Setuju.\n\nPada Sen, 23 Nov 2026 BPS menulis:\n> Apakah?\n>\n> B\n") == "Setuju.");
  CHECK(mail::without_quotation("> di atas\nJawaban") == "> di atas\nJawaban");
  CHECK(mail::without_quotation("> hanya kutipan") == "> hanya kutipan");
  CHECK(mail::without_quotation("Daftar:\n- satu") == "Daftar:\n- satu");
}

}  // namespace
