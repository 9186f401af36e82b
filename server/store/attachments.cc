#include "store/attachments.h"

#include <fmt/format.h>

#include "base/digest.h"
#include "store/failure.h"
#include "store/statement.h"

namespace store {
namespace {

using base::ErrorCode;

constexpr std::string_view attachment_columns =
    "sha256, name, mime_type, is_personal, bytes_count, added_at";

void into_info(Statement& statement, AttachmentInfo& info) {
  statement.into(info.sha256, info.name, info.mime_type, info.is_personal, info.bytes_count,
                 info.added_at);
}

/// Bytes of the ticket's files, for which the ticket's row is held: two files that come at the same
/// time are counted one after the other.
base::Result<std::int64_t> lock_and_count_bytes(Transaction& transaction, std::int64_t ticket_id) {
  const std::string lock = transaction.engine() == Engine::postgresql ? " FOR UPDATE" : "";
  std::int64_t id = 0;
  const bool is_there = Statement(transaction, "SELECT id FROM ticket WHERE id = :id" + lock)
                            .bind("id", ticket_id)
                            .into(id)
                            .first();
  if (!is_there) return base::fail(ErrorCode::not_found, "There is no such request.");
  std::int64_t bytes_count = 0;
  Statement(transaction,
            "SELECT COALESCE(SUM(bytes_count), 0) FROM attachment WHERE ticket_id = :id")
      .bind("id", ticket_id)
      .into(bytes_count)
      .first();
  return bytes_count;
}

bool find_info(Transaction& transaction, std::int64_t ticket_id, const std::string& sha256,
               AttachmentInfo& info) {
  Statement find(transaction, "SELECT " + std::string(attachment_columns) +
                                  " FROM attachment WHERE ticket_id = :id AND sha256 = :sha256");
  find.bind("id", ticket_id).bind("sha256", sha256);
  into_info(find, info);
  return find.first();
}

void insert_attachment(Transaction& transaction, std::int64_t ticket_id, const AttachmentInfo& info,
                       std::string_view bytes) {
  Statement(transaction,
            "INSERT INTO attachment (ticket_id, sha256, name, mime_type, is_personal, "
            "bytes_count, bytes, added_at) VALUES (:ticket_id, :sha256, :name, :mime_type, "
            ":is_personal, :bytes_count, " +
                bytes_parameter(transaction.engine(), "bytes") + ", :added_at)")
      .bind("ticket_id", ticket_id)
      .bind("sha256", info.sha256)
      .bind("name", info.name)
      .bind("mime_type", info.mime_type)
      .bind("is_personal", info.is_personal)
      .bind("bytes_count", info.bytes_count)
      .bind_bytes("bytes", bytes)
      .bind("added_at", info.added_at)
      .run();
}

}  // namespace

base::Result<AttachmentInfo> add_attachment(Transaction& transaction, std::int64_t ticket_id,
                                            const NewAttachment& attachment,
                                            const AttachmentLimits& limits, Time now) {
  return at_door(transaction, [&]() -> base::Result<AttachmentInfo> {
    AttachmentInfo info{.sha256 = base::sha256_hex(attachment.bytes),
                        .name = attachment.name,
                        .mime_type = attachment.mime_type,
                        .is_personal = attachment.is_personal,
                        .bytes_count = static_cast<std::int64_t>(attachment.bytes.size()),
                        .added_at = now};
    if (info.bytes_count == 0) return base::fail(ErrorCode::invalid, "This file is empty.");
    if (info.bytes_count > limits.bytes_max) {
      return base::fail(ErrorCode::too_large,
                        fmt::format("A file may have {} bytes, and this one has {}. Send a smaller "
                                    "one, or in several parts.",
                                    limits.bytes_max, info.bytes_count));
    }
    const base::Result<std::int64_t> held = lock_and_count_bytes(transaction, ticket_id);
    if (!held) return tl::unexpected<base::Error>(held.error());
    AttachmentInfo known;
    if (find_info(transaction, ticket_id, info.sha256, known)) return known;
    if (*held + info.bytes_count > limits.ticket_bytes_max) {
      return base::fail(ErrorCode::too_large,
                        fmt::format("All files of a request may have {} bytes together; {} are "
                                    "there, and this one has {}.",
                                    limits.ticket_bytes_max, *held, info.bytes_count));
    }
    insert_attachment(transaction, ticket_id, info, attachment.bytes);
    return info;
  });
}

base::Result<std::vector<AttachmentInfo>> attachments_of_ticket(Transaction& transaction,
                                                                std::int64_t ticket_id) {
  return at_door(transaction, [&]() -> base::Result<std::vector<AttachmentInfo>> {
    std::vector<AttachmentInfo> infos;
    AttachmentInfo info;
    Statement find(transaction, "SELECT " + std::string(attachment_columns) +
                                    " FROM attachment WHERE ticket_id = :id ORDER BY id");
    find.bind("id", ticket_id);
    into_info(find, info);
    while (find.next())
      infos.push_back(info);
    return infos;
  });
}

base::Result<Attachment> read_attachment(Transaction& transaction, std::int64_t ticket_id,
                                         const std::string& sha256) {
  return at_door(transaction, [&]() -> base::Result<Attachment> {
    Attachment attachment;
    Statement find(transaction, "SELECT " + std::string(attachment_columns) + ", " +
                                    bytes_column(transaction.engine(), "bytes") +
                                    " FROM attachment WHERE ticket_id = :id AND sha256 = :sha256");
    find.bind("id", ticket_id).bind("sha256", sha256);
    into_info(find, attachment.info);
    find.into_bytes(attachment.bytes);
    if (find.first()) return attachment;
    return base::fail(ErrorCode::not_found, "There is no such file.");
  });
}

}  // namespace store
