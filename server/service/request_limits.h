// How much a stranger can make the desk do: open tickets, and send mail to an address that was only
// typed. Counted for all servers together (store/limits.h), by keys that name nobody.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "base/result.h"
#include "service/desk_key.h"
#include "store/limits.h"

namespace service {

struct DeskLimits {
  store::RateLimit requests{3, std::chrono::hours(1)};          ///< Of one client, or one sender.
  store::RateLimit receipts_an_hour{1, std::chrono::hours(1)};  ///< To one address.
  store::RateLimit receipts_a_day{3, std::chrono::hours(24)};   ///< To one address.
  /// Attempts to see a status by the end of a telephone number, which is easy to guess.
  store::RateLimit status_of_client{5, std::chrono::minutes(15)};
  store::RateLimit status_of_ticket{10, std::chrono::hours(1)};
  store::RateLimit mails{200, std::chrono::hours(1)};  ///< Of the whole site.
};

/// The mailbox that an address leads to, in small letters: "Rina+1@…" and "rina@…" are one.
std::string mailbox_of(std::string_view address);

/// Until the limit counts anew.
std::int64_t seconds_until_next_window(const store::RateLimit& limit, base::Instant now);

class RequestLimits {
 public:
  RequestLimits(const DeskKey& key, const DeskLimits& limits) : key_(key), limits_(limits) {}

  const DeskLimits& values() const { return limits_; }

  /// Whether this client may open one more ticket; counts it where it may.
  base::Result<bool> take_request(store::Transaction& transaction, std::string_view client,
                                  base::Instant now) const;

  /// Whether one more receipt may go to this address; counts it where it may. Addresses that lead
  /// to one mailbox ("rina+1@…", "Rina@…") count as one.
  base::Result<bool> take_receipt(store::Transaction& transaction, std::string_view address,
                                  base::Instant now) const;

  /// Whether this client may try once more to see the status of the ticket of this number, whether
  /// or not there is one; counts it where it may.
  base::Result<bool> take_status(store::Transaction& transaction, std::string_view client,
                                 std::string_view number, base::Instant now) const;

 private:
  DeskKey key_;
  DeskLimits limits_;
};

}  // namespace service
