#include "service/mail_intake.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>
#include <vector>

#include "base/digest.h"
#include "base/text.h"
#include "base/words.h"
#include "desk/reply_address.h"
#include "desk/ticket.h"
#include "mail/incoming.h"
#include "service/office_desk.h"
#include "service/ticket_link.h"
#include "service/ticket_record.h"
#include "store/attachments.h"
#include "store/inbox.h"
#include "store/outbox.h"

namespace service {
namespace {

using base::ErrorCode;
using base::Instant;
using base::Word;
using mail::Incoming;
using store::Transaction;

/// Long enough for somebody who comes back from leave.
constexpr std::chrono::hours held_for{90 * 24};

/// What a form refuses in a text: control characters become spaces.
std::string plain(std::string text) {
  std::replace_if(
      text.begin(), text.end(),
      [](char sign) {
        const auto byte = static_cast<unsigned char>(sign);
        return (byte < 0x20 && sign != '\n' && sign != '\t') || byte == 0x7f;
      },
      ' ');
  return text;
}

/// The first so many letters.
std::string first_letters(const std::string& text, std::size_t letters_max) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool begins_letter = (static_cast<unsigned char>(text[at]) & 0xc0) != 0x80;
    if (begins_letter && ++letters > letters_max) return text.substr(0, at);
  }
  return text;
}

/// The same for a mail that came by two ways, and so with other lines of transport. Not by the
/// Message-ID alone: some programs give several mails the same one.
std::string fingerprint_of(const Incoming& incoming, std::string_view bytes) {
  if (incoming.message_id.empty()) return base::sha256_hex(bytes);
  std::string told;
  for (const std::string& part :
       {incoming.message_id, incoming.from.address, incoming.subject, incoming.text})
    told += base::sha256_hex(part);
  return base::sha256_hex(told);
}

std::string id_digest(const std::string& message_id) {
  return message_id.empty() ? std::string() : base::sha256_hex("message " + message_id);
}

/// "Re: [PD-2026-0001] data" → Re, PD-2026-0001, data: what may be a ticket's number.
std::vector<std::string> words_of(std::string_view subject) {
  constexpr std::size_t words_max = 30;
  constexpr std::string_view around = "[](){}<>,.:;#\"'";
  std::vector<std::string> words;
  for (std::string_view word : base::split(subject, ' ')) {
    const std::size_t begin = word.find_first_not_of(around);
    if (begin == std::string_view::npos) continue;
    word = word.substr(begin, word.find_last_not_of(around) - begin + 1);
    if (words.size() < words_max) words.emplace_back(word);
  }
  return words;
}

std::string_view text_from_fate(MailFate fate) {
  switch (fate) {
    case MailFate::opened:
      return "opened";
    case MailFate::joined:
      return "joined";
    case MailFate::bounced:
      return "bounced";
    default:
      return "held";
  }
}

}  // namespace

/// One mail under way in a transaction.
class MailIntake::Taking {
 public:
  Taking(Transaction& transaction, const MailIntake& intake, const Incoming& incoming,
         std::string_view bytes, Instant now)
      : transaction_(transaction),
        data_(intake.data_),
        limits_(intake.limits_),
        incoming_(incoming),
        bytes_(bytes),
        now_(now) {}

  base::Result<MailFate> run() {
    const std::string fingerprint = fingerprint_of(incoming_, bytes_);
    const auto is_new = store::take_mail(
        transaction_, {fingerprint, id_digest(incoming_.message_id)}, store_time(now_));
    if (!is_new) return tl::unexpected(is_new.error());
    if (!*is_new) return MailFate::taken_before;
    if (auto found = find_ticket_it_answers(); !found) return tl::unexpected(found.error());
    const auto fate = done();
    if (!fate) return fate;
    const auto noted = store::mail_became(transaction_, fingerprint,
                                          std::string(text_from_fate(*fate)), ticket_id_);
    if (!noted) return tl::unexpected(noted.error());
    return fate;
  }

 private:
  base::Result<MailFate> done() {
    if (incoming_.kind == Incoming::Kind::bounce) return take_bounce();
    if (incoming_.kind == Incoming::Kind::automatic) return hold("automatic");
    const auto sender = desk::email_from_text(incoming_.from.address);
    if (!sender) return hold("no_sender");
    if (mailbox_of(*sender) == mailbox_of(data_.office_mail)) return hold("own_address");
    return ticket_id_ ? join(*sender) : open(*sender);
  }

  // --- Where it belongs ---

  /// By the mails that it answers, ours and those that came in before, or by a number in its
  /// subject. Who sent it is looked at later: none of these is a secret.
  base::Result<void> find_ticket_it_answers() {
    for (auto id = incoming_.references.rbegin(); id != incoming_.references.rend(); ++id) {
      const auto ours = store::find_mail_by_message_id(transaction_, *id);
      if (!ours) return tl::unexpected(ours.error());
      if (*ours) ticket_id_ = (*ours)->content.ticket_id;
      if (ticket_id_) return {};
      const auto theirs = store::ticket_of_taken_mail(transaction_, id_digest(*id));
      if (!theirs) return tl::unexpected(theirs.error());
      ticket_id_ = *theirs;
      if (ticket_id_) return {};
    }
    for (const std::string& word : words_of(incoming_.subject)) {
      const auto ticket = store::find_ticket(transaction_, word);
      if (!ticket && ticket.error().code != ErrorCode::not_found)
        return tl::unexpected(ticket.error());
      if (!ticket) continue;
      ticket_id_ = ticket->id;
      return {};
    }
    return {};
  }

  base::Result<MailFate> take_bounce() {
    for (const std::string& id : incoming_.references) {
      const auto is_ours = store::mail_bounced(transaction_, id, store_time(now_),
                                               "The mail came back undelivered.");
      if (!is_ours) return tl::unexpected(is_ours.error());
      if (*is_ours) return MailFate::bounced;
    }
    return hold("bounce");
  }

  base::Result<MailFate> hold(const std::string& reason) {
    store::NewHeldMail held;
    held.reason = reason;
    held.sender = incoming_.from.address;
    held.subject = incoming_.subject;
    held.ticket_id = ticket_id_;
    held.bytes = bytes_;
    held.expires_at = store_time(now_) + held_for;
    const auto id = store::hold_mail(transaction_, held, store_time(now_));
    if (!id) return tl::unexpected(id.error());
    return MailFate::held;
  }

  // --- Into a ticket ---

  base::Result<MailFate> join(const std::string& sender) {
    const auto stored = store::find_ticket_by_id(transaction_, *ticket_id_);
    if (!stored) return tl::unexpected(stored.error());
    if (stored->person_erased_at) return hold("erased");
    const auto record =
        record_by_number(transaction_, stored->number, {"system", "incoming_mail"}, now_);
    if (!record) return tl::unexpected(record.error());
    // Numbers and Message-IDs can be guessed. Who forges a sender, too, gets no word of the ticket.
    if (mailbox_of(record->requester.email) != mailbox_of(sender)) return hold("other_sender");
    desk::Event event = event_with(desk::RequesterAnswered{});
    if (auto kept = attach(event, mail::without_quotation(incoming_.text)); !kept)
      return tl::unexpected(kept.error());
    if (desk::refusal_of(&record->ticket, event)) return hold("refused");
    if (auto appended = append_to_record(transaction_, data_, *record, event); !appended)
      return tl::unexpected(appended.error());
    return MailFate::joined;
  }

  base::Result<MailFate> open(const std::string& sender) {
    const std::string text =
        std::string(base::trimmed(plain(incoming_.subject + "\n\n" + incoming_.text)));
    if (text.empty()) return hold("empty");
    const auto may_open = limits_.take_request(transaction_, "mail " + mailbox_of(sender), now_);
    if (!may_open) return tl::unexpected(may_open.error());
    if (!*may_open) return hold("too_many");

    NewRecord record;
    record.request.facts.channel = "email";
    record.request.requester.name =
        first_letters(plain(incoming_.from.name), desk::request_name_max);
    record.request.requester.email = sender;
    record.opened = event_with(desk::Opened{record.request.facts, promised_day(data_, now_)});
    record.opened.text = first_letters(text, desk::request_text_max);
    record.request.text = record.opened.text;
    const std::string key = new_link_key();
    record.request_key_sha256 = base::sha256_hex("mail " + fingerprint_of(incoming_, bytes_));
    record.link_sha256 = base::sha256_hex(key);
    record.in_reply_to = incoming_.message_id;
    record.limits = &limits_;
    const auto opened = open_record(transaction_, data_, record,
                                    ticket_address(data_, record.request.facts.language, key));
    if (!opened) return tl::unexpected(opened.error());
    ticket_id_ = opened->ticket.id;
    return attach_to_opened(text);
  }

  /// The first event of a ticket has no files: they come with a message of their own.
  base::Result<MailFate> attach_to_opened(const std::string& text) {
    desk::Event event = event_with(desk::RequesterAnswered{});
    const bool is_cut = first_letters(text, desk::request_text_max) != text;
    if (auto kept = attach(event, is_cut ? text : std::string()); !kept)
      return tl::unexpected(kept.error());
    if (is_cut) event.text.clear();
    if (event.text.empty() && event.attachments.empty()) return MailFate::opened;
    const auto stored = store::find_ticket_by_id(transaction_, *ticket_id_);
    if (!stored) return tl::unexpected(stored.error());
    const auto record =
        record_by_number(transaction_, stored->number, {"system", "incoming_mail"}, now_);
    if (!record) return tl::unexpected(record.error());
    if (auto appended = append_to_record(transaction_, data_, *record, event); !appended)
      return tl::unexpected(appended.error());
    return MailFate::opened;
  }

  desk::Event event_with(desk::EventBody body) const {
    desk::Event event;
    event.at = now_;
    event.actor = desk::Actor::requester;
    event.body = std::move(body);
    return event;
  }

  /// Gives the event its text, and the mail's files. What is too long for a message also comes
  /// whole, as a file, and what could not be taken is named.
  base::Result<void> attach(desk::Event& event, const std::string& raw_text) {
    const std::string text = std::string(base::trimmed(plain(raw_text)));
    event.text = first_letters(text, desk::request_text_max);
    std::vector<std::string> left_out = incoming_.left_out;
    if (event.text != text) {
      if (auto kept = keep(event, {"e-mail.txt", "text/plain", text}, left_out); !kept) return kept;
    }
    for (const mail::Attachment& file : incoming_.attachments) {
      if (auto kept = keep(event, file, left_out); !kept) return kept;
    }
    if (left_out.empty()) return {};
    std::string names;
    for (const std::string& name : left_out)
      names += (names.empty() ? "" : ", ") + plain(name);
    event.text += (event.text.empty() ? "" : "\n\n") +
                  base::text(Word::mail_left_out, base::Language::id, {names});
    return {};
  }

  base::Result<void> keep(desk::Event& event, const mail::Attachment& file,
                          std::vector<std::string>& left_out) {
    if (file.bytes.empty()) return {};
    const auto added =
        store::add_attachment(transaction_, *ticket_id_, {file.name, file.type, true, file.bytes},
                              office_file_limits, store_time(now_));
    if (!added && added.error().code != ErrorCode::too_large) return tl::unexpected(added.error());
    if (added)
      event.attachments.push_back({added->name, added->mime_type, added->sha256,
                                   static_cast<std::uint64_t>(added->bytes_count)});
    else
      left_out.push_back(file.name);
    return {};
  }

  Transaction& transaction_;
  const DeskData& data_;
  const RequestLimits& limits_;
  const Incoming& incoming_;
  std::string_view bytes_;
  Instant now_;
  std::optional<std::int64_t> ticket_id_;
};

MailIntake::MailIntake(store::Database& database, const DeskData& data, const DeskKey& key,
                       const DeskLimits& limits)
    : database_(database), data_(data), limits_(key, limits) {}

base::Result<MailFate> MailIntake::take(std::string_view bytes, Instant now) {
  const auto incoming = mail::incoming_from_bytes(bytes);
  if (incoming) {
    auto fate = database_.write([&](Transaction& transaction) {
      return Taking(transaction, *this, *incoming, bytes, now).run();
    });
    // Words that the store cannot hold do not lose the mail: it waits as bytes alone.
    if (fate || fate.error().code != ErrorCode::invalid) return fate;
  }
  return hold_bytes(base::sha256_hex(bytes), "unreadable", bytes, now);
}

base::Result<MailFate> MailIntake::hold_unread(const std::string& place, Instant now) {
  return hold_bytes(base::sha256_hex("place " + place), "too_large", "", now);
}

base::Result<MailFate> MailIntake::hold_bytes(const std::string& fingerprint,
                                              const std::string& reason, std::string_view bytes,
                                              Instant now) {
  return database_.write([&](Transaction& transaction) -> base::Result<MailFate> {
    const auto is_new = store::take_mail(transaction, {fingerprint, ""}, store_time(now));
    if (!is_new) return tl::unexpected(is_new.error());
    if (!*is_new) return MailFate::taken_before;
    store::NewHeldMail held;
    held.reason = reason;
    held.bytes = bytes;
    held.expires_at = store_time(now) + held_for;
    const auto id = store::hold_mail(transaction, held, store_time(now));
    if (!id) return tl::unexpected(id.error());
    const auto noted = store::mail_became(transaction, fingerprint, "held", std::nullopt);
    if (!noted) return tl::unexpected(noted.error());
    return MailFate::held;
  });
}

base::Result<IntakeRound> take_waiting(mail::Mailbox& mailbox, MailIntake& intake, Instant now) {
  IntakeRound round;
  const auto waiting = mailbox.waiting();
  if (!waiting) return tl::unexpected(waiting.error());
  for (const std::uint32_t uid : *waiting) {
    const auto bytes = mailbox.fetch(uid);
    if (!bytes && bytes.error().code == ErrorCode::not_found) continue;
    if (!bytes && bytes.error().code != ErrorCode::too_large) return tl::unexpected(bytes.error());
    const auto fate =
        bytes ? intake.take(*bytes, now) : intake.hold_unread(std::to_string(uid), now);
    if (!fate) return tl::unexpected(fate.error());
    if (auto marked = mailbox.mark_taken(uid); !marked) return tl::unexpected(marked.error());
    round.taken += *fate != MailFate::taken_before;
    round.held += *fate == MailFate::held;
  }
  return round;
}

}  // namespace service
