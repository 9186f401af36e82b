// Files that belong to tickets: what a requester sent, and what the office answered with. They
// stand in the database, so that all servers have them and one transaction holds file and event.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/database.h"
#include "store/time.h"

namespace store {

struct AttachmentInfo {
  std::string sha256;     ///< 64 hexadecimal digits: what it is asked for by.
  std::string name;       ///< As people see it. Never a path of ours.
  std::string mime_type;  ///< As it was given; whoever hands it out decides whether to believe it.
  bool is_personal = false;  ///< Sent by the requester: erased with the person.
  std::int64_t bytes_count = 0;
  Time added_at;

  friend bool operator==(const AttachmentInfo&, const AttachmentInfo&) = default;
};

struct NewAttachment {
  std::string name;
  std::string mime_type;
  bool is_personal = false;
  std::string bytes;
};

/// Limits of one ticket.
struct AttachmentLimits {
  std::int64_t bytes_max = 0;         ///< Of one file.
  std::int64_t ticket_bytes_max = 0;  ///< Of all files of the ticket together.
};

/// Adds a file. The same bytes again keep their first name. Fails with `too_large`, with `invalid`
/// where the file is empty, and with `not_found` where there is no such ticket.
base::Result<AttachmentInfo> add_attachment(Transaction& transaction, std::int64_t ticket_id,
                                            const NewAttachment& attachment,
                                            const AttachmentLimits& limits, Time now);

/// In the order in which they were added.
base::Result<std::vector<AttachmentInfo>> attachments_of_ticket(Transaction& transaction,
                                                                std::int64_t ticket_id);

struct Attachment {
  AttachmentInfo info;
  std::string bytes;
};

/// Fails with `not_found`, also where another ticket has this file.
base::Result<Attachment> read_attachment(Transaction& transaction, std::int64_t ticket_id,
                                         const std::string& sha256);

}  // namespace store
