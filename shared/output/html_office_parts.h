// What the pages of the office have in common. Private to the room.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/language.h"
#include "output/html_office.h"
#include "output/markup.h"
#include "wire/office.h"

namespace output {

/// The ways through the office, and who walks them; `path` is the way that is open.
void write_office_ways(Markup& html, const OfficeFrame& frame, const Site& site,
                       std::string_view path);

/// "sisa 4 menit" over a bar, as of the document it stands in.
void write_step_clock(Markup& html, const wire::StepClockNow& clock, base::Language language);

void write_status(Markup& html, desk::TicketStatus status, base::Language language);

/// The button that opens the office's viewer where it did not start by itself; hidden without it.
void write_open_viewer(Markup& html, const Site& site, base::Language language);

/// What a form has to send along so that the same list comes back.
std::vector<std::pair<std::string, std::string>> fields_of(const wire::QueueWish& wish);

}  // namespace output
