#include "service/password.h"

#include <algorithm>
#include <array>
#include <vector>

#include <sodium.h>

#include "base/must.h"

namespace service {
namespace {

/// Tried first by whoever guesses, here more than elsewhere. A password that is one of these with
/// figures and signs around it is refused as well.
constexpr std::string_view guessed_first[] = {
    "password",  "katasandi", "sandi",    "rahasia",  "admin",     "administrator", "bps",
    "statistik", "muaraenim", "sumsel",   "sumatera", "indonesia", "qwerty",        "qwertyuiop",
    "asdfghjkl", "zxcvbnm",   "abcdefgh", "letmein",  "welcome",   "selamatdatang", "bismillah",
    "lumbung",   "pegawai",   "petugas",  "kantor",   "data",      "palembang",     "iloveyou",
    "sayang",    "merdeka",   "garuda",   "monkey",   "dragon",    "football",      "sepakbola"};

/// "Admin2026!!Admin" → "adminadmin": what is left to guess without figures and signs.
std::string letters_of(std::string_view password) {
  std::string letters;
  for (const char sign : password) {
    if (sign >= 'A' && sign <= 'Z') letters += static_cast<char>(sign - 'A' + 'a');
    if (sign >= 'a' && sign <= 'z') letters += sign;
  }
  return letters;
}

/// True for nothing at all, too.
bool is_made_of_guesses(std::string_view letters, std::string_view login) {
  std::vector<bool> is_reached(letters.size() + 1, false);
  is_reached[0] = true;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (!is_reached[i]) continue;
    const auto step_over = [&](std::string_view word) {
      if (!word.empty() && letters.substr(i).starts_with(word)) is_reached[i + word.size()] = true;
    };
    for (const std::string_view word : guessed_first)
      step_over(word);
    step_over(login);
  }
  return is_reached.back();
}

std::size_t characters_count(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xc0u) != 0x80u;
  }));
}

}  // namespace

std::optional<base::Word> refusal_of_password(std::string_view password, std::string_view login) {
  const std::size_t characters = characters_count(password);
  if (characters < password_min) return base::Word::password_too_short;
  if (characters > password_max) return base::Word::password_too_long;
  if (is_made_of_guesses(letters_of(password), letters_of(login)))
    return base::Word::password_guessed;
  return std::nullopt;
}

std::string hash_from_password(std::string_view password, const PasswordCost& cost) {
  MUST(sodium_init() >= 0);
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  MUST(crypto_pwhash_str(hash.data(), password.data(), password.size(), cost.rounds,
                         cost.memory_bytes) == 0);
  return hash.data();
}

bool is_password(const std::string& hash, std::string_view password, const PasswordCost& cost) {
  // The same work where there is no account, so that nobody can tell by the time it takes.
  const std::string& compared = hash.empty() ? hash_from_password("", cost) : hash;
  const bool is_same =
      crypto_pwhash_str_verify(compared.c_str(), password.data(), password.size()) == 0;
  return is_same && !hash.empty();
}

}  // namespace service
