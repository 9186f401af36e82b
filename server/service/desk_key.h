// The desk's own key: what it signs nobody else can make, and every server on the same database
// knows it again, also after a restart.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/database.h"

namespace service {

using DeskKey = std::array<unsigned char, 32>;

/// The key that this database's servers share; made by the first.
base::Result<DeskKey> shared_desk_key(store::Database& database);

/// HMAC (libsodium's crypto_auth) over purpose and text, as 64 hexadecimal digits. A signature for
/// one purpose is worth nothing for another.
std::string signed_hex(const DeskKey& key, std::string_view purpose, std::string_view text);

/// Whether two texts are the same, in the same time for every wrong one of that length, so that a
/// signature cannot be guessed digit by digit.
bool is_same_signature(std::string_view one, std::string_view other);

}  // namespace service
