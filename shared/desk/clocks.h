// The two clocks of a ticket: the working minutes of its step of the SOP, and the date promised to
// the requester. Both stand still while the requester is asked. Now is an argument: a screen asks
// again each second.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "base/language.h"
#include "desk/settings.h"
#include "desk/ticket.h"
#include "desk/working_time.h"

namespace desk {

struct StepClock {
  SopStep step = SopStep::search;
  std::int64_t standard_seconds = 0;
  std::int64_t used_seconds = 0;  ///< Working time, without pauses.
  bool is_paused = false;
  std::optional<base::Instant> due;  ///< Not known while paused.

  bool is_over() const { return used_seconds > standard_seconds; }
};

struct PromiseClock {
  Deadline deadline;  ///< While paused: as if the requester answered now.
  bool is_paused = false;
  bool is_answered = false;
  bool is_late = false;  ///< Answered after the deadline, or it passed without an answer.
};

struct Clocks {
  std::optional<StepClock> step;        ///< While a step runs or is paused.
  std::optional<PromiseClock> promise;  ///< None where it has no date within ten years.
};

Clocks clocks_from_ticket(const Ticket& ticket, const Calendar& calendar,
                          const DeskSettings& settings, base::Instant now);

/// "sisa 3 menit 6 detik", "lewat 12 menit", "jeda".
std::string text_from_step_clock(const StepClock& clock, base::Language language);

/// How long a step that is done took, for the reports.
struct StepTime {
  SopStep step = SopStep::search;
  std::int64_t standard_seconds = 0;
  std::int64_t used_seconds = 0;

  bool is_over() const { return used_seconds > standard_seconds; }
};
std::vector<StepTime> step_times_from_ticket(const Ticket& ticket, const Calendar& calendar,
                                             const DeskSettings& settings);

/// The event to append where the date that the requester was told is no longer the date: the
/// calendar changed, or a pause ended. Nothing while paused, and once answered.
std::optional<DueRecomputed> due_change_of(const Ticket& ticket, const Clocks& clocks,
                                           const Calendar& calendar);

}  // namespace desk
