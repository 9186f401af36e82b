#include "service/outbox_worker.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>

#include "base/json.h"
#include "base/json_expect.h"
#include "mail/message.h"
#include "service/ticket_record.h"
#include "store/attachments.h"

namespace service {
namespace {

using mail::Handover;
using Outcome = Handover::Outcome;
using store::Transaction;

constexpr std::int64_t leased_at_once = 20;
constexpr store::Milliseconds lease_time = std::chrono::minutes(10);

base::Result<mail::Message> message_from_mail(const store::Mail& queued,
                                              const OutboxSettings& settings) {
  const auto document = base::json_from_bytes(queued.content.body);
  if (!document) return tl::unexpected(document.error());
  const base::JsonValue root = document->root();
  base::JsonExpect expect;
  expect.as_object(root, "The mail");
  mail::Message message;
  message.from = settings.sender;
  message.to = {"", queued.content.recipient};
  message.subject = expect.text(root, "subject");
  message.text = expect.text(root, "text");
  message.message_id = queued.content.message_id;
  message.in_reply_to = expect.text(root, "in_reply_to");
  message.references = expect.texts(root, "references");
  message.is_automatic = expect.truth(root, "automatic", false);
  message.sent_at = instant_from_store(queued.queued_at).seconds;
  if (!expect.is_well()) return tl::unexpected(expect.error());
  return message;
}

/// The files that the mail names: those of its ticket.
base::Result<std::vector<mail::Attachment>> files_of_mail(Transaction& transaction,
                                                          const store::Mail& queued) {
  std::vector<mail::Attachment> files;
  const auto document = base::json_from_bytes(queued.content.body);
  if (!document) return tl::unexpected(document.error());
  base::JsonExpect expect;
  for (const std::string& sha256 : expect.texts(document->root(), "files")) {
    auto file = store::read_attachment(transaction, queued.content.ticket_id.value_or(0), sha256);
    if (!file) return tl::unexpected(file.error());
    files.push_back({file->info.name, file->info.mime_type, std::move(file->bytes)});
  }
  if (!expect.is_well()) return tl::unexpected(expect.error());
  return files;
}

Handover handed_over(store::Database& database, const store::Mail& queued,
                     const OutboxSettings& settings) {
  auto message = message_from_mail(queued, settings);
  if (!message) return {Outcome::never, message.error().message};
  auto files =
      database.read([&](Transaction& transaction) { return files_of_mail(transaction, queued); });
  if (!files) {
    const bool may_come_back = files.error().code == base::ErrorCode::unavailable;
    return {may_come_back ? Outcome::later : Outcome::never, files.error().message};
  }
  message->attachments = *std::move(files);
  const auto bytes = mail::bytes_from_message(*message);
  if (!bytes) return {Outcome::never, bytes.error().message};
  return mail::hand_over(settings.smtp, settings.sender.address, queued.content.recipient, *bytes);
}

base::Result<void> settle(Transaction& transaction, const store::Mail& queued,
                          const Handover& handover, base::Instant now) {
  if (handover.outcome == Outcome::accepted)
    return store::mail_handed_over(transaction, queued.id, store_time(now));
  const std::int64_t waited = now.seconds - instant_from_store(queued.queued_at).seconds;
  if (handover.outcome == Outcome::never || waited > mail_given_up_seconds)
    return store::give_up_mail(transaction, queued.id, queued.attempts_count, store_time(now),
                               handover.said);
  // By the mail's own number and not by chance, so that a test sees the same each time.
  const double chance = std::fmod(static_cast<double>(queued.id) * 0.618, 1.0);
  const base::Instant next{now.seconds + retry_wait_seconds(queued.attempts_count, chance)};
  return store::retry_mail_at(transaction, queued.id, queued.attempts_count, store_time(next),
                              handover.said);
}

/// Leases what is due and may go in this hour. What may not is postponed, and says so where the
/// office looks for mails that have not gone.
base::Result<std::vector<store::Mail>> lease_within_limit(Transaction& transaction,
                                                          const OutboxSettings& settings,
                                                          base::Instant now, int& postponed) {
  postponed = 0;
  auto leased = store::lease_mails(transaction, store_time(now), lease_time, leased_at_once);
  if (!leased) return leased;
  std::size_t kept = 0;
  for (; kept < leased->size(); ++kept) {
    const auto may_go = store::take(transaction, "mails", settings.mails, store_time(now));
    if (!may_go) return tl::unexpected(may_go.error());
    if (!*may_go) break;
  }
  const base::Instant next{now.seconds + seconds_until_next_window(settings.mails, now)};
  for (std::size_t at = kept; at < leased->size(); ++at) {
    const store::Mail& queued = (*leased)[at];
    const auto put_back = store::retry_mail_at(
        transaction, queued.id, queued.attempts_count, store_time(next),
        "The limit of " + std::to_string(settings.mails.times) + " mails is reached.");
    if (!put_back) return tl::unexpected(put_back.error());
    ++postponed;
  }
  leased->resize(kept);
  return leased;
}

}  // namespace

std::int64_t retry_wait_seconds(std::int64_t attempts, double chance) {
  constexpr std::int64_t doublings_max = 6;
  const std::int64_t doublings = std::clamp<std::int64_t>(attempts - 1, 0, doublings_max);
  const std::int64_t minutes = std::min<std::int64_t>(std::int64_t{1} << doublings, 60);
  return static_cast<std::int64_t>(
      std::llround(static_cast<double>(minutes * 60) * (0.8 + 0.4 * chance)));
}

base::Result<OutboxRound> hand_over_due(store::Database& database, const OutboxSettings& settings,
                                        base::Instant now) {
  OutboxRound round;
  const auto leased = database.write([&](Transaction& transaction) {
    return lease_within_limit(transaction, settings, now, round.postponed);
  });
  if (!leased) return tl::unexpected(leased.error());
  for (const store::Mail& queued : *leased) {
    const Handover handover = handed_over(database, queued, settings);
    ++(handover.outcome == Outcome::accepted ? round.handed_over : round.failed);
    const auto settled = database.write(
        [&](Transaction& transaction) { return settle(transaction, queued, handover, now); });
    // A lease that ran out meanwhile has passed to somebody else, who settles it.
    if (!settled && settled.error().code != base::ErrorCode::conflict)
      return tl::unexpected(settled.error());
  }
  return round;
}

}  // namespace service
