// Passwords of the office's accounts: argon2id (RFC 9106), by libsodium.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/words.h"

namespace service {

/// What working out one hash costs, for us and for whoever tries out passwords.
struct PasswordCost {
  unsigned long long rounds = 2;
  std::size_t memory_bytes = std::size_t{46} * 1024 * 1024;
};

/// In characters.
inline constexpr std::size_t password_min = 12;
inline constexpr std::size_t password_max = 128;

/// Why this cannot be a password, or nothing: too short, too long, among those that are tried
/// first, or made of the account's own name.
std::optional<base::Word> refusal_of_password(std::string_view password, std::string_view login);

/// With salt and costs in it, as libsodium writes it.
std::string hash_from_password(std::string_view password, const PasswordCost& cost);

/// Takes as long as the hash was made to take, also for the empty hash, which no password has.
bool is_password(const std::string& hash, std::string_view password, const PasswordCost& cost);

}  // namespace service
