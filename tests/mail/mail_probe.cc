// Sends and takes mails by the room `mail`, for tests/mail/*_test.py:
//
//   mail_probe send PORT FROM TO MESSAGE_ID SUBJECT ATTACHMENT   text on standard input
//   mail_probe take PORT USER PASSWORD                           a line of JSON a mail
//
// Both speak to 127.0.0.1 without encryption. The exit code says whether it went well.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "mail/imap.h"
#include "mail/incoming.h"
#include "mail/message.h"
#include "mail/smtp.h"

namespace {

std::string all_of(std::istream& stream) {
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

int told(const base::Error& error) {
  std::fprintf(stderr, "%s %s\n", error.message.c_str(), error.detail.c_str());
  return 1;
}

int send(const std::vector<std::string>& given) {
  mail::Message message;
  message.from = {"BPS Kabupaten Muara Enim – Uji", given[3]};
  message.to = {"", given[4]};
  message.message_id = given[5];
  message.subject = given[6];
  message.text = all_of(std::cin);
  if (given.size() > 7) {
    std::ifstream file(given[7], std::ios::binary);
    message.attachments.push_back({"lampiran ½.pdf", "application/pdf", all_of(file)});
  }
  const auto bytes = mail::bytes_from_message(message);
  if (!bytes) return told(bytes.error());
  mail::SmtpSettings settings;
  settings.host = "127.0.0.1";
  settings.port = std::stoi(given[2]);
  const mail::Handover handover =
      mail::hand_over(settings, message.from.address, message.to.address, *bytes);
  std::printf("%s\n", handover.said.c_str());
  return handover.outcome == mail::Handover::Outcome::accepted ? 0 : 1;
}

int take(const std::vector<std::string>& given) {
  mail::ImapSettings settings;
  settings.host = "127.0.0.1";
  settings.port = std::stoi(given[2]);
  settings.user = given[3];
  settings.password = given[4];
  mail::Mailbox mailbox(settings);
  const auto waiting = mailbox.waiting();
  if (!waiting) return told(waiting.error());
  for (const std::uint32_t uid : *waiting) {
    const auto bytes = mailbox.fetch(uid);
    if (!bytes) return told(bytes.error());
    const auto read = mail::incoming_from_bytes(*bytes);
    if (!read) return told(read.error());
    nlohmann::json attachments;
    for (const mail::Attachment& each : read->attachments)
      attachments[each.name] = each.bytes.size();
    std::cout << nlohmann::json{{"uid", uid},
                                {"from", read->from.address},
                                {"name", read->from.name},
                                {"subject", read->subject},
                                {"id", read->message_id},
                                {"text", read->text},
                                {"attachments", attachments}}
                     .dump()
              << "\n";
    if (const auto marked = mailbox.mark_taken(uid); !marked) return told(marked.error());
  }
  return 0;
}

}  // namespace

int main(int count, char** words) {
  const std::vector<std::string> given(words, words + count);
  if (given.size() >= 7 && given[1] == "send") return send(given);
  if (given.size() == 5 && given[1] == "take") return take(given);
  std::fprintf(
      stderr, "mail_probe send PORT FROM TO MESSAGE_ID SUBJECT [FILE] | take PORT USER PASSWORD\n");
  return 2;
}
