#include "service/request_limits.h"

#include <algorithm>
#include <string>

#include "service/ticket_record.h"

namespace service {

std::string mailbox_of(std::string_view address) {
  const std::size_t at = std::min(address.rfind('@'), address.size());
  const std::size_t local_end = std::min(address.find('+'), at);
  std::string mailbox(address.substr(0, local_end));
  mailbox += address.substr(at);
  std::transform(mailbox.begin(), mailbox.end(), mailbox.begin(), [](char sign) {
    return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a') : sign;
  });
  return mailbox;
}

std::int64_t seconds_until_next_window(const store::RateLimit& limit, base::Instant now) {
  const auto window = std::chrono::duration_cast<std::chrono::seconds>(limit.window).count();
  return window - now.seconds % window;
}

base::Result<bool> RequestLimits::take_request(store::Transaction& transaction,
                                               std::string_view client, base::Instant now) const {
  return store::take(transaction, "request:" + signed_hex(key_, "client", client), limits_.requests,
                     store_time(now));
}

base::Result<bool> RequestLimits::take_receipt(store::Transaction& transaction,
                                               std::string_view address, base::Instant now) const {
  const std::string mailbox = signed_hex(key_, "mailbox", mailbox_of(address));
  // The hour first: what it refuses must not use up the day.
  const auto of_hour = store::take(transaction, "receipt-hour:" + mailbox, limits_.receipts_an_hour,
                                   store_time(now));
  if (!of_hour || !*of_hour) return of_hour;
  return store::take(transaction, "receipt-day:" + mailbox, limits_.receipts_a_day,
                     store_time(now));
}

base::Result<bool> RequestLimits::take_status(store::Transaction& transaction,
                                              std::string_view client, std::string_view number,
                                              base::Instant now) const {
  // The client first: who is refused must not use up what the requester has.
  const auto of_client = store::take(transaction, "status:" + signed_hex(key_, "client", client),
                                     limits_.status_of_client, store_time(now));
  if (!of_client || !*of_client) return of_client;
  return store::take(transaction, "status-ticket:" + signed_hex(key_, "ticket", number),
                     limits_.status_of_ticket, store_time(now));
}

}  // namespace service
