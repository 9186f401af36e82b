#include "store/limits.h"

#include <algorithm>

#include "base/must.h"
#include "store/failure.h"
#include "store/statement.h"

namespace store {
namespace {

Milliseconds delay_after(std::int64_t failures_count, const DelayCurve& curve) {
  Milliseconds delay = curve.first;
  for (std::int64_t i = 1; i < failures_count && delay < curve.longest; ++i)
    delay *= 2;
  return std::min(delay, curve.longest);
}

}  // namespace

base::Result<bool> take(Transaction& transaction, const std::string& key, const RateLimit& limit,
                        Time now) {
  MUST(limit.window.count() > 0);
  return at_door(transaction, [&]() -> base::Result<bool> {
    if (limit.times <= 0) return false;
    const Time window_start = now - now.time_since_epoch() % limit.window;
    std::int64_t taken = 0;
    return Statement(transaction,
                     "INSERT INTO rate_counter (key, window_start, window_end, taken) "
                     "VALUES (:key, :window_start, :window_end, 1) "
                     "ON CONFLICT (key, window_start) DO UPDATE "
                     "SET taken = rate_counter.taken + 1 WHERE rate_counter.taken < :times "
                     "RETURNING taken")
        .bind("key", key)
        .bind("window_start", window_start)
        .bind("window_end", window_start + limit.window)
        .bind("times", limit.times)
        .into(taken)
        .first();
  });
}

base::Result<LoginDelay> find_login_delay(Transaction& transaction, const std::string& key) {
  return at_door(transaction, [&]() -> base::Result<LoginDelay> {
    LoginDelay delay;
    Statement(transaction, "SELECT failures_count, allowed_at FROM login_delay WHERE key = :key")
        .bind("key", key)
        .into(delay.failures_count, delay.allowed_at)
        .first();
    return delay;
  });
}

base::Result<LoginDelay> count_login_failure(Transaction& transaction, const std::string& key,
                                             const DelayCurve& curve, Time now) {
  return at_door(transaction, [&]() -> base::Result<LoginDelay> {
    LoginDelay delay;
    Statement(transaction,
              "INSERT INTO login_delay (key, failures_count, last_failure_at, allowed_at) "
              "VALUES (:key, 1, :now, :now) ON CONFLICT (key) DO UPDATE SET "
              "failures_count = CASE WHEN login_delay.allowed_at <= :rested "
              "THEN 1 ELSE login_delay.failures_count + 1 END, "
              "last_failure_at = excluded.last_failure_at RETURNING failures_count")
        .bind("key", key)
        .bind("now", now)
        .bind("rested", now - curve.longest)
        .into(delay.failures_count)
        .first();
    delay.allowed_at = now + delay_after(delay.failures_count, curve);
    Statement(transaction, "UPDATE login_delay SET allowed_at = :allowed_at WHERE key = :key")
        .bind("allowed_at", delay.allowed_at)
        .bind("key", key)
        .run();
    return delay;
  });
}

base::Result<void> forget_login_failures(Transaction& transaction, const std::string& key) {
  return at_door(transaction, [&]() -> base::Result<void> {
    Statement(transaction, "DELETE FROM login_delay WHERE key = :key").bind("key", key).run();
    return {};
  });
}

base::Result<void> sweep_limits(Transaction& transaction, Milliseconds delays_kept, Time now) {
  return at_door(transaction, [&]() -> base::Result<void> {
    Statement(transaction, "DELETE FROM rate_counter WHERE window_end <= :now")
        .bind("now", now)
        .run();
    Statement(transaction, "DELETE FROM login_delay WHERE last_failure_at <= :before")
        .bind("before", now - delays_kept)
        .run();
    return {};
  });
}

}  // namespace store
