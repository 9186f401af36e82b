// What the office's screens show of a record. For this room's own use.
#pragma once

#include "base/instant.h"
#include "base/result.h"
#include "service/desk_data.h"
#include "service/office_desk.h"
#include "service/ticket_record.h"
#include "store/database.h"
#include "wire/office.h"

namespace service {

/// A row of the queue; `says_why` adds why the promise has its date.
wire::QueueRow row_of(const Record& record, const DeskData& data, base::Instant now, bool says_why);

base::Result<wire::OfficeTicket> office_ticket_of(store::Transaction& transaction,
                                                  const DeskData& data, const Record& record,
                                                  const OfficeCaller& caller, base::Instant now);

}  // namespace service
