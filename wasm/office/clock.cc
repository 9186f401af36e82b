// Clocks that run on between two answers of the server, and how they read.
#include <algorithm>
#include <cmath>

#include "base/words.h"
#include "office/state.h"

namespace office {
namespace {

using base::Word;

constexpr std::int64_t minute = 60, hour = 60 * minute;
constexpr std::int64_t seconds_matter_below = 10 * minute;

std::string joined(std::int64_t whole, Word whole_word, std::int64_t rest, Word rest_word,
                   base::Language language) {
  std::string text = base::text(whole_word, language, {std::to_string(whole)});
  if (rest > 0) text += " " + base::text(rest_word, language, {std::to_string(rest)});
  return text;
}

}  // namespace

base::Instant now_from(base::Instant as_of, double arrived_ms, double now_ms) {
  const double passed = std::max(0.0, now_ms - arrived_ms) / 1000;
  return {as_of.seconds + static_cast<std::int64_t>(passed)};
}

wire::StepClockNow clock_at(const wire::StepClockNow& clock, base::Instant as_of,
                            base::Instant now) {
  wire::StepClockNow at = clock;
  if (!clock.runs_until) return at;
  const std::int64_t until = std::min(now.seconds, clock.runs_until->seconds);
  at.used_seconds += std::max<std::int64_t>(0, until - as_of.seconds);
  if (now >= *clock.runs_until) at.runs_until.reset();
  return at;
}

std::string text_from_seconds(std::int64_t seconds, base::Language language) {
  if (seconds < minute)
    return base::text(Word::duration_seconds, language, {std::to_string(seconds)});
  if (seconds < seconds_matter_below)
    return joined(seconds / minute, Word::duration_minutes, seconds % minute,
                  Word::duration_seconds, language);
  if (seconds < hour)
    return base::text(Word::duration_minutes, language, {std::to_string(seconds / minute)});
  return joined(seconds / hour, Word::duration_hours, seconds % hour / minute,
                Word::duration_minutes, language);
}

namespace {

/// When the words of this clock change next.
int change_after_ms(const wire::StepClockNow& clock) {
  if (!clock.runs_until) return 0;
  const std::int64_t left = std::abs(clock.standard_seconds - clock.used_seconds);
  return left <= seconds_matter_below ? 1000 : 60'000;
}

}  // namespace

int tick_after_ms(const State& state, double now_ms) {
  int soonest = 0;
  const auto see = [&](const wire::QueueRow& row, base::Instant as_of, double arrived_ms) {
    if (!row.step) return;
    const int after =
        change_after_ms(clock_at(*row.step, as_of, now_from(as_of, arrived_ms, now_ms)));
    if (after > 0 && (soonest == 0 || after < soonest)) soonest = after;
  };
  if (std::holds_alternative<QueueScreen>(state.screen)) {
    const auto queue = app::loaded(state.queue);
    // New requests come although no clock runs.
    soonest = 60'000;
    if (!queue) return soonest;
    for (const wire::QueueRow& row : queue->rows)
      see(row, queue->as_of, state.queue_arrived_ms);
  } else if (std::holds_alternative<TicketScreen>(state.screen)) {
    if (const auto ticket = app::loaded(state.ticket.ticket))
      see(ticket->row, ticket->as_of, state.ticket.arrived_ms);
  }
  return soonest;
}

}  // namespace office
