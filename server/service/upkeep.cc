#include "service/upkeep.h"

#include <array>
#include <string>
#include <vector>

#include "desk/clocks.h"
#include "desk/event.h"
#include "desk/ticket.h"
#include "service/ticket_record.h"
#include "store/people.h"
#include "store/tickets.h"

namespace service {
namespace {

using base::ErrorCode;
using base::Instant;
using store::Transaction;

constexpr std::int64_t at_once = 100;

desk::Event event_of_desk(desk::EventBody body, Instant now) {
  desk::Event event;
  event.at = now;
  event.actor = desk::Actor::system;
  event.body = std::move(body);
  return event;
}

/// Tells in the ticket that its person is gone.
base::Result<void> note_erased(Transaction& transaction, const DeskData& data, std::int64_t id,
                               Instant now) {
  const auto stored = store::find_ticket_by_id(transaction, id);
  if (!stored) return tl::unexpected(stored.error());
  auto record = record_without_person(transaction, *stored);
  if (!record) return tl::unexpected(record.error());
  if (record->ticket.status != desk::TicketStatus::closed) {
    const auto ended =
        append_and_follow(transaction, data, *record, event_of_desk(desk::Withdrawn{}, now));
    if (!ended) return ended;
  }
  return append_to_record(transaction, data, *record, event_of_desk(desk::Erased{}, now));
}

/// One page of the tickets that are open, oldest first.
base::Result<std::vector<store::Ticket>> open_tickets(store::Database& database,
                                                      std::int64_t offset) {
  store::TicketFilter filter;
  for (const desk::TicketStatus status :
       {desk::TicketStatus::received, desk::TicketStatus::in_progress,
        desk::TicketStatus::waiting_for_requester})
    filter.states.emplace_back(desk::text_from_ticket_status(status));
  auto page = database.read([&](Transaction& transaction) {
    return store::list_tickets(transaction, filter, store::TicketOrder::oldest_first,
                               {offset, at_once});
  });
  if (!page) return tl::unexpected(page.error());
  return std::move(page->tickets);
}

/// True where the promise had moved.
base::Result<bool> follow_in_ticket(Transaction& transaction, const DeskData& data,
                                    const store::Ticket& stored, Instant now) {
  const auto record = record_without_person(transaction, stored);
  if (!record) return tl::unexpected(record.error());
  const desk::Clocks clocks =
      desk::clocks_from_ticket(record->ticket, data.calendar, data.settings, now);
  const auto change = desk::due_change_of(record->ticket, clocks, data.calendar);
  if (!change) return false;
  const auto appended = append_to_record(transaction, data, *record, event_of_desk(*change, now));
  if (!appended) return tl::unexpected(appended.error());
  return true;
}

}  // namespace

base::Result<int> erase_expired(store::Database& database, const DeskData& data, Instant now) {
  int erased = 0;
  for (std::int64_t found = at_once; found == at_once;) {
    const auto count = database.write([&](Transaction& transaction) -> base::Result<std::int64_t> {
      const auto ids = store::erase_expired_people(transaction, store_time(now), at_once);
      if (!ids) return tl::unexpected(ids.error());
      for (const std::int64_t id : *ids) {
        if (auto noted = note_erased(transaction, data, id, now); !noted)
          return tl::unexpected(noted.error());
      }
      return static_cast<std::int64_t>(ids->size());
    });
    if (!count) return tl::unexpected(count.error());
    found = *count;
    erased += static_cast<int>(found);
  }
  return erased;
}

base::Result<int> follow_calendar(store::Database& database, const DeskData& data, Instant now) {
  int moved = 0;
  for (std::int64_t offset = 0;; offset += at_once) {
    const auto tickets = open_tickets(database, offset);
    if (!tickets) return tl::unexpected(tickets.error());
    for (const store::Ticket& stored : *tickets) {
      const auto has_moved = database.write([&](Transaction& transaction) {
        return follow_in_ticket(transaction, data, stored, now);
      });
      // Something happened to the ticket meanwhile: the next round looks at it again.
      if (!has_moved && has_moved.error().code == ErrorCode::conflict) continue;
      if (!has_moved) return tl::unexpected(has_moved.error());
      moved += *has_moved;
    }
    if (static_cast<std::int64_t>(tickets->size()) < at_once) return moved;
  }
}

}  // namespace service
