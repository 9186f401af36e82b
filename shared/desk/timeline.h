// What happened to a ticket, to be read: by the requester, without names and notes of the office,
// and by the office in full.
#pragma once

#include <string>
#include <vector>

#include "base/instant.h"
#include "base/language.h"
#include "desk/event.h"
#include "desk/settings.h"

namespace desk {

struct TimelineEntry {
  enum class Side : std::uint8_t { requester, office, system };
  base::Instant at;
  EventKind kind = EventKind::opened;
  Side side = Side::system;  ///< Who speaks; a system entry has no bubble.
  std::string title;         ///< "Kantor bertanya; waktu dijeda".
  std::string text;
  std::vector<Attachment> attachments;
  std::string account;  ///< The officer's, for the office only.
};

/// For the requester: no notes, no accounts, no steps of the SOP, and of several assignments the
/// first only. Oldest first.
std::vector<TimelineEntry> timeline_for_requester(const std::vector<Event>& events,
                                                  base::Language language);

/// For the office: everything. Oldest first.
std::vector<TimelineEntry> timeline_for_office(const std::vector<Event>& events,
                                               const DeskSettings& settings,
                                               base::Language language);

}  // namespace desk
