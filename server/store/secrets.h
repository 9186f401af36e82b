// Keys that all servers on one database share: made once, by whoever asks first.
#pragma once

#include <string>

#include "base/result.h"
#include "store/database.h"

namespace store {

/// The secret with this name; `fresh` becomes it where there is none yet. Two servers that ask at
/// the same time get the same one.
base::Result<std::string> shared_secret(Transaction& transaction, const std::string& name,
                                        const std::string& fresh);

}  // namespace store
