// The two languages of the site, and a text held in both.
#pragma once

#include <string>
#include <string_view>

namespace base {

enum class Language { id, en };

/// "id" or "en", as in `lang` attributes and addresses.
constexpr std::string_view code_from_language(Language language) {
  return language == Language::en ? "en" : "id";
}

/// A text in Indonesian and English. An empty `en` means that only the Indonesian exists.
struct Text {
  std::string id;
  std::string en;

  /// The text in `language`, or in the other one where it is missing.
  const std::string& in(Language language) const {
    if (language == Language::en) return en.empty() ? id : en;
    return id.empty() ? en : id;
  }
  bool empty() const { return id.empty() && en.empty(); }
  friend bool operator==(const Text&, const Text&) = default;
};

}  // namespace base
