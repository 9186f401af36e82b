// A ticket: the office's record of one request, as its events make it. Status and outcome are two
// things; whether it is late is computed (desk/clocks.h) and never stored.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "base/result.h"
#include "base/words.h"
#include "desk/event.h"
#include "desk/working_time.h"

namespace desk {

enum class TicketStatus : std::uint8_t { received, in_progress, waiting_for_requester, closed };
inline constexpr int ticket_statuses_count = 4;
std::string_view text_from_ticket_status(TicketStatus status);
base::Word word_from_ticket_status(TicketStatus status);

/// A step of the SOP on this ticket, from its beginning until its end.
struct StepSpan {
  SopStep step = SopStep::search;
  base::Instant begun;
  base::Instant ended;
};

struct Ticket {
  TicketStatus status = TicketStatus::received;
  std::optional<Outcome> outcome;  ///< Of a closed one.
  RequestFacts facts;
  std::string officer;  ///< The account it is assigned to; empty: nobody.
  base::Instant opened_at;
  base::Instant promise_from;  ///< Opening, or the last reopening: the promise counts from here.
  base::Date promised;         ///< The date that the requester was last told.
  std::optional<base::Instant> answered_at;    ///< The first answer since `promise_from`.
  std::optional<base::Instant> waiting_since;  ///< Set while waiting for the requester.
  std::optional<base::Instant> closed_at;
  std::vector<Pause> pauses;    ///< Those that are over.
  std::vector<StepSpan> steps;  ///< Those that are done.
  std::optional<SopStep> step;  ///< The one that runs, or is paused.
  base::Instant step_begun;     ///< Of `step`.
  bool is_address_confirmed = false;
  bool is_erased = false;
  int stars = 0;  ///< 0: not rated.
};

/// Why an event cannot happen to a ticket (null: to one that is not opened yet), in words; nothing
/// where it can. Also asks for the text that a letter must not go without.
std::optional<base::Word> refusal_of(const Ticket* ticket, const Event& event);

/// The rule behind it, for a ticket that is there and not erased.
std::optional<base::Word> refusal_in_status(TicketStatus status, EventKind kind);

/// The ticket after one more event. Fails with `conflict` where the event cannot happen to it. The
/// text is not asked for: what has happened has happened, and may have been erased.
base::Result<Ticket> ticket_after(Ticket ticket, const Event& event);

/// Fails with `conflict`, naming the event's place, where one cannot follow those before it; with
/// `invalid` where there are none.
base::Result<Ticket> ticket_from_events(const std::vector<Event>& events);

}  // namespace desk
