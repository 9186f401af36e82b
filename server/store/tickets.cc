#include "store/tickets.h"

#include <algorithm>
#include <string_view>

#include "store/failure.h"
#include "store/statement.h"

namespace store {
namespace {

using base::ErrorCode;

constexpr std::int64_t page_tickets_max = 1000;

constexpr std::string_view ticket_columns =
    "id, number, kind, opened_at, updated_at, events_count, person_erased_at, state, outcome, "
    "subject, channel, officer, title, due_at, promised_at";

void into_ticket(Statement& statement, Ticket& ticket) {
  TicketSummary& summary = ticket.summary;
  statement.into(ticket.id, ticket.number, ticket.kind, ticket.opened_at, ticket.updated_at,
                 ticket.events_count, ticket.person_erased_at, summary.state, summary.outcome,
                 summary.subject, summary.channel, summary.officer, summary.title, summary.due_at,
                 summary.promised_at);
}

void bind_summary(Statement& statement, const TicketSummary& summary) {
  statement.bind("state", summary.state)
      .bind("outcome", summary.outcome)
      .bind("subject", summary.subject)
      .bind("channel", summary.channel)
      .bind("officer", summary.officer)
      .bind("title", summary.title)
      .bind("due_at", summary.due_at)
      .bind("promised_at", summary.promised_at);
}

/// The first ticket for which `condition` holds; `value` is its ":value".
template <class Value>
base::Result<Ticket> ticket_where(Transaction& transaction, std::string_view condition,
                                  const Value& value) {
  Ticket ticket;
  Statement find(transaction, "SELECT " + std::string(ticket_columns) + " FROM ticket WHERE " +
                                  std::string(condition));
  find.bind("value", value);
  into_ticket(find, ticket);
  if (find.first()) return ticket;
  return base::fail(ErrorCode::not_found,
                    "There is no such request. Check the number, or ask the office.");
}

/// Takes the key for this transaction; false where another one has it. Others who bring the same
/// key at the same time wait here, before a number is given, so that none is wasted.
bool take_request_key(Transaction& transaction, const std::string& key) {
  std::string taken;
  return Statement(transaction,
                   "INSERT INTO request_key (key) VALUES (:key) ON CONFLICT (key) DO NOTHING "
                   "RETURNING key")
      .bind("key", key)
      .into(taken)
      .first();
}

void insert_event(Transaction& transaction, std::int64_t ticket_id, std::int64_t sequence,
                  const NewEvent& event) {
  Statement(transaction,
            "INSERT INTO ticket_event (ticket_id, sequence, kind, actor, at, body) "
            "VALUES (:ticket_id, :sequence, :kind, :actor, :at, :body)")
      .bind("ticket_id", ticket_id)
      .bind("sequence", sequence)
      .bind("kind", event.kind)
      .bind("actor", event.actor)
      .bind("at", event.at)
      .bind("body", event.body)
      .run();
}

std::int64_t insert_ticket(Transaction& transaction, const NewTicket& wanted,
                           const std::string& number) {
  std::int64_t id = 0;
  Statement insert(
      transaction,
      "INSERT INTO ticket (number, request_key, link_sha256, kind, opened_at, state, outcome, "
      "subject, channel, officer, title, due_at, promised_at, updated_at, events_count) "
      "VALUES (:number, :request_key, :link_sha256, :kind, :now, :state, :outcome, :subject, "
      ":channel, :officer, :title, :due_at, :promised_at, :now, 1) RETURNING id");
  insert.bind("number", number)
      .bind("request_key", wanted.request_key)
      .bind("link_sha256", wanted.link_sha256)
      .bind("kind", wanted.kind)
      .bind("now", wanted.first_event.at);
  bind_summary(insert, wanted.summary);
  insert.into(id).first();
  return id;
}

// --- Lists ---

/// `text` as a pattern that finds it anywhere; its own wildcards mean themselves.
std::string pattern_from_part(std::string_view text) {
  std::string pattern = "%";
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '!') pattern += '!';
    pattern += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return pattern + "%";
}

std::string state_parameter(std::size_t index) { return "state" + std::to_string(index); }

/// "WHERE …" with a parameter for everything that is set, or nothing.
std::string where_from_filter(const TicketFilter& filter) {
  std::string where;
  const auto add = [&](std::string_view condition) {
    where += where.empty() ? " WHERE " : " AND ";
    where += condition;
  };
  if (!filter.states.empty()) {
    std::string list;
    for (std::size_t i = 0; i < filter.states.size(); ++i)
      list += (i ? ", :" : ":") + state_parameter(i);
    add("state IN (" + list + ")");
  }
  if (filter.kind) add("kind = :kind");
  if (filter.channel) add("channel = :channel");
  if (filter.subject) add("subject = :subject");
  if (filter.officer) add("officer = :officer");
  if (filter.due_before) add("due_at < :due_before");
  if (filter.opened_from) add("opened_at >= :opened_from");
  if (filter.opened_before) add("opened_at < :opened_before");
  if (!filter.number_part.empty()) add("LOWER(number) LIKE :number_part ESCAPE '!'");
  return where;
}

void bind_filter(Statement& statement, const TicketFilter& filter) {
  for (std::size_t i = 0; i < filter.states.size(); ++i)
    statement.bind(state_parameter(i), filter.states[i]);
  if (filter.kind) statement.bind("kind", *filter.kind);
  if (filter.channel) statement.bind("channel", *filter.channel);
  if (filter.subject) statement.bind("subject", *filter.subject);
  if (filter.officer) statement.bind("officer", *filter.officer);
  if (filter.due_before) statement.bind("due_before", *filter.due_before);
  if (filter.opened_from) statement.bind("opened_from", *filter.opened_from);
  if (filter.opened_before) statement.bind("opened_before", *filter.opened_before);
  if (!filter.number_part.empty())
    statement.bind("number_part", pattern_from_part(filter.number_part));
}

std::string_view order_by(TicketOrder order) {
  switch (order) {
    case TicketOrder::due_first:
      return " ORDER BY due_at IS NULL, due_at, id";
    case TicketOrder::newest_first:
      return " ORDER BY opened_at DESC, id DESC";
    case TicketOrder::oldest_first:
      return " ORDER BY opened_at, id";
  }
  return "";
}

}  // namespace

base::Result<OpenedTicket> open_ticket(Transaction& transaction, const NewTicket& wanted) {
  return at_door(transaction, [&]() -> base::Result<OpenedTicket> {
    if (wanted.request_key.empty()) {
      return base::fail(ErrorCode::invalid, "A request must come with a key of its own.");
    }
    if (!take_request_key(transaction, wanted.request_key)) {
      return ticket_where(transaction, "request_key = :value", wanted.request_key)
          .map([](Ticket ticket) {
            return OpenedTicket{std::move(ticket), false};
          });
    }
    base::Result<std::string> number = next_number(transaction, wanted.number);
    if (!number) return tl::unexpected<base::Error>(number.error());
    const std::int64_t id = insert_ticket(transaction, wanted, *number);
    insert_event(transaction, id, 1, wanted.first_event);
    return ticket_where(transaction, "id = :value", id).map([](Ticket ticket) {
      return OpenedTicket{std::move(ticket), true};
    });
  });
}

base::Result<Ticket> append_event(Transaction& transaction, std::int64_t ticket_id,
                                  std::int64_t expected_sequence, const NewEvent& event,
                                  const TicketSummary& summary) {
  return at_door(transaction, [&]() -> base::Result<Ticket> {
    std::int64_t updated_id = 0;
    Statement update(transaction,
                     "UPDATE ticket SET state = :state, outcome = :outcome, subject = :subject, "
                     "channel = :channel, officer = :officer, title = :title, due_at = :due_at, "
                     "promised_at = :promised_at, updated_at = :at, events_count = :sequence "
                     "WHERE id = :id AND events_count + 1 = :sequence RETURNING id");
    update.bind("id", ticket_id).bind("sequence", expected_sequence).bind("at", event.at);
    bind_summary(update, summary);
    const bool is_first = update.into(updated_id).first();
    base::Result<Ticket> ticket = ticket_where(transaction, "id = :value", ticket_id);
    if (!ticket) return ticket;
    if (!is_first) {
      return base::fail(ErrorCode::conflict,
                        "Somebody else has changed this request in the meantime. Look at it again "
                        "before you go on.",
                        "expected event " + std::to_string(expected_sequence) +
                            ", the ticket has " + std::to_string(ticket->events_count));
    }
    insert_event(transaction, ticket_id, expected_sequence, event);
    return ticket;
  });
}

base::Result<Ticket> find_ticket(Transaction& transaction, const std::string& number) {
  return at_door(transaction, [&] { return ticket_where(transaction, "number = :value", number); });
}

base::Result<Ticket> find_ticket_by_id(Transaction& transaction, std::int64_t id) {
  return at_door(transaction, [&] { return ticket_where(transaction, "id = :value", id); });
}

base::Result<void> add_ticket_link(Transaction& transaction, std::int64_t ticket_id,
                                   const std::string& link_sha256, Time now) {
  return at_door(transaction, [&]() -> base::Result<void> {
    Statement(transaction,
              "INSERT INTO ticket_link (link_sha256, ticket_id, made_at) "
              "VALUES (:link, :ticket_id, :now)")
        .bind("link", link_sha256)
        .bind("ticket_id", ticket_id)
        .bind("now", now)
        .run();
    return {};
  });
}

base::Result<Ticket> find_ticket_by_link(Transaction& transaction, const std::string& link_sha256) {
  return at_door(transaction, [&] {
    return ticket_where(transaction,
                        "(link_sha256 = :value OR id IN "
                        "(SELECT ticket_id FROM ticket_link WHERE link_sha256 = :value))",
                        link_sha256);
  });
}

base::Result<std::vector<Event>> events_of_ticket(Transaction& transaction,
                                                  std::int64_t ticket_id) {
  return at_door(transaction, [&]() -> base::Result<std::vector<Event>> {
    std::vector<Event> events;
    Event event;
    Statement find(transaction,
                   "SELECT sequence, kind, actor, at, body FROM ticket_event "
                   "WHERE ticket_id = :ticket_id ORDER BY sequence");
    find.bind("ticket_id", ticket_id)
        .into(event.sequence, event.kind, event.actor, event.at, event.body);
    while (find.next())
      events.push_back(event);
    return events;
  });
}

base::Result<std::vector<TicketEvents>> events_of_tickets_opened(Transaction& transaction,
                                                                 Time from, Time before) {
  return at_door(transaction, [&]() -> base::Result<std::vector<TicketEvents>> {
    std::vector<TicketEvents> tickets;
    std::string number;
    Event event;
    Statement find(transaction,
                   "SELECT ticket.number, sequence, ticket_event.kind, actor, at, body "
                   "FROM ticket JOIN ticket_event ON ticket_event.ticket_id = ticket.id "
                   "WHERE opened_at >= :from AND opened_at < :before "
                   "ORDER BY ticket.id, sequence");
    find.bind("from", from)
        .bind("before", before)
        .into(number, event.sequence, event.kind, event.actor, event.at, event.body);
    while (find.next()) {
      if (event.sequence == 1) tickets.push_back({number, {}});
      tickets.back().events.push_back(event);
    }
    return tickets;
  });
}

base::Result<TicketPage> list_tickets(Transaction& transaction, const TicketFilter& filter,
                                      TicketOrder order, PageWish page) {
  return at_door(transaction, [&]() -> base::Result<TicketPage> {
    TicketPage found;
    const std::string where = where_from_filter(filter);
    Statement count(transaction, "SELECT COUNT(*) FROM ticket" + where);
    bind_filter(count, filter);
    count.into(found.tickets_count).first();

    Ticket ticket;
    Statement find(transaction, "SELECT " + std::string(ticket_columns) + " FROM ticket" + where +
                                    std::string(order_by(order)) + " LIMIT :limit OFFSET :offset");
    bind_filter(find, filter);
    find.bind("limit", std::clamp<std::int64_t>(page.limit, 0, page_tickets_max))
        .bind("offset", std::max<std::int64_t>(page.offset, 0));
    into_ticket(find, ticket);
    while (find.next())
      found.tickets.push_back(ticket);
    return found;
  });
}

base::Result<std::vector<StateCount>> count_tickets_by_state(Transaction& transaction,
                                                             const TicketFilter& filter) {
  return at_door(transaction, [&]() -> base::Result<std::vector<StateCount>> {
    std::vector<StateCount> counts;
    StateCount count;
    Statement find(transaction, "SELECT state, COUNT(*) FROM ticket" + where_from_filter(filter) +
                                    " GROUP BY state ORDER BY state");
    bind_filter(find, filter);
    find.into(count.state, count.tickets_count);
    while (find.next())
      counts.push_back(count);
    return counts;
  });
}

}  // namespace store
