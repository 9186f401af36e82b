// The office's screens, each drawn by one function in the file of its name.
#pragma once

#include "office_view/parts.h"
#include "view/shell.h"

namespace office_view {

/// What the office's client draws; `office` must outlive it.
view::Screens office_screens(const office::State& office);

/// Strip, header and the rail at the left; returns what is left of the window.
Rect frame(const Desk& desk);

void queue_screen(const Desk& desk, const Rect& body);
void ticket_screen(const Desk& desk, const Rect& body);
void entry_screen(const Desk& desk, const Rect& body);

/// The list of the wish: rows with columns, or cards where there is no room for them.
void queue_list(const Desk& desk, Column& column);

// --- Parts of a ticket ---
void request_panel(const Desk& desk, Column& column, const wire::OfficeTicket& ticket);
void history_panel(const Desk& desk, Column& column, const wire::OfficeTicket& ticket);
void reply_panel(const Desk& desk, Column& column, const wire::OfficeTicket& ticket);
void preview_panel(const Desk& desk, Column& column, const wire::OfficeTicket& ticket);

}  // namespace office_view
