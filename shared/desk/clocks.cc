#include "desk/clocks.h"

#include "base/words.h"

namespace desk {
namespace {

/// Pauses that are over and the one that is not, which ends at `now` for the sake of counting.
std::vector<Pause> pauses_until(const Ticket& ticket, base::Instant now) {
  std::vector<Pause> pauses = ticket.pauses;
  if (ticket.waiting_since) pauses.push_back({*ticket.waiting_since, now});
  return pauses;
}

StepClock step_clock_of(const Ticket& ticket, SopStep step, const Calendar& calendar,
                        const DeskSettings& settings, base::Instant now) {
  const std::vector<Pause> pauses = pauses_until(ticket, now);
  StepClock clock;
  clock.step = step;
  clock.standard_seconds = settings.standard(step).standard_seconds;
  clock.used_seconds = working_seconds_between(calendar, ticket.step_begun, now, pauses);
  clock.is_paused = ticket.waiting_since.has_value();
  if (clock.is_paused) return clock;
  const auto deadline =
      deadline_of_working_time(calendar, ticket.step_begun, clock.standard_seconds, pauses);
  if (deadline) clock.due = deadline->at;
  return clock;
}

}  // namespace

Clocks clocks_from_ticket(const Ticket& ticket, const Calendar& calendar,
                          const DeskSettings& settings, base::Instant now) {
  Clocks clocks;
  if (ticket.step) clocks.step = step_clock_of(ticket, *ticket.step, calendar, settings, now);
  auto deadline = deadline_of_working_days(calendar, ticket.promise_from,
                                           settings.reply_working_days, pauses_until(ticket, now));
  if (!deadline) return clocks;
  PromiseClock promise;
  promise.is_paused = ticket.waiting_since.has_value();
  promise.is_answered = ticket.answered_at.has_value();
  promise.is_late = ticket.answered_at.value_or(now) > deadline->at;
  promise.deadline = *std::move(deadline);
  clocks.promise = std::move(promise);
  return clocks;
}

std::string text_from_step_clock(const StepClock& clock, base::Language language) {
  if (clock.is_paused) return std::string(base::text(base::Word::clock_paused, language));
  const std::int64_t left = clock.standard_seconds - clock.used_seconds;
  const base::Word word = clock.is_over() ? base::Word::clock_over : base::Word::clock_left;
  return base::text(word, language, {text_from_working_time(left < 0 ? -left : left, language)});
}

std::vector<StepTime> step_times_from_ticket(const Ticket& ticket, const Calendar& calendar,
                                             const DeskSettings& settings) {
  std::vector<StepTime> times;
  for (const StepSpan& span : ticket.steps)
    times.push_back({span.step, settings.standard(span.step).standard_seconds,
                     working_seconds_between(calendar, span.begun, span.ended, ticket.pauses)});
  return times;
}

std::optional<DueRecomputed> due_change_of(const Ticket& ticket, const Clocks& clocks,
                                           const Calendar& calendar) {
  if (!clocks.promise || clocks.promise->is_paused || clocks.promise->is_answered)
    return std::nullopt;
  const base::Date due = base::local_from_instant(clocks.promise->deadline.at, calendar.zone).date;
  if (due == ticket.promised) return std::nullopt;
  return DueRecomputed{ticket.promised, due};
}

}  // namespace desk
