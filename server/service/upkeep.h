// What the desk does of itself, again and again: people are erased when their time is over, and
// promises follow the calendar.
#pragma once

#include "base/instant.h"
#include "base/result.h"
#include "service/desk_data.h"
#include "store/database.h"

namespace service {

/// Erases everyone whose personal data has expired, and gives how many. Their tickets and events
/// stay; one that is still open ends as if it were withdrawn, because nobody can be answered who is
/// not known any more.
base::Result<int> erase_expired(store::Database& database, const DeskData& data, base::Instant now);

/// Writes into each open ticket whose promise has moved (a new holiday, a pause that ended) that it
/// did, and gives how many.
base::Result<int> follow_calendar(store::Database& database, const DeskData& data,
                                  base::Instant now);

}  // namespace service
