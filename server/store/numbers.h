// Running numbers of tickets and letters: without gaps, and never the same one twice, also where
// several servers share one database.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"
#include "store/database.h"

namespace store {

/// "PD-2026-" and 4 give "PD-2026-0001", "PD-2026-0002"… Each prefix counts for itself, so a prefix
/// that holds the year begins anew each year.
struct NumberPattern {
  std::string prefix;
  int digits = 4;  ///< At least so many; a larger number is written in full.
};

/// The next number. Others who want one of the same prefix wait until this transaction has ended;
/// where it ends without a commit, the number is given again.
base::Result<std::string> next_number(Transaction& transaction, const NumberPattern& pattern);

}  // namespace store
