// How often something may be done, counted for all servers together: forms per client, mails per
// hour, and the growing delay after failed sign-ins. Keys are the service's words ("form:10.0.0.0",
// "account:sari"); addresses are to be shortened or hashed before they come here.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"
#include "store/database.h"
#include "store/time.h"

namespace store {

/// At most `times` in each window of `window`; windows begin at whole multiples since 1970.
struct RateLimit {
  std::int64_t times = 0;
  Milliseconds window{};
};

/// Counts one more, where that is still allowed; false where it is not, and then nothing is
/// counted. A transaction that fails gives back what it took.
base::Result<bool> take(Transaction& transaction, const std::string& key, const RateLimit& limit,
                        Time now);

struct LoginDelay {
  std::int64_t failures_count = 0;
  Time allowed_at;  ///< The next attempt may come then; long ago where none has failed.
};

base::Result<LoginDelay> find_login_delay(Transaction& transaction, const std::string& key);

/// The delay after the n-th failure in a row: `first` doubled n − 1 times, at most `longest`.
struct DelayCurve {
  Milliseconds first{};
  Milliseconds longest{};
};

/// Counts a failed attempt and gives the new delay. After a rest of `curve.longest` beyond the
/// delay, counting begins anew.
base::Result<LoginDelay> count_login_failure(Transaction& transaction, const std::string& key,
                                             const DelayCurve& curve, Time now);

/// After a good sign-in.
base::Result<void> forget_login_failures(Transaction& transaction, const std::string& key);

/// Removes counters whose window is over at `now`, and delays whose last failure is older than
/// `delays_kept`.
base::Result<void> sweep_limits(Transaction& transaction, Milliseconds delays_kept, Time now);

}  // namespace store
