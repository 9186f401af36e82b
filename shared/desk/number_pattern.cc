#include "desk/number_pattern.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace desk {
namespace {

std::string padded(std::uint64_t number, std::size_t digits) {
  const std::string text = std::to_string(number);
  return std::string(digits - std::min(digits, text.size()), '0') + text;
}

tl::unexpected<base::Error> no_pattern(const std::string& why) {
  return base::fail(base::ErrorCode::invalid,
                    "A pattern for numbers must be such as PD-{year}-{number:4}: " + why + ".");
}

}  // namespace

base::Result<NumberPattern::Part> NumberPattern::part_from_place(std::string_view place) {
  if (place == "year") return Part{Part::Kind::year, {}, 4};
  if (place == "year:2") return Part{Part::Kind::year, {}, 2};
  if (place == "month") return Part{Part::Kind::month, {}, 2};
  if (place == "number") return Part{Part::Kind::number, {}, 1};
  constexpr std::string_view with_digits = "number:";
  const bool has_digit = place.starts_with(with_digits) && place.size() == with_digits.size() + 1 &&
                         place.back() >= '1' && place.back() <= '9';
  if (has_digit) return Part{Part::Kind::number, {}, static_cast<std::size_t>(place.back() - '0')};
  return no_pattern("{" + std::string(place) + "} is not known");
}

bool NumberPattern::has(Part::Kind kind) const {
  return std::any_of(parts_.begin(), parts_.end(),
                     [kind](const Part& part) { return part.kind == kind; });
}

base::Result<NumberPattern> NumberPattern::from_text(std::string_view text) {
  const bool is_printable =
      std::all_of(text.begin(), text.end(), [](char sign) { return sign > 0x20 && sign < 0x7F; });
  if (!is_printable) return no_pattern("spaces and signs beyond ASCII cannot stand in it");
  NumberPattern pattern;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    if (open != 0)
      pattern.parts_.push_back({Part::Kind::text, std::string(text.substr(0, open)), 0});
    if (open == std::string_view::npos) break;
    const std::size_t close = text.find('}', open);
    if (close == std::string_view::npos) return no_pattern("a { is not closed");
    auto part = part_from_place(text.substr(open + 1, close - open - 1));
    if (!part) return tl::unexpected(part.error());
    pattern.parts_.push_back(*std::move(part));
    text.remove_prefix(close + 1);
  }
  if (!pattern.has(Part::Kind::year) || !pattern.has(Part::Kind::number))
    return no_pattern("without the year and the number two of them would be the same");
  return pattern;
}

std::string NumberPattern::fill(base::Date date, std::uint64_t number) const {
  std::string filled;
  for (const Part& part : parts_) {
    const auto year = static_cast<std::uint64_t>(date.year);
    switch (part.kind) {
      case Part::Kind::text:
        filled += part.text;
        break;
      case Part::Kind::year:
        filled += padded(part.digits == 2 ? year % 100 : year, part.digits);
        break;
      case Part::Kind::month:
        filled += padded(static_cast<std::uint64_t>(date.month), part.digits);
        break;
      case Part::Kind::number:
        filled += padded(number, part.digits);
        break;
    }
  }
  return filled;
}

}  // namespace desk
