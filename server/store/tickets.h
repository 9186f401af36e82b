// The register: tickets, and the events that made them what they are. The store knows no meaning of
// either: words and bodies are what the service gives. Events are appended and never changed; a
// ticket's summary is what lists are made from, and is written again with each event.
//
// Nothing here may name a person: that stands apart (store/people.h), so that it can be erased.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/database.h"
#include "store/numbers.h"
#include "store/time.h"

namespace store {

/// What the queue shows and filters by.
struct TicketSummary {
  std::string state;                ///< A word of the service, such as "received".
  std::string outcome;              ///< Empty while there is none.
  std::string subject;              ///< A code of the catalogue's subjects.
  std::string channel;              ///< How it came: "form", "mail", "phone"…
  std::string officer;              ///< The login of who works on it; empty: nobody yet.
  std::string title;                ///< One line, without names of people.
  std::optional<Time> due_at;       ///< The office's own standard; none while the clock pauses.
  std::optional<Time> promised_at;  ///< What the public was promised.

  friend bool operator==(const TicketSummary&, const TicketSummary&) = default;
};

struct NewEvent {
  std::string kind;   ///< A word of the service, such as "replied".
  std::string actor;  ///< A login, "requester", or "system".
  Time at;
  std::string body;  ///< JSON, kept byte for byte.
};

struct Event {
  std::int64_t sequence = 0;  ///< 1, 2, 3… within its ticket.
  std::string kind;
  std::string actor;
  Time at;
  std::string body;

  friend bool operator==(const Event&, const Event&) = default;
};

struct Ticket {
  std::int64_t id = 0;
  std::string number;  ///< "PD-2026-0001".
  std::string kind;
  Time opened_at;
  Time updated_at;
  std::int64_t events_count = 0;         ///< The next event has this sequence plus one.
  std::optional<Time> person_erased_at;  ///< When its person was erased; see store/people.h.
  TicketSummary summary;
};

struct NewTicket {
  std::string request_key;  ///< Made once per draft by whoever sends it.
  NumberSeries number;
  std::string kind;
  /// SHA-256 of the token in the requester's private link; none: there is no such link.
  std::optional<std::string> link_sha256;
  TicketSummary summary;
  NewEvent first_event;  ///< Its time is also when the ticket was opened.
};

struct OpenedTicket {
  Ticket ticket;
  bool is_new = true;  ///< False: this request key has been seen; nothing was written.
};

/// Opens a ticket with its first event, or gives back the one that was opened with the same key.
base::Result<OpenedTicket> open_ticket(Transaction& transaction, const NewTicket& wanted);

/// Appends an event and writes the ticket's summary again. `expected_sequence` is the sequence that
/// the event shall have: the caller's `events_count` plus one. Fails with `conflict` where somebody
/// else was first, and with `not_found`.
base::Result<Ticket> append_event(Transaction& transaction, std::int64_t ticket_id,
                                  std::int64_t expected_sequence, const NewEvent& event,
                                  const TicketSummary& summary);

/// One more private link to a ticket, beside those it has: a mail carries one of its own, because
/// nobody can tell the earlier ones from their hashes.
base::Result<void> add_ticket_link(Transaction& transaction, std::int64_t ticket_id,
                                   const std::string& link_sha256, Time now);

/// Fail with `not_found`.
base::Result<Ticket> find_ticket(Transaction& transaction, const std::string& number);
base::Result<Ticket> find_ticket_by_id(Transaction& transaction, std::int64_t id);
base::Result<Ticket> find_ticket_by_link(Transaction& transaction, const std::string& link_sha256);

/// A ticket's events in order. Empty where there is no such ticket.
base::Result<std::vector<Event>> events_of_ticket(Transaction& transaction, std::int64_t ticket_id);

struct TicketEvents {
  std::string number;
  std::vector<Event> events;  ///< In order.
};

/// All events of the tickets opened in [from, before), in the order in which they came.
base::Result<std::vector<TicketEvents>> events_of_tickets_opened(Transaction& transaction,
                                                                 Time from, Time before);

/// Which tickets a list holds: those that meet everything which is set.
struct TicketFilter {
  std::vector<std::string> states = {};  ///< One of these; empty: any.
  std::optional<std::string> kind = {};
  std::optional<std::string> channel = {};
  std::optional<std::string> subject = {};
  std::optional<std::string> officer = {};  ///< "" finds what nobody works on.
  std::optional<Time> due_before =
      {};  ///< Due earlier than this; what has no due time is left out.
  std::optional<Time> opened_from = {};    ///< This or later.
  std::optional<Time> opened_before = {};  ///< Earlier than this.
  std::string number_part = {};  ///< Stands somewhere in the number, in any case of letters.
};

enum class TicketOrder {
  due_first,     ///< What is due soonest; what has no due time last.
  newest_first,  ///< By the time of opening.
  oldest_first,
};

struct PageWish {
  std::int64_t offset = 0;  ///< Tickets that are passed over.
  std::int64_t limit = 50;  ///< At most so many, and never more than 1,000.
};

struct TicketPage {
  std::vector<Ticket> tickets;
  std::int64_t tickets_count = 0;  ///< All that the filter finds.
};

base::Result<TicketPage> list_tickets(Transaction& transaction, const TicketFilter& filter,
                                      TicketOrder order, PageWish page);

struct StateCount {
  std::string state;
  std::int64_t tickets_count = 0;

  friend bool operator==(const StateCount&, const StateCount&) = default;
};

/// How many tickets are in each state, by the state's word; states without one are left out.
base::Result<std::vector<StateCount>> count_tickets_by_state(Transaction& transaction,
                                                             const TicketFilter& filter);

}  // namespace store
