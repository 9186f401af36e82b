#include "base/number.h"

#include <cmath>
#include <cstddef>

#include <fast_float/fast_float.h>
#include <fmt/compile.h>

#include "base/must.h"
#include "base/text.h"

namespace base {
namespace {

constexpr std::string_view true_minus = "\xE2\x88\x92";             // U+2212
constexpr std::string_view narrow_no_break_space = "\xE2\x80\xAF";  // U+202F

/// A figure as decimal digits: 0.`digits` times 10^`point`. Zero has no digits.
struct Decimal {
  bool is_negative = false;
  std::string digits;  ///< Without zeros at either end.
  int point = 0;       ///< Digits before the decimal point; may be negative.
};

/// The shortest decimal that reads back to `value`. Rounding this, and not the binary value, is
/// what a reader expects: 2.675 becomes 2.68, although the nearest double lies just below.
Decimal decimal_from_number(double value) {
  MUST(std::isfinite(value));
  const std::string text = fmt::format(FMT_COMPILE("{}"), std::fabs(value));
  Decimal decimal;
  decimal.is_negative = std::signbit(value);
  int exponent = 0;
  bool is_after_point = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == 'e') {
      const bool is_small = text[i + 1] == '-';
      for (std::size_t k = i + 2; k < text.size(); ++k)
        exponent = exponent * 10 + (text[k] - '0');
      if (is_small) exponent = -exponent;
      break;
    }
    if (text[i] == '.') {
      is_after_point = true;
      continue;
    }
    decimal.digits += text[i];
    if (!is_after_point) ++decimal.point;
  }
  decimal.point += exponent;
  const std::size_t first = decimal.digits.find_first_not_of('0');
  if (first == std::string::npos) return {decimal.is_negative, "", 0};
  decimal.digits.erase(0, first);
  decimal.point -= static_cast<int>(first);
  decimal.digits.erase(decimal.digits.find_last_not_of('0') + 1);
  return decimal;
}

/// Rounds half away from zero to `decimals` places.
void round_decimal(Decimal& decimal, int decimals) {
  const int kept = decimal.point + decimals;
  if (kept >= static_cast<int>(decimal.digits.size())) return;
  if (kept < 0) {
    decimal.digits.clear();
    return;
  }
  const auto end = static_cast<std::size_t>(kept);
  bool carries = decimal.digits[end] >= '5';
  decimal.digits.erase(end);
  for (std::size_t i = end; carries && i-- > 0;) {
    carries = decimal.digits[i] == '9';
    decimal.digits[i] = carries ? '0' : static_cast<char>(decimal.digits[i] + 1);
  }
  if (carries) {
    decimal.digits.insert(decimal.digits.begin(), '1');
    ++decimal.point;
  }
  decimal.digits.erase(decimal.digits.find_last_not_of('0') + 1);
}

std::string whole_part(const Decimal& decimal) {
  if (decimal.point <= 0 || decimal.digits.empty()) return "0";
  std::string whole = decimal.digits.substr(0, static_cast<std::size_t>(decimal.point));
  whole.resize(static_cast<std::size_t>(decimal.point), '0');
  return whole;
}

/// The digits after the decimal point: `decimals` of them, or just those needed where it is -1.
std::string fraction_part(const Decimal& decimal, int decimals) {
  std::string fraction;
  if (decimal.point < 0) fraction.assign(static_cast<std::size_t>(-decimal.point), '0');
  const auto whole_digits = static_cast<std::size_t>(decimal.point > 0 ? decimal.point : 0);
  if (decimal.digits.size() > whole_digits) fraction += decimal.digits.substr(whole_digits);
  if (decimal.digits.empty()) fraction.clear();
  if (decimals >= 0) fraction.resize(static_cast<std::size_t>(decimals), '0');
  return fraction;
}

std::string grouped(const std::string& whole, char separator) {
  std::string text;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (i > 0 && (whole.size() - i) % 3 == 0) text += separator;
    text += whole[i];
  }
  return text;
}

/// Takes the leading grouping sign off `text`: the other of '.' and ',', or a space of any kind.
/// Returns which one it was, empty where there is none.
std::string_view take_grouping(std::string_view& text, char decimal) {
  const std::string_view other = decimal == ',' ? "." : ",";
  for (const std::string_view sign :
       {other, std::string_view(" "), no_break_space, narrow_no_break_space}) {
    if (text.starts_with(sign)) {
      text.remove_prefix(sign.size());
      return sign;
    }
  }
  return {};
}

std::string_view take_digits(std::string_view& text) {
  std::size_t count = 0;
  while (count < text.size() && is_digit(text[count]))
    ++count;
  const std::string_view digits = text.substr(0, count);
  text.remove_prefix(count);
  return digits;
}

}  // namespace

std::string text_from_number(double value, int decimals, Language language) {
  MUST(decimals >= 0 && decimals <= 9);
  Decimal decimal = decimal_from_number(value);
  round_decimal(decimal, decimals);
  const bool is_english = language == Language::en;
  // A figure that rounds to zero has no sign.
  std::string text(decimal.is_negative && !decimal.digits.empty() ? true_minus : "");
  text += grouped(whole_part(decimal), is_english ? ',' : '.');
  if (decimals > 0) text += (is_english ? '.' : ',') + fraction_part(decimal, decimals);
  return text;
}

std::string text_from_count(std::uint64_t count, Language language) {
  return grouped(fmt::format(FMT_COMPILE("{}"), count), language == Language::en ? ',' : '.');
}

std::string figure_from_number(double value) {
  const Decimal decimal = decimal_from_number(value);
  if (decimal.digits.empty()) return "0";
  // 1e-7 is 0.1 times 10^-6, and 1e21 is 0.1 times 10^22.
  if (decimal.point < -6 || decimal.point > 21) return fmt::format(FMT_COMPILE("{}"), value);
  std::string text(decimal.is_negative ? "-" : "");
  text += whole_part(decimal);
  const std::string fraction = fraction_part(decimal, -1);
  if (!fraction.empty()) text += '.' + fraction;
  return text;
}

std::string figure_from_number(double value, int decimals) {
  MUST(decimals >= 0 && decimals <= 9);
  Decimal decimal = decimal_from_number(value);
  round_decimal(decimal, decimals);
  std::string text(decimal.is_negative && !decimal.digits.empty() ? "-" : "");
  text += whole_part(decimal);
  if (decimals > 0) text += '.' + fraction_part(decimal, decimals);
  return text;
}

std::string figure_from_scaled(std::int64_t scaled, int decimals) {
  MUST(decimals >= 0);
  // The lowest number has no positive twin among signed ones.
  const std::uint64_t magnitude =
      scaled < 0 ? 0 - static_cast<std::uint64_t>(scaled) : static_cast<std::uint64_t>(scaled);
  std::string digits = fmt::format(FMT_COMPILE("{}"), magnitude);
  const auto places = static_cast<std::size_t>(decimals);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  std::string fraction = digits.substr(digits.size() - places);
  digits.erase(digits.size() - places);
  fraction.erase(fraction.find_last_not_of('0') + 1);
  if (!fraction.empty()) digits += '.' + fraction;
  return scaled < 0 ? '-' + digits : digits;
}

std::optional<double> number_from_figure(std::string_view text) {
  std::string_view rest = text;
  if (rest.starts_with('-')) rest.remove_prefix(1);
  // fast_float also reads "inf", "nan" and "5.", which are no figures.
  if (take_digits(rest).empty()) return std::nullopt;
  if (rest.starts_with('.')) {
    rest.remove_prefix(1);
    if (take_digits(rest).empty()) return std::nullopt;
  }
  double value = 0;
  const auto [end, error] = fast_float::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) {
    return std::nullopt;
  }
  return value;
}

std::optional<double> number_from_text(std::string_view text, char decimal) {
  std::string figure;
  if (text.starts_with(true_minus)) {
    figure = "-";
    text.remove_prefix(true_minus.size());
  } else if (text.starts_with('-')) {
    figure = "-";
    text.remove_prefix(1);
  }
  const std::string_view first = take_digits(text);
  if (first.empty()) return std::nullopt;
  figure += first;
  std::string_view grouping;
  while (!text.empty() && text.front() != decimal) {
    const std::string_view sign = take_grouping(text, decimal);
    if (sign.empty() || (!grouping.empty() && sign != grouping)) return std::nullopt;
    grouping = sign;
    const std::string_view group = take_digits(text);
    if (group.size() != 3 || first.size() > 3) return std::nullopt;
    figure += group;
  }
  if (!text.empty()) {
    text.remove_prefix(1);
    const std::string_view fraction = take_digits(text);
    if (fraction.empty() || !text.empty()) return std::nullopt;
    figure += '.';
    figure += fraction;
  }
  return number_from_figure(figure);
}

}  // namespace base
