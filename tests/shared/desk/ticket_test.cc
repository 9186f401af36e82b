#include "desk/ticket.h"

#include <array>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "shared/desk/ticket_story.h"

namespace desk {
namespace {

/// A body of a kind, filled with what a test does not care about.
EventBody body_of(EventKind kind) {
  constexpr std::string_view json =
      R"({"language": "id", "due": "2026-11-24", "account": "yogi", "step": "search",
          "letter_number": "B-1", "reason": "level", "owner": "Dinas", "outcome": "answered",
          "stars": 5, "before": "2026-11-24", "after": "2026-11-25"})";
  return read_or_fail(event_body_from_json(kind, json));
}

Ticket ticket_in(TicketStatus status) {
  TicketStory story;
  if (status != TicketStatus::received) story.office("2026-11-19T09:01:00", Assigned{"rina"});
  if (status == TicketStatus::waiting_for_requester)
    story.office("2026-11-19T09:02:00", AskedRequester{});
  if (status == TicketStatus::closed)
    story.office("2026-11-19T09:02:00", Closed{Outcome::answered});
  Ticket ticket = story.ticket();
  REQUIRE(ticket.status == status);
  return ticket;
}

}  // namespace

TEST_CASE("a ticket goes from received to closed, and its outcome is kept") {
  TicketStory story;
  CHECK(story.ticket().status == TicketStatus::received);
  CHECK(story.ticket().step == SopStep::search);
  story.office("2026-11-19T09:02:00", Assigned{"rina"});
  CHECK(story.ticket().status == TicketStatus::in_progress);
  CHECK(story.ticket().officer == "rina");
  story.office("2026-11-19T09:06:00", DataSent{"penduduk"});
  CHECK(story.ticket().answered_at == office_time("2026-11-19T09:06:00"));
  CHECK_FALSE(story.ticket().step);
  story.office("2026-11-19T09:06:30", Closed{Outcome::answered});
  const Ticket closed = story.ticket();
  CHECK(closed.status == TicketStatus::closed);
  CHECK(closed.outcome == Outcome::answered);
  CHECK(closed.steps.size() == 1);
}

TEST_CASE("the steps of the SOP follow one another, and what was not noted counts for the next") {
  TicketStory story;
  story.office("2026-11-19T09:02:00", StepDone{SopStep::search});
  CHECK(story.ticket().step == SopStep::save);
  story.office("2026-11-19T09:05:00", StepDone{SopStep::save});
  CHECK(story.ticket().step == SopStep::answer);
  story.office("2026-11-19T09:06:00", DataSent{});
  const Ticket ticket = story.ticket();
  REQUIRE(ticket.steps.size() == 3);
  CHECK(ticket.steps[1].step == SopStep::save);
  CHECK(ticket.steps[1].begun == office_time("2026-11-19T09:02:00"));
  CHECK(ticket.steps[1].ended == office_time("2026-11-19T09:05:00"));

  TicketStory hasty;
  hasty.office("2026-11-19T09:04:00", NoticeSent{"B-1", "level", ""});
  REQUIRE(hasty.ticket().steps.size() == 1);
  CHECK(hasty.ticket().steps[0].step == SopStep::notice);
  CHECK(hasty.ticket().steps[0].begun == office_time("2026-11-19T09:00:00"));
}

TEST_CASE("a question to the requester pauses, the answer goes on") {
  TicketStory story;
  story.office("2026-11-19T09:02:00", AskedRequester{});
  CHECK(story.ticket().status == TicketStatus::waiting_for_requester);
  CHECK(story.ticket().waiting_since == office_time("2026-11-19T09:02:00"));
  CHECK(story.ticket().step == SopStep::search);
  story.requester("2026-11-20T10:00:00", RequesterAnswered{});
  const Ticket ticket = story.ticket();
  CHECK(ticket.status == TicketStatus::in_progress);
  CHECK_FALSE(ticket.waiting_since);
  REQUIRE(ticket.pauses.size() == 1);
  CHECK(ticket.pauses[0].until == office_time("2026-11-20T10:00:00"));
}

TEST_CASE("a thank-you to a closed ticket leaves it closed") {
  TicketStory story;
  story.office("2026-11-19T09:06:00", Closed{Outcome::on_website});
  story.requester("2026-11-19T11:00:00", RequesterAnswered{});
  CHECK(story.ticket().status == TicketStatus::closed);
  CHECK(story.ticket().pauses.empty());
}

TEST_CASE("a reopened ticket begins anew: search, promise, answer") {
  TicketStory story;
  story.office("2026-11-19T09:06:00", Closed{Outcome::not_held});
  CHECK(story.ticket().steps.at(0).step == SopStep::notice);
  story.office("2026-11-23T08:00:00", Reopened{});
  const Ticket ticket = story.ticket();
  CHECK(ticket.status == TicketStatus::in_progress);
  CHECK_FALSE(ticket.outcome);
  CHECK_FALSE(ticket.answered_at);
  CHECK_FALSE(ticket.closed_at);
  CHECK(ticket.step == SopStep::search);
  CHECK(ticket.promise_from == office_time("2026-11-23T08:00:00"));
  CHECK(ticket.opened_at == office_time("2026-11-19T09:00:00"));
}

TEST_CASE("what was no request, or was called off, is no answered step") {
  TicketStory spam;
  spam.office("2026-11-19T09:06:00", Closed{Outcome::not_a_request});
  CHECK(spam.ticket().steps.empty());
  TicketStory withdrawn;
  withdrawn.requester("2026-11-19T09:06:00", Withdrawn{});
  CHECK(withdrawn.ticket().steps.empty());
  CHECK(withdrawn.ticket().outcome == Outcome::withdrawn);
  CHECK(withdrawn.ticket().status == TicketStatus::closed);
}

TEST_CASE("a correction changes the facts, a rating and a new date are kept") {
  TicketStory story;
  Corrected corrected;
  corrected.facts.purpose = "study";
  story.requester("2026-11-19T09:01:00", corrected);
  story.requester("2026-11-19T09:02:00", AddressConfirmed{});
  story.then("2026-11-20T07:30:00", Actor::system, DueRecomputed{{2026, 11, 24}, {2026, 11, 25}});
  story.office("2026-11-20T09:00:00", Closed{Outcome::answered});
  story.requester("2026-11-20T09:30:00", Rated{4});
  const Ticket ticket = story.ticket();
  CHECK(ticket.facts.purpose == "study");
  CHECK(ticket.is_address_confirmed);
  CHECK(ticket.promised == base::Date{2026, 11, 25});
  CHECK(ticket.stars == 4);
}

TEST_CASE("each kind of event happens in just these statuses") {
  // Received, in progress, waiting, closed.
  constexpr std::array<std::string_view, event_kinds_count> allowed = {
      "....",  // opened
      "yyyy",  // address_confirmed
      "yyy.",  // assigned
      "yy..",  // step_done
      "yy..",  // asked_requester
      "yyyy",  // requester_answered
      "yyyy",  // note_written
      "yyyy",  // message_written
      "yyy.",  // notice_sent
      "yyy.",  // data_sent
      "yyy.",  // redirected
      "yyy.",  // corrected
      "yyy.",  // withdrawn
      "yyy.",  // closed
      "...y",  // reopened
      "...y",  // rated
      "...y",  // erased
      "yyy."   // due_recomputed
  };
  for (int kind = 0; kind < event_kinds_count; ++kind) {
    for (int status = 0; status < ticket_statuses_count; ++status) {
      const Ticket ticket = ticket_in(static_cast<TicketStatus>(status));
      Event event;
      event.at = office_time("2026-11-19T10:00:00");
      event.body = body_of(static_cast<EventKind>(kind));
      event.text = "Isi";
      const bool may_happen =
          allowed[static_cast<std::size_t>(kind)].at(static_cast<std::size_t>(status)) == 'y';
      INFO(text_from_event_kind(event.kind())
           << " when " << text_from_ticket_status(ticket.status));
      CHECK(refusal_of(&ticket, event).has_value() != may_happen);
      CHECK(ticket_after(ticket, event).has_value() == may_happen);
    }
  }
}

TEST_CASE("a refusal says why in words") {
  Event event;
  event.body = Closed{Outcome::answered};
  CHECK(refusal_of(nullptr, event) == base::Word::refuse_ticket_not_opened);
  const Ticket closed = ticket_in(TicketStatus::closed);
  CHECK(refusal_of(&closed, event) == base::Word::refuse_ticket_closed);
  const auto after = ticket_after(closed, event);
  REQUIRE_FALSE(after.has_value());
  CHECK(after.error() == base::Error{base::ErrorCode::conflict,
                                     "This ticket is closed. Reopen it first.", "closed"});
  const Ticket waiting = ticket_in(TicketStatus::waiting_for_requester);
  event.body = AskedRequester{};
  CHECK(refusal_of(&waiting, event) == base::Word::refuse_ticket_waiting);
}

TEST_CASE("nothing happens to a ticket whose personal data is erased") {
  TicketStory story;
  story.requester("2026-11-19T09:06:00", Withdrawn{}).requester("2026-11-19T09:07:00", Erased{});
  const Ticket ticket = story.ticket();
  CHECK(ticket.is_erased);
  for (int kind = 0; kind < event_kinds_count; ++kind) {
    Event event;
    event.body = body_of(static_cast<EventKind>(kind));
    event.text = "Isi";
    CHECK(refusal_of(&ticket, event) == base::Word::refuse_ticket_erased);
  }
}

TEST_CASE("a letter without text is refused, but history without its erased texts is read") {
  const Ticket ticket = ticket_in(TicketStatus::in_progress);
  Event event;
  event.at = office_time("2026-11-19T10:00:00");
  event.text = " \n";
  for (const EventKind kind :
       {EventKind::asked_requester, EventKind::requester_answered, EventKind::note_written,
        EventKind::message_written, EventKind::notice_sent, EventKind::data_sent,
        EventKind::redirected}) {
    event.body = body_of(kind);
    CHECK(refusal_of(&ticket, event) == base::Word::refuse_ticket_text_missing);
    CHECK(ticket_after(ticket, event).has_value());
  }
  event.body = RequesterAnswered{};
  event.attachments = {{"peta.pdf", "application/pdf", std::string(64, 'a'), 1}};
  CHECK_FALSE(refusal_of(&ticket, event));
  event.body = Closed{Outcome::answered};
  CHECK_FALSE(refusal_of(&ticket, event));
}

TEST_CASE("events that cannot follow one another are no ticket, and the place is named") {
  CHECK(ticket_from_events({}).error().code == base::ErrorCode::invalid);
  TicketStory story;
  story.office("2026-11-19T09:01:00", Reopened{});
  const auto ticket = ticket_from_events(story.events);
  REQUIRE_FALSE(ticket.has_value());
  CHECK(ticket.error().code == base::ErrorCode::conflict);
  CHECK(ticket.error().detail == "reopened, event 2");
  CHECK(ticket_from_events({story.events[1]}).error().message ==
        "A ticket must begin with the request that was received.");
}

TEST_CASE("statuses have their words on the screen") {
  CHECK(base::text(word_from_ticket_status(TicketStatus::waiting_for_requester),
                   base::Language::id) == "Menunggu pemohon");
  CHECK(base::text(word_from_ticket_status(TicketStatus::closed), base::Language::en) == "Closed");
  CHECK(text_from_ticket_status(TicketStatus::in_progress) == "in_progress");
}

}  // namespace desk
