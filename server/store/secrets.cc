#include "store/secrets.h"

#include "store/failure.h"
#include "store/statement.h"

namespace store {

base::Result<std::string> shared_secret(Transaction& transaction, const std::string& name,
                                        const std::string& fresh) {
  return at_door(transaction, [&]() -> base::Result<std::string> {
    Statement(transaction,
              "INSERT INTO secret (name, value) VALUES (:name, :value) "
              "ON CONFLICT (name) DO NOTHING")
        .bind("name", name)
        .bind("value", fresh)
        .run();
    std::string value;
    const bool is_there = Statement(transaction, "SELECT value FROM secret WHERE name = :name")
                              .bind("name", name)
                              .into(value)
                              .first();
    if (is_there) return value;
    return base::fail(base::ErrorCode::internal, "A secret was written and is not there.", name);
  });
}

}  // namespace store
