// Figures as text and text as figures, in the two languages. The only place that does either.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/language.h"

namespace base {

/// A figure for people: grouped from four digits on, decimals fixed, true minus (U+2212).
/// (1234567.8, 1, id) → "1.234.567,8"; en → "1,234,567.8". Rounds half away from zero.
/// `decimals` is 0 to 9. Takes finite figures only.
std::string text_from_number(double value, int decimals, Language language);

/// A count for people: 12345 → "12.345" / "12,345".
std::string text_from_count(std::uint64_t count, Language language);

/// A figure for machines: shortest decimal text that reads back to the same double, decimal point,
/// ASCII minus, no exponent for 1e-7 <= |value| < 1e21. 39908 → "39908", -1.25 → "-1.25".
std::string figure_from_number(double value);

/// The same with fixed decimals, rounded half away from zero: (1234.5, 2) → "1234.50".
std::string figure_from_number(double value, int decimals);

/// A scaled figure for machines: 3990812 at 2 decimals → "39908.12", exact.
std::string figure_from_scaled(std::int64_t scaled, int decimals);

/// Reads a machine figure ("39908.12", "-5", "1e3"). Nothing where the text is anything else.
std::optional<double> number_from_figure(std::string_view text);

/// Reads a figure written for people: with `decimal` as the decimal sign and the other of '.' ','
/// (or a space, or a no-break space) as grouping. "1.234,56" with ',' → 1234.56; U+2212 is a minus.
/// Nothing where the grouping does not fall on thousands or any other character stands in it.
std::optional<double> number_from_text(std::string_view text, char decimal);

}  // namespace base
