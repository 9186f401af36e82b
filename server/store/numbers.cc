#include "store/numbers.h"

#include "store/failure.h"
#include "store/statement.h"

namespace store {

base::Result<std::string> next_number(Transaction& transaction, const NumberSeries& series) {
  return at_door(transaction, [&]() -> base::Result<std::string> {
    std::int64_t number = 0;
    Statement(transaction,
              "INSERT INTO counter (scope, last) VALUES (:scope, 1) "
              "ON CONFLICT (scope) DO UPDATE SET last = counter.last + 1 RETURNING last")
        .bind("scope", series.scope)
        .into(number)
        .first();
    return series.text(number);
  });
}

}  // namespace store
