// The clocks of the office's screens between two answers of the server.
#include <catch2/catch_test_macros.hpp>

#include "office/state.h"

namespace {

wire::StepClockNow running(std::int64_t used, std::int64_t until) {
  return {desk::SopStep::search, 300, used, false, base::Instant{until}};
}

}  // namespace

TEST_CASE("a step's clock runs on with our own until the office closes") {
  const base::Instant as_of{1000};
  CHECK(office::now_from(as_of, 5000, 65'400).seconds == 1060);
  CHECK(office::clock_at(running(100, 5000), as_of, {1060}).used_seconds == 160);
  const wire::StepClockNow closed = office::clock_at(running(100, 1030), as_of, {1060});
  CHECK(closed.used_seconds == 130);
  CHECK_FALSE(closed.runs_until);
}

TEST_CASE("a clock that stands stays as it is") {
  wire::StepClockNow paused = running(100, 5000);
  paused.is_paused = true;
  paused.runs_until.reset();
  CHECK(office::clock_at(paused, {1000}, {9000}) == paused);
}

TEST_CASE("times are said in seconds only under ten minutes") {
  using office::text_from_seconds;
  CHECK(text_from_seconds(42, base::Language::id) == "42 detik");
  CHECK(text_from_seconds(186, base::Language::id) == "3 menit 6 detik");
  CHECK(text_from_seconds(180, base::Language::en) == "3 min");
  CHECK(text_from_seconds(725, base::Language::id) == "12 menit");
  CHECK(text_from_seconds(7500, base::Language::id) == "2 jam 5 menit");
}

TEST_CASE("clocks tick each second under ten minutes, else each minute, and rest without one") {
  office::State state;
  state.screen = office::TicketScreen{"PD-1"};
  CHECK(office::tick_after_ms(state, 0) == 0);
  wire::OfficeTicket ticket;
  ticket.as_of = {1000};
  ticket.row.step = running(100, 50'000);
  state.ticket.ticket = std::make_shared<const wire::OfficeTicket>(ticket);
  CHECK(office::tick_after_ms(state, 0) == 1000);
  ticket.row.step->used_seconds = 3000;
  state.ticket.ticket = std::make_shared<const wire::OfficeTicket>(ticket);
  CHECK(office::tick_after_ms(state, 0) == 60'000);
}
