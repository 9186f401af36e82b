// The office's queue: what there is to do, most urgent first.
#include <algorithm>
#include <string>
#include <vector>

#include "desk/clocks.h"
#include "service/office_desk.h"
#include "service/office_rows.h"
#include "store/tickets.h"

namespace service {
namespace {

using base::Instant;
using desk::TicketStatus;
using store::Transaction;
using Stored = std::vector<store::Ticket>;

std::string word_of(TicketStatus status) {
  return std::string(desk::text_from_ticket_status(status));
}

bool has_status(const store::Ticket& ticket, TicketStatus status) {
  return ticket.summary.state == desk::text_from_ticket_status(status);
}

/// All that the filter finds, page by page.
base::Result<Stored> all_tickets(Transaction& transaction, const store::TicketFilter& filter) {
  constexpr std::int64_t at_once = 1000;
  Stored all;
  for (;;) {
    auto page = store::list_tickets(transaction, filter, store::TicketOrder::due_first,
                                    {static_cast<std::int64_t>(all.size()), at_once});
    if (!page) return tl::unexpected(page.error());
    const bool is_last = page->tickets.size() < at_once;
    std::move(page->tickets.begin(), page->tickets.end(), std::back_inserter(all));
    if (is_last) return all;
  }
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char sign) {
    return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a') : sign;
  });
  return text;
}

/// Tells which tickets a wish means.
class QueueSieve {
 public:
  QueueSieve(const wire::QueueWish& wish, const std::string& login, const DeskData& data,
             Instant now)
      : wish_(wish), login_(login), now_(now), text_(lower(wish.text)) {
    const base::Date today = base::local_from_instant(now, data.calendar.zone).date;
    tomorrow_ = base::instant_from_local(base::next_day(today), 0, data.calendar.zone);
  }

  bool is_over_step(const store::Ticket& ticket) const {
    return ticket.summary.due_at && instant_from_store(*ticket.summary.due_at) < now_;
  }
  bool is_due_today(const store::Ticket& ticket) const {
    return !has_status(ticket, TicketStatus::closed) &&
           !has_status(ticket, TicketStatus::waiting_for_requester) && ticket.summary.promised_at &&
           instant_from_store(*ticket.summary.promised_at) < tomorrow_;
  }
  bool is_in_tab(const store::Ticket& ticket) const {
    switch (wish_.tab) {
      case wire::QueueTab::open:
      case wire::QueueTab::closed:
        return true;
      case wire::QueueTab::mine:
        return ticket.summary.officer == login_;
      case wire::QueueTab::unassigned:
        return ticket.summary.officer.empty();
      case wire::QueueTab::waiting:
        break;
    }
    return has_status(ticket, TicketStatus::waiting_for_requester);
  }
  bool lets_through(const store::Ticket& ticket) const {
    if (wish_.mark == wire::QueueMark::over_step && !is_over_step(ticket)) return false;
    if (wish_.mark == wire::QueueMark::due_today && !is_due_today(ticket)) return false;
    if (!wish_.channel.empty() && ticket.summary.channel != wish_.channel) return false;
    if (!wish_.officer.empty() && ticket.summary.officer != wish_.officer) return false;
    return is_in_tab(ticket) && (lower(ticket.number).find(text_) != std::string::npos ||
                                 lower(ticket.summary.title).find(text_) != std::string::npos);
  }

 private:
  const wire::QueueWish& wish_;
  const std::string& login_;
  Instant now_, tomorrow_;
  std::string text_;
};

/// Those that were answered in the month of `now`, and in time.
base::Result<void> count_answers(Transaction& transaction, const Stored& tickets,
                                 const DeskData& data, Instant now, wire::QueueCounts& counts) {
  const base::Date today = base::local_from_instant(now, data.calendar.zone).date;
  const Instant month =
      base::instant_from_local({today.year, today.month, 1}, 0, data.calendar.zone);
  for (const store::Ticket& stored : tickets) {
    if (instant_from_store(stored.updated_at) < month) continue;
    const auto record = record_without_person(transaction, stored);
    if (!record) return tl::unexpected(record.error());
    if (!record->ticket.answered_at || *record->ticket.answered_at < month) continue;
    const desk::Clocks clocks =
        desk::clocks_from_ticket(record->ticket, data.calendar, data.settings, now);
    ++counts.answered_this_month;
    if (clocks.promise && !clocks.promise->is_late) ++counts.on_time_this_month;
  }
  return {};
}

base::Result<wire::QueueCounts> counts_of(Transaction& transaction, const Stored& open,
                                          const Stored& closed, const DeskData& data,
                                          const std::string& login, Instant now) {
  const wire::QueueWish any;
  const QueueSieve sieve(any, login, data, now);
  wire::QueueCounts counts;
  counts.open = open.size();
  counts.closed = closed.size();
  for (const store::Ticket& ticket : open) {
    if (ticket.summary.officer == login) ++counts.mine;
    if (ticket.summary.officer.empty()) ++counts.unassigned;
    if (has_status(ticket, TicketStatus::waiting_for_requester)) ++counts.waiting;
    if (sieve.is_over_step(ticket)) ++counts.over_step;
    if (sieve.is_due_today(ticket)) ++counts.due_today;
  }
  for (const Stored* tickets : {&open, &closed}) {
    if (auto counted = count_answers(transaction, *tickets, data, now, counts); !counted)
      return tl::unexpected(counted.error());
  }
  return counts;
}

/// What is due soonest comes first, and so what is over before all else; the store has them so.
void put_in_order(Stored& tickets, wire::QueueOrder order) {
  if (order == wire::QueueOrder::urgent) return;
  std::stable_sort(tickets.begin(), tickets.end(), [order](const auto& left, const auto& right) {
    return order == wire::QueueOrder::newest ? left.opened_at > right.opened_at
                                             : left.opened_at < right.opened_at;
  });
}

/// Those of an institution's category, which stands in the events alone.
base::Result<Stored> of_category(Transaction& transaction, Stored tickets,
                                 const std::string& category) {
  if (category.empty()) return tickets;
  Stored found;
  for (store::Ticket& stored : tickets) {
    const auto record = record_without_person(transaction, stored);
    if (!record) return tl::unexpected(record.error());
    if (record->ticket.facts.institution_category == category) found.push_back(std::move(stored));
  }
  return found;
}

}  // namespace

std::optional<Instant> open_until(const desk::Calendar& calendar, Instant now) {
  const base::LocalTime local = base::local_from_instant(now, calendar.zone);
  for (const desk::OpenHours& hours : calendar.hours_on(local.date)) {
    if (local.second_of_day >= hours.from * 60 && local.second_of_day < hours.until * 60)
      return base::instant_from_local(local.date, hours.until * 60, calendar.zone);
  }
  return std::nullopt;
}

wire::QueueRow row_of(const Record& record, const DeskData& data, Instant now, bool says_why) {
  wire::QueueRow row;
  row.number = record.stored.number;
  row.title = record.stored.summary.title;
  row.institution_category = record.ticket.facts.institution_category;
  row.channel = record.ticket.facts.channel;
  row.status = record.ticket.status;
  row.outcome = record.ticket.outcome;
  row.officer = record.ticket.officer;
  row.opened_at = record.ticket.opened_at;
  row.events_count = static_cast<std::uint64_t>(record.stored.events_count);
  set_clocks(row, record.ticket, data, now, says_why);
  return row;
}

void set_clocks(wire::QueueRow& row, const desk::Ticket& ticket, const DeskData& data, Instant now,
                bool says_why) {
  const desk::Clocks clocks = desk::clocks_from_ticket(ticket, data.calendar, data.settings, now);
  if (const auto& step = clocks.step) {
    row.step = wire::StepClockNow{step->step, step->standard_seconds, step->used_seconds,
                                  step->is_paused, std::nullopt};
    if (!step->is_paused) row.step->runs_until = open_until(data.calendar, now);
  }
  if (const auto& promise = clocks.promise) {
    row.promise =
        wire::PromiseNow{base::local_from_instant(promise->deadline.at, data.calendar.zone).date,
                         promise->is_paused,
                         promise->is_answered,
                         promise->is_late,
                         {}};
    if (!says_why) return;
    const auto in_id = desk::texts_from_deadline(promise->deadline, base::Language::id);
    const auto in_en = desk::texts_from_deadline(promise->deadline, base::Language::en);
    for (std::size_t at = 0; at < in_id.size(); ++at)
      row.promise->why.push_back({in_id[at], in_en[at]});
  }
}

OfficeResult<wire::OfficeQueue> OfficeDesk::queue(const wire::QueueWish& wish,
                                                  const OfficeCaller& caller, Instant now) {
  if (!desk::may(caller.role, desk::Action::read_queue)) return tl::unexpected(office_forbidden());
  auto made = database_.read([&](Transaction& transaction) -> base::Result<wire::OfficeQueue> {
    store::TicketFilter filter;
    filter.states = {word_of(TicketStatus::received), word_of(TicketStatus::in_progress),
                     word_of(TicketStatus::waiting_for_requester)};
    auto open = all_tickets(transaction, filter);
    if (!open) return tl::unexpected(open.error());
    filter.states = {word_of(TicketStatus::closed)};
    auto closed = all_tickets(transaction, filter);
    if (!closed) return tl::unexpected(closed.error());
    wire::OfficeQueue queue;
    queue.as_of = now;
    queue.open_until = open_until(data_.calendar, now);
    auto counts = counts_of(transaction, *open, *closed, data_, caller.login, now);
    if (!counts) return tl::unexpected(counts.error());
    queue.counts = *counts;

    Stored& wanted = wish.tab == wire::QueueTab::closed ? *closed : *open;
    const QueueSieve sieve(wish, caller.login, data_, now);
    std::erase_if(wanted, [&](const auto& ticket) { return !sieve.lets_through(ticket); });
    auto found = of_category(transaction, std::move(wanted), wish.institution_category);
    if (!found) return tl::unexpected(found.error());
    put_in_order(*found, wish.order);
    queue.rows_count = found->size();
    const std::uint64_t first = std::min<std::uint64_t>(wish.offset, found->size());
    const std::uint64_t end = std::min<std::uint64_t>(first + wire::queue_rows_max, found->size());
    for (std::uint64_t at = first; at < end; ++at) {
      const auto record = record_without_person(transaction, (*found)[at]);
      if (!record) return tl::unexpected(record.error());
      queue.rows.push_back(row_of(*record, data_, now, false));
    }
    return queue;
  });
  if (!made) return tl::unexpected(office_failure(made.error()));
  return *std::move(made);
}

}  // namespace service
