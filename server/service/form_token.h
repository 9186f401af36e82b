// When a form was handed out: a sign that goes along with it, and that nobody else can make.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "service/desk_key.h"

namespace service {

/// How a form came back.
enum class FormAge {
  good,
  too_young,  ///< Nobody writes so quickly.
  too_old,
  unknown  ///< Not a token of ours.
};

/// The time, signed. Two servers know each other's forms where they share the key.
class FormTokens {
 public:
  explicit FormTokens(const DeskKey& key) : key_(key) {}

  /// "1790000000.5f3a…": 64 hexadecimal digits behind the dot.
  std::string token(base::Instant now) const;

  FormAge age_of(std::string_view token, base::Instant now) const;

 private:
  DeskKey key_;
};

/// Seconds between handing a form out and taking it back.
inline constexpr std::int64_t form_age_min = 3;
inline constexpr std::int64_t form_age_max = 2 * 60 * 60;

}  // namespace service
