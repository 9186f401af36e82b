#include "desk/clocks.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/desk/ticket_story.h"

namespace desk {
namespace {

using base::Language;

Clocks clocks_at(const TicketStory& story, const std::string& now) {
  return clocks_from_ticket(story.ticket(), office_calendar(), office_settings(), office_time(now));
}

}  // namespace

TEST_CASE("a new ticket has five working minutes to search and three working days to answer") {
  const TicketStory story;
  const Clocks clocks = clocks_at(story, "2026-11-19T09:03:54");
  REQUIRE(clocks.step);
  CHECK(clocks.step->step == SopStep::search);
  CHECK(clocks.step->used_seconds == 234);
  CHECK(clocks.step->due == office_time("2026-11-19T09:05:00"));
  CHECK_FALSE(clocks.step->is_over());
  CHECK(text_from_step_clock(*clocks.step, Language::id) == "sisa 1 menit 6 detik");
  REQUIRE(clocks.promise);
  CHECK(clocks.promise->deadline.at == office_time("2026-11-24T16:00:00"));
  CHECK_FALSE(clocks.promise->is_late);
}

TEST_CASE("a step is over once its standard is passed, not when it is reached") {
  const TicketStory story;
  CHECK_FALSE(clocks_at(story, "2026-11-19T09:05:00").step->is_over());
  const Clocks clocks = clocks_at(story, "2026-11-19T09:17:00");
  CHECK(clocks.step->is_over());
  CHECK(text_from_step_clock(*clocks.step, Language::en) == "12 min over");
}

TEST_CASE("nights and weekends take nothing from the step") {
  TicketStory story;
  story.office("2026-11-20T16:28:00", StepDone{SopStep::search});
  const Clocks clocks = clocks_at(story, "2026-11-23T07:31:00");
  CHECK(clocks.step->used_seconds == 180);
  CHECK(clocks.step->due == office_time("2026-11-23T07:33:00"));
}

TEST_CASE("both clocks stand still while the requester is asked") {
  TicketStory story;
  story.office("2026-11-19T09:02:00", AskedRequester{});
  const Clocks paused = clocks_at(story, "2026-11-23T10:00:00");
  CHECK(paused.step->is_paused);
  CHECK(paused.step->used_seconds == 120);
  CHECK_FALSE(paused.step->due);
  CHECK(text_from_step_clock(*paused.step, Language::id) == "jeda");
  CHECK(paused.promise->is_paused);
  CHECK_FALSE(paused.promise->is_late);

  story.requester("2026-11-23T10:00:00", RequesterAnswered{});
  const Clocks going = clocks_at(story, "2026-11-23T10:01:00");
  CHECK(going.step->used_seconds == 180);
  CHECK(going.step->due == office_time("2026-11-23T10:03:00"));
  // Friday passed with the requester: Monday, Tuesday and Wednesday are the three days.
  CHECK(going.promise->deadline.at == office_time("2026-11-25T16:00:00"));
}

TEST_CASE("a promise is kept at closing time and late a second after") {
  TicketStory story;
  CHECK_FALSE(clocks_at(story, "2026-11-24T16:00:00").promise->is_late);
  CHECK(clocks_at(story, "2026-11-24T16:00:01").promise->is_late);
  story.office("2026-11-24T16:00:00", DataSent{});
  const Clocks answered = clocks_at(story, "2026-12-30T09:00:00");
  CHECK(answered.promise->is_answered);
  CHECK_FALSE(answered.promise->is_late);
  CHECK_FALSE(answered.step);
}

TEST_CASE("a reopened ticket is promised anew from its reopening") {
  TicketStory story;
  story.office("2026-11-19T09:06:00", Closed{Outcome::answered});
  story.office("2026-11-23T08:00:00", Reopened{});
  CHECK(clocks_at(story, "2026-11-23T08:01:00").promise->deadline.at ==
        office_time("2026-11-26T16:00:00"));
}

TEST_CASE("the steps that are done tell their working time against the standard") {
  TicketStory story;
  story.office("2026-11-19T09:02:00", AskedRequester{})
      .requester("2026-11-19T10:00:00", RequesterAnswered{})
      .office("2026-11-19T10:01:00", StepDone{SopStep::search})
      .office("2026-11-19T11:58:00", StepDone{SopStep::save})
      .office("2026-11-19T13:02:00", DataSent{});
  const auto times = step_times_from_ticket(story.ticket(), office_calendar(), office_settings());
  REQUIRE(times.size() == 3);
  CHECK(times[0].used_seconds == 180);
  CHECK_FALSE(times[0].is_over());
  CHECK(times[1].used_seconds == 117 * 60);
  CHECK(times[1].is_over());
  CHECK(times[2].step == SopStep::answer);
  CHECK(times[2].used_seconds == 240);
  CHECK(times[2].standard_seconds == 300);
}

TEST_CASE("a date that moved is to be told, once, and only while it still matters") {
  TicketStory story;
  Calendar calendar = office_calendar();
  const auto change = [&](const std::string& now) {
    const Ticket ticket = story.ticket();
    return due_change_of(ticket,
                         clocks_from_ticket(ticket, calendar, office_settings(), office_time(now)),
                         calendar);
  };
  CHECK_FALSE(change("2026-11-19T10:00:00"));

  // The office closes on the Monday: the promise moves by a day.
  const ClosedDay closing{{2026, 11, 23}, ClosedDay::Kind::office, {"Pindah gedung", {}}};
  calendar.closed_days.insert(calendar.closed_days.end() - 2, closing);
  const auto moved = change("2026-11-19T10:00:00");
  REQUIRE(moved);
  CHECK(moved->before == base::Date{2026, 11, 24});
  CHECK(moved->after == base::Date{2026, 11, 25});
  story.then("2026-11-19T10:00:00", Actor::system, *moved);
  CHECK_FALSE(change("2026-11-19T10:01:00"));

  story.office("2026-11-19T11:00:00", AskedRequester{});
  CHECK_FALSE(change("2026-11-30T10:00:00"));
  story.requester("2026-11-30T10:00:00", RequesterAnswered{});
  CHECK(change("2026-11-30T10:01:00").has_value());
  story.office("2026-11-30T10:02:00", DataSent{});
  CHECK_FALSE(change("2026-11-30T10:03:00"));
}

}  // namespace desk
