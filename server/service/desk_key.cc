#include "service/desk_key.h"

#include <sodium.h>

#include "base/digest.h"
#include "base/must.h"
#include "store/secrets.h"

namespace service {

static_assert(crypto_auth_KEYBYTES == std::tuple_size_v<DeskKey>);

base::Result<DeskKey> shared_desk_key(store::Database& database) {
  MUST(sodium_init() >= 0);
  std::string fresh(std::tuple_size_v<DeskKey>, '\0');
  randombytes_buf(fresh.data(), fresh.size());
  const auto hex = database.write([&](store::Transaction& transaction) {
    return store::shared_secret(transaction, "desk", base::hex_from_bytes(fresh));
  });
  if (!hex) return tl::unexpected(hex.error());
  DeskKey key;
  std::size_t read = 0;
  const bool is_key = sodium_hex2bin(key.data(), key.size(), hex->data(), hex->size(), nullptr,
                                     &read, nullptr) == 0 &&
                      read == key.size();
  if (!is_key)
    return base::fail(base::ErrorCode::invalid,
                      "A key of 64 hexadecimal digits was expected in the database's secrets. "
                      "Restore the database from a backup.");
  return key;
}

std::string signed_hex(const DeskKey& key, std::string_view purpose, std::string_view text) {
  const std::string bytes = std::string(purpose) + ' ' + std::string(text);
  std::string sign(crypto_auth_BYTES, '\0');
  crypto_auth(reinterpret_cast<unsigned char*>(sign.data()),
              reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), key.data());
  return base::hex_from_bytes(sign);
}

bool is_same_signature(std::string_view one, std::string_view other) {
  return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

}  // namespace service
