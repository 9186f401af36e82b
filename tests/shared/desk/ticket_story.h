// Tickets told as stories: events at times of the office's clock, one after another.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "shared/desk/office_data.h"

#include "desk/event.h"
#include "desk/ticket.h"

namespace desk {

/// Opened on Thursday, 19 November 2026 at 09:00, promised for the 24th.
class TicketStory {
 public:
  TicketStory() {
    Opened opened;
    opened.facts.channel = "web_form";
    opened.due = {2026, 11, 24};
    then("2026-11-19T09:00:00", Actor::requester, opened, "Luas panen kopi");
  }

  TicketStory& then(const std::string& time, Actor actor, EventBody body, std::string text = "") {
    Event event;
    event.at = office_time(time);
    event.actor = actor;
    if (actor == Actor::officer) event.account = "rina";
    event.body = std::move(body);
    event.text = std::move(text);
    events.push_back(std::move(event));
    return *this;
  }
  TicketStory& office(const std::string& time, EventBody body, std::string text = "Isi") {
    return then(time, Actor::officer, std::move(body), std::move(text));
  }
  TicketStory& requester(const std::string& time, EventBody body, std::string text = "Isi") {
    return then(time, Actor::requester, std::move(body), std::move(text));
  }

  Ticket ticket() const { return read_or_fail(ticket_from_events(events)); }

  std::vector<Event> events;
};

}  // namespace desk
