// Hands over what waits in the outbox.
#pragma once

#include <cstdint>

#include "base/instant.h"
#include "base/result.h"
#include "mail/address.h"
#include "mail/smtp.h"
#include "service/request_limits.h"
#include "store/database.h"
#include "store/outbox.h"

namespace service {

struct OutboxSettings {
  mail::SmtpSettings smtp;
  mail::Address sender;
  store::RateLimit mails = DeskLimits{}.mails;  ///< Of all servers together; what is beyond waits.
};

struct OutboxRound {
  int handed_over = 0;
  int failed = 0;     ///< Later, or for good.
  int postponed = 0;  ///< Beyond the limit: they wait until it counts anew.
};

/// How long a mail that failed `attempts` times waits: 1, 2, 4 … 60 minutes, a fifth more or less
/// by `chance` (0 to 1), so that many do not come back at once.
std::int64_t retry_wait_seconds(std::int64_t attempts, double chance);

/// A mail that nobody took for so long is given up, and waits for a person.
inline constexpr std::int64_t mail_given_up_seconds = 72 * 60 * 60;

/// Takes the mails that are due, at most 20 and no more than the limit allows, and hands each over.
/// Fails where the store does; what is leased then comes due again by itself.
base::Result<OutboxRound> hand_over_due(store::Database& database, const OutboxSettings& settings,
                                        base::Instant now);

}  // namespace service
