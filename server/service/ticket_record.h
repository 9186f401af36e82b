// A ticket as the store keeps it and as the desk understands it: the seam between the two.
#pragma once

#include <string>
#include <vector>

#include "base/instant.h"
#include "base/result.h"
#include "desk/event.h"
#include "desk/request.h"
#include "desk/ticket.h"
#include "service/desk_data.h"
#include "service/request_limits.h"
#include "store/database.h"
#include "store/people.h"
#include "store/tickets.h"

namespace service {

base::Instant instant_from_store(store::Time time);
store::Time store_time(base::Instant instant);

/// The kind of the mail that tells of a new ticket.
inline constexpr std::string_view receipt_mail = "receipt";

/// The day by which a request that came in at `received` is to be answered.
base::Date promised_day(const DeskData& data, base::Instant received);

/// Without the words of people. Fails with `invalid` where this program does not know its kind.
base::Result<desk::Event> event_from_store(const store::Event& stored);

struct NewRecord {
  desk::Request request;
  desk::Event opened;
  std::string request_key_sha256;
  std::string link_sha256;
  std::string title;             ///< Without words of people.
  std::string in_reply_to = {};  ///< The mail that asked, which the receipt answers; or empty.
  /// Beyond which the ticket is opened without a receipt; null: an officer vouches for the address.
  const RequestLimits* limits = nullptr;
};

/// Opens a ticket, keeps who asked apart from it, and queues the receipt, all or nothing. The same
/// request key gives the ticket that it opened, and nothing more. `link` is the private link.
base::Result<store::OpenedTicket> open_record(store::Transaction& transaction, const DeskData& data,
                                              const NewRecord& record, const std::string& link);

struct Record {
  store::Ticket stored;
  std::vector<desk::Event> events;  ///< With what people wrote, as far as it is not erased.
  desk::Ticket ticket;
  desk::Requester requester;
};

/// Fails with `not_found` where no ticket has this link, or its personal data is erased. The look
/// at personal data is logged.
base::Result<Record> record_by_link(store::Transaction& transaction, const std::string& link_sha256,
                                    const store::Viewer& viewer, base::Instant now);

/// The same by its number, for the office.
base::Result<Record> record_by_number(store::Transaction& transaction, const std::string& number,
                                      const store::Viewer& viewer, base::Instant now);

/// Without the words of people, who asked, and the names of files: no look that is logged.
base::Result<Record> record_without_person(store::Transaction& transaction,
                                           const store::Ticket& stored);

/// Appends an event that can happen (desk::refusal_of), and keeps what was written, and the
/// names of files, apart; an
/// `Erased` also erases the person. Fails with `conflict` where somebody else was first.
base::Result<void> append_to_record(store::Transaction& transaction, const DeskData& data,
                                    const Record& record, const desk::Event& event);

/// The same, and `record` is then the one with the event.
base::Result<void> append_and_follow(store::Transaction& transaction, const DeskData& data,
                                     Record& record, const desk::Event& event);

}  // namespace service
