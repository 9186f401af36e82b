// Running numbers of tickets and letters: without gaps, and never the same one twice, also where
// several servers share one database.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "base/result.h"
#include "store/database.h"

namespace store {

/// What is counted for itself, and how its numbers are written: the scope "ticket 2026" begins anew
/// each year.
struct NumberSeries {
  std::string scope;
  std::function<std::string(std::int64_t)> text;  ///< 1 → "PD-2026-0001".
};

/// The next number. Others who want one of the same scope wait until this transaction has ended;
/// where it ends without a commit, the number is given again.
base::Result<std::string> next_number(Transaction& transaction, const NumberSeries& series);

}  // namespace store
