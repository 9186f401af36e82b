#include "service/request_desk.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>

#include <sodium.h>
#include <spdlog/spdlog.h>

#include "base/digest.h"
#include "base/json.h"
#include "base/json_writer.h"
#include "base/must.h"
#include "base/text.h"
#include "base/words.h"
#include "desk/clocks.h"
#include "desk/event.h"
#include "desk/suggestion.h"
#include "desk/ticket.h"
#include "desk/timeline.h"
#include "output/html_request.h"
#include "output/html_ticket.h"
#include "service/ticket_link.h"
#include "service/ticket_record.h"
#include "store/outbox.h"
#include "store/people.h"
#include "store/tickets.h"

namespace service {
namespace {

using base::ErrorCode;
using base::Instant;
using base::Language;
using base::Word;
using Fields = std::vector<desk::FormField>;

std::string value_of(const Fields& fields, std::string_view name) {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const desk::FormField& field) {
    return field.first == name;
  });
  return found == fields.end() ? std::string() : found->second;
}

/// What may stand in a link to the form.
Fields prefilled(const Fields& query) {
  constexpr std::array<std::string_view, 5> taken = {"text", "table", "category", "area_level",
                                                     "period"};
  Fields fields;
  for (const desk::FormField& field : query) {
    if (std::find(taken.begin(), taken.end(), field.first) != taken.end()) fields.push_back(field);
  }
  return fields;
}

std::string new_request_key() {
  MUST(sodium_init() >= 0);
  std::string bytes(16, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return base::hex_from_bytes(bytes);
}

/// Whether the office has answered and is done: what ended in another way has nothing to rate.
bool was_answered(const desk::Ticket& ticket) {
  return ticket.outcome && *ticket.outcome != desk::Outcome::withdrawn &&
         *ticket.outcome != desk::Outcome::not_a_request;
}

/// Whether a telephone number ends with these digits, which must be four.
bool ends_with_digits(std::string_view phone, std::string_view digits) {
  return digits.size() == 4 && digits.find_first_not_of("0123456789") == std::string_view::npos &&
         phone.ends_with(digits);
}

/// 1 to 5; 0 for everything else.
int stars_from_text(const std::string& text) {
  return text.size() == 1 && text[0] >= '1' && text[0] <= '5' ? text[0] - '0' : 0;
}

/// Of the table, or of the entry that is not available, with which a request began; empty where
/// there is neither.
base::Text title_of_wanted(const stats::Catalogue& catalogue, const std::string& code) {
  if (const stats::TableCard* card = catalogue.find_table(code)) return card->title;
  const auto& missing = catalogue.not_available;
  const auto found = std::find_if(missing.begin(), missing.end(),
                                  [&](const auto& entry) { return entry.code == code; });
  return found == missing.end() ? base::Text{} : found->title;
}

/// What the queue shows: the table's title, where there is one. The words of people stay out of it,
/// so that they can be erased.
std::string title_of(const desk::Request& request, const stats::Catalogue& catalogue) {
  return title_of_wanted(catalogue, request.facts.table).id;
}

}  // namespace

std::string link_key(std::string_view request_key) {
  return base::sha256_hex("link " + std::string(request_key));
}

RequestDesk::RequestDesk(store::Database& database, const DeskData& data, const DeskKey& key,
                         const DeskLimits& limits)
    : database_(database), data_(data), tokens_(key), limits_(key, limits) {}

// --- The form ---

PageText RequestDesk::form_page(Language language, Fields fields,
                                std::vector<desk::Finding> findings, std::string failure,
                                int status, Instant now) const {
  if (value_of(fields, "key").empty()) fields.emplace_back("key", new_request_key());
  output::RequestPage page;
  page.language = language;
  page.findings = std::move(findings);
  page.failure = std::move(failure);
  page.token = tokens_.token(now);
  page.reply_working_days = data_.settings.reply_working_days;
  page.keep_months = data_.settings.retention_months;
  page.began_with = title_of_wanted(data_.catalogue, value_of(fields, "table")).in(language);
  page.offers = offers_for(value_of(fields, "text"), language);
  page.fields = std::move(fields);
  auto html =
      output::request_document(data_.html_template, page, data_.classifications, data_.site);
  MUST(html);  // The template was checked when the site was made with it.
  return {status, *std::move(html)};
}

/// What is published, or known to be missing, and near to what was written.
std::vector<output::Offer> RequestDesk::offers_for(const std::string& text,
                                                   Language language) const {
  constexpr std::size_t offers_max = 4;
  std::vector<output::Offer> offers;
  for (const desk::Suggestion& near :
       desk::suggestions_for_text(data_.search, text, language, offers_max)) {
    const stats::SearchDocument& document = data_.search.documents()[near.document];
    if (const stats::TableCard* card = data_.catalogue.find_table(document.code)) {
      offers.push_back({card->title.in(language),
                        output::table_path(data_.site, card->code, language),
                        card->period_first + "–" + card->period_last});
      continue;
    }
    const auto& missing = data_.catalogue.not_available;
    const auto found = std::find_if(missing.begin(), missing.end(),
                                    [&](const auto& entry) { return entry.code == document.code; });
    if (found == missing.end()) continue;
    const std::string address = found->substitute.empty()
                                    ? std::string()
                                    : output::table_path(data_.site, found->substitute, language);
    offers.push_back({found->title.in(language), address, found->reason.in(language)});
  }
  return offers;
}

PageText RequestDesk::form(Language language, const Fields& query, Instant now) const {
  Fields fields = prefilled(query);
  if (value_of(fields, "text").empty())
    fields.emplace_back("text",
                        title_of_wanted(data_.catalogue, value_of(fields, "table")).in(language));
  return form_page(language, std::move(fields), {}, "", 200, now);
}

std::string RequestDesk::check(Language language, const Fields& fields) const {
  base::JsonWriter json;
  json.open_object();
  json.key("offers");
  json.open_array();
  for (const output::Offer& offer : offers_for(value_of(fields, "text"), language)) {
    json.open_object();
    json.text_member("title", offer.title);
    json.text_member("address", offer.address);
    json.text_member("note", offer.note);
    json.close_object();
  }
  json.close_array();
  json.key("findings");
  json.open_array();
  const auto request =
      desk::check_request(fields, data_.classifications, desk::RequestForm::of_public);
  if (!request) {
    for (const desk::Finding& finding : request.error()) {
      json.open_object();
      json.text_member("field", finding.field);
      json.text_member("message", finding.text(language));
      json.close_object();
    }
  }
  json.close_array();
  json.close_object();
  return std::move(json).take();
}

PageText RequestDesk::message(Language language, int status, Word title, Word hint) const {
  auto html = output::message_document(
      data_.html_template,
      {std::string(base::text(title, language)), {std::string(base::text(hint, language))}},
      data_.site, language);
  MUST(html);
  return {status, *std::move(html)};
}

PageText RequestDesk::send(Language language, const Fields& fields, std::string_view client,
                           Instant now) {
  const auto again = [&](std::vector<desk::Finding> findings, Word failure, int status) {
    const std::string text =
        findings.empty() ? std::string(base::text(failure, language)) : std::string();
    return form_page(language, fields, std::move(findings), text, status, now);
  };
  const bool is_trapped = !value_of(fields, output::form_trap_field).empty();
  const FormAge age = tokens_.age_of(value_of(fields, output::form_token_field), now);
  if (is_trapped || age != FormAge::good) return again({}, Word::request_form_old, 422);
  const auto request =
      desk::check_request(fields, data_.classifications, desk::RequestForm::of_public);
  if (!request) return again(request.error(), Word::request_form_old, 422);
  return open(language, fields, *request, client, now);
}

// --- Opening ---

desk::Deadline RequestDesk::promise_to(Instant received) const {
  auto promise = desk::deadline_of_working_days(data_.calendar, received,
                                                data_.settings.reply_working_days, {});
  MUST(promise);  // A calendar is open on some day of each week.
  return *std::move(promise);
}

base::Date RequestDesk::date_of(const desk::Deadline& deadline) const {
  return base::local_from_instant(deadline.at, data_.calendar.zone).date;
}

/// What sending a form came to.
struct RequestDesk::Opening {
  bool is_beyond_limit = false;
  bool has_receipt = false;  ///< By e-mail.
  store::OpenedTicket opened;
};

base::Result<RequestDesk::Opening> RequestDesk::opening_of(const NewRecord& record,
                                                           const std::string& link,
                                                           std::string_view client) {
  Opening opening;
  const auto done = database_.write([&](store::Transaction& transaction) -> base::Result<void> {
    opening = {};
    const auto opened = open_record(transaction, data_, record, link);
    if (!opened) return tl::unexpected(opened.error());
    opening.opened = *opened;
    // After the key was looked at: the same form sent again is no second request.
    if (opened->is_new) {
      const auto may_open = limits_.take_request(transaction, client, record.opened.at);
      if (!may_open) return tl::unexpected(may_open.error());
      opening.is_beyond_limit = !*may_open;
      if (opening.is_beyond_limit)
        return base::fail(ErrorCode::cancelled, "This client has asked too often.");
    }
    const auto mails = store::mails_of_ticket(transaction, opened->ticket.id);
    if (!mails) return tl::unexpected(mails.error());
    opening.has_receipt = std::any_of(mails->begin(), mails->end(), [](const store::Mail& mail) {
      return mail.content.kind == receipt_mail;
    });
    return {};
  });
  if (!done && !opening.is_beyond_limit) return tl::unexpected(done.error());
  return opening;
}

PageText RequestDesk::open(Language language, const Fields& fields, const desk::Request& request,
                           std::string_view client, Instant now) {
  desk::Event event;
  event.at = now;
  event.actor = desk::Actor::requester;
  event.body = desk::Opened{request.facts, date_of(promise_to(now))};
  event.text = request.text;

  const std::string key = link_key(request.key);
  const auto opening =
      opening_of({request, event, base::sha256_hex("request " + request.key), base::sha256_hex(key),
                  title_of(request, data_.catalogue), "", &limits_},
                 ticket_address(data_, language, key), client);
  if (!opening) {
    spdlog::error("A request could not be stored: {} {}", opening.error().message,
                  opening.error().detail);
    const std::string failure = std::string(base::text(Word::request_unavailable, language)) +
                                ". " +
                                std::string(base::text(Word::request_unavailable_hint, language));
    return form_page(language, fields, {}, failure, 503, now);
  }
  if (opening->is_beyond_limit) {
    PageText page = form_page(language, fields, {},
                              std::string(base::text(Word::request_too_many, language)), 429, now);
    page.retry_after_seconds = seconds_until_next_window(limits_.values().requests, now);
    return page;
  }

  const store::Ticket& ticket = opening->opened.ticket;
  output::ReceiptPage page;
  page.language = language;
  page.number = ticket.number;
  // The same form sent again tells what was promised the first time.
  const Instant received = instant_from_store(ticket.opened_at);
  page.received = base::text_from_instant(received, data_.calendar.zone, language);
  const desk::Deadline promised = promise_to(received);
  page.due = base::weekday_text_from_date(date_of(promised), language);
  page.why = desk::texts_from_deadline(promised, language);
  page.text = request.text;
  page.status_address = output::ticket_path(data_.site, language) + "?key=" + key;
  page.has_mail = opening->has_receipt;
  auto html = output::receipt_document(data_.html_template, page, data_.site);
  MUST(html);
  return {200, *std::move(html)};
}

// --- Where a ticket stands, without its link ---

std::string RequestDesk::promise_text(const desk::Clocks& clocks, Language language) const {
  if (!clocks.promise || clocks.promise->is_answered) return {};
  if (clocks.promise->is_paused) return std::string(base::text(Word::clock_paused, language));
  return base::weekday_text_from_date(date_of(clocks.promise->deadline), language);
}

PageText RequestDesk::status_page(output::StatusPage page, int status) const {
  auto html = output::status_document(data_.html_template, page, data_.site);
  MUST(html);
  return {status, *std::move(html)};
}

PageText RequestDesk::status_form(Language language) const {
  output::StatusPage page;
  page.language = language;
  return status_page(std::move(page), 200);
}

PageText RequestDesk::status(Language language, const Fields& fields, std::string_view client,
                             Instant now) {
  output::StatusPage page;
  page.language = language;
  page.number = base::trimmed(value_of(fields, output::status_number_field));
  const std::string digits(base::trimmed(value_of(fields, output::status_phone_field)));
  bool may_try = false;
  std::optional<desk::Ticket> found;
  const auto looked = database_.write([&](store::Transaction& transaction) -> base::Result<void> {
    found.reset();
    const auto taken = limits_.take_status(transaction, client, page.number, now);
    if (!taken) return tl::unexpected(taken.error());
    may_try = *taken;
    if (!may_try) return {};
    const auto record = record_by_number(transaction, page.number, {"requester", "status"}, now);
    // The attempt counts, whether or not there is such a ticket.
    if (!record && record.error().code == ErrorCode::not_found) return {};
    if (!record) return tl::unexpected(record.error());
    if (ends_with_digits(record->requester.phone, digits)) found = record->ticket;
    return {};
  });
  if (!looked)
    return message(language, 503, Word::request_unavailable, Word::request_unavailable_hint);
  if (!may_try) {
    page.failure = base::text(Word::status_too_many, language);
    PageText answer = status_page(std::move(page), 429);
    answer.retry_after_seconds = seconds_until_next_window(limits_.values().status_of_client, now);
    return answer;
  }
  if (!found) {
    page.failure = base::text(Word::status_wrong, language);
    return status_page(std::move(page), 404);
  }
  page.status = base::text(desk::word_from_ticket_status(found->status), language);
  page.promised =
      promise_text(desk::clocks_from_ticket(*found, data_.calendar, data_.settings, now), language);
  return status_page(std::move(page), 200);
}

// --- The page of a ticket ---

PageText RequestDesk::ticket(Language language, std::string_view key, Instant now) {
  return shown_ticket(language, key, "", "", false, now);
}

PageText RequestDesk::shown_ticket(Language language, std::string_view key, std::string failure,
                                   std::string written, bool asks_to_erase, Instant now) {
  const auto record = database_.write([&](store::Transaction& transaction) {
    return record_by_link(transaction, base::sha256_hex(std::string(key)), {"requester", "ticket"},
                          now);
  });
  if (!record && record.error().code == ErrorCode::not_found)
    return message(language, 404, Word::ticket_not_found, Word::ticket_not_found_hint);
  if (!record)
    return message(language, 503, Word::request_unavailable, Word::request_unavailable_hint);

  const desk::Ticket& ticket = record->ticket;
  output::TicketPage page;
  page.language = language;
  page.number = record->stored.number;
  page.status = base::text(desk::word_from_ticket_status(ticket.status), language);
  const desk::Clocks clocks = desk::clocks_from_ticket(ticket, data_.calendar, data_.settings, now);
  if (clocks.promise && !clocks.promise->is_answered) {
    if (!clocks.promise->is_paused)
      page.why = desk::texts_from_deadline(clocks.promise->deadline, language);
  }
  page.promised = promise_text(clocks, language);
  page.timeline = desk::timeline_for_requester(record->events, language);
  for (const desk::TimelineEntry& entry : page.timeline)
    page.times.push_back(base::text_from_instant(entry.at, data_.calendar.zone, language));
  page.key = key;
  page.failure = std::move(failure);
  page.written = std::move(written);
  page.asks_to_erase = asks_to_erase;
  page.can_write = !desk::refusal_in_status(ticket.status, desk::EventKind::requester_answered);
  page.can_withdraw = !desk::refusal_in_status(ticket.status, desk::EventKind::withdrawn);
  page.can_rate = was_answered(ticket) && ticket.stars == 0;
  auto html = output::ticket_document(data_.html_template, page, data_.site);
  MUST(html);
  return {page.failure.empty() ? 200 : 422, *std::move(html)};
}

base::Result<store::Attachment> RequestDesk::file(std::string_view key, const std::string& sha256,
                                                  Instant now) {
  return database_.write([&](store::Transaction& transaction) -> base::Result<store::Attachment> {
    const auto record =
        record_by_link(transaction, base::sha256_hex(std::string(key)), {"requester", "file"}, now);
    if (!record) return tl::unexpected(record.error());
    // Of the ticket's files only those of its conversation: a note's are the office's own.
    for (const desk::TimelineEntry& entry :
         desk::timeline_for_requester(record->events, Language::id)) {
      for (const desk::Attachment& file : entry.attachments) {
        if (file.sha256 != sha256) continue;
        auto found = store::read_attachment(transaction, record->stored.id, sha256);
        if (found) found->info.name = file.name;
        return found;
      }
    }
    return base::fail(ErrorCode::not_found, "The conversation has no such file.");
  });
}

PageText RequestDesk::act(Language language, const Fields& fields, Instant now) {
  const std::string key = value_of(fields, output::ticket_key_field);
  const std::string action = value_of(fields, output::ticket_action_field);
  if (action == "erase" && value_of(fields, "confirmed") != "yes")
    return shown_ticket(language, key, "", "", true, now);

  const int stars = stars_from_text(value_of(fields, output::ticket_stars_field));
  if (action == "rate" && stars == 0)
    return shown_ticket(language, key, std::string(base::text(Word::ticket_rate_missing, language)),
                        "", false, now);

  std::string text;
  if (action == "message" || action == "rate") {
    const auto checked = desk::check_text("text", value_of(fields, "text"), desk::request_text_max);
    if (!checked)
      return shown_ticket(language, key, checked.error().text(language), value_of(fields, "text"),
                          false, now);
    text = *checked;
  }
  const auto done = database_.write([&](store::Transaction& transaction) -> base::Result<void> {
    auto record = record_by_link(transaction, base::sha256_hex(key), {"requester", "ticket"}, now);
    if (!record) return tl::unexpected(record.error());
    desk::Event event;
    event.at = now;
    event.actor = desk::Actor::requester;
    event.text = text;
    const bool is_open = record->ticket.status != desk::TicketStatus::closed;
    if (action == "erase" && is_open) {
      // Nobody can be answered who is not known any more: the request ends with it.
      event.body = desk::Withdrawn{};
      if (auto ended = append_to_record(transaction, data_, *record, event); !ended) return ended;
      record = record_by_link(transaction, base::sha256_hex(key), {"requester", "ticket"}, now);
      if (!record) return tl::unexpected(record.error());
    }
    if (action == "erase")
      event.body = desk::Erased{};
    else if (action == "withdraw")
      event.body = desk::Withdrawn{};
    else if (action == "message")
      event.body = desk::RequesterAnswered{};
    else if (action == "rate" && was_answered(record->ticket))
      event.body = desk::Rated{stars};
    else
      return base::fail(ErrorCode::invalid,
                        std::string(base::text(Word::ticket_action_unknown, language)));
    if (const auto refusal = desk::refusal_of(&record->ticket, event))
      return base::fail(ErrorCode::conflict, std::string(base::text(*refusal, language)));
    return append_to_record(transaction, data_, *record, event);
  });
  if (done && action == "erase")
    return message(language, 200, Word::ticket_erased, Word::ticket_erased_hint);
  if (!done && done.error().code == ErrorCode::unavailable)
    return message(language, 503, Word::request_unavailable, Word::request_unavailable_hint);
  return shown_ticket(language, key, done ? "" : done.error().message, done ? "" : text, false,
                      now);
}

}  // namespace service
