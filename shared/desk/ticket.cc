#include "desk/ticket.h"

#include <array>
#include <utility>

#include "base/text.h"
#include "base/variant.h"

namespace desk {
namespace {

using base::Word;

/// Which event can happen in which status: `yes`, or the word that refuses it.
constexpr std::optional<Word> yes = std::nullopt;
constexpr std::optional<Word> is_open = Word::refuse_ticket_opened_twice;
constexpr std::optional<Word> is_closed = Word::refuse_ticket_closed;
constexpr std::optional<Word> not_closed = Word::refuse_ticket_not_closed;
constexpr std::optional<Word> is_waiting = Word::refuse_ticket_waiting;

struct EventRule {
  EventKind kind;
  std::array<std::optional<Word>, ticket_statuses_count> in_status;
};

constexpr std::array<EventRule, event_kinds_count> event_rules = {{
    // clang-format off
    //                              received         in_progress      waiting          closed
    {EventKind::opened,             {is_open, is_open, is_open, is_open}},
    {EventKind::address_confirmed,  {yes,             yes,             yes,             yes}},
    {EventKind::assigned,           {yes,             yes,             yes,             is_closed}},
    {EventKind::step_done,          {yes,             yes,             is_waiting,      is_closed}},
    {EventKind::asked_requester,    {yes,             yes,             is_waiting,      is_closed}},
    {EventKind::requester_answered, {yes,             yes,             yes,             yes}},
    {EventKind::note_written,       {yes,             yes,             yes,             yes}},
    {EventKind::message_written,    {yes,             yes,             yes,             yes}},
    {EventKind::notice_sent,        {yes,             yes,             yes,             is_closed}},
    {EventKind::data_sent,          {yes,             yes,             yes,             is_closed}},
    {EventKind::redirected,         {yes,             yes,             yes,             is_closed}},
    {EventKind::corrected,          {yes,             yes,             yes,             is_closed}},
    {EventKind::withdrawn,          {yes,             yes,             yes,             is_closed}},
    {EventKind::closed,             {yes,             yes,             yes,             is_closed}},
    {EventKind::reopened,           {not_closed,      not_closed,      not_closed,      yes}},
    {EventKind::rated,              {not_closed,      not_closed,      not_closed,      yes}},
    {EventKind::erased,             {not_closed,      not_closed,      not_closed,      yes}},
    {EventKind::due_recomputed,     {yes,             yes,             yes,             is_closed}},
    // clang-format on
}};

/// Each row stands at the place of its kind.
constexpr bool rules_are_in_order() {
  for (std::size_t at = 0; at < event_rules.size(); ++at)
    if (event_rules[at].kind != static_cast<EventKind>(at)) return false;
  return true;
}
static_assert(rules_are_in_order());

/// Whether the state allows it, whatever is written in it.
std::optional<Word> refusal_of_state(const Ticket* ticket, EventKind kind) {
  if (!ticket)
    return kind == EventKind::opened ? std::nullopt : std::optional(Word::refuse_ticket_not_opened);
  if (ticket->is_erased) return Word::refuse_ticket_erased;
  return refusal_in_status(ticket->status, kind);
}

bool needs_text(const Event& event) {
  switch (event.kind()) {
    case EventKind::opened:
    case EventKind::asked_requester:
    case EventKind::note_written:
    case EventKind::message_written:
    case EventKind::notice_sent:
    case EventKind::data_sent:
    case EventKind::redirected:
      return true;
    case EventKind::requester_answered:
      return event.attachments.empty();
    default:
      return false;
  }
}

/// Carries a ticket over one event; what the table refuses does not come here.
class Step {
 public:
  Step(Ticket& ticket, base::Instant at) : ticket_(ticket), at_(at) {}

  void operator()(const Opened& body) {
    ticket_.facts = body.facts;
    ticket_.opened_at = at_;
    ticket_.promise_from = at_;
    ticket_.promised = body.due;
    begin_step(SopStep::search);
  }
  void operator()(const AddressConfirmed&) { ticket_.is_address_confirmed = true; }
  void operator()(const Assigned& body) {
    ticket_.officer = body.account;
    if (ticket_.status == TicketStatus::received) ticket_.status = TicketStatus::in_progress;
  }
  void operator()(const StepDone& body) {
    go_on();
    end_step(body.step);
    if (body.step == SopStep::search) begin_step(SopStep::save);
    if (body.step == SopStep::save) begin_step(SopStep::answer);
  }
  void operator()(const AskedRequester&) {
    ticket_.status = TicketStatus::waiting_for_requester;
    ticket_.waiting_since = at_;
  }
  void operator()(const RequesterAnswered&) {
    if (ticket_.status == TicketStatus::waiting_for_requester) go_on();
  }
  void operator()(const NoteWritten&) {}
  void operator()(const MessageWritten&) {
    if (ticket_.status == TicketStatus::received) ticket_.status = TicketStatus::in_progress;
  }
  void operator()(const NoticeSent&) { answer(SopStep::notice); }
  void operator()(const DataSent&) { answer(SopStep::answer); }
  void operator()(const Redirected&) { answer(SopStep::answer); }
  void operator()(const Corrected& body) { ticket_.facts = body.facts; }
  void operator()(const Withdrawn&) { close(Outcome::withdrawn); }
  void operator()(const Closed& body) { close(body.outcome); }
  void operator()(const Reopened&) {
    ticket_.status = TicketStatus::in_progress;
    ticket_.outcome.reset();
    ticket_.closed_at.reset();
    ticket_.answered_at.reset();
    ticket_.promise_from = at_;
    begin_step(SopStep::search);
  }
  void operator()(const Rated& body) { ticket_.stars = body.stars; }
  void operator()(const Erased&) { ticket_.is_erased = true; }
  void operator()(const DueRecomputed& body) { ticket_.promised = body.after; }

 private:
  /// The office's turn: a pause ends.
  void go_on() {
    ticket_.status = TicketStatus::in_progress;
    if (ticket_.waiting_since) ticket_.pauses.push_back({*ticket_.waiting_since, at_});
    ticket_.waiting_since.reset();
  }
  void begin_step(SopStep step) {
    ticket_.step = step;
    ticket_.step_begun = at_;
  }
  /// The time since the last step's end counts for `step`, also where one before it was not noted.
  void end_step(SopStep step) {
    if (ticket_.step) ticket_.steps.push_back({step, ticket_.step_begun, at_});
    ticket_.step.reset();
  }
  void answer(SopStep step) {
    go_on();
    end_step(step);
    if (!ticket_.answered_at) ticket_.answered_at = at_;
  }
  void close(Outcome outcome) {
    go_on();
    // Withdrawn or no request at all: nobody was answered, so that no step was done in any time.
    if (outcome == Outcome::withdrawn || outcome == Outcome::not_a_request)
      ticket_.step.reset();
    else
      end_step(outcome == Outcome::not_held ? SopStep::notice : SopStep::answer);
    if (!ticket_.answered_at) ticket_.answered_at = at_;
    ticket_.closed_at = at_;
    ticket_.status = TicketStatus::closed;
    ticket_.outcome = outcome;
  }

  Ticket& ticket_;
  base::Instant at_;
};

tl::unexpected<base::Error> refused(EventKind kind, Word word) {
  return base::fail(base::ErrorCode::conflict, std::string(base::text(word, base::Language::en)),
                    std::string(text_from_event_kind(kind)));
}

}  // namespace

std::string_view text_from_ticket_status(TicketStatus status) {
  constexpr std::array<std::string_view, ticket_statuses_count> texts = {
      "received", "in_progress", "waiting_for_requester", "closed"};
  return texts[static_cast<std::size_t>(status)];
}

Word word_from_ticket_status(TicketStatus status) {
  constexpr std::array<Word, ticket_statuses_count> words = {
      Word::ticket_received, Word::ticket_in_progress, Word::ticket_waiting_for_requester,
      Word::ticket_closed};
  return words[static_cast<std::size_t>(status)];
}

std::optional<Word> refusal_in_status(TicketStatus status, EventKind kind) {
  return event_rules[static_cast<std::size_t>(kind)].in_status[static_cast<std::size_t>(status)];
}

std::optional<Word> refusal_of(const Ticket* ticket, const Event& event) {
  if (const auto word = refusal_of_state(ticket, event.kind())) return word;
  if (needs_text(event) && base::trimmed(event.text).empty())
    return Word::refuse_ticket_text_missing;
  return std::nullopt;
}

base::Result<Ticket> ticket_after(Ticket ticket, const Event& event) {
  if (const auto word = refusal_of_state(&ticket, event.kind()))
    return refused(event.kind(), *word);
  std::visit(Step(ticket, event.at), event.body);
  return ticket;
}

base::Result<Ticket> ticket_from_events(const std::vector<Event>& events) {
  if (events.empty())
    return base::fail(base::ErrorCode::invalid, "A ticket has at least the event that opened it.");
  if (const auto word = refusal_of_state(nullptr, events.front().kind()))
    return refused(events.front().kind(), *word);
  base::Result<Ticket> ticket = Ticket{};
  std::visit(Step(*ticket, events.front().at), events.front().body);
  for (std::size_t at = 1; at < events.size(); ++at) {
    ticket = ticket_after(*std::move(ticket), events[at]);
    if (!ticket) {
      base::Error error = ticket.error();
      error.detail += ", event " + std::to_string(at + 1);
      return tl::unexpected(std::move(error));
    }
  }
  return ticket;
}

}  // namespace desk
