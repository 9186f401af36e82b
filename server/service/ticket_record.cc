#include "service/ticket_record.h"

#include <algorithm>
#include <chrono>
#include <optional>

#include "base/date.h"
#include "base/json.h"
#include "base/json_expect.h"
#include "base/json_writer.h"
#include "base/must.h"
#include "base/words.h"
#include "desk/clocks.h"
#include "store/outbox.h"

namespace service {
namespace {

using base::ErrorCode;
using base::Instant;
using base::Word;
using store::Transaction;

constexpr std::string_view requester_part = "requester";
constexpr std::string_view text_part = "text-";    ///< And the event's sequence.
constexpr std::string_view files_part = "files-";  ///< The same.

// --- Personal data as JSON ---

std::string json_from_requester(const desk::Requester& requester) {
  base::JsonWriter json;
  json.open_object();
  json.text_member("name", requester.name);
  json.text_member("institution", requester.institution);
  json.text_member("email", requester.email);
  json.text_member("phone", requester.phone);
  json.close_object();
  return std::move(json).take();
}

base::Result<desk::Requester> requester_from_json(std::string_view bytes) {
  const auto document = base::json_from_bytes(bytes);
  if (!document) return tl::unexpected(document.error());
  base::JsonExpect expect;
  expect.as_object(document->root(), "The requester");
  desk::Requester requester;
  requester.name = expect.text(document->root(), "name");
  requester.institution = expect.text(document->root(), "institution");
  requester.email = expect.text(document->root(), "email");
  requester.phone = expect.text(document->root(), "phone");
  if (!expect.is_well()) return tl::unexpected(expect.error());
  return requester;
}

std::string json_from_text(std::string_view text) {
  std::string json;
  base::append_json_text(json, text);
  return json;
}

std::string json_from_files(const std::vector<desk::Attachment>& files) {
  base::JsonWriter json;
  json.open_array();
  for (const desk::Attachment& file : files) {
    json.open_object();
    json.text_member("name", file.name);
    json.text_member("media_type", file.media_type);
    json.text_member("sha256", file.sha256);
    json.whole_member("bytes", file.bytes);
    json.close_object();
  }
  json.close_array();
  return std::move(json).take();
}

base::Result<std::vector<desk::Attachment>> files_from_json(std::string_view bytes) {
  const auto document = base::json_from_bytes(bytes);
  if (!document) return tl::unexpected(document.error());
  base::JsonExpect expect;
  std::vector<desk::Attachment> files;
  for (const base::JsonValue file : document->root().elements())
    files.push_back({expect.needed_text(file, "name"), expect.text(file, "media_type"),
                     expect.needed_text(file, "sha256"), expect.whole(file, "bytes", 0)});
  if (!expect.is_well()) return tl::unexpected(expect.error());
  return files;
}

// --- Events ---

std::string actor_word(const desk::Event& event) {
  switch (event.actor) {
    case desk::Actor::requester:
      return "requester";
    case desk::Actor::officer:
      return event.account;
    case desk::Actor::system:
      break;
  }
  return "system";
}

store::NewEvent store_event(const desk::Event& event) {
  return {std::string(desk::text_from_event_kind(event.kind())), actor_word(event),
          store_time(event.at), desk::json_from_event_body(event.body)};
}

// --- The queue's summary ---

store::TicketSummary summary_of(const desk::Ticket& ticket, const DeskData& data,
                                const std::string& title, Instant now) {
  store::TicketSummary summary;
  summary.state = desk::text_from_ticket_status(ticket.status);
  if (ticket.outcome) summary.outcome = desk::text_from_outcome(*ticket.outcome);
  summary.channel = ticket.facts.channel;
  summary.officer = ticket.officer;
  summary.title = title;
  if (const stats::TableCard* card = data.catalogue.find_table(ticket.facts.table))
    summary.subject = card->subject;
  const desk::Clocks clocks = desk::clocks_from_ticket(ticket, data.calendar, data.settings, now);
  if (clocks.step && clocks.step->due) summary.due_at = store_time(*clocks.step->due);
  if (clocks.promise && !clocks.promise->is_answered)
    summary.promised_at = store_time(clocks.promise->deadline.at);
  return summary;
}

/// When personal data goes: so many months after `now`, and again after the ticket is closed.
store::Time expiry_of(const DeskData& data, Instant now) {
  // A month of 31 days keeps nothing shorter than was said, and little longer.
  constexpr std::int64_t month_seconds = 31LL * 24 * 60 * 60;
  return store_time({now.seconds + data.settings.retention_months * month_seconds});
}

// --- The receipt ---

base::Result<void> enqueue_receipt(Transaction& transaction, const DeskData& data,
                                   const NewRecord& record, const store::Ticket& ticket,
                                   const std::string& link) {
  const std::string& email = record.request.requester.email;
  if (email.empty() || data.office_mail.empty()) return {};
  if (record.limits) {
    const auto may_send = record.limits->take_receipt(transaction, email, record.opened.at);
    if (!may_send) return tl::unexpected(may_send.error());
    if (!*may_send) return {};
  }
  const base::Language language = record.request.facts.language;
  const auto& opened = std::get<desk::Opened>(record.opened.body);
  const std::string domain = data.office_mail.substr(data.office_mail.find('@') + 1);
  // It goes to an address that a stranger typed, and so says nothing that a stranger wrote.
  base::JsonWriter json;
  json.open_object();
  json.text_member("subject", base::text(Word::mail_receipt_subject, language, {ticket.number}));
  json.text_member("text", base::text(Word::mail_receipt_text, language,
                                      {ticket.number,
                                       base::weekday_text_from_date(opened.due, language), link}));
  if (!record.in_reply_to.empty()) json.text_member("in_reply_to", record.in_reply_to);
  json.key("automatic");
  json.truth(true);
  json.close_object();
  const auto queued =
      store::enqueue_mail(transaction,
                          {std::string(receipt_mail) + "." + ticket.number + "@" + domain,
                           ticket.id, std::string(receipt_mail), email, std::move(json).take()},
                          store_time(record.opened.at));
  if (!queued) return tl::unexpected(queued.error());
  return {};
}

// --- Reading ---

base::Result<Record> record_of(Transaction& transaction, const store::Ticket& stored,
                               const store::Viewer& viewer, Instant now) {
  Record record;
  record.stored = stored;
  const auto events = store::events_of_ticket(transaction, stored.id);
  if (!events) return tl::unexpected(events.error());
  const auto parts = store::view_person(transaction, stored.id, viewer, store_time(now));
  if (!parts) return tl::unexpected(parts.error());
  const auto part_named = [&](const std::string& name) {
    const auto found = std::find_if(parts->begin(), parts->end(),
                                    [&](const auto& part) { return part.part == name; });
    return found == parts->end() ? nullptr : &*found;
  };
  for (const store::Event& each : *events) {
    auto event = event_from_store(each);
    if (!event) return tl::unexpected(event.error());
    if (const auto* part = part_named(std::string(text_part) + std::to_string(each.sequence))) {
      const auto text = base::json_from_bytes(part->body);
      if (!text) return tl::unexpected(text.error());
      event->text = text->root().text();
    }
    if (const auto* part = part_named(std::string(files_part) + std::to_string(each.sequence))) {
      auto files = files_from_json(part->body);
      if (!files) return tl::unexpected(files.error());
      event->attachments = *std::move(files);
    }
    record.events.push_back(*std::move(event));
  }
  if (const auto* part = part_named(std::string(requester_part))) {
    auto requester = requester_from_json(part->body);
    if (!requester) return tl::unexpected(requester.error());
    record.requester = *std::move(requester);
  }
  auto ticket = desk::ticket_from_events(record.events);
  if (!ticket) return tl::unexpected(ticket.error());
  record.ticket = *std::move(ticket);
  return record;
}

}  // namespace

Instant instant_from_store(store::Time time) {
  return {std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count()};
}

store::Time store_time(Instant instant) {
  return store::Time(std::chrono::seconds(instant.seconds));
}

base::Date promised_day(const DeskData& data, Instant received) {
  const auto promise =
      desk::deadline_of_working_days(data.calendar, received, data.settings.reply_working_days, {});
  MUST(promise);  // A calendar is open on some day of each week.
  return base::local_from_instant(promise->at, data.calendar.zone).date;
}

base::Result<desk::Event> event_from_store(const store::Event& stored) {
  const auto kind = desk::event_kind_from_text(stored.kind);
  if (!kind)
    return base::fail(ErrorCode::invalid,
                      "The store holds an event that this program does not know. Is it older than "
                      "the one that wrote it?",
                      stored.kind);
  auto body = desk::event_body_from_json(*kind, stored.body);
  if (!body) return tl::unexpected(body.error());
  desk::Event event;
  event.at = instant_from_store(stored.at);
  event.body = *std::move(body);
  if (stored.actor == "requester")
    event.actor = desk::Actor::requester;
  else if (stored.actor != "system") {
    event.actor = desk::Actor::officer;
    event.account = stored.actor;
  }
  return event;
}

base::Result<store::OpenedTicket> open_record(Transaction& transaction, const DeskData& data,
                                              const NewRecord& record, const std::string& link) {
  const auto ticket = desk::ticket_from_events({record.opened});
  if (!ticket) return tl::unexpected(ticket.error());
  const Instant now = record.opened.at;
  const base::Date date = base::local_from_instant(now, data.calendar.zone).date;
  store::NewTicket wanted;
  wanted.request_key = record.request_key_sha256;
  wanted.number = {"ticket " + std::to_string(date.year), [&](std::int64_t number) {
                     return data.settings.ticket_number.fill(date,
                                                             static_cast<std::uint64_t>(number));
                   }};
  wanted.kind = "request";
  wanted.link_sha256 = record.link_sha256;
  wanted.summary = summary_of(*ticket, data, record.title, now);
  wanted.first_event = store_event(record.opened);
  auto opened = store::open_ticket(transaction, wanted);
  if (!opened || !opened->is_new) return opened;
  const std::int64_t id = opened->ticket.id;
  for (const store::PersonPart& part :
       {store::PersonPart{std::string(requester_part),
                          json_from_requester(record.request.requester)},
        store::PersonPart{std::string(text_part) + "1", json_from_text(record.opened.text)}}) {
    if (auto put = store::put_person(transaction, id, part, expiry_of(data, now)); !put)
      return tl::unexpected(put.error());
  }
  if (auto queued = enqueue_receipt(transaction, data, record, opened->ticket, link); !queued)
    return tl::unexpected(queued.error());
  return opened;
}

base::Result<Record> record_by_link(Transaction& transaction, const std::string& link_sha256,
                                    const store::Viewer& viewer, Instant now) {
  const auto stored = store::find_ticket_by_link(transaction, link_sha256);
  if (!stored) return tl::unexpected(stored.error());
  if (stored->person_erased_at)
    return base::fail(ErrorCode::not_found, "The personal data of this ticket is erased.");
  return record_of(transaction, *stored, viewer, now);
}

base::Result<Record> record_by_number(Transaction& transaction, const std::string& number,
                                      const store::Viewer& viewer, Instant now) {
  const auto stored = store::find_ticket(transaction, number);
  if (!stored) return tl::unexpected(stored.error());
  return record_of(transaction, *stored, viewer, now);
}

base::Result<Record> record_without_person(Transaction& transaction, const store::Ticket& stored) {
  const auto events = store::events_of_ticket(transaction, stored.id);
  if (!events) return tl::unexpected(events.error());
  Record record;
  record.stored = stored;
  for (const store::Event& each : *events) {
    auto event = event_from_store(each);
    if (!event) return tl::unexpected(event.error());
    record.events.push_back(*std::move(event));
  }
  auto ticket = desk::ticket_from_events(record.events);
  if (!ticket) return tl::unexpected(ticket.error());
  record.ticket = *std::move(ticket);
  return record;
}

base::Result<void> append_to_record(Transaction& transaction, const DeskData& data,
                                    const Record& record, const desk::Event& event) {
  const auto after = desk::ticket_after(record.ticket, event);
  if (!after) return tl::unexpected(after.error());
  const std::int64_t id = record.stored.id;
  const std::int64_t sequence = record.stored.events_count + 1;
  const auto appended =
      store::append_event(transaction, id, sequence, store_event(event),
                          summary_of(*after, data, record.stored.summary.title, event.at));
  if (!appended) return tl::unexpected(appended.error());
  if (event.kind() == desk::EventKind::erased)
    return store::erase_person(transaction, id, store_time(event.at));
  if (!event.text.empty()) {
    const store::PersonPart part{std::string(text_part) + std::to_string(sequence),
                                 json_from_text(event.text)};
    if (auto put = store::put_person(transaction, id, part, expiry_of(data, event.at)); !put)
      return put;
  }
  if (!event.attachments.empty()) {
    const store::PersonPart part{std::string(files_part) + std::to_string(sequence),
                                 json_from_files(event.attachments)};
    if (auto put = store::put_person(transaction, id, part, expiry_of(data, event.at)); !put)
      return put;
  }
  return store::set_person_expiry(transaction, id, expiry_of(data, event.at));
}

base::Result<void> append_and_follow(Transaction& transaction, const DeskData& data, Record& record,
                                     const desk::Event& event) {
  if (auto appended = append_to_record(transaction, data, record, event); !appended)
    return appended;
  auto after = desk::ticket_after(std::move(record.ticket), event);
  if (!after) return tl::unexpected(after.error());
  record.ticket = *std::move(after);
  record.events.push_back(event);
  ++record.stored.events_count;
  return {};
}

}  // namespace service
