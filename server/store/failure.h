// The room's own door: what SOCI throws becomes an Error here, and goes no further.
#pragma once

#include <stdexcept>
#include <type_traits>

#include "store/database.h"

namespace store {

/// Thrown inside the room where a text cannot be stored; becomes `invalid` at the door.
struct RefusedText : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// What the exception that is being handled means. To be called in a catch block.
Transaction::Failure failure_from_exception();

/// Runs `work`, which returns a Result; what it throws ends the transaction and is returned.
template <class Work>
std::invoke_result_t<Work&> at_door(Transaction& transaction, Work&& work) {
  try {
    return work();
  } catch (...) {
    Transaction::Failure failure = failure_from_exception();
    transaction.fail(failure);
    return tl::unexpected<base::Error>(std::move(failure.error));
  }
}

}  // namespace store
